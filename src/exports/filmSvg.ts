// The run as a film in one SVG file: the timeline with a moving cursor and the sentence of each event, by CSS animations alone.
//
// There is no script in it, so it plays wherever pictures are shown (a README, a slide, a chat). Who prefers reduced motion
// gets the last event as a still picture.

import { eventSentence } from "../explain/eventSentence.ts";
import type { ExplainContext } from "../explain/names.ts";
import { joinSentences } from "../explain/segments.ts";
import type { Segment, Sentence } from "../explain/segments.ts";
import { laneHeight, layoutLanes, scaleOf, threadOrder, ticksOf, xOf } from "../draw/layout.ts";
import { threadColorName } from "../draw/painter.ts";
import { objectRanks, paintScene } from "../draw/scene.ts";
import type { PanelLook } from "../protocol/messages.ts";
import { escape } from "./escape.ts";
import { createSvgPainter } from "./svgPainter.ts";

/** More events than this make a film that nobody watches to its end. */
export const LONGEST_FILM = 300;

const WIDTH = 960;
const LABELS = 120;
const AXIS = 30;
const ROW_WIDTH = 24;
const LINE = 21;
/** Letters that fit into the line of a sentence. */
const LETTERS = 118;
const MOST_LINES = 4;
const SECONDS = 1.1;

type FilmLook = Pick<PanelLook, "pinned" | "colors" | "font" | "cursor">;

export function filmOf(cx: ExplainContext, look: FilmLook): string {
  const { trace } = cx.index;
  const { from, to } = windowOf(trace.events.count, look.cursor);
  const count = to - from;
  const order = threadOrder(cx.index.tracks.length, look.pinned);
  const lanes = layoutLanes(order, laneHeight(order.length));
  const tracks = lanes.reduce((sum, lane) => sum + lane.height, 0);
  const width = Math.max(WIDTH - LABELS, count * ROW_WIDTH + 20);
  const scale = scaleOf({ from, to: from + (width - 20) / ROW_WIDTH }, 10, width - 10);
  const color = (name: string) => look.colors[name] ?? "gray";
  const scene = createSvgPainter(color, look.font);
  paintScene(scene, {
    index: cx.index,
    scale,
    lanes,
    width,
    height: tracks,
    cursor: undefined,
    kept: undefined,
    marked: [],
    thread: undefined,
    ranks: objectRanks(cx.index),
    open: false,
  });
  const axis = createSvgPainter(color, look.font);
  for (const tick of ticksOf(scale, trace.events.count, 56))
    axis.text(tick.x, AXIS / 2, String(tick.event), { color: "muted", size: 11, anchor: "middle" });
  const labels = createSvgPainter(color, look.font);
  labels.rect(0, 0, LABELS, AXIS + tracks, { color: "background" });
  for (const lane of lanes) {
    labels.circle(12, AXIS + lane.center, 5, { color: threadColorName(lane.thread) });
    const name = trace.threads[lane.thread]?.name ?? "";
    const style = { color: "text", size: 13, maxWidth: LABELS - 30 } as const;
    labels.text(24, AXIS + lane.center, name, style);
  }
  const start = xOf(scale, from + 0.5);
  const height = AXIS + tracks + 24 + MOST_LINES * LINE;
  const { body, defs } = scene.parts();
  const cursor =
    `<g class="cursor"><rect x="${start}" y="${AXIS}" width="${width}" height="${tracks}" fill="${color("background")}" fill-opacity="0.62"/>` +
    `<path d="M${start} ${AXIS - 6}V${AXIS + tracks}" stroke="${color("accent")}" stroke-width="2"/></g>`;
  const moving = `<g class="moving"><g transform="translate(0 ${AXIS})">${body}</g>${axis.parts().body}${cursor}</g>`;
  const sentences = Array.from({ length: count }, (_, at) =>
    sentenceAt(cx, from + at, at, AXIS + tracks + 30, look),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="${escape(look.font)}">` +
    `<title>${escape(`${trace.file} › ${trace.entry}`)}</title><style>${styleOf(count, width)}</style>` +
    `<defs>${defs}<clipPath id="frame"><rect x="${LABELS}" width="${WIDTH - LABELS}" height="${AXIS + tracks}"/></clipPath></defs>` +
    `<rect width="${WIDTH}" height="${height}" fill="${color("background")}"/>` +
    `<g clip-path="url(#frame)"><g transform="translate(${LABELS})">${moving}</g></g>` +
    `${labels.parts().body}${sentences.join("")}</svg>\n`
  );
}

/** The whole run where it is short, else what lies around the cursor. */
function windowOf(rows: number, cursor: number): { readonly from: number; readonly to: number } {
  if (rows <= LONGEST_FILM) return { from: 0, to: rows };
  const from = Math.max(0, Math.min(cursor - LONGEST_FILM / 2, rows - LONGEST_FILM));
  return { from: Math.floor(from), to: Math.floor(from) + LONGEST_FILM };
}

function styleOf(count: number, width: number): string {
  const seconds = count * SECONDS;
  const frame = WIDTH - LABELS;
  const over = Math.max(0, width - frame);
  // The picture begins to slide when the cursor has come to its middle, and stops when its end is in sight.
  const begins = Math.min(100, (frame / 2 / width) * 100);
  const ends = Math.max(begins, 100 - begins);
  const p = (value: number) => Math.round(value * 1000) / 1000;
  return (
    `.cursor{animation:go ${p(seconds)}s steps(${count}) infinite}` +
    `.moving{animation:slide ${p(seconds)}s linear infinite}` +
    `.said{visibility:hidden;animation:say ${p(seconds)}s step-end infinite}` +
    `@keyframes go{to{transform:translateX(${count * ROW_WIDTH}px)}}` +
    `@keyframes slide{0%,${p(begins)}%{transform:none}${p(ends)}%,100%{transform:translateX(-${p(over)}px)}}` +
    `@keyframes say{0%{visibility:visible}${p(100 / count)}%{visibility:hidden}}` +
    "@media (prefers-reduced-motion:reduce){.cursor,.moving,.said{animation:none}.cursor{display:none}" +
    `.moving{transform:translateX(-${p(over)}px)}.said:last-of-type{visibility:visible}}`
  );
}

function sentenceAt(
  cx: ExplainContext,
  row: number,
  at: number,
  top: number,
  look: FilmLook,
): string {
  const lines = linesOf(joinSentences(eventSentence(cx, row)));
  const delay = at === 0 ? "" : ` style="animation-delay:${Math.round(at * SECONDS * 1000)}ms"`;
  const spans = lines.map(
    (line, nth) =>
      `<tspan x="16" y="${top + nth * LINE}">${line.map((piece) => spanOf(piece, look)).join("")}</tspan>`,
  );
  const text = look.colors["text"] ?? "gray";
  return `<text class="said"${delay} font-size="14.5" fill="${escape(text)}">${spans.join("")}</text>`;
}

function spanOf(segment: Segment, look: FilmLook): string {
  const text = escape(segment.text).replace(/^ | $/g, "&#160;");
  const own = segment.ref?.kind === "thread" ? threadColorName(segment.ref.thread) : undefined;
  const fill = own === undefined ? "" : ` fill="${escape(look.colors[own] ?? "gray")}"`;
  const bold = segment.style === "strong" || segment.style === "thread" ? ' font-weight="700"' : "";
  const mono =
    segment.style === "code" || segment.style === "object" ? ' font-family="monospace"' : "";
  return fill + bold + mono === "" ? text : `<tspan${fill}${bold}${mono}>${text}</tspan>`;
}

/** Broken between words; what is longer than the room for it ends in an ellipsis. */
function linesOf(sentence: Sentence): readonly (readonly Segment[])[] {
  const lines: Segment[][] = [[]];
  let used = 0;
  for (const segment of sentence) {
    for (const word of segment.text.split(/(?<= )/)) {
      if (used > 0 && used + word.length > LETTERS) {
        if (lines.length === MOST_LINES) {
          lines.at(-1)?.push({ text: "…", style: "plain" });
          return lines;
        }
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push({ ...segment, text: word });
      used += word.length;
    }
  }
  return lines;
}

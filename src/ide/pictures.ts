// Small pictures in hovers, drawn as SVG: the lines on which a guard lives, the path of an auto trait from type to type.
//
// An image in a hover cannot see the theme's variables: the host gives the colours.

import { RELEASED } from "../explain/pictureWords.ts";
import { say } from "../explain/hoverText.ts";

/** `marks`: lines with a word of their own, by line. */
export interface RangePicture {
  readonly kind: "range";
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
  readonly name: string;
}

export interface PathPicture {
  readonly kind: "path";
  readonly steps: readonly {
    readonly type: string;
    readonly mark: string;
    readonly holds: boolean;
  }[];
}

export type HoverPicture = RangePicture | PathPicture;

export interface Palette {
  readonly text: string;
  readonly dim: string;
  readonly lock: string;
  readonly good: string;
  readonly bad: string;
  readonly box: string;
}

const ROW = 18;
const CHAR = 6.6;
const FONT = 'font-family="ui-monospace,Menlo,Consolas,monospace" font-size="11"';

export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** For those who do not see it. */
  readonly alt: string;
}

export function draw(picture: HoverPicture, palette: Palette): Drawn {
  return picture.kind === "range" ? drawRange(picture, palette) : drawPath(picture, palette);
}

/** More lines than this are cut out of the middle. */
const MAX_ROWS = 9;
const MAX_CHARS = 46;

function drawRange({ first, last, lines, name }: RangePicture, palette: Palette): Drawn {
  const rows = rowsOf(first, lines);
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map(indentOf));
  const shown = rows.map(({ text }) => cut((text ?? "⋯").slice(text === undefined ? 0 : indent)));
  const gutter = String(last).length * CHAR + 12;
  const width = Math.ceil(gutter + 14 + Math.max(...shown.map((text) => text.length)) * CHAR + 10);
  const height = rows.length * ROW + 4;
  const body = rows.map(({ line }, index) => {
    const y = index * ROW + 15;
    const number = line === undefined ? "" : label(gutter - 8, y, String(line), palette.dim, "end");
    const color = line === first || line === last ? palette.text : palette.dim;
    return number + label(gutter + 14, y, shown[index] ?? "", color);
  });
  const bar = `<rect x="${gutter}" y="3" width="4" height="${height - 6}" rx="2" fill="${palette.lock}"/>`;
  const band = `<rect x="${gutter}" y="1" width="${width - gutter}" height="${height - 2}" rx="3" fill="${palette.lock}" fill-opacity=".12"/>`;
  return {
    svg: svg(width, height, band + bar + body.join("")),
    width,
    height,
    alt: say(RELEASED.range, { first, last, name }),
  };
}

function rowsOf(first: number, lines: readonly string[]) {
  const all = lines.map((text, index) => ({ line: first + index, text }));
  if (all.length <= MAX_ROWS) return all;
  const half = Math.floor(MAX_ROWS / 2);
  return [...all.slice(0, half), { line: undefined, text: undefined }, ...all.slice(-half)];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function cut(text: string): string {
  const chars = [...text.trimEnd()];
  return chars.length <= MAX_CHARS ? chars.join("") : `${chars.slice(0, MAX_CHARS - 1).join("")}…`;
}

function drawPath({ steps }: PathPicture, palette: Palette): Drawn {
  const boxes = steps.map((step) => {
    const text = cut(step.type);
    return { ...step, text, width: Math.max(text.length, step.mark.length + 2) * CHAR + 18 };
  });
  const width = Math.ceil(Math.max(...boxes.map((box, index) => box.width + index * 18)) + 4);
  const height = boxes.length * 40;
  const body = boxes.map((box, index) => {
    const x = 2 + index * 18;
    const y = index * 40 + 2;
    const color = box.holds ? palette.good : palette.bad;
    const arrow =
      index === 0
        ? ""
        : `<path d="M${x - 9} ${y - 5} v20 h7 m-4 -3.5 l4 3.5 l-4 3.5" fill="none" stroke="${palette.dim}"/>`;
    return (
      arrow +
      `<rect x="${x}" y="${y}" width="${box.width}" height="33" rx="4" fill="${palette.box}" stroke="${color}"/>` +
      label(x + 9, y + 14, box.text, palette.text) +
      label(x + 9, y + 27, `${box.holds ? "✓" : "✗"} ${box.mark}`, color)
    );
  });
  const alt = steps
    .map((step) => `${step.type} ${step.holds ? "✓" : "✗"} ${step.mark}`)
    .join(" ← ");
  return { svg: svg(width, height, body.join("")), width, height, alt };
}

function svg(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`;
}

function label(x: number, y: number, text: string, color: string, anchor = "start"): string {
  return `<text x="${x}" y="${y}" ${FONT} fill="${color}" text-anchor="${anchor}" xml:space="preserve">${escapeXml(text)}</text>`;
}

/** Characters that XML 1.0 refuses, lone surrogates among them, become a replacement character. */
function escapeXml(text: string): string {
  return [...text]
    .map((char) => {
      const point = char.codePointAt(0) ?? 0;
      const refused =
        (point < 0x20 && point !== 0x09) ||
        (point >= 0xd800 && point <= 0xdfff) ||
        point === 0xfffe ||
        point === 0xffff;
      if (refused) return "\ufffd";
      return /[<>&"']/.test(char) ? `&#${point};` : char;
    })
    .join("");
}

/** A picture as the address of a Markdown image. */
export function pictureMarkdown({ svg: text, width, height, alt }: Drawn): string {
  const address = encodeURIComponent(text).replace(
    /[()'*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  const plain = alt.replace(/[\\[\]`*_<>()!&\n]/g, " ");
  return `![${plain}](data:image/svg+xml,${address}|width=${width},height=${height})`;
}

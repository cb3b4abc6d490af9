// What lies under the pointer, in words. The event list says the same to those who do not point.

import { eventSentence } from "../../explain/eventSentence.ts";
import { bandSentence, eventRange, sliceSentence } from "../../explain/trackSentence.ts";
import { plainText } from "../../explain/segments.ts";
import type { ExplainContext } from "../../explain/names.ts";
import { stateAt } from "../../trace/traceIndex.ts";
import { useStore } from "../store.ts";
import { say, UI } from "../words.ts";
import type { Hit } from "./hitTest.ts";

export function Tooltip() {
  const store = useStore();
  const hover = store.hover.value;
  const cx = store.explain.value;
  const geometry = store.geometry.value;
  if (hover === undefined || cx === undefined || geometry === undefined) return null;
  const { title, detail } = describe(cx, hover.hit, store.player.value.rows);
  if (title === "") return null;
  const right = hover.x > store.width.value * 0.6;
  const style = {
    transform: `translate(${hover.x}px, ${hover.y}px) translate(${right ? "calc(-100% - 12px)" : "14px"}, 16px)`,
  };
  return (
    <div class="ls-tooltip" style={style} aria-hidden="true">
      <div class="ls-tooltip__title">{title}</div>
      <div class="ls-tooltip__detail">{detail}</div>
    </div>
  );
}

function describe(
  cx: ExplainContext,
  hit: Hit,
  rows: number,
): { readonly title: string; readonly detail: string } {
  const events = cx.index.trace.events;
  if (hit.kind === "mark") {
    const title = plainText(eventSentence(cx, hit.row)[0] ?? []);
    return { title, detail: say(UI.eventOf, { event: hit.row + 1, count: rows }) };
  }
  if (hit.kind === "slice") {
    return {
      title: plainText(sliceSentence(cx, hit.slice)),
      detail: plainText(eventRange(hit.slice.from, hit.slice.to ?? events.count - 1)),
    };
  }
  const band = stateAt(cx.index, hit.lane.thread, hit.row);
  if (band === undefined) return { title: "", detail: "" };
  const from = Math.floor(band.start / 2);
  const to = Math.max(from, Math.ceil(band.end / 2) - 1);
  return {
    title: plainText(bandSentence(cx, hit.lane.thread, hit.row)),
    detail: plainText(eventRange(from, Math.min(to, events.count - 1))),
  };
}

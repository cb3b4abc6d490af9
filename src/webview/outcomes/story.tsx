// The schedule that is being replayed, as a list of its switches: who takes over, and what that thread does first.

import { eventSentence } from "../../explain/eventSentence.ts";
import { eventAt } from "../../trace/trace.ts";
import type { TraceIndex } from "../../trace/traceIndex.ts";
import { useStore } from "../store.ts";
import { Segments } from "../views/segments.tsx";
import { say, UI } from "../words.ts";

/** Longer ones are for the timeline. */
const MOST = 16;

export function Story() {
  const store = useStore();
  const run = store.session.value.run;
  const cx = store.explain.value;
  const { scheduler, cursor } = store.settled.value;
  if (run === undefined || cx === undefined || scheduler.kind !== "schedule") return null;
  const rows = tellingRows(run.index);
  if (rows.length === 0 || rows.length > MOST) return null;
  const now = rows.findLastIndex((row) => row <= cursor);
  return (
    <div class="ls-story">
      <h3 class="ls-subtitle">{UI.story}</h3>
      <ol>
        {rows.map((row, at) => (
          <li key={row} aria-current={at === now ? "step" : undefined}>
            <button
              type="button"
              class="ls-link"
              aria-label={say(UI.eventOf, { event: row + 1, count: run.index.trace.events.count })}
              onClick={() => store.visit(row)}
            >
              {row + 1}
            </button>{" "}
            <Segments sentence={eventSentence(cx, row)[0] ?? []} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Of each turn the first event that is more than a new line. */
function tellingRows({ trace: { events }, switches }: TraceIndex): readonly number[] {
  return [...switches].map((first, at) => {
    const end = switches[at + 1] ?? events.count;
    for (let row = first; row < end; row++) {
      const { kind, thread } = eventAt(events, row);
      if (kind !== "line" && thread === events.thread[first]) return row;
    }
    return first;
  });
}

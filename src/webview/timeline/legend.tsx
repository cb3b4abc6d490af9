// What the signs mean; only those that occur in this run.

import { useMemo } from "preact/hooks";
import { eventAt } from "../../trace/trace.ts";
import type { TraceIndex } from "../../trace/traceIndex.ts";
import { useStore } from "../store.ts";
import { LEGEND_WORDS } from "../words.ts";
import { markOf, signOf } from "../../draw/marks.ts";
import { statesOf } from "../../draw/scene.ts";

export function Legend() {
  const store = useStore();
  const index = store.session.value.run?.index;
  const entries = useMemo(() => (index === undefined ? undefined : legendOf(index)), [index]);
  if (entries === undefined) return null;
  return (
    <ul class="ls-legend">
      {entries.states.map((state) => (
        <li key={state}>
          <Swatch state={state} /> {LEGEND_WORDS[state] ?? state}
        </li>
      ))}
      {entries.marks.map(([glyph, word]) => (
        <li key={word}>
          <span class="ls-legend__mark" aria-hidden="true">
            {glyph}
          </span>{" "}
          {word}
        </li>
      ))}
    </ul>
  );
}

/** More rows than this are not looked at: a legend need not wait for a million events. */
const LEGEND_ROWS = 20_000;
const STATES = [
  "running",
  "ready",
  "blocked",
  "guard",
  "borrow",
  "waiting",
  "parked",
  "sleeping",
] as const;

function legendOf(index: TraceIndex): {
  readonly states: readonly string[];
  readonly marks: readonly (readonly [string, string])[];
} {
  const present = statesOf(index);
  const states = STATES.filter((state) => present.has(state));
  const marks = new Map<string, string>();
  if (present.has("guard") || present.has("borrow"))
    marks.set("acquired", "1").set("released", "2");
  for (let row = 0; row < Math.min(LEGEND_ROWS, index.trace.events.count); row++) {
    const event = eventAt(index.trace.events, row);
    const mark = markOf(event);
    if (mark.legend !== undefined && mark.weight === "major" && !marks.has(mark.legend))
      marks.set(mark.legend, signOf(event));
  }
  return { states, marks: [...marks].map(([key, glyph]) => [glyph, LEGEND_WORDS[key] ?? key]) };
}

function Swatch({ state }: { readonly state: string }) {
  return <span class={`ls-swatch ls-swatch--${state}`} aria-hidden="true" />;
}

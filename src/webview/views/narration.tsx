// The sentence under the timeline, and the same in words for screen readers.

import { useMemo } from "preact/hooks";
import { formatCount } from "../../explain/segments.ts";
import { threadStands } from "../../explain/blockReason.ts";
import { blockedEvent } from "../../trace/traceIndex.ts";
import { eventSentence, eventText } from "../../explain/eventSentence.ts";
import { useStore } from "../store.ts";
import { say, UI } from "../words.ts";
import { Segments, threadClass } from "./segments.tsx";

/** Faster than this the live region would only stammer. */
const SPOKEN_SPEED = 2;

/** Why the chosen thread cannot run now, and a way to who keeps it. */
function WhyNot() {
  const store = useStore();
  const cx = store.explain.value;
  const { thread, cursor } = store.settled.value;
  const blocked =
    cx === undefined || thread === undefined ? undefined : blockedEvent(cx.index, thread, cursor);
  if (cx === undefined || thread === undefined || blocked === undefined) return null;
  return (
    <p class="ls-narration__more">
      <Segments sentence={threadStands(cx, thread, cursor)} />{" "}
      {blocked.a >= 0 && (
        <button type="button" class="ls-link" onClick={() => store.command({ kind: "holder" })}>
          {UI.toHolder}
        </button>
      )}
    </p>
  );
}

/** The event among the others: what must have happened before it, what comes behind it, what nothing orders. */
function Relations() {
  const store = useStore();
  const { filter, cursor } = store.settled.value;
  const sides = [
    ["before", UI.showBefore],
    ["concurrent", UI.showConcurrent],
    ["after", UI.showAfter],
  ] as const;
  return (
    <div class="ls-relations" role="group" aria-label={UI.relate}>
      {sides.map(([side, word]) => (
        <button
          key={side}
          type="button"
          class="ls-link"
          aria-pressed={filter?.kind === "order" && filter.side === side && filter.row === cursor}
          onClick={() => store.command({ kind: "order", side })}
        >
          {word}
        </button>
      ))}
    </div>
  );
}

export function Narration() {
  const store = useStore();
  const cx = store.explain.value;
  const player = store.settled.value;
  const row = player.cursor;
  const sentences = useMemo(() => (cx === undefined ? [] : eventSentence(cx, row)), [cx, row]);
  if (cx === undefined) return null;
  const [fact, ...more] = sentences;
  const events = cx.index.trace.events;
  const silent = player.playing && player.speed > SPOKEN_SPEED;
  return (
    <section
      class={`ls-narration ${threadClass(events.thread[row] ?? 0)}`}
      aria-label={say(UI.eventOf, { event: row + 1, count: player.rows })}
    >
      <p class="ls-narration__fact">
        <Segments sentence={fact ?? []} />
      </p>
      {more.length > 0 && (
        <p class="ls-narration__more">
          {more.map((sentence, at) => (
            <span key={at}>
              {at > 0 && " "}
              <Segments sentence={sentence} />
            </span>
          ))}
        </p>
      )}
      <WhyNot />
      <span class="ls-narration__count" aria-hidden="true">
        {formatCount(row + 1)} / {formatCount(player.rows)}
      </span>
      <Relations />
      <div class="ls-hidden" aria-live={silent ? "off" : "polite"} role="status">
        {eventText(cx, row)}
      </div>
    </section>
  );
}

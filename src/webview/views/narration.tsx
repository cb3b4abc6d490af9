// The sentence under the timeline, and the same in words for screen readers.

import { useMemo } from "preact/hooks";
import { formatCount } from "../../explain/segments.ts";
import { eventSentence, eventText } from "../../explain/eventSentence.ts";
import { useStore } from "../store.ts";
import { say, UI } from "../words.ts";
import { Segments, threadClass } from "./segments.tsx";

/** Faster than this the live region would only stammer. */
const SPOKEN_SPEED = 2;

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
      <span class="ls-narration__count" aria-hidden="true">
        {formatCount(row + 1)} / {formatCount(player.rows)}
      </span>
      <div class="ls-hidden" aria-live={silent ? "off" : "polite"} role="status">
        {eventText(cx, row)}
      </div>
    </section>
  );
}

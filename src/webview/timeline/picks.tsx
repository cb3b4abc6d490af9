// “You choose”: beside the cursor each thread that can run next is a button, and each that cannot says why not.

import { threadReason } from "../../explain/blockReason.ts";
import { plainText } from "../../explain/segments.ts";
import { xOf } from "../../draw/layout.ts";
import { useStore } from "../store.ts";
import { threadClass } from "../views/segments.tsx";
import { needWord } from "../../explain/outcome.ts";
import { say, UI } from "../words.ts";
import { Icon } from "../views/icons.tsx";

const LEAST_ROOM = 110;

export function Picks() {
  const store = useStore();
  const player = store.player.value;
  const run = store.session.value.run;
  const geometry = store.geometry.value;
  const cx = store.explain.value;
  if (
    player.scheduler.kind !== "choose" ||
    run === undefined ||
    geometry === undefined ||
    cx === undefined
  )
    return null;
  if (player.cursor < player.rows - 1 || run.next.length === 0) return null;
  const x = xOf(geometry.scale, player.cursor + 0.5) + 14;
  const left = Math.min(x, Math.max(0, store.width.value - LEAST_ROOM));
  const room = store.width.value - left - 6;
  return (
    <div class="ls-picks">
      {geometry.lanes.map((lane) => {
        const name = cx.index.trace.threads[lane.thread]?.name ?? "";
        const choices = run.next.filter((next) => next.thread === lane.thread);
        const style = {
          transform: `translate(${left}px, ${lane.top}px)`,
          height: `${lane.height}px`,
          maxWidth: `${room}px`,
        };
        if (choices.length > 0) {
          return (
            <div key={lane.thread} class={`ls-pick ${threadClass(lane.thread)}`} style={style}>
              {choices.map((choice) => (
                <button
                  type="button"
                  key={choice.index}
                  class="ls-pick__button"
                  title={choice.needs === undefined ? undefined : needWord(choice.needs)}
                  aria-label={
                    choice.label === ""
                      ? say(UI.chooseThread, { thread: name })
                      : `${say(UI.chooseThread, { thread: name })}: ${choice.label}`
                  }
                  onClick={() => store.pick(choice.index)}
                >
                  <Icon name="play" />
                  <span>{choices.length === 1 ? UI.runNext : choice.label}</span>
                  <kbd class="ls-pick__key">{run.next.indexOf(choice) + 1}</kbd>
                </button>
              ))}
            </div>
          );
        }
        const reason = plainText(threadReason(cx, lane.thread, player.cursor));
        return (
          <div key={lane.thread} class="ls-pick ls-pick--not" style={style}>
            <span class="ls-pick__reason" title={reason}>
              {reason}
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** Says how to choose, or why there is nothing to choose here. */
export function ChooseHint() {
  const store = useStore();
  const player = store.settled.value;
  const run = store.session.value.run;
  if (player.scheduler.kind !== "choose" || run === undefined) return null;
  if (run.next.length === 0) return <span class="ls-hint">{UI.chooseOver}</span>;
  if (player.cursor >= player.rows - 1) return <span class="ls-hint">{UI.chooseHint}</span>;
  return (
    <button type="button" class="ls-hint ls-link" onClick={() => store.command({ kind: "end" })}>
      {UI.chooseAtEnd}
    </button>
  );
}

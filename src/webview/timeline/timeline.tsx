// The timeline: axis, labels and controls in the DOM, tracks on a canvas, one scroll container for both.

import { useLayoutEffect, useRef } from "preact/hooks";
import { eventText } from "../../explain/eventSentence.ts";
import { threadReason } from "../../explain/blockReason.ts";
import { formatCount, plainText } from "../../explain/segments.ts";
import { stateAt } from "../../trace/traceIndex.ts";
import { ticksOf, xOf } from "../../draw/layout.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Filter } from "../player.ts";
import { useStore } from "../store.ts";
import type { Store } from "../store.ts";
import { say, STATE_WORDS, UI } from "../words.ts";
import { Icon } from "../views/icons.tsx";
import { threadClass } from "../views/segments.tsx";
import { Legend } from "./legend.tsx";
import { ChooseHint, Picks } from "./picks.tsx";
import { Tooltip } from "./tooltip.tsx";
import { attachTimeline } from "./attach.ts";

export function Timeline() {
  const store = useStore();
  const root = useRef<HTMLElement>(null);
  useLayoutEffect(
    () => (root.current === null ? undefined : attachTimeline(store, root.current)),
    [store],
  );
  const height = store.lanes.value[0]?.height ?? 52;
  return (
    <section
      class="ls-timeline"
      aria-label={UI.timeline}
      ref={root}
      style={{ "--ls-laneHeight": `${height}px` }}
    >
      <Axis />
      <div class="ls-timeline__body" data-part="body">
        <Labels />
        <div class="ls-timeline__view" data-part="view">
          <canvas class="ls-timeline__canvas" data-part="canvas" aria-hidden="true" />
          <Picks />
        </div>
      </div>
      <div class="ls-timeline__overview" data-part="overview" aria-hidden="true">
        <canvas data-part="overviewCanvas" />
      </div>
      <div class="ls-timeline__foot">
        <Legend />
        <ChooseHint />
        <FilterChip />
        <ZoomButtons />
      </div>
      <Tooltip />
    </section>
  );
}

/** The cursor's flag hides numbers that would touch it. */
const FLAG_ROOM = 30;
/** Half the width of a digit, so that no number is cut at the edge. */
const HALF_DIGIT = 4;

function Axis() {
  const store = useStore();
  const geometry = store.geometry.value;
  const player = store.player.value;
  const cx = store.explain.value;
  const flag = geometry === undefined ? 0 : xOf(geometry.scale, player.cursor + 0.5);
  const ticks =
    geometry === undefined
      ? []
      : ticksOf(geometry.scale, player.rows, 56).filter(
          (tick) =>
            Math.abs(tick.x - flag) > FLAG_ROOM &&
            tick.x + formatCount(tick.event).length * HALF_DIGIT < store.width.value,
        );
  return (
    <div class="ls-axis">
      <div class="ls-axis__corner" aria-hidden="true" />
      <div class="ls-axis__scale" data-part="axis">
        {ticks.map((tick) => (
          <span
            key={tick.event}
            class="ls-axis__tick"
            aria-hidden="true"
            style={{ transform: `translateX(${tick.x}px)` }}
          >
            <span class="ls-axis__number">{formatCount(tick.event)}</span>
          </span>
        ))}
        <div
          class="ls-cursor"
          data-part="handle"
          role="slider"
          tabIndex={0}
          aria-label={UI.timeline}
          aria-description={UI.timelineHelp}
          aria-valuemin={1}
          aria-valuemax={Math.max(1, player.rows)}
          aria-valuenow={player.cursor + 1}
          aria-valuetext={
            cx === undefined
              ? ""
              : `${say(UI.eventOf, { event: player.cursor + 1, count: player.rows })}: ${eventText(cx, player.cursor)}`
          }
        >
          <span class="ls-cursor__flag" aria-hidden="true">
            {formatCount(player.cursor + 1)}
          </span>
        </div>
      </div>
    </div>
  );
}

function Labels() {
  const store = useStore();
  const cx = store.explain.value;
  const lanes = store.lanes.value;
  const player = store.settled.value;
  if (cx === undefined) return <ul class="ls-labels" data-part="labels" />;
  return (
    <ul
      class={`ls-labels ${(lanes[0]?.height ?? 52) < 34 ? "ls-labels--dense" : ""}`}
      data-part="labels"
      aria-label={UI.threads}
    >
      {lanes.map((lane, at) => {
        const name = cx.index.trace.threads[lane.thread]?.name ?? "";
        const state = stateAt(cx.index, lane.thread, player.cursor)?.state ?? "unborn";
        const reason = plainText(threadReason(cx, lane.thread, player.cursor));
        const chosen = player.thread === lane.thread;
        const pinned = player.pinned.includes(lane.thread);
        return (
          <li
            key={lane.thread}
            class={`ls-label ${threadClass(lane.thread)} ${chosen ? "ls-label--chosen" : ""} ls-label--${state}`}
          >
            <button
              type="button"
              class="ls-label__name"
              aria-pressed={chosen}
              tabIndex={chosen || (player.thread === undefined && at === 0) ? 0 : -1}
              data-thread={lane.thread}
              title={`${name} ${reason}`}
              onClick={() => store.open({ kind: "thread", thread: lane.thread })}
              onKeyDown={(event) => moveInLabels(event, store)}
            >
              <span class="ls-label__dot" aria-hidden="true" />
              <span class="ls-label__text">{name}</span>
              <span class="ls-label__state">{STATE_WORDS[state] ?? ""}</span>
            </button>
            <button
              type="button"
              class={`ls-label__pin ${pinned ? "ls-label__pin--on" : ""}`}
              aria-pressed={pinned}
              aria-label={say(pinned ? UI.unpin : UI.pin, { thread: name })}
              title={say(pinned ? UI.unpin : UI.pin, { thread: name })}
              tabIndex={-1}
              onClick={() => store.dispatch({ kind: "pin", thread: lane.thread })}
            >
              <Icon name="pin" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Up and down choose the thread and take the focus along. */
function moveInLabels(event: KeyboardEvent, store: Store): void {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  const list = (event.currentTarget as HTMLElement).closest(".ls-labels");
  store.command({ kind: "thread", direction: event.key === "ArrowDown" ? 1 : -1 });
  event.preventDefault();
  event.stopPropagation();
  window.requestAnimationFrame(() => {
    list?.querySelector<HTMLElement>(`[data-thread="${store.settled.value.thread ?? 0}"]`)?.focus();
  });
}

function filterLabel(filter: Filter, trace: Trace): string {
  switch (filter.kind) {
    case "line":
      return say(UI.filterLine, { line: filter.line });
    case "object":
      return say(UI.filterObject, { name: trace.objects[filter.object]?.name ?? "" });
    case "thread":
      return say(UI.filterThread, { name: trace.threads[filter.thread]?.name ?? "" });
    case "order":
      return say(
        {
          before: UI.orderBefore,
          after: UI.orderAfter,
          concurrent: UI.orderConcurrent,
        }[filter.side],
        { event: formatCount(filter.row + 1) },
      );
  }
}

function FilterChip() {
  const store = useStore();
  const filter = store.settled.value.filter;
  const kept = store.kept.value;
  const trace = store.session.value.run?.index.trace;
  if (filter === undefined || kept === undefined || trace === undefined) return null;
  const label = filterLabel(filter, trace);
  const count =
    kept.length === 1
      ? UI.filterCountOne
      : say(UI.filterCount, { count: formatCount(kept.length) });
  return (
    <div class="ls-filter" role="group" aria-label={label}>
      <span>{label}</span>
      <span class="ls-muted">{count}</span>
      <button
        type="button"
        class="ls-mini"
        aria-label={UI.previous}
        title={UI.previous}
        onClick={() => store.command({ kind: "jump", direction: -1, to: "same" })}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        class="ls-mini"
        aria-label={UI.next}
        title={UI.next}
        onClick={() => store.command({ kind: "jump", direction: 1, to: "same" })}
      >
        <Icon name="step" />
      </button>
      <button
        type="button"
        class="ls-mini"
        aria-label={UI.clearFilter}
        title={UI.clearFilter}
        onClick={() => store.filter(undefined)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function ZoomButtons() {
  const store = useStore();
  const fitted = store.player.value.view === undefined;
  return (
    <div class="ls-zoom" role="group" aria-label={UI.zoomIn}>
      <button
        type="button"
        class="ls-mini"
        aria-label={UI.zoomOut}
        title={UI.zoomOut}
        disabled={fitted}
        onClick={() => store.command({ kind: "zoom", factor: 1 / 0.7 })}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        class="ls-mini"
        aria-label={UI.zoomIn}
        title={UI.zoomIn}
        onClick={() => store.command({ kind: "zoom", factor: 0.7 })}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="ls-mini"
        aria-label={UI.fit}
        title={UI.fit}
        disabled={fitted}
        onClick={() => store.command({ kind: "fit" })}
      >
        <Icon name="fit" />
      </button>
    </div>
  );
}

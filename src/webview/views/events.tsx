// All events as a list that can be read and walked by keyboard: the timeline for those who do not see it.
// Only the rows in view are in the document, whatever the length of the run.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { eventTitle } from "../../explain/eventSentence.ts";
import { formatCount } from "../../explain/segments.ts";
import { useStore } from "../store.ts";
import { UI } from "../words.ts";
import { Card } from "./card.tsx";
import { threadClass } from "./segments.tsx";

const ROW = 22;
const HEIGHT = 242;
const EXTRA = 6;

export function Events() {
  const store = useStore();
  return (
    <Card
      section="events"
      title={UI.events}
      aside={<span class="ls-muted">{formatCount(store.settled.value.rows)}</span>}
    >
      <EventList />
    </Card>
  );
}

function EventList() {
  const store = useStore();
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const cx = store.explain.value;
  const player = store.settled.value;
  const kept = store.kept.value;
  const rows = kept ?? undefined;
  const count = rows?.length ?? player.rows;
  const cursorAt = rows === undefined ? player.cursor : rows.indexOf(player.cursor);
  const focused = useRef(false);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || cursorAt < 0) return;
    const y = cursorAt * ROW;
    if (y < element.scrollTop || y > element.scrollTop + HEIGHT - ROW * 2)
      element.scrollTop = Math.max(0, y - HEIGHT / 2);
    if (focused.current)
      element.querySelector<HTMLElement>("[aria-selected=true]")?.focus({ preventScroll: true });
  }, [cursorAt]);

  if (cx === undefined) return null;
  const first = Math.max(0, Math.floor(top / ROW) - EXTRA);
  const last = Math.min(count, Math.ceil((top + HEIGHT) / ROW) + EXTRA);
  const shown = new Set(Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at));
  if (cursorAt >= 0) shown.add(cursorAt);
  const go = (at: number) => store.visit(rows?.[at] ?? at);
  const focusRow = cursorAt >= 0 ? cursorAt : first;
  return (
    <div
      class="ls-events"
      role="listbox"
      aria-label={UI.events}
      ref={list}
      onScroll={() => setTop(list.current?.scrollTop ?? 0)}
      onFocusIn={() => {
        focused.current = true;
      }}
      onFocusOut={() => {
        focused.current = false;
      }}
      onKeyDown={(event) => {
        const to = target(event.key, cursorAt, count);
        if (to === undefined) return;
        go(to);
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div class="ls-events__space" role="presentation" style={{ height: `${count * ROW}px` }} />
      {[...shown]
        .sort((a, b) => a - b)
        .map((at) => {
          const row = rows?.[at] ?? at;
          const events = cx.index.trace.events;
          const thread = events.thread[row] ?? 0;
          return (
            <div
              key={row}
              class={`ls-event ${threadClass(thread)} ${row > player.cursor ? "ls-event--later" : ""}`}
              role="option"
              aria-selected={row === player.cursor}
              aria-posinset={at + 1}
              aria-setsize={count}
              tabIndex={at === focusRow ? 0 : -1}
              style={{ transform: `translateY(${at * ROW}px)` }}
              onClick={() => go(at)}
            >
              <span class="ls-event__number">{formatCount(row + 1)}</span>
              <span class="ls-dot" aria-hidden="true" />
              <span class="ls-event__text">{eventTitle(cx, row)}</span>
            </div>
          );
        })}
    </div>
  );
}

const PAGE = 10;

function target(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, at + 1);
    case "ArrowUp":
      return Math.max(0, at - 1);
    case "PageDown":
      return Math.min(count - 1, at + PAGE);
    case "PageUp":
      return Math.max(0, at - PAGE);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

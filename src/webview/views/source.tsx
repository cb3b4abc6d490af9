// The lines of the entry, with a dot for each thread on the line where it stands. The editor shows the same; an exported page has only this.

import { useLayoutEffect, useRef } from "preact/hooks";
import { lineAt } from "../../trace/traceIndex.ts";
import { useStore } from "../store.ts";
import { say, UI } from "../words.ts";
import { Card } from "./card.tsx";
import { Code } from "./code.tsx";
import { threadClass } from "./segments.tsx";

export function Source() {
  return (
    <Card section="source" title={UI.source}>
      <Lines />
    </Card>
  );
}

function Lines() {
  const store = useStore();
  const run = store.session.value.run;
  const cursor = store.settled.value.cursor;
  const list = useRef<HTMLOListElement>(null);
  const current = run?.index.trace.events.line[cursor] ?? 0;
  useLayoutEffect(() => {
    const line = list.current?.querySelector<HTMLElement>(`[data-line="${current}"]`);
    const box = list.current;
    if (line === null || line === undefined || box === null) return;
    const y = line.offsetTop - box.offsetTop;
    if (y < box.scrollTop + 20 || y > box.scrollTop + box.clientHeight - 40)
      box.scrollTop = Math.max(0, y - box.clientHeight / 2);
  }, [current]);
  if (run === undefined) return null;
  const threads = new Map<number, number[]>();
  for (const track of run.index.tracks) {
    const line = lineAt(run.index, track.thread, cursor);
    if (line > 0) threads.set(line, [...(threads.get(line) ?? []), track.thread]);
  }
  const actor = run.index.trace.events.thread[cursor] ?? 0;
  const filter = store.settled.value.filter;
  return (
    <ol class="ls-source" ref={list} tabIndex={0} aria-label={UI.source}>
      {run.source.lines.map((text, at) => {
        const line = run.source.firstLine + at;
        const here = threads.get(line) ?? [];
        const marked = filter?.kind === "line" && filter.line === line;
        return (
          <li
            key={line}
            data-line={line}
            class={`ls-source__line ${line === current ? `ls-source__line--current ${threadClass(actor)}` : ""} ${marked ? "ls-source__line--marked" : ""}`}
          >
            <span class="ls-source__dots">
              {here.map((thread) => (
                <span
                  key={thread}
                  class={`ls-dot ${threadClass(thread)}`}
                  title={run.index.trace.threads[thread]?.name}
                />
              ))}
            </span>
            <button
              type="button"
              class="ls-source__number ls-link"
              aria-label={say(UI.filterLine, { line })}
              aria-pressed={marked}
              disabled={!run.index.rowsOfLine.has(line)}
              onClick={() => store.filter(marked ? undefined : { kind: "line", line })}
            >
              {line}
            </button>
            <code class="ls-source__text">{text === "" ? " " : <Code line={text} />}</code>
          </li>
        );
      })}
    </ol>
  );
}

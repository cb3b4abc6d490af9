// A data race: its two accesses beside each other, each with its line.

import type { TraceFinding } from "../../trace/trace.ts";
import { useStore } from "../store.ts";
import { Code } from "../views/code.tsx";
import { say, UI } from "../words.ts";

export function RaceCard({ finding }: { readonly finding: TraceFinding }) {
  const [first] = finding.related;
  return (
    <div class="ls-ending__finding">
      {finding.message}
      <div class="ls-race">
        {first !== undefined && <Access line={first.line} caption={first.message} />}
        <span class="ls-race__between">{UI.raceBetween}</span>
        <Access line={finding.line} caption={UI.raceSecond} />
      </div>
    </div>
  );
}

function Access({ line, caption }: { readonly line: number; readonly caption: string }) {
  const store = useStore();
  const source = store.session.value.run?.source;
  const text = source?.lines[line - source.firstLine] ?? "";
  return (
    <div class="ls-race__access">
      <span class="ls-race__caption">
        {caption}{" "}
        {line > 0 && (
          <button
            type="button"
            class="ls-link ls-segment--line"
            onClick={() => store.open({ kind: "line", line, column: 1 })}
          >
            {say(UI.threadLine, { line })}
          </button>
        )}
      </span>
      <code>
        <Code line={text.trim()} />
      </code>
    </div>
  );
}

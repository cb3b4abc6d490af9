// What the program has printed up to the cursor, and, dimmed, what it prints later in this run.

import { useStore } from "../store.ts";
import { UI } from "../words.ts";
import { Card } from "./card.tsx";
import { printedBy } from "./printed.ts";

export function Output() {
  const store = useStore();
  const run = store.session.value.run;
  if (run === undefined) return null;
  const { stdout, stderr } = run.index.trace.ending;
  const printed = printedBy(run.index, store.settled.value.cursor);
  const soon = stdout.startsWith(printed) ? stdout.slice(printed.length) : "";
  return (
    <Card section="output" title={UI.output}>
      {stdout === "" ? (
        <p class="ls-note">{UI.outputNothing}</p>
      ) : (
        <pre
          class="ls-output"
          tabIndex={0}
          aria-label={UI.output}
          title={soon === "" ? undefined : UI.outputLater}
        >
          {printed}
          <span class="ls-output__caret" aria-hidden="true" />
          <span class="ls-output__later">{soon}</span>
        </pre>
      )}
      {stderr !== "" && store.settled.value.cursor >= store.settled.value.rows - 1 && (
        <>
          <h3 class="ls-subtitle">{UI.stderr}</h3>
          <pre class="ls-output ls-output--error" tabIndex={0} aria-label={UI.stderr}>
            {stderr}
          </pre>
        </>
      )}
    </Card>
  );
}

// A program that rustc would not accept: its words, the lines in question, and what would happen if it were allowed.

import type { ComponentChildren } from "preact";
import type { PanelDiagnostic, SourceText } from "../../protocol/messages.ts";
import { useStore } from "../store.ts";
import { say, UI } from "../words.ts";
import { Icon } from "./icons.tsx";
import { InlineCode } from "./inlineCode.tsx";
import { Code } from "./code.tsx";
import { excerptOf } from "./excerpt.ts";
import type { ExcerptLine } from "./excerpt.ts";

export function RejectedView() {
  const store = useStore();
  const rejected = store.session.value.rejected;
  if (rejected === undefined) return null;
  const errors = rejected.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  const rest = rejected.diagnostics.filter((diagnostic) => diagnostic.severity !== "error");
  return (
    <main class="ls-rejected">
      <h2 class="ls-rejected__title">
        <Icon name="cross" />
        {UI.rejected}
        <span class="ls-muted">
          {errors.length === 1 ? UI.rejectedOne : say(UI.rejectedMany, { count: errors.length })}
        </span>
      </h2>
      {[...errors, ...rest].map((diagnostic, at) => (
        <DiagnosticView key={at} diagnostic={diagnostic} source={rejected.source}>
          <Repairs diagnostic={rejected.diagnostics.indexOf(diagnostic)} />
        </DiagnosticView>
      ))}
      {rejected.whatIf && (
        <div class="ls-rejected__whatIf">
          <button
            type="button"
            class="ls-button ls-button--primary"
            onClick={() => store.run(store.player.value.scheduler, true)}
          >
            <Icon name="warning" />
            {UI.whatIfButton}
          </button>
          <span class="ls-muted">{UI.whatIfHint}</span>
        </div>
      )}
    </main>
  );
}

/** What makes it compile; a click edits the file. */
function Repairs({ diagnostic }: { readonly diagnostic: number }) {
  const store = useStore();
  const repairs = store.session.value.repairs.flatMap((repair, index) =>
    repair.diagnostic === diagnostic ? [{ title: repair.title, index }] : [],
  );
  if (repairs.length === 0 || !store.host.live) return null;
  return (
    <div class="ls-repairs" role="group" aria-label={UI.repairs}>
      {repairs.map(({ title, index }) => (
        <button
          key={index}
          type="button"
          class="ls-button"
          title={UI.repair}
          onClick={() => store.host.post({ kind: "repair", repair: index })}
        >
          <Icon name="wrench" />
          <InlineCode text={title} />
        </button>
      ))}
    </div>
  );
}

function DiagnosticView({
  diagnostic,
  source,
  children,
}: {
  readonly diagnostic: PanelDiagnostic;
  readonly source: SourceText;
  readonly children: ComponentChildren;
}) {
  const store = useStore();
  return (
    <article class={`ls-diagnostic ls-diagnostic--${diagnostic.severity}`}>
      <h3 class="ls-diagnostic__message">
        <span class="ls-diagnostic__code">
          {diagnostic.severity}
          {diagnostic.code === undefined ? "" : `[${diagnostic.code}]`}:
        </span>{" "}
        <InlineCode text={diagnostic.message} />
      </h3>
      <div
        class="ls-excerpt"
        tabIndex={0}
        role="group"
        aria-label={say(UI.threadLine, { line: diagnostic.line })}
      >
        {excerptOf(diagnostic, source).map((line, at) => (
          <Line
            key={at}
            line={line}
            open={() => store.open({ kind: "line", line: line.number, column: 1 })}
          />
        ))}
      </div>
      {children}
    </article>
  );
}

/** A message stands under its mark, but no further to the right than this. */
const INDENT_SHOWN = 8;

function Line({ line, open }: { readonly line: ExcerptLine; readonly open: () => void }) {
  if (line.gap) {
    return (
      <div class="ls-excerpt__gap" aria-hidden="true">
        <Rail line={line} />
        <span class="ls-excerpt__number">⋮</span>
      </div>
    );
  }
  return (
    <>
      <div class="ls-excerpt__line">
        <Rail line={line} dot={line.marks.length > 0} />
        <button
          type="button"
          class="ls-excerpt__number ls-link"
          onClick={open}
          aria-label={say(UI.openLine, { line: line.number })}
        >
          {line.number}
        </button>
        <code class="ls-excerpt__text">
          <Code line={line.text} />
        </code>
      </div>
      {line.marks.map((mark, at) => (
        <div
          key={at}
          class={`ls-excerpt__mark ls-excerpt__mark--${mark.primary ? "primary" : "related"}`}
        >
          <span
            class={`ls-excerpt__rail ls-excerpt__rail--${line.rail === "first" || line.rail === "through" ? "through" : "none"}`}
            aria-hidden="true"
          />
          <span class="ls-excerpt__number" aria-hidden="true" />
          <span class="ls-excerpt__text">
            {" ".repeat(mark.indent)}
            <span class="ls-excerpt__carets" aria-hidden="true">
              {(mark.primary ? "^" : "-").repeat(mark.width)}
            </span>
            {mark.message !== "" && (
              <span
                class="ls-excerpt__message"
                style={{ paddingLeft: `${Math.min(mark.indent, INDENT_SHOWN)}ch` }}
              >
                <InlineCode text={mark.message} />
              </span>
            )}
          </span>
        </div>
      ))}
    </>
  );
}

/** A dot where a line is marked, joined with the others: from where to where the story goes. */
function Rail({ line, dot }: { readonly line: ExcerptLine; readonly dot?: boolean }) {
  const primary = line.marks.some((mark) => mark.primary);
  return (
    <span class={`ls-excerpt__rail ls-excerpt__rail--${line.rail}`} aria-hidden="true">
      {dot === true && (
        <span class={`ls-excerpt__dot ${primary ? "ls-excerpt__dot--primary" : ""}`} />
      )}
    </span>
  );
}

export function RefusedView() {
  const store = useStore();
  const refused = store.session.value.refused;
  if (refused === undefined) return null;
  return (
    <main class="ls-rejected">
      <h2 class="ls-rejected__title">
        <Icon name="warning" />
        {UI.refused}
      </h2>
      <p class="ls-refused__message">{refused.message}</p>
      {refused.reasons.length > 0 && (
        <>
          <h3 class="ls-subtitle">{UI.reasons}</h3>
          <ul class="ls-refused__reasons">
            {refused.reasons.map((reason, at) => (
              <li key={at}>
                <button
                  type="button"
                  class="ls-link ls-segment--line"
                  onClick={() => store.open({ kind: "line", line: reason.line, column: 1 })}
                >
                  {say(UI.threadLine, { line: reason.line })}
                </button>
                <code class="ls-segment--code">{reason.what}</code>
                <span>{reason.reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {store.host.live && (
        <button type="button" class="ls-button" onClick={() => store.rerun()}>
          <Icon name="refresh" />
          {UI.rerun}
        </button>
      )}
    </main>
  );
}

// What the entry is called with: a Rust expression for each parameter, run again with Enter.

import { useStore } from "../store.ts";
import { say, UI } from "../words.ts";
import { InlineCode } from "./inlineCode.tsx";

export function Arguments() {
  const store = useStore();
  const { entry } = store.session.value;
  if (entry === undefined || entry.fields.length === 0 || !store.host.live) return null;
  const run = (event: Event) => {
    event.preventDefault();
    const fields = (event.currentTarget as HTMLFormElement).querySelectorAll("input");
    store.host.post({ kind: "arguments", values: [...fields].map((field) => field.value) });
  };
  return (
    <form class="ls-arguments" onSubmit={run}>
      <span class="ls-arguments__title">
        <InlineCode text={say(UI.arguments, { name: `\`${entry.name}\`` })} />
      </span>
      {entry.fields.map(({ name, type, value, error }, at) => (
        <label key={`${entry.name} ${at}`} class="ls-argument">
          <code>
            {name}
            <span class="ls-muted">: {type}</span>
          </code>
          <input
            class="ls-argument__value"
            defaultValue={value}
            size={Math.max(6, Math.min(40, value.length + 1))}
            spellcheck={false}
            autocomplete="off"
            aria-invalid={error !== undefined}
            aria-describedby={error && `ls-argument-${at}`}
          />
          {error !== undefined && (
            <span class="ls-argument__error" id={`ls-argument-${at}`} role="alert">
              <InlineCode text={error} />
            </span>
          )}
        </label>
      ))}
      <button type="submit" class="ls-button ls-button--small">
        {UI.argumentsRun}
      </button>
      {entry.chosen !== "" && (
        <span class="ls-muted">
          <InlineCode text={say(UI.argumentsChosen, { chosen: `\`${entry.chosen}\`` })} />
        </span>
      )}
    </form>
  );
}

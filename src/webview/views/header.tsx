// File and entry, the verdict in a few words, edition and lines; below it what stands in the way of trusting the picture.

import { formatCount } from "../../explain/segments.ts";
import { useStore } from "../store.ts";
import { say, UI } from "../words.ts";
import { Icon } from "./icons.tsx";
import { InlineCode } from "./inlineCode.tsx";

export function Header() {
  const store = useStore();
  const session = store.session.value;
  const trace = session.run?.index.trace;
  const place =
    session.rejected ?? (session.screen === "refused" ? session.refused : undefined) ?? trace;
  const entry = place !== undefined && "entry" in place ? place.entry : "";
  return (
    <div class="ls-header">
      <h1 class="ls-header__title">
        {place === undefined ? UI.appName : fileName(place.file)}
        {entry !== "" && (
          <>
            <span class="ls-header__arrow" aria-hidden="true">
              {" "}
              ›{" "}
            </span>
            {entry}
          </>
        )}
      </h1>
      <VerdictChipView />
      {trace !== undefined && session.screen === "run" && (
        <span class="ls-header__facts">
          {!store.host.live && `${UI.standalone} · `}
          {say(UI.edition, { edition: trace.edition })} ·{" "}
          {say(UI.lines, { from: trace.lines[0], to: trace.lines[1] })}
        </span>
      )}
    </div>
  );
}

export function Banners() {
  const store = useStore();
  const session = store.session.value;
  return (
    <>
      {session.busy !== "" && (
        <div class="ls-banner ls-banner--busy" role="status">
          <span class="ls-spinner" aria-hidden="true" />
          {say(UI.busy, { what: session.busy })}
        </div>
      )}
      {session.stale && (
        <div class="ls-banner ls-banner--stale" role="status">
          <Icon name="warning" />
          <span class="ls-banner__text">{UI.stale}</span>
          <button type="button" class="ls-button ls-button--small" onClick={() => store.rerun()}>
            <Icon name="refresh" />
            {UI.rerun}
          </button>
        </div>
      )}
      {session.run?.whatIf === true && session.screen === "run" && (
        <div class="ls-banner ls-banner--whatIf" role="status">
          <Icon name="warning" />
          <span class="ls-banner__text">{UI.whatIfOn}</span>
          {store.host.live && (
            <button
              type="button"
              class="ls-button ls-button--small"
              onClick={() => store.run({ kind: "roundRobin" }, false)}
            >
              {UI.whatIfOff}
            </button>
          )}
        </div>
      )}
      {session.comparing?.kind === "variant" && (
        <div class="ls-banner ls-banner--whatIf" role="status">
          <span class="ls-banner__text">
            <InlineCode text={say(UI.variantOn, { title: session.comparing.title })} />
          </span>
          <button
            type="button"
            class="ls-button ls-button--small"
            onClick={() => store.host.post({ kind: "applyVariant" })}
          >
            {UI.variantApply}
          </button>
          <button
            type="button"
            class="ls-button ls-button--small"
            onClick={() => store.host.post({ kind: "variant", variant: undefined })}
          >
            {UI.variantOff}
          </button>
        </div>
      )}
    </>
  );
}

function VerdictChipView() {
  const store = useStore();
  const { verdict, told, exploring, screen } = store.session.value;
  if (screen !== "run") return null;
  if (exploring !== undefined) {
    return (
      <span class="ls-chip ls-chip--neutral">
        <span class="ls-spinner" aria-hidden="true" />
        {say(UI.exploringShort, { states: formatCount(exploring.states) })}
      </span>
    );
  }
  const chip = told?.chip;
  if (verdict === undefined || chip === undefined) return null;
  return (
    <span class={`ls-chip ls-chip--${chip.tone}`}>
      {chip.tone !== "neutral" && <Icon name={chip.tone === "good" ? "check" : "cross"} />}
      <span class="ls-chip__text">{chip.text}</span>
    </span>
  );
}

function fileName(path: string): string {
  return path.split(/[\\/]/).pop() ?? path;
}

// Every outcome that exploration found, how likely, how to get there; and what the verdict rests on.

import { useState } from "preact/hooks";
import { formatCount, formatPercent, formatTime } from "../../explain/segments.ts";
import {
  findingWord,
  needWord,
  outcomeStatus,
  outcomeTone,
  printedLines,
  switchesText,
} from "../../explain/outcome.ts";
import type { Outcome, Verdict } from "../../trace/verdict.ts";
import { outcomeOfRun } from "../session.ts";
import { useStore } from "../store.ts";
import { Card } from "../views/card.tsx";
import { Icon } from "../views/icons.tsx";
import { Segments } from "../views/segments.tsx";
import { say, UI } from "../words.ts";
import { shareOf } from "./compare.ts";
import { ComparisonView } from "./comparison.tsx";
import { Story } from "./story.tsx";
import { outcomeTitle } from "../../explain/outcome.ts";

const SHOWN = 6;
/** More than these are worth a filter. */
const FILTERED = 3;

export function Outcomes() {
  const store = useStore();
  const { verdict, exploring, comparing, reachable } = store.session.value;
  return (
    <Card section="outcomes" title={UI.outcomes}>
      {exploring !== undefined && <Progress />}
      {verdict === undefined && exploring === undefined && <Unexplored />}
      {reachable !== undefined && (
        <ComparisonView
          comparing={{ kind: "choose", title: "", before: verdict }}
          now={reachable}
        />
      )}
      {verdict !== undefined && comparing !== undefined && (
        <ComparisonView comparing={comparing} now={verdict} />
      )}
      {verdict !== undefined && <VerdictView verdict={verdict} />}
      <Story />
    </Card>
  );
}

function Unexplored() {
  const store = useStore();
  return (
    <>
      <p class="ls-note">{UI.outcomesNone}</p>
      {store.host.live && (
        <button type="button" class="ls-button" onClick={() => store.explore()}>
          <Icon name="graph" />
          {UI.explore}
        </button>
      )}
    </>
  );
}

function Progress() {
  const store = useStore();
  const exploring = store.session.value.exploring;
  if (exploring === undefined) return null;
  const { states, outcomes, elapsedMs, progress } = exploring;
  const met = say(outcomes === 1 ? UI.exploringOne : UI.exploring, {
    states: formatCount(states),
    outcomes: formatCount(outcomes),
    time: formatTime(elapsedMs),
  });
  const share = progress === undefined ? "" : formatPercent(Math.min(progress, 0.999));
  const text = share === "" ? met : say(UI.exploringShare, { met, share });
  return (
    <div class="ls-progress">
      <div
        class="ls-progress__bar"
        role="progressbar"
        aria-label={UI.explore}
        aria-valuetext={text}
      />
      <span class="ls-progress__text">{text}</span>
      <button
        type="button"
        class="ls-button ls-button--small"
        onClick={() => store.host.post({ kind: "cancel" })}
      >
        {UI.cancel}
      </button>
    </div>
  );
}

function VerdictView({ verdict }: { readonly verdict: Verdict }) {
  const store = useStore();
  const [all, setAll] = useState(false);
  const { run, told } = store.session.value;
  // A run that stands at a choice has not ended as anything yet.
  const own =
    run === undefined || run.next.length > 0 ? -1 : outcomeOfRun(verdict, run.index.trace.ending);
  const kinds = [...new Set(verdict.outcomes.map(outcomeStatus))];
  const [kind, setKind] = useState<string | undefined>(undefined);
  const wanted = kinds.includes(kind ?? "") ? kind : undefined;
  const kept = verdict.outcomes.filter(
    (outcome) => wanted === undefined || outcomeStatus(outcome) === wanted,
  );
  const shown = all ? kept : kept.slice(0, SHOWN);
  const rest = kept.length - shown.length;
  const single = verdict.outcomes.length === 1 && verdict.complete;
  return (
    <>
      {kinds.length > 1 && verdict.outcomes.length > FILTERED && (
        <div class="ls-outcomes__filter" role="group" aria-label={UI.filterOutcomes}>
          {[undefined, ...kinds].map((one) => (
            <button
              key={one ?? ""}
              type="button"
              class="ls-button ls-button--small"
              aria-pressed={one === wanted}
              onClick={() => setKind(one)}
            >
              {one ?? UI.filterAll}
            </button>
          ))}
        </div>
      )}
      {verdict.outcomes.length > 0 && (
        <ul class="ls-outcomes">
          {shown.map((outcome) => (
            <OutcomeRow
              key={verdict.outcomes.indexOf(outcome)}
              outcome={outcome}
              at={verdict.outcomes.indexOf(outcome)}
              own={verdict.outcomes.indexOf(outcome) === own}
              share={shareOf(verdict, outcome)}
            />
          ))}
          {single && verdict.outcomes[0]?.status !== "deadlock" && (
            <NoneRow text={outcomeStatus({ status: "deadlock", exitCode: undefined })} />
          )}
          {single && verdict.outcomes[0]?.status !== "panic" && (
            <NoneRow text={outcomeStatus({ status: "panic", exitCode: undefined })} />
          )}
        </ul>
      )}
      {rest > 0 && (
        <button type="button" class="ls-link ls-outcomes__more" onClick={() => setAll(true)}>
          {say(UI.moreOutcomes, { count: rest })}
        </button>
      )}
      <div class="ls-verdict" aria-live="polite">
        {told?.sentences.map((sentence, at) => (
          <p key={at}>
            <Segments sentence={sentence} />
          </p>
        ))}
      </div>
      {told !== undefined && told.assumptions.length > 0 && (
        <div class="ls-assumptions">
          <h3 class="ls-subtitle">{UI.assumptions}</h3>
          <ul>
            {told.assumptions.map((assumption, at) => (
              <li key={at}>
                <Segments sentence={assumption} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function OutcomeRow({
  outcome,
  at,
  own,
  share: probability,
}: {
  readonly outcome: Outcome;
  readonly at: number;
  readonly own: boolean;
  readonly share: number | undefined;
}) {
  const store = useStore();
  const tone = outcomeTone(outcome);
  const title = outcomeTitle(outcome);
  const chosen = store.settled.value.outcome === at;
  const lines = printedLines(outcome.stdout);
  const silentOk = outcome.status === "ok" && lines.length === 0;
  return (
    <li class={`ls-outcome ls-outcome--${tone} ${chosen ? "ls-outcome--chosen" : ""}`}>
      <Bar probability={probability} />
      <div class="ls-outcome__what">
        {(outcome.status !== "ok" || silentOk) && (
          <span class="ls-outcome__status">
            {tone === "bad" && <Icon name="cross" />}
            {silentOk ? title : outcomeStatus(outcome)}
          </span>
        )}
        {outcome.panic !== undefined && (
          <code class="ls-outcome__panic" title={outcome.panic}>
            {outcome.panic}
          </code>
        )}
        {lines.length > 0 && (
          <code class="ls-outcome__stdout" title={outcome.stdout}>
            {shownLines(lines)}
          </code>
        )}
        <span class="ls-outcome__facts">
          {own && <span class="ls-badge">{UI.thisRun}</span>}
          {outcome.schedules !== undefined && outcome.schedules !== "0" && (
            <span>
              {outcome.schedules === "1"
                ? UI.schedulesOne
                : say(UI.schedulesCount, { count: formatCount(outcome.schedules) })}
            </span>
          )}
          <span>{switchesText(outcome.switches)}</span>
          {outcome.preemptions > 0 && (
            <span>
              {outcome.preemptions === 1
                ? UI.preemptionsOne
                : say(UI.preemptions, { count: outcome.preemptions })}
            </span>
          )}
          {outcome.needs.map((need) => (
            <span key={need}>{needWord(need)}</span>
          ))}
          {badges(outcome).map(({ kind, message }) => (
            <span key={kind} class="ls-badge ls-badge--bad" title={message}>
              {findingWord(kind)}
            </span>
          ))}
        </span>
      </div>
      <span class="ls-outcome__percent">
        {probability === undefined ? "" : formatPercent(probability)}
      </span>
      {store.host.live && (
        <button
          type="button"
          class="ls-button ls-button--small ls-outcome__replay"
          aria-label={say(UI.replayLabel, { title })}
          onClick={() => {
            store.dispatch({ kind: "outcome", outcome: at });
            store.run({ kind: "schedule", schedule: outcome.schedule, label: title });
          }}
        >
          <Icon name="play" />
          {UI.replay}
        </button>
      )}
    </li>
  );
}

/** What the row does not say by itself. */
const SAID: ReadonlySet<string> = new Set(["deadlock_cycle", "panic", "undefined_behaviour"]);

/** Each kind of finding once. */
function badges(outcome: Outcome): Outcome["findings"] {
  const shown = outcome.findings.filter((finding) => !SAID.has(finding.kind));
  return shown.filter((one, at) => shown.findIndex((other) => other.kind === one.kind) === at);
}

function Bar({ probability }: { readonly probability: number | undefined }) {
  const share = probability === undefined ? 0 : Math.max(0.02, probability);
  return (
    <div class="ls-bar" aria-hidden="true">
      <div class="ls-bar__fill" style={{ width: `${share * 100}%` }} />
    </div>
  );
}

function NoneRow({ text }: { readonly text: string }) {
  return (
    <li class="ls-outcome ls-outcome--none">
      <div class="ls-bar" aria-hidden="true" />
      <div class="ls-outcome__what">{text}</div>
      <span class="ls-outcome__percent">{UI.noneOf}</span>
    </li>
  );
}

const LINES_SHOWN = 12;

/** On one line, so that orders can be compared; the whole text is in the tooltip. */
function shownLines(lines: readonly string[]): string {
  const shown = lines.slice(0, LINES_SHOWN).join(" ⏎ ");
  return lines.length <= LINES_SHOWN
    ? shown
    : `${shown} … ${say(UI.more, { count: lines.length - LINES_SHOWN })}`;
}

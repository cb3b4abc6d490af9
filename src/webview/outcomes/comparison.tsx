// What a what-if or an edit changes: the outcomes before and now, with a bar for each.

import { outcomeTitle, outcomeTone } from "../../explain/outcome.ts";
import { formatPercent } from "../../explain/segments.ts";
import type { Comparison } from "../../protocol/messages.ts";
import type { Verdict } from "../../trace/verdict.ts";
import { UI } from "../words.ts";
import { compareVerdicts } from "./compare.ts";
import type { ComparedRow } from "./compare.ts";

const SHOWN = 8;

export function ComparisonView({
  comparing,
  now,
}: {
  readonly comparing: Comparison;
  readonly now: Verdict;
}) {
  if (comparing.before === undefined) return null;
  const rows = compareVerdicts(comparing.before, now);
  const same = rows.every((row) => (row.before === undefined) === (row.now === undefined));
  return (
    <table class="ls-compare">
      <thead>
        <tr>
          <th scope="col">{heading(comparing.kind, same)}</th>
          <th scope="col">{UI.compareBefore[comparing.kind]}</th>
          <th scope="col">{UI.compareNow[comparing.kind]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, SHOWN).map((row, at) => (
          <tr key={at} class={`ls-outcome--${outcomeTone(row.outcome)} ${changeOf(row).class}`}>
            <th scope="row">
              {outcomeTitle(row.outcome)}
              {changeOf(row).word !== "" && (
                <>
                  {" "}
                  <span class="ls-badge">{changeOf(row).word}</span>
                </>
              )}
            </th>
            <Share of={row.before} />
            <Share of={row.now} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function heading(kind: Comparison["kind"], same: boolean): string {
  if (kind === "choose") return same ? UI.compareAll : UI.compareLeft;
  return same ? UI.compareSame : UI.compare;
}

/** What appeared, and what disappeared. */
function changeOf({ before, now }: ComparedRow): { readonly class: string; readonly word: string } {
  if (before === undefined) return { class: "ls-compare__new", word: UI.compareNew };
  if (now === undefined) return { class: "ls-compare__gone", word: UI.compareGone };
  return { class: "", word: "" };
}

function Share({ of }: { readonly of: ComparedRow["now"] }) {
  const share = of?.probability;
  return (
    <td class={of === undefined ? "ls-muted" : ""}>
      <div class="ls-bar" aria-hidden="true">
        <div class="ls-bar__fill" style={{ width: `${(share ?? 0) * 100}%` }} />
      </div>
      {of === undefined ? UI.noneOf : share === undefined ? UI.possible : formatPercent(share)}
    </td>
  );
}

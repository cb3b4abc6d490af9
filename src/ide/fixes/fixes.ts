// The quick fixes for the messages at a place of the text, each tried out before it is offered.

import type { Span } from "../../base/span.ts";
import type { Steps } from "../../base/steps.ts";
import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { addMove } from "./addMove.ts";
import { addMut } from "./addMut.ts";
import { addSendBound } from "./addSendBound.ts";
import { bindScrutinee } from "./bindScrutinee.ts";
import { cloneBefore } from "./cloneBefore.ts";
import { cloneValue } from "./cloneValue.ts";
import { bindGuard } from "./bindGuard.ts";
import { dropGuard } from "./dropGuard.ts";
import { dropSender } from "./dropSender.ts";
import { fetchAndModify } from "./fetchAndModify.ts";
import { applyEdits, inOrder, type Fix, type Proposer } from "./fix.ts";
import { importName } from "./importName.ts";
import { lockInside } from "./lockInside.ts";
import { loopAroundWait } from "./loopAroundWait.ts";
import { works, type Analyze } from "./recheck.ts";
import { shareInArc } from "./shareInArc.ts";
import { similarName } from "./similarName.ts";
import { strongerOrder } from "./strongerOrder.ts";
import { swapLocks } from "./swapLocks.ts";
import { threadSafeType } from "./threadSafeType.ts";

/** By the code of the message. */
const PROPOSERS: Readonly<Record<string, readonly Proposer[]>> = {
  E0277: [threadSafeType, addSendBound, lockInside],
  E0373: [addMove],
  E0382: [cloneBefore, shareInArc, cloneValue],
  E0384: [addMut],
  E0412: [importName, similarName],
  E0425: [similarName, importName],
  E0432: [similarName],
  E0433: [importName, similarName],
  E0505: [dropGuard, cloneBefore],
  E0594: [addMut, lockInside],
  E0596: [addMut, lockInside],
  let_underscore_lock: [bindGuard],
  "lockstep::arc_of_non_send": [threadSafeType],
  "lockstep::double_lock": [dropGuard],
  "lockstep::endless_receiver": [dropSender],
  "lockstep::guard_across_wait": [dropGuard],
  "lockstep::guard_in_scrutinee": [bindScrutinee],
  "lockstep::load_then_store": [fetchAndModify],
  "lockstep::lock_order": [swapLocks],
  "lockstep::relaxed_publication": [strongerOrder],
  "lockstep::wait_without_loop": [loopAroundWait],
};

/** Fixes for the messages that touch a range. */
export function* fixesAt(analysis: Analysis, range: Span, analyze: Analyze): Steps<readonly Fix[]> {
  const fixes: Fix[] = [];
  for (const diagnostic of yield* analysis.diagnosing()) {
    const { span } = diagnostic;
    if (span.start <= range.end && range.start <= span.end)
      fixes.push(...(yield* fixesFor(analysis, diagnostic, analyze)));
  }
  return fixes;
}

export function* fixesFor(
  analysis: Analysis,
  diagnostic: Diagnostic,
  analyze: Analyze,
): Steps<readonly Fix[]> {
  const proposers = PROPOSERS[diagnostic.code ?? ""] ?? [];
  const found = new Map<string, Omit<Fix, "preferred">>();
  for (const proposal of proposers.flatMap((propose) => propose(analysis, diagnostic))) {
    const { title } = proposal;
    if (found.has(title) || !(yield* works(analysis, diagnostic, proposal, analyze))) continue;
    found.set(title, { title, diagnostic, edits: inOrder(proposal.edits) });
  }
  return [...found.values()].map((fix) => ({ ...fix, preferred: found.size === 1 }));
}

/** More rounds than a text that somebody is writing has errors. */
const ROUNDS = 20;

/** The text after every fix that is the only one for its message; undefined when there is none. */
export function* fixAll(analysis: Analysis, analyze: Analyze): Steps<string | undefined> {
  let at = analysis;
  for (let round = 0; round < ROUNDS; round++) {
    const fix = yield* firstPreferred(at, analyze);
    if (fix === undefined) break;
    at = analyze(applyEdits(at.text, fix.edits));
  }
  return at === analysis ? undefined : at.text;
}

function* firstPreferred(analysis: Analysis, analyze: Analyze): Steps<Fix | undefined> {
  for (const diagnostic of yield* analysis.diagnosing()) {
    const fixes = yield* fixesFor(analysis, diagnostic, analyze);
    const only = fixes.find((fix) => fix.preferred);
    if (only !== undefined) return only;
  }
  return undefined;
}

// Warnings that no compiler gives, with their claims checked: what says that a program can stop for ever is tried out.
//
// The static half finds candidates (`diagnostics/warnings.ts`). Those that claim a deadlock are held against the explored
// program, within a fixed number of steps: a schedule that stops there proves the claim, and a complete search without one
// refutes it. Where the search does not come to an end, only claims that hold on every run are kept.

import { lineColumnAt } from "../base/lineIndex.ts";
import { isStdSpan, type Span } from "../base/span.ts";
import type { Steps } from "../base/steps.ts";
import { isAllowed } from "../diagnostics/levels.ts";
import { findWarnings } from "../diagnostics/warnings.ts";
import type { Warning } from "../diagnostics/warning.ts";
import { calleeOf, isUserDef, userBodies } from "../diagnostics/bodies.ts";
import type { Behaviour } from "../flow/threads/events.ts";
import { behaviourOf } from "../flow/threads/walk.ts";
import type { DefId } from "../hir/defs.ts";
import type { Verdict } from "../trace/verdict.ts";
import type { Analysis, Diagnostic, Entry } from "./contract.ts";
import { startExploration } from "./exploreProgram.ts";
import { machineOf } from "./program.ts";

/** How far a program is explored for its warnings. */
const MAX_STATES = 4_000;
const STEPS_PER_ROUND = 2_000;
const ROUNDS = 200;

/** What rustc says; where it has nothing against the program, our warnings too. */
export function* allDiagnostics(analysis: Analysis): Steps<readonly Diagnostic[]> {
  const told = yield* analysis.compiling();
  if (told.some((one) => one.severity === "error")) return told;
  if (analysis.fragment) return told;
  yield;
  const lineOf = (span: Span) => lineColumnAt(analysis.lines, span.start).line;
  const behaviours: Behaviour[] = [];
  for (const root of usesThreads(analysis) ? rootsOf(analysis) : []) {
    behaviours.push(behaviourOf(analysis.mir, root));
    yield;
  }
  const { mir, text, edition } = analysis;
  const all = yield* findWarnings({ mir, text, edition, behaviours, lineOf });
  const found = all.filter((warning) => !isAllowed(analysis.program, text, warning));
  const verdicts = new Map<DefId, Verdict | undefined>();
  for (const { claim } of found) {
    const entry = analysis.entries.find((one) => one.def === claim?.entry);
    if (entry === undefined || verdicts.has(entry.def)) continue;
    verdicts.set(entry.def, yield* tryOut(analysis, entry));
  }
  const believed = found.filter((one) => isBelieved(analysis, one, verdicts, lineOf));
  return [...told, ...believed.map(plain)].sort((a, b) => a.span.start - b.span.start);
}

function plain({ severity, code, message, span, related }: Warning): Diagnostic {
  const inText = related.filter((place) => !isStdSpan(place.span));
  return { severity, code, message, span, related: inText };
}

/** Something of std that locks, waits, starts threads or is an atomic is called somewhere. */
function usesThreads({ mir, program }: Analysis): boolean {
  return userBodies(mir).some((user) =>
    user.exprs.some((expr) => {
      const callee = calleeOf(user, expr);
      if (callee === undefined || isUserDef(mir, callee.def)) return false;
      return MARKERS.some((marker) => program.marker(callee.def, marker) !== undefined);
    }),
  );
}

const MARKERS = ["effect", "spawns", "access", "receives"];

/** What can be run; without a `main`, also every function that others may call. */
function rootsOf({ entries, program }: Analysis): readonly DefId[] {
  const roots = entries.map((entry) => entry.def);
  if (entries.some((entry) => entry.kind === "main")) return roots;
  const rest = program.localDefs.filter((id) => {
    const def = program.def(id);
    return def.kind === "fn" && def.hasBody && !roots.includes(id);
  });
  return [...roots, ...rest];
}

function isBelieved(
  analysis: Analysis,
  { claim }: Warning,
  verdicts: ReadonlyMap<DefId, Verdict | undefined>,
  lineOf: (span: Span) => number,
): boolean {
  if (claim === undefined) return true;
  const entry = analysis.entries.find((one) => one.def === claim.entry);
  // A function that others call: what is known to happen in it, happens.
  if (entry === undefined) return true;
  const verdict = verdicts.get(entry.def);
  if (verdict?.status !== "explored") return claim.sure;
  const lines = new Set(claim.waits.map(lineOf));
  if (stopsAt(verdict, lines)) return true;
  return claim.sure && !verdict.complete && !verdict.completeExceptOutput;
}

function stopsAt(verdict: Verdict, lines: ReadonlySet<number>): boolean {
  return verdict.outcomes.some(
    (outcome) =>
      outcome.status === "deadlock" &&
      outcome.findings.some(
        (finding) =>
          lines.has(finding.line) || finding.related.some((place) => lines.has(place.line)),
      ),
  );
}

function* tryOut(analysis: Analysis, entry: Entry): Steps<Verdict> {
  const program = { kind: "ready", analysis, entry, unchecked: false } as const;
  const running = startExploration(
    { ...program, machine: machineOf(program) },
    { maxStates: MAX_STATES },
  );
  for (let round = 0; running.exploration.phase !== "done"; round++) {
    if (round === ROUNDS) running.exploration.stop("budget");
    running.exploration.advance(STEPS_PER_ROUND);
    yield;
  }
  return running.verdict(0);
}

// The decision tree of a match: candidates are tested from top to bottom, and one test serves all candidates it can decide.
//
// Follows `match_candidates`/`test_candidates` of rustc's match lowering: the first test of the first candidate is
// performed; the candidates behind it are sorted into its branches as long as the test says something about them; the
// rest is tried where no branch matched. Or-patterns that bind nothing lead back into one block where there is no guard; others
// multiply the candidate.

import type { BlockId } from "../../mir.ts";
import { newBlock, terminateAt } from "../builder.ts";
import type { Builder } from "../builder.ts";
import type { Candidate, MatchPair, PatBinding } from "./candidates.ts";
import { performTest, sortPair, testOf } from "./tests.ts";
import type { MatchSpans, Test } from "./tests.ts";

/** Makes leaves for all candidates that can match; gives the block reached when none does. */
export function matchCandidates(
  b: Builder,
  candidates: readonly Candidate[],
  start: BlockId,
  spans: MatchSpans,
): BlockId {
  const [first, ...rest] = candidates;
  if (!first) return start;
  const pair = first.pairs.find((candidate) => candidate.test.kind !== "or") ?? first.pairs[0];
  if (!pair) return leaf(b, first, rest, start, spans);
  if (pair.test.kind === "or") return orPattern(b, first, pair, rest, start, spans);
  return testCandidates(b, testOf(b, pair), candidates, start, spans);
}

function leaf(
  b: Builder,
  matched: Candidate,
  rest: readonly Candidate[],
  start: BlockId,
  spans: MatchSpans,
): BlockId {
  // Without a guard what follows is never reached, but keeps its blocks for the analyses.
  const next = newBlock(b);
  matched.leaves.push({
    block: start,
    bindings: matched.bindings,
    otherwise: matched.hasGuard ? next : undefined,
  });
  return matchCandidates(b, rest, next, spans);
}

function orPattern(
  b: Builder,
  first: Candidate,
  pair: MatchPair,
  rest: readonly Candidate[],
  start: BlockId,
  spans: MatchSpans,
): BlockId {
  if (pair.test.kind !== "or") return start;
  const others = first.pairs.filter((candidate) => candidate !== pair);
  // A guard is asked again for each alternative that matches.
  if (pair.test.binds || first.hasGuard) {
    const expanded = pair.test.alternatives.map((flat): Candidate => ({
      ...first,
      pairs: [...flat.pairs, ...others],
      bindings: [...flat.bindings, ...first.bindings] satisfies readonly PatBinding[],
    }));
    return matchCandidates(b, [...expanded, ...rest], start, spans);
  }
  const alternatives = pair.test.alternatives.map((flat): Candidate => ({
    arm: first.arm,
    pairs: flat.pairs,
    bindings: [],
    hasGuard: false,
    leaves: [],
  }));
  const failed = matchCandidates(b, alternatives, start, spans);
  const merged = newBlock(b);
  for (const alternative of alternatives) {
    for (const reached of alternative.leaves)
      terminateAt(b, reached.block, { kind: "goto", target: merged }, pair.pat.span);
  }
  const othersFailed = matchCandidates(b, [{ ...first, pairs: others }], merged, spans);
  terminateAt(b, othersFailed, { kind: "goto", target: failed }, pair.pat.span);
  return matchCandidates(b, rest, failed, spans);
}

function testCandidates(
  b: Builder,
  test: Test,
  candidates: readonly Candidate[],
  start: BlockId,
  spans: MatchSpans,
): BlockId {
  const branches = new Map<string, Candidate[]>();
  let sorted = 0;
  for (const candidate of candidates) {
    const placed = sortCandidate(test, candidate);
    if (!placed) break;
    const list = branches.get(placed.branch);
    if (list) list.push(placed.candidate);
    else branches.set(placed.branch, [placed.candidate]);
    sorted++;
  }
  const remainder = newBlock(b);
  const targets = performTest(b, test, [...branches.keys()], start, remainder, spans);
  for (const [branch, inside] of branches) {
    const target = targets.get(branch);
    if (target === undefined) continue;
    const otherwise = matchCandidates(b, inside, target, spans);
    terminateAt(b, otherwise, { kind: "goto", target: remainder }, test.span);
  }
  return matchCandidates(b, candidates.slice(sorted), remainder, spans);
}

/** The branch in which the candidate can still match, with the part that the test has decided removed. */
function sortCandidate(
  test: Test,
  candidate: Candidate,
): { branch: string; candidate: Candidate } | undefined {
  const at = candidate.pairs.findIndex(
    (pair) => pair.key === test.pair.key && pair.test.kind !== "or",
  );
  const pair = candidate.pairs[at];
  if (!pair) return undefined;
  const placed = sortPair(test, pair);
  if (!placed) return undefined;
  if (!placed.decided) return { branch: placed.branch, candidate };
  const inner = pair.test.kind === "variant" || pair.test.kind === "length" ? pair.test.inner : [];
  const pairs = [...candidate.pairs.slice(0, at), ...inner, ...candidate.pairs.slice(at + 1)];
  return { branch: placed.branch, candidate: { ...candidate, pairs } };
}

// A guard that lives on after its last use, dropped right behind it, or a little later.

import { lineColumnAt } from "../../base/lineIndex.ts";
import { VARIANTS } from "../../explain/variantWords.ts";
import { guardRanges } from "../../flow/guards.ts";
import type { Analysis } from "../../driver/contract.ts";
import type { LocalId } from "../../hir/hir.ts";
import { typedBodies, type TypedBody } from "../facts/typedBody.ts";
import { insertAt } from "../fixes/fix.ts";
import { blocksOf, partsOf, type Placed } from "../fixes/layout.ts";
import type { Variant } from "./variant.ts";

export function earlierDrops(analysis: Analysis): readonly Variant[] {
  return typedBodies(analysis).flatMap((typed) => {
    const acquired = guardRanges(analysis.mir, typed.owner).flatMap((range) =>
      range.callSpan === undefined || range.releases.some((one) => one.reason === "drop")
        ? []
        : [range.callSpan],
    );
    return guardLets(typed)
      .filter(({ placed }) =>
        acquired.some((call) => placed.span.start <= call.start && call.end <= placed.span.end),
      )
      .flatMap((kept) => droppedBehindLastUse(analysis, typed, kept));
  });
}

interface Kept {
  readonly name: string;
  readonly local: LocalId;
  readonly placed: Placed;
}

function guardLets(typed: TypedBody): readonly Kept[] {
  return blocksOf(typed).flatMap((block) =>
    partsOf(block).flatMap((placed) => {
      const { statement } = placed;
      if (statement?.kind !== "let" || statement.pat.kind !== "binding") return [];
      const { local } = statement.pat;
      const name = typed.body.locals.find((one) => one.id === local)?.name;
      return name === undefined ? [] : [{ name, local, placed }];
    }),
  );
}

/** Places that are offered: behind the last use, and behind the statements that follow. */
const MAX_PLACES = 3;

/** Nothing to do where the block ends with the statement that uses it last. */
function droppedBehindLastUse(
  analysis: Analysis,
  typed: TypedBody,
  { name, local, placed }: Kept,
): readonly Variant[] {
  const uses = (typed.map().uses.get(local) ?? []).map((use) => use.span.start);
  const parts = partsOf(placed.block).filter((part) => part.index >= placed.index);
  const last = parts.findLast(
    ({ span }) => span === placed.span || uses.some((use) => span.start <= use && use < span.end),
  );
  if (last === undefined || last.statement === undefined) return [];
  return parts
    .slice(parts.indexOf(last), -1)
    .filter(({ statement }) => statement !== undefined)
    .slice(0, MAX_PLACES)
    .map(({ span }) => {
      const { line } = lineColumnAt(analysis.lines, span.end);
      const edits = [insertAt(endOf(analysis.text, span.end), ` drop(${name});`)];
      return { title: VARIANTS.dropEarlier(name, line), line, edits };
    });
}

/** Behind the `;`, which may stand outside the statement's span. */
function endOf(text: string, end: number): number {
  return text[end] === ";" ? end + 1 : end;
}

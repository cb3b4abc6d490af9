// More or fewer threads: another end of the literal range over which threads are started.

import { lineColumnAt } from "../../base/lineIndex.ts";
import { VARIANTS } from "../../explain/variantWords.ts";
import type { Analysis } from "../../driver/contract.ts";
import { ancestors } from "../facts/bodyMap.ts";
import { forHead } from "../facts/turns.ts";
import { calleeOf, typedBodies } from "../facts/typedBody.ts";
import type { Variant } from "./variant.ts";

/** Enough for what two threads do to each other; three show who else waits. */
const FEW = [2, 3];
const LITERAL_RANGE = /^(\d+)(\.\.=?)(\d+)$/;

export function fewerTurns(analysis: Analysis): readonly Variant[] {
  const heads = new Map<number, string>();
  for (const typed of typedBodies(analysis)) {
    for (const expr of typed.map().exprs) {
      const callee = calleeOf(typed, expr);
      if (callee === undefined || analysis.program.marker(callee.def, "spawns") === undefined)
        continue;
      for (const loop of ancestors(typed.map(), expr)) {
        const head = forHead(typed, loop);
        if (head === undefined) continue;
        heads.set(head.span.start, analysis.text.slice(head.span.start, head.span.end));
      }
    }
  }
  return [...heads].flatMap(([start, text]) => otherEnds(analysis, start, text));
}

function otherEnds(analysis: Analysis, start: number, text: string): readonly Variant[] {
  const [, from = "", dots = "", to = ""] = LITERAL_RANGE.exec(text) ?? [];
  if (to === "") return [];
  const inclusive = dots === "..=" ? 1 : 0;
  const turns = Number(to) - Number(from) + inclusive;
  const { line } = lineColumnAt(analysis.lines, start);
  const at = start + from.length + dots.length;
  return [...FEW, turns + 1]
    .filter((count) => count !== turns && (count < turns || turns < Math.max(...FEW)))
    .filter((count, index, all) => all.indexOf(count) === index)
    .map((count) => ({
      title: VARIANTS.turns(count, turns, line),
      line,
      edits: [
        {
          span: { start: at, end: at + to.length },
          text: String(Number(from) + count - inclusive),
        },
      ],
    }));
}

// The types of one thread and those of many: `Mutex` and `Arc` instead of `RefCell` and `Rc`, and the other way round.
//
// std's declarations say which belong together (`#[lockstep::threaded = "path"]`). A call that borrows becomes one that locks, and a
// lock that is unwrapped at once becomes a borrow. What else one has and the other has not, rustc rejects, and it is not offered.

import type { Analysis } from "../../driver/contract.ts";
import { VARIANTS } from "../../explain/variantWords.ts";
import type { DefId } from "../../hir/defs.ts";
import { calleeOf, typedBodies } from "../facts/typedBody.ts";
import type { TextEdit } from "../fixes/fix.ts";
import { editsFor, namesToEdits } from "../fixes/threadSafeType.ts";
import type { Variant } from "./variant.ts";

interface Pair {
  readonly single: DefId;
  readonly threaded: DefId;
}

export function twins(analysis: Analysis): readonly Variant[] {
  const pairs = pairsIn(analysis);
  const many = (def: DefId) => analysis.program.path(def);
  const name = (def: DefId) => analysis.program.def(def).name;
  const used = (def: DefId) => new RegExp(`\\b${name(def)}\\b`).test(analysis.text);
  const single = pairs.filter((pair) => used(pair.single));
  const threaded = pairs.filter((pair) => used(pair.threaded));
  return [
    variantOf(
      single.map((pair) => name(pair.single)),
      single.map((pair) => name(pair.threaded)),
      single.flatMap(({ single: def, threaded: to }) =>
        editsFor(analysis, { def, name: name(def), path: many(to) }),
      ),
    ),
    variantOf(
      threaded.map((pair) => name(pair.threaded)),
      threaded.map((pair) => name(pair.single)),
      threaded.flatMap(({ single: to, threaded: def }) => [
        ...namesToEdits(analysis, name(def), many(to)),
        ...unwrappedLocks(analysis, def),
      ]),
    ),
  ].filter(({ edits }) => edits.length > 0);
}

function variantOf(
  from: readonly string[],
  to: readonly string[],
  edits: readonly TextEdit[],
): Variant {
  return { title: VARIANTS.twins(from, to), line: 1, edits };
}

/** Types of std with a counterpart. */
function pairsIn(analysis: Analysis): readonly Pair[] {
  const { program } = analysis;
  const std = (program.std?.localDefs ?? []).filter((id) => program.def(id).kind === "struct");
  return std.flatMap((single) => {
    const path = program.marker(single, "threaded");
    const threaded = path && std.find((id) => program.path(id) === path);
    return threaded === undefined || threaded === "" ? [] : [{ single, threaded }];
  });
}

/** `x.lock().unwrap()` becomes `x.borrow_mut()`. */
function unwrappedLocks(analysis: Analysis, lock: DefId): readonly TextEdit[] {
  return typedBodies(analysis).flatMap((typed) =>
    typed.map().exprs.flatMap((expr): TextEdit[] => {
      if (expr.kind !== "methodCall" || expr.receiver.kind !== "methodCall") return [];
      const { receiver } = expr;
      const callee = calleeOf(typed, receiver);
      const self = callee && analysis.cx.fnSig(callee.def).inputs[0];
      const of = self?.kind === "ref" ? self.ty : self;
      const guard = typed.results.exprTys[expr.id];
      if (of?.kind !== "adt" || of.def !== lock || guard?.kind !== "adt") return [];
      if (analysis.program.marker(guard.def, "guard") === undefined) return [];
      return [
        {
          span: { start: receiver.segment.span.start, end: expr.span.end },
          text: "borrow_mut()",
        },
      ];
    }),
  );
}

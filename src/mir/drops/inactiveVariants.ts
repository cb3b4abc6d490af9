// What a test of an enum's variant says about the others: nothing of them is initialised behind it.
// Follows `on_all_inactive_variants` and `switch_on_enum_discriminant` of `rustc_mir_dataflow`.

import { discriminantValue } from "../discriminants.ts";
import type { MirContext } from "../context.ts";
import type { BasicBlock, BlockId, Local, Place, Terminator } from "../mir.ts";
import { eachSubpath, lookupPath } from "./movePaths.ts";
import type { MoveData, MovePath, MovePathId } from "./movePaths.ts";

type Switch = Terminator & { readonly kind: "switch" };

/** Calls `visit` with every path below a variant that the value is not, where control goes from `block` to `target`. */
export type VisitInactive = (
  block: BlockId,
  target: BlockId,
  visit: (path: MovePathId) => void,
) => void;

export function inactiveVariants(cx: MirContext, data: MoveData): VisitInactive {
  return (block, target, visit) => {
    const from = data.body.blocks[block] as BasicBlock;
    const { terminator } = from;
    if (terminator.kind !== "switch") return;
    const place = testedEnum(from, terminator);
    const found = place && lookupPath(data, place);
    if (!found?.exact) return;
    const { ty, children } = data.paths[found.path] as MovePath;
    if (ty.kind !== "adt" || children.length === 0) return;
    const inactive = inactiveOn(terminator, target);
    for (const child of children) {
      const last = (data.paths[child] as MovePath).place.projections.at(-1);
      if (last?.kind === "downcast" && inactive(discriminantValue(cx, ty.def, last.variant)))
        eachSubpath(data, child, visit);
    }
  };
}

/** Whether control does not go to `target` for a value. */
function inactiveOn({ values, targets, otherwise }: Switch, target: BlockId) {
  return (value: bigint): boolean => {
    const at = values.indexOf(value);
    return (at < 0 ? otherwise : targets[at]) !== target;
  };
}

/** The place whose discriminant the block reads last, for its own test. */
function testedEnum({ statements }: BasicBlock, { operand }: Switch): Place | undefined {
  const last = statements.at(-1);
  if (operand.kind === "constant" || last?.kind !== "assign" || last.value.kind !== "discriminant")
    return undefined;
  return last.place.local === localOf(operand.place) ? last.value.place : undefined;
}

function localOf({ local, projections }: Place): Local | undefined {
  return projections.length === 0 ? local : undefined;
}

// The lang traits behind binary operators.

import { firstItem } from "../langItems.ts";
import type { DefId } from "../../hir/defs.ts";
import type { BinaryOp } from "../../syntax/ast.ts";
import type { TyContext } from "../queries.ts";

export interface OperatorTrait {
  readonly trait: DefId;
  readonly method: DefId;
  readonly comparison: boolean;
  readonly byRef: boolean;
  readonly assign: boolean;
}

const ARITHMETIC: Readonly<Partial<Record<BinaryOp, string>>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "%": "rem",
  "&": "bitand",
  "|": "bitor",
  "^": "bitxor",
  "<<": "shl",
  ">>": "shr",
};

/** Place of the method in `PartialEq` and `PartialOrd`. */
const COMPARISON: Readonly<Partial<Record<BinaryOp, readonly [lang: string, method: number]>>> = {
  "==": ["eq", 0],
  "!=": ["eq", 1],
  "<": ["partial_ord", 1],
  "<=": ["partial_ord", 2],
  ">": ["partial_ord", 3],
  ">=": ["partial_ord", 4],
};

export function operatorTrait(
  cx: TyContext,
  op: BinaryOp,
  assign: boolean,
): OperatorTrait | undefined {
  const name = ARITHMETIC[op];
  if (name !== undefined) {
    const trait = cx.lang(assign ? `${name}_assign` : name);
    const method = firstItem(cx, trait, "fn");
    return trait === undefined || method === undefined
      ? undefined
      : { trait, method, comparison: false, byRef: false, assign };
  }
  const comparison = COMPARISON[op];
  const trait = comparison && cx.lang(comparison[0]);
  const def = trait === undefined ? undefined : cx.def(trait);
  if (!comparison || def?.kind !== "trait") return undefined;
  const method = def.items.filter((id) => cx.def(id).kind === "fn")[comparison[1]];
  return method === undefined
    ? undefined
    : { trait: def.id, method, comparison: true, byRef: true, assign: false };
}

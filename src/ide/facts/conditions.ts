// Condition variables of a file: who waits on which, and who notifies it.

import type { Analysis } from "../../driver/contract.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { objectKey } from "./atomics.ts";
import { ancestors } from "./bodyMap.ts";
import { remembered } from "../../driver/memo.ts";
import { calleeOf, inputsOf, typedBodies, type TypedBody } from "./typedBody.ts";

export interface ConditionUse {
  readonly typed: TypedBody;
  readonly call: HirExpr;
  /** `one` or `all` for a notify; undefined for a wait. */
  readonly notifies: string | undefined;
  readonly key: string | undefined;
}

/** A call that waits on a condition variable or notifies it. */
export function conditionUse(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
): ConditionUse | undefined {
  const callee = calleeOf(typed, call);
  const [condvar] = inputsOf(call);
  if (callee === undefined || condvar === undefined || !isCondvar(analysis, callee.def))
    return undefined;
  const notifies = analysis.program.marker(callee.def, "notifies");
  if (notifies === undefined && analysis.program.marker(callee.def, "waits") === undefined)
    return undefined;
  return { typed, call, notifies, key: objectKey(analysis, typed, condvar) };
}

/** A method of the type that std declares as a condition variable. */
function isCondvar(analysis: Analysis, method: Parameters<Analysis["program"]["def"]>[0]): boolean {
  const { program } = analysis;
  const container = program.def(method).parent;
  const impl = container === undefined ? undefined : program.def(container);
  if (impl?.kind !== "impl") return false;
  const self = analysis.cx.typeOf(impl.id);
  return self.kind === "adt" && program.marker(self.def, "object") === "condvar";
}

/** The other side of a use: the notifies for a wait, the waits for a notify. */
export function otherSide(analysis: Analysis, use: ConditionUse): readonly ConditionUse[] {
  if (use.key === undefined) return [];
  return allUses(analysis).filter(
    (other) =>
      other.key === use.key && (other.notifies === undefined) !== (use.notifies === undefined),
  );
}

function allUses(analysis: Analysis): readonly ConditionUse[] {
  return remembered(analysis, "conditions", () =>
    typedBodies(analysis).flatMap((typed) =>
      typed.map().exprs.flatMap((call) => {
        const use = conditionUse(analysis, typed, call);
        return use === undefined ? [] : [use];
      }),
    ),
  );
}

/** The loop around a wait that tests its condition again. */
export function loopAround(typed: TypedBody, call: HirExpr): HirExpr | undefined {
  for (const outer of ancestors(typed.map(), call)) {
    if (outer.kind === "closure") return undefined;
    if (outer.kind === "loop") return outer;
  }
  return undefined;
}

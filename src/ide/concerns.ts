// Whether a text has to do with threads, locks or sharing at all: only then does Lockstep speak up unasked.
//
// Told by the types of the expressions and by the functions that are called, as std's declarations mark them. A text that
// is not understood so far, since a name is missing, counts by what rustc's help would import.

import type { Steps } from "../base/steps.ts";
import type { Analysis } from "../driver/contract.ts";
import type { Ty } from "../ty/ty.ts";
import { bodyOwners, calleeOf, typedBody, type TypedBody } from "./facts/typedBody.ts";

const TYPES = ["object", "end", "guard", "handle", "shared_pointer", "weak_pointer"];
const FUNCTIONS = ["effect", "spawns", "access"];

export function* concernsThreads(analysis: Analysis): Steps<boolean> {
  const { program } = analysis;
  const seen = new Set<Ty>();
  for (const owner of bodyOwners(analysis)) {
    const typed = typedBody(analysis, owner);
    if (typed !== undefined && bodyConcerns(analysis, typed, seen)) return true;
    yield;
  }
  return program.errors.some((error) => /\bstd::(?:sync|thread)\b/.test(error.help ?? ""));
}

function bodyConcerns(analysis: Analysis, typed: TypedBody, seen: Set<Ty>): boolean {
  const types = [...typed.results.exprTys, ...typed.results.localTys];
  if (types.some((ty) => ty !== undefined && concerns(analysis, ty, seen))) return true;
  return typed.map().exprs.some((expr) => {
    const callee = calleeOf(typed, expr);
    return (
      callee !== undefined && FUNCTIONS.some((one) => analysis.program.marker(callee.def, one))
    );
  });
}

function concerns(analysis: Analysis, ty: Ty, seen: Set<Ty>): boolean {
  if (seen.has(ty)) return false;
  seen.add(ty);
  switch (ty.kind) {
    case "ref":
      return concerns(analysis, ty.ty, seen);
    case "tuple":
      return ty.tys.some((one) => concerns(analysis, one, seen));
    case "adt":
      return (
        TYPES.some((marker) => analysis.program.marker(ty.def, marker) !== undefined) ||
        ty.args.some(
          (arg) =>
            arg.kind !== "region" && arg.kind !== "constant" && concerns(analysis, arg, seen),
        )
      );
    default:
      return false;
  }
}

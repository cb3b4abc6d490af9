// Questions about types that decide what code is followed.

import type { GenericArg, Ty } from "../../ty/ty.ts";
import { dropImpl } from "../../mir/traits.ts";
import type { Walk } from "./walk.ts";

const DEPTH = 4;

/** Code of the user's is among the type's parts. */
export function mentionsClosure(walk: Walk, arg: GenericArg, depth = DEPTH): boolean {
  if (arg.kind === "region" || arg.kind === "constant" || depth === 0) return false;
  switch (arg.kind) {
    case "closure":
      return true;
    case "fnDef":
      return arg.def >= (walk.cx.ty.program.std?.defCount ?? 0);
    case "ref":
      return mentionsClosure(walk, arg.ty, depth);
    case "adt":
      return arg.args.some((one) => mentionsClosure(walk, one, depth - 1));
    case "tuple":
      return arg.tys.some((one) => mentionsClosure(walk, one, depth - 1));
    default:
      return false;
  }
}

/** Whether dropping a value runs code of the user's: its own (`here`), or somewhere inside (`inside`). */
export function runsUserDrop(walk: Walk, ty: Ty, depth = DEPTH): "no" | "here" | "inside" {
  const { cx } = walk;
  const inside = (parts: readonly GenericArg[]) =>
    parts.some(
      (part) =>
        part.kind !== "region" &&
        part.kind !== "constant" &&
        runsUserDrop(walk, part, depth - 1) !== "no",
    );
  if (depth === 0) return "no";
  switch (ty.kind) {
    case "dyn":
      return "inside";
    case "tuple":
      return inside(ty.tys) ? "here" : "no";
    case "array":
      return inside([ty.ty]) ? "inside" : "no";
    case "adt": {
      if (ty.def < (cx.ty.program.std?.defCount ?? 0)) return inside(ty.args) ? "inside" : "no";
      if (dropImpl(cx, ty.def) !== undefined) return "here";
      const fields = cx.ty.adt(ty.def).variants.flatMap((variant) => variant.fields);
      return inside(fields.map((field) => cx.ty.fieldTy(field.def, ty.args))) ? "here" : "no";
    }
    default:
      return "no";
  }
}

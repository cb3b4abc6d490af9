// Questions about types that decide what code is followed.

import type { GenericArg, Ty } from "../../ty/ty.ts";
import { dropImpl } from "../../mir/traits.ts";
import { boxedTy, isBox } from "../../mir/placeTys.ts";
import type { Walk } from "./frame.ts";

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

/** The type is marked so, or one of its type arguments is. */
export function marked(walk: Walk, ty: Ty, marker: string): boolean {
  if (ty.kind !== "adt") return false;
  if (walk.cx.ty.program.marker(ty.def, marker) !== undefined) return true;
  if (isBox(walk.cx, ty)) return marked(walk, boxedTy(ty), marker);
  return ty.args.some((arg) => "hasUnknown" in arg && marked(walk, arg, marker));
}

// How messages name things: ``struct `Point` ``, ``enum `Shape` ``, ``reference `&T` ``.

import type { DefId } from "../../hir/defs.ts";
import type { HirQPath } from "../../hir/hir.ts";
import type { TyContext } from "../queries.ts";
import type { Ty } from "../ty.ts";

export function describeAdt(cx: TyContext, id: DefId): string {
  const def = cx.def(id);
  if (def.kind === "variant")
    return `variant \`${def.parent === undefined ? "" : `${cx.def(def.parent).name}::`}${def.name}\``;
  return `${def.kind} \`${def.name}\``;
}

/** ``struct `Vec<i32>` ``: the kind and the type. */
export function describeTy(cx: TyContext, ty: Ty): string {
  const text = `\`${cx.showInFull(ty)}\``;
  const kind = kindOf(cx, ty);
  return kind === "" ? text : `${kind} ${text}`;
}

function kindOf(cx: TyContext, ty: Ty): string {
  switch (ty.kind) {
    case "adt":
      return cx.adt(ty.def).kind;
    case "ref":
      return ty.mutable ? "mutable reference" : "reference";
    case "ptr":
      return "raw pointer";
    case "param":
      return "type parameter";
    case "fnDef":
      return "fn item";
    case "fnPtr":
      return "fn pointer";
    case "closure":
      return "closure";
    case "opaque":
      return "opaque type";
    case "projection":
      return "associated type";
    case "array":
      return "array";
    case "slice":
      return "slice";
    case "tuple":
      return ty.tys.length === 0 ? "unit type" : "tuple";
    case "dyn":
      return "trait object";
    default:
      return "type";
  }
}

/** A path as it is written, without arguments. */
export function pathText(path: HirQPath): string {
  if (path.kind === "resolved") return path.segments.map(({ name }) => name).join("::");
  const outer = path.ty.kind === "path" ? pathText(path.ty.path) : "<_>";
  return `${outer}::${path.segment.name}`;
}

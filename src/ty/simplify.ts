// Simplified types: the outermost constructor, to find candidate impls without unifying.
// Follows `rustc_type_ir::fast_reject`.

import type { GenericArg, GenericArgs, Ty } from "./ty.ts";

/** A number for an ADT, a text for the rest. */
export type Simplified = string | number;

export const FN_PTR = "fnPtr";

/** Undefined for types that could become anything: parameters, aliases, inference variables. */
export function simplifyTy(ty: Ty): Simplified | undefined {
  switch (ty.kind) {
    case "adt":
      return ty.def;
    case "int":
      return ty.int;
    case "float":
      return ty.float;
    case "ref":
      return ty.mutable ? "&mut" : "&";
    case "ptr":
      return ty.mutable ? "*mut" : "*const";
    case "tuple":
      return `(${ty.tys.length}`;
    case "fnPtr":
      return FN_PTR;
    case "fnDef":
      return "fnDef";
    case "closure":
      return "closure";
    case "dyn":
      return ty.principal ? `dyn${ty.principal.trait}` : "dyn";
    case "param":
    case "projection":
    case "opaque":
    case "infer":
    case "unknown":
      return undefined;
    default:
      return ty.kind;
  }
}

/** Whether an impl's argument could unify with the obligation's; parameters of the impl match anything. */
export function mayUnify(obligation: GenericArg, impl: GenericArg): boolean {
  if (obligation.kind === "region" || obligation.kind === "constant") return true;
  if (impl.kind === "region" || impl.kind === "constant") return true;
  if (impl === obligation) return true;
  switch (impl.kind) {
    case "param":
    case "projection":
    case "opaque":
    case "unknown":
      return true;
    default:
  }
  switch (obligation.kind) {
    case "unknown":
    case "projection":
      return true;
    case "opaque":
    case "param":
      return false;
    case "infer":
      if (obligation.class === "int") return impl.kind === "int";
      if (obligation.class === "float") return impl.kind === "float";
      return true;
    default:
  }
  if (simplifyTy(obligation) !== simplifyTy(impl)) return false;
  switch (impl.kind) {
    case "adt":
      return obligation.kind === "adt" && argsMayUnify(obligation.args, impl.args);
    case "ref":
    case "ptr":
    case "slice":
    case "array":
      return obligation.kind === impl.kind && mayUnify(obligation.ty, impl.ty);
    case "tuple":
      return obligation.kind === "tuple" && argsMayUnify(obligation.tys, impl.tys);
    default:
      return true;
  }
}

export function argsMayUnify(obligation: GenericArgs, impl: GenericArgs): boolean {
  for (let i = 0; i < impl.length; i++) {
    const a = obligation[i];
    const b = impl[i];
    if (a && b && !mayUnify(a, b)) return false;
  }
  return true;
}

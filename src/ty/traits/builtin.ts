// Traits that the compiler implements: `Sized`, `Copy` and `Clone` of compound types, the parts of which auto traits
// are derived, and what can be called. Follows `sized_conditions`, `copy_clone_conditions`, `constituent_types`.

import { eraseSig, isTy, substitute, substituteSig } from "../fold.ts";
import type { SolverCx } from "./solverCx.ts";
import type { ClosureKind } from "../infer/inferCtxt.ts";
import type { TyContext } from "../queries.ts";
import type { FnSig, Ty } from "../ty.ts";
import type { DefId } from "../../hir/defs.ts";
import type { Capture, ClosureInfo } from "../typeck.ts";

/** Parts that must have the trait; `ambiguous` while a type is unknown; undefined: no such rule. */
export type Conditions = readonly Ty[] | "ambiguous" | undefined;

export function sizedConditions(cx: TyContext, self: Ty): Conditions {
  switch (self.kind) {
    case "str":
    case "slice":
    case "dyn":
    case "param":
    case "projection":
    case "opaque":
      return undefined;
    case "infer":
      return self.class === "general" ? "ambiguous" : [];
    case "tuple":
      return self.tys.slice(-1);
    case "adt":
      return adtTail(cx, self);
    default:
      return [];
  }
}

function adtTail(cx: TyContext, self: Ty & { kind: "adt" }): Conditions {
  const adt = cx.adt(self.def);
  if (adt.kind !== "struct") return [];
  const last = adt.variants[0]?.fields.at(-1);
  if (!last) return [];
  const ty = cx.fieldTy(last.def, self.args);
  return ty.kind === "param" || ty.hasParam || needsSizedCheck(ty) ? [ty] : [];
}

function needsSizedCheck(ty: Ty): boolean {
  return !["bool", "char", "int", "float", "ref", "ptr", "array", "never"].includes(ty.kind);
}

export function copyCloneConditions(scx: SolverCx, self: Ty): Conditions {
  switch (self.kind) {
    case "fnDef":
    case "fnPtr":
    case "never":
      return [];
    case "tuple":
      return self.tys;
    case "closure":
      return captureTys(scx, self) ?? "ambiguous";
    case "infer":
      return self.class === "general" ? "ambiguous" : undefined;
    default:
      return undefined;
  }
}

/** The types that a value of this type holds; undefined for types whose auto traits are declared, not derived. */
export function constituents(scx: SolverCx, self: Ty): Conditions {
  const { cx } = scx;
  switch (self.kind) {
    case "bool":
    case "char":
    case "int":
    case "float":
    case "str":
    case "never":
    case "fnDef":
    case "fnPtr":
      return [];
    case "ref":
    case "ptr":
    case "array":
    case "slice":
      return [self.ty];
    case "tuple":
      return self.tys;
    case "closure":
      return captureTys(scx, self) ?? "ambiguous";
    case "adt":
      return adtParts(cx, self);
    case "opaque":
      return hiddenParts(scx, self);
    case "infer":
      return self.class === "general" ? "ambiguous" : [];
    default:
      return undefined;
  }
}

function adtParts(cx: TyContext, self: Ty & { kind: "adt" }): readonly Ty[] {
  if (self.def === cx.lang("phantom_data")) return self.args.filter(isTy);
  return cx
    .adt(self.def)
    .variants.flatMap((variant) => variant.fields.map((field) => cx.fieldTy(field.def, self.args)));
}

function hiddenParts(scx: SolverCx, self: Ty & { kind: "opaque" }): Conditions {
  const own = scx.infcx.opaques.get(self.def);
  if (own) return [own];
  const hidden = scx.cx.hiddenType(self.def);
  return hidden ? [substitute(scx.cx.tcx, hidden, self.args)] : "ambiguous";
}

// ---- closures

/** Types of the closure's fields: captured values, and references for captures by reference. */
export function captureTys(
  scx: SolverCx,
  self: Ty & { kind: "closure" },
): readonly Ty[] | undefined {
  const { cx, infcx } = scx;
  if (self.owner === infcx.owner) {
    return infcx.closures[self.index]?.captures;
  }
  const info = cx.closureInfo(self.owner, self.index);
  return info?.captures.map((capture) =>
    substitute(cx.tcx, captureFieldTy(cx, capture), self.args),
  );
}

export function captureFieldTy(cx: TyContext, capture: Capture): Ty {
  if (capture.mode === "value") return capture.ty;
  return cx.tcx.ref(cx.tcx.erased, capture.ty, capture.mode !== "ref");
}

export interface Callable {
  readonly sig: FnSig;
  /** Undefined while it is not known. */
  readonly kind: ClosureKind | undefined;
}

/** What a closure, function item or pointer can be called with. */
export function callable(scx: SolverCx, self: Ty): Callable | "ambiguous" | undefined {
  const { cx, infcx } = scx;
  switch (self.kind) {
    case "closure": {
      if (self.owner === infcx.owner) {
        const state = infcx.closures[self.index];
        return state ? { sig: state.sig, kind: state.kind } : "ambiguous";
      }
      const info = cx.closureInfo(self.owner, self.index);
      return info ? { sig: closureSig(cx, info, self), kind: info.kind } : "ambiguous";
    }
    case "fnDef": {
      const sig = eraseSig(cx.tcx, substituteSig(cx.tcx, cx.fnSig(self.def), self.args));
      return isSafeRust(sig) ? { sig, kind: "Fn" } : undefined;
    }
    case "fnPtr":
      return isSafeRust(self.sig) ? { sig: eraseSig(cx.tcx, self.sig), kind: "Fn" } : undefined;
    default:
      return undefined;
  }
}

function closureSig(cx: TyContext, info: ClosureInfo, self: Ty & { kind: "closure" }): FnSig {
  return eraseSig(cx.tcx, substituteSig(cx.tcx, info.sig, self.args));
}

function isSafeRust(sig: FnSig): boolean {
  return !sig.unsafe && !sig.variadic;
}

const KIND_RANK: Readonly<Record<ClosureKind, number>> = { Fn: 0, FnMut: 1, FnOnce: 2 };

/** Whether a closure of kind `have` can be used where `want` is asked. */
export function kindExtends(have: ClosureKind, want: ClosureKind): boolean {
  return KIND_RANK[have] <= KIND_RANK[want];
}

/** The call trait that a definition is. */
export function fnTraitKind(cx: TyContext, trait: DefId): ClosureKind | undefined {
  if (trait === cx.lang("fn")) return "Fn";
  if (trait === cx.lang("fn_mut")) return "FnMut";
  return trait === cx.lang("fn_once") ? "FnOnce" : undefined;
}

// Coercion of one type to another: never, unsizing, reborrow with autoderef, raw pointers, function pointers.
// Follows `rustc_hir_typeck::coercion`.
//
// Not modelled: `Pin<&mut T>` reborrow, `dyn*`.

import { autoderef, derefAdjustments } from "./autoderef.ts";
import {
  applyAdjustments,
  attempt,
  causeAt,
  exprTy,
  normalizeTy,
  resolveSoFar,
  structurally,
} from "../fnCtxt.ts";
import { mutatePlace } from "../mutPlace.ts";
import { coerceUnsized } from "./coerceUnsized.ts";
import { eraseSig, substituteSig } from "../../fold.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { HirExpr } from "../../../hir/hir.ts";
import type { Span } from "../../../base/span.ts";
import type { Obligation } from "../../traits/solverCx.ts";
import type { FnSig, Ty } from "../../ty.ts";
import type { Adjustment } from "../../typeck.ts";

export interface Coerced {
  readonly adjustments: readonly Adjustment[];
  readonly target: Ty;
  readonly obligations: readonly Obligation[];
}

export interface CoerceOptions {
  readonly span: Span;
  readonly twoPhase: boolean;
}

/** Tries the coercion; leaves no trace when it fails. */
export function tryCoerce(
  fcx: FnCtxt,
  from: Ty,
  to: Ty,
  options: CoerceOptions,
): Coerced | undefined {
  const source = structurally(fcx, from);
  return attempt(fcx, () => coerceTypes(fcx, source, to, options));
}

/** Coerces a checked expression and records the adjustments; false: impossible. */
export function coerceExpr(
  fcx: FnCtxt,
  expr: HirExpr,
  from: Ty,
  to: Ty,
  twoPhase = false,
): boolean {
  const reborrow = fcx.closure === undefined ? [] : sharedReborrow(fcx, from, to);
  const coerced = tryCoerce(fcx, from, to, { span: expr.span, twoPhase });
  if (!coerced) return false;
  const unchanged = coerced.adjustments.length === 0;
  applyCoercion(fcx, [expr], unchanged ? { ...coerced, adjustments: reborrow } : coerced);
  return true;
}

function applyCoercion(fcx: FnCtxt, exprs: readonly HirExpr[], coerced: Coerced): void {
  fcx.fulfill.registerAll(coerced.obligations);
  for (const expr of exprs) {
    applyAdjustments(fcx, expr, coerced.adjustments);
    // An exclusive reborrow uses what lies on the way exclusively.
    if (coerced.adjustments.some((one) => one.kind === "borrow" && one.mutable))
      mutatePlace(fcx, expr);
  }
}

/**
 * `&*r` where a shared reference is expected. It is the same reference for all but a closure, which captures the place
 * that it borrows; so it is written down in closures only.
 */
function sharedReborrow(fcx: FnCtxt, from: Ty, to: Ty): Adjustment[] {
  const source = structurally(fcx, from);
  const target = fcx.infcx.shallow(to);
  if (source.kind !== "ref" || target.kind !== "ref" || source.mutable || target.mutable) return [];
  return [
    { kind: "deref", target: source.ty },
    { kind: "borrow", mutable: false, twoPhase: false, target: source },
  ];
}

function coerceTypes(fcx: FnCtxt, source: Ty, to: Ty, options: CoerceOptions): Coerced | undefined {
  const target = fcx.infcx.shallow(to);
  if (source.kind === "never")
    return { adjustments: [{ kind: "neverToAny", target }], target, obligations: [] };
  // An exclusive reference is reborrowed even where nothing changes.
  if (source === target && !(source.kind === "ref" && source.mutable)) return identity(target);
  if (source.kind === "infer" && source.class === "general") return unifyTo(fcx, source, target);
  const unsized = attempt(fcx, () => coerceUnsized(fcx, source, target, options.span));
  if (unsized) return unsized;
  if (target.kind === "ptr") return toRawPointer(fcx, source, target);
  if (target.kind === "ref") return toReference(fcx, source, target, options);
  switch (source.kind) {
    case "fnDef":
      return fromFnItem(fcx, source, target);
    case "fnPtr":
      return fromFnPointer(fcx, source, target);
    case "closure":
      return fromClosure(fcx, source, target);
    default:
      return unifyTo(fcx, source, target);
  }
}

function identity(target: Ty): Coerced {
  return { adjustments: [], target, obligations: [] };
}

function unifyTo(fcx: FnCtxt, source: Ty, target: Ty): Coerced | undefined {
  return fcx.infcx.unify(source, target) ? identity(target) : undefined;
}

// ---- references

function toReference(
  fcx: FnCtxt,
  source: Ty,
  target: Ty & { kind: "ref" },
  options: CoerceOptions,
): Coerced | undefined {
  const { tcx, infcx } = fcx;
  if (source.kind !== "ref") return unifyTo(fcx, source, target);
  if (target.mutable && !source.mutable) return undefined;
  const nested: Obligation[] = [];
  const steps = autoderef(fcx, source, options.span);
  for (let i = 1; i < steps.length; i++) {
    const step = (steps[i] as { ty: Ty }).ty;
    const reborrowed = tcx.ref(tcx.erased, step, target.mutable);
    if (!infcx.eq(reborrowed, target)) continue;
    if (i === 1 && !source.mutable) return { adjustments: [], target: source, obligations: nested };
    const borrow: Adjustment = {
      kind: "borrow",
      mutable: target.mutable,
      twoPhase: target.mutable && options.twoPhase,
      target: reborrowed,
    };
    return {
      adjustments: [...derefAdjustments(fcx, steps, i), borrow],
      target: reborrowed,
      obligations: nested,
    };
  }
  return undefined;
}

function toRawPointer(fcx: FnCtxt, source: Ty, target: Ty & { kind: "ptr" }): Coerced | undefined {
  if (source.kind !== "ref" && source.kind !== "ptr") return unifyTo(fcx, source, target);
  if (target.mutable && !source.mutable) return undefined;
  if (!fcx.infcx.unify(source.ty, target.ty)) return undefined;
  if (source.kind === "ref") {
    const adjustments: Adjustment[] = [
      { kind: "deref", target: source.ty },
      { kind: "rawBorrow", mutable: target.mutable, target },
    ];
    return { adjustments, target, obligations: [] };
  }
  if (source.mutable === target.mutable) return identity(target);
  return {
    adjustments: [{ kind: "pointer", cast: "mutToConstPointer", target }],
    target,
    obligations: [],
  };
}

// ---- functions

export function fnItemSig(fcx: FnCtxt, ty: Ty & { kind: "fnDef" }, span: Span): FnSig {
  const sig = eraseSig(fcx.tcx, substituteSig(fcx.tcx, fcx.cx.fnSig(ty.def), ty.args));
  const cause = causeAt(span);
  return {
    ...sig,
    inputs: sig.inputs.map((input) => normalizeTy(fcx, input, cause)),
    output: normalizeTy(fcx, sig.output, cause),
  };
}

function fromFnItem(fcx: FnCtxt, source: Ty & { kind: "fnDef" }, target: Ty): Coerced | undefined {
  if (target.kind !== "fnPtr") return unifyTo(fcx, source, target);
  const sig = fnItemSig(fcx, source, fcx.body.span);
  return pointerTo(fcx, sig, target, "reifyFnPointer");
}

function fromFnPointer(
  fcx: FnCtxt,
  source: Ty & { kind: "fnPtr" },
  target: Ty,
): Coerced | undefined {
  if (target.kind !== "fnPtr" || source.sig.unsafe || !target.sig.unsafe)
    return unifyTo(fcx, source, target);
  if (!fcx.infcx.unify(fcx.tcx.fnPtr({ ...source.sig, unsafe: true }), target)) return undefined;
  return {
    adjustments: [{ kind: "pointer", cast: "unsafeFnPointer", target }],
    target,
    obligations: [],
  };
}

function pointerTo(
  fcx: FnCtxt,
  sig: FnSig,
  target: Ty & { kind: "fnPtr" },
  cast: "reifyFnPointer" | "closureFnPointer",
): Coerced | undefined {
  const { tcx, infcx } = fcx;
  const loosened = target.sig.unsafe && !sig.unsafe;
  const pointer = tcx.fnPtr(sig);
  if (!infcx.unify(loosened ? tcx.fnPtr({ ...sig, unsafe: true }) : pointer, target))
    return undefined;
  const adjustments: Adjustment[] = [
    { kind: "pointer", cast, target: loosened ? pointer : target },
  ];
  if (loosened) adjustments.push({ kind: "pointer", cast: "unsafeFnPointer", target });
  return { adjustments, target, obligations: [] };
}

function fromClosure(
  fcx: FnCtxt,
  source: Ty & { kind: "closure" },
  target: Ty,
): Coerced | undefined {
  const sig = target.kind === "fnPtr" ? captureFreeSig(fcx, source) : undefined;
  if (target.kind !== "fnPtr" || !sig) return unifyTo(fcx, source, target);
  return pointerTo(fcx, sig, target, "closureFnPointer");
}

/** The signature of a closure of this body that uses nothing from outside. */
function captureFreeSig(fcx: FnCtxt, closure: Ty & { kind: "closure" }): FnSig | undefined {
  if (closure.owner !== fcx.owner) {
    const info = fcx.cx.closureInfo(closure.owner, closure.index);
    return info && info.captures.length === 0
      ? eraseSig(fcx.tcx, substituteSig(fcx.tcx, info.sig, closure.args))
      : undefined;
  }
  const state = fcx.infcx.closures[closure.index];
  return state && !state.mentionsOuter ? state.sig : undefined;
}

// ---- the least upper bound, for branches

/** The type that both the expressions so far (of type `prev`) and the new one can have. */
export function coerceLub(
  fcx: FnCtxt,
  exprs: readonly HirExpr[],
  prev: Ty,
  expr: HirExpr,
  ty: Ty,
): Ty | undefined {
  const before = resolveSoFar(fcx, prev);
  const now = resolveSoFar(fcx, ty);
  if (before === now) return before;
  const reified = lubOfFunctions(fcx, exprs, before, expr, now);
  if (reified) return reified;
  const options: CoerceOptions = { span: expr.span, twoPhase: false };
  if (!fcx.tables.adjustments.has(expr.id)) {
    const toPrev = tryCoerce(fcx, now, before, options);
    if (toPrev) {
      applyCoercion(fcx, [expr], toPrev);
      return toPrev.target;
    }
  }
  if (exprs.some((e) => !isNoop(fcx, e))) return fcx.infcx.eq(before, now) ? before : undefined;
  const toNew = tryCoerce(fcx, before, now, options);
  if (!toNew) return undefined;
  applyCoercion(fcx, exprs, toNew);
  return toNew.target;
}

function isNoop(fcx: FnCtxt, expr: HirExpr): boolean {
  const adjustments = fcx.tables.adjustments.get(expr.id) ?? [];
  if (
    adjustments.length === 0 ||
    (adjustments.length === 1 && adjustments[0]?.kind === "neverToAny")
  )
    return true;
  const [first, second] = adjustments;
  if (
    adjustments.length !== 2 ||
    first?.kind !== "deref" ||
    first.overloaded ||
    second?.kind !== "borrow"
  )
    return false;
  const own = exprTy(fcx, expr);
  return own.kind === "ref" && own.mutable === second.mutable;
}

function lubOfFunctions(
  fcx: FnCtxt,
  exprs: readonly HirExpr[],
  prev: Ty,
  expr: HirExpr,
  ty: Ty,
): Ty | undefined {
  const a = functionSig(fcx, prev, expr.span);
  const b = functionSig(fcx, ty, expr.span);
  if (!a || !b || (prev.kind === "fnDef" && ty.kind === "fnDef" && fcx.infcx.eq(prev, ty)))
    return undefined;
  if (prev.kind === "fnPtr" || ty.kind === "fnPtr") return undefined;
  const unsafe = a.unsafe || b.unsafe;
  if (a.inputs.length !== b.inputs.length) return undefined;
  const [p, q] = [fcx.tcx.fnPtr({ ...a, unsafe }), fcx.tcx.fnPtr({ ...b, unsafe })];
  if (!fcx.infcx.eq(p, q)) return undefined;
  const cast = (from: Ty): Adjustment => ({
    kind: "pointer",
    cast: from.kind === "closure" ? "closureFnPointer" : "reifyFnPointer",
    target: p,
  });
  for (const e of exprs) applyAdjustments(fcx, e, [cast(prev)]);
  applyAdjustments(fcx, expr, [cast(ty)]);
  return p;
}

function functionSig(fcx: FnCtxt, ty: Ty, span: Span): FnSig | undefined {
  if (ty.kind === "fnDef") return fnItemSig(fcx, ty, span);
  return ty.kind === "closure" ? captureFreeSig(fcx, ty) : undefined;
}

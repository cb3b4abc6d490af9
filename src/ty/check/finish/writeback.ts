// Writing back: all types fully resolved, built-in operators stripped of their trait methods, unknown where nothing
// could be inferred. Follows `rustc_hir_typeck::writeback`.

import { regionEraser, superFold } from "../../fold.ts";
import { flagsOf, HAS_INFER, HAS_REGIONS, HAS_UNKNOWN } from "../../intern.ts";
import { isScalar } from "../op.ts";
import { structurally } from "../fnCtxt.ts";
import { walkExpr } from "../../hirWalk.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { HirExpr } from "../../../hir/hir.ts";
import type { Folder } from "../../fold.ts";
import type { FnSig, GenericArg, GenericArgs, Ty } from "../../ty.ts";
import type {
  Adjustment,
  Callee,
  Capture,
  ClosureInfo,
  TyError,
  TypeckResults,
} from "../../typeck.ts";

export function writeBack(fcx: FnCtxt, errors: readonly TyError[]): TypeckResults {
  stripBuiltinOperators(fcx);
  const { tables, body } = fcx;
  const resolve = resolver(fcx);
  const list = (tys: readonly (Ty | undefined)[], length: number) =>
    Array.from({ length }, (_, i) => resolve(tys[i] ?? fcx.tcx.unknown));
  const callee = ({ def, args }: Callee): Callee => ({
    def,
    args: resolveArgs(fcx, args, resolve),
  });
  const exprTys = list(tables.exprTys, body.exprCount);
  const results = {
    body,
    owner: fcx.owner,
    exprTys,
    adjustments: mapValues(tables.adjustments, (all) =>
      all.map((one) => adjustment(one, resolve, callee)),
    ),
    patTys: list(tables.patTys, body.patCount),
    patAdjustments: mapValues(tables.patAdjustments, (tys) => tys.map(resolve)),
    bindingModes: tables.bindingModes,
    localTys: list(tables.localTys, body.locals.length),
    resolutions: mapValues(tables.resolutions, callee),
    patResolutions: mapValues(tables.patResolutions, callee),
    methods: mapValues(tables.methods, callee),
    fields: tables.fields,
    casts: tables.casts,
    closures: closures(fcx, resolve),
    opaques: mapValues(fcx.infcx.opaques, resolve),
    errors,
    unmodelled: fcx.unmodelled,
  };
  const unknownAt = firstUnknown(fcx, results);
  const taintedAt = fcx.taintedAt ?? unknownAt;
  const tainted = taintedAt !== undefined || errors.length > 0;
  return { ...results, tainted, ...(taintedAt ? { taintedAt } : {}) };
}

/** Replaces variables by their values and what is still open by unknown; keeps lifetimes bound by `binders` around. */
function resolver(fcx: FnCtxt, binders = 0): (ty: Ty) => Ty {
  const { tcx, infcx } = fcx;
  const folder: Folder = {
    ty(ty, depth) {
      if (!(flagsOf(ty) & HAS_INFER)) return ty;
      const shallow = infcx.shallow(ty);
      return shallow.kind === "infer" ? tcx.unknown : superFold(tcx, folder, shallow, depth);
    },
    region: (region) => region,
    const(value) {
      const known = infcx.shallowConst(value);
      return known.const === "infer" ? tcx.unknownConst : known;
    },
  };
  return (ty) => {
    const resolved = folder.ty(ty, 0);
    return flagsOf(resolved) & HAS_REGIONS ? regionEraser(tcx).ty(resolved, binders) : resolved;
  };
}

function resolveArgs(fcx: FnCtxt, args: GenericArgs, resolve: (ty: Ty) => Ty): GenericArgs {
  const out = args.map((arg): GenericArg => {
    if (arg.kind === "region") return fcx.tcx.erased;
    if (arg.kind !== "constant") return resolve(arg);
    const known = fcx.infcx.shallowConst(arg);
    return known.const === "infer" ? fcx.tcx.unknownConst : known;
  });
  return fcx.tcx.args(out);
}

function adjustment(
  one: Adjustment,
  resolve: (ty: Ty) => Ty,
  callee: (c: Callee) => Callee,
): Adjustment {
  const target = resolve(one.target);
  if (one.kind !== "deref" || !one.overloaded) return { ...one, target };
  return {
    kind: "deref",
    target,
    overloaded: { mutable: one.overloaded.mutable, callee: callee(one.overloaded.callee) },
  };
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): Map<K, W> {
  const out = new Map<K, W>();
  for (const [key, value] of map) out.set(key, change(value));
  return out;
}

function closures(fcx: FnCtxt, resolve: (ty: Ty) => Ty): ClosureInfo[] {
  const out: ClosureInfo[] = [];
  for (let index = 0; index < fcx.body.closureCount; index++) {
    const state = fcx.infcx.closures[index];
    const expr = fcx.tables.closureExprs[index];
    const none: FnSig = {
      inputs: [],
      output: fcx.tcx.unknown,
      unsafe: false,
      variadic: false,
      boundRegions: 0,
    };
    const mapped = (sig: FnSig, map: (ty: Ty) => Ty): FnSig => ({
      ...sig,
      inputs: sig.inputs.map(map),
      output: map(sig.output),
    });
    out.push({
      index,
      expr: (expr?.id ?? 0) as ClosureInfo["expr"],
      kind: state?.kind ?? "Fn",
      sig: mapped(state?.sig ?? none, resolve),
      binder: mapped(state?.binder ?? none, resolver(fcx, 1)),
      captures: (fcx.tables.captures[index] ?? []).map((capture): Capture =>
        resolveCapture(capture, resolve),
      ),
    });
  }
  return out;
}

function resolveCapture(capture: Capture, resolve: (ty: Ty) => Ty): Capture {
  const projections = capture.place.projections.map((p) => ({ ...p, ty: resolve(p.ty) }));
  return {
    ...capture,
    ty: resolve(capture.ty),
    place: { local: capture.place.local, projections },
  };
}

function firstUnknown(
  fcx: FnCtxt,
  results: Pick<TypeckResults, "exprTys" | "localTys">,
): HirExpr["span"] | undefined {
  const local = results.localTys.findIndex((ty) => (flagsOf(ty) & HAS_UNKNOWN) !== 0);
  if (local >= 0 && fcx.tables.localTys[local] !== undefined) return fcx.body.locals[local]?.span;
  let found: HirExpr["span"] | undefined;
  walkExpr(fcx.body.value, (expr) => {
    if (!found && flagsOf(results.exprTys[expr.id] as Ty) & HAS_UNKNOWN) found = expr.span;
  });
  return found;
}

// ---- built-in operators

function stripBuiltinOperators(fcx: FnCtxt): void {
  const { methods } = fcx.tables;
  walkExpr(fcx.body.value, (expr) => {
    if (expr.kind !== "binary" && expr.kind !== "assignOp") return;
    if (!methods.has(expr.id) || !bothScalar(fcx, expr.left, expr.right)) return;
    methods.delete(expr.id);
    if (expr.kind === "assignOp") popBorrow(fcx, expr.left);
    else if (["==", "!=", "<", "<=", ">", ">="].includes(expr.op)) {
      popBorrow(fcx, expr.left);
      popBorrow(fcx, expr.right);
    }
  });
}

function bothScalar(fcx: FnCtxt, left: HirExpr, right: HirExpr): boolean {
  const scalar = (expr: HirExpr) => {
    const ty = fcx.tables.exprTys[expr.id];
    return ty !== undefined && isScalar(structurally(fcx, ty));
  };
  return scalar(left) && scalar(right);
}

function popBorrow(fcx: FnCtxt, expr: HirExpr): void {
  const adjustments = fcx.tables.adjustments.get(expr.id);
  if (adjustments?.at(-1)?.kind !== "borrow") return;
  if (adjustments.length === 1) fcx.tables.adjustments.delete(expr.id);
  else fcx.tables.adjustments.set(expr.id, adjustments.slice(0, -1));
}

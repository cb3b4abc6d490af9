// The state of checking one body, and the functions that check its parts. Follows `rustc_hir_typeck::FnCtxt`.
//
// The parts (expressions, calls, patterns, closures, …) live in files of their own and call each other through
// `FnCtxt.check`, which `check.ts` fills.

import { bug } from "../../base/assertNever.ts";
import { eraseRegions, isTy, walkTy } from "../fold.ts";
import { isPlainlySized } from "../traits/sized.ts";
import { instantiate } from "../traits/select.ts";
import { traitObligation } from "../traits/solverCx.ts";
import { argsFlags, flagsOf, HAS_INFER, HAS_UNKNOWN } from "../intern.ts";
import type { Span } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type {
  ExprId,
  HirBlock,
  HirBody,
  HirExpr,
  HirPat,
  HirTy,
  LabelId,
  LocalId,
  PatId,
} from "../../hir/hir.ts";
import type { Interner } from "../intern.ts";
import type { InferCtxt } from "../infer/inferCtxt.ts";
import type { LowerCx } from "../lower/lowerCx.ts";
import type { Bound, ParamEnv, TyContext } from "../queries.ts";
import type { Fulfillment, FulfillError } from "../traits/fulfill.ts";
import type { Cause, CauseCode, Obligation, SizedReason, SolverCx } from "../traits/solverCx.ts";
import type { Const, GenericArg, GenericArgs, Ty } from "../ty.ts";
import type {
  Adjustment,
  BindingMode,
  Callee,
  Capture,
  CastKind,
  TyError,
  Unmodelled,
} from "../typeck.ts";
import type { CoerceMany } from "./coerce/coerceMany.ts";

/** What the surroundings hope for; only `hasType` may be relied on. */
export type Expectation =
  | { readonly kind: "none" }
  | { readonly kind: "hasType"; readonly ty: Ty }
  | { readonly kind: "castable"; readonly ty: Ty }
  | { readonly kind: "rvalueHint"; readonly ty: Ty };

export const NO_EXPECTATION: Expectation = { kind: "none" };

export interface Breakable {
  /** Undefined where no value can be given to `break`. */
  readonly coerce: CoerceMany | undefined;
  mayBreak: boolean;
}

/** The function or closure whose `return` one stands in. */
export interface ReturnCx {
  readonly coerce: CoerceMany | undefined;
  readonly ty: Ty;
  readonly closure: number | undefined;
}

export interface DeferredCast {
  readonly expr: HirExpr & { readonly kind: "cast" };
  readonly inner: HirExpr;
  readonly from: Ty;
  readonly to: Ty;
  /** The source type as known at the cast, before defaults; for messages. */
  readonly shown: string;
}

/** A call of a closure whose kind is not known yet. */
export interface DeferredCall {
  readonly call: HirExpr & { kind: "call" };
  readonly closure: Ty & { kind: "closure" };
  readonly adjustments: readonly Adjustment[];
}

export interface Tables {
  readonly exprTys: (Ty | undefined)[];
  readonly adjustments: Map<ExprId, readonly Adjustment[]>;
  readonly patTys: (Ty | undefined)[];
  readonly patAdjustments: Map<PatId, readonly Ty[]>;
  readonly bindingModes: Map<PatId, BindingMode>;
  readonly localTys: (Ty | undefined)[];
  readonly resolutions: Map<ExprId, Callee>;
  readonly patResolutions: Map<PatId, Callee>;
  readonly methods: Map<ExprId, Callee>;
  readonly fields: Map<ExprId, number>;
  readonly casts: Map<ExprId, CastKind>;
  readonly closureExprs: (HirExpr | undefined)[];
  readonly captures: (readonly Capture[] | undefined)[];
}

export interface CheckFns {
  expr(fcx: FnCtxt, expr: HirExpr, expected: Expectation): Ty;
  /** Checks against a type that the expression must be coerced to; the adjusted type. */
  coercible(fcx: FnCtxt, expr: HirExpr, expected: Ty): Ty;
  block(fcx: FnCtxt, block: HirBlock, expected: Expectation): Ty;
  pat(fcx: FnCtxt, pat: HirPat, expected: Ty): void;
  /** An obligation that cannot be met. */
  failed(fcx: FnCtxt, error: FulfillError): void;
}

export interface ExprIndex {
  readonly all: ReadonlyMap<ExprId, HirExpr>;
  /** Calls by the id of their callee. */
  readonly calls: ReadonlyMap<ExprId, HirExpr>;
}

export interface FnCtxt {
  readonly cx: TyContext;
  readonly tcx: Interner;
  readonly infcx: InferCtxt;
  readonly scx: SolverCx;
  readonly fulfill: Fulfillment;
  readonly owner: DefId;
  readonly body: HirBody;
  readonly env: ParamEnv;
  readonly lcx: LowerCx;
  readonly tables: Tables;
  readonly check: CheckFns;
  readonly errors: TyError[];
  readonly unmodelled: Unmodelled[];
  readonly breakables: Map<LabelId, Breakable>;
  /** What `*` gives for types without variables; undefined: nothing. */
  readonly derefTargets: Map<Ty, Ty | undefined>;
  /** Traits in scope that have an item of that name, by scope and name. */
  readonly extensionItems: Map<string, readonly { readonly trait: DefId; readonly item: DefId }[]>;
  readonly deferredCasts: DeferredCast[];
  readonly deferredCalls: DeferredCall[];
  returns: ReturnCx;
  /** Control cannot reach what follows. */
  diverges: boolean;
  closure: number | undefined;
  /** Where the first unknown came in. */
  taintedAt: Span | undefined;
  /** The match in whose arms an expectation from the scrutinee's `?` stands; for messages. */
  depth: number;
  /** Expressions by id, for messages about obligations. */
  exprs: ExprIndex | undefined;
  /** Checks for bodies that have no other errors. */
  readonly late: (() => void)[];
  /** Errors found before capture analysis: what concerns closures is then not reported, as in rustc. */
  quiet: boolean;
}

// ---- small services

export function causeAt(span: Span, code: CauseCode = { kind: "misc" }): Cause {
  return { span, code };
}

export function resolveSoFar(fcx: FnCtxt, ty: Ty): Ty {
  return ty.hasInfer ? fcx.infcx.resolve(ty) : ty;
}

/** Keeps variables and obligations that `action` made only when it answers with something. */
export function attempt<T>(fcx: FnCtxt, action: () => T | undefined): T | undefined {
  const mark = fcx.fulfill.begin();
  let result: T | undefined;
  try {
    result = fcx.infcx.commitIf(action);
  } finally {
    fcx.fulfill.end(mark, result !== undefined);
  }
  return result;
}

/** The outermost constructor, after solving what is pending if need be. */
export function structurally(fcx: FnCtxt, ty: Ty): Ty {
  const shallow = fcx.infcx.shallow(ty);
  if (shallow.kind !== "infer" || shallow.class !== "general") return shallow;
  fcx.fulfill.selectWherePossible();
  return fcx.infcx.shallow(shallow);
}

export function register(fcx: FnCtxt, obligation: Obligation): void {
  fcx.fulfill.register(obligation);
}

export function requireTrait(
  fcx: FnCtxt,
  trait: DefId | undefined,
  args: readonly GenericArg[],
  cause: Cause,
): void {
  if (trait === undefined) return;
  register(fcx, traitObligation({ trait, args: fcx.tcx.args(args) }, cause, 0));
}

export function requireSized(fcx: FnCtxt, ty: Ty, span: Span, what: SizedReason): void {
  const shallow = fcx.infcx.shallow(ty);
  if (isPlainlySized(fcx.cx, shallow)) return;
  requireTrait(fcx, fcx.cx.lang("sized"), [shallow], causeAt(span, { kind: "sized", what }));
}

export function normalizeTy(fcx: FnCtxt, ty: Ty, cause: Cause): Ty {
  const nested: Obligation[] = [];
  const out = fcx.scx.normalize(fcx.scx, ty, cause, 0, nested);
  fcx.fulfill.registerAll(nested);
  return out;
}

export function lowerInBody(fcx: FnCtxt, hir: HirTy): Ty {
  return finishLowered(fcx, fcx.lcx.ty(fcx.lcx, hir), hir.span);
}

/** The same for a type that binds lifetimes: with them, and without. */
export function lowerBinding(fcx: FnCtxt, hir: HirTy, lcx: LowerCx): { bound: Ty; ty: Ty } {
  const bound = lcx.ty(lcx, hir);
  const erased = eraseRegions(fcx.tcx, bound);
  const ty = finishLowered(fcx, erased, hir.span);
  return { bound: ty === erased ? bound : ty, ty };
}

function finishLowered(fcx: FnCtxt, lowered: Ty, span: Span): Ty {
  requireWellFormed(fcx, lowered, span);
  return normalizeTy(fcx, lowered, causeAt(span));
}

/** The bounds of the types named must hold for their arguments. */
function requireWellFormed(fcx: FnCtxt, ty: Ty, span: Span): void {
  if (ty.hasUnknown) return;
  walkTy(ty, (part) => {
    if (part.kind === "adt" && part.args.length > 0)
      addBounds(fcx, part.def, part.args, span, undefined);
    return part.kind !== "dyn" && part.kind !== "fnPtr" && part.kind !== "projection";
  });
}

/** The bounds of `def` for these arguments become obligations. */
export function addBounds(
  fcx: FnCtxt,
  def: DefId,
  args: GenericArgs,
  span: Span,
  expr: ExprId | undefined,
): void {
  const nested: Obligation[] = [];
  for (const bound of fcx.cx.predicatesOf(def)) {
    if (
      bound.predicate.kind === "regionOutlives" ||
      (bound.implied && isKnownSized(fcx, bound, args))
    )
      continue;
    const cause = causeAt(span, { kind: "bound", bound, expr });
    nested.push({
      predicate: instantiate(fcx.scx, bound, args, cause, 0, nested),
      cause,
      depth: 0,
    });
  }
  fcx.fulfill.registerAll(nested);
}

/** The bound that every parameter has, answered at once for most types. */
function isKnownSized(fcx: FnCtxt, bound: Bound, args: GenericArgs): boolean {
  if (bound.predicate.kind !== "trait") return false;
  const self = bound.predicate.ref.args[0];
  const arg = self && isTy(self) && self.kind === "param" ? args[self.index] : undefined;
  return arg !== undefined && isTy(arg) && isPlainlySized(fcx.cx, fcx.infcx.shallow(arg));
}

export function newVar(fcx: FnCtxt, span: Span): Ty {
  return fcx.infcx.newVar(span);
}

/** A type inference variable that is `!` by default; made where control never arrives. */
export function newDivergingVar(fcx: FnCtxt, span: Span): Ty {
  return fcx.infcx.newVar(span, true);
}

export function writeTy(fcx: FnCtxt, expr: HirExpr, ty: Ty): void {
  fcx.tables.exprTys[expr.id] = ty;
  if (ty.kind === "unknown") taint(fcx, expr.span);
}

export function exprTy(fcx: FnCtxt, expr: HirExpr): Ty {
  return fcx.tables.exprTys[expr.id] ?? bug("expression not checked yet");
}

/** The type after adjustments. */
export function adjustedTy(fcx: FnCtxt, expr: HirExpr): Ty {
  return fcx.tables.adjustments.get(expr.id)?.at(-1)?.target ?? exprTy(fcx, expr);
}

export function applyAdjustments(
  fcx: FnCtxt,
  expr: HirExpr,
  adjustments: readonly Adjustment[],
): void {
  if (adjustments.length === 0) return;
  markDiverging(fcx, adjustments);
  const before = fcx.tables.adjustments.get(expr.id);
  fcx.tables.adjustments.set(
    expr.id,
    before ? composeAdjustments(before, adjustments) : adjustments,
  );
}

function markDiverging(fcx: FnCtxt, adjustments: readonly Adjustment[]): void {
  for (const { kind, target } of adjustments) {
    const ty = fcx.infcx.shallow(target);
    if (kind === "neverToAny" && ty.kind === "infer") fcx.infcx.table.diverging[ty.var] = true;
  }
}

/** A reborrow followed by a new dereference starts over from the original reference. */
function composeAdjustments(
  before: readonly Adjustment[],
  after: readonly Adjustment[],
): readonly Adjustment[] {
  if (before.length === 1 && before[0]?.kind === "neverToAny") return after;
  const [first, second] = before;
  const isReborrow =
    before.length === 2 &&
    first?.kind === "deref" &&
    !first.overloaded &&
    second?.kind === "borrow";
  if (isReborrow && after[0]?.kind === "deref") return after;
  return [...before, ...after];
}

export function isUnknown(...tys: readonly Ty[]): boolean {
  return tys.some((ty) => (flagsOf(ty) & HAS_UNKNOWN) !== 0);
}

export function hasHoles(args: GenericArgs): boolean {
  return (argsFlags(args) & (HAS_INFER | HAS_UNKNOWN)) !== 0;
}

export function taint(fcx: FnCtxt, span: Span): void {
  fcx.taintedAt ??= span;
}

/** Reports a certain error. */
export function report(
  fcx: FnCtxt,
  error: Omit<TyError, "related"> & { readonly related?: TyError["related"] },
): void {
  taint(fcx, error.span);
  if (
    fcx.errors.some(
      (e) =>
        e.code === error.code && e.span.start === error.span.start && e.message === error.message,
    )
  )
    return;
  fcx.errors.push({ related: [], ...error });
}

export function localTy(fcx: FnCtxt, local: LocalId): Ty {
  return (fcx.tables.localTys[local] ??= newVar(
    fcx,
    fcx.body.locals[local]?.span ?? fcx.body.span,
  ));
}

export function newConst(fcx: FnCtxt): Const {
  return fcx.infcx.newConst();
}

export function onlyHasType(fcx: FnCtxt, expected: Expectation): Ty | undefined {
  return expected.kind === "hasType" ? resolveSoFar(fcx, expected.ty) : undefined;
}

/** Any hint at all. */
export function hintOf(fcx: FnCtxt, expected: Expectation): Ty | undefined {
  return expected.kind === "none" ? undefined : resolveSoFar(fcx, expected.ty);
}

/** For the branches of `if` and `match`: a bare variable is no expectation. */
export function forBranches(fcx: FnCtxt, expected: Expectation): Expectation {
  if (expected.kind === "rvalueHint") return expected;
  if (expected.kind !== "hasType") return NO_EXPECTATION;
  const ty = structurally(fcx, expected.ty);
  return ty.kind === "infer" && ty.class === "general" ? NO_EXPECTATION : { kind: "hasType", ty };
}

export function hasType(ty: Ty): Expectation {
  return { kind: "hasType", ty };
}

/** An unsized hint (`[T]`, `str`, `dyn`) must not become the type of a value. */
export function rvalueHint(fcx: FnCtxt, ty: Ty): Expectation {
  const tail = structTail(fcx, ty);
  return tail.kind === "slice" || tail.kind === "str" || tail.kind === "dyn"
    ? { kind: "rvalueHint", ty }
    : { kind: "hasType", ty };
}

/** The last field of the last field … : what makes a type unsized (`struct_tail_without_normalization`). */
export function structTail(fcx: FnCtxt, ty: Ty): Ty {
  let tail = fcx.infcx.shallow(ty);
  for (let depth = 0; depth < 32; depth++) {
    const last: Ty | undefined = lastField(fcx, tail);
    if (!last) break;
    tail = fcx.infcx.shallow(last);
  }
  return tail;
}

function lastField(fcx: FnCtxt, ty: Ty): Ty | undefined {
  if (ty.kind === "tuple") return ty.tys.at(-1);
  if (ty.kind !== "adt" || fcx.cx.adt(ty.def).kind !== "struct") return undefined;
  const field = fcx.cx.adt(ty.def).variants[0]?.fields.at(-1);
  return field && fcx.cx.fieldTy(field.def, ty.args);
}

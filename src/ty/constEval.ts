// A small evaluator for constants in types: array lengths, discriminants, const generic arguments.
//
// Integers, booleans and characters through literals, operators, casts, named constants, locals, control flow and calls of
// functions that work on such values. Anything else is an unknown constant, which is equal to any.
//
// Not modelled: methods, associated constants of traits, arrays, tuples and structs, constants that need layouts.

import { simplifyTy } from "./simplify.ts";
import type { DefId } from "../hir/defs.ts";
import type {
  HirBlock,
  HirExpr,
  HirPat,
  HirQPath,
  HirStmt,
  HirTy,
  LabelId,
  LocalId,
} from "../hir/hir.ts";
import { INT_BITS, binary, castTo, fits, literalValue, unary } from "./constOps.ts";
import type { Value } from "./constOps.ts";
import type { TyContext } from "./queries.ts";
import type { Const, IntTy, Ty } from "./ty.ts";

/** Steps of one constant, calls included. */
const FUEL = 200_000;
const DEPTH = 64;

interface Run {
  readonly cx: TyContext;
  readonly locals: Map<LocalId, Value>;
  readonly depth: number;
  readonly fuel: { left: number };
}

/** Where control goes instead of on: out of a loop or block, to a loop's next turn, out of the function. */
type Leave =
  | { readonly leave: "break"; readonly label: LabelId; readonly value: Value }
  | { readonly leave: "continue"; readonly label: LabelId }
  | { readonly leave: "return"; readonly value: Value };

/** Undefined: not known. */
type Outcome = Value | Leave | undefined;

/** No constant in a type is of this type. */
const UNIT: Value = "";

export function evaluateConst(cx: TyContext, expr: HirExpr, ty: Ty): Const {
  const param = asParam(cx, expr);
  if (param) return param;
  const value = evaluate({ cx, locals: new Map(), depth: 0, fuel: { left: FUEL } }, expr);
  if (!isValue(value) || !fits(value, ty)) return cx.tcx.unknownConst;
  return cx.tcx.constValue(value, ty);
}

/** Value of a `const` item whose type is an integer, `bool` or `char`. */
export function evaluateConstItem(cx: TyContext, def: DefId): Const {
  const body = cx.program.body(def);
  return body ? evaluateConst(cx, body.value, cx.typeOf(def)) : cx.tcx.unknownConst;
}

function asParam(cx: TyContext, expr: HirExpr): Const | undefined {
  const inner = peel(expr);
  if (inner.kind !== "path" || inner.path.kind !== "resolved" || inner.path.res.kind !== "def")
    return undefined;
  const def = cx.def(inner.path.res.def);
  return def.kind === "constParam" ? cx.tcx.constParam(def.index, def.name, def.id) : undefined;
}

function peel(expr: HirExpr): HirExpr {
  if (expr.kind === "dropTemps") return peel(expr.expr);
  if (expr.kind !== "block" || expr.block.statements.length > 0 || !expr.block.tail) return expr;
  return peel(expr.block.tail);
}

function isValue(outcome: Outcome): outcome is Value {
  return outcome !== undefined && typeof outcome !== "object";
}

function evaluate(run: Run, outer: HirExpr): Outcome {
  const expr = peel(outer);
  if (run.depth > DEPTH || (run.fuel.left -= 1) < 0) return undefined;
  switch (expr.kind) {
    case "lit":
      return literalValue(expr.lit);
    case "unary":
      return lift(evaluate(run, expr.expr), (value) => unary(expr.op, value));
    case "binary":
      return binaryValue(run, expr);
    case "cast":
      return lift(evaluate(run, expr.expr), (value) => castTo(primOf(expr.ty), value));
    case "path":
      return pathValue(run, expr.path);
    case "assign":
      return assign(run, expr.left, evaluate(run, expr.right));
    case "assignOp": {
      const before = evaluate(run, expr.left);
      const by = evaluate(run, expr.right);
      return isValue(before) && isValue(by)
        ? assign(run, expr.left, binary(expr.op, before, by))
        : undefined;
    }
    case "call":
      return call(run, expr.callee, expr.args);
    default:
      return control(run, expr);
  }
}

function control(run: Run, expr: HirExpr): Outcome {
  switch (expr.kind) {
    case "if": {
      const condition = evaluate(run, expr.condition);
      if (typeof condition !== "boolean") return isValue(condition) ? undefined : condition;
      const taken = condition ? expr.then : expr.else;
      return taken === undefined ? UNIT : evaluate(run, taken);
    }
    case "block":
      return caught(block(run, expr.block), expr.label);
    case "loop":
      return loop(run, expr.body, expr.label);
    case "match": {
      const value = evaluate(run, expr.scrutinee);
      if (!isValue(value)) return value;
      for (const arm of expr.arms) {
        const matches = arm.guard === undefined ? accepts(run, arm.pat, value) : undefined;
        if (matches === undefined) return undefined;
        if (matches) return evaluate(run, arm.body);
      }
      return undefined;
    }
    case "break": {
      const value = expr.value === undefined ? UNIT : evaluate(run, expr.value);
      if (!isValue(value)) return value;
      return expr.label === undefined ? undefined : { leave: "break", label: expr.label, value };
    }
    case "continue":
      return expr.label === undefined ? undefined : { leave: "continue", label: expr.label };
    case "return": {
      const value = expr.value === undefined ? UNIT : evaluate(run, expr.value);
      return isValue(value) ? { leave: "return", value } : value;
    }
    default:
      return undefined;
  }
}

function lift(outcome: Outcome, map: (value: Value) => Value | undefined): Outcome {
  return isValue(outcome) ? map(outcome) : outcome;
}

function binaryValue(run: Run, expr: HirExpr & { kind: "binary" }): Outcome {
  const left = evaluate(run, expr.left);
  if (!isValue(left)) return left;
  if ((expr.op === "&&" && left === false) || (expr.op === "||" && left === true)) return left;
  return lift(evaluate(run, expr.right), (right) => binary(expr.op, left, right));
}

function assign(run: Run, place: HirExpr, outcome: Outcome): Outcome {
  const local = localOf(peel(place));
  if (!isValue(outcome)) return outcome;
  if (local === undefined) return undefined;
  run.locals.set(local, outcome);
  return UNIT;
}

function localOf(expr: HirExpr): LocalId | undefined {
  return expr.kind === "path" && expr.path.kind === "resolved" && expr.path.res.kind === "local"
    ? expr.path.res.local
    : undefined;
}

function block(run: Run, { statements, tail }: HirBlock): Outcome {
  for (const one of statements) {
    const outcome = statement(run, one);
    if (!isValue(outcome)) return outcome;
  }
  return tail === undefined ? UNIT : evaluate(run, tail);
}

function statement(run: Run, one: HirStmt): Outcome {
  if (one.kind === "item") return UNIT;
  if (one.kind === "expr") return evaluate(run, one.expr);
  // One that is assigned later.
  if (one.init === undefined) return UNIT;
  const value = evaluate(run, one.init);
  if (!isValue(value)) return value;
  return accepts(run, one.pat, value) === true ? UNIT : undefined;
}

/** Whether a pattern accepts the value, which it then binds. Undefined: not known. */
function accepts(run: Run, pat: HirPat, value: Value): boolean | undefined {
  switch (pat.kind) {
    case "wild":
      return true;
    case "binding":
      if (pat.byRef || pat.sub !== undefined) return undefined;
      run.locals.set(pat.local, value);
      return true;
    case "lit": {
      const wanted = evaluate(run, pat.value);
      return isValue(wanted) ? wanted === value : undefined;
    }
    case "or": {
      for (const sub of pat.pats) {
        const matches = accepts(run, sub, value);
        if (matches !== false) return matches;
      }
      return false;
    }
    default:
      return undefined;
  }
}

function loop(run: Run, body: HirBlock, label: LabelId): Outcome {
  for (;;) {
    if ((run.fuel.left -= 1) < 0) return undefined;
    const outcome = block(run, body);
    if (isValue(outcome)) continue;
    if (outcome?.leave === "continue" && outcome.label === label) continue;
    return caught(outcome, label);
  }
}

function caught(outcome: Outcome, label: LabelId | undefined): Outcome {
  if (isValue(outcome) || outcome === undefined) return outcome;
  return outcome.leave === "break" && outcome.label === label ? outcome.value : outcome;
}

function call(run: Run, callee: HirExpr, args: readonly HirExpr[]): Outcome {
  const path = peel(callee);
  if (path.kind !== "path" || path.path.kind !== "resolved" || path.path.res.kind !== "def")
    return undefined;
  const { def } = path.path.res;
  const body = run.cx.def(def).kind === "fn" ? run.cx.program.body(def) : undefined;
  if (body === undefined || body.params.length !== args.length) return undefined;
  const inner: Run = { ...run, locals: new Map(), depth: run.depth + 1 };
  for (const [index, arg] of args.entries()) {
    const value = evaluate(run, arg);
    const param = body.params[index];
    if (!isValue(value)) return value;
    if (param === undefined || accepts(inner, param.pat, value) !== true) return undefined;
  }
  const outcome = evaluate(inner, body.value);
  if (isValue(outcome) || outcome === undefined) return outcome;
  return outcome.leave === "return" ? outcome.value : undefined;
}

function pathValue({ cx, locals }: Run, path: HirQPath): Value | undefined {
  if (path.kind === "resolved" && path.res.kind === "local") return locals.get(path.res.local);
  const def =
    path.kind === "resolved"
      ? path.res.kind === "def"
        ? path.res.def
        : undefined
      : assocConst(cx, path);
  if (def === undefined || cx.def(def).kind !== "const") return undefined;
  const value = cx.constValue(def, cx.tcx.noArgs);
  return value.const === "value" ? value.value : undefined;
}

/** `usize::MAX`, `Self::SIZE`, `Type::SIZE`. */
function assocConst(cx: TyContext, path: HirQPath & { kind: "relative" }): DefId | undefined {
  const self = headType(cx, path.ty);
  const key = self && simplifyTy(self);
  if (key === undefined) return undefined;
  for (const impl of cx.inherentImpls(key)) {
    const found = cx.assocItem(impl, path.segment.name, "const");
    if (found !== undefined) return found;
  }
  return undefined;
}

function headType(cx: TyContext, hir: HirTy): Ty | undefined {
  if (hir.kind !== "path" || hir.path.kind !== "resolved") return undefined;
  const { res } = hir.path;
  if (res.kind === "selfTy") return cx.typeOf(res.of);
  if (res.kind === "def") return cx.typeOf(res.def);
  const prim = res.kind === "prim" ? INT_BITS[res.prim] : undefined;
  return res.kind === "prim" && prim ? cx.tcx.int(res.prim as IntTy) : undefined;
}

function primOf(hir: HirTy): string | undefined {
  return hir.kind === "path" && hir.path.kind === "resolved" && hir.path.res.kind === "prim"
    ? hir.path.res.prim
    : undefined;
}

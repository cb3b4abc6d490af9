// Literals, arrays and tuples.

import { addCoerced, coerceMany, finishMany } from "./coerce/coerceMany.ts";
import {
  causeAt,
  forBranches,
  hasType,
  hintOf,
  newVar,
  NO_EXPECTATION,
  onlyHasType,
  requireSized,
  requireTrait,
  structurally,
} from "./fnCtxt.ts";
import { lowerConstArg } from "../lower/lowerConst.ts";
import { reportMismatch } from "../errors/mismatch.ts";
import type { Expectation, FnCtxt } from "./fnCtxt.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { FloatTy, IntTy, Ty } from "../ty.ts";

type Of<K extends HirExpr["kind"]> = HirExpr & { readonly kind: K };

export function checkLit(fcx: FnCtxt, expr: Of<"lit">, expected: Expectation): Ty {
  const { tcx } = fcx;
  const { lit } = expr;
  const staticRef = (ty: Ty) => tcx.ref(tcx.erased, ty, false);
  switch (lit.kind) {
    case "int":
      return intLit(fcx, expr, lit.suffix, expected);
    case "float": {
      if (lit.suffix === "f32" || lit.suffix === "f64") return tcx.float(lit.suffix as FloatTy);
      const hint = hintOf(fcx, expected);
      const shallow = hint && structurally(fcx, hint);
      return shallow?.kind === "float" ? shallow : fcx.infcx.newNumber("float", expr.span);
    }
    case "bool":
      return tcx.bool;
    case "char":
      return tcx.char;
    case "byte":
      return tcx.u8;
    case "str":
      return staticRef(tcx.str);
    case "byteStr": {
      const hint = hintOf(fcx, expected);
      const shallow = hint && structurally(fcx, hint);
      if (shallow?.kind === "ref" && structurally(fcx, shallow.ty).kind === "slice")
        return staticRef(tcx.slice(tcx.u8));
      return staticRef(tcx.array(tcx.u8, tcx.constValue(BigInt(lit.value.length), tcx.usize)));
    }
    case "cStr": {
      const cstr = fcx.cx.lang("CStr");
      return cstr === undefined ? tcx.unknown : staticRef(tcx.adt(cstr, []));
    }
  }
}

function intLit(fcx: FnCtxt, expr: Of<"lit">, suffix: string, expected: Expectation): Ty {
  const { tcx } = fcx;
  if (suffix === "f32" || suffix === "f64") return tcx.float(suffix);
  if (suffix !== "")
    return /^[iu](8|16|32|64|128|size)$/.test(suffix) ? tcx.int(suffix as IntTy) : tcx.unknown;
  const hint = hintOf(fcx, expected);
  const shallow = hint && structurally(fcx, hint);
  if (shallow?.kind === "int" || (shallow?.kind === "infer" && shallow.class === "int"))
    return shallow;
  if (expected.kind === "castable" && shallow?.kind === "char") return tcx.u8;
  if (expected.kind === "castable" && (shallow?.kind === "ptr" || shallow?.kind === "fnPtr"))
    return tcx.usize;
  return fcx.infcx.newNumber("int", expr.span);
}

export function checkTuple(fcx: FnCtxt, expr: Of<"tuple">, expected: Expectation): Ty {
  const hint = onlyHasType(fcx, expected);
  const shallow = hint && structurally(fcx, hint);
  const hints = shallow?.kind === "tuple" ? shallow.tys : undefined;
  const tys = expr.exprs.map((part, i) => {
    const want = hints?.[i];
    if (want) return fcx.check.coercible(fcx, part, want);
    const ty = fcx.check.expr(fcx, part, NO_EXPECTATION);
    requireSized(fcx, ty, part.span, "element");
    return ty;
  });
  return fcx.tcx.tuple(tys);
}

export function checkArray(fcx: FnCtxt, expr: Of<"array">, expected: Expectation): Ty {
  const { tcx } = fcx;
  const want = elementHint(fcx, expected);
  const many = coerceMany(want ?? newVar(fcx, expr.span));
  for (const part of expr.exprs) {
    const ty = fcx.check.expr(fcx, part, hasType(many.expected));
    const wrong = addCoerced(fcx, many, part, ty);
    if (wrong) reportMismatch(fcx, part, wrong.expected, wrong.found);
  }
  const element = expr.exprs.length === 0 ? many.expected : finishMany(fcx, many);
  requireSized(fcx, element, expr.span, "element");
  return tcx.array(element, tcx.constValue(BigInt(expr.exprs.length), tcx.usize));
}

function elementHint(fcx: FnCtxt, expected: Expectation): Ty | undefined {
  const hint = hintOf(fcx, expected);
  const shallow = hint && structurally(fcx, hint);
  if (shallow?.kind !== "array" && shallow?.kind !== "slice") return undefined;
  const branch = forBranches(fcx, hasType(shallow.ty));
  return branch.kind === "hasType" ? branch.ty : undefined;
}

export function checkRepeat(fcx: FnCtxt, expr: Of<"repeat">, expected: Expectation): Ty {
  const { tcx, cx } = fcx;
  const length = lowerConstArg(fcx.lcx, expr.count, tcx.usize);
  const want = elementHint(fcx, expected);
  const element = want
    ? fcx.check.coercible(fcx, expr.value, want)
    : fcx.check.coercible(fcx, expr.value, newVar(fcx, expr.value.span));
  const one = length.const === "value" && typeof length.value === "bigint" && length.value <= 1n;
  const known = fcx.infcx.shallowConst(length).const === "value";
  if (known && !one && !isConstant(fcx, expr.value))
    requireTrait(fcx, cx.lang("copy"), [element], causeAt(expr.value.span));
  return tcx.array(element, length);
}

/** `[CONST; N]` and `[const { … }; N]` need no `Copy`. */
function isConstant(fcx: FnCtxt, expr: HirExpr): boolean {
  if (expr.kind === "block") return expr.const;
  if (expr.kind !== "path") return false;
  const callee = fcx.tables.resolutions.get(expr.id);
  const kind = callee && fcx.cx.def(callee.def).kind;
  return kind === "const";
}

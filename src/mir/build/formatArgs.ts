// Format strings: `format_args!` becomes calls of std's lang items that build a `fmt::Arguments`.
//
// `Arguments::new(&pieces, &arguments, &specs)`: one literal before each placeholder and perhaps one behind the last,
// one `Argument` for each pair of value and trait, one `Spec` for each placeholder. Arguments are evaluated once, in order.

import type { Span } from "../../base/span.ts";
import type { FormatCount, FormatPiece, FormatPlaceholder } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Constant, Local, Operand, Place } from "../mir.ts";
import type { RegionScope, ThirExpr } from "../thir/thir.ts";
import { thirExpr } from "../thir/cx.ts";
import { argsForTypes } from "../traits.ts";
import { assign, newBlock, newTemp, placeOf, push, terminate, unsupportedHere } from "./builder.ts";
import type { Builder } from "./builder.ts";
import { promoteArray } from "./promote.ts";
import { asTemp } from "./exprOperand.ts";
import { scheduleDrop, unwindTarget } from "./scopes.ts";

type FormatExpr = ThirExpr & { kind: "formatArgs" };

const ALIGN = { left: 0, right: 1, center: 2, none: 3 } as const;

export function formatArgsInto(b: Builder, dest: Place, expr: FormatExpr): void {
  const refs = expr.args.map((arg) => asTemp(b, arg, expr.tempScope));
  const { literals, placeholders } = split(expr.pieces);
  const slots = new Map<string, { position: number; operand: Operand }>();
  const slot = (lang: string, arg: number) => argumentSlot(b, expr, refs, slots, lang, arg);
  const specs = placeholders.map((placeholder) => specOperand(b, expr, placeholder, slot));
  if (
    specs.includes(undefined) ||
    [...slots.values()].some((entry) => entry.operand.kind === "constant")
  ) {
    return unsupportedHere(b, "a format string", "std's formatting is not known", expr.span);
  }
  const pieceOperands = literals.map((text) =>
    constant({ kind: "str", value: text }, strTy(b), expr.span),
  );
  const argumentTy = adtOf(b, "format_argument");
  const specTy = adtOf(b, "format_spec");
  const slices = [
    sliceOf(b, expr, pieceOperands, strTy(b)),
    sliceOf(
      b,
      expr,
      [...slots.values()].map((entry) => entry.operand),
      argumentTy,
    ),
    sliceOf(
      b,
      expr,
      specs.filter((spec) => spec !== undefined),
      specTy,
    ),
  ];
  callLang(b, "format_arguments_new", [], slices, dest, expr.span);
}

function split(pieces: readonly FormatPiece[]): {
  literals: string[];
  placeholders: FormatPlaceholder[];
} {
  const literals: string[] = [];
  const placeholders: FormatPlaceholder[] = [];
  let pending = "";
  for (const piece of pieces) {
    if (piece.kind === "text") {
      pending += piece.text;
      continue;
    }
    literals.push(pending);
    placeholders.push(piece);
    pending = "";
  }
  if (pending !== "") literals.push(pending);
  return { literals, placeholders };
}

/** The index of the `Argument` made by `lang` from argument `arg`. */
function argumentSlot(
  b: Builder,
  expr: FormatExpr,
  refs: readonly Local[],
  slots: Map<string, { position: number; operand: Operand }>,
  lang: string,
  arg: number,
): number {
  const key = `${lang} ${arg}`;
  const known = slots.get(key);
  if (known) return known.position;
  const ref = refs[arg];
  const refTy = expr.args[arg]?.ty;
  const generic = lang !== "format_argument_from_usize" && refTy?.kind === "ref" ? [refTy.ty] : [];
  const operand: Operand =
    ref === undefined
      ? constant({ kind: "zst" }, b.cx.ty.tcx.unit, expr.span)
      : callToTemp(
          b,
          expr,
          lang,
          generic,
          [{ kind: "copy", place: placeOf(ref) }],
          adtOf(b, "format_argument"),
        );
  slots.set(key, { position: slots.size, operand });
  return slots.size - 1;
}

function specOperand(
  b: Builder,
  expr: FormatExpr,
  placeholder: FormatPlaceholder,
  slot: (lang: string, arg: number) => number,
): Operand | undefined {
  const interner = b.cx.ty.tcx;
  const usize = (value: number) =>
    constant({ kind: "int", value: BigInt(value) }, interner.usize, expr.span);
  const u8 = (value: number) =>
    constant({ kind: "int", value: BigInt(value) }, interner.u8, expr.span);
  const position = slot(`format_argument_new_${snakeCase(placeholder.trait)}`, placeholder.arg);
  const count = (wanted: FormatCount | undefined) => countOperands(wanted, u8, usize, slot);
  const flags = constant(
    { kind: "int", value: BigInt(flagsOf(placeholder)) },
    interner.int("u32"),
    expr.span,
  );
  const fill = constant(
    { kind: "char", value: placeholder.fill.codePointAt(0) ?? 32 },
    interner.char,
    expr.span,
  );
  const args = [
    usize(position),
    fill,
    u8(ALIGN[placeholder.align]),
    flags,
    ...count(placeholder.precision),
    ...count(placeholder.width),
  ];
  if (b.cx.ty.lang("format_spec_new") === undefined) return undefined;
  return callToTemp(b, expr, "format_spec_new", [], args, adtOf(b, "format_spec"));
}

function countOperands(
  count: FormatCount | undefined,
  u8: (value: number) => Operand,
  usize: (value: number) => Operand,
  slot: (lang: string, arg: number) => number,
): Operand[] {
  if (!count) return [u8(0), usize(0)];
  if (count.kind === "literal") return [u8(1), usize(count.value)];
  return [u8(2), usize(slot("format_argument_from_usize", count.arg))];
}

function flagsOf(placeholder: FormatPlaceholder): number {
  let flags = placeholder.sign === "plus" ? 1 : placeholder.sign === "minus" ? 2 : 0;
  if (placeholder.alternate) flags |= 4;
  if (placeholder.zeroPad) flags |= 8;
  if (placeholder.debugHex === "lower") flags |= 16;
  if (placeholder.debugHex === "upper") flags |= 32;
  return flags;
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

function constant(value: Constant, ty: Ty, span: Span): Operand {
  return { kind: "constant", constant: value, ty, span };
}

function strTy(b: Builder): Ty {
  const interner = b.cx.ty.tcx;
  return interner.ref(interner.static, interner.str, false);
}

/** The struct with this lang item; its lifetime parameters are erased. */
function adtOf(b: Builder, lang: string): Ty {
  const def = b.cx.ty.lang(lang);
  return def === undefined
    ? b.cx.ty.tcx.unknown
    : b.cx.ty.tcx.adt(def, argsForTypes(b.cx, def, []));
}

function temporary(b: Builder, ty: Ty, scope: RegionScope | undefined, span: Span): Local {
  const temp = newTemp(b, ty, span);
  if (scope) push(b, { kind: "storageLive", local: temp }, span);
  scheduleDrop(b, scope, temp, "storage");
  return temp;
}

/** `&[a, b, c]` as a slice; the array lives as long as the arguments, for ever where there are none. */
function sliceOf(b: Builder, expr: FormatExpr, operands: readonly Operand[], element: Ty): Operand {
  const interner = b.cx.ty.tcx;
  const arrayTy = interner.array(
    element,
    interner.constValue(BigInt(operands.length), interner.usize),
  );
  const refTy = interner.ref(interner.erased, arrayTy, false);
  const promoted = promotedArray(b, expr, operands, arrayTy, element);
  if (promoted !== undefined) return unsized(b, expr, promoted, refTy, element);
  const array = placeOf(temporary(b, arrayTy, expr.tempScope, expr.span));
  assign(
    b,
    array,
    { kind: "aggregate", aggregate: { kind: "array", ty: element }, operands },
    expr.span,
  );
  const ref = placeOf(newTemp(b, refTy, expr.span));
  assign(b, ref, { kind: "ref", borrow: "shared", place: array }, expr.span);
  return unsized(b, expr, { kind: "move", place: ref }, refTy, element);
}

/** `format_args!("text")` borrows nothing and may leave its block. */
function promotedArray(
  b: Builder,
  expr: FormatExpr,
  operands: readonly Operand[],
  arrayTy: Ty,
  element: Ty,
): Operand | undefined {
  if (expr.args.length > 0) return undefined;
  const exprs: ThirExpr[] = [];
  for (const operand of operands) {
    if (operand.kind !== "constant") return undefined;
    const { constant: value } = operand;
    exprs.push(thirExpr({ kind: "constant", constant: value }, element, expr.span, expr.tempScope));
  }
  return promoteArray(b, thirExpr({ kind: "array", exprs }, arrayTy, expr.span, expr.tempScope));
}

function unsized(b: Builder, expr: FormatExpr, operand: Operand, from: Ty, element: Ty): Operand {
  const interner = b.cx.ty.tcx;
  const sliceTy = interner.ref(interner.erased, interner.slice(element), false);
  const slice = placeOf(newTemp(b, sliceTy, expr.span));
  assign(b, slice, { kind: "cast", cast: "unsize", operand, from, ty: sliceTy }, expr.span);
  return { kind: "move", place: slice };
}

function callToTemp(
  b: Builder,
  expr: FormatExpr,
  lang: string,
  types: readonly Ty[],
  args: readonly Operand[],
  ty: Ty,
): Operand {
  const temp = placeOf(temporary(b, ty, expr.tempScope, expr.span));
  callLang(b, lang, types, args, temp, expr.span);
  return { kind: "move", place: temp };
}

function callLang(
  b: Builder,
  lang: string,
  types: readonly Ty[],
  args: readonly Operand[],
  dest: Place,
  span: Span,
): void {
  const def = b.cx.ty.lang(lang);
  if (def === undefined) return unsupportedHere(b, "a format string", `std has no ${lang}`, span);
  const func = constant(
    { kind: "zst" },
    b.cx.ty.tcx.fnDef(def, argsForTypes(b.cx, def, types)),
    span,
  );
  const next = newBlock(b);
  const unwind = unwindTarget(b);
  terminate(
    b,
    { kind: "call", func, args, destination: dest, target: next, unwind, fnSpan: span },
    span,
    next,
  );
}

// Struct expressions: E0063 (missing), E0560 and E0559 (unknown), E0451 (private), E0574 (not a struct).

import { describeAdt } from "./describe.ts";
import { isUnknown, report } from "../check/fnCtxt.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { PatternTarget } from "../check/patPath.ts";
import type { HirExpr, HirFieldExpr } from "../../hir/hir.ts";

type StructExpr = HirExpr & { readonly kind: "struct" };
type Variant = PatternTarget & { readonly kind: "variant" };

export function reportMissingFields(fcx: FnCtxt, expr: StructExpr, target: Variant): void {
  if (fcx.cx.program.def(target.variant.def).kind === "union") return;
  const given = new Set(expr.fields.map((field) => field.name));
  const missing = target.variant.fields
    .filter((field) => !given.has(field.name))
    .map((field) => `\`${field.name}\``);
  if (
    missing.length === 0 ||
    expr.fields.some((field) => !target.variant.fields.some((f) => f.name === field.name))
  )
    return;
  const list =
    missing.length === 1
      ? missing[0]
      : missing.length > 3
        ? `${missing.slice(0, 3).join(", ")} and ${missing.length - 3} other field${missing.length === 4 ? "" : "s"}`
        : `${missing.slice(0, -1).join(", ")} and ${missing.at(-1)}`;
  report(fcx, {
    code: "E0063",
    message: `missing field${missing.length === 1 ? "" : "s"} ${list} in initializer of \`${fcx.cx.showInFull(target.ty)}\``,
    span: expr.path.span,
    label: `missing ${list}`,
  });
}

export function reportUnknownField(
  fcx: FnCtxt,
  _expr: StructExpr,
  target: Variant,
  field: HirFieldExpr,
): void {
  if (isUnknown(target.ty)) return;
  const variant = fcx.cx.def(target.variant.def).kind === "variant";
  report(fcx, {
    code: variant ? "E0559" : "E0560",
    message: variant
      ? `variant \`${describeAdt(fcx.cx, target.variant.def).slice("variant `".length, -1)}\` has no field named \`${field.name}\``
      : `${describeAdt(fcx.cx, target.variant.def)} has no field named \`${field.name}\``,
    span: nameSpan(field),
    label: "unknown field",
  });
}

export function reportRepeatedFields(fcx: FnCtxt, expr: StructExpr): void {
  const seen = new Set<string>();
  for (const field of expr.fields) {
    if (seen.has(field.name)) {
      report(fcx, {
        code: "E0062",
        message: `field \`${field.name}\` specified more than once`,
        span: nameSpan(field),
        label: "used more than once",
      });
    }
    seen.add(field.name);
  }
}

function nameSpan(field: HirFieldExpr): HirFieldExpr["span"] {
  return { start: field.span.start, end: field.span.start + field.name.length };
}

export function reportNoStructBase(fcx: FnCtxt, base: HirExpr): void {
  report(fcx, {
    code: "E0436",
    message: "functional record update syntax requires a struct",
    span: base.span,
  });
}

export function reportPrivateField(fcx: FnCtxt, target: Variant, field: HirFieldExpr): void {
  report(fcx, {
    code: "E0451",
    message: `field \`${field.name}\` of ${describeAdt(fcx.cx, target.variant.def)} is private`,
    span: nameSpan(field),
    label: "private field",
  });
}

/** Whatever it names, it has no fields that we know: name resolution has spoken where it is certain. */
export function reportNotStruct(_fcx: FnCtxt, _expr: StructExpr): void {}

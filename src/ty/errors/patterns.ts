// Patterns: E0308 (type), E0023 (number of fields), E0026 and E0027 (fields by name), E0025 (twice), E0769 (a tuple variant
// with named fields), E0533 and E0164 (something else).

import { describeAdt, pathText } from "./describe.ts";
import { mismatchLabel } from "./mismatch.ts";
import { isUnknown, report, resolveSoFar, taint } from "../check/fnCtxt.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { HirPat, HirQPath } from "../../hir/hir.ts";
import type { VariantInfo } from "../queries.ts";
import type { Ty } from "../ty.ts";

export function reportPatMismatch(
  fcx: FnCtxt,
  pat: { readonly span: HirPat["span"] },
  expectedTy: Ty,
  foundTy: Ty,
): void {
  const expected = resolveSoFar(fcx, expectedTy);
  const found = resolveSoFar(fcx, foundTy);
  if (isUnknown(expected, found)) return taint(fcx, pat.span);
  report(fcx, {
    code: "E0308",
    message: "mismatched types",
    span: pat.span,
    label: mismatchLabel(fcx, expected, found),
  });
}

export function reportPatternArity(
  fcx: FnCtxt,
  pat: HirPat & { kind: "tupleStruct" },
  variant: VariantInfo,
  count: number,
): void {
  const given = pat.pats.length;
  const fields = (n: number) => `${n} field${n === 1 ? "" : "s"}`;
  const kind = fcx.cx.def(variant.def).kind === "variant" ? "tuple variant" : "tuple struct";
  report(fcx, {
    code: "E0023",
    message: `this pattern has ${fields(given)}, but the corresponding ${kind} has ${fields(count)}`,
    span: aritySpan(pat, count),
    label: `expected ${fields(count)}, found ${given}`,
  });
}

/** The first pattern too many, or all that there are. */
function aritySpan(pat: HirPat & { kind: "tupleStruct" }, count: number): HirPat["span"] {
  const extra = pat.pats[count];
  if (extra) return extra.span;
  const [first, last] = [pat.pats[0], pat.pats.at(-1)];
  return first && last ? { start: first.span.start, end: last.span.end } : pat.span;
}

export function reportArrayLength(
  fcx: FnCtxt,
  pat: HirPat,
  wanted: number,
  length: bigint,
  atLeast: boolean,
): void {
  const elements = (n: number | bigint) => `${n} element${Number(n) === 1 ? "" : "s"}`;
  report(fcx, {
    code: atLeast ? "E0528" : "E0527",
    message: `pattern requires ${atLeast ? "at least " : ""}${elements(wanted)} but array has ${length}`,
    span: pat.span,
    label: atLeast
      ? `pattern cannot match array of ${elements(length)}`
      : `expected ${elements(length)}`,
  });
}

export function reportFieldPattern(
  fcx: FnCtxt,
  pat: HirPat & { kind: "struct" },
  variant: VariantInfo,
): void {
  if (isTupleWithNames(pat, variant)) {
    report(fcx, {
      code: "E0769",
      message: `tuple variant \`${pathText(pat.path)}\` written as struct variant`,
      span: pat.span,
    });
    return;
  }
  reportRepeatedPatterns(fcx, pat);
  const known = new Set(variant.fields.map((field) => field.name));
  const unknown = pat.fields.filter((field) => !known.has(field.name));
  const what = describeAdt(fcx.cx, variant.def);
  for (const field of unknown) {
    report(fcx, {
      code: "E0026",
      message: `${what} does not have a field named \`${field.name}\``,
      span: { start: field.span.start, end: field.span.start + field.name.length },
      label: `${what} does not have this field`,
    });
  }
  if (pat.rest || unknown.length > 0) return;
  const given = new Set(pat.fields.map((field) => field.name));
  const missing = variant.fields
    .filter((field) => !given.has(field.name))
    .map((field) => `\`${field.name}\``);
  if (missing.length === 0 || fcx.cx.def(variant.def).kind === "union") return;
  const list =
    missing.length === 1
      ? missing[0]
      : `${missing.slice(0, -1).join(", ")}${missing.length > 2 ? "," : ""} and ${missing.at(-1)}`;
  report(fcx, {
    code: "E0027",
    message: `pattern does not mention field${missing.length === 1 ? "" : "s"} ${(list ?? "").replace(/, and /, ", ")}`,
    span: pat.span,
    label: `missing field${missing.length === 1 ? "" : "s"} ${list}`,
  });
}

/** `E::A { number }` of `E::A(i32)`. */
function isTupleWithNames(pat: HirPat & { kind: "struct" }, variant: VariantInfo): boolean {
  return (
    variant.shape === "tuple" &&
    !pat.rest &&
    pat.fields.length === variant.fields.length &&
    pat.fields.every((field) => !/^\d+$/.test(field.name))
  );
}

function reportRepeatedPatterns(fcx: FnCtxt, pat: HirPat & { kind: "struct" }): void {
  const seen = new Set<string>();
  for (const field of pat.fields) {
    if (seen.has(field.name)) {
      report(fcx, {
        code: "E0025",
        message: `field \`${field.name}\` bound multiple times in the pattern`,
        span: field.span,
      });
    }
    seen.add(field.name);
  }
}

export function reportWrongPattern(
  fcx: FnCtxt,
  pat: HirPat & { readonly path: HirQPath },
  found: string,
): void {
  const isPath = pat.kind === "path";
  const wanted = isPath ? "unit struct, unit variant or constant" : "tuple struct or tuple variant";
  report(fcx, {
    code: isPath ? "E0533" : "E0164",
    message: `expected ${wanted}, found ${found} \`${pathText(pat.path)}\``,
    span: pat.span,
    label: isPath ? `not a ${wanted}` : "not a tuple struct or tuple variant",
  });
}

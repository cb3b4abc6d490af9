// Constructors of patterns: what a value can be made with, by type. Follows `rustc_pattern_analysis::constructor`.
//
// Integers and characters are ranges, split at the boundaries that the patterns mention; slices go by length.

import { intRange } from "../../constOps.ts";
import { structurally } from "../fnCtxt.ts";
import { substitute } from "../../fold.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { IntTy, Ty } from "../../ty.ts";

export type Ctor =
  /** Struct, tuple or reference: the only one of its type. */
  | { readonly kind: "single" }
  | { readonly kind: "variant"; readonly index: number }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "range"; readonly low: bigint; readonly high: bigint }
  /** A text or a float. */
  | { readonly kind: "literal"; readonly text: string }
  /** `open`: at least `before + after` elements. */
  | {
      readonly kind: "slice";
      readonly before: number;
      readonly after: number;
      readonly open: boolean;
    }
  | { readonly kind: "wild" }
  /** All that cannot be listed. */
  | { readonly kind: "nonExhaustive" }
  /** A constant whose value we do not look into. */
  | { readonly kind: "opaque" };

export interface Pat {
  readonly ctor: Ctor;
  readonly fields: readonly Pat[];
  readonly ty: Ty;
}

export const wild = (ty: Ty): Pat => ({ ctor: { kind: "wild" }, fields: [], ty });

/** Types of what the constructor holds. */
export function fieldTys(fcx: FnCtxt, ctor: Ctor, ty: Ty): readonly Ty[] {
  switch (ctor.kind) {
    case "single":
      if (ty.kind === "ref") return [structurally(fcx, ty.ty)];
      if (ty.kind === "tuple") return ty.tys.map((part) => structurally(fcx, part));
      return ty.kind === "adt" ? adtFields(fcx, ty, 0) : [];
    case "variant":
      return ty.kind === "adt" ? adtFields(fcx, ty, ctor.index) : [];
    case "slice": {
      const element =
        ty.kind === "array" || ty.kind === "slice" ? structurally(fcx, ty.ty) : fcx.tcx.unknown;
      return Array.from({ length: ctor.before + ctor.after }, () => element);
    }
    default:
      return [];
  }
}

function adtFields(fcx: FnCtxt, ty: Ty & { kind: "adt" }, index: number): readonly Ty[] {
  const variant = fcx.cx.adt(ty.def).variants[index];
  const cause = { span: fcx.body.span, code: { kind: "misc" } } as const;
  return (variant?.fields ?? []).map((field) => {
    const declared = substitute(fcx.tcx, fcx.cx.typeOf(field.def), ty.args);
    return fcx.infcx.resolve(fcx.scx.normalize(fcx.scx, declared, cause, 0, []));
  });
}

/** All constructors of the type, split so that each pattern covers one wholly or not at all. */
export function splitCtors(fcx: FnCtxt, ty: Ty, heads: readonly Ctor[]): readonly Ctor[] {
  switch (ty.kind) {
    case "bool":
      return [
        { kind: "bool", value: false },
        { kind: "bool", value: true },
      ];
    case "int":
      return splitRanges([intRange(ty.int)], heads);
    case "char":
      return splitRanges(
        [
          [0n, 0xd7ffn],
          [0xe000n, 0x10ffffn],
        ],
        heads,
      );
    case "ref":
    case "tuple":
      return [{ kind: "single" }];
    case "array":
    case "slice":
      return splitSlices(ty, heads);
    case "never":
      return [];
    case "adt":
      return adtCtors(fcx, ty);
    default:
      return [{ kind: "nonExhaustive" }, ...distinctLiterals(heads)];
  }
}

function adtCtors(fcx: FnCtxt, ty: Ty & { kind: "adt" }): readonly Ctor[] {
  const adt = fcx.cx.adt(ty.def);
  if (adt.kind === "union") return [{ kind: "single" }];
  if (adt.kind === "struct") return [{ kind: "single" }];
  const listed = adt.variants
    .filter(
      (variant) => !adtFields(fcx, ty, variant.index).some((field) => isUninhabited(fcx, field, 0)),
    )
    .map((variant): Ctor => ({ kind: "variant", index: variant.index }));
  return isNonExhaustive(fcx, ty) ? [...listed, { kind: "nonExhaustive" }] : listed;
}

/** `#[non_exhaustive]` binds users of another crate. */
function isNonExhaustive(fcx: FnCtxt, ty: Ty & { kind: "adt" }): boolean {
  if (fcx.cx.home(ty.def) === fcx.cx) return false;
  return fcx.cx
    .def(ty.def)
    .attrs.some(
      (attr) => attr.doc === undefined && attr.path.segments[0]?.ident.name === "non_exhaustive",
    );
}

export function isUninhabited(fcx: FnCtxt, ty: Ty, depth: number): boolean {
  if (depth > 8) return false;
  if (ty.kind === "never") return true;
  if (ty.kind === "tuple")
    return ty.tys.some((part) => isUninhabited(fcx, structurally(fcx, part), depth + 1));
  if (ty.kind !== "adt") return false;
  const adt = fcx.cx.adt(ty.def);
  if (adt.kind === "union" || (adt.kind === "struct" && fcx.cx.home(ty.def) !== fcx.cx))
    return false;
  return adt.variants.every((variant) =>
    adtFields(fcx, ty, variant.index).some((field) => isUninhabited(fcx, field, depth + 1)),
  );
}

function splitRanges(
  whole: readonly (readonly [bigint, bigint])[],
  heads: readonly Ctor[],
): Ctor[] {
  const out: Ctor[] = [];
  for (const [low, high] of whole) {
    const cuts = new Set<bigint>([low]);
    for (const head of heads) {
      if (head.kind !== "range") continue;
      if (head.low > low && head.low <= high) cuts.add(head.low);
      if (head.high >= low && head.high < high) cuts.add(head.high + 1n);
    }
    const starts = [...cuts].sort((a, b) => (a < b ? -1 : 1));
    starts.forEach((start, i) => {
      const next = starts[i + 1];
      out.push({ kind: "range", low: start, high: next === undefined ? high : next - 1n });
    });
  }
  return out;
}

/** Longer arrays are taken by the elements that patterns name, and not by all. */
export const SPELLED_OUT = 64;

export function arrayLength(ty: Ty): number | undefined {
  return ty.kind === "array" && ty.length.const === "value" && typeof ty.length.value === "bigint"
    ? Number(ty.length.value)
    : undefined;
}

function splitSlices(ty: Ty & { kind: "array" | "slice" }, heads: readonly Ctor[]): Ctor[] {
  const whole = arrayLength(ty);
  if (whole !== undefined && whole <= SPELLED_OUT)
    return [{ kind: "slice", before: whole, after: 0, open: false }];
  let longest = 0;
  let [before, after] = [0, 0];
  for (const head of heads) {
    if (head.kind !== "slice") continue;
    if (head.open) [before, after] = [Math.max(before, head.before), Math.max(after, head.after)];
    else longest = Math.max(longest, head.before + 1);
  }
  // A long array has one length, and is written by its ends.
  if (whole !== undefined)
    return [{ kind: "slice", before: Math.min(before, whole - after), after, open: true }];
  if (before + after < longest) before = longest - after;
  const out: Ctor[] = [];
  for (let n = 0; n < before + after; n++)
    out.push({ kind: "slice", before: n, after: 0, open: false });
  out.push({ kind: "slice", before, after, open: true });
  return out;
}

function distinctLiterals(heads: readonly Ctor[]): Ctor[] {
  const seen = new Map<string, Ctor>();
  for (const head of heads) if (head.kind === "literal") seen.set(head.text, head);
  return [...seen.values()];
}

/** Whether a pattern's constructor matches every value of a split constructor. */
export function covers(pattern: Ctor, value: Ctor): boolean {
  if (pattern.kind === "wild") return true;
  switch (pattern.kind) {
    case "single":
      return value.kind === "single";
    case "variant":
      return value.kind === "variant" && value.index === pattern.index;
    case "bool":
      return value.kind === "bool" && value.value === pattern.value;
    case "range":
      return value.kind === "range" && pattern.low <= value.low && value.high <= pattern.high;
    case "literal":
      return value.kind === "literal" && value.text === pattern.text;
    case "slice": {
      if (value.kind !== "slice") return false;
      const length = value.before + value.after;
      if (!pattern.open) return !value.open && length === pattern.before + pattern.after;
      return pattern.before + pattern.after <= length;
    }
    default:
      return false;
  }
}

export function isInt(ty: Ty): ty is Ty & { kind: "int"; int: IntTy } {
  return ty.kind === "int";
}

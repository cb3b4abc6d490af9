// Patterns as rustc prints the values that a match misses.

import { intRange } from "../../constOps.ts";
import { trimmedPath } from "../../trimmedPath.ts";
import type { Ctor, Pat } from "./constructors.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { IntTy, Ty } from "../../ty.ts";

export function showPat(fcx: FnCtxt, pat: Pat): string {
  const { ctor, ty } = pat;
  switch (ctor.kind) {
    case "wild":
    case "nonExhaustive":
    case "opaque":
      return "_";
    case "bool":
      return String(ctor.value);
    case "literal":
      return ctor.text;
    case "range":
      return showRange(ctor.low, ctor.high, ty);
    case "slice":
      return showSlice(fcx, pat, ctor);
    case "single":
      if (ty.kind === "ref")
        return `&${ty.mutable ? "mut " : ""}${showPat(fcx, pat.fields[0] as Pat)}`;
      if (ty.kind === "tuple")
        return `(${fields(fcx, pat).join(", ")}${ty.tys.length === 1 ? "," : ""})`;
      return ty.kind === "adt" ? showVariant(fcx, pat, ty, 0) : "_";
    case "variant":
      return ty.kind === "adt" ? showVariant(fcx, pat, ty, ctor.index) : "_";
  }
}

function fields(fcx: FnCtxt, pat: Pat): string[] {
  return pat.fields.map((field) => showPat(fcx, field));
}

function showVariant(fcx: FnCtxt, pat: Pat, ty: Ty & { kind: "adt" }, index: number): string {
  const { cx } = fcx;
  const adt = cx.adt(ty.def);
  const variant = adt.variants[index];
  if (!variant) return "_";
  // Names of the prelude stand alone: `None`, `Err(_)`.
  const bare = adt.kind !== "enum" || ty.def === cx.lang("Option") || ty.def === cx.lang("Result");
  const name = bare ? variant.name : `${trimmedPath(cx, ty.def)}::${variant.name}`;
  if (variant.shape === "unit") return name;
  if (variant.shape === "tuple") return `${name}(${fields(fcx, pat).join(", ")})`;
  if (pat.fields.every((field) => field.ctor.kind === "wild")) return `${name} { .. }`;
  const shown = variant.fields.flatMap((field, i) => {
    const part = pat.fields[i] as Pat;
    return part.ctor.kind === "wild" ? [] : [`${field.name}: ${showPat(fcx, part)}`];
  });
  if (shown.length < variant.fields.length) shown.push("..");
  return `${name} { ${shown.join(", ")} }`;
}

function showSlice(fcx: FnCtxt, pat: Pat, ctor: Ctor & { kind: "slice" }): string {
  const parts = fields(fcx, pat);
  if (ctor.open) parts.splice(ctor.before, 0, "..");
  return `[${parts.join(", ")}]`;
}

function showRange(low: bigint, high: bigint, ty: Ty): string {
  if (ty.kind === "char")
    return low === high ? showChar(low) : `${showChar(low)}..=${showChar(high)}`;
  if (ty.kind !== "int") return "_";
  const [min, max] = intRange(ty.int);
  if (low === min && high === max) return "_";
  const pointer = ty.int === "usize" || ty.int === "isize";
  if (low === high) return bound(low, ty.int);
  const start = low === min && pointer && ty.int === "isize" ? "" : bound(low, ty.int);
  if (high === max && pointer) return `${start}..`;
  if (start === "") return `..=${bound(high, ty.int)}`;
  return `${start}..=${bound(high, ty.int)}`;
}

function bound(value: bigint, int: IntTy): string {
  const [min, max] = intRange(int);
  if (value === max) return `${int}::MAX`;
  return value === min && min < 0n ? `${int}::MIN` : `${value}_${int}`;
}

function showChar(point: bigint): string {
  const code = Number(point);
  const text = String.fromCodePoint(code);
  const plain = code >= 0x20 && code < 0x7f && text !== "'" && text !== "\\";
  return plain ? `'${text}'` : code === 0 ? "'\\0'" : `'\\u{${code.toString(16)}}'`;
}

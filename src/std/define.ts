// How primitives are written down.

import type {
  InlineFunction,
  InlineSite,
  Primitive,
  PrimitiveContext,
  PrimitiveResult,
} from "../machine/primitive.ts";
import { cellsOf } from "../machine/layout/layout.ts";
import { unsupported } from "../machine/run/trap.ts";
import type { Cell } from "../machine/state/value.ts";
import { isTy } from "../ty/fold.ts";
import type { Ty } from "../ty/ty.ts";

export type Definition = readonly [key: string, primitive: Primitive];

/** Takes and gives cells; never visible. */
export function plain(key: string, run: (cx: PrimitiveContext) => readonly Cell[]): Definition {
  return [key, { run: (cx) => ({ kind: "value", cells: run(cx) }) }];
}

/** Anything that may also call, panic or end the run. */
export function controlling(
  key: string,
  run: (cx: PrimitiveContext) => PrimitiveResult,
): Definition {
  return [key, { run }];
}

/** One cell or none out of at most three cells, chosen once per call site. */
export function quick(key: string, make: (site: InlineSite) => InlineFunction): Definition {
  return [key, { inline: make, run: (cx) => runQuick(make, cx) }];
}

/** As `quick`, where some call sites have larger values: `make` then gives undefined, and `run` does it. */
export function quickOr(
  key: string,
  make: (site: InlineSite) => InlineFunction | undefined,
  run: (cx: PrimitiveContext) => readonly Cell[],
): Definition {
  return [key, { inline: make, run: (cx) => ({ kind: "value", cells: run(cx) }) }];
}

/** What a primitive does with forgotten numbers, where it does not look at them. */
export function forgotten([key, primitive]: Definition, does: "moves" | "calculates"): Definition {
  return [key, { ...primitive, forgotten: does }];
}

/** The first type argument. */
export function firstType(site: { readonly generics: InlineSite["generics"] }): Ty {
  return nthType(site, 0);
}

/** Lifetimes and constants do not count. */
export function nthType(site: { readonly generics: InlineSite["generics"] }, index: number): Ty {
  return (
    site.generics.filter(isTy)[index] ?? unsupported("a primitive without its type argument", "")
  );
}

export function argument(cx: PrimitiveContext, index: number): Cell {
  return cx.args[index]?.[0];
}

function runQuick(
  make: (site: InlineSite) => InlineFunction,
  cx: PrimitiveContext,
): PrimitiveResult {
  const value = make(cx)(cx.exec, argument(cx, 0), argument(cx, 1), argument(cx, 2));
  return { kind: "value", cells: cellsOf(cx.machine, cx.returnTy) === 0 ? [] : [value] };
}

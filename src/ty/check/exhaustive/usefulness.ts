// Which values no row matches. The usefulness algorithm of Maranget, "Warnings for pattern matching" (2007), with
// constructor splitting as in `rustc_pattern_analysis::usefulness`.

import { covers, fieldTys, splitCtors, wild } from "./constructors.ts";
import type { Ctor, Pat } from "./constructors.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Ty } from "../../ty.ts";

interface Search {
  readonly fcx: FnCtxt;
  steps: number;
}

const LIMIT = 20_000;

/** Witnesses that are not matched; undefined where that could not be found out. */
export function missingPatterns(
  fcx: FnCtxt,
  rows: readonly Pat[],
  ty: Ty,
): readonly Pat[] | undefined {
  const search: Search = { fcx, steps: 0 };
  const found = missing(
    search,
    rows.map((row) => [row]),
    [ty],
    true,
  );
  return search.steps > LIMIT ? undefined : found.map((witness) => witness[0] as Pat);
}

function missing(
  search: Search,
  rows: readonly (readonly Pat[])[],
  tys: readonly Ty[],
  top: boolean,
): Pat[][] {
  const [ty, ...rest] = tys;
  if (!ty) return rows.length === 0 ? [[]] : [];
  if (search.steps++ > LIMIT) return [];
  const heads = rows.map((row) => (row[0] as Pat).ctor);
  if (heads.every((head) => head.kind === "wild") && !isEmpty(search, ty)) {
    const deeper = missing(
      search,
      rows.map((row) => row.slice(1)),
      rest,
      false,
    );
    if (!top || rows.length > 0) return deeper.map((witness) => [wild(ty), ...witness]);
  }
  return byConstructor(search, rows, ty, rest, heads, top);
}

function isEmpty(search: Search, ty: Ty): boolean {
  return splitCtors(search.fcx, ty, []).length === 0;
}

function byConstructor(
  search: Search,
  rows: readonly (readonly Pat[])[],
  ty: Ty,
  rest: readonly Ty[],
  heads: readonly Ctor[],
  top: boolean,
): Pat[][] {
  const split = splitCtors(search.fcx, ty, heads);
  const absent = split.filter(
    (ctor) => !heads.some((head) => head.kind !== "wild" && covers(head, ctor)),
  );
  const present = split.filter((ctor) => !absent.includes(ctor));
  // What a present constructor misses, the absent ones miss too, and say it shorter.
  if (absent.length > 0)
    return ofAbsent(search, rows, ty, rest, absent, present.length === 0 && !top);
  const out: Pat[][] = [];
  for (const ctor of present) {
    const fields = fieldTys(search.fcx, ctor, ty);
    const inner = missing(search, specialize(rows, ctor, fields), [...fields, ...rest], false);
    for (const witness of inner) {
      out.push([
        { ctor, fields: witness.slice(0, fields.length), ty },
        ...witness.slice(fields.length),
      ]);
    }
  }
  return out;
}

/** Only wildcards match what no constructor names. */
function ofAbsent(
  search: Search,
  rows: readonly (readonly Pat[])[],
  ty: Ty,
  rest: readonly Ty[],
  absent: readonly Ctor[],
  asWild: boolean,
): Pat[][] {
  const wildRows = rows
    .filter((row) => (row[0] as Pat).ctor.kind === "wild")
    .map((row) => row.slice(1));
  const inner = missing(search, wildRows, rest, false);
  const shown =
    asWild || absent.some((ctor) => ctor.kind === "nonExhaustive")
      ? [wild(ty)]
      : absent.map((ctor): Pat => ({ ctor, fields: fieldTys(search.fcx, ctor, ty).map(wild), ty }));
  return shown.flatMap((head) => inner.map((witness) => [head, ...witness]));
}

/** The rows that match values made with `ctor`, with its fields in place of the value. */
function specialize(
  rows: readonly (readonly Pat[])[],
  ctor: Ctor,
  fields: readonly Ty[],
): (readonly Pat[])[] {
  const out: (readonly Pat[])[] = [];
  for (const row of rows) {
    const [head, ...tail] = row as [Pat, ...Pat[]];
    if (head.ctor.kind === "wild") out.push([...fields.map(wild), ...tail]);
    else if (covers(head.ctor, ctor)) out.push([...spreadFields(head, ctor, fields), ...tail]);
  }
  return out;
}

/** A slice pattern with `..` against a longer slice. */
function spreadFields(head: Pat, ctor: Ctor, fields: readonly Ty[]): readonly Pat[] {
  if (head.fields.length === fields.length) return head.fields;
  if (head.ctor.kind !== "slice" || ctor.kind !== "slice")
    return fields.map((ty, i) => head.fields[i] ?? wild(ty));
  const { before, after } = head.ctor;
  const gap = fields.slice(before, fields.length - after).map(wild);
  return [...head.fields.slice(0, before), ...gap, ...head.fields.slice(before)];
}

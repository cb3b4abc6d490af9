// Matching a macro's arguments against one rule: rustc's `macro_parser`, an Earley-like NFA without backtracking.
//
// The matcher is flattened into locations; all positions that the input allows advance together. A fragment is read
// by the parser only when it is the single way on; otherwise the call is ambiguous.

import type { Edition } from "../../base/edition.ts";
import type { Span } from "../../base/span.ts";
import type { TokenRange } from "../../syntax/ast.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import type { Tokens } from "../../syntax/tokens.ts";
import { canBegin, readFragment } from "./fragments.ts";
import type { Matched } from "./fragments.ts";
import { variablesOf } from "./rules.ts";
import type { Kleene, TokenRef, Tree } from "./rules.ts";

/** What a variable matched: one thing, or one per repetition. */
export type Match =
  | { readonly kind: "one"; readonly matched: Matched }
  | { readonly kind: "many"; readonly matches: readonly Match[] };

export type MatchResult =
  | { readonly kind: "success"; readonly matches: ReadonlyMap<string, Match> }
  /** No way on at `row` (`row` = end: the input was too short). */
  | { readonly kind: "failure"; readonly row: number }
  /** A fault that ends the whole call: a fragment that does not parse, an ambiguity. */
  | {
      readonly kind: "error";
      readonly row: number;
      readonly message: string;
      readonly span?: Span;
    };

type Loc =
  | { readonly kind: "token"; readonly ref: TokenRef }
  | {
      readonly kind: "sequence";
      readonly op: Kleene;
      readonly names: readonly string[];
      readonly after: number;
      readonly depth: number;
    }
  | { readonly kind: "kleene"; readonly op: Kleene; readonly first: number }
  | { readonly kind: "separator"; readonly ref: TokenRef }
  | { readonly kind: "kleeneAfterSeparator"; readonly first: number }
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly fragment: string;
      readonly depth: number;
    }
  | { readonly kind: "end" };

/** Matches while they grow: repetitions as lists with the newest first, so that positions can share them. */
type Growing = { readonly one: Matched } | { readonly last: Cons | undefined };
interface Cons {
  readonly item: Growing;
  readonly before: Cons | undefined;
}

interface Position {
  readonly at: number;
  readonly matches: ReadonlyMap<string, Growing>;
}

export function matchRule(
  matcher: readonly Tree[],
  input: TokenRange,
  edition: Edition,
): MatchResult {
  const locs: Loc[] = [];
  flatten(matcher, 0, locs);
  locs.push({ kind: "end" });
  const { table, to } = input;
  let row = input.from;
  let current: Position[] = [{ at: 0, matches: new Map() }];
  for (;;) {
    const next: Position[] = [];
    const fragments: Position[] = [];
    const ended = closure(locs, current, { table, from: row, to }, edition, next, fragments);
    if (row >= to && fragments.length === 0) {
      if (ended === undefined) return { kind: "failure", row };
      return { kind: "success", matches: finish(ended.matches) };
    }
    if (fragments.length === 0) {
      if (next.length === 0) return { kind: "failure", row };
      row += 1;
      current = next;
    } else if (next.length === 0 && fragments.length === 1 && ended === undefined) {
      const position = fragments[0] as Position;
      const loc = locs[position.at] as Loc & { kind: "variable" };
      const read = readFragment(table, row, to, loc.fragment, edition);
      if (!read.ok) return { ...read, kind: "error" };
      row = read.end;
      const matches = push(position.matches, loc.name, loc.depth, { one: read.matched });
      current = [{ at: position.at + 1, matches }];
    } else if (row >= to && ended !== undefined) {
      return { kind: "success", matches: finish(ended.matches) };
    } else {
      return { kind: "error", row, message: ambiguity(locs, fragments, next.length) };
    }
  }
}

function ambiguity(locs: readonly Loc[], fragments: readonly Position[], others: number): string {
  const names = fragments.map((position) => {
    const loc = locs[position.at] as Loc & { kind: "variable" };
    return `${loc.fragment} ('${loc.name}')`;
  });
  const tail = others === 0 ? "" : ` or ${others} other option${others === 1 ? "" : "s"}`;
  return `local ambiguity when calling macro: multiple parsing options: built-in NTs ${names.join(" or ")}${tail}.`;
}

function flatten(trees: readonly Tree[], depth: number, out: Loc[]): void {
  for (const tree of trees) {
    if (tree.kind === "token") out.push({ kind: "token", ref: tree });
    else if (tree.kind === "crate") out.push({ kind: "token", ref: tree.ref });
    else if (tree.kind === "variable") {
      out.push({ kind: "variable", name: tree.name, fragment: tree.fragment, depth });
    } else if (tree.kind === "delimited") {
      out.push({ kind: "token", ref: { table: tree.table, row: tree.open } });
      flatten(tree.trees, depth, out);
      out.push({ kind: "token", ref: { table: tree.table, row: tree.close } });
    } else flattenSequence(tree, depth, out);
  }
}

function flattenSequence(tree: Tree & { kind: "sequence" }, depth: number, out: Loc[]): void {
  const start = out.length;
  out.push({ kind: "end" });
  flatten(tree.trees, depth + 1, out);
  const first = start + 1;
  if (tree.separator === undefined) out.push({ kind: "kleene", op: tree.op, first });
  else {
    out.push({ kind: "separator", ref: tree.separator });
    out.push({ kind: "kleeneAfterSeparator", first });
  }
  const names = [...variablesOf(tree.trees)];
  out[start] = { kind: "sequence", op: tree.op, names, after: out.length, depth };
}

/** Follows everything that needs no input; returns a position that stands at the end of the matcher. */
function closure(
  locs: readonly Loc[],
  current: Position[],
  { table, from: row, to }: TokenRange,
  edition: Edition,
  next: Position[],
  fragments: Position[],
): Position | undefined {
  let ended: Position | undefined;
  let position: Position | undefined;
  while ((position = current.pop()) !== undefined) {
    const { at, matches } = position;
    const loc = locs[at] as Loc;
    switch (loc.kind) {
      case "token":
        if (row < to && sameToken(loc.ref, table, row)) next.push({ at: at + 1, matches });
        break;
      case "sequence": {
        let opened = matches;
        for (const name of loc.names) opened = push(opened, name, loc.depth, { last: undefined });
        if (loc.op !== "+") current.push({ at: loc.after, matches: opened });
        current.push({ at: at + 1, matches: opened });
        break;
      }
      case "kleene":
        current.push({ at: at + 1, matches });
        if (loc.op !== "?") current.push({ at: loc.first, matches });
        break;
      case "separator":
        current.push({ at: at + 2, matches });
        if (row < to && sameToken(loc.ref, table, row)) next.push({ at: at + 1, matches });
        break;
      case "kleeneAfterSeparator":
        current.push({ at: loc.first, matches });
        break;
      case "variable":
        if (canBegin(table, row, to, loc.fragment, edition)) fragments.push(position);
        break;
      case "end":
        if (row >= to) ended = position;
        break;
    }
  }
  return ended;
}

function sameToken(ref: TokenRef, table: Tokens, row: number): boolean {
  const kind = ref.table.kinds[ref.row];
  if (kind !== table.kinds[row] || kind === TokenKind.Interpolated) return false;
  if (kind === TokenKind.Ident && ref.table.isRaw(ref.row) !== table.isRaw(row)) return false;
  return ref.table.text(ref.row) === table.text(row);
}

/** Adds a match `depth` repetitions deep, in the newest repetition of each. */
function push(
  matches: ReadonlyMap<string, Growing>,
  name: string,
  depth: number,
  item: Growing,
): ReadonlyMap<string, Growing> {
  const copy = new Map(matches);
  copy.set(name, depth === 0 ? item : pushInto(copy.get(name), depth, item));
  return copy;
}

function pushInto(into: Growing | undefined, depth: number, item: Growing): Growing {
  const last = into !== undefined && "last" in into ? into.last : undefined;
  if (depth === 1) return { last: { item, before: last } };
  return { last: { item: pushInto(last?.item, depth - 1, item), before: last?.before } };
}

function finish(matches: ReadonlyMap<string, Growing>): Map<string, Match> {
  const out = new Map<string, Match>();
  for (const [name, growing] of matches) out.set(name, freeze(growing));
  return out;
}

function freeze(growing: Growing): Match {
  if ("one" in growing) return { kind: "one", matched: growing.one };
  const matches: Match[] = [];
  for (let cell = growing.last; cell !== undefined; cell = cell.before)
    matches.push(freeze(cell.item));
  return { kind: "many", matches: matches.reverse() };
}

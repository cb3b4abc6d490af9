// Writing out a rule's right-hand side with what its variables matched (rustc's `mbe::transcribe`).
//
// Tokens of the definition get the expansion's mark; what came in through a variable keeps its own context.

import type { Span } from "../../base/span.ts";
import { TokenBuffer } from "../../syntax/tokenBuffer.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import type { Tokens } from "../../syntax/tokens.ts";
import type { InterpolatedNode, Matched } from "./fragments.ts";
import type { Match } from "./matcher.ts";
import { variablesOf } from "./rules.ts";
import type { TokenRef, Tree } from "./rules.ts";

export interface TranscribeError {
  readonly message: string;
  readonly span: Span;
}

interface Transcription {
  readonly buffer: TokenBuffer;
  readonly mark: (context: number) => number;
  readonly matches: ReadonlyMap<string, Match>;
  /** Indices of the repetitions around the place being written. */
  readonly indices: number[];
  /** Rows written so far, against expansions that grow without end. */
  written: number;
}

const MAX_ROWS = 400_000;

export function transcribe(
  body: readonly Tree[],
  matches: ReadonlyMap<string, Match>,
  mark: (context: number) => number,
): { readonly tokens: Tokens } | TranscribeError {
  const state: Transcription = {
    buffer: new TokenBuffer(),
    mark,
    matches,
    indices: [],
    written: 0,
  };
  const error = writeTrees(state, body);
  return error ?? { tokens: state.buffer.finish() };
}

function writeTrees(state: Transcription, trees: readonly Tree[]): TranscribeError | undefined {
  for (const tree of trees) {
    const error = writeTree(state, tree);
    if (error !== undefined) return error;
  }
  return undefined;
}

function writeTree(state: Transcription, tree: Tree): TranscribeError | undefined {
  switch (tree.kind) {
    case "token":
      writeRow(state, tree, undefined);
      return undefined;
    case "crate":
      writeRow(state, tree.ref, "$crate");
      return undefined;
    case "delimited": {
      writeRow(state, { table: tree.table, row: tree.open }, undefined);
      const error = writeTrees(state, tree.trees);
      writeRow(state, { table: tree.table, row: tree.close }, undefined);
      return error;
    }
    case "variable":
      return writeVariable(state, tree);
    case "sequence":
      return writeSequence(state, tree);
  }
}

function writeRow(state: Transcription, ref: TokenRef, text: string | undefined): void {
  const { table, row } = ref;
  state.written += 1;
  const context = state.mark(table.context(row));
  if (text === undefined) state.buffer.copy(table, row, context);
  else {
    const start = table.starts[row] ?? 0;
    state.buffer.push(
      TokenKind.Ident,
      text,
      start,
      table.ends[row] ?? start,
      context,
      table.spaced(row),
      false,
    );
  }
}

function writeVariable(
  state: Transcription,
  tree: Tree & { kind: "variable" },
): TranscribeError | undefined {
  let match = state.matches.get(tree.name);
  if (match === undefined) {
    // Not a variable of this rule: `$name` stays, for a macro that this one defines.
    writeRow(state, { table: tree.ref.table, row: tree.dollar }, undefined);
    writeRow(state, tree.ref, undefined);
    return undefined;
  }
  for (const index of state.indices) {
    if (match?.kind === "many") match = match.matches[index];
  }
  if (match === undefined || match.kind === "many") {
    return { message: `variable '${tree.name}' is still repeating at this depth`, span: tree.span };
  }
  writeMatched(state, match.matched, tree);
  return undefined;
}

function writeMatched(
  state: Transcription,
  matched: Matched,
  tree: Tree & { kind: "variable" },
): void {
  const { table, from, to } = matched.range;
  if (matched.kind === "tokens") {
    state.written += to - from;
    for (let row = from; row < to; row += 1) state.buffer.copy(table, row);
    return;
  }
  const empty = to <= from;
  const start = empty ? tree.span.start : (table.starts[from] ?? 0);
  const end = empty ? tree.span.end : (table.ends[to - 1] ?? start);
  const node: InterpolatedNode = {
    fragment: matched.fragment,
    node: matched.node,
    range: matched.range,
  };
  state.written += 1;
  state.buffer.pushInterpolated(node, start, end, tree.ref.table.spaced(tree.dollar));
}

function writeSequence(
  state: Transcription,
  tree: Tree & { kind: "sequence" },
): TranscribeError | undefined {
  const count = repetitions(state, tree);
  if (typeof count !== "number") return count;
  for (let index = 0; index < count; index += 1) {
    if (state.written > MAX_ROWS)
      return { message: "the expansion of this macro is too long", span: tree.span };
    if (index > 0 && tree.separator !== undefined) writeRow(state, tree.separator, undefined);
    state.indices.push(index);
    const error = writeTrees(state, tree.trees);
    state.indices.pop();
    if (error !== undefined) return error;
  }
  return undefined;
}

/** How often a sequence repeats: what its variables agree on at this depth. */
function repetitions(
  state: Transcription,
  tree: Tree & { kind: "sequence" },
): number | TranscribeError {
  let count: number | undefined;
  let first = "";
  for (const name of variablesOf(tree.trees)) {
    let match = state.matches.get(name);
    for (const index of state.indices) {
      if (match?.kind === "many") match = match.matches[index];
    }
    if (match?.kind !== "many") continue;
    const length = match.matches.length;
    if (count === undefined) {
      count = length;
      first = name;
    } else if (count !== length) {
      const message =
        `meta-variable \`${first}\` repeats ${times(count)}, ` +
        `but \`${name}\` repeats ${times(length)}`;
      return { message, span: tree.span };
    }
  }
  if (count !== undefined) return count;
  return {
    message:
      "attempted to repeat an expression containing no syntax variables matched as repeating at this depth",
    span: tree.span,
  };
}

function times(count: number): string {
  return `${count} time${count === 1 ? "" : "s"}`;
}

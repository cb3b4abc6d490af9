// A fragment: text without `fn main`, as it stands in notes and between `// -- snip --` lines.
//
// Its loose statements become the body of a `main` of our own; what such fragments leave out at their top (`use` lines) is
// supplied by std's `fragment` module. Every other position stays the user's.

import type { Block, FnItem, Item, Snippet, SourceFile, Stmt } from "../syntax/ast.ts";
import { parseFile, parseSnippet } from "../syntax/parse.ts";
import type { Edition } from "../base/edition.ts";

export const FRAGMENT_ENTRY = "main";

/** The line that stands for the missing ones at the top; it lies behind every position of the text. */
const PRELUDE = "#[allow(unused_imports)] use std::fragment::*;";

export interface Source {
  readonly file: SourceFile;
  /** The text is a fragment: names it does not define may be defined in what was left out. */
  readonly fragment: boolean;
}

/** Parses a text as a file, or as a fragment when it has statements at its top and no `main`. */
export function parseSource(text: string, edition: Edition): Source {
  const file = parseFile(text, 0, edition);
  if (file.errors.length === 0 || hasMain(file.items)) return { file, fragment: false };
  const snippet = parseSnippet(text, 0, edition);
  const loose = snippet.statements.filter((statement) => statement.kind !== "empty");
  if (loose.length === 0 || hasMain(snippet.items)) return { file, fragment: false };
  return { file: wrap(snippet, edition), fragment: true };
}

export function hasMain(items: readonly Item[]): boolean {
  return items.some((item) => item.kind === "fn" && item.name.name === FRAGMENT_ENTRY);
}

function wrap(snippet: Snippet, edition: Edition): SourceFile {
  const prelude = parseFile(PRELUDE, snippet.end + 1, edition);
  return { ...snippet, items: [...snippet.items, ...prelude.items, mainOf(snippet)] };
}

function mainOf(snippet: Snippet): Item {
  const { start, end } = snippet;
  const statements: Stmt[] = [...snippet.statements];
  const last = statements.at(-1);
  const tail = last?.kind === "expr" && !last.semicolon ? last : undefined;
  const body: Block = {
    start,
    end,
    attrs: [],
    // The value of a last expression without `;` is dropped: it may have any type.
    statements:
      tail === undefined ? statements : [...statements.slice(0, -1), { ...tail, semicolon: true }],
  };
  const fn: { readonly kind: "fn" } & FnItem = {
    kind: "fn",
    header: { const: false, async: false, unsafe: false, safe: false, gen: false },
    name: { name: FRAGMENT_ENTRY, context: 0, start, end: start },
    generics: { params: [], where: [], start, end: start },
    params: [],
    variadic: false,
    body,
  };
  return { ...fn, start, end, attrs: [], visibility: { kind: "inherited" } };
}

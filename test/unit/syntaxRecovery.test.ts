// Whatever the text: no exception, no hang, and the functions around a mistake stay.

import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Item } from "../../src/syntax/ast.ts";
import { parseFile, parseSnippet } from "../../src/syntax/parse.ts";

const PROGRAM = `use std::sync::{Arc, Mutex};
use std::thread;

/// Counts.
#[derive(Debug, Default)]
struct Counter<T: Clone> where T: Send {
    value: T,
    names: Vec<Vec<String>>,
}

impl<T: Clone + Send> Counter<T> {
    pub fn bump(&mut self, by: usize) -> Option<&T> {
        let text = "by {by}";
        match by {
            0 => None,
            1 | 2 if self.names.is_empty() => { self.names.clear(); Some(&self.value) }
            _ => self.names.get(by).map(|_| &self.value),
        }
    }
}

fn main() {
    let shared = Arc::new(Mutex::new(0u64));
    let handles: Vec<_> = (0..4)
        .map(|id| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                for step in 1..=10 {
                    *shared.lock().unwrap() += id * step;
                }
            })
        })
        .collect();
    for handle in handles {
        handle.join().expect("joins");
    }
    println!("total {}", shared.lock().unwrap());
}

fn last(x: [u8; 3], y: &dyn Fn(u8) -> u8) -> bool { if let [a, .., b] = x { y(a) < b } else { false } }
`;

const WORDS = [
  ..."(){}[]\"'.,;:=<>&|#!?@$~-+*/%^_\\\n ",
  "let",
  "if",
  "else",
  "match",
  "fn",
  "impl",
  "for",
  "in",
  "while",
  "loop",
  "struct",
  "enum",
  "trait",
  "pub",
  "use",
  "mod",
  "const",
  "static",
  "return",
  "break",
  "async",
  "move",
  "unsafe",
  "extern",
  "where",
  "dyn",
  "mut",
  "ref",
  "self",
  "Self",
  "=>",
  "->",
  "::",
  "..",
  "..=",
  "&&",
  "||",
  "<<",
  ">>",
  "x",
  "y",
  "1",
  "1.0",
  '"s"',
  "'a",
  "'c'",
  "/*",
  "*/",
  "//",
  'r#"',
  "b'",
  "macro_rules!",
  "println!",
  "r#x",
  "\n    ",
];

function functionNames(items: readonly Item[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === "fn" && item.body !== undefined) return [item.name.name];
    return item.kind === "impl" ? functionNames(item.items) : [];
  });
}

const FUNCTIONS = ["bump", "main", "last"];

describe("recovery", () => {
  it("reads the program it damages", () => {
    const { errors, items } = parseFile(PROGRAM, 0, 2021);
    assert.deepEqual(errors, []);
    assert.deepEqual(functionNames(items), FUNCTIONS);
  });

  it("every prefix gives a tree, and all but a whole program an error or fewer items", () => {
    for (let end = 0; end <= PROGRAM.length; end += 1) {
      parseFile(PROGRAM.slice(0, end), 0, 2021);
      parseSnippet(PROGRAM.slice(end), 0, 2024);
    }
  });

  it("keeps all functions when a token of a body goes, comes or changes", () => {
    const { tokens, items } = parseFile(PROGRAM, 0, 2021);
    const spans = items
      .flatMap((item) => (item.kind === "impl" ? item.items : [item]))
      .flatMap((item) => (item.kind === "fn" && item.body ? [item.body] : []));
    const lost: string[] = [];
    for (let row = 0; row < tokens.count; row += 1) {
      const start = tokens.starts[row] ?? 0;
      const end = tokens.ends[row] ?? 0;
      if (!spans.some((span) => span.start <= start && end <= span.end)) continue;
      for (const made of ["", ...'(){}[]".,;=<>|#', "let", "match", "fn"]) {
        for (const text of [` ${made} `, ` ${made} ${PROGRAM.slice(start, end)}`]) {
          const names = functionNames(
            parseFile(PROGRAM.slice(0, start) + text + PROGRAM.slice(end), 0, 2021).items,
          );
          if (!FUNCTIONS.every((name) => names.includes(name)))
            lost.push(`${text} for ${PROGRAM.slice(start, end)} at ${start}: ${names.join(" ")}`);
        }
      }
    }
    assert.deepEqual(lost, []);
  });

  it("takes any soup of tokens", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }),
        fc.constantFrom(2015, 2018, 2021, 2024),
        (words, edition) => {
          const text = words.join(" ");
          const { tokens, errors } = parseFile(text, 0, edition as 2015);
          parseSnippet(words.join(""), 0, 2024);
          for (const error of errors)
            assert.ok(
              error.start >= 0 && error.start <= error.end && error.end <= text.length,
              error.message,
            );
          for (let row = 1; row < tokens.count; row += 1)
            assert.ok((tokens.starts[row] ?? 0) >= (tokens.starts[row - 1] ?? 0));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        parseFile(text, 0, 2021);
      }),
      { numRuns: 1000 },
    );
  });

  it("follows nesting of hundreds of levels, and says where it stops", () => {
    const nested = (levels: number): string =>
      `fn f() { ${"(".repeat(levels)}1${")".repeat(levels)}; }\nfn g() {}`;
    assert.deepEqual(parseFile(nested(200), 0, 2021).errors, []);
    const deep = parseFile(nested(100_000), 0, 2021);
    assert.deepEqual(
      deep.errors.map((error) => error.message),
      ["this is nested too deeply to be analysed"],
    );
    assert.deepEqual(functionNames(deep.items), ["f", "g"]);
  });

  const DEEP: Readonly<Record<string, (count: number) => string>> = {
    "open blocks": (count) => "fn f() {".repeat(count),
    "open groups": (count) => `fn f() { ${"({[".repeat(count)}`,
    "prefix operators": (count) => `fn f() { ${"-".repeat(count)}1 }`,
    references: (count) => `fn f(x: ${"&".repeat(count)}u8) {}`,
    "type arguments": (count) => `type A = ${"Vec<".repeat(count)}`,
    patterns: (count) => `fn f() { let ${"Some(".repeat(count)}`,
    operators: (count) => `fn f() { 1${" + 1".repeat(count)} }`,
    "method calls": (count) => `fn f() { a${".b()".repeat(count)} }`,
    "else if": (count) => `fn f() { if a {} ${"else if a {} ".repeat(count)}}`,
    closures: (count) => `fn f() { ${"|a| ".repeat(count)}1 }`,
    macros: (count) => `fn f() { ${"m!(".repeat(count)}${")".repeat(count)} }`,
    "guards without commas": (count) => `fn f() { ${"match x { a => 1 A(b if ".repeat(count)}`,
    binders: (count) => `type A = ${"for<T = ".repeat(count)}`,
    modules: (count) => "mod a {".repeat(count),
    "use trees": (count) => `use a::{${"b::{".repeat(count)}`,
    quotes: (count) => `fn f() { "${'a"b\n"'.repeat(count)}`,
    comments: (count) => "/*".repeat(count),
    headers: (count) => "fn a<;(\n".repeat(count),
  };
  for (const [name, text] of Object.entries(DEEP)) {
    it(`${name}: ${20_000} of them end in time`, () => {
      const start = performance.now();
      parseFile(text(20_000), 0, 2021);
      assert.ok(performance.now() - start < 10_000);
    }).timeout(30_000);
  }
});

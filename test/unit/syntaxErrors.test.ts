// The first error of broken programs: line and headline as rustc 1.95 prints them.

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseFile } from "../../src/syntax/parse.ts";

/** Source, then `line: headline` of every error that rustc gives. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  [
    "fn main() { let x = 1 }",
    "1: expected one of `.`, `;`, `?`, `else`, or an operator, found `}`",
  ],
  ["fn main() {\n let x = 1\n }", "2: expected `;`, found `}`"],
  ["fn main() {\n let x = 1\n , foo()\n }", "3: expected `;`, found `,`"],
  ["fn main() {\n x = 1\n let y = 2; }", "2: expected `;`, found keyword `let`"],
  [
    "fn main() {\n x = 1 let y = 2; }",
    "2: expected one of `.`, `;`, `?`, `}`, or an operator, found keyword `let`",
  ],
  [
    "fn main() {\n foo() bar(); }",
    "2: expected one of `.`, `;`, `?`, `}`, or an operator, found `bar`",
  ],
  [
    "fn main() {\n let a = 1\n => 2; }",
    "3: expected one of `.`, `;`, `?`, `else`, or an operator, found `=>`",
  ],
  [
    "fn main() {\n let a = foo(1 2); }",
    "2: expected one of `)`, `,`, `.`, `?`, or an operator, found `2`",
  ],
  [
    "fn main() {\n let a = [1 2]; }",
    "2: expected one of `,`, `.`, `;`, `?`, `]`, or an operator, found `2`",
  ],
  ["fn main() {\n let a b = 2; }", "2: expected one of `:`, `;`, `=`, `@`, or `|`, found `b`"],
  ["fn main() {\n let  = 2; }", "2: expected pattern, found `=`"],
  ["fn main() {\n let x: = 2; }", "2: expected type, found `=`"],
  ["fn main() {\n let x = ; }", "2: expected expression, found `;`"],
  ["fn main() {\n let x = 1 +; }", "2: expected expression, found `;`"],
  ["fn main() {\n x. }", "2: unexpected token: `}`"],
  ["fn main() {\n x.;\n y.0.; }", "2: unexpected token: `;`", "3: unexpected token: `;`"],
  ["fn main() {\n match x { 1 => 2 3 => 4 } }", "2: expected `,` following `match` arm"],
  ["fn main() {\n match x { 1 => } }", "2: expected expression, found `}`"],
  [
    "fn main() {\n match x  }",
    "2: expected one of `!`, `.`, `::`, `?`, `{`, or an operator, found `}`",
  ],
  ["fn main() {\n if x foo() }", "2: expected `{`, found `foo`"],
  ["fn main() {\n if x { } else foo() }", "2: expected `{`, found `foo`"],
  ["fn main() {\n for x y { } }", "2: missing `in` in `for` loop"],
  ["fn f() { loop }", "1: expected `{`, found `}`"],
  ["struct A { x: u8 y: u8 }", "1: expected `,`, or `}`, found `y`"],
  ["struct A { x u8 }", "1: expected `:`, found `u8`"],
  ["struct A { x: u8; y: u8 }", "1: struct fields are separated by `,`"],
  ["struct A(u8 u8);", "1: expected one of `!`, `(`, `)`, `+`, `,`, `::`, or `<`, found `u8`"],
  ["enum A { B C }", "1: expected one of `(`, `,`, `=`, `{`, or `}`, found `C`"],
  ["fn f(x: u8 y: u8) {}", "1: expected one of `!`, `(`, `)`, `+`, `,`, `::`, or `<`, found `y`"],
  ["fn f(x) {}", "1: expected one of `:`, `@`, or `|`, found `)`"],
  ["use a::b c;", "1: expected one of `::`, `;`, or `as`, found `c`"],
  ["use a::;", "1: expected identifier, found `;`"],
  ["use a::b\nuse c;", "1: expected `;`, found keyword `use`"],
  ["impl A for { }", "1: expected type, found `{`"],
  ["fn f() - > u8 {}", "1: expected one of `->`, `where`, or `{`, found `-`"],
  ["fn f => () {}", "1: missing parameters for function definition"],
  ["x = 1;", "1: expected one of `!` or `::`, found `=`"],
  ["fn f() { let v = vec[1,2]; }", "1: expected one of `.`, `?`, `]`, or an operator, found `,`"],
  [
    "fn f() { S { a: 1 b: 2 } }",
    "1: expected one of `,`, `.`, `?`, `}`, or an operator, found `b`",
  ],
  ["fn f() { S { a: 1, b 2 }; }", "1: expected one of `,`, `:`, or `}`, found `2`"],
  ["fn f() { a < b < c; }", "1: comparison operators cannot be chained"],
  [
    "fn f() { thread::spawn move || 1; }",
    "1: expected one of `!`, `.`, `::`, `;`, `?`, `{`, `}`, or an operator, found keyword `move`",
  ],
  ["fn main() {\n    let x = (1;\n}\n", "2: mismatched closing delimiter: `}`"],
  ["fn main() {\n    foo(;\n", "2: this file contains an unclosed delimiter"],
  ["fn main() {\n}\n}\n", "3: unexpected closing delimiter: `}`"],
  ["fn main() {\n    let x = 1);\n    let y = 2;\n}\n", "4: unexpected closing delimiter: `}`"],
  [
    "fn main() {\n    foo(|| { a ]});\n}\n",
    "2: mismatched closing delimiter: `}`",
    "2: unexpected closing delimiter: `)`",
  ],
  [
    "fn main() {\n let counter = Rc<Mutex::new(0));\n let y = 1;\n}",
    "4: unexpected closing delimiter: `}`",
  ],
  ['fn main() {\n let a = "x;\n}\n', "2: unterminated double quote string"],
  ["fn main() {\n let a = 'x;\n}\n", "2: expected `while`, `for`, `loop` or `{` after a label"],
  ["fn main() { /* }\n", "1: unterminated block comment"],
  ["fn main() { let a = 0x; }", "1: no valid digits found for number"],
  ["fn main() { let a = b'é'; }", "1: non-ASCII character in byte literal"],
  ['fn main() { let a = "\\q"; }', "1: unknown character escape: `q`"],
  [
    'fn main() { let a = z"x"; }',
    "1: prefix `z` is unknown",
    '1: expected one of `!`, `.`, `::`, `;`, `?`, `else`, `{`, or an operator, found `"x"`',
  ],
];

function errorsOf(source: string): string[] {
  return parseFile(source, 0, 2021).errors.map(
    (error) => `${source.slice(0, error.start).split("\n").length}: ${error.message}`,
  );
}

describe("syntax errors", () => {
  for (const [source, ...expected] of CASES) {
    it(expected[0] ?? "", () => assert.deepEqual(errorsOf(source), expected));
  }

  it("come in the order of the text", () => {
    const starts = parseFile("fn a() { 1 + }\nfn b( {}\nstruct C { x }", 0, 2021).errors.map(
      (error) => error.start,
    );
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });

  it("let chains are for edition 2024", () => {
    const source = "fn f() { if let A = b && c {} }";
    assert.deepEqual(parseFile(source, 0, 2024).errors, []);
    assert.deepEqual(
      parseFile(source, 0, 2021).errors.map((error) => error.message),
      ["let chains are only allowed in Rust 2024 or later"],
    );
  });

  it("words are keywords by edition", () => {
    const source = "fn f() { let async = 1; let dyn = 2; let try = 3; }";
    assert.deepEqual(parseFile(source, 0, 2015).errors, []);
    assert.equal(parseFile(source, 0, 2018).errors.length, 3);
    assert.deepEqual(parseFile("fn gen() {}", 0, 2021).errors, []);
    assert.equal(parseFile("fn gen() {}", 0, 2024).errors.length, 1);
  });

  it("the few that have a code carry it", () => {
    const codes = [
      "fn f() { 1..=; }",
      'fn f() { "x }',
      "fn f() { /* }",
      "type A = &B + C;",
      "struct S { a: u8, /// x\n}",
    ];
    assert.deepEqual(
      codes.map((source) => parseFile(source, 0, 2021).errors[0]?.code),
      ["E0586", "E0765", "E0758", "E0178", "E0585"],
    );
  });

  it("errors are reported at global positions", () => {
    assert.equal(parseFile("fn main() { let x = ; }", 1000, 2021).errors[0]?.start, 1020);
  });
});

// Tokens, literals and the balancing of delimiters.

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Edition } from "../../src/base/edition.ts";
import type { Expr, Lit } from "../../src/syntax/ast.ts";
import { tokenize } from "../../src/syntax/lexer.ts";
import { parseSnippet } from "../../src/syntax/parse.ts";
import { TokenKind } from "../../src/syntax/tokens.ts";
import type { Tokens } from "../../src/syntax/tokens.ts";

const KINDS: Readonly<Record<number, string>> = {
  [TokenKind.Ident]: "ident",
  [TokenKind.Lifetime]: "lifetime",
  [TokenKind.Int]: "int",
  [TokenKind.Float]: "float",
  [TokenKind.Char]: "char",
  [TokenKind.Byte]: "byte",
  [TokenKind.Str]: "str",
  [TokenKind.RawStr]: "rawStr",
  [TokenKind.ByteStr]: "byteStr",
  [TokenKind.RawByteStr]: "rawByteStr",
  [TokenKind.CStr]: "cStr",
  [TokenKind.RawCStr]: "rawCStr",
  [TokenKind.Punct]: "punct",
  [TokenKind.Open]: "open",
  [TokenKind.Close]: "close",
  [TokenKind.OuterDoc]: "outerDoc",
  [TokenKind.InnerDoc]: "innerDoc",
  [TokenKind.Unknown]: "unknown",
};

function rows(tokens: Tokens): number[] {
  return Array.from({ length: tokens.count }, (_, row) => row);
}

function texts(source: string, edition: Edition = 2021): string {
  const tokens = tokenize(source, 0, edition);
  return rows(tokens)
    .map((row) => tokens.text(row))
    .join(" ");
}

function kinds(source: string, edition: Edition = 2021): string {
  const tokens = tokenize(source, 0, edition);
  return rows(tokens)
    .map((row) => KINDS[tokens.kinds[row] ?? 0])
    .join(" ");
}

function literal(source: string): Lit | undefined {
  const statement = parseSnippet(`${source};`, 0, 2021).statements[0];
  const expr: Expr | undefined = statement?.kind === "expr" ? statement.expr : undefined;
  return expr?.kind === "lit" ? expr.lit : undefined;
}

describe("tokens", () => {
  it("glue operators as the longest one", () => {
    assert.equal(
      texts("a<<=b>>=c...d..=e..f::g->h=>i&&j||k<-l"),
      "a <<= b >>= c ... d ..= e .. f :: g -> h => i && j || k <- l",
    );
  });

  it("tell numbers from fields, ranges and methods", () => {
    assert.equal(
      kinds("1.0 1. 1..2 1.foo() 1e3 0x1F 1_000u8 2.5e-3f64"),
      "float float int punct int int punct ident open close float int int float",
    );
    assert.equal(texts("x.0.1"), "x . 0.1");
  });

  it("tell lifetimes from characters", () => {
    assert.equal(
      kinds("'a 'a' '\\'' 'static '\\u{1F600}' '😀' b'x'"),
      "lifetime char char lifetime char char byte",
    );
  });

  it("know all strings and their prefixes", () => {
    assert.equal(
      kinds('"a" r"a" r#"a"# b"a" br"a" c"a" cr#"a"#'),
      "str rawStr rawStr byteStr rawByteStr cStr rawCStr",
    );
    assert.equal(kinds('c"a"', 2018), "ident str");
  });

  it("keep raw identifiers and lifetimes, without r#", () => {
    const tokens = tokenize("r#fn 'r#a", 0, 2021);
    assert.deepEqual(
      rows(tokens).map((row) => [tokens.text(row), tokens.isRaw(row)]),
      [
        ["fn", true],
        ["'a", true],
      ],
    );
  });

  it("drop comments but keep doc comments", () => {
    assert.equal(
      kinds("a // b\n/* c /* d */ */ e //// f\n/// g\n//! h\n/** i */ /*! j */ /***/ /**/"),
      "ident ident outerDoc innerDoc outerDoc innerDoc",
    );
  });

  it("say where white space stands", () => {
    const tokens = tokenize("a+ b/**/c", 0, 2021);
    assert.deepEqual(
      rows(tokens).map((row) => tokens.spaced(row)),
      [false, false, true, true],
    );
  });

  it("skip a byte order mark and a `#!` line, but no attribute", () => {
    assert.equal(texts("\uFEFF#!/usr/bin/env run\nfn"), "fn");
    assert.equal(texts("#![a]"), "# ! [ a ]");
    assert.equal(texts("#! /* x */ [a]"), "# ! [ a ]");
  });

  it("take names of other scripts", () => {
    assert.equal(kinds("größe 数 ‿"), "ident ident unknown");
  });

  it("stand at global positions", () => {
    const tokens = tokenize("a bc", 100, 2021);
    assert.deepEqual([tokens.starts[1], tokens.ends[1]], [102, 104]);
  });
});

describe("literals", () => {
  it("lose underscores and suffix", () => {
    assert.deepEqual(literal("1_000_u64"), { kind: "int", digits: "1000", suffix: "u64" });
    assert.deepEqual(literal("0xFF_i8"), { kind: "int", digits: "0xFF", suffix: "i8" });
    assert.deepEqual(literal("0b1010_1010"), { kind: "int", digits: "0b10101010", suffix: "" });
    assert.deepEqual(literal("1f32"), { kind: "float", digits: "1", suffix: "f32" });
    assert.deepEqual(literal("0x1f32"), { kind: "int", digits: "0x1f32", suffix: "" });
  });

  it("are unescaped", () => {
    assert.deepEqual(literal('"a\\n\\x41\\u{e9}\\\n   b\r\nc"'), {
      kind: "str",
      value: "a\nAéb\nc",
    });
    assert.deepEqual(literal('r"a\\n"'), { kind: "str", value: "a\\n" });
    assert.deepEqual(literal("b'\\xff'"), { kind: "byte", value: 255 });
    assert.deepEqual(literal('b"a\\xff\\n"'), { kind: "byteStr", value: [97, 255, 10] });
    assert.deepEqual(literal('c"é\\xff"'), { kind: "cStr", value: [0xc3, 0xa9, 0xff] });
    assert.deepEqual(literal("'\\u{1F600}'"), { kind: "char", value: "😀" });
  });
});

/** The tokens, with those that were put in between angle quotes. */
function balanced(source: string): string {
  const tokens = tokenize(source, 0, 2021);
  return rows(tokens)
    .map((row) =>
      tokens.starts[row] === tokens.ends[row] ? `«${tokens.text(row)}»` : tokens.text(row),
    )
    .join(" ");
}

describe("delimiters", () => {
  it("are matched", () => {
    const tokens = tokenize("a ( b [ c ] ) { }", 0, 2021);
    assert.deepEqual(
      Array.from(tokens.partners.slice(0, tokens.count)),
      [0, 6, 0, 5, 0, 3, 1, 8, 7],
    );
  });

  it("an open parenthesis ends with its statement", () => {
    assert.equal(balanced("fn f() {\n    g(a;\n    h();\n}\n"), "fn f ( ) { g ( a «)» ; h ( ) ; }");
  });

  it("an open block ends before the line that is not indented more", () => {
    assert.equal(
      balanced("fn f() {\n    if a {\n        b();\n    c();\n}\n"),
      "fn f ( ) { if a { b ( ) ; «}» c ( ) ; }",
    );
  });

  it("an item ends the function before it", () => {
    assert.equal(
      balanced("fn f() {\n    a();\n\nfn g() {}\n"),
      "fn f ( ) { a ( ) ; «}» fn g ( ) { }",
    );
  });

  it("a closing delimiter without an opening one is dropped", () => {
    assert.equal(balanced("fn f() {\n    a);\n    }\n    b();\n}\n"), "fn f ( ) { a ; b ( ) ; }");
  });

  it("a header without its brace gets one", () => {
    assert.equal(balanced("fn f() -> u8\n    a()\n}\n"), "fn f ( ) -> u8 «{» a ( ) }");
  });

  it("whatever is wrong in a header stays there", () => {
    assert.equal(
      balanced("fn f(a: u8 -> u8 {\n    a\n}\nfn g() {}\n"),
      "fn f ( a : u8 «)» -> u8 { a } fn g ( ) { }",
    );
  });

  it("match in any soup", () => {
    for (const source of ["((([[{", ")}]", "{(})[", "fn(", "fn a(] {)", "}{", "fn f() { ( } ) }"]) {
      const tokens = tokenize(source, 0, 2021);
      for (const row of rows(tokens)) {
        const partner = tokens.partners[row] ?? 0;
        if (tokens.kinds[row] === TokenKind.Open)
          assert.ok(partner > row && tokens.kinds[partner] === TokenKind.Close, source);
      }
    }
  });
});

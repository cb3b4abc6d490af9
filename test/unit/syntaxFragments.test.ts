// Parsing ranges of tokens for macro expansion, and the tables that expansion makes.

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Expr, Item, Pat, Type } from "../../src/syntax/ast.ts";
import {
  parseExprTokens,
  parseFragment,
  parseItemsTokens,
  parsePatTokens,
  parseStatementsTokens,
  parseTypeTokens,
} from "../../src/syntax/fragments.ts";
import { tokenize } from "../../src/syntax/lexer.ts";
import { TokenBuffer } from "../../src/syntax/tokenBuffer.ts";
import type { FragmentKind } from "../../src/syntax/tokenBuffer.ts";
import { TokenKind } from "../../src/syntax/tokens.ts";
import type { TokenRange } from "../../src/syntax/ast.ts";

function range(source: string): TokenRange {
  const table = tokenize(source, 0, 2021);
  return { table, from: 0, to: table.count };
}

/** The text behind the fragment, or undefined where it does not match. */
function rest(kind: FragmentKind, source: string): string | undefined {
  const tokens = range(source);
  const matched = parseFragment(kind, tokens, 2021);
  return matched === undefined
    ? undefined
    : source.slice(tokens.table.starts[matched.next] ?? source.length).trim();
}

describe("fragments", () => {
  const CASES: readonly (readonly [FragmentKind, string, string | undefined])[] = [
    ["expr", "a + b * c, d", ", d"],
    ["expr", "S { a: 1 } => x", "=> x"],
    ["expr", "let x", undefined],
    ["expr", ", a", undefined],
    ["ty", "Vec<Vec<u8>> = x", "= x"],
    ["ty", "dyn A + B, c", ", c"],
    ["pat", "A | B(c) => d", "=> d"],
    ["pat_param", "A | B", "| B"],
    ["stmt", "let x = 1; y", "; y"],
    ["stmt", "fn f() {} y", "y"],
    ["block", "{ a; b } c", "c"],
    ["block", "a", undefined],
    ["item", "pub struct A; fn b() {}", "fn b() {}"],
    ["item", "a + b", undefined],
    ["path", "a::b::<c>::d e", "e"],
    ["meta", "derive(Clone, Debug), x", ", x"],
    ["meta", 'doc = "x"', ""],
    ["vis", "pub(crate) x", "x"],
    ["vis", "x", "x"],
    ["literal", "-1 + 2", "+ 2"],
    ["literal", '"a" b', "b"],
    ["literal", "a", undefined],
    ["ident", "a::b", "::b"],
    ["ident", "r#fn x", "x"],
    ["ident", "_", undefined],
    ["ident", "1", undefined],
    ["lifetime", "'a b", "b"],
    ["tt", "(a b) c", "c"],
    ["tt", "a b", "b"],
    ["tt", "", undefined],
  ];
  for (const [kind, source, expected] of CASES) {
    it(`${kind} in \`${source}\``, () => assert.equal(rest(kind, source), expected));
  }

  it("whole ranges tell what is left", () => {
    assert.equal(parseExprTokens(range("a + b c"), 2021).next, 3);
    assert.equal(parseTypeTokens(range("&'a T"), 2021).node.kind, "ref");
    assert.equal(parsePatTokens(range("Some(x)"), 2021).node.kind, "tupleStruct");
    assert.equal(parseItemsTokens(range("fn a() {} struct B;"), 2021).node.length, 2);
    const block = parseStatementsTokens(range("let a = 1; a + 1"), 2021).node;
    assert.deepEqual([block.statements.length, block.tail?.kind], [1, "binary"]);
    assert.equal(parseExprTokens(range("1 +"), 2021).errors.length, 1);
  });
});

describe("token tables of expansion", () => {
  const source = tokenize("a b", 50, 2021);

  it("copy rows with their places and take a hygiene mark", () => {
    const buffer = new TokenBuffer();
    buffer.copy(source, 1, 7);
    buffer.push(TokenKind.Punct, "+", 3, 4, 0, true, false);
    buffer.copy(source, 0);
    const table = buffer.finish();
    const { node } = parseExprTokens({ table, from: 0, to: table.count }, 2021);
    assert.ok(node.kind === "binary" && node.left.kind === "path" && node.right.kind === "path");
    assert.deepEqual(node.left.path.segments[0]?.ident, {
      start: 52,
      end: 53,
      name: "b",
      context: 7,
    });
    assert.equal(node.right.path.segments[0]?.ident.context, 0);
  });

  it("match delimiters, and leave unmatched ones alone", () => {
    const buffer = new TokenBuffer();
    for (const [kind, text] of [
      [TokenKind.Open, "("],
      [TokenKind.Ident, "x"],
      [TokenKind.Close, ")"],
    ] as const)
      buffer.push(kind, text, 0, 1, 0, false, false);
    assert.deepEqual(Array.from(buffer.finish().partners.slice(0, 3)), [2, 0, 0]);
  });

  it("take `$crate` for a name", () => {
    const buffer = new TokenBuffer();
    buffer.push(TokenKind.Ident, "$crate", 0, 6, 0, false, false);
    buffer.push(TokenKind.Punct, "::", 6, 8, 0, false, false);
    buffer.push(TokenKind.Ident, "x", 8, 9, 0, false, false);
    const table = buffer.finish();
    const { node, errors } = parseExprTokens({ table, from: 0, to: table.count }, 2021);
    assert.deepEqual(errors, []);
    assert.ok(node.kind === "path");
    assert.deepEqual(
      node.path.segments.map((segment) => segment.ident.name),
      ["$crate", "x"],
    );
  });

  /** The source with the node in place of its `$`. */
  function spliced(source: string, fragment: FragmentKind, node: unknown): TokenRange {
    const buffer = new TokenBuffer();
    const { table: from } = range(source);
    for (let row = 0; row < from.count; row += 1) {
      if (from.text(row) === "$") buffer.pushInterpolated({ fragment, node }, 90, 91);
      else buffer.copy(from, row);
    }
    const table = buffer.finish();
    return { table, from: 0, to: table.count };
  }

  function matched(kind: FragmentKind, source: string): unknown {
    return parseFragment(kind, range(source), 2021)?.node;
  }

  it("an expression is one operand, whatever its precedence", () => {
    const { node, errors } = parseExprTokens(
      spliced("2 * $ + 3", "expr", matched("expr", "1 + 1")),
      2021,
    );
    assert.deepEqual(errors, []);
    assert.ok(
      node.kind === "binary" &&
        node.op === "+" &&
        node.left.kind === "binary" &&
        node.left.op === "*",
    );
    const right: Expr = node.left.right;
    assert.ok(right.kind === "group" && right.expr.kind === "binary" && right.expr.op === "+");
  });

  it("types, patterns, blocks, items, statements, visibilities and attributes come where they may stand", () => {
    const type: Type = parseTypeTokens(spliced("& $", "ty", matched("ty", "Vec<u8>")), 2021).node;
    assert.ok(type.kind === "ref" && type.type.kind === "path");
    const pat: Pat = parsePatTokens(
      spliced("Some( $ )", "pat", matched("pat", "1 | 2")),
      2021,
    ).node;
    assert.ok(pat.kind === "tupleStruct" && pat.pats[0]?.kind === "or");
    const literal: Pat = parsePatTokens(
      spliced("$ ..=3", "literal", matched("literal", "-1")),
      2021,
    ).node;
    assert.ok(literal.kind === "range" && literal.from?.kind === "unary");
    const loop: Expr = parseExprTokens(
      spliced("loop $", "block", matched("block", "{ a }")),
      2021,
    ).node;
    assert.ok(loop.kind === "loop" && loop.body.tail?.kind === "path");
    const items = (tokens: TokenRange): readonly Item[] => {
      const { node, errors } = parseItemsTokens(tokens, 2021);
      assert.deepEqual(errors, []);
      return node;
    };
    assert.equal(
      items(spliced("#[a] $", "item", matched("item", "struct A;"))).at(0)?.attrs.length,
      1,
    );
    assert.equal(
      items(spliced("$ fn f() {}", "vis", matched("vis", "pub"))).at(0)?.visibility.kind,
      "public",
    );
    assert.equal(
      items(spliced("#[ $ ] fn f() {}", "meta", matched("meta", "inline(never)"))).at(0)?.attrs[0]
        ?.path.segments[0]?.ident.name,
      "inline",
    );
    const block = parseStatementsTokens(
      spliced("$ ; x", "stmt", matched("stmt", "let x = 1")),
      2021,
    );
    assert.deepEqual(
      [block.errors.length, block.node.statements[0]?.kind, block.node.tail?.kind],
      [0, "let", "path"],
    );
  });

  it("a path or type goes on behind the splice", () => {
    const call = parseExprTokens(spliced("$ ::new()", "ty", matched("ty", "Vec<u8>")), 2021).node;
    assert.ok(call.kind === "call" && call.callee.kind === "path");
    assert.deepEqual(
      call.callee.path.segments.map((segment) => segment.ident.name),
      ["Vec", "new"],
    );
    const literal = parseExprTokens(
      spliced("$ { x: 1 }", "path", matched("path", "a::S")),
      2021,
    ).node;
    assert.equal(literal.kind, "struct");
  });
});

// All productions tied together.

import type { Edition } from "../../base/edition.ts";
import type { Block, TokenRange } from "../ast.ts";
import { LET_SCRUTINEE, parseAssoc, parseExpr, parseExprRes } from "./exprs.ts";
import { parseBounds } from "./generics.ts";
import { parseItem } from "./items.ts";
import { parseBodyLater } from "./laterBlock.ts";
import { Parser } from "./parser.ts";
import type { Grammar } from "./parser.ts";
import { parsePat } from "./patterns.ts";
import { parseBlock } from "./statements.ts";
import { parseType, parseTypeNoBounds } from "./ty.ts";

const RUST: Grammar = {
  expr: parseExpr,
  exprRes: parseExprRes,
  scrutinee: (p) => parseAssoc(p, LET_SCRUTINEE),
  type: parseType,
  typeNoBounds: parseTypeNoBounds,
  bounds: parseBounds,
  pat: parsePat,
  block: parseBlock,
  fnBody: parseBlock,
  item: (p, attrs) => parseItem(p, attrs, "body"),
};

/** The same language; function bodies without items wait until they are looked at. */
const RUST_LATER: Grammar = { ...RUST, fnBody: (p) => parseBodyLater(p, readBlock) };

function readBlock(range: TokenRange, edition: Edition): Block {
  return parseBlock(rustParser(range, edition));
}

/** Whether function bodies are parsed at once or when somebody looks at them (`laterBlock.ts`). */
export type Bodies = "now" | "later";

export function rustParser(range: TokenRange, edition: Edition, bodies: Bodies = "now"): Parser {
  return new Parser(range, edition, bodies === "now" ? RUST : RUST_LATER);
}

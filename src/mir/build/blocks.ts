// Blocks, statements and `let`. Follows `ast_block_stmts` of rustc's MIR building.

import type { Place } from "../mir.ts";
import type { Ty } from "../../ty/ty.ts";
import type { RegionScope, ThirBlock, ThirExpr, ThirStmt } from "../thir/thir.ts";
import { assignUnit, newBlock, terminate } from "./builder.ts";
import type { Breakable, Builder } from "./builder.ts";
import { stmtExpr } from "./exprStmt.ts";
import { lowerLetElse } from "./match/match.ts";
import { declareBindings, exprIntoPattern, storageLiveBindings } from "./match/bind.ts";
import { goto } from "./builder.ts";
import { inIfThen, inScope, popScope, pushScope } from "./scopes.ts";

export function astBlock(b: Builder, dest: Place, block: ThirBlock, ty: Ty): void {
  inScope(b, block.scope, () => {
    if (block.label === undefined) return blockStatements(b, dest, block, ty);
    const breakable: Breakable = {
      label: block.label,
      depth: b.scopes.length,
      destination: dest,
      continueBlock: undefined,
      breakBlock: undefined,
    };
    b.breakables.push(breakable);
    blockStatements(b, dest, block, ty);
    b.breakables.pop();
    if (breakable.breakBlock === undefined) return;
    goto(b, breakable.breakBlock, block.span);
    b.block = breakable.breakBlock;
  });
}

function blockStatements(b: Builder, dest: Place, block: ThirBlock, ty: Ty): void {
  const remainders: RegionScope[] = [];
  for (const statement of block.statements) {
    if (statement.kind === "expr")
      inScope(b, statement.scope, () => stmtExpr(b, statement.expr, statement.scope));
    else {
      letStatement(b, statement);
      remainders.push(statement.remainder);
    }
  }
  if (block.tail) b.into(b, dest, block.tail);
  else if (ty.kind === "tuple" && ty.tys.length === 0) assignUnit(b, dest, block.span);
  for (const remainder of remainders.reverse()) popScope(b, remainder);
}

function letStatement(b: Builder, statement: ThirStmt & { kind: "let" }): void {
  const { init, pat } = statement;
  const depth = b.scopes.length;
  pushScope(b, statement.remainder);
  declareBindings(b, pat, init && { place: undefined, span: init.span });
  if (!init) return storageLiveBindings(b, pat);
  if (statement.else) return letElse(b, statement, init, statement.else, depth);
  inScope(b, statement.initScope, () => exprIntoPattern(b, pat, init));
}

function letElse(
  b: Builder,
  statement: ThirStmt & { kind: "let" },
  init: ThirExpr,
  orElse: ThirExpr,
  depth: number,
): void {
  const failed = inIfThen(b, depth, () => {
    inScope(b, statement.initScope, () => lowerLetElse(b, statement.pat, init));
  });
  const matched = b.block;
  // The `else` block runs outside the scope of the variables, then never comes back.
  const own = b.scopes.splice(depth);
  b.block = failed;
  inElse(b, orElse);
  b.scopes.push(...own);
  b.block = matched;
}

function inElse(b: Builder, orElse: ThirExpr): void {
  const nowhere =
    b.locals.push({
      ty: orElse.ty,
      mutable: true,
      name: undefined,
      span: orElse.span,
      kind: "temporary",
      synthetic: true,
    }) - 1;
  b.into(b, { local: nowhere as Place["local"], projections: [] }, orElse);
  terminate(b, { kind: "unreachable" }, orElse.span, newBlock(b));
}

// Blocks and statements to THIR. The scopes of variables and temporaries of a block are decided here.
// Follows `resolve_block` of rustc's `region.rs`.

import type { Span } from "../../base/span.ts";
import type { HirBlock, HirStmt, HirTy } from "../../hir/hir.ts";
import { itemLowerCx } from "../../ty/items/itemCx.ts";
import { lowerTy } from "../../ty/lower/lowerTy.ts";
import type { LabelId } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import { editionAt, enterScope, thirExpr, withVars } from "./cx.ts";
import type { Scopes, ThirCx } from "./cx.ts";
import { extendInitializer } from "./extend.ts";
import { mirrorPat } from "./patterns.ts";
import type { RegionScope, ThirBlock, ThirExpr, ThirPat, ThirStmt } from "./thir.ts";

export interface BlockOptions {
  readonly terminating?: boolean;
  readonly role?: RegionScope["role"];
  readonly label?: LabelId | undefined;
}

export function mirrorBlock(
  tcx: ThirCx,
  block: HirBlock,
  scopes: Scopes,
  options: BlockOptions = {},
): ThirBlock {
  const terminating = options.terminating ?? false;
  const entered = enterScope(scopes, "node", block.span, {
    terminating,
    role: options.role ?? "block",
  });
  let inner = withVars(entered.inner, entered.scope);
  const statements: ThirStmt[] = [];
  for (const statement of block.statements) {
    if (statement.kind === "item") continue;
    if (statement.kind === "expr") {
      statements.push(exprStmt(tcx, statement, inner));
      continue;
    }
    const made = letStmt(tcx, statement, inner, block.span);
    statements.push(made.stmt);
    inner = made.inner;
  }
  const { tail } = block;
  const rescoped = tail !== undefined && editionAt(tcx, tail.span) >= 2024;
  return {
    scope: entered.scope,
    label: options.label,
    statements,
    tail: tail && tcx.mirror(tcx, tail, inner, { terminating: rescoped, role: "tail" }),
    span: block.span,
  };
}

/** A block where an expression stands, without an expression node of its own. */
export function blockExpr(
  tcx: ThirCx,
  block: HirBlock,
  ty: Ty,
  scopes: Scopes,
  options: BlockOptions,
): ThirExpr {
  const thir = mirrorBlock(tcx, block, scopes, options);
  return thirExpr({ kind: "block", block: thir }, ty, block.span, scopes.temps);
}

/** A written type that names lifetimes is kept for the borrow checker; inference knows nothing of them. */
function annotated(tcx: ThirCx, pat: ThirPat, written: HirTy | undefined): ThirPat {
  if (!written || pat.kind !== "binding" || pat.mode.kind !== "move") return pat;
  const { ty } = tcx.cx;
  const lcx = { ...itemLowerCx(ty, tcx.owner.def), elidedObject: ty.tcx.erased, report: () => {} };
  const userTy = lowerTy(lcx, written);
  return userTy.hasRegions && !userTy.hasUnknown
    ? { ...pat, userTy, userTySpan: written.span }
    : pat;
}

function exprStmt(tcx: ThirCx, statement: HirStmt & { kind: "expr" }, scopes: Scopes): ThirStmt {
  const { scope, inner } = enterScope(scopes, "node", statement.span, {
    terminating: true,
    role: "statement",
  });
  return {
    kind: "expr",
    scope,
    expr: tcx.mirror(tcx, statement.expr, inner),
    span: statement.span,
  };
}

function letStmt(
  tcx: ThirCx,
  statement: HirStmt & { kind: "let" },
  scopes: Scopes,
  block: Span,
): { stmt: ThirStmt; inner: Scopes } {
  // The variables live to the end of the block: that is where people and rustc see them dropped.
  const end = Math.max(block.end, statement.span.end);
  const remainder = enterScope(scopes, "remainder", { start: statement.span.start, end });
  const rest = withVars(remainder.inner, remainder.scope);
  const own = enterScope(rest, "node", statement.span, { terminating: true, role: "statement" });
  if (statement.init) extendInitializer(tcx, statement.pat, statement.init, remainder.scope);
  const init = statement.init && tcx.mirror(tcx, statement.init, own.inner);
  const pat = annotated(tcx, mirrorPat(tcx, statement.pat, own.inner), statement.ty);
  // The `else` block stands outside the scope of the variables: even extended temporaries are gone there.
  const orElse =
    statement.else &&
    blockExpr(tcx, statement.else, tcx.cx.ty.tcx.never, scopes, { terminating: true });
  const stmt: ThirStmt = {
    kind: "let",
    remainder: remainder.scope,
    initScope: own.scope,
    pat,
    init,
    else: orElse,
    span: statement.span,
  };
  return { stmt, inner: rest };
}

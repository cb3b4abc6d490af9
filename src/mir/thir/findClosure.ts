// Finds closure number `index` in a body.

import type { HirBlock, HirBody, HirExpr } from "../../hir/hir.ts";

type Closure = HirExpr & { kind: "closure" };

export function findClosure(body: HirBody, index: number): Closure | undefined {
  let found: Closure | undefined;
  const visit = (expr: HirExpr): void => {
    if (found) return;
    if (expr.kind === "closure" && expr.index === index) found = expr;
    else for (const child of childExprs(expr)) visit(child);
  };
  visit(body.value);
  return found;
}

/** Direct subexpressions, closures' bodies included. */
export function childExprs(expr: HirExpr): readonly HirExpr[] {
  switch (expr.kind) {
    case "array":
    case "tuple":
      return expr.exprs;
    case "repeat":
      return [expr.value];
    case "call":
      return [expr.callee, ...expr.args];
    case "methodCall":
      return [expr.receiver, ...expr.args];
    case "index":
      return [expr.expr, expr.index];
    case "field":
    case "unary":
    case "addrOf":
    case "cast":
    case "dropTemps":
      return [expr.expr];
    case "binary":
    case "assign":
    case "assignOp":
      return [expr.left, expr.right];
    case "struct":
      return [...expr.fields.map((field) => field.value), ...(expr.base ? [expr.base] : [])];
    case "block":
      return blockExprs(expr.block);
    case "let":
      return [expr.init];
    case "if":
      return [expr.condition, expr.then, ...(expr.else ? [expr.else] : [])];
    case "loop":
      return blockExprs(expr.body);
    case "match":
      return [
        expr.scrutinee,
        ...expr.arms.flatMap((arm) => (arm.guard ? [arm.guard, arm.body] : [arm.body])),
      ];
    case "closure":
      return [expr.body];
    case "break":
    case "return":
      return expr.value ? [expr.value] : [];
    case "formatArgs":
      return expr.args;
    case "unsupported":
      return expr.parts;
    case "lit":
    case "path":
    case "continue":
    case "error":
      return [];
  }
}

function blockExprs(block: HirBlock): readonly HirExpr[] {
  const out: HirExpr[] = [];
  for (const statement of block.statements) {
    if (statement.kind === "expr") out.push(statement.expr);
    if (statement.kind !== "let") continue;
    if (statement.init) out.push(statement.init);
    if (statement.else) out.push(...blockExprs(statement.else));
  }
  if (block.tail) out.push(block.tail);
  return out;
}

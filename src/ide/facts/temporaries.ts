// Which rule decides how long a temporary lives (the Reference, “Temporary scopes”; `if let` and block tails by edition).

import type { Analysis } from "../../driver/contract.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { ancestors } from "./bodyMap.ts";
import type { TypedBody } from "./typedBody.ts";

export type TemporaryRule = { /** The construct that keeps it. */ readonly by: HirExpr } & (
  | {
      readonly kind:
        | "discarded"
        | "match"
        | "forLoop"
        | "whileLet"
        | "condition"
        | "tail"
        | "statement";
    }
  | { readonly kind: "ifLet"; readonly hasElse: boolean }
);

/** Edition in which `if let` scrutinees and block tails began to drop their temporaries early. */
const EARLY = 2024;

export function temporaryRule(analysis: Analysis, typed: TypedBody, expr: HirExpr): TemporaryRule {
  const map = typed.map();
  let child = expr;
  for (const parent of ancestors(map, expr)) {
    if (map.discarded.has(child)) return { kind: "discarded", by: child };
    const rule = ruleAt(analysis, typed, parent, child);
    if (rule !== undefined) return rule;
    child = parent;
  }
  return { kind: "statement", by: child };
}

function ruleAt(
  analysis: Analysis,
  typed: TypedBody,
  parent: HirExpr,
  child: HirExpr,
): TemporaryRule | undefined {
  switch (parent.kind) {
    case "match":
      if (parent.arms.some((arm) => arm.guard === child)) return { kind: "condition", by: child };
      if (child !== parent.scrutinee) return { kind: "statement", by: child };
      if (parent.source === "for") return { kind: "forLoop", by: parent };
      if (parent.source !== "match") return undefined;
      return { kind: isWritten(analysis, parent) ? "match" : "statement", by: parent };
    case "let":
      return letRule(typed, parent);
    case "if":
      return child === parent.condition ? { kind: "condition", by: parent.condition } : undefined;
    case "block":
      if (parent.block.tail !== child) return { kind: "statement", by: child };
      if (analysis.edition < EARLY && typed.map().parents.has(parent))
        return hasLets(parent) ? { kind: "tail", by: parent } : undefined;
      return hasLets(parent) ? { kind: "tail", by: parent } : { kind: "statement", by: child };
    case "dropTemps":
      return { kind: isCondition(typed, parent) ? "condition" : "statement", by: child };
    case "closure":
    case "loop":
      return { kind: "statement", by: child };
    default:
      return undefined;
  }
}

/** `assert_eq!` and the like are a `match` that nobody sees. */
function isWritten(analysis: Analysis, { span }: HirExpr): boolean {
  return analysis.text.startsWith("match", span.start);
}

/** The whole condition of an `if`, a `while` or an arm, or an operand of it. */
function isCondition(typed: TypedBody, expr: HirExpr): boolean {
  const outer = typed.map().parents.get(expr);
  if (outer?.kind === "binary")
    return (outer.op === "&&" || outer.op === "||") && isCondition(typed, outer);
  if (outer?.kind === "dropTemps") return isCondition(typed, outer);
  if (outer?.kind === "match") return outer.arms.some((arm) => arm.guard === expr);
  return outer?.kind === "if" && outer.condition === expr;
}

function letRule(typed: TypedBody, condition: HirExpr): TemporaryRule | undefined {
  for (const outer of ancestors(typed.map(), condition)) {
    if (outer.kind === "binary") continue;
    if (outer.kind !== "if") return undefined;
    const around = typed.map().parents.get(outer);
    if (around?.kind === "loop" && around.source === "while")
      return { kind: "whileLet", by: around };
    return { kind: "ifLet", by: outer, hasElse: outer.else !== undefined };
  }
  return undefined;
}

function hasLets(expr: HirExpr): boolean {
  return (
    expr.kind === "block" && expr.block.statements.some((statement) => statement.kind === "let")
  );
}

// Arithmetic that must overflow and operations that must panic, told from constants alone: `arithmetic_overflow`,
// `unconditional_panic`. Follows `rustc_mir_transform::known_panics_lint`.
//
// One pass over the blocks that known conditions leave reachable. A variable that is assigned once keeps its value; one that
// is assigned again keeps it to the end of the block; one that is borrowed or dropped has none.
//
// Not modelled: values behind references, variants of enums, floats.

import type { MirContext } from "../../mir/context.ts";
import type { BlockId, Body, Place, Rvalue, Statement, Terminator } from "../../mir/mir.ts";
import { successors } from "../../mir/successors.ts";
import type { LintFinding } from "./lint.ts";
import { createValues } from "./knownValues.ts";
import type { Known, KnownValues } from "./knownValues.ts";
import { checkedArithmetic, evaluate, negOverflows, shiftTooFar } from "./knownArithmetic.ts";

export function knownPanics(cx: MirContext, body: Body): readonly LintFinding[] {
  const values = createValues(cx, body);
  const found: LintFinding[] = [];
  const seen = new Set<BlockId>();
  const waiting: BlockId[] = [0 as BlockId];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const block = body.blocks[at];
    if (block === undefined || seen.has(at)) continue;
    seen.add(at);
    for (const statement of block.statements) visitStatement(values, statement, found);
    waiting.push(...next(values, block.terminator, found));
    values.endBlock();
  }
  return found;
}

function visitStatement(values: KnownValues, statement: Statement, found: LintFinding[]): void {
  if (statement.kind === "storageLive" || statement.kind === "storageDead") {
    values.forget(statement.local);
  } else if (statement.kind === "setDiscriminant") {
    values.forget(statement.place.local);
  } else if (statement.kind === "assign") {
    if (overflows(values, statement.value)) {
      found.push({
        lint: "arithmetic_overflow",
        message: "this arithmetic operation will overflow",
        span: statement.span,
      });
      values.forget(statement.place.local);
    } else assign(values, statement.place, statement.value);
  }
}

function overflows(values: KnownValues, rvalue: Rvalue): boolean {
  if (rvalue.kind === "unary")
    return rvalue.op === "-" && negOverflows(values.operand(rvalue.operand), rvalue.ty);
  if (rvalue.kind !== "binary" && rvalue.kind !== "checkedBinary") return false;
  const [left, right] = [values.operand(rvalue.left), values.operand(rvalue.right)];
  if (rvalue.op === "<<" || rvalue.op === ">>")
    return shiftTooFar(right, values.operandTy(rvalue.left));
  if (rvalue.kind !== "checkedBinary" || rvalue.op === "/" || rvalue.op === "%") return false;
  return (
    checkedArithmetic(rvalue.op, left, right, values.operandTy(rvalue.left))?.overflow === true
  );
}

function assign(values: KnownValues, place: Place, rvalue: Rvalue): void {
  values.forgetPlace(place);
  if (rvalue.kind === "use") return values.copy(place, rvalue.operand);
  if (rvalue.kind === "checkedBinary") {
    const made = checkedArithmetic(
      rvalue.op,
      values.operand(rvalue.left),
      values.operand(rvalue.right),
      values.operandTy(rvalue.left),
    );
    if (made === undefined) return;
    values.set(place, [0], made.value);
    values.set(place, [1], made.overflow);
    return;
  }
  if (rvalue.kind === "aggregate") {
    if (rvalue.aggregate.kind === "tuple")
      rvalue.operands.forEach((operand, i) => values.set(place, [i], values.operand(operand)));
    return;
  }
  values.set(place, [], evaluate(values, rvalue));
}

/** Where control goes on, and what a failing check says. */
function next(
  values: KnownValues,
  terminator: Terminator,
  found: LintFinding[],
): readonly BlockId[] {
  if (terminator.kind === "switch") {
    const known = values.operand(terminator.operand);
    if (known === undefined) return following(terminator);
    const at = terminator.values.indexOf(asNumber(known));
    return [(at < 0 ? undefined : terminator.targets[at]) ?? terminator.otherwise];
  }
  if (terminator.kind === "assert") checkAssert(values, terminator, found);
  if (terminator.kind === "call") values.forgetPlace(terminator.destination);
  return following(terminator);
}

/** False edges are for the borrow checker. */
function following(terminator: Terminator): readonly BlockId[] {
  return terminator.kind === "falseEdge" ? [terminator.target] : successors(terminator);
}

function asNumber(known: Known): bigint {
  return typeof known === "bigint" ? known : known ? 1n : 0n;
}

function checkAssert(
  values: KnownValues,
  terminator: Terminator & { kind: "assert" },
  found: LintFinding[],
): void {
  const condition = values.operand(terminator.condition);
  if (condition === undefined || condition === terminator.expected) return;
  if (terminator.condition.kind !== "constant") values.forget(terminator.condition.place.local);
  const { message } = terminator;
  // The operators told of all other overflows.
  if (message.kind === "overflowNeg") return;
  if (message.kind === "overflow" && message.op !== "/" && message.op !== "%") return;
  found.push({
    lint: "unconditional_panic",
    message: "this operation will panic at runtime",
    span: terminator.span,
  });
}

// The classic litmus tests with every order at every operation, and with every fence: the machine gives exactly the results of the
// axiomatic checker. Only where SeqCst operations meet at one location in a program that also uses weaker ones may it give
// fewer (docs/model.md, `mixed-seqcst`), never others.

import assert from "node:assert/strict";
import { everyFence, everyOrder, SHAPES } from "../support/litmusShapes.ts";
import { machineResults } from "../support/litmusMachine.ts";
import { rc11Results, type Litmus } from "../support/rc11.ts";

describe("litmus tests", () => {
  for (const [name, shape] of Object.entries(SHAPES)) {
    it(`${name} with every order`, function () {
      this.timeout(60_000);
      for (const program of everyOrder(shape).filter(isFirstOfItsKind)) compare(program);
    });

    it(`${name} with every fence`, () => {
      for (const program of everyFence(shape)) compare(program);
    });
  }
});

function compare(program: Litmus): void {
  const allowed = rc11Results(program);
  const { results } = machineResults(program);
  const text = JSON.stringify(program);
  for (const one of results) assert.ok(allowed.has(one), `${one} of ${text}`);
  if (!meetsUnderMixedOrders(program))
    assert.deepEqual([...results].sort(), [...allowed].sort(), text);
}

/** Of four threads, those of which both writers use one order: the others take long and show nothing else. */
function isFirstOfItsKind(program: Litmus): boolean {
  return program.length < 4 || program[0]?.[0]?.order === program[1]?.[0]?.order;
}

function meetsUnderMixedOrders(program: Litmus): boolean {
  const ops = program.flat();
  const total = ops.filter((op) => op.order === "SeqCst");
  const places = total.flatMap((op) => ("at" in op ? [op.at] : []));
  return total.length < ops.length && new Set(places).size < places.length;
}

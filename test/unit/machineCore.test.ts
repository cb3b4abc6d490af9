import assert from "node:assert/strict";
import { hashState } from "../../src/machine/state/hash.ts";
import type { Machine } from "../../src/machine/machine.ts";
import { enabledChoices, pendingOp } from "../../src/machine/run/pending.ts";
import type { Primitive, PrimitiveTable } from "../../src/machine/primitive.ts";
import { appendStdout } from "../../src/machine/run/output.ts";
import { initialState, runToVisible, settle, step } from "../../src/machine/step.ts";
import type { State } from "../../src/machine/state/state.ts";
import type { ThreadId } from "../../src/machine/state/value.ts";
import { spawnThread } from "../../src/machine/run/spawn.ts";
import {
  assertNoOverflow,
  at,
  binary,
  block,
  body,
  branch,
  call,
  checked,
  cleanup,
  copy,
  deref,
  field,
  fnItem,
  goto,
  indexBy,
  int,
  machineOf,
  move,
  number,
  ref,
  resume,
  ret,
  set,
  tcx,
  use,
} from "../support/handMir.ts";

const I32 = int("i32");
const USIZE = int("usize");
const BOOL = tcx.bool;
const CHECKED = tcx.tuple([I32, BOOL]);
const MAIN = 0 as ThreadId;

/** Shows what main returned, or how it ended. */
function show(machine: Machine): string {
  const state = settle(machine, initialState(machine));
  const result = state.threads[0]?.result;
  const { status } = state;
  return status?.kind === "exit" && status.code === 0
    ? `ok ${String(result?.[0])}`
    : `${JSON.stringify(status)} ${state.stderr}`;
}

describe("machine: integers and control flow", () => {
  it("sums in a loop with overflow checks", () => {
    // let mut sum = 0; let mut i = 0; while i < 1000 { sum += i; i += 1 } sum
    const machine = machineOf({
      0: body(
        0,
        0,
        [I32, I32, I32, BOOL, CHECKED, CHECKED],
        [
          block([set(1, use(number(0, I32))), set(2, use(number(0, I32)))], goto(1)),
          block([set(3, binary("<", copy(2), number(1000, I32), BOOL))], branch(move(3), 0, 4, 2)),
          block(
            [set(4, checked("+", copy(1), copy(2), I32))],
            assertNoOverflow(copy(4, field(1, BOOL)), "+", copy(1), copy(2), 3),
          ),
          block(
            [
              set(1, use(move(4, field(0, I32)))),
              set(5, checked("+", copy(2), number(1, I32), I32)),
            ],
            assertNoOverflow(copy(5, field(1, BOOL)), "+", copy(2), number(1, I32), 5),
          ),
          block([set(0, use(copy(1)))], ret),
          block([set(2, use(move(5, field(0, I32))))], goto(1)),
        ],
      ),
    });
    assert.equal(show(machine), "ok 499500");
  });

  it("panics on overflow with rustc's words", () => {
    const machine = machineOf(
      {
        0: body(
          0,
          0,
          [I32, CHECKED, I32],
          [
            block(
              [
                set(2, use(number(2147483647, I32))),
                set(1, checked("+", copy(2), number(1, I32), I32)),
              ],
              assertNoOverflow(copy(1, field(1, BOOL)), "+", copy(2), number(1, I32), 1),
            ),
            block([set(0, use(copy(1, field(0, I32))))], ret),
          ],
        ),
      },
      new Map(),
      { locate: () => "src/main.rs:3:5" },
    );
    assert.equal(
      show(machine),
      '{"kind":"exit","code":101} \nthread \'main\' (1) panicked at src/main.rs:3:5:\nattempt to add with overflow\n',
    );
  });

  it("calls, recursively", () => {
    // fn fib(n) = if n < 2 { n } else { fib(n - 1) + fib(n - 2) }
    const machine = machineOf({
      0: body(0, 0, [I32], [block([], call(fnItem(1), [number(15, I32)], 0, 1)), block([], ret)]),
      1: body(
        1,
        1,
        [I32, I32, BOOL, I32, I32, I32],
        [
          block([set(2, binary("<", copy(1), number(2, I32), BOOL))], branch(copy(2), 0, 2, 1)),
          block([set(0, use(copy(1)))], ret),
          block(
            [set(3, binary("-", copy(1), number(1, I32), I32))],
            call(fnItem(1), [copy(3)], 4, 3),
          ),
          block(
            [set(3, binary("-", copy(1), number(2, I32), I32))],
            call(fnItem(1), [copy(3)], 5, 4),
          ),
          block([set(0, binary("+", copy(4), copy(5), I32))], ret),
        ],
      ),
    });
    assert.equal(show(machine), "ok 610");
  });

  it("stores through references into another frame and into arrays", () => {
    const array = tcx.array(I32, tcx.constValue(3n, USIZE));
    const pointer = tcx.ref(tcx.erased, array, true);
    const machine = machineOf({
      0: body(
        0,
        0,
        [I32, array, pointer, tcx.unit, USIZE],
        [
          block(
            [
              set(1, {
                kind: "aggregate",
                aggregate: { kind: "array", ty: I32 },
                operands: [number(1, I32), number(2, I32), number(3, I32)],
              }),
              set(2, ref(at(1))),
            ],
            call(fnItem(1), [copy(2), number(2, USIZE)], 3, 1),
          ),
          block([set(4, use(number(2, USIZE))), set(0, use(copy(1, indexBy(4))))], ret),
        ],
      ),
      1: body(
        1,
        2,
        [tcx.unit, pointer, USIZE],
        [
          block(
            [
              set(
                at(1, deref, indexBy(2)),
                binary("*", copy(1, deref, indexBy(2)), number(14, I32), I32),
              ),
            ],
            ret,
          ),
        ],
      ),
    });
    assert.equal(show(machine), "ok 42");
  });

  it("finds the use of an uninitialised value", () => {
    const machine = machineOf({
      0: body(0, 0, [I32, I32], [block([set(0, binary("+", copy(1), number(1, I32), I32))], ret)]),
    });
    assert.match(show(machine), /undefinedBehaviour.*uninitialised/);
  });

  it("aborts when the stack is full", () => {
    const machine = machineOf({
      0: body(0, 0, [I32], [block([], call(fnItem(0), [], 0, 1)), block([], ret)]),
    });
    assert.match(
      show(machine),
      /"kind":"abort","message":"stack overflow".*\nthread 'main' \(1\) has overflowed its stack\nfatal runtime error: stack overflow, aborting/s,
    );
  });

  it("stops an endless loop at the limit", () => {
    const machine = machineOf({ 0: body(0, 0, [I32], [block([], goto(0))]) }, new Map(), {
      limits: { steps: 10_000 },
    });
    assert.match(
      show(machine),
      /"kind":"limit","what":"steps without a visible operation","limit":10000/,
    );
  });
});

describe("machine: unwinding", () => {
  const panicking: Primitive = { run: () => ({ kind: "unwind", payload: [7] }) };
  const note: Primitive = {
    run(cx) {
      cx.state.stdout += `${String(cx.args[0]?.[0])};`;
      return { kind: "value", cells: [] };
    },
  };
  const table: PrimitiveTable = new Map([
    ["panic", panicking],
    ["note", note],
  ]);

  it("runs the cleanup of every frame on the way", () => {
    const machine = machineOf(
      {
        0: body(
          0,
          0,
          [I32, tcx.unit],
          [
            block([], call(fnItem(1), [], 1, 1, 2)),
            block([], ret),
            cleanup([], call(fnItem(3), [number(2, I32)], 1, 3)),
            cleanup([], resume),
          ],
        ),
        1: body(
          1,
          0,
          [tcx.unit, tcx.unit],
          [
            block([], call(fnItem(2), [], 1, 1, 2)),
            block([], ret),
            cleanup([], call(fnItem(3), [number(1, I32)], 1, 3)),
            cleanup([], resume),
          ],
        ),
        2: "panic",
        3: "note",
      },
      table,
    );
    const state = settle(machine, initialState(machine));
    assert.equal(state.stdout, "1;2;");
    assert.deepEqual(state.status, { kind: "exit", code: 101 });
  });

  it("aborts when a panic leaves a cleanup", () => {
    const machine = machineOf(
      {
        0: body(
          0,
          0,
          [I32, tcx.unit],
          [
            block([], call(fnItem(2), [], 1, 1, 2)),
            block([], ret),
            cleanup([], call(fnItem(2), [], 1, 3)),
            cleanup([], resume),
          ],
        ),
        2: "panic",
      },
      table,
    );
    const state = settle(machine, initialState(machine));
    assert.deepEqual(state.status, {
      kind: "abort",
      message: "panic in a destructor during cleanup",
    });
    assert.match(state.stderr, /thread caused non-unwinding panic\. aborting\.\n$/);
  });
});

/** Two threads that each print their number twice: 6 interleavings. */
function printers(): Machine {
  const print: Primitive = {
    visible: () => ({ name: "print", object: undefined, target: "process", access: "write" }),
    run(cx) {
      appendStdout(cx.state, String(cx.args[0]?.[0]));
      return { kind: "value", cells: [] };
    },
  };
  const spawn: Primitive = {
    run(cx) {
      spawnThread(
        cx.machine,
        cx.state,
        cx.thread,
        cx.machine.program.resolve(1 as never, []),
        cx.args[0] ?? [],
        undefined,
      );
      return { kind: "value", cells: [] };
    },
  };
  const table: PrimitiveTable = new Map([
    ["print", print],
    ["spawn", spawn],
  ]);
  return machineOf(
    {
      0: body(
        0,
        0,
        [I32, tcx.unit],
        [
          block([], call(fnItem(3), [number(1, I32)], 1, 1)),
          block([], call(fnItem(3), [number(2, I32)], 1, 2)),
          block([], call(fnItem(2), [number(0, I32)], 1, 3)),
          block([], ret),
        ],
      ),
      1: body(
        1,
        1,
        [tcx.unit, I32],
        [
          block([], call(fnItem(2), [copy(1)], 0, 1)),
          block([], call(fnItem(2), [copy(1)], 0, 2)),
          block([], ret),
        ],
      ),
      2: "print",
      3: "spawn",
    },
    table,
  );
}

describe("machine: choices", () => {
  it("stops every thread before its visible operation, the spawned ones too", () => {
    const machine = printers();
    const state = settle(machine, initialState(machine));
    assert.deepEqual(
      enabledChoices(machine, state).map((choice) => choice.thread),
      [0, 1, 2],
    );
    assert.equal(pendingOp(machine, state, MAIN)?.name, "print");
    assert.equal(state.stdout, "");
  });

  it("gives equal states and hashes for equal choices, and leaves the state before alone", () => {
    const machine = printers();
    const start = settle(machine, initialState(machine));
    const before = hashState(machine, start);
    const first = step(machine, start, { thread: 1 as ThreadId, alternative: 0 });
    const second = step(machine, start, { thread: 1 as ThreadId, alternative: 0 });
    assert.equal(hashState(machine, start), before);
    assert.equal(start.stdout, "");
    assert.equal(hashState(machine, first), hashState(machine, second));
    assert.notEqual(hashState(machine, first), before);
  });

  it("does not depend on the order in which independent threads went on", () => {
    const machine = printers();
    const go = (...threads: number[]): State =>
      threads.reduce(
        (state, thread) => step(machine, state, { thread: thread as ThreadId, alternative: 0 }),
        settle(machine, initialState(machine)),
      );
    assert.equal(
      hashState(machine, go(1, 2), { stdout: false }),
      hashState(machine, go(2, 1), { stdout: false }),
    );
    assert.notEqual(hashState(machine, go(1, 2)), hashState(machine, go(2, 1)));
    assert.notEqual(
      hashState(machine, go(1, 1), { stdout: false }),
      hashState(machine, go(1, 2), { stdout: false }),
    );
  });

  it("cuts long running up by fuel without changing the outcome", () => {
    const machine = printers();
    const whole = settle(machine, initialState(machine));
    let pieces = initialState(machine);
    for (let turns = 0; pieces.running.length > 0 && turns < 100; turns++)
      pieces = runToVisible(machine, pieces, { fuel: 1 });
    assert.equal(hashState(machine, pieces), hashState(machine, whole));
  });
});

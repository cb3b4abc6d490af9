import assert from "node:assert/strict";
import { equalStates } from "../../src/machine/state/equal.ts";
import { hashState } from "../../src/machine/state/hash.ts";
import type { Machine } from "../../src/machine/machine.ts";
import { enabledChoices } from "../../src/machine/run/pending.ts";
import { initialState, runToVisible, settle, step } from "../../src/machine/step.ts";
import type { State } from "../../src/machine/state/state.ts";
import { machineFor, runText } from "../support/runText.ts";

const counter = (threads: number): string => `
use std::sync::{Arc, Mutex};
use std::thread;
fn main() {
    let counter = Arc::new(Mutex::new(0));
    let mut handles = vec![];
    for _ in 0..${threads} {
        let counter = Arc::clone(&counter);
        handles.push(thread::spawn(move || {
            let mut num = counter.lock().unwrap();
            *num += 1;
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    println!("Result: {}", *counter.lock().unwrap());
}`;

const ABBA = `
use std::sync::Mutex;
use std::thread;
static A: Mutex<i32> = Mutex::new(1);
static B: Mutex<i32> = Mutex::new(2);
fn main() {
    let t = thread::spawn(|| { let a = A.lock().unwrap(); let b = B.lock().unwrap(); println!("{}", *a + *b); });
    { let b = B.lock().unwrap(); let a = A.lock().unwrap(); println!("{}", *a - *b); }
    t.join().unwrap();
}`;

const CHANNEL = `
use std::sync::mpsc;
use std::thread;
fn main() {
    let (tx, rx) = mpsc::channel::<String>();
    let tx2 = tx.clone();
    thread::spawn(move || { tx.send(String::from("a")).unwrap(); tx.send(format!("{}", 1)).unwrap(); });
    thread::spawn(move || { tx2.send("b".to_string()).unwrap(); });
    let mut all: Vec<String> = rx.iter().collect();
    all.sort();
    println!("{all:?}");
}`;

interface Explored {
  readonly states: number;
  readonly steps: number;
  readonly endings: readonly string[];
}

/** Every state, depth first; `meet` sees a state that was there before and the one that has come again. */
function exploreAll(machine: Machine, meet: (before: State, again: State) => void): Explored {
  const start = settle(machine, initialState(machine));
  const seen = new Map<string, State>([[hashState(machine, start), start]]);
  const endings = new Set<string>();
  const stack = [start];
  let steps = 0;
  for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
    const choices = enabledChoices(machine, state);
    if (choices.length === 0) endings.add(`${state.status?.kind ?? "deadlock"} ${state.stdout}`);
    for (const choice of choices) {
      steps++;
      const next = settle(machine, step(machine, state, choice));
      const key = hashState(machine, next);
      const before = seen.get(key);
      if (before) meet(before, next);
      else {
        seen.set(key, next);
        stack.push(next);
      }
    }
  }
  return { states: seen.size, steps, endings: [...endings].sort() };
}

/** The same program as an abstract machine: main spawns, joins, locks, prints, unlocks, ends; threads lock, unlock, end. */
function countCounterStates(n: number): { states: number; steps: number } {
  const start = [0, ...Array<number>(n).fill(-1)];
  const seen = new Set([start.join()]);
  const stack = [start];
  let steps = 0;
  const visit = (next: number[]): void => {
    steps++;
    if (seen.has(next.join())) return;
    seen.add(next.join());
    stack.push(next);
  };
  for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
    const [main = 0, ...threads] = state;
    const withThread = (index: number, value: number, at = main): number[] => [
      at,
      ...threads.map((each, i) => (i === index ? value : each)),
    ];
    const held = threads.includes(1) || main === 2 * n + 1 || main === 2 * n + 2;
    if (main < n) visit(withThread(main, 0, main + 1));
    else if (main < 2 * n) {
      if (threads[main - n] === 3) visit(withThread(main - n, 4, main + 1));
    } else if (main < 2 * n + 4 && !(main === 2 * n && held)) visit(withThread(-1, 0, main + 1));
    if (main < 2 * n + 4)
      threads.forEach((each, i) => {
        if (each === 1 || each === 2 || (each === 0 && !held)) visit(withThread(i, each + 1));
      });
  }
  return { states: seen.size, steps };
}

describe("machine: states of real programs", () => {
  it("are as many as the program's own model has", () => {
    for (const threads of [2, 4]) {
      const { states, steps, endings } = exploreAll(machineFor(counter(threads)), () => {});
      assert.deepEqual({ states, steps }, countCounterStates(threads));
      assert.deepEqual(endings, [`exit Result: ${threads}\n`]);
    }
  });

  it("are equal where their hashes are", () => {
    for (const source of [counter(3), ABBA, CHANNEL]) {
      const machine = machineFor(source);
      let met = 0;
      exploreAll(machine, (before, again) => {
        met++;
        assert.ok(equalStates(machine, before, again));
      });
      assert.ok(met > 0);
    }
  });

  it("end as they can end", () => {
    assert.deepEqual(exploreAll(machineFor(ABBA), () => {}).endings, [
      "deadlock ",
      "exit -1\n3\n",
      "exit 3\n-1\n",
    ]);
    assert.deepEqual(exploreAll(machineFor(CHANNEL), () => {}).endings, ['exit ["1", "a", "b"]\n']);
  });

  it("come out the same whether a step runs in one go or in pieces, and leave the state before alone", () => {
    const machine = machineFor(CHANNEL);
    let state = settle(machine, initialState(machine));
    for (let turn = 0; state.status === undefined; turn++) {
      const choices = enabledChoices(machine, state);
      const choice = choices[turn % choices.length];
      if (choice === undefined) break;
      const before = hashState(machine, state);
      const whole = settle(machine, step(machine, state, choice));
      let pieces = step(machine, state, choice, { fuel: 7 });
      while (pieces.running.length > 0) pieces = runToVisible(machine, pieces, { fuel: 7 });
      assert.equal(hashState(machine, pieces), hashState(machine, whole));
      assert.equal(hashState(machine, state), before);
      state = whole;
    }
    assert.equal(state.stdout, '["1", "a", "b"]\n');
  });

  it("tell of lines while a trace is recorded", () => {
    const { machine } = runText(
      "fn main() {\n    let a = 1;\n    let b = a + 1;\n    drop(b);\n}\n",
    );
    const lines: number[] = [];
    settle(
      machine,
      initialState(machine),
      (event) => event.kind === "line" && lines.push(machine.lineOf(event.span)),
    );
    assert.deepEqual(lines, [2, 3, 4, 5]);
  });
});

// What a thread does before anybody asks: opens std and plays a program of its own once, so that the engine's code is compiled
// and the bodies that most programs reach are there. Nothing of it is kept but that.

import type { Steps } from "../base/steps.ts";
import type { Engine } from "../driver/engine.ts";
import { startExploration } from "../driver/exploreProgram.ts";
import { prepare } from "../driver/program.ts";
import { recordRun } from "../driver/record.ts";
import { schedulerStrategy } from "../driver/scheduler.ts";

/** Reaches what programs with threads have in common: sharing, locking, a channel, joining, printing. */
const PROGRAM = `use std::sync::{mpsc, Arc, Mutex};
use std::thread;

fn main() {
    let total = Arc::new(Mutex::new(0));
    let (sender, receiver) = mpsc::channel();
    let mut handles = Vec::new();
    for number in 0..2 {
        let total = Arc::clone(&total);
        let sender = sender.clone();
        handles.push(thread::spawn(move || {
            *total.lock().unwrap() += number;
            sender.send(number).unwrap();
        }));
    }
    drop(sender);
    for handle in handles {
        handle.join().unwrap();
    }
    for number in receiver {
        println!("{number}");
    }
    println!("{}", *total.lock().unwrap());
}
`;

const PICTURES = 20;
const STATES = 200;
const OPERATIONS = 1000;

/** Whoever asks for something meanwhile need not wait for the end: each piece saves a request as much as it takes. */
export function* warmUp(engine: Engine): Steps<void> {
  engine.std();
  yield;
  const analysis = engine.analyze(PROGRAM, { file: "main.rs" });
  yield;
  yield* analysis.diagnosing();
  const program = prepare(analysis, { path: undefined, at: undefined });
  if (program.kind !== "ready") return;
  yield;
  const strategy = schedulerStrategy(program, { kind: "roundRobin" });
  if (typeof strategy !== "string") recordRun(program, strategy, PICTURES);
  yield;
  const { exploration, verdict } = startExploration(program, { maxStates: STATES, maxWalks: 0 });
  while (exploration.deciding) {
    exploration.advance(OPERATIONS);
    yield;
  }
  verdict(0);
}

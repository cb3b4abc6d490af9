// A walk through all that a program's threads may do, from an entry: which locks are held where, what waits, what runs meanwhile.
//
// Abstract interpretation of instances (no generics are left): a forward dataflow per frame, calls of the user's functions
// followed in their context, the state flowing through them. Facts about values are *must* facts (`values.ts`), so that what
// is said of a lock holds on every way that leads to the place. std's functions are not followed unless they are handed
// a closure of the user's: what they do to threads and locks is declared there (`#[lockstep::effect]`, `spawns`, `guard`,
// `end`, `access`). Unwinding is left out. Allocations are named by where they happen; when one happens again, what was
// known of the earlier object is forgotten (the recency abstraction of Balakrishnan and Reps).
//
// Not modelled: recursion, trait objects, function pointers, guards and handles in collections: nothing is known of those,
// and where such code might wait for a thread, it is taken to have done so.

import type { DefId } from "../../hir/defs.ts";
import type { MirContext } from "../../mir/context.ts";
import { elaboratedMir } from "../../mir/elaborate.ts";
import { instanceBody, resolveInstance } from "../../mir/instances.ts";
import type { BlockId, Body, Rvalue, Statement } from "../../mir/mir.ts";
import { callFunction, dropValue } from "./calls.ts";
import type { Behaviour } from "./events.ts";
import type { Entered, Frame, Returned, Walk } from "./frame.ts";
import { assign, operandValue, spotOf, takeOperand } from "./places.ts";
import { ordinarySuccessors, shapeOf } from "./shape.ts";
import { cloneState, joinState, leaveFrame, load, newState, store, type State } from "./state.ts";
import type { Known } from "./values.ts";

const BUDGET = 12_000;
const DEPTH = 20;

/** Follows the program that starts with a function without parameters, or with unknown ones. */
export function behaviourOf(cx: MirContext, entry: DefId): Behaviour {
  const walk: Walk = {
    cx,
    events: new Map(),
    threads: new Map(),
    shapes: new Map(),
    silent: new Map(),
    budget: BUDGET,
    run: runInstance,
  };
  const root = "t";
  walk.threads.set(root, {
    id: root,
    parent: undefined,
    span: undefined,
    running: new Set(),
    perhaps: new Set(),
  });
  const generic = cx.ty.genericsOf(entry).count > 0;
  const body = generic
    ? elaboratedMir(cx, { def: entry })
    : instanceBody(cx, resolveInstance(cx, entry, []));
  if (body !== undefined && !generic) {
    const state = newState();
    for (let local = 1; local <= body.argCount; local++) {
      const ty = body.locals[local]?.ty;
      if (ty?.kind === "ref")
        state.memory.set(`${root}:${local}`, {
          kind: "pointer",
          to: { root: `argument ${local}`, path: [] },
        });
    }
    runBody(
      walk,
      {
        id: root,
        thread: root,
        body,
        instance: `${entry}`,
        path: [],
        caller: undefined,
        sure: true,
        repeated: false,
      },
      state,
    );
  }
  return {
    entry,
    events: walk.budget > 0 ? [...walk.events.values()] : [],
    threads: walk.threads,
    followed: walk.budget > 0,
  };
}

/** Runs an instance's code in a frame of its own; undefined where it cannot be followed. */
function runInstance(walk: Walk, call: Entered, state: State): Returned | undefined {
  const { instance, args, caller } = call;
  const body = instanceBody(walk.cx, instance);
  if (body === undefined || isRunning(caller, instance.key)) return undefined;
  for (let local = 1; local <= body.argCount; local++)
    store(state, { root: `${call.id}:${local}`, path: [] }, argument(body, args, local));
  return runBody(walk, { ...call, body, instance: instance.key }, state);
}

/** Closures are called with a tuple, whose fields fill the last arguments. */
function argument(body: Body, args: readonly Known[], local: number): Known {
  if (body.untuple !== true || local < args.length) return args[local - 1];
  const tuple = args.at(-1);
  return tuple?.kind === "aggregate" ? tuple.fields[local - args.length] : undefined;
}

function isRunning(caller: Frame | undefined, key: string): boolean {
  let depth = 0;
  for (let at = caller; at !== undefined; at = at.caller) {
    if (at.instance === key || ++depth > DEPTH) return true;
  }
  return false;
}

function runBody(walk: Walk, given: Omit<Frame, "shape">, start: State): Returned {
  let shape = walk.shapes.get(given.body);
  if (shape === undefined) walk.shapes.set(given.body, (shape = shapeOf(given.body)));
  const frame: Frame = { ...given, shape };
  const { blocks } = frame.body;
  const entries: (State | undefined)[] = [start];
  const waiting = new Set<number>([0]);
  let end: State | undefined;
  while (waiting.size > 0) {
    const block = Math.min(...waiting) as BlockId;
    waiting.delete(block);
    if (walk.budget-- <= 0) return { state: undefined, value: undefined };
    const state = cloneState(entries[block] as State);
    const data = blocks[block] as Body["blocks"][number];
    for (const statement of data.statements) runStatement(walk, frame, state, statement);
    if (data.terminator.kind === "return") {
      if (end === undefined) end = state;
      else joinState(end, state);
      continue;
    }
    for (const [next, out] of leaveBlock(walk, frame, state, block)) {
      const known = entries[next];
      if (known === undefined) entries[next] = cloneState(out);
      if (known === undefined || joinState(known, out)) waiting.add(next);
    }
  }
  const value = end === undefined ? undefined : load(end, { root: `${frame.id}:0`, path: [] });
  if (end !== undefined) leaveFrame(end, frame.id);
  return { state: end, value };
}

function leaveBlock(
  walk: Walk,
  frame: Frame,
  state: State,
  block: BlockId,
): readonly (readonly [BlockId, State])[] {
  const { terminator } = frame.body.blocks[block] as Body["blocks"][number];
  switch (terminator.kind) {
    case "call": {
      const { state: after, value } = callFunction(walk, frame, state, terminator, block);
      if (after === undefined || terminator.target === undefined) return [];
      assign(walk, frame, after, terminator.destination, value);
      return [[terminator.target, after]];
    }
    case "drop":
      dropValue(walk, frame, state, terminator.place, block, terminator.span);
      return [[terminator.target, state]];
    case "switch": {
      const tested = operandValue(walk, frame, state, terminator.operand);
      if (tested?.kind === "int") {
        const index = terminator.values.indexOf(tested.value);
        return [[terminator.targets[index] ?? terminator.otherwise, state]];
      }
      return ordinarySuccessors(terminator).map((next) => [next, state] as const);
    }
    default:
      return ordinarySuccessors(terminator).map((next) => [next, state] as const);
  }
}

// ---- statements

function runStatement(walk: Walk, frame: Frame, state: State, statement: Statement): void {
  if (statement.kind === "storageLive" || statement.kind === "storageDead") {
    state.memory.delete(`${frame.id}:${statement.local}`);
    return;
  }
  if (statement.kind !== "assign") return;
  const value = rvalue(walk, frame, state, statement.value);
  assign(walk, frame, state, statement.place, value);
}

function rvalue(walk: Walk, frame: Frame, state: State, value: Rvalue): Known {
  switch (value.kind) {
    case "use":
      return takeOperand(walk, frame, state, value.operand);
    case "cast": {
      const from = takeOperand(walk, frame, state, value.operand);
      return from?.kind === "int" ? undefined : from;
    }
    case "ref":
    case "rawPtr": {
      const to = spotOf(walk, frame, state, value.place);
      return to && { kind: "pointer", to };
    }
    case "binary":
    case "checkedBinary": {
      const parts = [value.left, value.right].map((one) => operandValue(walk, frame, state, one));
      const from = parts.find((part) => part?.kind === "loaded");
      if (from === undefined || COMPARISONS.has(value.op)) return undefined;
      return value.kind === "binary"
        ? from
        : { kind: "aggregate", tag: "tuple", fields: [from, undefined] };
    }
    case "unary":
      return onlyLoaded(operandValue(walk, frame, state, value.operand));
    case "aggregate": {
      const fields = value.operands.map((one) => takeOperand(walk, frame, state, one));
      if (value.aggregate.kind === "array") {
        return { kind: "aggregate", tag: "array", fields };
      }
      if (value.aggregate.kind !== "adt")
        return { kind: "aggregate", tag: value.aggregate.kind, fields };
      const { def, variant, args } = value.aggregate;
      const tag = `${def}.${variant}`;
      const isEnum = walk.cx.ty.adt(def).variants.length > 1;
      // An enum's content stands for the enum: which variant it is, is not followed.
      if (isEnum) return fields.length === 1 && args.length > 0 ? fields[0] : undefined;
      return { kind: "aggregate", tag, fields };
    }
    default:
      return undefined;
  }
}

const COMPARISONS: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">=", "&&", "||"]);

function onlyLoaded(value: Known): Known {
  return value?.kind === "loaded" ? value : undefined;
}

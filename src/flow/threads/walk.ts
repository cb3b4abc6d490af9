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

import { isStdSpan, type Span } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import { elaboratedMir } from "../../mir/elaborate.ts";
import type { MirContext } from "../../mir/context.ts";
import type { Instance } from "../../mir/instance.ts";
import { instanceBody, resolveInstance } from "../../mir/instances.ts";
import type { BlockId, Body, Local, Operand, Place, Rvalue, Statement } from "../../mir/mir.ts";
import { placeTy } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import { guardIn } from "../guardTys.ts";
import { callFunction, dropValue } from "./calls.ts";
import type { Behaviour, ThreadEvent, ThreadInfo } from "./events.ts";
import { ordinarySuccessors, shapeOf, type Shape } from "./shape.ts";
import { cloneState, joinState, leaveFrame, load, newState, store, type State } from "./state.ts";
import { inside, type Known, type Spot } from "./values.ts";

export interface Walk {
  readonly cx: MirContext;
  readonly events: Map<string, ThreadEvent>;
  readonly threads: Map<string, ThreadInfo>;
  readonly shapes: Map<Body, Shape>;
  /** Blocks that may still be visited. */
  budget: number;
}

export interface Frame {
  readonly id: string;
  readonly thread: string;
  readonly body: Body;
  readonly instance: string;
  /** The calls that lead here, outermost first, in the user's text. */
  readonly path: readonly Span[];
  readonly caller: Frame | undefined;
  readonly sure: boolean;
  /** Called in a loop of a function of this thread. */
  readonly repeated: boolean;
  readonly shape: Shape;
}

/** What a call does to the state, and what it gives; no state: it does not return. */
export interface Returned {
  readonly state: State | undefined;
  readonly value: Known;
}

const BUDGET = 30_000;
const DEPTH = 20;

/** Follows the program that starts with a function without parameters, or with unknown ones. */
export function behaviourOf(cx: MirContext, entry: DefId): Behaviour {
  const walk: Walk = {
    cx,
    events: new Map(),
    threads: new Map(),
    shapes: new Map(),
    budget: BUDGET,
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
export function runInstance(
  walk: Walk,
  call: {
    readonly instance: Instance;
    readonly id: string;
    readonly thread: string;
    readonly path: readonly Span[];
    readonly caller: Frame | undefined;
    readonly sure: boolean;
    readonly repeated: boolean;
    readonly args: readonly Known[];
  },
  state: State,
): Returned | undefined {
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

export function assign(walk: Walk, frame: Frame, state: State, place: Place, value: Known): void {
  const spot = spotOf(walk, frame, state, place);
  if (spot !== undefined) store(state, spot, value);
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

export function operandValue(walk: Walk, frame: Frame, state: State, operand: Operand): Known {
  if (operand.kind !== "constant") return valueAt(walk, frame, state, operand.place);
  const { constant } = operand;
  if (constant.kind === "int") return { kind: "int", value: constant.value };
  if (constant.kind === "bool") return { kind: "int", value: constant.value ? 1n : 0n };
  if (constant.kind === "static")
    return { kind: "pointer", to: { root: `static ${constant.def}`, path: [] } };
  return undefined;
}

/** The operand's value; what is moved is gone from where it was. */
export function takeOperand(walk: Walk, frame: Frame, state: State, operand: Operand): Known {
  const value = operandValue(walk, frame, state, operand);
  if (operand.kind === "move" && value !== undefined) {
    const spot = spotOf(walk, frame, state, operand.place);
    if (spot !== undefined) store(state, holderOf(state, spot), undefined);
  }
  return value;
}

/** A guard taken out of a `Result` leaves nothing in it. */
function holderOf(state: State, spot: Spot): Spot {
  for (let length = 0; length < spot.path.length; length++) {
    const outer = { root: spot.root, path: spot.path.slice(0, length) };
    const value = load(state, outer);
    if (value !== undefined && value.kind !== "aggregate") return outer;
  }
  return spot;
}

function valueAt(walk: Walk, frame: Frame, state: State, place: Place): Known {
  const spot = spotOf(walk, frame, state, place);
  if (spot === undefined) return undefined;
  const value = load(state, spot);
  const ty = placeTy(walk.cx, frame.body, place);
  if (value === undefined) return fixedPointer(spot, ty);
  if (value.kind !== "guard" || value.certain) return value;
  const guard = guardIn(walk.cx, ty);
  return guard === ty ? { ...value, certain: true } : value;
}

/** A pointer that is read from a place that nothing changes leads where it always leads. */
function fixedPointer(spot: Spot, ty: Ty): Known {
  if (ty.kind !== "ref" || ty.mutable || !isFixed(spot)) return undefined;
  return { kind: "pointer", to: inside(spot, "*") };
}

/** Statics, arguments behind a shared reference, and allocations: but not the data behind a lock. */
export function isFixed(spot: Spot): boolean {
  return !spot.path.includes("!") && !spot.root.includes(":");
}

/** The spot that a place means now. */
export function spotOf(walk: Walk, frame: Frame, state: State, place: Place): Spot | undefined {
  let spot: Spot = { root: `${frame.id}:${place.local}`, path: [] };
  let at: Place = { local: place.local, projections: [] };
  for (const step of place.projections) {
    switch (step.kind) {
      case "deref": {
        const value = load(state, spot) ?? fixedPointer(spot, placeTy(walk.cx, frame.body, at));
        if (value?.kind !== "pointer") return undefined;
        spot = value.to;
        break;
      }
      case "field":
        spot = inside(spot, `${step.index}`);
        break;
      case "constantIndex":
        if (step.fromEnd) return undefined;
        spot = inside(spot, `${step.offset}`);
        break;
      case "index": {
        const index = load(state, { root: `${frame.id}:${step.local}`, path: [] });
        if (index?.kind !== "int") return undefined;
        spot = inside(spot, `${index.value}`);
        break;
      }
      case "subslice":
        return undefined;
      case "downcast":
        break;
    }
    at = { local: at.local, projections: [...at.projections, step] };
  }
  return spot;
}

/** The innermost place in the user's text: the call itself, or the one that led into std. */
export function userSpan(frame: Frame, span: Span): Span {
  if (!isStdSpan(span)) return span;
  return frame.path.findLast((one) => !isStdSpan(one)) ?? span;
}

export function localSpot(frame: Frame, local: Local): Spot {
  return { root: `${frame.id}:${local}`, path: [] };
}

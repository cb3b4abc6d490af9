// Constants and statics evaluated: their bodies run to the end in a state of their own, then what the value refers to moves
// into the machine's images.
//
// A constant's value is kept for good, unless it contains a synchronisation object: then every use makes another one,
// and the body runs again in the state that uses it. Statics are evaluated once, their objects belong to nobody.

import { enterFrame, pushFrame } from "./calls.ts";
import type { Code, Constants, ConstantValue, DefId, EvaluatedConstant, Exec } from "../code.ts";
import { run, startExec } from "./exec.ts";
import { addConstant } from "../state/images.ts";
import { linkBody } from "../link/body.ts";
import type { Machine } from "../machine.ts";
import { allocThread, findMemory, heapId, pointerTo } from "../state/memory.ts";
import { findObject, objectThread } from "../state/objects.ts";
import { newState, newThread } from "../state/start.ts";
import { SCRATCH, STATICS } from "../state/state.ts";
import type { Memory, State } from "../state/state.ts";
import { unsupported } from "./trap.ts";
import type { Cell, ObjectHandle, ObjectId, Pointer } from "../state/value.ts";

export function createConstants(machine: Machine): Constants {
  const nested = new Map<unknown, Code>();
  const values = new Map<Code, ConstantValue>();
  const promoted = new Map<Code, Pointer>();
  const statics = new Map<DefId, Pointer>();
  const codeOf = (constant: EvaluatedConstant): Code =>
    constant.kind === "const"
      ? machine.codeOf(machine.program.resolve(constant.def, constant.args))
      : remember(nested, constant.key ?? constant.body, () =>
          linkBody(machine, constant.body, undefined, constant.args, "const"),
        );
  const value = (constant: EvaluatedConstant): ConstantValue => {
    const code = codeOf(constant);
    return remember(values, code, () => evaluateValue(machine, code));
  };
  return {
    value,
    run: (x, constant) => runConstant(x, codeOf(constant)),
    promoted: (constant) =>
      remember(promoted, codeOf(constant), () =>
        pointerTo(addConstant(machine, value(constant).cells.slice()), 0),
      ),
    staticPointer(def) {
      const known = statics.get(def);
      if (known) return known;
      const place = addStatic(machine);
      // Known before its initialiser runs, which may mention it.
      statics.set(def, pointerTo(place, 0));
      place.cells = evaluateStatic(machine, def);
      return pointerTo(place, 0);
    },
  };
}

function remember<K, V>(table: Map<K, V>, key: K, make: () => V): V {
  const known = table.get(key);
  if (known !== undefined) return known;
  const made = make();
  table.set(key, made);
  return made;
}

function evaluateValue(machine: Machine, code: Code): ConstantValue {
  const { state, cells } = evaluate(machine, code);
  const fresh = containsObject(machine, state, cells, new Set());
  return fresh ? { cells, fresh } : { cells: settle(machine, state, cells), fresh };
}

function evaluateStatic(machine: Machine, def: DefId): Cell[] {
  const { state, cells } = evaluate(machine, machine.codeOf(machine.program.resolve(def, [])));
  return settle(machine, state, cells);
}

function addStatic(machine: Machine): Memory {
  const { statics } = machine.images;
  const memory: Memory = {
    owner: 0,
    hash: undefined,
    id: heapId(STATICS, statics.length),
    generation: 0,
    cells: [],
  };
  statics.push(memory);
  return memory;
}

/** Runs a constant's body on top of the thread at hand. */
function runConstant(x: Exec, code: Code): readonly Cell[] {
  const { floor, alternative, frame } = x;
  const depth = x.thread.frames.length;
  const pc = frame.pc;
  enterFrame(x, pushFrame(x, code, "none"));
  x.floor = depth;
  x.alternative = undefined;
  const stop = run(x, x.machine.limits.constantSteps);
  x.floor = floor;
  x.alternative = alternative;
  if (stop !== "ended" || x.returned === undefined)
    return unsupported("a constant that cannot be evaluated", code.name);
  enterFrame(x, frame);
  frame.pc = pc;
  return x.returned;
}

function evaluate(
  machine: Machine,
  code: Code,
): { readonly state: State; readonly cells: readonly Cell[] } {
  const state = newState(machine);
  const thread = newThread(state, SCRATCH, []);
  const x = startExec(machine, state, thread, code);
  const stop = run(x, machine.limits.constantSteps);
  if (stop !== "ended" || x.returned === undefined)
    unsupported("a constant that cannot be evaluated", code.name);
  // The body's own frame stays: the value may refer to it.
  thread.frames.push(x.frame);
  return { state, cells: x.returned };
}

function containsObject(
  machine: Machine,
  state: State,
  cells: readonly Cell[],
  seen: Set<Memory>,
): boolean {
  return cells.some((cell) => {
    if (typeof cell !== "object") return false;
    if (cell.kind === "object") return objectThread(cell.id) === SCRATCH;
    if (cell.kind !== "pointer" || allocThread(cell.alloc) !== SCRATCH) return false;
    const memory = findMemory(machine, state, cell);
    if (memory === undefined || seen.has(memory)) return false;
    seen.add(memory);
    return containsObject(machine, state, memory.cells, seen);
  });
}

/** Copies what the cells refer to out of the scratch state and redirects them. */
function settle(machine: Machine, state: State, cells: readonly Cell[]): Cell[] {
  const moved = new Map<Memory, Memory>();
  const objects = new Map<ObjectId, ObjectHandle>();
  const move = (cell: Cell): Cell => {
    if (typeof cell !== "object") return cell;
    if (cell.kind === "object") return moveObject(machine, state, cell, objects);
    if (cell.kind !== "pointer" || allocThread(cell.alloc) !== SCRATCH) return cell;
    const memory = findMemory(machine, state, cell);
    if (memory === undefined) return cell;
    const known = moved.get(memory);
    const place = known ?? addConstant(machine, []);
    if (known === undefined) {
      moved.set(memory, place);
      place.cells = memory.cells.map(move);
    }
    return pointerTo(place, cell.offset, cell.meta);
  };
  return cells.map(move);
}

function moveObject(
  machine: Machine,
  state: State,
  handle: ObjectHandle,
  moved: Map<ObjectId, ObjectHandle>,
): ObjectHandle {
  if (objectThread(handle.id) !== SCRATCH) return handle;
  const known = moved.get(handle.id);
  const data = findObject(machine, state, handle.id);
  if (known || data === undefined) return known ?? handle;
  const id = heapId(STATICS, machine.staticObjects.length) as number as ObjectId;
  machine.staticObjects.push(data);
  const place: ObjectHandle = { kind: "object", id };
  moved.set(handle.id, place);
  return place;
}

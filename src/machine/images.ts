// Memory that no run changes: string literals, evaluated constants, and statics as they are before the first write.
//
// It is filled while code is linked and belongs to the machine. Ids depend on the order of linking but never change, so
// states of one machine agree about them. A static is evaluated when code that mentions it is linked; its initialiser is
// a constant expression, so the moment cannot be observed.

import { evaluateStatic } from "./consts.ts";
import type { DefId } from "./code.ts";
import type { Machine } from "./machine.ts";
import { heapId, pointerTo } from "./memory.ts";
import { CONSTANTS, STATICS } from "./state.ts";
import type { Memory } from "./state.ts";
import { encodeUtf8 } from "./utf8.ts";
import type { Cell, Pointer } from "./value.ts";

/** A `&'static str`. Equal texts share their cells. */
export function constantText(machine: Machine, text: string): Pointer {
  const known = machine.texts.get(text);
  if (known) return known;
  const bytes = encodeUtf8(text);
  const pointer = pointerTo(addConstant(machine, bytes), 0, bytes.length);
  machine.texts.set(text, pointer);
  return pointer;
}

export function constantBytes(machine: Machine, bytes: readonly number[], slice: boolean): Pointer {
  return pointerTo(addConstant(machine, bytes.slice()), 0, slice ? bytes.length : undefined);
}

export function addConstant(machine: Machine, cells: Cell[]): Memory {
  const { constants } = machine.images;
  const memory: Memory = {
    owner: 0, hash: undefined, id: heapId(CONSTANTS, constants.length), generation: 0, cells,
  };
  constants.push(memory);
  return memory;
}

export function staticPointer(machine: Machine, def: DefId): Pointer {
  const known = machine.statics.get(def);
  if (known) return known;
  const { statics } = machine.images;
  const memory: Memory = { owner: 0, hash: undefined, id: heapId(STATICS, statics.length), generation: 0, cells: [] };
  statics.push(memory);
  const pointer = pointerTo(memory, 0);
  machine.statics.set(def, pointer);
  memory.cells = evaluateStatic(machine, def);
  return pointer;
}

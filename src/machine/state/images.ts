// Memory that no run changes: string literals, evaluated constants, and statics as they are before the first write.
//
// It is filled while code is linked and belongs to the machine. Ids depend on the order of linking but never change, so
// states of one machine agree about them.

import type { Machine } from "../machine.ts";
import { heapId, pointerTo } from "./memory.ts";
import { CONSTANTS } from "./state.ts";
import type { Memory } from "./state.ts";
import { encodeUtf8 } from "../run/utf8.ts";
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
    owner: 0,
    hash: undefined,
    id: heapId(CONSTANTS, constants.length),
    generation: 0,
    cells,
  };
  constants.push(memory);
  return memory;
}

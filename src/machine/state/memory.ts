// Memory: allocations by (thread, slot), frames by (thread, depth), and the checked ways to reach their cells.
//
// An id names the slot, the pointer's generation says which tenant of the slot it was made for, so that a use after free is
// seen although slots are reused. Statics and constants that nobody wrote to lie in the machine's images and are shared
// by all states; the first write copies them into the state.
//
// Not modelled: provenance finer than the allocation (the locals of a frame are one); alignment; two states that differ only in whether a dangling pointer's
// slot has a new tenant hash alike.

import type { Span } from "../../base/span.ts";
import type { Machine } from "../machine.ts";
import { STATICS, frameMut, threadMut } from "./state.ts";
import type { Heap, Memory, State } from "./state.ts";
import { limitReached, undefinedBehaviour } from "../run/trap.ts";
import type { AllocId, Cell, Pointer, ThreadId } from "./value.ts";

/** Memory that all states of a machine share. */
export interface Images {
  /** By slot. Filled as statics are first linked; never changed. */
  readonly statics: Memory[];
  readonly constants: Memory[];
}

const THREAD_BITS = 10;
const THREAD_MASK = (1 << THREAD_BITS) - 1;
const MAX_SLOTS = 1 << 20;

export function heapId(thread: ThreadId, slot: number): AllocId {
  return (((slot + 1) << THREAD_BITS) | thread) as AllocId;
}

export function frameId(thread: ThreadId, depth: number): AllocId {
  return -((((depth + 1) << THREAD_BITS) | thread) >>> 0) as AllocId;
}

/** The thread that allocated it. */
export function allocThread(id: AllocId): ThreadId {
  return (Math.abs(id) & THREAD_MASK) as ThreadId;
}

export function allocSlot(id: AllocId): number {
  return (Math.abs(id) >> THREAD_BITS) - 1;
}

export function pointerTo(
  memory: Memory,
  offset: number,
  meta: Pointer["meta"] = undefined,
): Pointer {
  return { kind: "pointer", alloc: memory.id, offset, generation: memory.generation, meta };
}

/** A pointer that points nowhere: null, or the address that `dangling()` makes up. */
export function danglingPointer(address: number, meta: Pointer["meta"] = undefined): Pointer {
  return { kind: "pointer", alloc: 0 as AllocId, offset: address, generation: 0, meta };
}

/** What a pointer points into, or undefined when that is gone. */
export function findMemory(machine: Machine, state: State, pointer: Pointer): Memory | undefined {
  const id = pointer.alloc;
  const owner = Math.abs(id) & THREAD_MASK;
  const slot = (Math.abs(id) >> THREAD_BITS) - 1;
  const memory =
    id > 0
      ? (state.heaps[owner]?.slots[slot] ?? imageOf(machine, owner, slot))
      : id < 0
        ? state.threads[owner]?.frames[slot]
        : undefined;
  return memory !== undefined && memory.generation === pointer.generation ? memory : undefined;
}

/** What stands under an id now, whatever its generation; statics that were never written to are left out. */
export function memoryById(state: State, id: AllocId): Memory | undefined {
  const slots =
    id > 0 ? state.heaps[allocThread(id)]?.slots : state.threads[allocThread(id)]?.frames;
  return slots?.[allocSlot(id)];
}

/** Whether the tenant of that generation still has the slot. */
export function isAllocated(state: State, id: AllocId, generation: number): boolean {
  return generationOf(state, id) === generation;
}

/** The generation of the present tenant; -1 where there is none. Statics have no tenants but themselves. */
export function generationOf(state: State, id: AllocId): number {
  const owner = Math.abs(id) & THREAD_MASK;
  if (owner >= STATICS) return 0;
  const slot = (Math.abs(id) >> THREAD_BITS) - 1;
  const memory = id > 0 ? state.heaps[owner]?.slots[slot] : state.threads[owner]?.frames[slot];
  return memory?.generation ?? -1;
}

/** For reading. Traps where there is nothing. */
export function readable(machine: Machine, state: State, pointer: Pointer): Memory {
  const memory = findMemory(machine, state, pointer);
  return memory ?? dangling(pointer);
}

/** For writing: a copy that belongs to the state, unless it already does. */
export function writable(machine: Machine, state: State, pointer: Pointer): Memory {
  const memory = findMemory(machine, state, pointer);
  if (memory === undefined) return dangling(pointer);
  return memory.owner === state.owner ? memory : makeOwned(state, memory);
}

export function makeOwned(state: State, memory: Memory): Memory {
  const owner = allocThread(memory.id);
  const slot = allocSlot(memory.id);
  if (memory.id < 0) return frameMut(state, threadMut(state, owner), slot);
  const heap = heapMut(state, owner);
  const copy: Memory = {
    owner: state.owner,
    hash: undefined,
    id: memory.id,
    generation: memory.generation,
    cells: memory.cells.slice(),
    site: memory.site,
  };
  heap.slots[slot] = copy;
  return copy;
}

/** Checks that `count` cells from the pointer on exist. */
export function checkRange(memory: Memory, offset: number, count: number): void {
  if (count > 0 && (offset < 0 || offset + count > memory.cells.length)) {
    undefinedBehaviour("memory access outside of the allocation");
  }
}

export function loadCells(machine: Machine, state: State, pointer: Pointer, count: number): Cell[] {
  if (count === 0) return [];
  const memory = readable(machine, state, pointer);
  checkRange(memory, pointer.offset, count);
  return memory.cells.slice(pointer.offset, pointer.offset + count);
}

export function loadCell(machine: Machine, state: State, pointer: Pointer): Cell {
  const memory = readable(machine, state, pointer);
  checkRange(memory, pointer.offset, 1);
  return memory.cells[pointer.offset];
}

export function storeCells(
  machine: Machine,
  state: State,
  pointer: Pointer,
  cells: readonly Cell[],
): void {
  if (cells.length === 0) return;
  const memory = writable(machine, state, pointer);
  checkRange(memory, pointer.offset, cells.length);
  for (let i = 0; i < cells.length; i++) memory.cells[pointer.offset + i] = cells[i];
}

/** A new block of uninitialised cells in the lowest free slot of the thread. */
export function allocateCells(
  machine: Machine,
  state: State,
  thread: ThreadId,
  count: number,
  site?: Span,
): Pointer {
  const heap = heapMut(state, thread);
  const slot = freeSlot(heap.slots, heap.lowest);
  heap.lowest = slot + 1;
  if (slot >= MAX_SLOTS) limitReached("allocations", MAX_SLOTS);
  state.cellCount += count;
  if (state.cellCount > machine.limits.cells) limitReached("memory cells", machine.limits.cells);
  const memory: Memory = {
    owner: state.owner,
    hash: undefined,
    id: heapId(thread, slot),
    generation: heap.made++,
    cells: new Array<Cell>(count).fill(undefined),
    site,
  };
  heap.slots[slot] = memory;
  return pointerTo(memory, 0);
}

export function freeAlloc(machine: Machine, state: State, pointer: Pointer): void {
  const memory = findMemory(machine, state, pointer);
  if (memory === undefined) undefinedBehaviour("memory freed twice");
  if (memory.id < 0 || pointer.offset !== 0)
    undefinedBehaviour("freed memory that was not allocated on the heap");
  const owner = allocThread(memory.id);
  if (owner >= STATICS) undefinedBehaviour("freed a static");
  const heap = heapMut(state, owner);
  const slot = allocSlot(memory.id);
  heap.slots[slot] = undefined;
  heap.lowest = Math.min(heap.lowest, slot);
  state.cellCount -= memory.cells.length;
}

/** Grows or shrinks a block. It keeps its slot, but old pointers dangle. */
export function resizeAlloc(
  machine: Machine,
  state: State,
  pointer: Pointer,
  count: number,
): Pointer {
  const memory = writable(machine, state, pointer);
  if (memory.id < 0 || pointer.offset !== 0)
    undefinedBehaviour("resized memory that was not allocated on the heap");
  const old = memory.cells.length;
  state.cellCount += count - old;
  if (state.cellCount > machine.limits.cells) limitReached("memory cells", machine.limits.cells);
  const { cells } = memory;
  cells.length = count;
  if (count > old) cells.fill(undefined, old);
  const heap = heapMut(state, allocThread(memory.id));
  const moved: Memory = {
    owner: state.owner,
    hash: undefined,
    id: memory.id,
    generation: heap.made++,
    cells,
    site: memory.site,
  };
  heap.slots[allocSlot(memory.id)] = moved;
  return pointerTo(moved, 0);
}

/** The lowest index from `from` on at which the table has nothing. */
export function freeSlot(slots: readonly unknown[], from: number): number {
  let slot = from;
  while (slots[slot] !== undefined) slot++;
  return slot;
}

function imageOf(machine: Machine, owner: number, slot: number): Memory | undefined {
  if (owner < STATICS) return undefined;
  return owner === STATICS ? machine.images.statics[slot] : machine.images.constants[slot];
}

function heapMut(state: State, thread: ThreadId): Heap {
  const heap = state.heaps[thread];
  if (heap?.owner === state.owner) return heap;
  const copy: Heap = heap
    ? {
        owner: state.owner,
        hash: undefined,
        slots: heap.slots.slice(),
        lowest: heap.lowest,
        made: heap.made,
      }
    : { owner: state.owner, hash: undefined, slots: [], lowest: 0, made: 1 };
  state.heaps[thread] = copy;
  return copy;
}

function dangling(pointer: Pointer): never {
  if (pointer.alloc === 0) {
    undefinedBehaviour(
      pointer.offset === 0 ? "null pointer dereferenced" : "dangling pointer dereferenced",
    );
  }
  return undefinedBehaviour(
    pointer.alloc < 0 ? "use of a local after its function returned" : "use after free",
  );
}

// The canonical hash of a state.
//
// Ids in a state do not depend on the interleaving (value.ts), so it is enough to mix what the ids name: threads by id
// with their frames, allocations and objects by slot. Every part is mixed together with its id into 128 bits, and the digests
// of parts are added up (Bellare and Micciancio's AdHash), so that a whole costs an addition for each part that did
// not change. Digests are kept on the parts: a part is written only through a fresh copy, so a kept digest stays
// true. Moments of virtual time count relative to now: parts that hold one keep no digest.
//
// Left out: stderr, generations of slots, step counts, cells that no later operation can read (liveness.ts).
// Not modelled: symmetry between threads; two states with dangling pointers that differ only in their target's death.

import { encodeMemory } from "../clocks/history.ts";
import {
  addDigest,
  createMixer,
  digestKey,
  finish,
  mixBigint,
  mixDigest,
  mixNumber,
  mixText,
  mixWord,
} from "./digest.ts";
import type { Mixer } from "./digest.ts";
import { liveCells } from "./liveness.ts";
import type { Machine } from "../machine.ts";
import type {
  Digest,
  Frame,
  Heap,
  Memory,
  ObjectSlot,
  ObjectTable,
  State,
  Thread,
} from "./state.ts";
import type { Cell, Pointer } from "./value.ts";

export interface HashOptions {
  /** Left out when false. Default true. */
  readonly stdout?: boolean;
}

/** 128 bits as a key. Freezes the parts of the state: whoever goes on with it in place gets fresh copies. */
export function hashState(machine: Machine, state: State, options: HashOptions = {}): string {
  state.owner = machine.stamp();
  const hashing: Hashing = { machine, now: state.now, timed: false };
  const sum = zero();
  for (const thread of state.threads)
    if (thread !== undefined) addDigest(sum, threadDigest(hashing, thread));
  for (const heap of state.heaps) if (heap !== undefined) addDigest(sum, heapDigest(hashing, heap));
  for (const table of state.objects)
    if (table !== undefined) addDigest(sum, tableDigest(hashing, table));
  const mixer = createMixer(0x10c5);
  mixDigest(mixer, sum);
  if (options.stdout !== false) mixDigest(mixer, state.stdoutHash);
  if (state.order !== undefined) mixPlain(hashing, mixer, encodeMemory(state.order));
  if (state.status !== undefined) mixPlain(hashing, mixer, state.status);
  return digestKey(finish(mixer));
}

interface Hashing {
  readonly machine: Machine;
  readonly now: bigint;
  /** Something relative to now was mixed: the digest being made must not be kept. */
  timed: boolean;
}

function zero(): Mixer {
  return { a: 0, b: 0, c: 0, d: 0 };
}

/** Begins a digest; `keep` ends it. */
function begin(hashing: Hashing): boolean {
  const outer = hashing.timed;
  hashing.timed = false;
  return outer;
}

/** Keeps the digest on its part unless time went into it. */
function keep(
  hashing: Hashing,
  outer: boolean,
  part: { hash: Digest | undefined },
  digest: Digest,
): Digest {
  if (!hashing.timed) part.hash = digest;
  hashing.timed ||= outer;
  return digest;
}

function threadDigest(hashing: Hashing, thread: Thread): Digest {
  if (thread.hash !== undefined) return thread.hash;
  const outer = begin(hashing);
  const mixer = createMixer(1);
  mixWord(mixer, thread.id);
  mixWord(mixer, thread.status === "live" ? 0 : thread.panicked ? 2 : 1);
  mixWord(mixer, thread.panicCount);
  mixWord(mixer, thread.spawned);
  mixPlain(hashing, mixer, thread.name);
  mixPlain(hashing, mixer, thread.data);
  mixOptional(hashing, mixer, thread.result);
  const frames = zero();
  const top = thread.frames.length - 1;
  for (let depth = 0; depth <= top; depth++)
    addDigest(frames, frameDigest(hashing, thread.frames[depth] as Frame, depth < top));
  mixDigest(mixer, frames);
  return keep(hashing, outer, thread, finish(mixer));
}

function frameDigest(hashing: Hashing, frame: Frame, waiting: boolean): Digest {
  if (frame.hash !== undefined) return frame.hash;
  const outer = begin(hashing);
  const mixer = createMixer(2);
  mixWord(mixer, frame.id);
  mixWord(mixer, frame.code.id);
  mixWord(mixer, frame.pc);
  mixWord(mixer, frame.boundary === "none" ? 0 : 1);
  mixOptional(hashing, mixer, frame.unwinding);
  for (const at of liveCells(frame.code, frame.pc, waiting))
    mixCell(hashing, mixer, frame.cells[at]);
  return keep(hashing, outer, frame, finish(mixer));
}

/** An emptied heap is as one that never was: nothing. */
function heapDigest(hashing: Hashing, heap: Heap): Digest {
  if (heap.hash !== undefined) return heap.hash;
  const outer = begin(hashing);
  const sum = zero();
  for (const memory of heap.slots)
    if (memory !== undefined) addDigest(sum, memoryDigest(hashing, memory));
  return keep(hashing, outer, heap, sum);
}

function tableDigest(hashing: Hashing, table: ObjectTable): Digest {
  if (table.hash !== undefined) return table.hash;
  const outer = begin(hashing);
  const sum = zero();
  for (const slot of table.slots)
    if (slot !== undefined) addDigest(sum, objectDigest(hashing, slot));
  return keep(hashing, outer, table, sum);
}

function memoryDigest(hashing: Hashing, memory: Memory): Digest {
  if (memory.hash !== undefined) return memory.hash;
  const outer = begin(hashing);
  const mixer = createMixer(5);
  mixWord(mixer, memory.id);
  for (const cell of memory.cells) mixCell(hashing, mixer, cell);
  return keep(hashing, outer, memory, finish(mixer));
}

function objectDigest(hashing: Hashing, slot: ObjectSlot): Digest {
  if (slot.hash !== undefined) return slot.hash;
  const outer = begin(hashing);
  const mixer = createMixer(6);
  mixWord(mixer, slot.id);
  mixPlain(hashing, mixer, hashing.machine.encodeObject(slot.data));
  return keep(hashing, outer, slot, finish(mixer));
}

function mixOptional(hashing: Hashing, mixer: Mixer, cells: readonly Cell[] | undefined): void {
  mixWord(mixer, cells === undefined ? -1 : cells.length);
  cells?.forEach((cell) => mixCell(hashing, mixer, cell));
}

function mixCell(hashing: Hashing, mixer: Mixer, cell: Cell): void {
  if (typeof cell === "number") mixNumber(mixer, cell);
  else if (cell === undefined) mixWord(mixer, 0x0de);
  else if (typeof cell === "bigint") mixBigint(mixer, cell);
  else if (typeof cell === "symbol") mixText(mixer, cell.description ?? "");
  else mixReference(hashing, mixer, cell);
}

function mixReference(hashing: Hashing, mixer: Mixer, cell: Cell & object): void {
  switch (cell.kind) {
    case "pointer":
      mixPointer(mixer, cell);
      return;
    case "fn":
      mixWord(mixer, 0xf0);
      mixText(mixer, cell.instance.key);
      return;
    case "object":
      mixWord(mixer, 0x0b);
      mixWord(mixer, cell.id);
      return;
    case "instant":
      hashing.timed = true;
      mixWord(mixer, 0x71);
      mixBigint(mixer, cell.nanos - hashing.now);
  }
}

function mixPointer(mixer: Mixer, pointer: Pointer): void {
  mixWord(mixer, 0x90);
  mixWord(mixer, pointer.alloc);
  mixNumber(mixer, pointer.offset);
  const { meta } = pointer;
  if (typeof meta === "number") mixNumber(mixer, meta);
  else mixWord(mixer, meta === undefined ? 0x91 : meta.id);
}

/** Plain data: its keys in the order in which they were written, which is the same for the same kind. */
function mixPlain(hashing: Hashing, mixer: Mixer, value: unknown): void {
  if (typeof value === "number") mixNumber(mixer, value);
  else if (typeof value === "bigint") mixBigint(mixer, value);
  else if (typeof value === "string") mixText(mixer, value);
  else if (typeof value === "boolean") mixWord(mixer, value ? 0x71e : 0xfa15e);
  else if (Array.isArray(value)) {
    mixWord(mixer, value.length);
    for (const each of value) mixPlain(hashing, mixer, each);
  } else if (typeof value === "object" && value !== null) mixObject(hashing, mixer, value);
  else mixWord(mixer, 0x0de);
}

function mixObject(hashing: Hashing, mixer: Mixer, value: object): void {
  const { kind } = value as { readonly kind?: unknown };
  if (kind === "pointer" || kind === "fn" || kind === "object" || kind === "instant") {
    mixReference(hashing, mixer, value as Cell & object);
    return;
  }
  if (value instanceof Map) {
    for (const [key, each] of value) {
      mixPlain(hashing, mixer, key);
      mixPlain(hashing, mixer, each);
    }
    return;
  }
  for (const [key, each] of Object.entries(value)) {
    mixText(mixer, key);
    mixPlain(hashing, mixer, each);
  }
}

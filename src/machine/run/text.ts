// Text and bytes in the machine's memory.

import type { Machine } from "../machine.ts";
import { allocateCells, checkRange, danglingPointer, readable } from "../state/memory.ts";
import type { State } from "../state/state.ts";
import { undefinedBehaviour } from "./trap.ts";
import { decodeUtf8 } from "./utf8.ts";
import type { Cell, Pointer, ThreadId } from "../state/value.ts";

/** A stretch of bytes, not copied. */
export interface Bytes {
  readonly cells: readonly Cell[];
  readonly from: number;
  readonly to: number;
}

const NO_BYTES: Bytes = { cells: [], from: 0, to: 0 };

/** What a `&[u8]` or `&str` refers to. */
export function bytesOf(machine: Machine, state: State, cell: Cell): Bytes {
  const pointer = asPointer(cell);
  const length = lengthOf(pointer);
  if (length === 0) return NO_BYTES;
  const memory = readable(machine, state, pointer);
  checkRange(memory, pointer.offset, length);
  return { cells: memory.cells, from: pointer.offset, to: pointer.offset + length };
}

/** What a `&str` refers to, as a string. */
export function readText(machine: Machine, state: State, cell: Cell): string {
  const { cells, from, to } = bytesOf(machine, state, cell);
  return decodeUtf8(cells as readonly number[], from, to);
}

/** A fresh allocation that holds the bytes, as a `*mut [u8]`. */
export function allocateBytes(
  machine: Machine,
  state: State,
  thread: ThreadId,
  bytes: readonly number[],
): Pointer {
  if (bytes.length === 0) return danglingPointer(1, 0);
  const pointer = allocateCells(machine, state, thread, bytes.length);
  const { cells } = readable(machine, state, pointer);
  for (let i = 0; i < bytes.length; i++) cells[i] = bytes[i];
  return { ...pointer, meta: bytes.length };
}

export function asPointer(cell: Cell): Pointer {
  if (typeof cell === "object" && cell.kind === "pointer") return cell;
  return undefinedBehaviour("something that is no pointer was used as one");
}

export function lengthOf(pointer: Pointer): number {
  return typeof pointer.meta === "number"
    ? pointer.meta
    : undefinedBehaviour("a slice without its length was used");
}

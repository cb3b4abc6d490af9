// Whether two states are the same by what the hash covers, compared in full. For tests and for distrust of the hash.

import { encodeMemory } from "../clocks/history.ts";
import { liveCells } from "./liveness.ts";
import type { Machine } from "../machine.ts";
import type { Frame, Heap, ObjectTable, State, Thread } from "./state.ts";
import type { Cell } from "./value.ts";

export function equalStates(machine: Machine, a: State, b: State): boolean {
  return describeState(machine, a) === describeState(machine, b);
}

/** All that two states must agree on to be the same. */
export function describeState(machine: Machine, state: State): string {
  const cell = (value: Cell): string => describeCell(value, state.now);
  return [
    state.stdout,
    plain(state.status),
    state.order === undefined ? "" : plain(encodeMemory(state.order)),
    ...sparse(state.threads, (thread) => describeThread(thread, cell)),
    ...sparse(state.heaps, (heap) => describeHeap(heap, cell)),
    ...sparse(state.objects, (table) => describeObjects(machine, table, state.now)),
  ].join("\n");
}

function sparse<T>(list: readonly (T | undefined)[], show: (value: T) => string): string[] {
  const shown: string[] = [];
  list.forEach((value, index) => {
    const text = value === undefined ? "" : show(value);
    if (text !== "") shown.push(`${index}:${text}`);
  });
  return shown;
}

function describeThread(thread: Thread, cell: (value: Cell) => string): string {
  const top = thread.frames.length - 1;
  const frames = thread.frames.map((frame, depth) => describeFrame(frame, depth < top, cell));
  const { status, panicked, panicCount, spawned, name } = thread;
  return [
    status,
    panicked,
    panicCount,
    spawned,
    name,
    plain(thread.data),
    thread.result?.map(cell),
    ...frames,
  ].join("|");
}

function describeFrame(frame: Frame, waiting: boolean, cell: (value: Cell) => string): string {
  const live = liveCells(frame.code, frame.pc, waiting).map((at) => cell(frame.cells[at]));
  return `${frame.code.id}@${frame.pc}${frame.boundary}[${live.join()}]${frame.unwinding?.map(cell).join() ?? ""}`;
}

function describeHeap(heap: Heap, cell: (value: Cell) => string): string {
  return sparse(heap.slots, (memory) => `[${memory.cells.map(cell).join()}]`).join(" ");
}

function describeObjects(machine: Machine, table: ObjectTable, now: bigint): string {
  return sparse(table.slots, (slot) => plain(machine.encodeObject(slot.data), now)).join(" ");
}

function describeCell(value: Cell, now: bigint): string {
  if (typeof value !== "object") return Object.is(value, -0) ? "-0" : String(value);
  switch (value.kind) {
    case "pointer":
      return `${value.alloc}+${value.offset}/${typeof value.meta === "object" ? value.meta.id : String(value.meta)}`;
    case "fn":
      return value.instance.key;
    case "object":
      return `#${value.id}`;
    case "instant":
      return `t${value.nanos - now}`;
  }
}

function plain(value: unknown, now = 0n): string {
  if (value instanceof Map)
    return [...value].map(([key, each]) => `${String(key)}=${plain(each, now)}`).join();
  if (Array.isArray(value)) return `[${value.map((each) => plain(each, now)).join()}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const { kind } = value as { readonly kind?: unknown };
  if (kind === "pointer" || kind === "fn" || kind === "object" || kind === "instant")
    return describeCell(value as Cell, now);
  return Object.entries(value)
    .map(([key, each]) => `${key}:${plain(each, now)}`)
    .join();
}

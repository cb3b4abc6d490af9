// Sync objects: where mutexes, channels and the like live. What they are is known to machine/sync alone.

import type { Machine } from "../machine.ts";
import { allocSlot, allocThread, freeSlot, heapId } from "./memory.ts";
import { STATICS } from "./state.ts";
import type { ObjectTable, State, SyncObject } from "./state.ts";
import { undefinedBehaviour } from "../run/trap.ts";
import type { AllocId, ObjectHandle, ObjectId, ThreadId } from "./value.ts";

/** A new object in the lowest free slot of the creating thread. */
export function makeObject(state: State, thread: ThreadId, data: SyncObject): ObjectHandle {
  const table = objectsMut(state, thread);
  const slot = freeSlot(table.slots, table.lowest);
  table.lowest = slot + 1;
  const id = heapId(thread, slot) as number as ObjectId;
  table.slots[slot] = { id, data, hash: undefined };
  return { kind: "object", id };
}

export function findObject(machine: Machine, state: State, id: ObjectId): SyncObject | undefined {
  const owner = objectThread(id);
  const slot = objectSlot(id);
  const found = state.objects[owner]?.slots[slot];
  if (found) return found.data;
  return owner === STATICS ? machine.staticObjects[slot] : undefined;
}

export function objectOf(machine: Machine, state: State, id: ObjectId): SyncObject {
  return (
    findObject(machine, state, id) ??
    undefinedBehaviour("use of a synchronisation object that is gone")
  );
}

export function setObject(state: State, id: ObjectId, data: SyncObject): void {
  objectsMut(state, objectThread(id)).slots[objectSlot(id)] = { id, data, hash: undefined };
}

export function freeObject(state: State, id: ObjectId): void {
  if (objectThread(id) === STATICS) return;
  const table = objectsMut(state, objectThread(id));
  const slot = objectSlot(id);
  table.slots[slot] = undefined;
  table.lowest = Math.min(table.lowest, slot);
}

/** Every object of a state, statics included. */
export function objectIds(machine: Machine, state: State): ObjectId[] {
  const ids: ObjectId[] = [];
  state.objects.forEach((table) => table?.slots.forEach((slot) => slot && ids.push(slot.id)));
  machine.staticObjects.forEach((_, slot) => {
    if (!state.objects[STATICS]?.slots[slot]) ids.push(heapId(STATICS, slot) as number as ObjectId);
  });
  return ids;
}

export function objectThread(id: ObjectId): ThreadId {
  return allocThread(id as number as AllocId);
}

function objectSlot(id: ObjectId): number {
  return allocSlot(id as number as AllocId);
}

function objectsMut(state: State, thread: ThreadId): ObjectTable {
  const table = state.objects[thread];
  if (table?.owner === state.owner) return table;
  const copy: ObjectTable = table
    ? { owner: state.owner, hash: undefined, slots: table.slots.slice(), lowest: table.lowest }
    : { owner: state.owner, hash: undefined, slots: [], lowest: 0 };
  state.objects[thread] = copy;
  return copy;
}

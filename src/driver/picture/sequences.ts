// Elements of std's sequences that do not lie side by side: read by the shape that `#[lockstep::render]` names.

import { layoutOf } from "../../machine/layout/layout.ts";
import {
  elementTy,
  fieldsOf,
  innerPointer,
  markerOf,
  pointee,
  type View,
  type Viewer,
} from "./view.ts";

/** More are not looked at. */
const MAX_ITEMS = 100;

/** The elements in order; undefined for what is no such sequence. */
export function linkedItems(viewer: Viewer, view: View): readonly View[] | undefined {
  switch (markerOf(viewer, view.ty, "render")) {
    case "deque":
      return dequeItems(viewer, view);
    case "list":
      return listItems(viewer, view);
    default:
      return undefined;
  }
}

/** VecDeque: a pointer, then capacity, head and length as the last cells; the elements go round the buffer. */
function dequeItems(viewer: Viewer, view: View): readonly View[] {
  const pointer = innerPointer(viewer, view);
  const element = elementTy(view.ty);
  const end = view.offset + layoutOf(viewer.machine, view.ty).cells;
  const [capacity, head, length] = view.memory.cells.slice(end - 3, end).map(Number);
  if (pointer === undefined || element === undefined || !capacity || !length) return [];
  const first = pointee(viewer, pointer.cell, pointer.ty);
  if (first === undefined) return [];
  const size = layoutOf(viewer.machine, element).cells;
  return Array.from({ length: Math.min(length, capacity, MAX_ITEMS) }, (_, index) => ({
    ty: element,
    memory: first.memory,
    offset: first.offset + (((head ?? 0) + index) % capacity) * size,
    meta: undefined,
  }));
}

/** LinkedList: a pointer to the first node; a node begins with the pointer to the next one and ends with its element. */
function listItems(viewer: Viewer, view: View): readonly View[] {
  const items: View[] = [];
  let at = innerPointer(viewer, view);
  while (at !== undefined && items.length < MAX_ITEMS) {
    const node = pointee(viewer, at.cell, at.ty);
    const fields = node === undefined ? [] : fieldsOf(viewer, node, 0);
    const [next, element] = [fields[0], fields.at(-1)];
    if (next === undefined || element === undefined) break;
    items.push(element);
    at = innerPointer(viewer, next);
  }
  return items;
}

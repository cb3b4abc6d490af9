// What the source calls the objects of a state: by the static or variable that holds them, main's first.

import type { ObjectId } from "../../machine/state/value.ts";
import type { DefId } from "../../hir/defs.ts";
import { Trap } from "../../machine/run/trap.ts";
import { sceneOf, type SceneNode } from "./scene.ts";
import {
  elements,
  fieldsOf,
  handleIn,
  markerOf,
  payload,
  pointee,
  type View,
  type Viewer,
} from "./view.ts";

const MAX_DEPTH = 4;

export function objectNames(
  viewer: Viewer,
  lineOf: (position: number) => number,
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  nameStatics(viewer, names);
  const memory = { begun: new Set<string>(), position: new Map<number, number>() };
  for (const node of sceneOf(viewer, lineOf, memory).nodes) nameNode(node, names);
  return names;
}

function nameNode(node: SceneNode, names: Map<number, string>): void {
  const id = /^o(\d+)$/.exec(node.key)?.[1];
  if (id !== undefined && !names.has(Number(id))) names.set(Number(id), node.name);
  for (const child of node.children) nameNode(child, names);
}

function nameStatics(viewer: Viewer, names: Map<number, string>): void {
  const { ty } = viewer.machine.cx;
  for (const def of ty.program.localDefs) {
    const data = ty.program.def(def);
    if (data.kind !== "static") continue;
    const view = staticView(viewer, def);
    if (view !== undefined) nameInside(viewer, view, data.name, 0, names);
  }
}

/** Undefined for a static whose initialiser cannot be evaluated. */
function staticView(viewer: Viewer, def: DefId): View | undefined {
  const { machine } = viewer;
  try {
    return pointee(viewer, machine.constant.staticPointer(def), machine.cx.ty.typeOf(def));
  } catch (error) {
    if (error instanceof Trap) return undefined;
    throw error;
  }
}

function nameInside(
  viewer: Viewer,
  view: View,
  name: string,
  depth: number,
  names: Map<number, string>,
): void {
  if (depth > MAX_DEPTH) return;
  if (markerOf(viewer, view.ty, "object") !== undefined) {
    const id: ObjectId | undefined = handleIn(viewer, view)?.id;
    if (id !== undefined && !names.has(id)) names.set(id, name);
    const inner = payload(viewer, view);
    if (inner !== undefined) nameInside(viewer, inner, name, depth + 1, names);
    return;
  }
  const { ty } = view;
  if (ty.kind === "array")
    elements(viewer, view, ty.ty, MAX_ELEMENTS).forEach((each, index) =>
      nameInside(viewer, each, `${name}[${index}]`, depth + 1, names),
    );
  if (ty.kind !== "adt") return;
  if (markerOf(viewer, ty, "render") !== undefined) {
    // A cell that is set once: the object is its own.
    const id = handleIn(viewer, view)?.id;
    if (id !== undefined && !names.has(id)) names.set(id, name);
    return;
  }
  const info = viewer.machine.cx.ty.adt(ty.def);
  if (info.variants.length !== 1) return;
  fieldsOf(viewer, view, 0).forEach((field, index) =>
    nameInside(
      viewer,
      field,
      `${name}.${info.variants[0]?.fields[index]?.name ?? index}`,
      depth + 1,
      names,
    ),
  );
}

const MAX_ELEMENTS = 24;

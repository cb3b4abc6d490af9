// What the source calls the objects of a state: by the static or variable that holds them, main's first.

import type { ObjectId } from "../../machine/state/value.ts";
import { newSceneMemory, type SceneNode } from "./nodes.ts";
import { sceneOf } from "./scene.ts";
import { staticViews } from "./statics.ts";
import { elements, fieldsOf, handleIn, markerOf, payload, type View, type Viewer } from "./view.ts";

const MAX_DEPTH = 4;

export function objectNames(
  viewer: Viewer,
  lineOf: (position: number) => number,
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  nameStatics(viewer, names);
  for (const node of sceneOf(viewer, lineOf, newSceneMemory()).nodes) nameNode(node, names);
  return names;
}

function nameNode(node: SceneNode, names: Map<number, string>): void {
  const id = /^o(\d+)$/.exec(node.key)?.[1];
  if (id !== undefined && !names.has(Number(id))) names.set(Number(id), node.name);
  for (const child of node.children) nameNode(child, names);
}

function nameStatics(viewer: Viewer, names: Map<number, string>): void {
  for (const { name, view } of staticViews(viewer)) nameInside(viewer, view, name, 0, names);
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

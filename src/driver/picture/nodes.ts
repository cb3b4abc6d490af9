// Shared and synchronising values as nested nodes: each is found once, whichever variable leads to it.

import { cellsOf, layoutOf } from "../../machine/layout/layout.ts";
import { findObject } from "../../machine/state/objects.ts";
import type { BarrierObject } from "../../machine/sync/barrier.ts";
import { showTy } from "../../ty/show.ts";
import type { Ty } from "../../ty/ty.ts";
import { channelView, type ChannelView } from "./channelView.ts";
import { valueText, counted } from "./valueText.ts";
import {
  behind,
  elements,
  elementTy,
  fieldsOf,
  handleIn,
  innerPointer,
  isInitialized,
  markerOf,
  payload,
  placeKey,
  pointee,
  variantOf,
  type View,
  type Viewer,
} from "./view.ts";

export interface Owner {
  readonly thread: number;
  readonly name: string;
}

/** A shared or synchronising value. `key` names it in events and from state to state. */
export interface SceneNode {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly line: number;
  readonly strong: number | undefined;
  readonly weak: number | undefined;
  readonly owners: Owner[];
  readonly value: string | undefined;
  readonly channel: ChannelView | undefined;
  /** How many of how many have arrived at a barrier. */
  readonly arrived: readonly [number, number] | undefined;
  /** Older values of an atomic that some thread may still load, the oldest first. */
  readonly history: readonly string[];
  readonly children: readonly SceneNode[];
}

const MAX_DEPTH = 6;
const MAX_ELEMENTS = 24;

export interface Finder {
  readonly viewer: Viewer;
  readonly lineOf: (position: number) => number;
  readonly byKey: Map<string, SceneNode>;
  readonly roots: SceneNode[];
  /** Places that are being walked through, so that cycles end. */
  readonly open: Set<string>;
  readonly memory: SceneMemory;
}

/** What is remembered from scene to scene. */
export interface SceneMemory {
  /** Variables that have had a value: an empty one of those was moved away. */
  readonly begun: Set<string>;
  /** Where each thread was last seen: between two statements its frame stands at no place of its own. */
  readonly position: Map<number, number>;
  /** In which order outermost values were first seen: they keep their places in the picture. */
  readonly order: Map<string, number>;
  /** Types as they are shown. */
  readonly types: Map<Ty, string>;
}

export function newSceneMemory(): SceneMemory {
  return { begun: new Set(), position: new Map(), order: new Map(), types: new Map() };
}

export function typeText({ viewer, memory }: Finder, ty: Ty): string {
  const known = memory.types.get(ty);
  if (known !== undefined) return known;
  const text = showTy(viewer.machine.cx.ty, ty);
  memory.types.set(ty, text);
  return text;
}

/** How events name the value: by the machine's object where it has one, else by its place. */
export function objectKey(viewer: Viewer, view: View): string {
  const handle = handleIn(viewer, view) ?? handleBehind(viewer, view);
  return handle === undefined ? placeKey(view) : `o${handle.id}`;
}

/** The ends of a channel share an object that stands behind their pointer. */
function handleBehind(viewer: Viewer, view: View): ReturnType<typeof handleIn> {
  const pointer = innerPointer(viewer, view);
  const target = pointer === undefined ? undefined : pointee(viewer, pointer.cell, pointer.ty);
  return target === undefined ? undefined : handleIn(viewer, target);
}

/** Adds the nodes inside a value to `into`; gives the key of the node that the value itself is or leads to. */
export function walk(
  finder: Finder,
  view: View,
  name: string,
  owner: Owner | undefined,
  depth: number,
  into: SceneNode[],
): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const { viewer } = finder;
  const kind = markerOf(viewer, view.ty, "object");
  if (kind !== undefined) return nodeOf(finder, view, kind, name, owner, depth, into);
  switch (view.ty.kind) {
    case "ref": {
      const target = behind(viewer, view);
      return target === undefined ? undefined : walk(finder, target, name, owner, depth + 1, into);
    }
    case "tuple":
    case "closure":
      walkAll(finder, fieldsOf(viewer, view, 0), (index) => `${name}.${index}`, owner, depth, into);
      return undefined;
    case "array":
      return walkElements(
        finder,
        elements(viewer, view, view.ty.ty, MAX_ELEMENTS),
        name,
        owner,
        depth,
        into,
      );
    case "adt":
      return walkAdt(finder, view, name, owner, depth, into);
    default:
      return undefined;
  }
}

function walkAdt(
  finder: Finder,
  view: View,
  name: string,
  owner: Owner | undefined,
  depth: number,
  into: SceneNode[],
): string | undefined {
  const { viewer } = finder;
  const render = markerOf(viewer, view.ty, "render");
  if (render === "seq") {
    const pointer = innerPointer(viewer, view);
    const first = pointer === undefined ? undefined : pointee(viewer, pointer.cell, pointer.ty);
    const size = layoutOf(viewer.machine, view.ty).cells;
    const count = Number(view.memory.cells[view.offset + size - 1] ?? 0);
    const element = elementTy(view.ty);
    if (first === undefined || element === undefined || element.kind === "int") return undefined;
    return walkElements(
      finder,
      elements(viewer, first, element, Math.min(count, MAX_ELEMENTS)),
      name,
      owner,
      depth,
      into,
    );
  }
  if (render === "box") {
    const target = behind(viewer, view);
    if (target !== undefined) walk(finder, target, name, owner, depth + 1, into);
    return undefined;
  }
  if (render === "oncelock" || render === "lazylock") {
    const [once] = fieldsOf(viewer, view, 0);
    return once === undefined ? undefined : walk(finder, once, name, owner, depth + 1, into);
  }
  if (render === "weak" || render === "arcWeak") return weakTarget(viewer, view);
  if (render !== undefined) return undefined;
  const variant = variantOf(viewer, view);
  if (variant === undefined || view.ty.kind !== "adt") return undefined;
  const info = viewer.machine.cx.ty.adt(view.ty.def);
  const fields = info.variants[variant]?.fields ?? [];
  // What `Some` holds goes by the name of the option.
  const nameOf = (index: number) =>
    info.variants.length > 1 && fields.length === 1
      ? name
      : `${name}.${fields[index]?.name ?? index}`;
  walkAll(finder, fieldsOf(viewer, view, variant), nameOf, owner, depth, into);
  return undefined;
}

function walkAll(
  finder: Finder,
  views: readonly View[],
  nameOf: (index: number) => string,
  owner: Owner | undefined,
  depth: number,
  into: SceneNode[],
): void {
  views.forEach((view, index) => walk(finder, view, nameOf(index), owner, depth + 1, into));
}

function walkElements(
  finder: Finder,
  views: readonly View[],
  name: string,
  owner: Owner | undefined,
  depth: number,
  into: SceneNode[],
): undefined {
  for (const [index, view] of views.entries()) {
    if (isInitialized(finder.viewer, view))
      walk(finder, view, `${name}[${index}]`, owner, depth + 1, into);
  }
  return undefined;
}

function nodeOf(
  finder: Finder,
  view: View,
  kind: string,
  name: string,
  owner: Owner | undefined,
  depth: number,
  into: SceneNode[],
): string | undefined {
  const { viewer } = finder;
  const isCounted = kind === "arc" || kind === "rc";
  const pointer = isCounted ? innerPointer(viewer, view) : undefined;
  const box = pointer === undefined ? undefined : pointee(viewer, pointer.cell, pointer.ty);
  if (isCounted && box === undefined) return undefined;
  const key = box === undefined ? objectKey(viewer, view) : placeKey(box);
  const known = finder.byKey.get(key);
  if (known !== undefined) {
    const same = (one: Owner) => one.thread === owner?.thread && one.name === owner.name;
    if (owner !== undefined && !known.owners.some(same)) known.owners.push(owner);
    return key;
  }
  if (finder.open.has(key)) return key;
  finder.open.add(key);
  // What waits in a channel is told by `channelView`; its own parts are nobody's business.
  const open = kind === "channel" ? undefined : payload(viewer, view);
  const inner = isCounted ? counted(viewer, view) : open;
  const children: SceneNode[] = [];
  if (inner !== undefined && !holdsOthers(inner.ty)) addLeaf(finder, inner, children);
  else if (inner !== undefined) {
    walk(finder, inner, name, owner, depth + 1, children);
    if (children.length === 0 && handleIn(viewer, inner) === undefined)
      addLeaf(finder, inner, children);
  }
  const node: SceneNode = {
    key,
    kind,
    name,
    type: typeText(finder, view.ty),
    line: 0,
    strong: countAt(box, 0),
    weak: isCounted ? weakCount(box) : undefined,
    owners: owner === undefined ? [] : [owner],
    value: undefined,
    channel: kind === "channel" ? channelView(viewer, view) : undefined,
    arrived: kind === "barrier" ? arrivedAt(viewer, view) : undefined,
    history: kind === "atomic" ? olderValues(viewer, view) : [],
    children,
  };
  finder.byKey.set(key, node);
  into.push(node);
  return key;
}

/** A `Weak` owns nothing, but it leads somewhere for as long as its target has owners. */
function weakTarget(viewer: Viewer, view: View): string | undefined {
  const pointer = innerPointer(viewer, view);
  const box = pointer === undefined ? undefined : pointee(viewer, pointer.cell, pointer.ty);
  return box !== undefined && (countAt(box, 0) ?? 0) > 0 ? placeKey(box) : undefined;
}

function arrivedAt(viewer: Viewer, view: View): readonly [number, number] | undefined {
  const handle = handleIn(viewer, view);
  const object = handle && findObject(viewer.machine, viewer.state, handle.id);
  if (object?.kind !== "barrier") return undefined;
  const barrier = object as BarrierObject;
  return [barrier.arrived.length, barrier.size];
}

/** Of a folded history only the last store is known. */
function olderValues(viewer: Viewer, view: View): readonly string[] {
  const location = viewer.state.order?.locations.get(`${view.memory.id}.${view.offset}`);
  if (location === undefined || location.folded) return [];
  if (location.generation !== view.memory.generation) return [];
  return location.messages.slice(0, -1).flatMap(({ value }) => {
    if (typeof value !== "number" && typeof value !== "bigint") return [];
    return [isBool(view) ? String(value === 1) : String(value)];
  });
}

function isBool(view: View): boolean {
  return view.ty.kind === "adt" && elementTy(view.ty)?.kind === "bool";
}

/** Whether shared and synchronising values may lie inside. */
function holdsOthers(ty: View["ty"]): boolean {
  return ty.kind === "adt" || ty.kind === "tuple" || ty.kind === "array";
}

function addLeaf(finder: Finder, view: View, into: SceneNode[]): void {
  const { viewer } = finder;
  // What has no size has nothing to show.
  if (cellsOf(viewer.machine, view.ty) === 0) return;
  into.push({
    key: placeKey(view),
    kind: "value",
    name: "",
    type: typeText(finder, view.ty),
    line: 0,
    strong: undefined,
    weak: undefined,
    owners: [],
    value: valueText(viewer, view),
    channel: undefined,
    arrived: undefined,
    history: [],
    children: [],
  });
}

/** Counted boxes begin with their strong count and their weak count. */
function countAt(box: View | undefined, index: number): number | undefined {
  const cell = box?.memory.cells[box.offset + index];
  return typeof cell === "number" ? cell : undefined;
}

/** All owners together hold one weak count, which people do not count. */
function weakCount(box: View | undefined): number | undefined {
  const weak = countAt(box, 1);
  const strong = countAt(box, 0) ?? 0;
  return weak === undefined ? undefined : Math.max(weak - (strong > 0 ? 1 : 0), 0);
}

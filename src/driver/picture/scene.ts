// What exists in a state, seen from the variables of the user's frames: shared and synchronising values as nested nodes, each
// found once, and who owns or refers to them.

import { showTy } from "../../ty/show.ts";
import type { Frame, Thread } from "../../machine/state/state.ts";
import type { VariableInfo } from "../../mir/mir.ts";
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
  viewPlace,
  type View,
  type Viewer,
} from "./view.ts";
import { layoutOf } from "../../machine/layout/layout.ts";

/** A shared or synchronising value. `key` names it in events and from state to state. */
export interface SceneNode {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly line: number;
  readonly strong: number | undefined;
  readonly weak: number | undefined;
  readonly owners: { thread: number; name: string }[];
  readonly value: string | undefined;
  readonly channel: ChannelView | undefined;
  readonly children: readonly SceneNode[];
}

export interface SceneLocal {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly node: string | undefined;
  readonly guards: string | undefined;
  readonly moved: boolean;
}

export interface SceneThread {
  readonly id: number;
  readonly fn: string;
  readonly line: number;
  readonly locals: readonly SceneLocal[];
}

export interface Scene {
  readonly threads: readonly SceneThread[];
  readonly nodes: readonly SceneNode[];
}

const MAX_DEPTH = 6;
const MAX_ELEMENTS = 24;
const MAX_LOCALS = 24;

interface Finder {
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
}

export function sceneOf(
  viewer: Viewer,
  lineOf: (position: number) => number,
  memory: SceneMemory,
): Scene {
  const finder: Finder = { viewer, lineOf, byKey: new Map(), roots: [], open: new Set(), memory };
  const threads: SceneThread[] = [];
  for (const thread of viewer.state.threads) {
    if (thread !== undefined && thread.status === "live") threads.push(threadScene(finder, thread));
  }
  return { threads, nodes: finder.roots };
}

function threadScene(finder: Finder, thread: Thread): SceneThread {
  const frames = thread.frames.filter((frame) => frame.code.isUser);
  const top = frames.at(-1);
  const last = finder.memory.position.get(thread.id);
  const locals: SceneLocal[] = [];
  for (const frame of frames) {
    const at =
      frame === top && last !== undefined ? last : (frame.code.spans[frame.pc]?.start ?? 0);
    const visible = visibleVariables(frame, at);
    for (const variable of visible) {
      const view = viewPlace(finder.viewer, frame, variable.place);
      if (view === undefined) continue;
      const found = localScene(finder, thread, frame, variable, view);
      // A shadowed variable still owns what it owns, but its name means another one here.
      const shadowed = visible.findLast((one) => one.name === variable.name) !== variable;
      if (found !== undefined && frame === top && !shadowed && locals.length < MAX_LOCALS)
        locals.push(found);
    }
  }
  return {
    id: thread.id,
    fn: top?.code.name ?? "",
    line: last === undefined ? 0 : finder.lineOf(last),
    locals,
  };
}

/** Variables in scope where the frame stands, outermost first. */
function visibleVariables(frame: Frame, at: number): readonly VariableInfo[] {
  return frame.code.body.variables.filter(({ scope, captured, span }) => {
    return scope.start <= at && at <= scope.end && (captured || span.start <= at);
  });
}

/** Undefined for a variable that has had no value yet. */
function localScene(
  finder: Finder,
  thread: Thread,
  frame: Frame,
  variable: VariableInfo,
  view: View,
): SceneLocal | undefined {
  const { viewer } = finder;
  const base = { name: variable.name, type: showTy(viewer.machine.cx.ty, view.ty) };
  const identity = `${frame.id}.${frame.generation} ${variable.span.start}`;
  if (!isInitialized(viewer, view)) {
    if (!finder.memory.begun.has(identity)) return undefined;
    return { ...base, value: "", node: undefined, guards: undefined, moved: true };
  }
  finder.memory.begun.add(identity);
  const guard =
    markerOf(viewer, view.ty, "guard") === undefined ? undefined : guardedKey(viewer, view);
  const owner = { thread: thread.id as number, name: variable.name };
  const found =
    guard === undefined ? walk(finder, view, variable.name, owner, 0, finder.roots) : undefined;
  return { ...base, value: valueText(viewer, view), node: found, guards: guard, moved: false };
}

/** The key of the lock or cell behind a guard. */
function guardedKey(viewer: Viewer, view: View): string | undefined {
  const pointer = innerPointer(viewer, view);
  const target = pointer === undefined ? undefined : pointee(viewer, pointer.cell, pointer.ty);
  return target === undefined ? undefined : objectKey(viewer, target);
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
function walk(
  finder: Finder,
  view: View,
  name: string,
  owner: { thread: number; name: string },
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
  owner: { thread: number; name: string },
  depth: number,
  into: SceneNode[],
): undefined {
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
  owner: { thread: number; name: string },
  depth: number,
  into: SceneNode[],
): void {
  views.forEach((view, index) => walk(finder, view, nameOf(index), owner, depth + 1, into));
}

function walkElements(
  finder: Finder,
  views: readonly View[],
  name: string,
  owner: { thread: number; name: string },
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
  owner: { thread: number; name: string },
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
    if (!known.owners.some((one) => one.thread === owner.thread && one.name === owner.name))
      known.owners.push(owner);
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
    type: showTy(viewer.machine.cx.ty, view.ty),
    line: 0,
    strong: countAt(box, 0),
    weak: isCounted ? weakCount(box) : undefined,
    owners: [owner],
    value: undefined,
    channel: kind === "channel" ? channelView(viewer, view) : undefined,
    children,
  };
  finder.byKey.set(key, node);
  into.push(node);
  return key;
}

/** Whether shared and synchronising values may lie inside. */
function holdsOthers(ty: View["ty"]): boolean {
  return ty.kind === "adt" || ty.kind === "tuple" || ty.kind === "array";
}

function addLeaf(finder: Finder, view: View, into: SceneNode[]): void {
  const { viewer } = finder;
  into.push({
    key: placeKey(view),
    kind: "value",
    name: "",
    type: showTy(viewer.machine.cx.ty, view.ty),
    line: 0,
    strong: undefined,
    weak: undefined,
    owners: [],
    value: valueText(viewer, view),
    channel: undefined,
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

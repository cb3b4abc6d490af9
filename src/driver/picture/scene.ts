// What exists in a state, seen from the variables of the user's frames, from statics and from each thread's own values: who owns
// or refers to which of the nodes.

import type { Frame, Thread } from "../../machine/state/state.ts";
import type { VariableInfo } from "../../mir/mir.ts";
import { objectKey, typeText, walk } from "./nodes.ts";
import type { Finder, SceneMemory, SceneNode } from "./nodes.ts";
import { staticViews, threadLocalViews } from "./statics.ts";
import { valueText } from "./valueText.ts";
import {
  innerPointer,
  isInitialized,
  markerOf,
  pointee,
  viewPlace,
  type View,
  type Viewer,
} from "./view.ts";

export interface SceneLocal {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly node: string | undefined;
  readonly guards: string | undefined;
  readonly moved: boolean;
  /** It belongs to the thread, not to a frame: `thread_local!`. */
  readonly perThread?: boolean;
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

const MAX_LOCALS = 24;

export function sceneOf(
  viewer: Viewer,
  lineOf: (position: number) => number,
  memory: SceneMemory,
): Scene {
  const finder: Finder = { viewer, lineOf, byKey: new Map(), roots: [], open: new Set(), memory };
  const threads: SceneThread[] = [];
  for (const { name, view } of staticViews(viewer))
    walk(finder, view, name, undefined, 0, finder.roots);
  for (const thread of viewer.state.threads) {
    if (thread !== undefined && thread.status === "live") threads.push(threadScene(finder, thread));
  }
  const { order } = memory;
  for (const { key } of finder.roots) if (!order.has(key)) order.set(key, order.size);
  const place = (node: SceneNode) => order.get(node.key) ?? 0;
  return { threads, nodes: finder.roots.toSorted((a, b) => place(a) - place(b)) };
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
  for (const { name, view } of threadLocalViews(finder.viewer, thread.id))
    locals.push(perThreadScene(finder, thread, name, view));
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
  const base = { name: variable.name, type: typeText(finder, view.ty) };
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

function perThreadScene(finder: Finder, thread: Thread, name: string, view: View): SceneLocal {
  const { viewer } = finder;
  const type = typeText(finder, view.ty);
  const node = walk(finder, view, name, { thread: thread.id, name }, 0, finder.roots);
  const value = valueText(viewer, view);
  return { name, type, value, node, guards: undefined, moved: false, perThread: true };
}

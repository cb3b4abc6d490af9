// What belongs to no frame: the user's statics, and the values that a thread has for itself.

import { threadData } from "../../machine/sync/threadData.ts";
import { Trap } from "../../machine/run/trap.ts";
import type { ThreadId } from "../../machine/state/value.ts";
import type { DefId } from "../../machine/code.ts";
import { elementTy, markerOf, pointee, firstCell, type View, type Viewer } from "./view.ts";

export interface NamedView {
  readonly name: string;
  readonly view: View;
}

/** The user's statics in order of their definition; those that every thread has for itself are left out. */
export function staticViews(viewer: Viewer): readonly NamedView[] {
  return allStatics(viewer).filter(({ view }) => !isPerThread(viewer, view));
}

/** The values of `thread_local!` that this thread has made so far and not yet destroyed. */
export function threadLocalViews(viewer: Viewer, thread: ThreadId): readonly NamedView[] {
  const { locals } = threadData(viewer.state, thread);
  if (locals.length === 0) return [];
  const found: NamedView[] = [];
  for (const { name, view } of allStatics(viewer)) {
    const make = firstCell(view);
    const ty = elementTy(view.ty);
    if (!isPerThread(viewer, view) || ty === undefined) continue;
    if (typeof make !== "object" || make.kind !== "fn") continue;
    const local = locals.find((one) => one.key === make.instance.key && !one.destroyed);
    const own = local === undefined ? undefined : pointee(viewer, local.place, ty);
    if (own !== undefined) found.push({ name, view: own });
  }
  return found;
}

function allStatics(viewer: Viewer): readonly NamedView[] {
  const { ty } = viewer.machine.cx;
  return ty.program.localDefs.flatMap((def) => {
    const data = ty.program.def(def);
    const view = data.kind === "static" ? staticView(viewer, def) : undefined;
    return view === undefined ? [] : [{ name: data.name, view }];
  });
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

function isPerThread(viewer: Viewer, view: View): boolean {
  return markerOf(viewer, view.ty, "render") === "localKey";
}

// How primitives are written down that other threads can notice.

import type { MachineEvent, MachineEventKind } from "../machine/run/events.ts";
import type {
  Alternative,
  BlockReason,
  PrimitiveContext,
  VisibleOp,
} from "../machine/primitive.ts";
import { makeObject } from "../machine/state/objects.ts";
import type { SyncObject } from "../machine/state/state.ts";
import type { Cell, ObjectId } from "../machine/state/value.ts";
import { plain } from "./define.ts";
import type { Definition } from "./define.ts";

interface VisibleSpec {
  /** Undefined: nobody can notice it this time. */
  readonly op: (cx: PrimitiveContext) => VisibleOp | undefined;
  readonly blocked?: (cx: PrimitiveContext) => BlockReason | undefined;
  readonly alternatives?: (cx: PrimitiveContext) => readonly Alternative[];
  readonly run: (cx: PrimitiveContext, alternative: number) => readonly Cell[];
}

export function visible(key: string, spec: VisibleSpec): Definition {
  const { op, blocked, alternatives, run } = spec;
  return [
    key,
    {
      visible: op,
      run: (cx, alternative) => ({ kind: "value", cells: run(cx, alternative) }),
      ...(blocked === undefined ? {} : { blocked }),
      ...(alternatives === undefined ? {} : { alternatives }),
    },
  ];
}

export const NOTHING: readonly Cell[] = [];

export function bool(value: boolean): readonly Cell[] {
  return [value ? 1 : 0];
}

/** An operation on an object. */
export function onObject(
  name: string,
  object: ObjectId,
  access: "read" | "write",
  more: Pick<VisibleOp, "mover" | "observes" | "also"> = {},
): VisibleOp {
  return { name, object, target: "object", access, ...more };
}

/** Tells whoever records; the place is looked for only then. */
export function report(cx: PrimitiveContext, event: () => MachineEventKind): void {
  if (cx.exec.sink === undefined) return;
  cx.emit({ ...event(), span: cx.userSpan } as MachineEvent);
}

/** `new` of a sync object. */
export function creates(
  key: string,
  objectKind: string,
  make: (cx: PrimitiveContext) => SyncObject,
): Definition {
  return plain(key, (cx) => {
    const handle = makeObject(cx.state, cx.thread, make(cx));
    report(cx, () => ({ kind: "create", object: handle.id, objectKind }));
    return [handle];
  });
}

// What calls do: the user's functions are followed, std's say what they do by their attributes.

import type { Span } from "../../base/span.ts";
import type { Instance } from "../../mir/instance.ts";
import { dropGlueOf, resolveInstance } from "../../mir/instances.ts";
import type { BlockId, Place, Terminator } from "../../mir/mir.ts";
import { placeTy } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import { guardIn, isGuard } from "../guardTys.ts";
import { callStd } from "./effects.ts";
import type { Call, Frame, Returned, Walk } from "./frame.ts";
import { opaque } from "./opaque.ts";
import { spotOf, takeOperand } from "./places.ts";
import { isPlain, isSilent } from "./silent.ts";
import { anyJoin, load, store, type State } from "./state.ts";
import { marked, mentionsClosure, runsUserDrop } from "./typesOf.ts";
import type { Known } from "./values.ts";

export function callFunction(
  walk: Walk,
  frame: Frame,
  state: State,
  terminator: Terminator & { kind: "call" },
  block: BlockId,
): Returned {
  const args = terminator.args.map((arg) => takeOperand(walk, frame, state, arg));
  const { func } = terminator;
  if (func.kind !== "constant" || func.ty.kind !== "fnDef") {
    anyJoin(state);
    return opaque(walk, frame, state, terminator.args);
  }
  const ty = placeTy(walk.cx, frame.body, terminator.destination);
  const call: Call = {
    walk,
    frame,
    state,
    block,
    terminator,
    def: func.ty.def,
    generics: func.ty.args,
    args,
    ty,
    id: `${frame.id}/${block}`,
  };
  return callStd(call) ?? follow(call, resolveInstance(walk.cx, call.def, call.generics));
}

/** Follows the code that a call runs, or takes note that nothing is known of it. */
function follow(call: Call, instance: Instance): Returned {
  const { walk, frame, state, terminator } = call;
  if (isSilent(walk, instance) && isPlain(walk, call.ty))
    return opaque(walk, frame, state, terminator.args);
  if (!isFollowed(call, instance)) {
    if (mayWait(call, instance)) anyJoin(state);
    return opaque(walk, frame, state, terminator.args, passedOn(call));
  }
  const returned = walk.run(
    walk,
    {
      instance,
      id: call.id,
      thread: frame.thread,
      path: [...frame.path, terminator.span],
      caller: frame,
      sure: frame.sure && frame.shape.inevitable.has(call.block),
      repeated: frame.repeated || frame.shape.repeated.has(call.block),
      args: call.args,
    },
    state,
  );
  if (returned !== undefined) return returned;
  anyJoin(state);
  return opaque(walk, frame, state, terminator.args);
}

/** The user's code, and std's where it is handed code of the user's. */
function isFollowed({ walk }: Call, instance: Instance): boolean {
  switch (instance.kind) {
    case "closure":
    case "closureOnce":
    case "ctor":
    case "clone":
    case "fnPtr":
      return true;
    case "item":
      return (
        instance.def >= (walk.cx.ty.program.std?.defCount ?? 0) ||
        instance.args.some((arg) => mentionsClosure(walk, arg))
      );
    default:
      return false;
  }
}

/** Code that is not followed may wait for threads: trait objects, and what is handed a thread's handle. */
function mayWait({ walk, frame, terminator }: Call, instance: Instance): boolean {
  if (instance.kind === "virtual" || instance.kind === "unsupported") return true;
  return terminator.args.some(
    (arg) =>
      arg.kind === "move" && runsUserDrop(walk, placeTy(walk.cx, frame.body, arg.place)) !== "no",
  );
}

/** std hands on what it was handed: `unwrap`, `Some`, `into_iter`; the types say where it can be. */
function passedOn(call: Call): Known {
  const { walk, ty } = call;
  for (const value of call.args) {
    if (value === undefined) continue;
    if (value.kind === "guard") {
      const guard = guardIn(walk.cx, ty);
      if (guard === undefined) continue;
      return isGuard(walk.cx, ty) ? { ...value, certain: true } : value;
    }
    if (value.kind === "thread" && marked(walk, ty, "handle")) return value;
    if (value.kind === "end" && marked(walk, ty, "end")) return value;
    if (value.kind === "pointer" && marked(walk, ty, "shared_pointer")) return value;
    if (value.kind === "loaded" && ty.kind === "int") return value;
  }
  return undefined;
}

export function dropValue(
  walk: Walk,
  frame: Frame,
  state: State,
  place: Place,
  block: BlockId,
  span: Span,
): void {
  const spot = spotOf(walk, frame, state, place);
  const ty = placeTy(walk.cx, frame.body, place);
  const drops = runsUserDrop(walk, ty);
  if (drops !== "no" && spot !== undefined && load(state, spot)?.kind !== "thread")
    runDrop(walk, frame, state, { spot, ty, block, span, followed: drops === "here" });
  if (spot !== undefined) store(state, spot, undefined);
}

function runDrop(
  walk: Walk,
  frame: Frame,
  state: State,
  at: {
    readonly spot: NonNullable<ReturnType<typeof spotOf>>;
    readonly ty: Ty;
    readonly block: BlockId;
    readonly span: Span;
    readonly followed: boolean;
  },
): void {
  const instance = at.followed ? dropGlueOf(walk.cx, at.ty) : undefined;
  const returned =
    instance &&
    walk.run(
      walk,
      {
        instance,
        id: `${frame.id}/${at.block}d`,
        thread: frame.thread,
        path: [...frame.path, at.span],
        caller: frame,
        sure: frame.sure && frame.shape.inevitable.has(at.block),
        repeated: frame.repeated || frame.shape.repeated.has(at.block),
        args: [{ kind: "pointer", to: at.spot }],
      },
      state,
    );
  if (returned === undefined) anyJoin(state);
}

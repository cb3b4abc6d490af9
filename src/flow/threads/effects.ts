// Calls of std whose effect on threads, locks and channels is declared: `#[lockstep::effect]`, `spawns`, `access`, and the
// language's own traits (`Deref`, `Clone`, `Index`, `Iterator`).

import type { Ty } from "../../ty/ty.ts";
import { guardIn } from "../guardTys.ts";
import { atomic } from "./accesses.ts";
import type { Call, Returned } from "./frame.ts";
import { language, made } from "./language.ts";
import { common, note, pointee, wait } from "./notes.ts";
import { opaque } from "./opaque.ts";
import { scope, spawn } from "./spawns.ts";
import { anyJoin } from "./state.ts";

/** Undefined: the call has no declared effect. */
export function callStd(call: Call): Returned | undefined {
  const { walk, def } = call;
  const { program } = walk.cx.ty;
  if (def >= (program.std?.defCount ?? 0)) return undefined;
  const spawns = program.marker(def, "spawns");
  if (spawns !== undefined) return spawns === "scope" ? scope(call) : spawn(call);
  const effect = program.marker(def, "effect");
  if (effect !== undefined) return perform(call, effect);
  const access = program.marker(def, "access");
  if (access !== undefined) return atomic(call, access);
  return language(call) ?? made(call);
}

// ---- locks and waiting

function perform(call: Call, effect: string): Returned {
  switch (effect) {
    case "lock":
      return acquire(call);
    case "try_lock":
      return tryAcquire(call);
    case "wait":
    case "wait_timeout":
    case "wait_while":
      return waitOn(call, effect);
    case "join":
      return join(call);
    default:
      note(call, wait(call, effect, { on: pointee(call.args[0]) }));
      call.state.ordered = true;
      return opaque(call.walk, call.frame, call.state, call.terminator.args);
  }
}

function acquire(call: Call): Returned {
  const { state, args } = call;
  const lock = pointee(args[0]);
  const guard = guardIn(call.walk.cx, call.ty);
  if (lock === undefined || guard === undefined) return { state, value: undefined };
  const mode = modeOf(call, guard);
  if (mode === undefined) return { state, value: undefined };
  note(call, { ...common(call), kind: "acquire", lock, mode });
  // What is read behind a lock may be what another thread left there.
  if (call.frame.shape.repeated.has(call.block)) state.ordered = true;
  return { state, value: { kind: "guard", lock, mode, made: call.id, certain: true } };
}

function tryAcquire(call: Call): Returned {
  const { state, args } = call;
  const lock = pointee(args[0]);
  const guard = guardIn(call.walk.cx, call.ty);
  const mode = guard === undefined ? undefined : modeOf(call, guard);
  state.ordered = true;
  if (lock === undefined || mode === undefined) return { state, value: undefined };
  return { state, value: { kind: "guard", lock, mode, made: call.id, certain: false } };
}

function modeOf(call: Call, guard: Ty): "read" | "write" | undefined {
  if (guard.kind !== "adt") return undefined;
  const kind = call.walk.cx.ty.program.marker(guard.def, "guard");
  return kind === "rwlockRead" ? "read" : "write";
}

/** A condition variable gives the mutex back while it waits, and takes it again. */
function waitOn(call: Call, effect: string): Returned {
  const { state, args } = call;
  const guard = args.find((arg) => arg?.kind === "guard");
  const releases = guard?.kind === "guard" ? [guard.lock] : [];
  note(call, wait(call, effect, { on: pointee(args[0]), releases }));
  state.ordered = true;
  return { state, value: guard };
}

function join(call: Call): Returned {
  const { state, args } = call;
  const [handle] = args;
  const known = handle?.kind === "thread" ? handle.id : undefined;
  note(call, wait(call, "join", { joins: known }));
  if (known === undefined || !state.running.has(known)) {
    anyJoin(state);
    state.ordered = true;
  } else if (call.walk.threads.get(known)?.running.has(known) === true) {
    state.perhaps.add(known);
    state.running.delete(known);
  } else {
    state.running.delete(known);
    state.perhaps.delete(known);
  }
  return { state, value: undefined };
}

// Calls that start threads: `spawn`, and `scope`, which waits for those that it has started.

import { intern } from "../../mir/instance/resolve.ts";
import { resolveInstance } from "../../mir/instances.ts";
import type { Ty } from "../../ty/ty.ts";
import { userSpan, type Call, type Returned } from "./frame.ts";
import { argumentTy, isRepeated } from "./notes.ts";
import { anyJoin, forThread, type State } from "./state.ts";
import type { Known } from "./values.ts";

export function spawn(call: Call): Returned {
  const { walk, frame, state } = call;
  const id = `${call.id}t`;
  const index = call.args.length - 1;
  const closure = call.args[index];
  const ty = argumentTy(call, index);
  const earlier = walk.threads.get(id);
  walk.threads.set(id, {
    id,
    parent: frame.thread,
    span: userSpan(frame, call.terminator.span),
    running: new Set([...state.running, ...(earlier?.running ?? [])]),
    perhaps: new Set([...state.perhaps, ...(earlier?.perhaps ?? [])]),
  });
  const inner = forThread(state);
  const sure = frame.sure && frame.shape.inevitable.has(call.block);
  if (ty !== undefined)
    runCallable(call, { id, thread: id, ty, callable: closure, sure }, inner, []);
  state.running.add(id);
  return { state, value: { kind: "thread", id } };
}

/** `thread::scope`: calls its closure here, then waits for all that it has started. */
export function scope(call: Call): Returned {
  const { state, args } = call;
  const before = { running: new Set(state.running), perhaps: new Set(state.perhaps) };
  const ty = argumentTy(call, 0);
  const object: Known = { kind: "pointer", to: { root: `${call.id}s`, path: [] } };
  const sure = call.frame.sure && call.frame.shape.inevitable.has(call.block);
  const target = { id: call.id, thread: call.frame.thread, ty, callable: args[0], sure };
  const returned = ty && runCallable(call, { ...target, ty }, state, [object]);
  if (returned?.state === undefined) {
    if (returned !== undefined) return returned;
    anyJoin(state);
    return { state, value: undefined };
  }
  const after = returned.state;
  // The end of the scope waits like a join for each.
  for (const set of [after.running, after.perhaps]) {
    for (const id of set)
      if (id.startsWith(`${call.id}/`) && !before.running.has(id)) set.delete(id);
  }
  return returned;
}

/** Runs a closure or function with arguments; a closure's environment is handed over as its kind wants it. */
function runCallable(
  call: Call,
  target: {
    readonly id: string;
    readonly thread: string;
    readonly ty: Ty;
    readonly callable: Known;
    readonly sure: boolean;
  },
  state: State,
  args: readonly Known[],
): Returned | undefined {
  const { walk, frame, terminator } = call;
  const { ty } = target;
  const common = {
    id: target.id,
    thread: target.thread,
    sure: target.sure,
    repeated: target.thread === frame.thread && isRepeated(call),
    path: target.thread === frame.thread ? [...frame.path, terminator.span] : [],
    caller: frame,
  };
  if (ty.kind === "fnDef") {
    const instance = resolveInstance(walk.cx, ty.def, ty.args);
    return walk.run(walk, { ...common, instance, args }, state);
  }
  if (ty.kind !== "closure") return undefined;
  const info = walk.cx.ty.closureInfo(ty.owner, ty.index);
  const instance = intern(walk.cx, {
    kind: "closure",
    owner: ty.owner,
    index: ty.index,
    args: ty.args,
  });
  const environment = `${target.id}:env`;
  const byValue = info?.kind === "FnOnce";
  if (!byValue && target.callable !== undefined) state.memory.set(environment, target.callable);
  const self: Known = byValue
    ? target.callable
    : { kind: "pointer", to: { root: environment, path: [] } };
  const tuple: Known = { kind: "aggregate", tag: "tuple", fields: args };
  return walk.run(walk, { ...common, instance, args: [self, tuple] }, state);
}

// Calls of std whose effect on threads, locks and channels is declared: `#[lockstep::effect]`, `spawns`, `access`, and the
// language's own traits (`Deref`, `Clone`, `Index`, `Iterator`).

import type { DefId } from "../../hir/defs.ts";
import { intern } from "../../mir/instance/resolve.ts";
import { resolveInstance } from "../../mir/instances.ts";
import { isBox, placeTy } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import { guardIn, isGuard } from "../guardTys.ts";
import { marked, opaque, type Call } from "./calls.ts";
import type { ThreadEvent, Wait } from "./events.ts";
import { anyJoin, dataOf, forget, forThread, heldGuards, load, type State } from "./state.ts";
import { inside, sameSpot, without, type Known, type Spot } from "./values.ts";
import { isFixed, runInstance, userSpan, type Returned } from "./walk.ts";

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

// ---- threads

function spawn(call: Call): Returned {
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
function scope(call: Call): Returned {
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
    return runInstance(walk, { ...common, instance, args }, state);
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
  return runInstance(walk, { ...common, instance, args: [self, tuple] }, state);
}

function argumentTy(call: Call, index: number): Ty | undefined {
  const arg = call.terminator.args[index];
  if (arg === undefined) return undefined;
  return arg.kind === "constant" ? arg.ty : placeTy(call.walk.cx, call.frame.body, arg.place);
}

// ---- atomics

/** A fence is an access of no atomic in particular. */
const FENCE: Spot = { root: "fence", path: [] };

function atomic(call: Call, access: string): Returned {
  const { state, args, terminator, walk } = call;
  const spot = access === "fence" ? FENCE : pointee(args[0]);
  // Whoever looks at an atomic may be waiting for another thread to change it.
  if (access !== "store" && call.frame.shape.repeated.has(call.block)) state.ordered = true;
  if (access === "load") state.ordered = true;
  if (spot === undefined) return opaque(walk, call.frame, state, terminator.args);
  const orders = terminator.args.map((arg) => orderOf(call, arg));
  const stored = args[1];
  const from =
    access === "store" && stored?.kind === "loaded" && sameSpot(stored.from, spot)
      ? stored
      : undefined;
  note(call, { ...common(call), kind: "access", access, spot, orders, from });
  const span = userSpan(call.frame, terminator.span);
  return {
    state,
    value: access === "load" ? { kind: "loaded", from: spot, span, key: call.id } : undefined,
  };
}

/** The `Ordering` that is written there. */
function orderOf(call: Call, arg: Call["terminator"]["args"][number]): string | undefined {
  if (arg.kind === "constant") return undefined;
  const { statements } = call.frame.body.blocks[
    call.block
  ] as Call["frame"]["body"]["blocks"][number];
  for (const statement of statements) {
    if (
      statement.kind !== "assign" ||
      statement.place.local !== arg.place.local ||
      statement.value.kind !== "aggregate" ||
      statement.value.aggregate.kind !== "adt"
    )
      continue;
    const { def, variant } = statement.value.aggregate;
    const named = call.walk.cx.ty.adt(def).variants[variant];
    return named && call.walk.cx.ty.program.marker(named.def, "ordering");
  }
  return undefined;
}

// ---- the language's own traits

function language(call: Call): Returned | undefined {
  const { walk, def, state, args } = call;
  const trait = walk.cx.ty.def(def).parent;
  if (trait === undefined || walk.cx.ty.def(trait).kind !== "trait") return undefined;
  const is = (lang: string) => trait === walk.cx.ty.lang(lang);
  const self = call.generics[0] as Ty | undefined;
  if (is("deref") || is("deref_mut")) return deref(call, self);
  if (is("index") || is("index_mut")) return indexed(call);
  if (is("clone") && self !== undefined) {
    const user = self.kind === "adt" && self.def >= (walk.cx.ty.program.std?.defCount ?? 0);
    const spot = pointee(args[0]);
    if (user || spot === undefined) return undefined;
    const value = load(state, spot) ?? sharedAt(call, spot, self);
    return { state, value: without(value, (part) => part.kind === "guard") };
  }
  if (is("iterator")) return nextOf(call);
  return undefined;
}

function deref(call: Call, self: Ty | undefined): Returned | undefined {
  const { walk, state } = call;
  if (self?.kind !== "adt" || self.def >= (walk.cx.ty.program.std?.defCount ?? 0)) return undefined;
  const spot = pointee(call.args[0]);
  if (spot === undefined) return { state, value: undefined };
  const value = load(state, spot);
  if (value?.kind === "pointer") return { state, value };
  if (value?.kind === "guard") return { state, value: { kind: "pointer", to: dataOf(value.lock) } };
  // What a shared pointer or a lazily made value in a fixed place leads to is fixed.
  if (isGuard(walk.cx, self) || !isFixed(spot)) return { state, value: undefined };
  return { state, value: { kind: "pointer", to: inside(spot, "*") } };
}

function indexed(call: Call): Returned {
  const { state, args } = call;
  const spot = pointee(args[0]);
  const [, index] = args;
  if (spot === undefined || index?.kind !== "int") return { state, value: undefined };
  return { state, value: { kind: "pointer", to: inside(spot, `${index.value}`) } };
}

function sharedAt(call: Call, spot: Spot, ty: Ty): Known {
  const shared = marked(call.walk, ty, "shared_pointer") && ty.kind === "adt";
  return shared && isFixed(spot) ? { kind: "pointer", to: inside(spot, "*") } : undefined;
}

/** The next message of a receiver's iterator is waited for. */
function nextOf(call: Call): Returned | undefined {
  const { state, args } = call;
  if (call.def !== nextMethod(call)) return undefined;
  const spot = pointee(args[0]);
  const iterator = spot && load(state, spot);
  if (iterator?.kind !== "end" || iterator.side !== "receiver") return undefined;
  note(
    call,
    wait(call, "recv", { channel: iterator.channel, senders: sendersOf(call, iterator.channel) }),
  );
  state.ordered = true;
  return { state, value: undefined };
}

function nextMethod(call: Call): DefId | undefined {
  const trait = call.walk.cx.ty.lang("iterator");
  if (trait === undefined) return undefined;
  const { parent } = call.walk.cx.ty.def(call.def);
  return parent === trait && call.walk.cx.ty.program.langOf(call.def) === "next"
    ? call.def
    : undefined;
}

// ---- what std makes

/** A box or shared pointer around a value is a new allocation; a channel has two ends. */
function made(call: Call): Returned | undefined {
  const { walk, state, args, ty } = call;
  const { program } = walk.cx.ty;
  const receives = program.marker(call.def, "receives");
  if (receives === "now") return { state, value: undefined };
  const [first] = args;
  if (program.marker(call.def, "items") === "same") {
    const end = first?.kind === "pointer" ? load(state, first.to) : first;
    if (end?.kind === "end") return { state, value: end };
  }
  if (receives === "all") {
    const spot = pointee(args[0]);
    const value = spot && load(state, spot);
    return { state, value: value?.kind === "end" ? value : undefined };
  }
  if (ty.kind === "tuple") {
    const ends = ty.tys.map((one) =>
      one.kind === "adt" ? program.marker(one.def, "end") : undefined,
    );
    if (ends.length > 0 && ends.every((end) => end !== undefined)) {
      const channel = `${call.id}c`;
      const fields = ends.map((side): Known => ({ kind: "end", side: side as string, channel }));
      return { state, value: { kind: "aggregate", tag: "tuple", fields } };
    }
  }
  if (ty.kind !== "adt" || args.length !== 1) return undefined;
  const pointer = program.marker(ty.def, "shared_pointer") !== undefined || isBox(walk.cx, ty);
  const given = argumentTy(call, 0);
  if (
    !pointer ||
    given === undefined ||
    given !== (ty.args.find((arg) => arg.kind !== "region") as Ty)
  )
    return undefined;
  forget(state, call.id);
  if (args[0] !== undefined) state.memory.set(call.id, args[0]);
  return { state, value: { kind: "pointer", to: { root: call.id, path: [] } } };
}

// ---- events

function pointee(value: Known): Spot | undefined {
  return value?.kind === "pointer" ? value.to : undefined;
}

function note(call: Call, event: ThreadEvent): void {
  call.walk.events.set(event.key, event);
}

function common(call: Call) {
  const { frame, state, terminator } = call;
  return {
    key: call.id,
    thread: frame.thread,
    span: userSpan(frame, terminator.span),
    nameSpan: userSpan(frame, terminator.fnSpan),
    path: frame.path,
    held: heldGuards(state).map(({ guard: { lock, mode, made: by }, root }) => ({
      lock,
      mode,
      made: by,
      root,
    })),
    running: new Set(state.running),
    perhaps: new Set(state.perhaps),
    sure: frame.sure && frame.shape.inevitable.has(call.block) && !state.ordered,
    repeated: isRepeated(call),
    body: frame.body,
    block: call.block,
  };
}

function isRepeated({ frame, block }: Call): boolean {
  return frame.shape.repeated.has(block) || frame.repeated;
}

function wait(
  call: Call,
  effect: string,
  what: Partial<Pick<Wait, "joins" | "on" | "releases" | "channel" | "senders">>,
): Wait {
  const receiver = what.on && load(call.state, what.on);
  const channel =
    what.channel ??
    (receiver?.kind === "end" && receiver.side === "receiver" ? receiver.channel : undefined);
  return {
    ...common(call),
    kind: "wait",
    effect,
    callee: call.def,
    joins: what.joins,
    on: what.on,
    releases: what.releases ?? [],
    channel,
    senders: what.senders ?? (channel === undefined ? [] : sendersOf(call, channel)),
  };
}

/** Variables of this thread that certainly hold a sender of the channel now. */
function sendersOf({ state, frame }: Call, channel: string): { readonly root: string }[] {
  const roots: { root: string }[] = [];
  const own = (root: string) =>
    root.startsWith(`${frame.thread}:`) || root.startsWith(`${frame.thread}/`);
  for (const [root, value] of state.memory) {
    if (!own(root)) continue;
    let holds = false;
    without(value, (part) => {
      holds ||= part.kind === "end" && part.side === "sender" && part.channel === channel;
      return false;
    });
    if (holds) roots.push({ root });
  }
  return roots;
}

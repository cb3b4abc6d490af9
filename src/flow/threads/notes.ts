// Taking note of what a thread does: the events, with all that holds at their moment.

import { placeTy } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import type { ThreadEvent, Wait } from "./events.ts";
import { userSpan, type Call } from "./frame.ts";
import { heldGuards, load } from "./state.ts";
import { without, type Known, type Spot } from "./values.ts";

export function pointee(value: Known): Spot | undefined {
  return value?.kind === "pointer" ? value.to : undefined;
}

export function note(call: Call, event: ThreadEvent): void {
  call.walk.events.set(event.key, event);
}

export function common(call: Call) {
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

export function isRepeated({ frame, block }: Call): boolean {
  return frame.shape.repeated.has(block) || frame.repeated;
}

export function wait(
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
export function sendersOf({ state, frame }: Call, channel: string): { readonly root: string }[] {
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

export function argumentTy(call: Call, index: number): Ty | undefined {
  const arg = call.terminator.args[index];
  if (arg === undefined) return undefined;
  return arg.kind === "constant" ? arg.ty : placeTy(call.walk.cx, call.frame.body, arg.place);
}

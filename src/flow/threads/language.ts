// The language's own traits (`Deref`, `Clone`, `Index`, `Iterator`) on std's types, and what std's functions make.

import type { DefId } from "../../hir/defs.ts";
import { isBox } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import { isGuard } from "../guardTys.ts";
import type { Call, Returned } from "./frame.ts";
import { argumentTy, note, pointee, sendersOf, wait } from "./notes.ts";
import { isFixed } from "./places.ts";
import { dataOf, forget, load } from "./state.ts";
import { marked } from "./typesOf.ts";
import { inside, without, type Known, type Spot } from "./values.ts";

export function language(call: Call): Returned | undefined {
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
export function made(call: Call): Returned | undefined {
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

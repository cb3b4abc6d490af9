// Calls of atomics: what they access, in which order, and whether a store was computed from a load.

import { userSpan, type Call, type Returned } from "./frame.ts";
import { common, note, pointee } from "./notes.ts";
import { opaque } from "./opaque.ts";
import { sameSpot, type Spot } from "./values.ts";

/** A fence is an access of no atomic in particular. */
const FENCE: Spot = { root: "fence", path: [] };

export function atomic(call: Call, access: string): Returned {
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

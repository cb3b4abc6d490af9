// `lockstep::lock_order`: threads take the same locks in different orders, so that each can hold what the next one wants.
//
// The lock graph of Havelund (GoodLock): an edge from each lock that is held to the one that is acquired. A cycle whose edges
// belong to threads that run together, with no lock that keeps them apart, can end in a deadlock.
// Not modelled: cycles of more than `LONGEST` locks; locks in collections.

import { isStdSpan } from "../base/span.ts";
import { WARNING_WORDS, WARNINGS } from "../explain/warningWords.ts";
import type { Acquire, Behaviour, Held } from "../flow/threads/events.ts";
import { isShared, keptApart, together } from "../flow/threads/parallel.ts";
import { sameSpot, spotKey, type Spot } from "../flow/threads/values.ts";
import { eventOf, receiverText, sameSpan, type Warning, type WarningCx } from "./warning.ts";

interface Edge {
  readonly held: Held;
  readonly event: Acquire;
}

interface Search {
  readonly behaviour: Behaviour;
  /** Edges by the lock that is held. */
  readonly byHeld: Map<string, readonly Edge[]>;
  readonly cycles: Map<string, readonly Edge[]>;
  fuel: number;
}

const LONGEST = 4;
/** Paths that are tried before the search for cycles is given up. */
const FUEL = 20_000;

export function lockOrders(cx: WarningCx): Warning[] {
  return cx.behaviours.flatMap((behaviour) => {
    const edges = edgesOf(behaviour);
    const search: Search = { behaviour, byHeld: new Map(), cycles: new Map(), fuel: FUEL };
    for (const edge of edges) {
      const key = spotKey(edge.held.lock);
      search.byHeld.set(key, [...(search.byHeld.get(key) ?? []), edge]);
    }
    for (const edge of edges) extend(search, [edge]);
    return [...search.cycles.values()].map((cycle) => warningOf(cx, behaviour, cycle));
  });
}

function edgesOf(behaviour: Behaviour): Edge[] {
  return behaviour.events.flatMap((event) =>
    event.kind === "acquire"
      ? event.held
          .filter((held) => !sameSpot(held.lock, event.lock))
          .map((held): Edge => ({ held, event }))
      : [],
  );
}

function extend(search: Search, path: readonly Edge[]): void {
  const first = path[0] as Edge;
  const last = path.at(-1) as Edge;
  if (path.length > 1 && leadsTo(last, first)) {
    const key = path
      .map((edge) => `${edge.event.span.start}`)
      .sort()
      .join(" ");
    if (!search.cycles.has(key)) search.cycles.set(key, path);
    return;
  }
  if (path.length === LONGEST || search.fuel-- <= 0) return;
  for (const next of search.byHeld.get(spotKey(last.event.lock)) ?? []) {
    if (!leadsTo(last, next)) continue;
    if (path.some((edge) => !canMeet(search.behaviour, edge, next))) continue;
    extend(search, [...path, next]);
  }
}

/** What `a` waits for, `b` may be holding. */
function leadsTo(a: Edge, b: Edge): boolean {
  return (
    spotKey(a.event.lock) === spotKey(b.held.lock) &&
    (a.event.mode === "write" || b.held.mode === "write")
  );
}

function canMeet(behaviour: Behaviour, a: Edge, b: Edge): boolean {
  if (together(behaviour, a.event, b.event) === "no") return false;
  if (!isShared(a.event.lock, a.event, b.event) || !isShared(a.held.lock, a.event, b.event))
    return false;
  return !keptApart(a.event.held, b.event.held);
}

function warningOf(cx: WarningCx, behaviour: Behaviour, cycle: readonly Edge[]): Warning {
  const ordered = [...cycle].sort((a, b) => a.event.span.start - b.event.span.start);
  const first = ordered[0] as Edge;
  const others = ordered.slice(1);
  const name = (edge: Edge, which: "held" | "wanted") =>
    nameOf(cx, behaviour, which === "wanted" ? edge.event.lock : edge.held.lock);
  const related = ordered.flatMap((edge, index) => {
    const holder = eventOf(behaviour, edge.held.made);
    const hold = holder
      ? [{ span: holder.span, message: WARNINGS.orderHolds(name(edge, "held"), index) }]
      : [];
    const calls = edge.event.path
      .slice(-2)
      .map((span) => ({ span, message: WARNING_WORDS.orderThrough }));
    const wants =
      index === 0
        ? []
        : [{ span: edge.event.span, message: WARNINGS.orderWants(name(edge, "wanted"), index) }];
    return [...hold, ...calls, ...wants];
  });
  const sure = cycle.every((edge) => edge.event.sure) && allSurely(behaviour, cycle);
  return {
    severity: "warning",
    code: "lockstep::lock_order",
    message:
      oneText(cx, ordered) ??
      WARNINGS.lockOrder(
        name(first, "held"),
        name(first, "wanted"),
        others.map((edge) => ({
          held: name(edge, "held"),
          wanted: name(edge, "wanted"),
          line: cx.lineOf(edge.event.span),
        })),
      ),
    span: first.event.span,
    related,
    claim: { entry: behaviour.entry, sure, waits: cycle.map((edge) => edge.event.span) },
  };
}

/** One name for a lock, wherever it is taken: the shortest of those that its clones and references have. */
function nameOf(cx: WarningCx, behaviour: Behaviour, lock: Spot): string | undefined {
  return behaviour.events
    .filter((event) => event.kind === "acquire" && sameSpot(event.lock, lock))
    .map((event) => receiverText(cx, event))
    .filter((text) => text !== undefined)
    .toSorted((a, b) => a.length - b.length)[0];
}

/** One place in the text, reached by different calls with different locks. */
function oneText(cx: WarningCx, cycle: readonly Edge[]): string | undefined {
  const [first, second] = cycle;
  if (first === undefined || second === undefined || cycle.length > 2) return undefined;
  if (!sameSpan(first.event.span, second.event.span)) return undefined;
  const [a, b] = [first, second].map((edge) => edge.event.path.find((span) => !isStdSpan(span)));
  if (a === undefined || b === undefined) return undefined;
  return WARNINGS.lockOrderByCall(receiverText(cx, first.event), cx.lineOf(a), cx.lineOf(b));
}

function allSurely(behaviour: Behaviour, cycle: readonly Edge[]): boolean {
  return cycle.every((a, index) =>
    cycle.slice(index + 1).every((b) => together(behaviour, a.event, b.event) === "surely"),
  );
}

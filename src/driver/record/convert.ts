// The machine's events as rows of a trace. One small function per event; events that people do not see give none.

import type { MachineEvent } from "../../machine/run/events.ts";
import type { Machine } from "../../machine/machine.ts";
import type { State } from "../../machine/state/state.ts";
import { memoryById } from "../../machine/state/memory.ts";
import type { AllocId } from "../../machine/state/value.ts";
import type { EventKind } from "../../trace/trace.ts";
import type { Ty } from "../../ty/ty.ts";
import { handleName, movedNames, wholeSpan } from "./callSite.ts";
import { releaseReason } from "./release.ts";
import type { Row } from "./rows.ts";

export interface EventPlaceInfo {
  readonly thread: number;
  readonly step: number;
  readonly machine: Machine;
  readonly state: State;
  /** Names of the variables that a closure captures by its type. */
  readonly capturesOf: (ty: Ty) => readonly string[];
}

const MODES = { lock: 0, read: 1, write: 2 } as const;
const FAILED = { empty: -2, disconnected: -3, timeout: -4 } as const;
const HOW = { notified: 0, spurious: 1, timeout: 2 } as const;
const PHASES = { start: 0, done: 1, poisoned: 2, already: 3 } as const;
const COUNTS: Readonly<Record<string, EventKind>> = {
  clone: "clone",
  drop: "dropCount",
  dropWeak: "dropCount",
  downgrade: "downgrade",
  upgrade: "upgrade",
  upgradeFailed: "upgrade",
};

type Fields = Partial<Pick<Row, "key" | "a" | "b" | "text" | "threadInA">>;

export function rowOf(event: MachineEvent, at: EventPlaceInfo): Row | undefined {
  const row = (kind: EventKind, fields: Fields = {}): Row => ({
    kind,
    thread: at.thread,
    step: at.step,
    span: event.kind === "line" ? event.span : wholeSpan(at.state, at.thread, event.span),
    key: undefined,
    a: 0,
    b: 0,
    text: "",
    ...fields,
  });
  switch (event.kind) {
    case "line":
    case "unblocked":
    case "yield":
    case "park":
    case "catch":
      return row(event.kind);
    case "spawn":
      return row("spawn", {
        a: event.child,
        threadInA: true,
        text: movedNames(at.state, at.thread, at.capturesOf),
      });
    case "threadEnd":
      return row("end", { a: event.panicked ? 1 : 0 });
    case "join":
      return row("join", { a: event.child, threadInA: true, b: event.panicked ? 1 : 0 });
    case "create":
      return row("create", { key: `o${event.object}`, text: event.objectKind });
    case "destroy":
    case "wait":
    case "clearPoison":
      return row(event.kind, { key: `o${event.object}` });
    case "acquire":
      return row("acquire", {
        key: `o${event.object}`,
        a: MODES[event.mode],
        b: event.poisoned ? 1 : 0,
      });
    case "release":
      return row("release", {
        key: `o${event.object}`,
        a: MODES[event.mode],
        text: `\n${releaseReason(at.state, at.thread)}`,
      });
    case "tryFailed":
      return row("tryFailed", { key: `o${event.object}`, text: event.reason });
    case "count":
      return row(COUNTS[event.change] ?? "clone", {
        key: placeOf(at.state, event),
        a: event.strong,
        b: event.weak,
        text:
          handleName(at.machine, at.state, at.thread, event.at?.alloc) +
          (event.change === "dropWeak" ? "\nweak" : ""),
      });
    case "borrow":
      return row("borrow", {
        key: placeOf(at.state, event),
        a: event.mutable ? 1 : 0,
        b: event.failed ? 1 : 0,
      });
    case "borrowEnd":
      return row("borrowEnd", { key: placeOf(at.state, event), a: event.mutable ? 1 : 0 });
    case "send":
      return row("send", { key: `o${event.object}`, a: event.queued, b: event.failed ? -3 : 0 });
    case "recv":
      return row("recv", {
        key: `o${event.object}`,
        a: event.queued,
        b: event.failed === undefined ? (event.from ?? -1) : FAILED[event.failed],
      });
    case "endDropped":
      return row("endDropped", {
        key: `o${event.object}`,
        a: event.left,
        b: event.end === "sender" ? 0 : 1,
      });
    case "notify":
      return row("notify", {
        key: `o${event.object}`,
        a: event.woken.length,
        b: event.all ? 1 : 0,
      });
    case "woken":
      return row("woken", { key: `o${event.object}`, a: HOW[event.how] });
    case "barrier":
      return row("barrier", { key: `o${event.object}`, a: event.arrived, b: event.size });
    case "once":
      return row("once", { key: `o${event.object}`, a: PHASES[event.phase] });
    case "unpark":
      return row("unpark", { a: event.target, threadInA: true });
    case "sleep":
      return row("sleep", { a: Math.round(Number(event.nanos) / 1e6) });
    case "atomic":
      return row(event.op === "load" ? "load" : event.op === "store" ? "store" : "rmw", {
        key: cellKey(at.state, event.alloc, event.offset),
        b: event.stale ? 1 : 0,
        text: `${event.order}\n${event.before}\n${event.after}\n${methodOf(event.op)}`,
      });
    case "access": {
      const { alloc, offset, before, after, what } = event;
      return row(event.write ? "store" : "load", {
        key: cellKey(at.state, alloc, offset),
        text: `\n${before}\n${after}\n${what}`,
      });
    }
    case "fence":
      return row("fence", { text: event.order });
    case "print":
      return row("print", { a: event.stream === "stdout" ? 0 : 1, text: event.text });
    case "panic":
      return row("panic", { text: event.message });
    case "exit":
      return row("exit", { a: event.code });
    case "blocked":
    case "write":
    case "alloc":
    case "free":
      return undefined;
  }
}

/** `fetch_add` for the machine's `add`. */
function methodOf(op: string): string {
  return op.replace(/^(add|sub|and|nand|or|xor|max|min)$/, "fetch_$1");
}

/** Counted boxes and cells have no object of the machine: the event tells their place. */
function placeOf(
  state: State,
  event: MachineEvent & { readonly kind: "count" | "borrow" | "borrowEnd" },
): string {
  if (event.at === undefined) return `o${event.object}`;
  return cellKey(state, event.at.alloc, event.at.offset);
}

function cellKey(state: State, alloc: AllocId, offset: number): string {
  return `${alloc}.${memoryById(state, alloc)?.generation ?? 0}+${offset}`;
}

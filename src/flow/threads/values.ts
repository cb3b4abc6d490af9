// What the walk of threads.ts knows about values: which lock a guard holds, where a pointer leads, which thread a handle names.
//
// An abstract domain for *must* facts: a value is known exactly or not at all (`undefined`), and two ways that meet keep what
// both agree on. A lock is named by how it is reached: a root (a variable, a static, an allocation) and the fields below it.

import type { Span } from "../../base/span.ts";

/** A place in memory that means the same wherever it is named. */
export interface Spot {
  readonly root: string;
  /** Fields, constant indexes, `*` for what a fixed pointer leads to, `!` for the data that a lock protects. */
  readonly path: readonly string[];
}

export type Value =
  | { readonly kind: "pointer"; readonly to: Spot }
  | GuardValue
  | { readonly kind: "aggregate"; readonly tag: string; readonly fields: readonly Known[] }
  | { readonly kind: "thread"; readonly id: string }
  | { readonly kind: "end"; readonly side: string; readonly channel: string }
  | { readonly kind: "int"; readonly value: bigint }
  /** Computed from what an atomic held. */
  | { readonly kind: "loaded"; readonly from: Spot; readonly span: Span; readonly key: string };

export interface GuardValue {
  readonly kind: "guard";
  readonly lock: Spot;
  readonly mode: "read" | "write";
  /** The event that made it. */
  readonly made: string;
  /** False: what `try_lock` gave, before it is known to be a guard. */
  readonly certain: boolean;
}

/** Undefined: nothing is known. */
export type Known = Value | undefined;

export function inside(spot: Spot, step: string): Spot {
  return { root: spot.root, path: [...spot.path, step] };
}

export function spotKey(spot: Spot): string {
  return `${spot.root}|${spot.path.join(".")}`;
}

export function sameSpot(a: Spot, b: Spot): boolean {
  return a.root === b.root && a.path.join(".") === b.path.join(".");
}

export function sameValue(a: Known, b: Known): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  switch (a.kind) {
    case "pointer":
      return b.kind === "pointer" && sameSpot(a.to, b.to);
    case "guard":
      return (
        b.kind === "guard" &&
        a.made === b.made &&
        a.certain === b.certain &&
        sameSpot(a.lock, b.lock)
      );
    case "aggregate":
      return (
        b.kind === "aggregate" &&
        a.tag === b.tag &&
        a.fields.every((field, index) => sameValue(field, b.fields[index]))
      );
    case "thread":
      return b.kind === "thread" && a.id === b.id;
    case "end":
      return b.kind === "end" && a.side === b.side && a.channel === b.channel;
    case "int":
      return b.kind === "int" && a.value === b.value;
    case "loaded":
      return b.kind === "loaded" && a.key === b.key;
  }
}

/** What both agree on. */
export function meet(a: Known, b: Known): Known {
  if (sameValue(a, b)) return a;
  if (a?.kind === "aggregate" && b?.kind === "aggregate" && a.tag === b.tag) {
    const fields = a.fields.map((field, index) => meet(field, b.fields[index]));
    return { ...a, fields };
  }
  if (a?.kind === "guard" && b?.kind === "guard" && sameSpot(a.lock, b.lock) && a.mode === b.mode) {
    return { ...a, certain: a.certain && b.certain };
  }
  return undefined;
}

/** The value without what `drop` says is no longer so; unchanged parts keep their identity. */
export function without(value: Known, drop: (value: Value) => boolean): Known {
  if (value === undefined || drop(value)) return undefined;
  if (value.kind !== "aggregate") return value;
  const fields = value.fields.map((field) => without(field, drop));
  return fields.every((field, index) => field === value.fields[index])
    ? value
    : { ...value, fields };
}

export function eachPart(value: Known, visit: (value: Value) => void): void {
  if (value === undefined) return;
  visit(value);
  if (value.kind === "aggregate") for (const field of value.fields) eachPart(field, visit);
}

export function mentionsRoot(value: Value, root: string): boolean {
  switch (value.kind) {
    case "pointer":
      return value.to.root === root;
    case "guard":
      return value.lock.root === root;
    case "loaded":
      return value.from.root === root;
    default:
      return false;
  }
}

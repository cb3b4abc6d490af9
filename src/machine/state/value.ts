// What memory holds.
//
// Memory is made of cells, not bytes: every scalar takes one cell, an aggregate the cells of its fields in order, an enum one
// tag cell and then room for its largest variant (machine/layout/layout.ts). A place is an allocation and a cell offset, so interior
// pointers, slices and moves work as on a real machine, values are cheap to fork and to hash, and nothing is ever reinterpreted:
// reading a cell as another kind of value is reported, not guessed.
//
// Not modelled: bytes of values (transmute between different layouts, pointer-to-integer arithmetic that is turned back).

import type { Instance } from "../../mir/instance.ts";
import type { Ty } from "../../ty/ty.ts";

/**
 * Allocation id: (allocating thread, lowest free slot of that thread), so that it does not depend on the interleaving.
 * Heap ids are `((slot + 1) << 10) | thread`, frames are negative (thread and depth), 0 is null or dangling. See `memory.ts`.
 */
export type AllocId = number & { readonly brand: "AllocId" };
/** A synchronisation object (mutex, channel, …), numbered like allocations. Printed `m0`. */
export type ObjectId = number & { readonly brand: "ObjectId" };
/** Dense, but given by the path of spawn numbers from main. Printed `t1`. */
export type ThreadId = number & { readonly brand: "ThreadId" };

/**
 * - symbols: a number that was forgotten (forgetting.ts)
 * - numbers: every integer type and floats; `char` is its code point, `bool` 0 or 1; enum tags are variant indices
 * - bigint: integers beyond ±2⁵³ (one canonical form: a number whenever it is safe)
 * - undefined: uninitialised or moved out
 */
export type Cell =
  | number
  | bigint
  | Pointer
  | FnPointer
  | ObjectHandle
  | InstantCell
  | symbol
  | undefined;

export interface Pointer {
  readonly kind: "pointer";
  /** 0 for a dangling or null pointer; `offset` is then its address. */
  readonly alloc: AllocId;
  readonly offset: number;
  /** Tells a freed and reused slot from the one this pointer was made for. Neither compared nor hashed. */
  readonly generation: number;
  /** Length of a slice or str, vtable of a trait object; undefined when thin, but for a pointer in disguise. */
  readonly meta: number | VTable | Disguise | undefined;
}

export interface VTable {
  readonly kind: "vtable";
  /** The concrete type behind the `dyn`. */
  readonly ty: Ty;
  readonly id: number;
}

/** What a thin pointer really points to, where its type has other scalars (disguise.ts). */
export interface Disguise {
  readonly kind: "disguise";
  readonly ty: Ty;
  readonly id: number;
}

export interface FnPointer {
  readonly kind: "fn";
  readonly instance: Instance;
}

/** The identity of a sync object; it moves with the value that holds it. */
export interface ObjectHandle {
  readonly kind: "object";
  readonly id: ObjectId;
}

/** A moment of virtual time; hashed relative to now. */
export interface InstantCell {
  readonly kind: "instant";
  readonly nanos: bigint;
}

// What can be called or run once all types are known.

import type { DefId } from "../hir/defs.ts";
import type { GenericArgs, Ty } from "../ty/ty.ts";

/** Equal instances are the same object; `key` is unique. */
export type Instance = InstanceKind & { readonly key: string };

export type InstanceKind =
  /** A function with all its generic arguments; also the initialiser of a constant or static. */
  | { readonly kind: "item"; readonly def: DefId; readonly args: GenericArgs }
  /** The constructor of a tuple struct or variant as a function. */
  | { readonly kind: "ctor"; readonly def: DefId; readonly args: GenericArgs }
  /** The body of a closure. */
  | {
      readonly kind: "closure";
      readonly owner: DefId;
      readonly index: number;
      readonly args: GenericArgs;
    }
  /** `call_once` by value of a closure whose body takes its environment by reference. */
  | { readonly kind: "closureOnce"; readonly ty: Ty }
  /** A closure without captures as a function pointer. */
  | { readonly kind: "closureFnPointer"; readonly ty: Ty }
  /** `Fn*::call*` of function items and pointers; `receiver` says whether self comes by reference. */
  | { readonly kind: "fnPtr"; readonly ty: Ty; readonly receiver: "value" | "ref" }
  /** Drops a value in place; its argument is `*mut ty`. */
  | { readonly kind: "dropGlue"; readonly ty: Ty }
  /** `Clone::clone` of tuples, arrays, closures and other types whose clone is built in. */
  | { readonly kind: "clone"; readonly ty: Ty }
  /** A method of a trait object: the concrete type comes from the receiver's vtable. */
  | { readonly kind: "virtual"; readonly method: DefId; readonly args: GenericArgs }
  /** Performed by the machine: `#[lockstep::primitive = "name"]`. */
  | {
      readonly kind: "primitive";
      readonly name: string;
      readonly def: DefId;
      readonly args: GenericArgs;
    }
  | { readonly kind: "unsupported"; readonly what: string; readonly reason: string };

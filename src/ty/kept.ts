// What a type context has found out, and how it passes on to the context of an edited program.
//
// The edit lies inside one function's body (hir/replaceBody.ts): all answers hold but those about that function. They
// are moved, not copied: the old context goes on with nothing kept.

import type { Span } from "../base/span.ts";
import type { DefId } from "../hir/defs.ts";
import type { Simplified } from "./simplify.ts";
import type { TyError, TypeckResults } from "./typeck.ts";

export interface Kept {
  /** By query, in the order in which the context makes them; the first are the results of type checking. */
  caches: Map<DefId, unknown>[];
  /** What is asked once, in the same way. */
  once: Map<number, unknown>;
  langs: Map<string, DefId | undefined>;
  inherentImpls: Map<Simplified, readonly DefId[]>;
  selection: Map<string, unknown>;
  objects: { readonly trait: DefId; readonly span: Span }[];
  itemErrors: TyError[];
  reported: Set<string>;
  itemsChecked: boolean;
}

export function nothingKept(): Kept {
  return {
    caches: [],
    once: new Map(),
    langs: new Map(),
    inherentImpls: new Map(),
    selection: new Map(),
    objects: [],
    itemErrors: [],
    reported: new Set(),
    itemsChecked: false,
  };
}

export interface OwnerEdit {
  /** The function whose body has changed. */
  readonly owner: DefId;
  /** Where its body stood. */
  readonly stood: Span;
  /** Lines behind it have other numbers, which messages about closures tell. */
  readonly linesMoved: boolean;
}

/** Takes everything that still holds. */
export function takeKept(from: Kept, { owner, stood, linesMoved }: OwnerEdit): Kept {
  const taken = { ...from };
  Object.assign(from, nothingKept(), { caches: from.caches.map(() => new Map()) });
  for (const cache of taken.caches) cache.delete(owner);
  if (linesMoved) dropFailed(taken.caches[0] as Map<DefId, TypeckResults | undefined>);
  const isGone = (span: Span): boolean => stood.start <= span.start && span.end <= stood.end;
  taken.objects = taken.objects.filter((one) => !isGone(one.span));
  if (taken.itemErrors.some((error) => isGone(error.span))) {
    taken.itemErrors = taken.itemErrors.filter((error) => !isGone(error.span));
    taken.reported = new Set(taken.itemErrors.map(errorKey));
  }
  return taken;
}

function dropFailed(results: Map<DefId, TypeckResults | undefined>): void {
  for (const [id, one] of results)
    if (one !== undefined && one.errors.length > 0) results.delete(id);
}

export function errorKey({ code, span, message }: TyError): string {
  return `${code}:${span.start}:${span.end}:${message}`;
}

// What kind of pointer leads to borrowed content: a reference, a raw pointer, or an overloaded `*` or `[]` (`Rc`, `Vec`, …).
// Follows `borrowed_content_source`.

import { showTy } from "../ty/show.ts";
import type { Ty } from "../ty/ty.ts";
import type { Place } from "../mir/mir.ts";
import { placeTy } from "../mir/placeTys.ts";
import { isTy } from "../ty/fold.ts";
import type { FlowCx } from "./flowCx.ts";

export type ContentSource =
  | { readonly kind: "rawPtr" }
  | { readonly kind: "ref"; readonly mutable: boolean }
  | { readonly kind: "deref"; readonly ty: Ty }
  | { readonly kind: "index"; readonly ty: Ty };

/** `base` is the pointer itself, without the dereference. */
export function contentSource(cx: FlowCx, base: Place): ContentSource {
  const overloaded = base.projections.length === 0 ? fromCall(cx, base) : undefined;
  if (overloaded) return overloaded;
  const ty = placeTy(cx.mir, cx.body, base);
  return ty.kind === "ref" ? { kind: "ref", mutable: ty.mutable } : { kind: "rawPtr" };
}

/** The temporary is the result of `Deref::deref` or `Index::index` that an operator calls. */
function fromCall(cx: FlowCx, base: Place): ContentSource | undefined {
  if (cx.body.locals[base.local]?.kind !== "temporary") return undefined;
  for (const { terminator } of cx.body.blocks) {
    if (
      terminator.kind !== "call" ||
      terminator.destination.local !== base.local ||
      terminator.source !== "operator"
    )
      continue;
    if (terminator.func.kind !== "constant" || terminator.func.ty.kind !== "fnDef") continue;
    const { def, args } = terminator.func.ty;
    const trait = cx.mir.ty.def(def).parent;
    const self = args[0];
    if (!self || !isTy(self) || trait === undefined) continue;
    const is = (lang: string) => trait === cx.mir.ty.lang(lang);
    if (is("deref") || is("deref_mut")) return { kind: "deref", ty: self };
    if (is("index") || is("index_mut")) return { kind: "index", ty: self };
  }
  return undefined;
}

/** `Rc` and `Arc` are called by name, as rustc does (there by diagnostic items, here by a marker). */
function sharedPointerName(cx: FlowCx, ty: Ty): string | undefined {
  if (ty.kind !== "adt") return undefined;
  return cx.mir.ty.program.marker(ty.def, "shared_pointer") === undefined
    ? undefined
    : cx.mir.ty.def(ty.def).name;
}

export function forUnnamedPlace(cx: FlowCx, source: ContentSource): string {
  switch (source.kind) {
    case "rawPtr":
      return "a raw pointer";
    case "ref":
      return source.mutable ? "a mutable reference" : "a shared reference";
    case "deref": {
      const shared = sharedPointerName(cx, source.ty);
      return shared === undefined
        ? `dereference of \`${showTy(cx.mir.ty, source.ty)}\``
        : `an \`${shared}\``;
    }
    case "index":
      return `index of \`${showTy(cx.mir.ty, source.ty)}\``;
  }
}

export function forNamedPlace(source: ContentSource): string | undefined {
  switch (source.kind) {
    case "rawPtr":
      return "raw pointer";
    case "ref":
      return source.mutable ? "mutable reference" : "shared reference";
    default:
      return undefined;
  }
}

export function forImmutablePlace(cx: FlowCx, source: ContentSource): string {
  switch (source.kind) {
    case "rawPtr":
      return "a `*const` pointer";
    case "ref":
      return source.mutable ? "a `&mut` reference" : "a `&` reference";
    case "deref": {
      const shared = sharedPointerName(cx, source.ty);
      return shared === undefined
        ? `dereference of \`${showTy(cx.mir.ty, source.ty)}\``
        : `an \`${shared}\``;
    }
    case "index":
      return `an index of \`${showTy(cx.mir.ty, source.ty)}\``;
  }
}

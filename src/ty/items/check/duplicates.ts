// Names that stand twice where each may stand once: fields (E0124), items of one trait impl (E0201), items of a type's own
// impls (E0592), discriminants (E0081). Follows `check_for_duplicate_items_in_impl`, `inherent_impls_overlap`,
// `detect_discriminant_duplicate`.

import { implsOverlap } from "./overlap.ts";
import type { AdtData, Def, DefId, ImplData } from "../../../hir/defs.ts";
import type { TyContext } from "../../queries.ts";
import type { TyError } from "../../typeck.ts";

export function duplicateFields(def: Def & AdtData, out: TyError[]): void {
  for (const variant of def.variants) {
    for (const [field, former] of repeated(variant.fields)) {
      out.push({
        code: "E0124",
        message: `field \`${field.name}\` is already declared`,
        span: field.span,
        label: "field already declared",
        related: [{ span: former.span, message: `\`${field.name}\` first declared here` }],
      });
    }
  }
}

export function duplicateDiscriminants(
  cx: TyContext,
  def: Def & AdtData,
  span: TyError["span"],
  out: TyError[],
): void {
  if (def.kind !== "enum") return;
  const seen = new Set<bigint>();
  const told = new Set<bigint>();
  for (const { def: variant } of def.variants) {
    const value = cx.discriminant(variant);
    if (value === undefined) return;
    if (seen.has(value) && !told.has(value)) {
      told.add(value);
      out.push({
        code: "E0081",
        message: `discriminant value \`${value}\` assigned more than once`,
        span,
        related: [],
      });
    }
    seen.add(value);
  }
}

/** Twice in one impl: of a trait E0201, else E0592. */
export function duplicateItems(cx: TyContext, def: Def & ImplData, out: TyError[]): void {
  const items = def.items.map((id) => cx.def(id));
  for (const [item, former] of repeated(items.map((one) => ({ ...one, key: keyOf(one) })))) {
    out.push({
      code: def.trait === undefined ? "E0592" : "E0201",
      message: `duplicate definitions with name \`${item.name}\`${def.trait === undefined ? "" : ":"}`,
      span: item.nameSpan,
      label:
        def.trait === undefined
          ? `duplicate definitions for \`${item.name}\``
          : "duplicate definition",
      related: [{ span: former.nameSpan, message: `other definition for \`${item.name}\`` }],
    });
  }
}

/** The same name in two impls of a type that can both apply. */
export function overlappingItems(cx: TyContext, out: TyError[]): void {
  const owners = new Map<string, Def[]>();
  for (const id of cx.program.localDefs) {
    const def = cx.def(id);
    if (def.kind !== "impl" || def.trait !== undefined) continue;
    const self = cx.typeOf(id);
    if (self.hasUnknown || self.kind !== "adt") continue;
    for (const item of def.items.map((one) => cx.def(one))) {
      const key = `${self.def} ${keyOf(item)}`;
      const other = owners
        .get(key)
        ?.find((one) => one.parent !== id && areBoth(cx, one.parent, id));
      if (other !== undefined) {
        out.push({
          code: "E0592",
          message: `duplicate definitions with name \`${item.name}\``,
          span: other.nameSpan,
          label: `duplicate definitions for \`${item.name}\``,
          related: [{ span: item.nameSpan, message: `other definition for \`${item.name}\`` }],
        });
      }
      owners.set(key, [...(owners.get(key) ?? []), item]);
    }
  }
}

function areBoth(cx: TyContext, a: DefId | undefined, b: DefId): boolean {
  return a !== undefined && implsOverlap(cx, a, b);
}

/** Types stand beside functions and constants of the same name. */
function keyOf(item: Def): string {
  return `${item.kind === "assocTy" ? "type" : "value"} ${item.name}`;
}

function repeated<T extends { readonly name: string; readonly key?: string }>(
  items: readonly T[],
): readonly (readonly [T, T])[] {
  const first = new Map<string, T>();
  const out: (readonly [T, T])[] = [];
  for (const item of items) {
    const key = item.key ?? item.name;
    const former = first.get(key);
    if (former === undefined) first.set(key, item);
    else out.push([item, former]);
  }
  return out;
}

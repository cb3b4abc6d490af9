// Structs, unions and enums with their fields and variants.

import type { Attribute, Fields, Generics, Item } from "../../syntax/ast.ts";
import { isEnabled } from "../attrs.ts";
import { createModule } from "../crate.ts";
import type { DefNode, Place } from "../crate.ts";
import type { DefVisibility } from "../defs.ts";
import { collectDerives } from "../derive/derive.ts";
import { collectGenerics } from "./collectGenerics.ts";
import { defRes, defineName, itemScope } from "./defineName.ts";
import {
  createDef,
  createItemDef,
  enter,
  placeInside,
  refuseVisibility,
  visibilityOf,
} from "./place.ts";

export function collectStruct(
  place: Place,
  item: Item & { kind: "struct" | "union" },
  attrs: readonly Attribute[],
): void {
  const visibility = visibilityOf(place, item.visibility);
  const node = createItemDef(place, item, item.kind, attrs, visibility);
  defineName(place, "types", node, defRes(node));
  enterAdt(place, node, item.generics);
  const fields = collectFields(place, node, item.fields);
  if (item.kind === "struct" && item.fields.kind !== "named") {
    const tightest = [visibility, ...fields.map((field) => field.visibility)].reduce(narrower);
    defineName(place, "values", node, { kind: "ctor", def: node.id }, tightest);
  }
  collectDerives(place, item, attrs);
}

function narrower(a: DefVisibility, b: DefVisibility): DefVisibility {
  if (a.kind === "public") return b;
  if (b.kind === "public") return a;
  return a.in >= b.in ? a : b;
}

function enterAdt(place: Place, node: DefNode, generics: Generics): void {
  const { scope, nodes } = collectGenerics(place, node, generics, itemScope(place, node), 0);
  enter(node, { kind: "self", res: { kind: "selfTy", of: node.id }, parent: scope }, nodes, 0);
}

function collectFields(place: Place, owner: DefNode, fields: Fields): DefNode[] {
  const test = place.crate.options.test === true;
  const out: DefNode[] = [];
  for (const field of fields.fields) {
    if (!isEnabled(field.attrs, { test })) continue;
    const isVariant = owner.kind === "variant";
    if (isVariant) refuseVisibility(place, field.visibility);
    const visibility = isVariant ? owner.visibility : visibilityOf(place, field.visibility);
    const made = createDef(
      { ...place, scope: owner.scope },
      {
        kind: "field",
        name: field.name.name,
        node: field,
        nameNode: field.name,
        attrs: field.attrs,
        visibility,
        source: { kind: "field", field },
        parent: owner.id,
        index: out.length,
      },
    );
    owner.children.push(made.id);
    out.push(made);
  }
  return out;
}

export function collectEnum(
  place: Place,
  item: Item & { kind: "enum" },
  attrs: readonly Attribute[],
): void {
  const { crate } = place;
  const visibility = visibilityOf(place, item.visibility);
  const node = createItemDef(place, item, "enum", attrs, visibility);
  defineName(place, "types", node, defRes(node));
  enterAdt(place, node, item.generics);
  const module = createModule(node.id, "enum", place.module);
  crate.modules.set(node.id, module);
  const within: Place = { ...place, module, scope: node.scope };
  const test = crate.options.test === true;
  for (const variant of item.variants) {
    if (!isEnabled(variant.attrs, { test })) continue;
    refuseVisibility(place, variant.visibility);
    const made = createDef(within, {
      kind: "variant",
      name: variant.name.name,
      node: variant,
      nameNode: variant.name,
      attrs: variant.attrs,
      visibility,
      source: { kind: "variant", variant },
      parent: node.id,
      index: node.children.length,
    });
    node.children.push(made.id);
    defineName(within, "types", made, defRes(made));
    if (variant.fields.kind !== "named")
      defineName(within, "values", made, { kind: "ctor", def: made.id });
    collectFields(within, made, variant.fields);
    if (variant.discriminant !== undefined)
      place.crate.collector.expr(placeInside(within, node), variant.discriminant);
  }
  collectDerives(place, item, attrs);
}

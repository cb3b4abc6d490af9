// The shape of a struct or variant: whether its name is also a constructor.

import type { Crate } from "../crate.ts";
import { nodeOf } from "../crate.ts";
import type { DefId, VariantShape } from "../defs.ts";

export function ctorShape(crate: Crate, def: DefId): VariantShape {
  const { source } = nodeOf(crate, def);
  if (source.kind === "stored") return source.shape;
  if (source.kind === "variant") return source.variant.fields.kind;
  return source.kind === "item" && source.item.kind === "struct"
    ? source.item.fields.kind
    : "named";
}

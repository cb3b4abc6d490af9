// Structs, enums and unions: variants, fields and discriminants.

import { evaluateConst } from "../constEval.ts";
import type { DefId } from "../../hir/defs.ts";
import type { AdtInfo, TyContext } from "../queries.ts";
import type { IntTy } from "../ty.ts";

export function adtInfo(cx: TyContext, id: DefId): AdtInfo {
  const def = cx.def(id);
  if (def.kind !== "struct" && def.kind !== "enum" && def.kind !== "union")
    return { def: id, kind: "struct", variants: [] };
  return {
    def: id,
    kind: def.kind,
    variants: def.variants.map((variant, index) => ({
      def: variant.def,
      name: variant.name,
      index,
      shape: variant.shape,
      fields: variant.fields.map((field, at) => ({
        def: field.def,
        name: field.name,
        index: at,
        span: field.span,
      })),
    })),
  };
}

/** The value behind `as i32`; variants whose value is unknown are left out. */
export function discriminants(cx: TyContext, id: DefId): Map<DefId, bigint> {
  const out = new Map<DefId, bigint>();
  const def = cx.def(id);
  if (def.kind !== "enum") return out;
  const repr = cx.tcx.int(reprOf(cx, id));
  let next: bigint | undefined = 0n;
  for (const { def: variantId } of def.variants) {
    const variant = cx.def(variantId);
    if (variant.kind === "variant" && variant.discriminant) {
      const value = evaluateConst(cx, variant.discriminant.body.value, repr);
      next = value.const === "value" && typeof value.value === "bigint" ? value.value : undefined;
    }
    if (next !== undefined) out.set(variantId, next);
    next = next === undefined ? undefined : next + 1n;
  }
  return out;
}

/** `#[repr(u8)]`; `isize` without. */
export function reprOf(cx: TyContext, id: DefId): IntTy {
  for (const attr of cx.def(id).attrs) {
    if (attr.path.segments.length !== 1 || attr.path.segments[0]?.ident.name !== "repr") continue;
    for (let row = attr.tokens.from; row < attr.tokens.to; row++) {
      const word = attr.tokens.table.text(row);
      if (/^[iu](8|16|32|64|128|size)$/.test(word)) return word as IntTy;
    }
  }
  return "isize";
}

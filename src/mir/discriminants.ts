// Discriminant values of enums: the variant's index unless the source gives numbers.

import type { DefId } from "../hir/defs.ts";
import type { MirContext } from "./context.ts";

export function discriminants(cx: MirContext, adt: DefId): readonly bigint[] {
  const known = cx.discriminants.get(adt);
  if (known) return known;
  const values: bigint[] = [];
  for (const variant of cx.ty.adt(adt).variants) {
    values.push(cx.ty.discriminant(variant.def) ?? (values[values.length - 1] ?? -1n) + 1n);
  }
  cx.discriminants.set(adt, values);
  return values;
}

export function discriminantValue(cx: MirContext, adt: DefId, variant: number): bigint {
  return discriminants(cx, adt)[variant] ?? BigInt(variant);
}

export function variantOfDiscriminant(
  cx: MirContext,
  adt: DefId,
  value: bigint,
): number | undefined {
  const index = discriminants(cx, adt).indexOf(value);
  return index < 0 ? undefined : index;
}

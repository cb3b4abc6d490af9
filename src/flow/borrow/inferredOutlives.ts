// What the fields of a type say about its lifetimes: `struct S<'a, 'b> { r: &'a &'b u8 }` means `'b: 'a`.
// Follows `inferred_outlives_of`: references, and the types of fields in their turn.
//
// Not modelled: bounds on associated types, and those of trait objects.

import { isTy, walkTy } from "../../ty/fold.ts";
import type { DefId } from "../../hir/defs.ts";
import type { TyContext } from "../../ty/queries.ts";
import type { GenericArg, Region, Ty } from "../../ty/ty.ts";

/** In terms of the parameters of the type. */
export interface InferredOutlives {
  /** A lifetime, or a type parameter with all lifetimes in what stands for it. */
  readonly long: Region | (Ty & { kind: "param" });
  readonly short: Region;
}

export function inferredOutlives(
  cx: TyContext,
  adt: DefId,
  above: ReadonlySet<DefId> = new Set(),
): readonly InferredOutlives[] {
  // Without lifetimes of its own there is nothing that could be outlived.
  const hasLifetime = cx.genericsOf(adt).own.some((param) => param.kind === "lifetime");
  if (!hasLifetime || above.has(adt)) return [];
  const inside = new Set([...above, adt]);
  const out: InferredOutlives[] = [];
  for (const { fields } of cx.adt(adt).variants)
    for (const field of fields)
      walkTy(cx.typeOf(field.def), (part) => {
        if (part.kind === "fnPtr" || part.kind === "dyn") return false;
        if (part.kind === "ref")
          for (const long of mentioned(part.ty)) out.push({ long, short: part.region });
        if (part.kind === "adt") out.push(...ofField(cx, part, inside));
        return true;
      });
  return out;
}

/** The same of a field's type, with what it was given. */
function ofField(
  cx: TyContext,
  { def, args }: Ty & { kind: "adt" },
  above: ReadonlySet<DefId>,
): readonly InferredOutlives[] {
  return inferredOutlives(cx, def, above).flatMap(({ long, short }) => {
    const lower = given(short, args);
    if (lower?.kind !== "region") return [];
    const upper = given(long, args);
    if (upper === undefined || upper.kind === "constant") return [];
    const all = isTy(upper) ? mentioned(upper) : [upper];
    return all.map((one) => ({ long: one, short: lower }));
  });
}

function given(
  of: Region | (Ty & { kind: "param" }),
  args: readonly GenericArg[],
): GenericArg | undefined {
  if (of.kind === "param") return args[of.index];
  return of.region === "param" ? args[of.index] : of;
}

/** Lifetimes and type parameters in a type. */
function mentioned(ty: Ty): (Region | (Ty & { kind: "param" }))[] {
  const out: (Region | (Ty & { kind: "param" }))[] = [];
  walkTy(ty, (part) => {
    if (part.kind === "fnPtr" || part.kind === "dyn") return false;
    if (part.kind === "ref") out.push(part.region);
    if (part.kind === "param") out.push(part);
    if (part.kind === "adt") for (const arg of part.args) if (arg.kind === "region") out.push(arg);
    return true;
  });
  return out;
}

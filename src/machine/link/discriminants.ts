// Discriminants: the tag cell holds the variant's index; programs see the value written with `= n`.

import type { Place } from "../../mir/mir.ts";
import { discriminantValue } from "../../mir/discriminants.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Scalar } from "../code.ts";
import { layoutOf } from "../layout/layout.ts";
import type { Machine } from "../machine.ts";
import { canonical } from "../num/ints.ts";
import type { Int } from "../num/ints.ts";
import { seen } from "../state/forgetting.ts";
import { undefinedBehaviour, unsupported } from "../run/trap.ts";
import type { Cell } from "../state/value.ts";
import type { LinkContext } from "./context.ts";
import { compilePlace, scalarOf } from "./places.ts";

/** Discriminant values by variant; undefined where they are the indices. */
export function discriminantTable(machine: Machine, ty: Ty): readonly Int[] | undefined {
  if (ty.kind !== "adt") return undefined;
  const { def } = ty;
  const adt = machine.cx.ty.adt(def);
  if (adt.kind !== "enum") return undefined;
  const values = adt.variants.map((variant, index) =>
    machine.cx.ty.discriminant(variant.def) === undefined
      ? unsupported("a discriminant", "its value is not known")
      : canonical(discriminantValue(machine.cx, def, index)),
  );
  return values.every((value, index) => value === index) ? undefined : values;
}

export function compileDiscriminant(link: LinkContext, place: Place): Scalar {
  const code = compilePlace(link, place);
  const table = discriminantTable(link.machine, code.ty);
  if (!layoutOf(link.machine, code.ty).tagged) {
    const only = table?.[0] ?? 0;
    return () => only;
  }
  const tag = scalarOf(code);
  if (table === undefined) return (x) => knownTag(tag(x));
  return (x) => table[knownTag(tag(x))];
}

function knownTag(cell: Cell): number {
  if (typeof seen(cell) === "number") return cell as number;
  return undefinedBehaviour("use of an uninitialised or moved-out value");
}

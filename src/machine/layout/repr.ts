// `#[repr(…)]` of a type.

import type { IntTy } from "../../ty/ty.ts";
import type { DefId } from "../code.ts";
import type { Machine } from "../machine.ts";
import { INTS } from "../num/ints.ts";

export interface Repr {
  readonly c: boolean;
  readonly int: IntTy | undefined;
  readonly align: number | undefined;
  /** Fields are aligned to no more. */
  readonly packed: number | undefined;
}

export function reprOf(machine: Machine, def: DefId): Repr {
  let repr: Repr = { c: false, int: undefined, align: undefined, packed: undefined };
  for (const attr of machine.cx.ty.def(def).attrs) {
    if (attr.path.segments.length !== 1 || attr.path.segments[0]?.ident.name !== "repr") continue;
    const words: string[] = [];
    for (let row = attr.tokens.from; row < attr.tokens.to; row++)
      words.push(attr.tokens.table.text(row));
    repr = words.reduce<Repr>(
      (found, word, index) => readWord(found, word, words[index + 2]),
      repr,
    );
  }
  return repr;
}

function readWord(repr: Repr, word: string, argument: string | undefined): Repr {
  if (word === "C") return { ...repr, c: true };
  if (word === "packed") return { ...repr, packed: Number(argument) || 1 };
  if (word === "align") return { ...repr, align: Number(argument) };
  return Object.hasOwn(INTS, word) ? { ...repr, int: word as IntTy } : repr;
}

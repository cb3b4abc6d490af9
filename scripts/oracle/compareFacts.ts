// Sets what rustc says of a file against what we say: how much agrees, and every difference.

import type { ClosureFact, DropFact, Facts, LocalFact, Position } from "./facts.ts";

export type FactKind = "locals" | "closures" | "drops" | "unwind drops";

export interface Difference extends Position {
  readonly kind: FactKind;
  readonly rustc: string;
  readonly ours: string;
}

export interface Comparison {
  readonly counts: Readonly<Record<FactKind, { readonly equal: number; readonly all: number }>>;
  readonly differences: readonly Difference[];
}

export function compareFacts(rustc: Facts, ours: Facts): Comparison {
  const locals = compareLocals(rustc.locals, ours.locals);
  const closures = compareClosures(rustc.closures, ours.closures);
  const normal = (facts: Facts) => facts.drops.filter(({ unwind }) => !unwind);
  const unwind = (facts: Facts) => facts.drops.filter((drop) => drop.unwind);
  const drops = compareDrops("drops", normal(rustc), normal(ours));
  const unwinding = compareDrops("unwind drops", unwind(rustc), unwind(ours));
  const count = ({ equal, all }: Part) => ({ equal, all });
  return {
    counts: {
      locals: count(locals),
      closures: count(closures),
      drops: count(drops),
      "unwind drops": count(unwinding),
    },
    differences: [locals, closures, drops, unwinding].flatMap((part) => part.differences),
  };
}

interface Part {
  readonly equal: number;
  readonly all: number;
  readonly differences: readonly Difference[];
}

/** A macro makes several variables of one place: any of ours may be the one. */
function compareLocals(rustc: readonly LocalFact[], ours: readonly LocalFact[]): Part {
  const left = group(ours, keyOf);
  const differences = rustc.flatMap((local): Difference[] => {
    const here = left.get(keyOf(local)) ?? [];
    const at = here.findIndex(({ ty }) => ty === local.ty);
    if (at >= 0) {
      if (here.length > 1) here.splice(at, 1);
      return [];
    }
    const said = here[0]?.ty ?? "nothing";
    return [{ kind: "locals", ...placeOf(local), rustc: `${local.name}: ${local.ty}`, ours: said }];
  });
  return { all: rustc.length, equal: rustc.length - differences.length, differences };
}

function compareClosures(rustc: readonly ClosureFact[], ours: readonly ClosureFact[]): Part {
  const left = group(ours, (closure) => `${closure.line}:${closure.column}`);
  const textOf = ({ kind, captures }: ClosureFact) => [kind, ...captures].join(", ");
  const differences = rustc.flatMap((closure): Difference[] => {
    const here = left.get(`${closure.line}:${closure.column}`) ?? [];
    if (closure.line === 0 || here.some((one) => textOf(one) === textOf(closure))) return [];
    const said = here[0] ? textOf(here[0]) : "nothing";
    return [{ kind: "closures", ...placeOf(closure), rustc: textOf(closure), ours: said }];
  });
  return { all: rustc.length, equal: rustc.length - differences.length, differences };
}

/** Each kind of drop at a line once: exits of a scope share blocks or do not, which says nothing about the program. */
function compareDrops(kind: FactKind, rustc: readonly DropFact[], ours: readonly DropFact[]): Part {
  const key = ({ line, name, ty }: DropFact) => `${line} ${name} ${ty}`;
  const theirs = new Map(rustc.filter(({ line }) => line > 0).map((drop) => [key(drop), drop]));
  const own = new Map(ours.filter(({ line }) => line > 0).map((drop) => [key(drop), drop]));
  // What a macro of std drops stands in std for rustc, and at the call for us.
  const inStd = group(
    rustc.filter(({ line }) => line === 0),
    ({ ty }) => ty,
  );
  const text = ({ name, ty }: DropFact) => `${name}: ${ty}`;
  const missing = [...theirs].flatMap(([at, drop]): Difference[] =>
    own.has(at) ? [] : [{ kind, ...placeOf(drop), rustc: text(drop), ours: "nothing" }],
  );
  const extra = [...own].flatMap(([at, drop]): Difference[] =>
    theirs.has(at) || inStd.get(drop.ty)?.length
      ? []
      : [{ kind, ...placeOf(drop), rustc: "nothing", ours: text(drop) }],
  );
  const all = theirs.size + extra.length;
  return { all, equal: theirs.size - missing.length, differences: [...missing, ...extra] };
}

function keyOf({ line, column, name }: LocalFact): string {
  return `${line}:${column} ${name.replace("r#", "")}`;
}

function placeOf({ line, column }: Position): Position {
  return { line, column };
}

function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>();
  for (const item of items) {
    const list = out.get(key(item));
    if (list) list.push(item);
    else out.set(key(item), [item]);
  }
  return out;
}

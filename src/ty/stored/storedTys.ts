// Interned types in a snapshot: each is an atom of the pack, described by its constructor and its parts.
//
// Regions, constants and lists of generic arguments are interned too, and atoms as well.

import type { PackReader } from "../../base/pack/read.ts";
import type { Atoms } from "../../base/pack/write.ts";
import type { DefId } from "../../hir/defs.ts";
import type { Interner } from "../intern.ts";
import type { Const, GenericArg, Region, Ty } from "../ty.ts";

interface List {
  readonly kind: "list";
  readonly items: readonly GenericArg[];
}

/** What `intern.ts` adds to what a type is made of. */
const MADE: ReadonlySet<string> = new Set([
  "id",
  "flags",
  "hasInfer",
  "hasParam",
  "hasUnknown",
  "hasAlias",
  "hasRegions",
]);

export function tyAtoms(tcx: Interner): Atoms {
  const numbers = new Map<object, number>();
  const descriptions: unknown[] = [];
  const add = (value: object, description: unknown): number => {
    const number = descriptions.push(description) - 1;
    numbers.set(value, number);
    return number;
  };
  return {
    descriptions,
    numberOf(value) {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      if (isInterned(value)) return add(value, describe(value));
      if (!Array.isArray(value) || !isList(tcx, value)) return undefined;
      const list: List = { kind: "list", items: [...(value as GenericArg[])] };
      return add(value, list);
    },
  };
}

function isInterned(value: object): value is GenericArg {
  return "flags" in value && "id" in value && "kind" in value;
}

function isList(tcx: Interner, value: readonly unknown[]): boolean {
  if (value === tcx.noArgs) return true;
  const parts = value as readonly GenericArg[];
  return (
    value.length > 0 &&
    parts.every((part) => typeof part === "object" && part !== null && isInterned(part)) &&
    tcx.args(parts) === value
  );
}

function describe(value: GenericArg): unknown {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !MADE.has(key)));
}

export function openTys(tcx: Interner, pack: PackReader): void {
  pack.makeAtom = (description) => make(tcx, description as Ty | Region | Const | List);
}

function make(tcx: Interner, of: Ty | Region | Const | List): unknown {
  switch (of.kind) {
    case "list":
      return tcx.args(of.items);
    case "region":
      return makeRegion(tcx, of);
    case "constant":
      return makeConst(tcx, of);
    default:
      return makeTy(tcx, of);
  }
}

function makeTy(tcx: Interner, of: Ty): Ty {
  switch (of.kind) {
    case "bool":
    case "char":
    case "str":
    case "never":
    case "unknown":
      return tcx[of.kind];
    case "int":
      return tcx.int(of.int);
    case "float":
      return tcx.float(of.float);
    case "adt":
    case "fnDef":
    case "projection":
    case "opaque":
      return tcx[of.kind](of.def, of.args);
    case "ref":
      return tcx.ref(of.region, of.ty, of.mutable);
    case "ptr":
      return tcx.ptr(of.ty, of.mutable);
    case "slice":
      return tcx.slice(of.ty);
    case "array":
      return tcx.array(of.ty, of.length);
    case "tuple":
      return tcx.tuple(of.tys);
    case "fnPtr":
      return tcx.fnPtr(of.sig);
    case "closure":
      return tcx.closure(of.owner, of.index, of.args);
    case "dyn":
      return tcx.dyn(of.principal, of.autos as readonly DefId[], of.region);
    case "param":
      return tcx.param(of.index, of.name, of.def);
    case "infer":
      throw new Error("bug: a type that is being inferred in a snapshot");
  }
}

function makeRegion(tcx: Interner, of: Region): Region {
  switch (of.region) {
    case "static":
    case "erased":
      return tcx[of.region];
    case "param":
      return tcx.paramRegion(of.index, of.name, of.def);
    case "bound":
      return tcx.boundRegion(of.depth, of.index, of.name);
    case "var":
      throw new Error("bug: a region variable in a snapshot");
  }
}

function makeConst(tcx: Interner, of: Const): Const {
  switch (of.const) {
    case "value":
      return tcx.constValue(of.value, of.ty);
    case "param":
      return tcx.constParam(of.index, of.name, of.def);
    case "unknown":
      return tcx.unknownConst;
    case "infer":
      throw new Error("bug: a constant that is being inferred in a snapshot");
  }
}

// The type interner: equal types, regions and constants are the same object.
//
// Hash-consing by the identity of the parts, as rustc's CtxtInterners. Types that mention only std's
// definitions live in std's interner, which all programs share; a program's own lie above it. Types with inference
// variables live in a table that is thrown away with the body being checked (see `withInferenceScope`).
//
// Not modelled: late-bound types and constants (only regions can be bound).

import type { DefId } from "../hir/defs.ts";
import type {
  Const,
  ExistentialTraitRef,
  FloatTy,
  FnSig,
  GenericArg,
  GenericArgs,
  IntTy,
  Region,
  Ty,
  TyKind,
} from "./ty.ts";

/** Bits of `flagsOf`. */
export const HAS_INFER = 1;
export const HAS_PARAM = 2;
export const HAS_UNKNOWN = 4;
export const HAS_PROJECTION = 8;
export const HAS_OPAQUE = 16;
export const HAS_REGIONS = 32;
export const HAS_BOUND = 64;
export const HAS_CLOSURE = 128;
/** Mentions a definition of the program itself, not only std's. */
export const IS_LOCAL = 256;

type Flagged = { readonly flags: number };

export function flagsOf(value: GenericArg): number {
  return (value as unknown as Flagged).flags;
}

export function argsFlags(args: GenericArgs): number {
  let flags = 0;
  for (const arg of args) flags |= flagsOf(arg);
  return flags;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type RegionKind = DistributiveOmit<Region, "id" | "kind">;
type ConstKind = DistributiveOmit<Const, "id" | "kind" | "hasInfer" | "hasParam">;
interface Counter {
  next: number;
  /** Of types that all programs share. */
  shared: number;
}
type Made = {
  -readonly [
    K in "id" | "flags" | "hasInfer" | "hasParam" | "hasUnknown" | "hasAlias" | "hasRegions"
  ]: K extends "id" | "flags" ? number : boolean;
};

const INTS: readonly IntTy[] = [
  "i8",
  "i16",
  "i32",
  "i64",
  "i128",
  "isize",
  "u8",
  "u16",
  "u32",
  "u64",
  "u128",
  "usize",
];

/** The tables of one lifetime: std's, a program's, or those of the body being checked. */
class Store {
  readonly lists = new Trie();
  readonly defs = {
    adt: new Map(),
    fnDef: new Map(),
    projection: new Map(),
    opaque: new Map(),
  } as Readonly<Record<DefTyKind, Map<DefId, Map<GenericArgs, Ty>>>>;
  readonly refs = new Map<Ty, Ty>();
  readonly mutRefs = new Map<Ty, Ty>();
  readonly tuples = new Map<GenericArgs, Ty>();
  readonly variables: Readonly<Record<"general" | "int" | "float", Ty[]>> = {
    general: [],
    int: [],
    float: [],
  };
  readonly rest = new Map<string, GenericArg>();
}

type DefTyKind = "adt" | "fnDef" | "projection" | "opaque";

/** Lists by their elements. */
class Trie {
  next: Map<GenericArg, Trie> | undefined;
  list: GenericArgs | undefined;

  find(args: readonly GenericArg[]): GenericArgs {
    const end = args.reduce<Trie>((at, arg) => at.step(arg), this);
    return (end.list ??= args);
  }

  private step(arg: GenericArg): Trie {
    this.next ??= new Map();
    let step = this.next.get(arg);
    if (!step) this.next.set(arg, (step = new Trie()));
    return step;
  }
}

export class Interner {
  private readonly counter: Counter;
  private readonly store = new Store();
  /** Types with inference variables; replaced for every body. */
  private infers = new Store();
  readonly bool: Ty;
  readonly char: Ty;
  readonly str: Ty;
  readonly never: Ty;
  readonly unit: Ty;
  readonly unknown: Ty;
  readonly usize: Ty;
  readonly i32: Ty;
  readonly f64: Ty;
  readonly u8: Ty;
  readonly static: Region;
  readonly erased: Region;
  readonly unknownConst: Const;
  readonly noArgs: GenericArgs;

  /** Definitions from `localFrom` on belong to the program itself. */
  constructor(
    private readonly base: Interner | undefined,
    private readonly localFrom: number,
  ) {
    this.counter = base?.counter ?? { next: 1, shared: 0 };
    this.noArgs = base?.noArgs ?? [];
    this.bool = base?.bool ?? this.ty("bool", { kind: "bool" }, 0);
    this.char = base?.char ?? this.ty("char", { kind: "char" }, 0);
    this.str = base?.str ?? this.ty("str", { kind: "str" }, 0);
    this.never = base?.never ?? this.ty("!", { kind: "never" }, 0);
    this.unknown = base?.unknown ?? this.ty("?", { kind: "unknown" }, HAS_UNKNOWN);
    for (const int of base ? [] : INTS) this.ty(int, { kind: "int", int }, 0);
    this.unit = this.tuple([]);
    this.usize = this.int("usize");
    this.i32 = this.int("i32");
    this.u8 = this.int("u8");
    this.f64 = this.float("f64");
    this.static = base?.static ?? this.region("'static", { region: "static" }, HAS_REGIONS);
    this.erased = base?.erased ?? this.region("'_", { region: "erased" }, 0);
    this.unknownConst =
      base?.unknownConst ?? this.constant("C?", { const: "unknown" }, HAS_UNKNOWN);
  }

  /** How many types are kept that mention std's definitions alone. */
  get shared(): number {
    return this.counter.shared;
  }

  int(int: IntTy): Ty {
    return this.ty(int, { kind: "int", int }, 0);
  }

  float(float: FloatTy): Ty {
    return this.ty(float, { kind: "float", float }, 0);
  }

  adt(def: DefId, args: GenericArgs): Ty {
    return this.ofDef("adt", def, args, 0);
  }

  fnDef(def: DefId, args: GenericArgs): Ty {
    return this.ofDef("fnDef", def, args, 0);
  }

  projection(def: DefId, args: GenericArgs): Ty {
    return this.ofDef("projection", def, args, HAS_PROJECTION);
  }

  opaque(def: DefId, args: GenericArgs): Ty {
    return this.ofDef("opaque", def, args, HAS_OPAQUE);
  }

  ref(region: Region, ty: Ty, mutable: boolean): Ty {
    const flags = flagsOf(ty) | flagsOf(region);
    if (region !== this.erased) {
      return this.ty(
        `${mutable ? "&m" : "&"}${region.id}:${ty.id}`,
        { kind: "ref", region, ty, mutable },
        flags,
      );
    }
    const store = this.storeFor(flags);
    const table = mutable ? store.mutRefs : store.refs;
    const known = table.get(ty);
    if (known) return known;
    const made = this.make({ kind: "ref", region, ty, mutable }, flags);
    table.set(ty, made);
    return made;
  }

  tuple(tys: readonly Ty[]): Ty {
    const list = this.args(tys) as readonly Ty[];
    const flags = argsFlags(list);
    const { tuples } = this.storeFor(flags);
    const known = tuples.get(list);
    if (known) return known;
    const made = this.make({ kind: "tuple", tys: list }, flags);
    tuples.set(list, made);
    return made;
  }

  ptr(ty: Ty, mutable: boolean): Ty {
    return this.ty(`${mutable ? "*m" : "*c"}${ty.id}`, { kind: "ptr", ty, mutable }, flagsOf(ty));
  }

  slice(ty: Ty): Ty {
    return this.ty(`[${ty.id}`, { kind: "slice", ty }, flagsOf(ty));
  }

  array(ty: Ty, length: Const): Ty {
    return this.ty(
      `[${ty.id};${length.id}`,
      { kind: "array", ty, length },
      flagsOf(ty) | flagsOf(length),
    );
  }

  fnPtr(sig: FnSig): Ty {
    const key = `f${sig.unsafe ? "u" : ""}${sig.variadic ? "v" : ""}${sig.abi ?? ""}<${sig.boundRegions}>${ids(sig.inputs)}>${sig.output.id}`;
    return this.ty(key, { kind: "fnPtr", sig }, argsFlags(sig.inputs) | flagsOf(sig.output));
  }

  closure(owner: DefId, index: number, args: GenericArgs): Ty {
    const list = this.args(args);
    const flags = argsFlags(list) | this.local(owner) | HAS_CLOSURE;
    return this.ty(
      `C${owner}.${index}:${ids(list)}`,
      { kind: "closure", owner, index, args: list },
      flags,
    );
  }

  dyn(principal: ExistentialTraitRef | undefined, autos: readonly DefId[], region: Region): Ty {
    let flags = flagsOf(region);
    let key = `D${region.id}`;
    const sorted = [...new Set(autos)].sort((a, b) => a - b);
    for (const def of sorted) {
      flags |= this.local(def);
      key += `+${def}`;
    }
    if (principal) {
      flags |= argsFlags(principal.args) | this.local(principal.trait);
      key += `:${principal.trait}:${ids(principal.args)}`;
      for (const { def, ty } of principal.projections) {
        key += `,${def}=${ty.id}`;
        flags |= flagsOf(ty);
      }
    }
    return this.ty(key, { kind: "dyn", principal, autos: sorted, region }, flags);
  }

  param(index: number, name: string, def: DefId): Ty {
    return this.ty(`P${def}`, { kind: "param", index, name, def }, HAS_PARAM | this.local(def));
  }

  infer(variable: number, kind: "general" | "int" | "float"): Ty {
    const known = this.infers.variables[kind][variable];
    if (known) return known;
    const made = this.make({ kind: "infer", var: variable, class: kind }, HAS_INFER);
    this.infers.variables[kind][variable] = made;
    return made;
  }

  paramRegion(index: number, name: string, def: DefId): Region {
    return this.region(
      `'p${def}`,
      { region: "param", index, name, def },
      HAS_REGIONS | HAS_PARAM | this.local(def),
    );
  }

  boundRegion(depth: number, index: number, name: string): Region {
    return this.region(
      `'b${depth}.${index}${name}`,
      { region: "bound", depth, index, name },
      HAS_REGIONS | HAS_BOUND,
    );
  }

  constValue(value: bigint | boolean | string, ty: Ty): Const {
    const flags = flagsOf(ty) & IS_LOCAL;
    return this.constant(
      `V${ty.id}:${typeof value === "string" ? `"${value}` : value}`,
      { const: "value", value, ty },
      flags,
    );
  }

  constParam(index: number, name: string, def: DefId): Const {
    return this.constant(
      `CP${def}`,
      { const: "param", index, name, def },
      HAS_PARAM | this.local(def),
    );
  }

  constInfer(variable: number): Const {
    return this.constant(`CI${variable}`, { const: "infer", var: variable }, HAS_INFER);
  }

  /** Equal lists are the same array. */
  args(args: readonly GenericArg[]): GenericArgs {
    if (args.length === 0) return this.noArgs;
    return this.storeFor(argsFlags(args)).lists.find(args);
  }

  /** Runs `action` with a fresh table for types that contain inference variables. */
  withInferenceScope<T>(action: () => T): T {
    const top = this.base ?? this;
    const saved = [this.infers, top.infers] as const;
    this.infers = new Store();
    top.infers = this.infers;
    try {
      return action();
    } finally {
      top.infers = saved[1];
      this.infers = saved[0];
    }
  }

  private local(def: DefId): number {
    return def >= this.localFrom ? IS_LOCAL : 0;
  }

  private storeFor(flags: number): Store {
    if (flags & HAS_INFER) return this.infers;
    return this.base && !(flags & IS_LOCAL) ? this.base.store : this.store;
  }

  private ofDef(kind: DefTyKind, def: DefId, args: GenericArgs, extra: number): Ty {
    const list = this.args(args);
    const flags = argsFlags(list) | this.local(def) | extra;
    const byDef = this.storeFor(flags).defs[kind];
    let table = byDef.get(def);
    if (!table) byDef.set(def, (table = new Map()));
    const known = table.get(list);
    if (known) return known;
    const made = this.make({ kind, def, args: list } as TyKind, flags);
    table.set(list, made);
    return made;
  }

  private make(kind: TyKind, flags: number): Ty {
    // The literal is fresh: completing it in place spares a copy.
    const ty = kind as unknown as Made;
    ty.id = this.counter.next++;
    if ((flags & (HAS_INFER | IS_LOCAL)) === 0) this.counter.shared++;
    ty.flags = flags;
    ty.hasInfer = (flags & HAS_INFER) !== 0;
    ty.hasParam = (flags & HAS_PARAM) !== 0;
    ty.hasUnknown = (flags & HAS_UNKNOWN) !== 0;
    ty.hasAlias = (flags & (HAS_PROJECTION | HAS_OPAQUE)) !== 0;
    ty.hasRegions = (flags & HAS_REGIONS) !== 0;
    return ty as unknown as Ty;
  }

  private ty(key: string, kind: TyKind, flags: number): Ty {
    const table = this.storeFor(flags).rest;
    const hit = table.get(key);
    if (hit) return hit as Ty;
    const ty = this.make(kind, flags);
    table.set(key, ty);
    return ty;
  }

  private region(key: string, kind: RegionKind, flags: number): Region {
    const table = this.storeFor(flags).rest;
    const hit = table.get(key);
    if (hit) return hit as Region;
    const region = { kind: "region", ...kind, id: this.counter.next++, flags } as unknown as Region;
    table.set(key, region);
    return region;
  }

  private constant(key: string, kind: ConstKind, flags: number): Const {
    const table = this.storeFor(flags).rest;
    const hit = table.get(key);
    if (hit) return hit as Const;
    const constant = {
      kind: "constant",
      ...kind,
      id: this.counter.next++,
      flags,
      hasInfer: (flags & HAS_INFER) !== 0,
      hasParam: (flags & HAS_PARAM) !== 0,
    } as unknown as Const;
    table.set(key, constant);
    return constant;
  }
}

function ids(list: readonly GenericArg[]): string {
  if (list.length === 0) return "";
  let key = String(list[0]?.id);
  for (let i = 1; i < list.length; i++) key += `,${list[i]?.id}`;
  return key;
}

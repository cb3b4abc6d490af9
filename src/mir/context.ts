// The context of MIR building: the type context and the caches of what was built.
//
// Bodies are built at first use and kept: analysis form by owner, run form by owner, instances by key.
// Nothing in a body changes after it is handed out.

import type { DefId } from "../hir/defs.ts";
import { flagsOf, HAS_CLOSURE } from "../ty/intern.ts";
import type { ParamEnv, TyContext } from "../ty/queries.ts";
import type { GenericArgs, Ty } from "../ty/ty.ts";
import type { Instance } from "./instance.ts";
import type { Body, BodyOwner } from "./mir.ts";

export interface MirContext {
  readonly ty: TyContext;
  /** The context that owns std's bodies; undefined for std itself. */
  readonly base: MirContext | undefined;
  /** By `ownerKey`. */
  readonly bodies: Map<string, Body>;
  readonly elaborated: Map<string, Body>;
  readonly instances: Map<string, Instance>;
  /** What `resolveInstance` found. */
  readonly resolved: Map<DefId, Map<GenericArgs, Instance>>;
  readonly instanceBodies: Map<string, Body | undefined>;
  /** Bodies of std's functions with their small callees inside, as the machine runs them. */
  readonly inlined: Map<Instance, Body>;
  readonly needsDrop: Map<Ty, boolean>;
  readonly copyTypes: Map<ParamEnv, Map<Ty, boolean>>;
  /** `impl Drop` by type; filled at first use. */
  readonly dropImpls: Map<DefId, DefId>;
  readonly discriminants: Map<DefId, readonly bigint[]>;
  /** How the parameters of types vary: of definitions, whatever bodies say. */
  readonly variances: Map<DefId, readonly (-1 | 0 | 1)[]>;
  /** Run forms that a snapshot keeps, by `ownerKey`. */
  readonly stored: ((key: string) => Body | undefined) | undefined;
}

export function createMirContext(
  ty: TyContext,
  base?: MirContext,
  stored?: MirContext["stored"],
): MirContext {
  return {
    ty,
    base,
    bodies: new Map(),
    elaborated: new Map(),
    instances: new Map(),
    resolved: new Map(),
    instanceBodies: new Map(),
    inlined: new Map(),
    needsDrop: new Map(),
    copyTypes: new Map(),
    dropImpls: new Map(),
    discriminants: new Map(),
    variances: new Map(),
    stored,
  };
}

/** For a program that differs in one function's body: nothing that was built from it, nothing about its closures. */
export function editedMirContext(before: MirContext, ty: TyContext, owner: DefId): MirContext {
  const isOf = (key: string): boolean => key === `${owner}` || key.startsWith(`${owner}.`);
  const others = <V>(built: ReadonlyMap<string, V>): Map<string, V> => {
    const copy = new Map(built);
    for (const key of built.keys()) if (isOf(key)) copy.delete(key);
    return copy;
  };
  return {
    ...createMirContext(ty, before.base, before.stored),
    bodies: others(before.bodies),
    elaborated: others(before.elaborated),
    needsDrop: withoutClosures(before.needsDrop),
    dropImpls: before.dropImpls,
    discriminants: before.discriminants,
    variances: before.variances,
  };
}

function withoutClosures(known: ReadonlyMap<Ty, boolean>): Map<Ty, boolean> {
  const copy = new Map(known);
  for (const ty of known.keys()) if (flagsOf(ty) & HAS_CLOSURE) copy.delete(ty);
  return copy;
}

export function ownerKey(owner: BodyOwner): string {
  return owner.closure === undefined ? `${owner.def}` : `${owner.def}.${owner.closure}`;
}

/** The context whose caches hold the generic body of `def`: std's for std's own definitions. */
export function homeOf(cx: MirContext, def: DefId): MirContext {
  return cx.base && cx.ty.home(def) !== cx.ty ? cx.base : cx;
}

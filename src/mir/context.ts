// The context of MIR building: the type context and the caches of what was built.
//
// Bodies are built at first use and kept: analysis form by owner, run form by owner, instances by key.
// Nothing in a body changes after it is handed out.

import type { DefId } from "../hir/defs.ts";
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
  readonly needsDrop: Map<Ty, boolean>;
  readonly copyTypes: Map<ParamEnv, Map<Ty, boolean>>;
  /** `impl Drop` by type; filled at first use. */
  readonly dropImpls: Map<DefId, DefId>;
  readonly discriminants: Map<DefId, readonly bigint[]>;
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
    needsDrop: new Map(),
    copyTypes: new Map(),
    dropImpls: new Map(),
    discriminants: new Map(),
    stored,
  };
}

export function ownerKey(owner: BodyOwner): string {
  return owner.closure === undefined ? `${owner.def}` : `${owner.def}.${owner.closure}`;
}

/** The context whose caches hold the generic body of `def`: std's for std's own definitions. */
export function homeOf(cx: MirContext, def: DefId): MirContext {
  return cx.base && cx.ty.home(def) !== cx.ty ? cx.base : cx;
}

// Which lifetimes a returned `impl Trait` captures: those in its `use<…>`; without one from edition 2024 on all that are in scope, before only those that its
// bounds mention.

import type { DefId } from "../../hir/defs.ts";
import type { HirBound } from "../../hir/hir.ts";
import type { MirContext } from "../../mir/context.ts";

export function capturesLifetimes(mir: MirContext, opaque: DefId): boolean {
  const def = mir.ty.def(opaque);
  if (def.kind === "opaque" && def.captures)
    return def.captures.some((name) => name.startsWith("'"));
  if (mir.ty.home(opaque).edition >= 2024) return true;
  return def.kind === "opaque" && def.bounds.some(mentionsLifetime);
}

function mentionsLifetime(bound: HirBound): boolean {
  return bound.kind === "outlives" ? bound.lifetime.kind !== "static" : hasLifetime(bound.ref.path);
}

/** Any lifetime anywhere inside: HIR types are plain data. */
function hasLifetime(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasLifetime);
  if (typeof node !== "object" || node === null) return false;
  if ("lifetime" in node && isNamed((node as { lifetime: unknown }).lifetime)) return true;
  return Object.values(node).some(hasLifetime);
}

function isNamed(lifetime: unknown): boolean {
  const kind = (lifetime as { kind?: string } | undefined)?.kind;
  return kind === "param" || kind === "elided";
}

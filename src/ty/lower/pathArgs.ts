// Which generic arguments of a path belong to which definition.

import type { DefId } from "../../hir/defs.ts";
import type { HirGenericArgs, HirQPath, Res } from "../../hir/hir.ts";

/** Generic arguments as written, by the definition that they belong to. */
export function givenArgs(
  path: HirQPath & { kind: "resolved" },
): ReadonlyMap<DefId, HirGenericArgs> {
  const given = new Map<DefId, HirGenericArgs>();
  const last = path.segments[path.segments.length - 1];
  for (const segment of path.segments) {
    if (!segment.args) continue;
    const res = segment === last ? path.res : segment.res;
    const owner = res && ownerOfRes(res);
    if (owner !== undefined) given.set(owner, segment.args);
  }
  return given;
}

function ownerOfRes(res: Res): DefId | undefined {
  return res.kind === "def" || res.kind === "ctor" ? res.def : undefined;
}

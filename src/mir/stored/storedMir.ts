// MIR in a snapshot: run forms of bodies, and what type checking found out about closures and hidden types on the way.
//
// With them a program runs std's functions without type checking or building a single one of them.

import type { PackReader } from "../../base/pack/read.ts";
import type { PackWriter } from "../../base/pack/write.ts";
import type { DefId } from "../../hir/defs.ts";
import type { StoredAnswers } from "../../ty/queries.ts";
import type { Ty } from "../../ty/ty.ts";
import type { ClosureInfo } from "../../ty/typeck.ts";
import { ownerKey } from "../context.ts";
import type { MirContext } from "../context.ts";
import { elaboratedMir } from "../elaborate.ts";
import type { Body } from "../mir.ts";

export interface StoredMir {
  /** By `ownerKey`: section of the run form. */
  readonly bodies: ReadonlyMap<string, number>;
  /** By owner: section of its closures. */
  readonly closures: ReadonlyMap<DefId, number>;
  readonly hidden: ReadonlyMap<DefId, Ty>;
}

export function storeMir(cx: MirContext, pack: PackWriter): StoredMir {
  const bodies = new Map<string, number>();
  const closures = new Map<DefId, number>();
  const hidden = new Map<DefId, Ty>();
  const { program } = cx.ty;
  for (const def of program.localDefs) {
    if (program.body(def) === undefined) continue;
    const results = cx.ty.typeck(def);
    for (const [opaque, ty] of results.opaques ?? []) hidden.set(opaque, ty);
    if (results.closures.length > 0) closures.set(def, pack.add(results.closures));
    const owners = [{ def }, ...results.closures.map(({ index }) => ({ def, closure: index }))];
    for (const owner of owners) {
      const body = elaboratedMir(cx, owner);
      if (body !== undefined) bodies.set(ownerKey(owner), pack.add(body));
    }
  }
  return { bodies, closures, hidden };
}

/** Run forms by `ownerKey`. */
export function openMir(stored: StoredMir, pack: PackReader): MirContext["stored"] {
  return (key) => {
    const section = stored.bodies.get(key);
    return section === undefined ? undefined : (pack.read(section) as Body);
  };
}

export function openAnswers(stored: StoredMir, pack: PackReader): StoredAnswers {
  const known = new Map<DefId, readonly ClosureInfo[]>();
  return {
    closureInfo(owner, index) {
      const section = stored.closures.get(owner);
      if (section === undefined) return undefined;
      let infos = known.get(owner);
      if (infos === undefined)
        known.set(owner, (infos = pack.read(section) as readonly ClosureInfo[]));
      return infos[index];
    },
    hiddenType: (opaque) => stored.hidden.get(opaque),
  };
}

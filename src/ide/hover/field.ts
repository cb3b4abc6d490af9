// A field whose type has to do with concurrency, where it is used and where it is declared.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Target } from "../locate.ts";
import { HOLDING } from "../../explain/hoverSharing.ts";
import { say, sayAll, sayEachLine } from "../../explain/hoverText.ts";
import { fieldKeyOf } from "../facts/atomics.ts";
import { usesOfField } from "../facts/fields.ts";
import { atomicUses } from "./atomic.ts";
import { ownerName } from "./phrases.ts";
import { crossingLine } from "./crossing.ts";
import { reachedThrough } from "./deref.ts";
import { VISUALIZE, type Section } from "./sections.ts";
import { isConcurrent, lineOf } from "./subject.ts";

export function field(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind === "fieldDef") {
    const ty = analysis.cx.typeOf(target.def);
    if (!isConcurrent(analysis, ty)) return undefined;
    const sign = crossing(analysis, ty, structOwner(analysis, target.owner));
    const uses = usesLine(analysis, target.def, target.owner);
    if (uses === undefined) return sign;
    return { lines: [uses, ...(sign?.lines ?? [])], actions: [VISUALIZE] };
  }
  if (target.kind !== "field" || target.expr.kind !== "field") return undefined;
  const ty = target.in.results.exprTys[target.expr.id];
  const through = reachedThrough(analysis, target.in, target.expr.expr);
  const own =
    ty === undefined || ty.hasUnknown || !isConcurrent(analysis, ty)
      ? undefined
      : crossing(analysis, ty, target.in.owner);
  if (through === undefined) return own;
  return {
    lines: [...through.lines, ...(own?.lines ?? [])],
    ...(own?.actions === undefined ? {} : { actions: own.actions }),
  };
}

/** Where the functions of the file use a field; for an atomic, how. */
function usesLine(analysis: Analysis, def: DefId, owner: DefId | undefined): string | undefined {
  const { name } = analysis.program.def(def);
  const struct = structOwner(analysis, owner);
  if (struct === undefined) return undefined;
  const accesses = atomicUses(analysis, fieldKeyOf(struct, name));
  if (accesses !== undefined) return accesses;
  const lines = new Map<string, number[]>();
  for (const { typed, expr } of usesOfField(analysis, struct, name)) {
    if (expr.kind !== "field") continue;
    const user = ownerName(analysis, typed);
    lines.set(user, [...(lines.get(user) ?? []), lineOf(analysis, expr.nameSpan.start)]);
  }
  const who = [...lines].slice(0, MAX_USERS).map(([user, at]) => `${user} (${sayEachLine(at)})`);
  if (who.length === 0) return undefined;
  const rest = lines.size - who.length;
  return say(HOLDING.usedIn, {
    who: sayAll(rest > 0 ? [...who, say(HOLDING.more, { count: rest })] : who),
  });
}

const MAX_USERS = 4;

/** The type of a field's variant. */
function structOwner(analysis: Analysis, owner: DefId | undefined): DefId | undefined {
  const def = owner === undefined ? undefined : analysis.program.def(owner);
  return def?.kind === "variant" ? def.parent : owner;
}

function crossing(analysis: Analysis, ty: Ty, owner: DefId | undefined): Section | undefined {
  const line = crossingLine(analysis, ty, owner);
  return line === undefined ? undefined : { lines: [line], actions: [VISUALIZE] };
}

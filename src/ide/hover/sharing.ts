// The owners of a counted box: how many there are, where they are, and what becomes of this one.

import type { Analysis } from "../../driver/contract.ts";
import { SHARING } from "../../explain/hoverSharing.ts";
import { say, sayAll } from "../../explain/hoverText.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import {
  familyOf,
  isCloneOfHandle,
  originOfLocal,
  totalOf,
  type Family,
  type Owner,
} from "../facts/handles.ts";
import { holderOfLocal, type Holder } from "../facts/holders.ts";
import { threadAround, type Spawn } from "../facts/threads.ts";
import { calleeOf, type TypedBody } from "../facts/typedBody.ts";
import { code } from "./markdown.ts";
import {
  callName,
  insideName,
  nameOf,
  ownerName,
  threadOf,
  threadsList,
  threadsOf,
} from "./phrases.ts";
import { endLineOf, lineOf, type AdtTy } from "./subject.ts";

/** For a variable that is an owner: the first sentence about all owners, the second about this one. */
export function ownersLine(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
  ty: AdtTy,
  use: HirExpr | undefined,
): string {
  const what = insideName(analysis, ty);
  const origin = originOfLocal(analysis, typed, local);
  const family = familyOf(analysis, typed, origin);
  return [sharedBy(analysis, typed, family, what), thisOne(analysis, typed, local, what, use)]
    .filter((sentence) => sentence !== undefined)
    .join(" ");
}

function sharedBy(analysis: Analysis, typed: TypedBody, family: Family, what: string): string {
  const { variable, made } = family.origin;
  if (made === undefined) {
    const parameter =
      variable !== undefined &&
      typed.body.params.some(
        (param) => param.pat.kind === "binding" && param.pat.local === variable,
      );
    return say(parameter ? SHARING.fromCaller : SHARING.someOwner, { what });
  }
  const lasting = {
    ...family,
    owners: family.owners.filter((owner) => owner.holder.kind !== "temporary"),
  };
  const total = totalOf(lasting);
  if (total === 1) return say(SHARING.only, { what });
  const who = whoOwns(analysis, typed, lasting.owners);
  if (total !== undefined) return say(SHARING.counted, { count: total, who });
  if (lasting.owners.length === 1)
    return say(family.weak && family.closed ? SHARING.onlyBesideWeak : SHARING.someOwner, { what });
  return say(family.closed ? SHARING.uncounted : SHARING.perhapsMore, { who });
}

/** “`main` and the 10 threads of line 10”. */
export function whoOwns(
  analysis: Analysis,
  typed: TypedBody,
  owners: readonly Owner[],
  one: string = SHARING.anOwner,
): string {
  const variables = new Set<LocalId>();
  const threads: Spawn[] = [];
  const others: string[] = [];
  for (const { holder } of owners) {
    const thread =
      holder.kind === "thread"
        ? holder.spawn
        : holder.kind === "variable"
          ? holder.thread
          : undefined;
    if (thread !== undefined) threads.push(thread);
    else if (holder.kind === "variable") variables.add(holder.local);
    else others.push(holderPhrase(analysis, typed, holder, one));
  }
  const beside = threads.length > 0;
  return sayAll([
    ...ownVariables(analysis, typed, variables, beside),
    ...threadsList(analysis, threads),
    ...new Set(others),
  ]);
}

/** One variable beside threads goes by the function's name, several by their own. */
function ownVariables(
  analysis: Analysis,
  typed: TypedBody,
  variables: ReadonlySet<LocalId>,
  beside: boolean,
): string[] {
  const names = [...variables].map((local) => nameOf(typed, local));
  if (names.length === 0) return [];
  if (names.length === 1 && beside) return [ownerName(analysis, typed)];
  return new Set(names).size === names.length
    ? names
    : [
        say(SHARING.ownerVariables, {
          names: sayAll([...new Set(names)]),
          owner: ownerName(analysis, typed),
        }),
      ];
}

function holderPhrase(analysis: Analysis, typed: TypedBody, holder: Holder, one: string): string {
  switch (holder.kind) {
    case "thread":
      return threadsOf(analysis, holder.spawn);
    case "variable":
      return nameOf(typed, holder.local);
    case "closure":
      return say(SHARING.ownerClosure, { line: lineOf(analysis, holder.closure.headSpan.start) });
    case "passed":
      if (isDrop(analysis, typed, holder.call))
        return say(SHARING.ownerUntil, {
          owner: ownerName(analysis, typed),
          line: lineOf(analysis, holder.call.span.start),
        });
      return say(SHARING.ownerCall, {
        call: callName(analysis, holder.call),
        line: lineOf(analysis, holder.call.span.start),
      });
    case "kept": {
      if (holder.by !== undefined)
        return say(SHARING.ownerKept, { one, keeper: nameOf(typed, holder.by) });
      if (isCallOfFn(analysis, typed, holder.at))
        return say(SHARING.ownerUntil, {
          owner: ownerName(analysis, typed),
          line: lineOf(analysis, holder.at.span.start),
        });
      return say(SHARING.ownerKeptThere, { one, line: lineOf(analysis, holder.at.span.start) });
    }
    case "temporary":
      return code("_");
  }
}

function thisOne(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
  what: string,
  use: HirExpr | undefined,
): string | undefined {
  const init = typed.map().bindings.get(local)?.init;
  const clone = init !== undefined && isCloneOfHandle(analysis, typed, init);
  const goes = whereTo(
    analysis,
    typed,
    holderOfLocal(analysis, typed, local, new Set()),
    local,
    use,
  );
  const lead = clone ? say(SHARING.clone, { what }) : undefined;
  if (goes === undefined) return lead === undefined ? undefined : `${lead}.`;
  return lead === undefined
    ? `${goes.charAt(0).toUpperCase()}${goes.slice(1)}.`
    : `${lead}; ${goes}.`;
}

/** What becomes of the value of a variable; undefined where it just stays until its block ends. */
export function whereTo(
  analysis: Analysis,
  typed: TypedBody,
  holder: Holder,
  local: LocalId,
  use: HirExpr | undefined,
): string | undefined {
  switch (holder.kind) {
    case "thread": {
      const inside =
        use !== undefined && threadAround(analysis, typed, use)?.closure === holder.spawn.closure;
      return say(inside ? SHARING.belongs : SHARING.moves, {
        thread: threadOf(analysis, holder.spawn),
      });
    }
    case "closure":
      return say(SHARING.closure, { line: lineOf(analysis, holder.closure.headSpan.start) });
    case "passed":
      if (isDrop(analysis, typed, holder.call))
        return say(SHARING.dropped, { line: lineOf(analysis, holder.call.span.start) });
      return say(SHARING.passed, {
        call: callName(analysis, holder.call),
        line: lineOf(analysis, holder.call.span.start),
      });
    case "kept":
      if (holder.by === undefined || holder.by === local) return undefined;
      return say(SHARING.kept, { keeper: nameOf(typed, holder.by) });
    case "variable":
    case "temporary":
      return undefined;
  }
}

/** A function takes it and gives something else for it: `Arc::try_unwrap`. */
function isCallOfFn(analysis: Analysis, typed: TypedBody, at: HirExpr): boolean {
  const callee = calleeOf(typed, at);
  return callee !== undefined && analysis.program.def(callee.def).kind === "fn";
}

/** The call only drops what it gets. */
export function isDrop(analysis: Analysis, typed: TypedBody, call: HirExpr): boolean {
  const callee = calleeOf(typed, call);
  return callee !== undefined && analysis.program.langOf(callee.def) === "mem_drop";
}

/** Line on which a variable goes out of scope. */
export function scopeEndLine(analysis: Analysis, typed: TypedBody, local: LocalId): number {
  const scope = typed.map().bindings.get(local)?.scope;
  return endLineOf(analysis, scope ?? typed.body.value.span);
}

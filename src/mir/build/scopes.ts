// Scopes while building MIR: which drops are pending, and what runs when a scope is left.
//
// A scope is left normally (`popScope`), by `break`/`continue`/`return` (`exitScopes`), or by a panic (`unwindTarget`).
// The drops of a scope run in reverse order of scheduling; each has an unwind edge to the drops still pending below it.
// Unwind chains are shared: each entry remembers the block that begins its chain, and forgets it when something is
// scheduled underneath. Follows `rustc_mir_build::builder::scope`, with chains instead of a drop tree.

import { bug } from "../../base/assertNever.ts";
import type { Span } from "../../base/span.ts";
import type { BlockId, DropReason, Local } from "../mir.ts";
import type { RegionScope } from "../thir/thir.ts";
import { typeNeedsDrop } from "../traits.ts";
import { goto, newBlock, placeOf, push, terminate, terminateAt } from "./builder.ts";
import type { Builder, BuildScope, DropEntry } from "./builder.ts";

export function pushScope(b: Builder, region: RegionScope): void {
  b.scopes.push({ region, drops: [] });
}

/** Leaves the innermost scope on the normal path. */
export function popScope(b: Builder, region: RegionScope): void {
  const scope = b.scopes[b.scopes.length - 1];
  if (scope?.region !== region) bug("scopes are left in another order than entered");
  runDrops(b, b.scopes.length - 1, undefined);
  b.scopes.pop();
}

export function inScope<T>(b: Builder, region: RegionScope, build: () => T): T {
  pushScope(b, region);
  const result = build();
  popScope(b, region);
  return result;
}

/** The innermost scope: where operands of the expression at hand live. */
export function localScope(b: Builder): RegionScope {
  return (b.scopes[b.scopes.length - 1] as BuildScope).region;
}

export function scheduleDrop(
  b: Builder,
  region: RegionScope | undefined,
  local: Local,
  kind: "value" | "storage",
): void {
  if (!region) return;
  const decl = b.locals[local];
  if (kind === "value" && decl && !typeNeedsDrop(b.cx, b.env, decl.ty)) return;
  for (let i = b.scopes.length - 1; i >= 0; i--) {
    const scope = b.scopes[i] as BuildScope;
    if (scope.region === region) {
      scope.drops.push({
        local,
        kind,
        reason: reasonOf(b, region, local),
        cachedUnwind: undefined,
      });
      return;
    }
    // What lies above the new entry now unwinds through it.
    for (const entry of scope.drops) entry.cachedUnwind = undefined;
  }
  bug("a drop is scheduled in a scope that is not open");
}

function reasonOf(b: Builder, region: RegionScope, local: Local): DropReason {
  if (b.locals[local]?.kind !== "temporary") return "scopeEnd";
  if (region.role === "statement" || region.role === "condition") return "statementEnd";
  return region.kind === "remainder" ? "scopeEnd" : "temporaryTail";
}

/** Drops of the scopes from the innermost down to `depth` (exclusive of those below), then a jump to `target`. */
export function exitScopes(
  b: Builder,
  depth: number,
  target: BlockId,
  reason: DropReason | undefined,
  span: Span,
): void {
  for (let i = b.scopes.length - 1; i >= depth; i--) runDrops(b, i, reason);
  goto(b, target, span);
  b.block = newBlock(b);
}

function runDrops(b: Builder, index: number, reason: DropReason | undefined): void {
  const scope = b.scopes[index] as BuildScope;
  const end = dropSpan(scope);
  for (let i = scope.drops.length - 1; i >= 0; i--) {
    const entry = scope.drops[i] as DropEntry;
    if (entry.kind === "storage") {
      push(b, { kind: "storageDead", local: entry.local }, end);
      continue;
    }
    const next = newBlock(b);
    const unwind = unwindBelow(b, index, i);
    terminate(
      b,
      {
        kind: "drop",
        place: placeOf(entry.local),
        target: next,
        unwind,
        reason: reason ?? entry.reason,
      },
      end,
      next,
    );
  }
}

/** rustc points at the last character of the scope: the closing brace of a block, the `;` of a statement. */
function dropSpan(scope: BuildScope): Span {
  const { end } = scope.region.span;
  return { start: Math.max(scope.region.span.start, end - 1), end };
}

/** Where a panic at this point goes; undefined: straight to the caller. */
export function unwindTarget(b: Builder): BlockId | undefined {
  return unwindBelow(b, b.scopes.length, 0);
}

/** The chain that begins with the first value entry strictly below entry `entry` of scope `scope`. */
function unwindBelow(b: Builder, scope: number, entry: number): BlockId | undefined {
  const pending: { readonly drop: DropEntry; readonly span: Span }[] = [];
  let next: BlockId | undefined;
  search: for (let s = scope; s >= 0; s--) {
    const drops = b.scopes[s]?.drops ?? [];
    for (let i = (s === scope ? entry : drops.length) - 1; i >= 0; i--) {
      const candidate = drops[i] as DropEntry;
      if (candidate.kind === "storage") continue;
      if (candidate.cachedUnwind !== undefined) {
        next = candidate.cachedUnwind;
        break search;
      }
      pending.push({ drop: candidate, span: dropSpan(b.scopes[s] as BuildScope) });
    }
  }
  if (pending.length === 0) return next;
  let target = next ?? resumeBlock(b);
  for (let i = pending.length - 1; i >= 0; i--) {
    const { drop, span } = pending[i] as (typeof pending)[number];
    const block = newBlock(b, true);
    terminateAt(
      b,
      block,
      { kind: "drop", place: placeOf(drop.local), target, unwind: undefined, reason: "unwind" },
      span,
    );
    drop.cachedUnwind = block;
    target = block;
  }
  return target;
}

export function resumeBlock(b: Builder): BlockId {
  if (b.resumeBlock === undefined) {
    b.resumeBlock = newBlock(b, true);
    terminateAt(b, b.resumeBlock, { kind: "resume" }, b.thir.span);
  }
  return b.resumeBlock;
}

/**
 * Runs `build` for a condition; code that finds it false calls `breakForElse`. Afterwards the current block is where
 * the condition held, and the result is the block where it did not.
 */
export function inIfThen(b: Builder, depth: number, build: () => void): BlockId {
  const outer = b.ifThen;
  const own = { depth, elseBlock: undefined as BlockId | undefined };
  b.ifThen = own;
  build();
  b.ifThen = outer;
  return own.elseBlock ?? newBlock(b);
}

/** From `block` to the false side of the condition being built. */
export function breakForElse(b: Builder, block: BlockId, span: Span): void {
  const target = b.ifThen ?? bug("no condition is being built");
  target.elseBlock ??= newBlock(b);
  const resume = b.block;
  b.block = block;
  exitScopes(b, target.depth, target.elseBlock, undefined, span);
  b.block = resume;
}

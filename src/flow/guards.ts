// How long a guard lives: where the value that holds a lock or a borrow is made, and where it goes.
//
// A guard is a local whose type std marks with `#[lockstep::guard = "…"]`. It is made by the call whose result reaches it by
// moves (through `unwrap`, a pattern, a temporary), and it goes where MIR drops it or moves it away; unwinding is left
// out, because people ask about the ordinary way.
//
// Not modelled: guards inside collections and other values; a guard that is made on several ways is told by the first.

import type { Span } from "../base/span.ts";
import type { DefId } from "../hir/defs.ts";
import { elaboratedMir } from "../mir/elaborate.ts";
import type { MirContext } from "../mir/context.ts";
import type { BasicBlock, Body, DropReason, Local, Operand, Terminator } from "../mir/mir.ts";
import type { Ty } from "../ty/ty.ts";

export interface GuardRange {
  readonly ty: Ty;
  /** The variable that holds it; undefined for a temporary. */
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  /** The expression that made it, e.g. `m.lock().unwrap()`. */
  readonly acquireSpan: Span;
  /** Where it goes, in order of position. */
  readonly releases: readonly GuardRelease[];
}

export interface GuardRelease {
  readonly span: Span;
  /** `drop`: an explicit call of `drop`; `moved`: handed to somebody else. */
  readonly reason: DropReason | "moved" | "drop";
}

/** The guards of a body and of its closures, in order of position. */
export function guardRanges(cx: MirContext, owner: DefId): readonly GuardRange[] {
  const results = cx.ty.typeck(owner);
  const owners = [{ def: owner }, ...results.closures.map((_, closure) => ({ def: owner, closure }))];
  const bodies = owners.map((one) => elaboratedMir(cx, one)).filter((body) => body !== undefined);
  return bodies.flatMap((body) => guardsOf(cx, body)).sort((a, b) => a.acquireSpan.start - b.acquireSpan.start);
}

function guardsOf(cx: MirContext, body: Body): GuardRange[] {
  const facts = collect(cx, body);
  return body.locals.flatMap((decl, index) => {
    const first = index as Local;
    if (!isGuard(cx, decl.ty) || decl.kind === "return" || facts.continues.has(first)) return [];
    const acquireSpan = origin(facts, first);
    if (acquireSpan === undefined) return [];
    const chain = chainOf(facts, first);
    const variable = chain.map((local) => body.locals[local]).find((one) => one?.kind === "variable" && !one.synthetic);
    return [
      {
        ty: decl.ty,
        name: variable?.name,
        nameSpan: variable?.span,
        acquireSpan,
        releases: unique(chain.flatMap((local) => facts.releases.get(local) ?? [])),
      },
    ];
  });
}

/** The locals through which one guard goes, by moves from one into the next. */
function chainOf(facts: Facts, first: Local): Local[] {
  const chain = [first];
  for (let at = facts.goesTo.get(first); at !== undefined && !chain.includes(at); at = facts.goesTo.get(at)) chain.push(at);
  return chain;
}

function isGuard(cx: MirContext, ty: Ty): boolean {
  return ty.kind === "adt" && cx.ty.program.marker(ty.def, "guard") !== undefined;
}

interface Facts {
  /** The local that a local got its value from by a move. */
  readonly from: Map<Local, Local>;
  /** The call that made a local's value. */
  readonly made: Map<Local, Span>;
  /** The guard local into which a guard local is moved, and those that are such targets. */
  readonly goesTo: Map<Local, Local>;
  readonly continues: Set<Local>;
  readonly releases: Map<Local, GuardRelease[]>;
}

function collect(cx: MirContext, body: Body): Facts {
  const facts: Facts = { from: new Map(), made: new Map(), goesTo: new Map(), continues: new Set(), releases: new Map() };
  for (const block of body.blocks) {
    if (block.cleanup) continue;
    collectStatements(cx, body, block, facts);
    collectTerminator(cx, block.terminator, facts);
  }
  return facts;
}

function collectStatements(cx: MirContext, body: Body, block: BasicBlock, facts: Facts): void {
  for (const statement of block.statements) {
    if (statement.kind !== "assign") continue;
    const { place, value } = statement;
    if (value.kind === "use" && value.operand.kind === "move" && place.projections.length === 0) {
      const source = value.operand.place.local;
      if (!facts.from.has(place.local)) facts.from.set(place.local, source);
      const whole = value.operand.place.projections.length === 0;
      if (whole && isGuard(cx, body.locals[place.local]?.ty ?? cx.ty.tcx.unknown)) {
        facts.goesTo.set(source, place.local);
        facts.continues.add(place.local);
      }
    }
    if (value.kind !== "aggregate") continue;
    for (const operand of value.operands) release(facts, operand, { span: statement.span, reason: "moved" });
  }
}

function collectTerminator(cx: MirContext, terminator: Terminator, facts: Facts): void {
  if (terminator.kind === "drop" && terminator.place.projections.length === 0) {
    add(facts, terminator.place.local, { span: terminator.span, reason: terminator.reason });
  }
  if (terminator.kind !== "call") return;
  const { destination, func, args, span } = terminator;
  if (destination.projections.length === 0) {
    // `unwrap` takes a result with the guard inside and gives the guard: one chain, told by its outermost call.
    facts.made.set(destination.local, span);
  }
  const dropped = func.kind === "constant" && func.ty.kind === "fnDef" && cx.ty.program.langOf(func.ty.def) === "mem_drop";
  for (const operand of args) release(facts, operand, { span, reason: dropped ? "drop" : "moved" });
}

function release(facts: Facts, operand: Operand, how: GuardRelease): void {
  if (operand.kind === "move" && operand.place.projections.length === 0) add(facts, operand.place.local, how);
}

function add(facts: Facts, local: Local, how: GuardRelease): void {
  const known = facts.releases.get(local);
  if (known === undefined) facts.releases.set(local, [how]);
  else known.push(how);
}

function origin(facts: Facts, local: Local): Span | undefined {
  let at: Local | undefined = local;
  for (let steps = 0; at !== undefined && steps < 32; steps++) {
    const made = facts.made.get(at);
    if (made !== undefined) return made;
    at = facts.from.get(at);
  }
  return undefined;
}

/** Each place once: several ways may lead to one drop. */
function unique(releases: readonly GuardRelease[]): GuardRelease[] {
  const seen = new Set<string>();
  return [...releases]
    .sort((a, b) => a.span.end - b.span.end)
    .filter(({ span, reason }) => {
      const key = `${span.end} ${reason}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    });
}

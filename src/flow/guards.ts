// How long a guard lives: where the value that holds a lock or a borrow is made, and where it goes.
//
// A guard is a value whose type std marks with `#[lockstep::guard = "…"]`, also inside a `Result`, an `Option`, a tuple or a
// struct of the user's. It is made by a call that gives such a value and takes none; from there a forward dataflow follows
// it from local to local, by moves and through calls that pass it on (`unwrap`, `?`, `Condvar::wait`), to the drop, the move
// or the return that ends its life. Unwinding is left out: people ask about the ordinary way.
//
// Not modelled: a guard that a collection keeps; which of several guards a local holds where ways meet (all are told).

import type { Span } from "../base/span.ts";
import type { DefId } from "../hir/defs.ts";
import { solveForward, visitForward, type Analysis } from "../mir/dataflow.ts";
import { elaboratedMir } from "../mir/elaborate.ts";
import type { MirContext } from "../mir/context.ts";
import type {
  BasicBlock,
  BlockId,
  Body,
  DropReason,
  Local,
  Operand,
  Place,
  Statement,
  Terminator,
} from "../mir/mir.ts";
import { variantOfDiscriminant } from "../mir/discriminants.ts";
import { fieldTys, placeTy } from "../mir/placeTys.ts";
import type { Ty } from "../ty/ty.ts";
import { guardIn, isTaken } from "./guardTys.ts";

export interface GuardRange {
  /** The guard's own type. */
  readonly ty: Ty;
  /** The variable that holds it, the last one where it moves on; undefined for a temporary. */
  readonly name: string | undefined;
  /** Where the variables are declared through which it goes. */
  readonly nameSpans: readonly Span[];
  /** The call that made it, `m.lock()`; undefined for a guard that the caller passed in. */
  readonly callSpan: Span | undefined;
  /** That call with what passes the guard on around it, `m.lock().unwrap()`; the parameter for one that was passed in. */
  readonly acquireSpan: Span;
  /** Where it goes, in order of position. */
  readonly releases: readonly GuardRelease[];
  /** Calls that run while it lives, in order of position; those that only pass it on are left out. */
  readonly during: readonly HeldCall[];
  /** Calls that take it and give it back, after waiting perhaps. */
  readonly through: readonly HeldCall[];
}

export interface GuardRelease {
  readonly span: Span;
  /** `drop`: an explicit call of `drop`; `moved`: handed to somebody else; `returned`: handed to the caller. */
  readonly reason: DropReason | "moved" | "drop" | "returned";
  /** It goes from a variable, not from a temporary. */
  readonly named: boolean;
}

export interface HeldCall {
  readonly def: DefId;
  readonly span: Span;
  readonly fnSpan: Span;
}

/** The guards of a body and of its closures, in order of position. */
export function guardRanges(cx: MirContext, owner: DefId): readonly GuardRange[] {
  const results = cx.ty.typeck(owner);
  const owners = [
    { def: owner },
    ...results.closures.map((_, closure) => ({ def: owner, closure })),
  ];
  const bodies = owners.map((one) => elaboratedMir(cx, one)).filter((body) => body !== undefined);
  return bodies
    .flatMap((body) => guardsOf(cx, body))
    .sort((a, b) => a.acquireSpan.start - b.acquireSpan.start);
}

/** A guard as the walk finds out about it. */
interface Found {
  readonly ty: Ty;
  readonly callSpan: Span | undefined;
  acquireSpan: Span;
  readonly variables: { readonly name: string; readonly span: Span }[];
  readonly releases: Map<string, GuardRelease>;
  readonly during: Map<string, HeldCall>;
  readonly through: Map<string, HeldCall>;
}

/** Which guards a local may hold, by their number. */
type Held = Map<Local, ReadonlySet<number>>;

interface Walk {
  readonly cx: MirContext;
  readonly body: Body;
  readonly found: readonly Found[];
  /** Number of the guard that a block's call makes. */
  readonly madeIn: ReadonlyMap<BlockId, number>;
  readonly fromCaller: ReadonlyMap<Local, number>;
}

function guardsOf(cx: MirContext, body: Body): GuardRange[] {
  const walk = findMade(cx, body);
  if (walk.found.length === 0) return [];
  const analysis = flowOf(walk);
  const flow = solveForward(analysis);
  visitForward(analysis, flow, (held, at, statement, terminator) => {
    if (statement !== undefined) noteStatement(walk, held, statement);
    if (terminator !== undefined) noteTerminator(walk, held, terminator, at.block);
  });
  return walk.found.map(rangeOf);
}

function rangeOf(found: Found): GuardRange {
  const inOrder = <T extends { readonly span: Span }>(list: Iterable<T>) =>
    [...list].sort((a, b) => a.span.end - b.span.end || a.span.start - b.span.start);
  return {
    ty: found.ty,
    name: found.variables.at(-1)?.name,
    nameSpans: found.variables.map((variable) => variable.span),
    callSpan: found.callSpan,
    acquireSpan: found.acquireSpan,
    releases: inOrder(found.releases.values()),
    during: inOrder(found.during.values()),
    through: inOrder(found.through.values()),
  };
}

// ---- where guards are made

function findMade(cx: MirContext, body: Body): Walk {
  const found: Found[] = [];
  const add = (ty: Ty, callSpan: Span | undefined, acquireSpan: Span): number => {
    return (
      found.push({
        ty,
        callSpan,
        acquireSpan,
        variables: [],
        releases: new Map(),
        during: new Map(),
        through: new Map(),
      }) - 1
    );
  };
  const fromCaller = new Map<Local, number>();
  for (let local = 1 as Local; local <= body.argCount; local = (local + 1) as Local) {
    const decl = body.locals[local];
    const ty = decl === undefined ? undefined : guardIn(cx, decl.ty);
    if (decl === undefined || ty === undefined) continue;
    const variable = body.variables.find(
      (one) => one.place.local === local && one.place.projections.length === 0,
    );
    const index = add(ty, undefined, variable?.span ?? decl.span);
    fromCaller.set(local, index);
    if (variable !== undefined) (found[index] as Found).variables.push(variable);
  }
  const madeIn = new Map<BlockId, number>();
  body.blocks.forEach((block, index) => {
    const { terminator } = block;
    if (block.cleanup || terminator.kind !== "call") return;
    const ty = guardIn(cx, placeTy(cx, body, terminator.destination));
    if (ty === undefined || terminator.args.some((arg) => passesOn(cx, body, arg))) return;
    madeIn.set(index as BlockId, add(ty, terminator.span, terminator.span));
  });
  return { cx, body, found, madeIn, fromCaller };
}

/** The argument is a guard itself, or a reference to something that keeps guards. */
function passesOn(cx: MirContext, body: Body, arg: Operand): boolean {
  if (arg.kind === "constant") return false;
  const ty = placeTy(cx, body, arg.place);
  return guardIn(cx, ty) !== undefined || isTaken(cx, ty);
}

// ---- where they go

function flowOf(walk: Walk): Analysis<Held> {
  return {
    body: walk.body,
    bottom: () => new Map(),
    start: () => new Map([...walk.fromCaller].map(([local, index]) => [local, new Set([index])])),
    clone: (held) => new Map(held),
    join(into, from) {
      let changed = false;
      for (const [local, guards] of from) {
        const known = into.get(local);
        if (known !== undefined && [...guards].every((one) => known.has(one))) continue;
        into.set(local, new Set([...(known ?? []), ...guards]));
        changed = true;
      }
      return changed;
    },
    statement: (held, statement) => moveStatement(walk, held, statement),
    terminator: (held, terminator) => leave(walk, held, terminator),
    edge: (held, terminator, target, at) => arrive(walk, held, terminator, target, at.block),
  };
}

function moveStatement(walk: Walk, held: Held, statement: Statement): void {
  if (statement.kind === "storageDead") held.delete(statement.local);
  if (statement.kind !== "assign") return;
  for (const operand of movedBy(statement)) {
    const guards = takeFrom(walk, held, operand);
    if (guards !== undefined) addTo(held, statement.place.local, guards);
  }
}

function movedBy(statement: Statement & { kind: "assign" }): readonly Operand[] {
  const { value } = statement;
  if (value.kind === "use" || value.kind === "cast") return [value.operand];
  return value.kind === "aggregate" ? value.operands : [];
}

/** A move takes the guards out of its local; a copied or borrowed place keeps them. */
function takeFrom(walk: Walk, held: Held, operand: Operand): ReadonlySet<number> | undefined {
  if (operand.kind !== "move") return undefined;
  const guards = held.get(operand.place.local);
  if (guards === undefined || !holdsGuard(walk, operand.place)) return undefined;
  held.delete(operand.place.local);
  return guards;
}

/** The place itself has the guard: all of the local, or a part of it whose type says so. */
function holdsGuard(walk: Walk, place: Place): boolean {
  if (place.projections.length === 0) return true;
  if (place.projections.some((one) => one.kind === "deref")) return false;
  return guardIn(walk.cx, placeTy(walk.cx, walk.body, place)) !== undefined;
}

function addTo(held: Held, local: Local, guards: ReadonlySet<number>): void {
  held.set(local, new Set([...(held.get(local) ?? []), ...guards]));
}

/** What is gone behind a terminator on every way. */
function leave(walk: Walk, held: Held, terminator: Terminator): void {
  if (terminator.kind === "drop" && holdsGuard(walk, terminator.place))
    held.delete(terminator.place.local);
}

/** A call's arguments move on to its result, on the way to its target. */
function arrive(
  walk: Walk,
  held: Held,
  terminator: Terminator,
  target: BlockId,
  block: BlockId,
): void {
  if (terminator.kind === "switch") return chooseVariant(walk, held, terminator, target, block);
  if (terminator.kind !== "call") return;
  const passed = terminator.args
    .map((arg) => takeFrom(walk, held, arg))
    .filter((guards) => guards !== undefined);
  if (target !== terminator.target) return;
  const { destination } = terminator;
  const made = walk.madeIn.get(block);
  if (made !== undefined) addTo(held, destination.local, new Set([made]));
  if (guardIn(walk.cx, placeTy(walk.cx, walk.body, destination)) === undefined) return;
  for (const guards of passed) addTo(held, destination.local, guards);
}

/** Behind a test of an enum's variant, a guard is only held where that variant can have one. */
function chooseVariant(
  walk: Walk,
  held: Held,
  terminator: Terminator & { kind: "switch" },
  target: BlockId,
  block: BlockId,
): void {
  const tested = testedPlace(walk.body.blocks[block] as BasicBlock, terminator);
  if (tested === undefined || tested.projections.length > 0 || !held.has(tested.local)) return;
  const ty = placeTy(walk.cx, walk.body, tested);
  if (ty.kind !== "adt") return;
  const count = walk.cx.ty.adt(ty.def).variants.length;
  const named = terminator.values.map((value) => variantOfDiscriminant(walk.cx, ty.def, value));
  const here = terminator.targets.flatMap((one, index) => (one === target ? [named[index]] : []));
  const others = Array.from({ length: count }, (_, index) => index).filter(
    (index) => !named.includes(index),
  );
  const possible = terminator.otherwise === target ? [...here, ...others] : here;
  const mayHold = possible.some(
    (variant) =>
      variant === undefined ||
      fieldTys(walk.cx, ty, variant).some((field) => guardIn(walk.cx, field) !== undefined),
  );
  if (!mayHold) held.delete(tested.local);
}

function testedPlace(
  block: BasicBlock,
  terminator: Terminator & { kind: "switch" },
): Place | undefined {
  const { operand } = terminator;
  if (operand.kind === "constant") return undefined;
  for (const statement of block.statements) {
    if (statement.kind !== "assign" || statement.place.local !== operand.place.local) continue;
    if (statement.value.kind === "discriminant") return statement.value.place;
  }
  return undefined;
}

// ---- what people are told about them

function noteStatement(walk: Walk, held: Held, statement: Statement): void {
  if (statement.kind !== "assign" || statement.place.projections.length > 0) return;
  for (const operand of movedBy(statement)) {
    if (operand.kind !== "move" || !holdsGuard(walk, operand.place)) continue;
    eachOf(walk, held.get(operand.place.local), (found) =>
      noteVariable(walk, found, statement.place.local),
    );
  }
}

function noteVariable(walk: Walk, found: Found, local: Local): void {
  const decl = walk.body.locals[local];
  if (decl?.kind !== "variable" || decl.synthetic || decl.name === undefined) return;
  const known = found.variables.some((one) => one.span.start === decl.span.start);
  if (!known) found.variables.push({ name: decl.name, span: decl.span });
}

function noteTerminator(walk: Walk, held: Held, terminator: Terminator, block: BlockId): void {
  if (isCleanup(walk, block)) return;
  if (terminator.kind === "return") {
    eachOf(walk, held.get(0 as Local), (found) =>
      release(found, { span: terminator.span, reason: "returned", named: false }),
    );
  }
  if (terminator.kind === "drop" && holdsGuard(walk, terminator.place)) {
    const { span, reason, place } = terminator;
    const kind = walk.body.locals[place.local]?.kind;
    const named = kind === "variable" || kind === "arg";
    eachOf(walk, held.get(place.local), (found) => release(found, { span, reason, named }));
  }
  if (terminator.kind === "call") noteCall(walk, held, terminator, block);
}

function noteCall(
  walk: Walk,
  held: Held,
  call: Terminator & { kind: "call" },
  block: BlockId,
): void {
  const taken = new Set<number>();
  const target = guardIn(walk.cx, placeTy(walk.cx, walk.body, call.destination)) !== undefined;
  for (const arg of call.args) {
    if (arg.kind !== "move" || !holdsGuard(walk, arg.place)) continue;
    for (const index of held.get(arg.place.local) ?? []) taken.add(index);
  }
  for (const index of taken) noteTaken(walk, walk.found[index] as Found, call, target);
  const made = walk.madeIn.get(block);
  if (made !== undefined) noteVariable(walk, walk.found[made] as Found, call.destination.local);
  const heldCall = calledIn(call);
  if (heldCall === undefined) return;
  for (const guards of held.values()) {
    for (const index of guards)
      if (!taken.has(index)) (walk.found[index] as Found).during.set(placeOf(call.span), heldCall);
  }
}

function noteTaken(
  walk: Walk,
  found: Found,
  call: Terminator & { kind: "call" },
  passedOn: boolean,
): void {
  const callee = calledIn(call);
  if (passedOn) {
    noteVariable(walk, found, call.destination.local);
    if (
      call.span.start <= found.acquireSpan.start &&
      found.acquireSpan.end <= call.span.end &&
      found.callSpan !== undefined
    ) {
      found.acquireSpan = call.span;
    } else if (callee !== undefined) found.through.set(placeOf(call.span), callee);
    return;
  }
  const dropped = callee !== undefined && walk.cx.ty.program.langOf(callee.def) === "mem_drop";
  release(found, { span: call.span, reason: dropped ? "drop" : "moved", named: true });
}

function calledIn(call: Terminator & { kind: "call" }): HeldCall | undefined {
  const { func, span, fnSpan } = call;
  if (func.kind !== "constant" || func.ty.kind !== "fnDef") return undefined;
  return { def: func.ty.def, span, fnSpan };
}

function placeOf(span: Span): string {
  return `${span.start} ${span.end}`;
}

/** Several ways may lead to one place; a way that leaves early drops at the same brace as the ordinary one. */
function release(found: Found, how: GuardRelease): void {
  const known = found.releases.get(placeOf(how.span));
  // A function's last brace can drop on one way what it gives to the caller on another: the gift is told.
  const weaker = known?.reason === "return" || known?.reason === "break";
  if (known === undefined || weaker || how.reason === "returned")
    found.releases.set(placeOf(how.span), how);
}

function eachOf(
  walk: Walk,
  guards: ReadonlySet<number> | undefined,
  visit: (found: Found) => void,
): void {
  for (const index of guards ?? []) visit(walk.found[index] as Found);
}

function isCleanup(walk: Walk, block: BlockId): boolean {
  return (walk.body.blocks[block] as BasicBlock).cleanup;
}

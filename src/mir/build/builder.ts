// State of building one MIR body, and the small operations on its control-flow graph.
//
// `block` is where code is being added. After code that does not return it is a fresh block that nothing reaches;
// such blocks are removed at the end. Follows `rustc_mir_build::builder::Builder`.

import type { Span } from "../../base/span.ts";
import type { LabelId, LocalId } from "../../hir/hir.ts";
import type { ParamEnv } from "../../ty/queries.ts";
import type { Ty } from "../../ty/ty.ts";
import type { TypeckResults } from "../../ty/typeck.ts";
import type { MirContext } from "../context.ts";
import type {
  BasicBlock,
  BlockId,
  Body,
  DropReason,
  Local,
  LocalDecl,
  Operand,
  Place,
  Projection,
  Rvalue,
  StatementKind,
  TerminatorKind,
} from "../mir.ts";
import type { RegionScope, ThirBody, ThirExpr } from "../thir/thir.ts";
import { typeIsCopy } from "../traits.ts";
import { placeTyOf } from "../placeTys.ts";

export interface BlockData {
  readonly statements: BasicBlock["statements"][number][];
  terminator: BasicBlock["terminator"] | undefined;
  readonly cleanup: boolean;
}

/** A value or storage to be given up when the scope ends. */
export interface DropEntry {
  readonly local: Local;
  readonly kind: "value" | "storage";
  readonly reason: DropReason;
  /** First block of the unwind path that begins with this entry. */
  cachedUnwind: BlockId | undefined;
}

export interface BuildScope {
  readonly region: RegionScope;
  drops: DropEntry[];
}

/** A loop, labelled block, or the function itself (label undefined). */
export interface Breakable {
  readonly label: LabelId | undefined;
  /** Number of scopes around it. */
  readonly depth: number;
  readonly destination: Place;
  readonly continueBlock: BlockId | undefined;
  breakBlock: BlockId | undefined;
}

/** Where a condition that fails goes; `depth` as in `Breakable`. */
export interface IfThen {
  readonly depth: number;
  elseBlock: BlockId | undefined;
}

export interface VarLocals {
  readonly local: Local;
  /** While a match guard runs: the local that holds a reference to the value. */
  guard: Local | undefined;
}

export interface Builder {
  readonly cx: MirContext;
  readonly thir: ThirBody;
  readonly results: TypeckResults;
  readonly env: ParamEnv;
  readonly locals: LocalDecl[];
  readonly blocks: BlockData[];
  block: BlockId;
  readonly scopes: BuildScope[];
  readonly breakables: Breakable[];
  ifThen: IfThen | undefined;
  readonly vars: Map<LocalId, VarLocals>;
  /** Variables that are seen through a reference now, innermost guard last. */
  readonly guards: Set<LocalId>[];
  resumeBlock: BlockId | undefined;
  readonly buildNested: (thir: ThirBody) => Body;
  /** `exprIntoDest` and `thenElseBreak`: the files that build one kind of expression reach them through here. */
  readonly into: (b: Builder, dest: Place, expr: ThirExpr) => void;
  readonly thenElseBreak: (b: Builder, expr: ThirExpr) => void;
}

export const RETURN_PLACE: Place = { local: 0 as Local, projections: [] };

export function newBlock(b: Builder, cleanup = false): BlockId {
  b.blocks.push({ statements: [], terminator: undefined, cleanup });
  return (b.blocks.length - 1) as BlockId;
}

export function blockData(b: Builder, id: BlockId): BlockData {
  return b.blocks[id] as BlockData;
}

export function push(b: Builder, statement: StatementKind, span: Span): void {
  blockData(b, b.block).statements.push(at(statement, span));
}

export function assign(b: Builder, place: Place, value: Rvalue, span: Span): void {
  push(b, { kind: "assign", place, value }, span);
}

export function assignUnit(b: Builder, place: Place, span: Span): void {
  assign(b, place, { kind: "aggregate", aggregate: { kind: "tuple" }, operands: [] }, span);
}

export function terminateAt(
  b: Builder,
  block: BlockId,
  terminator: TerminatorKind,
  span: Span,
): void {
  const data = blockData(b, block);
  data.terminator ??= at(terminator, span);
}

/** The literal is fresh: completing it in place spares a copy. */
function at<T extends object>(made: T, span: Span): T & { readonly span: Span } {
  const whole = made as T & { span: Span };
  whole.span = span;
  return whole;
}

/** Ends the current block; code goes on in `next` (a fresh unreachable block if it is not given). */
export function terminate(
  b: Builder,
  terminator: TerminatorKind,
  span: Span,
  next?: BlockId,
): void {
  terminateAt(b, b.block, terminator, span);
  b.block = next ?? newBlock(b);
}

export function goto(b: Builder, target: BlockId, span: Span): void {
  terminateAt(b, b.block, { kind: "goto", target }, span);
}

export function newLocal(b: Builder, decl: LocalDecl): Local {
  b.locals.push(decl);
  return (b.locals.length - 1) as Local;
}

export function newTemp(b: Builder, ty: Ty, span: Span): Local {
  return newLocal(b, {
    ty,
    mutable: true,
    name: undefined,
    span,
    kind: "temporary",
    synthetic: true,
  });
}

export function placeOf(local: Local): Place {
  return { local, projections: [] };
}

export function project(place: Place, ...projections: readonly Projection[]): Place {
  return { local: place.local, projections: [...place.projections, ...projections] };
}

export function tyOfPlace(b: Builder, place: Place): Ty {
  return placeTyOf(b.cx, b.locals, place);
}

/** Reading a place as a value: a copy if its type allows, otherwise a move. */
export function consume(b: Builder, place: Place): Operand {
  return { kind: typeIsCopy(b.cx, b.env, tyOfPlace(b, place)) ? "copy" : "move", place };
}

/** Ends the run here; analyses go on behind it, as if `dest` had got its value. */
export function unsupportedHere(
  b: Builder,
  what: string,
  reason: string,
  span: Span,
  dest?: Place,
): void {
  const target = newBlock(b);
  terminate(b, { kind: "unsupported", what, reason, target }, span, target);
  if (dest === undefined) return;
  const operand: Operand = {
    kind: "constant",
    constant: { kind: "zst" },
    ty: tyOfPlace(b, dest),
    span,
  };
  assign(b, dest, { kind: "use", operand }, span);
}

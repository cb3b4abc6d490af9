// Move paths: the places whose initialisation is tracked, as a forest with one tree for each local.
//
// Follows `rustc_mir_dataflow::move_paths`. A path exists for every local, every place that is moved out of, and every place
// that is assigned. Moving out is possible through fields, downcasts, Box and constant positions of arrays; anything else
// (behind a reference or raw pointer, an index, the inside of a type with a destructor) is an illegal move, kept as data.

import type { Ty } from "../../ty/ty.ts";
import type { MirContext } from "../context.ts";
import type { Location } from "../dataflow.ts";
import type {
  BasicBlock,
  BlockId,
  Body,
  Local,
  Place,
  Projection,
  Statement,
  Terminator,
} from "../mir.ts";
import { dropImpl } from "../traits.ts";
import { isBox, placeTy, projectTy } from "../placeTys.ts";
import type { PlaceTy } from "../placeTys.ts";
import { movedPlaces } from "../visit.ts";

export type MovePathId = number & { readonly brand: "MovePathId" };

export interface MovePath {
  readonly id: MovePathId;
  readonly place: Place;
  readonly ty: Ty;
  readonly parent: MovePathId | undefined;
  readonly children: MovePathId[];
}

export interface MoveOut {
  readonly path: MovePathId;
  readonly at: Location;
  /** `storageDead` and `drop` end a value without a word in the source. */
  readonly cause: "move" | "storageDead" | "drop";
}

export interface Init {
  readonly path: MovePathId;
  /** Undefined: an argument, initialised at the start. */
  readonly at: Location | undefined;
  /** The result of a call: not on its unwind edge. */
  readonly onReturn: boolean;
}

export interface IllegalMove {
  readonly place: Place;
  readonly at: Location;
  /** The prefix of `place` that forbids it. */
  readonly origin: Place;
  readonly reason:
    | { readonly kind: "borrowed"; readonly ty: Ty }
    | { readonly kind: "destructor"; readonly ty: Ty }
    | { readonly kind: "element"; readonly ty: Ty; readonly byIndex: boolean };
}

export interface MoveData {
  readonly body: Body;
  readonly paths: readonly MovePath[];
  readonly moves: readonly MoveOut[];
  readonly inits: readonly Init[];
  readonly illegal: readonly IllegalMove[];
  /** By `locationKey`. */
  readonly movesAt: ReadonlyMap<number, readonly MoveOut[]>;
  readonly initsAt: ReadonlyMap<number, readonly Init[]>;
}

/** Unique for locations of one body. */
export function locationKey(at: Location): number {
  return at.block * 65536 + at.index;
}

interface Gather {
  readonly cx: MirContext;
  readonly body: Body;
  readonly paths: MovePath[];
  readonly byKey: Map<string, MovePathId>;
  readonly moves: MoveOut[];
  readonly inits: Init[];
  readonly illegal: IllegalMove[];
}

export function gatherMoves(cx: MirContext, body: Body): MoveData {
  const g: Gather = { cx, body, paths: [], byKey: new Map(), moves: [], inits: [], illegal: [] };
  body.locals.forEach((decl, local) =>
    addPath(g, `${local}`, { local: local as Local, projections: [] }, decl.ty, undefined),
  );
  for (let local = 1; local <= body.argCount; local++)
    g.inits.push({ path: local as MovePathId, at: undefined, onReturn: false });
  body.blocks.forEach((data, block) => gatherBlock(g, data, block as BlockId));
  return {
    body,
    paths: g.paths,
    moves: g.moves,
    inits: g.inits,
    illegal: g.illegal,
    movesAt: group(g.moves, (move) => locationKey(move.at)),
    initsAt: group(
      g.inits.filter((init) => init.at),
      (init) => locationKey(init.at as Location),
    ),
  };
}

function group<T>(items: readonly T[], key: (item: T) => number): Map<number, T[]> {
  const out = new Map<number, T[]>();
  for (const item of items) {
    const list = out.get(key(item));
    if (list) list.push(item);
    else out.set(key(item), [item]);
  }
  return out;
}

function gatherBlock(g: Gather, data: BasicBlock, block: BlockId): void {
  data.statements.forEach((statement, index) => gatherStatement(g, statement, { block, index }));
  gatherTerminator(g, data.terminator, { block, index: data.statements.length });
}

function gatherStatement(g: Gather, statement: Statement, at: Location): void {
  for (const place of movedPlaces(statement)) gatherMove(g, place, at, "move");
  if (statement.kind === "assign") gatherInit(g, statement.place, at, false);
  if (statement.kind === "storageDead")
    gatherMove(g, { local: statement.local, projections: [] }, at, "storageDead");
}

function gatherTerminator(g: Gather, terminator: Terminator, at: Location): void {
  for (const place of movedPlaces(terminator)) gatherMove(g, place, at, "move");
  if (terminator.kind === "drop") gatherMove(g, terminator.place, at, "drop");
  if (terminator.kind === "call") gatherInit(g, terminator.destination, at, true);
}

function gatherMove(g: Gather, place: Place, at: Location, cause: MoveOut["cause"]): void {
  const elements = elementsOf(g, place);
  if (elements) {
    for (const element of elements) gatherMove(g, element, at, cause);
    return;
  }
  const found = pathFor(g, place);
  if (typeof found === "number") g.moves.push({ path: found, at, cause });
  else if (cause === "move") g.illegal.push({ place, at, ...found });
}

/** `[a, rest @ ..]` moves each element of `rest`. */
function elementsOf(g: Gather, place: Place): Place[] | undefined {
  const last = place.projections[place.projections.length - 1];
  if (last?.kind !== "subslice" || last.fromEnd) return undefined;
  const base: Place = { local: place.local, projections: place.projections.slice(0, -1) };
  if (placeTy(g.cx, g.body, base).kind !== "array") return undefined;
  const out: Place[] = [];
  for (let offset = last.from; offset < last.to; offset++) {
    const step: Projection = { kind: "constantIndex", offset, fromEnd: false, minLength: last.to };
    out.push({ local: place.local, projections: [...base.projections, step] });
  }
  return out;
}

function gatherInit(g: Gather, place: Place, at: Location, onReturn: boolean): void {
  const found = pathFor(g, place);
  if (typeof found === "number") g.inits.push({ path: found, at, onReturn });
}

function addPath(
  g: Gather,
  key: string,
  place: Place,
  ty: Ty,
  parent: MovePathId | undefined,
): MovePathId {
  const id = g.paths.length as MovePathId;
  g.paths.push({ id, place, ty, parent, children: [] });
  g.byKey.set(key, id);
  if (parent !== undefined) (g.paths[parent] as MovePath).children.push(id);
  return id;
}

type Illegal = Pick<IllegalMove, "origin" | "reason">;

/** The path of a place, made if need be; or why nothing can be moved out of it. */
function pathFor(g: Gather, place: Place): MovePathId | Illegal {
  let path = place.local as number as MovePathId;
  let key = `${place.local}`;
  let at: PlaceTy = {
    ty: (g.body.locals[place.local] as Body["locals"][number]).ty,
    variant: undefined,
  };
  for (let i = 0; i < place.projections.length; i++) {
    const projection = place.projections[i] as Projection;
    const reason = forbids(g.cx, at, projection);
    // A union is one whole: each field stands for all of it.
    if (
      projection.kind === "field" &&
      at.ty.kind === "adt" &&
      g.cx.ty.adt(at.ty.def).kind === "union"
    )
      return path;
    if (reason)
      return { origin: { local: place.local, projections: place.projections.slice(0, i) }, reason };
    key += pathKey(projection);
    at = projectTy(g.cx, at, projection);
    const next = { local: place.local, projections: place.projections.slice(0, i + 1) };
    path = g.byKey.get(key) ?? addPath(g, key, next, at.ty, path);
  }
  return path;
}

function forbids(
  cx: MirContext,
  base: PlaceTy,
  projection: Projection,
): IllegalMove["reason"] | undefined {
  const { ty } = base;
  switch (projection.kind) {
    case "deref":
      return isBox(cx, ty) ? undefined : { kind: "borrowed", ty };
    case "field":
    case "downcast":
      if (ty.kind === "adt" && dropImpl(cx, ty.def) !== undefined && !isBox(cx, ty))
        return { kind: "destructor", ty };
      return undefined;
    case "index":
      return { kind: "element", ty, byIndex: true };
    case "constantIndex":
    case "subslice":
      return ty.kind === "array" ? undefined : { kind: "element", ty, byIndex: false };
  }
}

function pathKey(projection: Projection): string {
  switch (projection.kind) {
    case "deref":
      return "*";
    case "field":
      return `.${projection.index}`;
    case "downcast":
      return `@${projection.variant}`;
    case "constantIndex":
      return `[${projection.fromEnd ? "-" : ""}${projection.offset}]`;
    case "subslice":
      return `[${projection.from}:${projection.to}${projection.fromEnd ? "-" : ""}]`;
    case "index":
      return "[]";
  }
}

/** The path that stands for a place: its own, or that of the nearest tracked prefix. */
export function lookupPath(
  data: MoveData,
  place: Place,
): { readonly path: MovePathId; readonly exact: boolean } {
  let path = place.local as number as MovePathId;
  for (const projection of place.projections) {
    const wanted = pathKey(projection);
    const next = (data.paths[path] as MovePath).children.find((child) => {
      const { projections } = (data.paths[child] as MovePath).place;
      return pathKey(projections[projections.length - 1] as Projection) === wanted;
    });
    if (next === undefined) return { path, exact: false };
    path = next;
  }
  return { path, exact: true };
}

/** The path and everything below it. */
export function eachSubpath(
  data: MoveData,
  path: MovePathId,
  visit: (path: MovePathId) => void,
): void {
  visit(path);
  for (const child of (data.paths[path] as MovePath).children) eachSubpath(data, child, visit);
}

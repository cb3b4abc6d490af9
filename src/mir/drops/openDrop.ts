// Open drops: a value from which parts were moved is dropped part by part.
//
// Follows `rustc_mir_transform::elaborate_drop::open_drop`: a ladder over the fields in order, with a second ladder for the
// case that one of them panics. Enums switch on the variant; of a Box the content goes first, then the allocation.

import { discriminantValue } from "../discriminants.ts";
import type { BlockId, Place, Projection } from "../mir.ts";
import type { Ty } from "../../ty/ty.ts";
import { dropImpl, traitMethod, typeNeedsDrop } from "../traits.ts";
import { boxedTy, fieldTys, isBox } from "../placeTys.ts";
import { shallowDrop, testFlag } from "./elaborator.ts";
import type { DropTerminator, Elaborator } from "./elaborator.ts";
import { hasBit } from "../dataflow.ts";
import type { InitState } from "./initialized.ts";
import type { MovePath, MovePathId } from "./movePaths.ts";
import { addBlock, addTemp } from "./patch.ts";

interface Part {
  readonly place: Place;
  readonly ty: Ty;
  /** Undefined: it was never moved, nor assigned, alone. */
  readonly path: MovePathId | undefined;
}

export interface OpenDrop {
  readonly drop: DropTerminator;
  readonly path: MovePathId;
  readonly state: InitState;
  readonly cleanup: boolean;
}

export function openDrop(e: Elaborator, open: OpenDrop): BlockId {
  const { ty, place } = e.data.paths[open.path] as MovePath;
  if (isBox(e.cx, ty)) return openBox(e, open, ty);
  if (ty.kind === "adt" && e.cx.ty.adt(ty.def).kind === "enum") return openEnum(e, open, ty);
  if (ty.kind === "array") return ladder(e, open, arrayParts(e, open.path, ty));
  return ladder(e, open, fieldParts(e, place, open.path, fieldTys(e.cx, ty, 0)));
}

function fieldParts(
  e: Elaborator,
  place: Place,
  path: MovePathId | undefined,
  tys: readonly Ty[],
): Part[] {
  return tys.map((ty, index) => {
    const projection: Projection = { kind: "field", index, ty };
    const child =
      path === undefined
        ? undefined
        : childOf(e, path, (last) => last.kind === "field" && last.index === index);
    return {
      place: { local: place.local, projections: [...place.projections, projection] },
      ty,
      path: child,
    };
  });
}

function childOf(
  e: Elaborator,
  path: MovePathId,
  matches: (last: Projection) => boolean,
): MovePathId | undefined {
  return (e.data.paths[path] as MovePath).children.find((child) => {
    const { projections } = (e.data.paths[child] as MovePath).place;
    return matches(projections[projections.length - 1] as Projection);
  });
}

/** Parts of an array: its elements by constant index. */
function arrayParts(e: Elaborator, path: MovePathId, ty: Ty & { kind: "array" }): Part[] {
  const { place } = e.data.paths[path] as MovePath;
  const length = ty.length.const === "value" ? Number(ty.length.value) : 0;
  const parts: Part[] = [];
  for (let offset = 0; offset < length; offset++) {
    const projection: Projection = {
      kind: "constantIndex",
      offset,
      fromEnd: false,
      minLength: length,
    };
    const child = childOf(e, path, (last) => covers(last, offset));
    parts.push({
      place: { local: place.local, projections: [...place.projections, projection] },
      ty: ty.ty,
      path: child,
    });
  }
  return parts;
}

function covers(projection: Projection, offset: number): boolean {
  if (projection.kind === "constantIndex")
    return !projection.fromEnd && projection.offset === offset;
  return (
    projection.kind === "subslice" &&
    !projection.fromEnd &&
    projection.from <= offset &&
    offset < projection.to
  );
}

/** Drops the parts in order, then goes to the drop's target; if one panics, the rest is dropped while unwinding. */
function ladder(e: Elaborator, open: OpenDrop, all: readonly Part[]): BlockId {
  const { drop, cleanup } = open;
  const parts = all.filter((part) => typeNeedsDrop(e.cx, e.env, part.ty));
  let target = drop.target;
  let unwind = drop.unwind;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i] as Part;
    target = partDrop(e, open, part, target, unwind, cleanup);
    if (i === 0 || cleanup) continue;
    unwind = partDrop(e, open, part, unwind ?? resume(e, drop), undefined, true);
  }
  return target;
}

function resume(e: Elaborator, drop: DropTerminator): BlockId {
  return addBlock(e.patch, [], { kind: "resume" }, drop.span, true);
}

function partDrop(
  e: Elaborator,
  open: OpenDrop,
  part: Part,
  target: BlockId,
  unwind: BlockId | undefined,
  cleanup: boolean,
): BlockId {
  const drop: DropTerminator = {
    ...open.drop,
    place: part.place,
    target,
    unwind: cleanup ? undefined : unwind,
  };
  if (part.path !== undefined && isWhole(e, part))
    return e.elaborate(e, drop, part.path, open.state, cleanup);
  if (part.path !== undefined) return shallowDrop(e, drop, part.path, open.state, cleanup);
  return shallowDrop(e, drop, open.path, open.state, cleanup);
}

/** The path names exactly this part (a subslice pattern covers several elements). */
function isWhole(e: Elaborator, part: Part): boolean {
  const { projections } = (e.data.paths[part.path as MovePathId] as MovePath).place;
  return projections[projections.length - 1]?.kind !== "subslice";
}

function openEnum(e: Elaborator, open: OpenDrop, ty: Ty & { kind: "adt" }): BlockId {
  const { drop, path, state, cleanup } = open;
  const { place, children } = e.data.paths[path] as MovePath;
  const values: bigint[] = [];
  const targets: BlockId[] = [];
  for (const child of children) {
    const { projections } = (e.data.paths[child] as MovePath).place;
    const last = projections[projections.length - 1] as Projection;
    if (last.kind !== "downcast") continue;
    values.push(discriminantValue(e.cx, ty.def, last.variant));
    const inner = { local: place.local, projections: [...place.projections, last] };
    targets.push(
      ladder(
        e,
        { ...open, path: child },
        fieldParts(e, inner, child, fieldTys(e.cx, ty, last.variant)),
      ),
    );
  }
  const otherwise = othersNeedDrop(e, ty, values)
    ? addBlock(e.patch, [], drop, drop.span, cleanup)
    : drop.target;
  const discriminant = {
    local: addTemp(e.patch, e.cx.ty.tcx.int("isize"), drop.span),
    projections: [],
  };
  const read = {
    kind: "assign",
    place: discriminant,
    value: { kind: "discriminant", place },
    span: drop.span,
  } as const;
  const operand = { kind: "move", place: discriminant } as const;
  const choose = addBlock(
    e.patch,
    [read],
    { kind: "switch", operand, values, targets, otherwise },
    drop.span,
    cleanup,
  );
  if (!hasBit(state.maybeInit, path)) return drop.target;
  return hasBit(state.maybeUninit, path)
    ? testFlag(e, path, choose, drop.target, drop.span, cleanup)
    : choose;
}

/** A variant from which nothing was moved alone holds something to drop. */
function othersNeedDrop(
  e: Elaborator,
  ty: Ty & { kind: "adt" },
  values: readonly bigint[],
): boolean {
  return e.cx.ty
    .adt(ty.def)
    .variants.some(
      ({ index }) =>
        !values.includes(discriminantValue(e.cx, ty.def, index)) &&
        fieldTys(e.cx, ty, index).some((field) => typeNeedsDrop(e.cx, e.env, field)),
    );
}

/** First what is inside, then the allocation, by Box's own destructor. */
function openBox(e: Elaborator, open: OpenDrop, ty: Ty & { kind: "adt" }): BlockId {
  const { drop, path, state, cleanup } = open;
  const free = freeBox(e, open, ty, drop.target, drop.unwind, cleanup);
  const inner = childOf(e, path, (last) => last.kind === "deref");
  if (inner === undefined) return shallowDrop(e, drop, path, state, cleanup);
  const unwind = cleanup
    ? undefined
    : freeBox(e, open, ty, drop.unwind ?? resume(e, drop), undefined, true);
  const { place } = e.data.paths[inner] as MovePath;
  const part: Part = { place, ty: boxedTy(ty), path: inner };
  return partDrop(e, open, part, free, unwind, cleanup);
}

function freeBox(
  e: Elaborator,
  open: OpenDrop,
  ty: Ty & { kind: "adt" },
  target: BlockId,
  unwind: BlockId | undefined,
  cleanup: boolean,
): BlockId {
  const { drop, path, state } = open;
  const method = traitMethod(e.cx, "drop");
  if (method === undefined || dropImpl(e.cx, ty.def) === undefined) return target;
  const interner = e.cx.ty.tcx;
  const ref = {
    local: addTemp(e.patch, interner.ref(interner.erased, ty, true), drop.span),
    projections: [],
  };
  const unit = { local: addTemp(e.patch, interner.unit, drop.span), projections: [] };
  const { place } = e.data.paths[path] as MovePath;
  const borrow = {
    kind: "assign",
    place: ref,
    value: { kind: "ref", borrow: "mut", place },
    span: drop.span,
  } as const;
  const func = {
    kind: "constant",
    constant: { kind: "zst" },
    ty: interner.fnDef(method, [ty]),
    span: drop.span,
  } as const;
  const args = [{ kind: "move", place: ref }] as const;
  const call = addBlock(
    e.patch,
    [borrow],
    {
      kind: "call",
      func,
      args,
      destination: unit,
      target,
      unwind: cleanup ? undefined : unwind,
      fnSpan: drop.span,
    },
    drop.span,
    cleanup,
  );
  if (!hasBit(state.maybeInit, path)) return target;
  return hasBit(state.maybeUninit, path)
    ? testFlag(e, path, call, target, drop.span, cleanup)
    : call;
}

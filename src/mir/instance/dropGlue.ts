// Drop glue: the body that drops a value of a type in place. Follows `build_drop_shim` and the full open drop ladder.
//
// Argument 1 is `*mut T`. First the type's own `Drop::drop`, then its fields in order; if one of them panics, the rest is
// dropped while unwinding. Slices and arrays are a loop. Trait objects have no glue of their own: the machine takes that of
// the concrete type from the vtable.

import { NO_SPAN } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { Ty } from "../../ty/ty.ts";
import type { MirContext } from "../context.ts";
import { discriminantValue } from "../discriminants.ts";
import type { BlockId, Body, Local, Place, Projection, TerminatorKind } from "../mir.ts";
import { NO_BOUNDS } from "../normalize.ts";
import { dropImpl, traitMethod, typeNeedsDrop } from "../traits.ts";
import { boxedTy, fieldTys } from "../placeTys.ts";
import {
  argument,
  finishShim,
  functionOperand,
  integer,
  projected,
  set,
  shimBlock,
  shimTemp,
  startShim,
  use,
} from "./shimBody.ts";
import type { Shim } from "./shimBody.ts";

interface Glue {
  readonly cx: MirContext;
  readonly shim: Shim;
}

interface Exits {
  readonly target: BlockId;
  readonly unwind: BlockId | undefined;
  readonly cleanup: boolean;
}

export function dropGlueBody(cx: MirContext, ty: Ty): Body {
  const interner = cx.ty.tcx;
  const shim = startShim(interner.unit, [interner.ptr(ty, true)]);
  const g: Glue = { cx, shim };
  const done = shimBlock(shim, [], { kind: "return" });
  const value = projected(argument(0), { kind: "deref" });
  const first = dropParts(g, value, ty, { target: done, unwind: undefined, cleanup: false });
  const entry = shimBlock(shim, [], { kind: "goto", target: first });
  return finishShim(shim, ownerOf(cx, ty), entry);
}

function ownerOf(cx: MirContext, ty: Ty): DefId {
  return ty.kind === "adt" ? ty.def : ty.kind === "closure" ? ty.owner : cx.ty.program.root;
}

function dropParts(g: Glue, place: Place, ty: Ty, exits: Exits): BlockId {
  switch (ty.kind) {
    case "adt":
      return dropAdt(g, place, ty, exits);
    case "tuple":
    case "closure":
      return dropFields(g, place, fieldTys(g.cx, ty, 0), exits);
    case "array":
    case "slice":
      return dropElements(g, place, ty.ty, exits);
    default:
      return exits.target;
  }
}

function dropAdt(g: Glue, place: Place, ty: Ty & { kind: "adt" }, exits: Exits): BlockId {
  if (ty.def === g.cx.ty.lang("owned_box")) return dropBox(g, place, ty, exits);
  const own = dropImpl(g.cx, ty.def);
  if (own === undefined) return dropContents(g, place, ty, exits);
  const contents = dropContents(g, place, ty, exits);
  const unwinding = exits.cleanup
    ? undefined
    : onUnwind(g, exits, (inner) => dropContents(g, place, ty, inner));
  return callDrop(g, place, ty, { ...exits, target: contents, unwind: unwinding });
}

/** What remains to be done while a panic passes; undefined when that is nothing. */
function onUnwind(g: Glue, exits: Exits, build: (inner: Exits) => BlockId): BlockId | undefined {
  const target = exits.unwind ?? shimBlock(g.shim, [], { kind: "resume" }, true);
  const first = build({ target, unwind: undefined, cleanup: true });
  return first === target ? exits.unwind : first;
}

function dropContents(g: Glue, place: Place, ty: Ty & { kind: "adt" }, exits: Exits): BlockId {
  const adt = g.cx.ty.adt(ty.def);
  if (ty.def === g.cx.ty.lang("manually_drop") || adt.kind === "union") return exits.target;
  if (adt.kind === "struct") return dropFields(g, place, fieldTys(g.cx, ty, 0), exits);
  return dropVariants(g, place, ty, adt.variants.length, exits);
}

function dropVariants(
  g: Glue,
  place: Place,
  ty: Ty & { kind: "adt" },
  count: number,
  exits: Exits,
): BlockId {
  const values: bigint[] = [];
  const targets: BlockId[] = [];
  for (let variant = 0; variant < count; variant++) {
    const inner = projected(place, { kind: "downcast", variant });
    const first = dropFields(g, inner, fieldTys(g.cx, ty, variant), exits);
    if (first === exits.target) continue;
    values.push(discriminantValue(g.cx, ty.def, variant));
    targets.push(first);
  }
  if (targets.length === 0) return exits.target;
  const discriminant = shimTemp(g.shim, g.cx.ty.tcx.int("isize"));
  const operand = { kind: "move", place: discriminant } as const;
  const choose: TerminatorKind = {
    kind: "switch",
    operand,
    values,
    targets,
    otherwise: exits.target,
  };
  return shimBlock(
    g.shim,
    [set(discriminant, { kind: "discriminant", place })],
    choose,
    exits.cleanup,
  );
}

function dropFields(g: Glue, place: Place, tys: readonly Ty[], exits: Exits): BlockId {
  const fields = tys
    .map((ty, index) => ({ ty, projection: { kind: "field", index, ty } satisfies Projection }))
    .filter((field) => typeNeedsDrop(g.cx, NO_BOUNDS, field.ty));
  let { target, unwind } = exits;
  for (let i = fields.length - 1; i >= 0; i--) {
    const field = fields[i] as (typeof fields)[number];
    const at = projected(place, field.projection);
    const next = target;
    target = dropAt(g, at, { target: next, unwind, cleanup: exits.cleanup });
    if (i === 0 || exits.cleanup) continue;
    unwind = dropAt(g, at, {
      target: unwind ?? shimBlock(g.shim, [], { kind: "resume" }, true),
      unwind: undefined,
      cleanup: true,
    });
  }
  return target;
}

function dropAt(g: Glue, place: Place, exits: Exits): BlockId {
  const { target, unwind, cleanup } = exits;
  return shimBlock(
    g.shim,
    [],
    { kind: "drop", place, target, unwind: cleanup ? undefined : unwind, reason: "scopeEnd" },
    cleanup,
  );
}

/** First the content, then Box's own destructor, which frees the allocation. */
function dropBox(g: Glue, place: Place, ty: Ty & { kind: "adt" }, exits: Exits): BlockId {
  const free = callDrop(g, place, ty, exits);
  const content = boxedTy(ty);
  if (!typeNeedsDrop(g.cx, NO_BOUNDS, content)) return free;
  const unwinding = exits.cleanup
    ? undefined
    : onUnwind(g, exits, (inner) => callDrop(g, place, ty, inner));
  return dropAt(g, projected(place, { kind: "deref" }), {
    target: free,
    unwind: unwinding,
    cleanup: exits.cleanup,
  });
}

/** `<T as Drop>::drop(&mut *place)`. */
function callDrop(g: Glue, place: Place, ty: Ty, exits: Exits): BlockId {
  const method = traitMethod(g.cx, "drop");
  if (method === undefined) return exits.target;
  const interner = g.cx.ty.tcx;
  const ref = shimTemp(g.shim, interner.ref(interner.erased, ty, true));
  const unit = shimTemp(g.shim, interner.unit);
  const func = functionOperand(interner.fnDef(method, [ty]));
  const { target, unwind, cleanup } = exits;
  return shimBlock(
    g.shim,
    [set(ref, { kind: "ref", borrow: "mut", place })],
    {
      kind: "call",
      func,
      args: [{ kind: "move", place: ref }],
      destination: unit,
      target,
      unwind: cleanup ? undefined : unwind,
      fnSpan: NO_SPAN,
    },
    cleanup,
  );
}

/** `while i != len { drop(place[i]); i += 1 }`; after a panic the same loop goes on while unwinding. */
function dropElements(g: Glue, place: Place, element: Ty, exits: Exits): BlockId {
  if (!typeNeedsDrop(g.cx, NO_BOUNDS, element)) return exits.target;
  const { usize } = g.cx.ty.tcx;
  const index = shimTemp(g.shim, usize);
  const length = shimTemp(g.shim, usize);
  const unwindExit = exits.unwind ?? shimBlock(g.shim, [], { kind: "resume" }, true);
  const unwinding = exits.cleanup
    ? undefined
    : elementLoop(g, place, index, length, {
        target: unwindExit,
        unwind: undefined,
        cleanup: true,
      });
  const loop = elementLoop(g, place, index, length, {
    target: exits.target,
    unwind: unwinding,
    cleanup: exits.cleanup,
  });
  const start = [set(index, use(integer(0n, usize))), set(length, { kind: "len", place })];
  return shimBlock(g.shim, start, { kind: "goto", target: loop }, exits.cleanup);
}

function elementLoop(g: Glue, place: Place, index: Place, length: Place, exits: Exits): BlockId {
  const interner = g.cx.ty.tcx;
  const { shim } = g;
  const current = shimTemp(shim, interner.usize);
  const atEnd = shimTemp(shim, interner.bool);
  const head = shimBlock(shim, [], { kind: "unreachable" }, exits.cleanup);
  const element = projected(place, { kind: "index", local: current.local as Local });
  const dropping = dropAt(g, element, { ...exits, target: head });
  const read = (from: Place) => ({ kind: "copy", place: from }) as const;
  const next = shimBlock(
    shim,
    [
      set(current, use(read(index))),
      set(index, {
        kind: "binary",
        op: "+",
        left: read(index),
        right: integer(1n, interner.usize),
        ty: interner.usize,
      }),
    ],
    { kind: "goto", target: dropping },
    exits.cleanup,
  );
  const block = shim.blocks[head] as Shim["blocks"][number];
  block.statements = [
    set(atEnd, {
      kind: "binary",
      op: "==",
      left: read(index),
      right: read(length),
      ty: interner.bool,
    }),
  ];
  const operand = { kind: "move", place: atEnd } as const;
  block.terminator = {
    kind: "switch",
    operand,
    values: [0n],
    targets: [next],
    otherwise: exits.target,
    span: NO_SPAN,
  };
  return head;
}

// Bodies for calls that have no function of their own in the source: constructors as functions, function pointers behind
// the call traits, closures called by value or turned into pointers, and built-in `Clone`.
// Follows `rustc_mir_transform::shim`.

import { NO_SPAN } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import { eraseSig, substituteSig } from "../../ty/fold.ts";
import type { FnSig, GenericArgs, Ty } from "../../ty/ty.ts";
import type { MirContext } from "../context.ts";
import type { BlockId, Body, Operand, Place } from "../mir.ts";
import { NO_BOUNDS, revealTy } from "../normalize.ts";
import { traitMethod, typeIsCopy, typeNeedsDrop } from "../traits.ts";
import { fieldTys } from "../placeTys.ts";
import {
  RETURN,
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

/** `Some` as a function: its arguments become the fields. */
export function ctorBody(cx: MirContext, def: DefId, args: GenericArgs): Body {
  const found = cx.ty.def(def);
  const adt = found.kind === "variant" ? (found.parent as DefId) : def;
  const variant = found.kind === "variant" ? found.index : 0;
  const ty = cx.ty.tcx.adt(adt, args);
  const tys = fieldTys(cx, ty, variant).map((field) => revealTy(cx, field));
  const shim = startShim(ty, tys);
  const operands = tys.map((_, i): Operand => ({ kind: "move", place: argument(i) }));
  const aggregate = { kind: "adt", def: adt, variant, args } as const;
  const entry = shimBlock(shim, [set(RETURN, { kind: "aggregate", aggregate, operands })], {
    kind: "return",
  });
  return finishShim(shim, adt, entry);
}

function concreteSig(cx: MirContext, sig: FnSig): FnSig {
  const erased = eraseSig(cx.ty.tcx, sig);
  return {
    ...erased,
    inputs: erased.inputs.map((ty) => revealTy(cx, ty)),
    output: revealTy(cx, erased.output),
  };
}

export function signatureOf(cx: MirContext, ty: Ty): FnSig | undefined {
  switch (ty.kind) {
    case "fnPtr":
      return concreteSig(cx, ty.sig);
    case "fnDef":
      return concreteSig(cx, substituteSig(cx.ty.tcx, cx.ty.fnSig(ty.def), ty.args));
    case "closure": {
      const info = cx.ty.closureInfo(ty.owner, ty.index);
      return info && concreteSig(cx, substituteSig(cx.ty.tcx, info.sig, ty.args));
    }
    default:
      return undefined;
  }
}

/** `Fn::call(f, (a, b))` for a function item or pointer `f`. */
export function fnPtrBody(cx: MirContext, ty: Ty, receiver: "value" | "ref"): Body | undefined {
  const sig = signatureOf(cx, ty);
  if (!sig) return undefined;
  const interner = cx.ty.tcx;
  const self = receiver === "ref" ? interner.ref(interner.erased, ty, false) : ty;
  const shim = startShim(sig.output, [self, interner.tuple(sig.inputs)]);
  const place = receiver === "ref" ? projected(argument(0), { kind: "deref" }) : argument(0);
  const func: Operand = ty.kind === "fnDef" ? functionOperand(ty) : { kind: "copy", place };
  const done = shimBlock(shim, [], { kind: "return" });
  const args = sig.inputs.map((input, index): Operand => ({
    kind: "move",
    place: projected(argument(1), { kind: "field", index, ty: input }),
  }));
  return finishShim(shim, cx.ty.program.root, callTo(shim, func, args, done, undefined));
}

function callTo(
  shim: Shim,
  func: Operand,
  args: readonly Operand[],
  target: BlockId,
  unwind: BlockId | undefined,
): BlockId {
  return shimBlock(shim, [], {
    kind: "call",
    func,
    args,
    destination: RETURN,
    target,
    unwind,
    fnSpan: NO_SPAN,
  });
}

/** `FnOnce::call_once(closure, (a, b))` for a closure that is called by reference: borrow, call, drop the closure. */
export function closureOnceBody(cx: MirContext, ty: Ty & { kind: "closure" }): Body | undefined {
  const sig = signatureOf(cx, ty);
  const info = cx.ty.closureInfo(ty.owner, ty.index);
  const method = traitMethod(cx, info?.kind === "FnMut" ? "fn_mut" : "fn");
  if (!sig || !info || method === undefined) return undefined;
  const interner = cx.ty.tcx;
  const tuple = interner.tuple(sig.inputs);
  const mutable = info.kind === "FnMut";
  const shim = startShim(sig.output, [ty, tuple]);
  const ref = shimTemp(shim, interner.ref(interner.erased, ty, mutable));
  const done = shimBlock(shim, [], { kind: "return" });
  const drop = { kind: "drop", place: argument(0), unwind: undefined, reason: "scopeEnd" } as const;
  const dropped = shimBlock(shim, [], { ...drop, target: done });
  const resume = shimBlock(shim, [], { kind: "resume" }, true);
  const droppedOnUnwind = shimBlock(shim, [], { ...drop, target: resume, reason: "unwind" }, true);
  const needsDrop = typeNeedsDrop(cx, NO_BOUNDS, ty);
  const func = functionOperand(interner.fnDef(method, [ty, tuple]));
  const args: Operand[] = [
    { kind: "move", place: ref },
    { kind: "move", place: argument(1) },
  ];
  const call = callTo(
    shim,
    func,
    args,
    needsDrop ? dropped : done,
    needsDrop ? droppedOnUnwind : undefined,
  );
  const block = shim.blocks[call] as Shim["blocks"][number];
  block.statements.push(
    set(ref, { kind: "ref", borrow: mutable ? "mut" : "shared", place: argument(0) }),
  );
  return finishShim(shim, ty.owner, call);
}

/** A closure without captures as a function pointer: plain arguments, an empty environment. */
export function closureFnPointerBody(
  cx: MirContext,
  ty: Ty & { kind: "closure" },
): Body | undefined {
  const sig = signatureOf(cx, ty);
  const method = traitMethod(cx, "fn_once");
  if (!sig || method === undefined) return undefined;
  const interner = cx.ty.tcx;
  const tupleTy = interner.tuple(sig.inputs);
  const shim = startShim(sig.output, sig.inputs);
  const env = shimTemp(shim, ty);
  const tuple = shimTemp(shim, tupleTy);
  const done = shimBlock(shim, [], { kind: "return" });
  const func = functionOperand(interner.fnDef(method, [ty, tupleTy]));
  const call = callTo(
    shim,
    func,
    [
      { kind: "move", place: env },
      { kind: "move", place: tuple },
    ],
    done,
    undefined,
  );
  const operands = sig.inputs.map((_, i): Operand => ({ kind: "move", place: argument(i) }));
  const { owner, index, args } = ty;
  (shim.blocks[call] as Shim["blocks"][number]).statements.push(
    set(env, {
      kind: "aggregate",
      aggregate: { kind: "closure", owner, index, args },
      operands: [],
    }),
    set(tuple, { kind: "aggregate", aggregate: { kind: "tuple" }, operands }),
  );
  return finishShim(shim, ty.owner, call);
}

/** `Clone::clone` where the language provides it. Not modelled: dropping the first clones if a later one panics. */
export function cloneBody(cx: MirContext, ty: Ty): Body {
  const interner = cx.ty.tcx;
  const shim = startShim(ty, [interner.ref(interner.erased, ty, false)]);
  const value = projected(argument(0), { kind: "deref" });
  const done = shimBlock(shim, [], { kind: "return" });
  const entry = cloneInto(cx, shim, value, ty, done);
  return finishShim(shim, cx.ty.program.root, shimBlock(shim, [], { kind: "goto", target: entry }));
}

function cloneInto(cx: MirContext, shim: Shim, value: Place, ty: Ty, done: BlockId): BlockId {
  if (typeIsCopy(cx, NO_BOUNDS, ty)) {
    return shimBlock(shim, [set(RETURN, use({ kind: "copy", place: value }))], {
      kind: "goto",
      target: done,
    });
  }
  if (ty.kind === "array") return cloneArray(cx, shim, value, ty, done);
  const tys = fieldTys(cx, ty, 0);
  let target = done;
  for (let index = tys.length - 1; index >= 0; index--) {
    const field = { kind: "field", index, ty: tys[index] as Ty } as const;
    target = cloneCall(
      cx,
      shim,
      projected(value, field),
      tys[index] as Ty,
      projected(RETURN, field),
      target,
    );
  }
  return target;
}

function cloneCall(
  cx: MirContext,
  shim: Shim,
  from: Place,
  ty: Ty,
  to: Place,
  target: BlockId,
): BlockId {
  const method = traitMethod(cx, "clone");
  const interner = cx.ty.tcx;
  if (method === undefined) return target;
  const ref = shimTemp(shim, interner.ref(interner.erased, ty, false));
  const func = functionOperand(interner.fnDef(method, [ty]));
  return shimBlock(shim, [set(ref, { kind: "ref", borrow: "shared", place: from })], {
    kind: "call",
    func,
    args: [{ kind: "move", place: ref }],
    destination: to,
    target,
    unwind: undefined,
    fnSpan: NO_SPAN,
  });
}

function cloneArray(
  cx: MirContext,
  shim: Shim,
  value: Place,
  ty: Ty & { kind: "array" },
  done: BlockId,
): BlockId {
  const length = ty.length.const === "value" ? Number(ty.length.value) : 0;
  const index = shimTemp(shim, cx.ty.tcx.usize);
  const { usize, bool } = cx.ty.tcx;
  const atEnd = shimTemp(shim, bool);
  const head = shimBlock(shim, [], { kind: "unreachable" });
  const next = {
    kind: "binary",
    op: "+",
    left: { kind: "copy", place: index },
    right: integer(1n, usize),
    ty: usize,
  } as const;
  const increment = shimBlock(shim, [set(index, next)], { kind: "goto", target: head });
  const at = { kind: "index", local: index.local } as const;
  const cloned = cloneCall(cx, shim, projected(value, at), ty.ty, projected(RETURN, at), increment);
  const block = shim.blocks[head] as Shim["blocks"][number];
  const end = {
    kind: "binary",
    op: "==",
    left: { kind: "copy", place: index },
    right: integer(BigInt(length), usize),
    ty: bool,
  } as const;
  block.statements = [set(atEnd, end)];
  const operand = { kind: "move", place: atEnd } as const;
  block.terminator = {
    kind: "switch",
    operand,
    values: [0n],
    targets: [cloned],
    otherwise: done,
    span: NO_SPAN,
  };
  return shimBlock(shim, [set(index, use(integer(0n, usize)))], { kind: "goto", target: head });
}

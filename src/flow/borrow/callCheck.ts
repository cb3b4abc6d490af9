// Calls: arguments against the signature, the result against the destination, and the lifetime bounds of the callee.

import type { DefId } from "../../hir/defs.ts";
import type { Location } from "../../mir/dataflow.ts";
import type { Operand, Terminator } from "../../mir/mir.ts";
import { operandTy } from "../../mir/placeTys.ts";
import type { FnSig, Region, Ty } from "../../ty/ty.ts";
import { capturesLifetimes } from "./opaque.ts";
import { operandRegionTy } from "./operandTy.ts";
import { outlives } from "./regionCx.ts";
import type { Category, RegionCx } from "./regionCx.ts";
import { freshArgs, instantiate } from "./regionTy.ts";
import type { Meaning, RegionArg, RegionTy, RegionVid } from "./regionTy.ts";
import { subtype } from "./relate.ts";
import { STATIC } from "./universal.ts";

type Call = Terminator & { kind: "call" };

export function checkCall(
  r: RegionCx,
  call: Call,
  args: readonly RegionTy[],
  dest: RegionTy,
  at: Location,
): void {
  const ty = operandTy(r.m.shapes.mir, r.cx.body.locals, call.func);
  if (ty.kind === "fnDef") return checkFnDef(r, call, ty, args, dest, at);
  if (ty.kind === "fnPtr")
    checkSignature(r, call, ty.sig, pointerMeaning(r, call), args, dest, at, undefined);
}

function checkFnDef(
  r: RegionCx,
  call: Call,
  ty: Ty & { kind: "fnDef" },
  args: readonly RegionTy[],
  dest: RegionTy,
  at: Location,
): void {
  const { mir } = r.m.shapes;
  const generic = freshArgs(r.m, ty.args);
  const meaning = calleeMeaning(r, generic, ty);
  const def = mir.ty.def(ty.def);
  if (def.kind !== "fn") return;
  checkSignature(r, call, mir.ty.fnSig(ty.def), meaning, args, dest, at, ty.def);
  checkBounds(r, call, ty.def, meaning, at);
}

function calleeMeaning(
  r: RegionCx,
  args: readonly RegionArg[],
  ty: Ty & { kind: "fnDef" },
): Meaning {
  const bound = new Map<number, RegionVid>();
  return {
    args,
    erased: ty.args,
    region(region: Region) {
      if (region.region === "static") return STATIC;
      const own = region.region === "param" ? args[region.index] : undefined;
      if (typeof own === "number") return own;
      if (region.region !== "bound" || region.depth > 0) return r.m.fresh();
      let vid = bound.get(region.index);
      if (vid === undefined) bound.set(region.index, (vid = r.m.fresh()));
      return vid;
    },
  };
}

/** The lifetimes in a function pointer's type stand in the order of its positions; those bound by it are new at each call. */
function pointerMeaning(r: RegionCx, call: Call): Meaning {
  const bound = new Map<number, RegionVid>();
  const positions = operandRegionTy(r, call.func).regions;
  let next = 0;
  return {
    args: [],
    erased: [],
    region(region: Region) {
      const position = positions[next++];
      if (region.region !== "bound") return position ?? r.m.fresh();
      let vid = bound.get(region.index);
      if (vid === undefined) bound.set(region.index, (vid = r.m.fresh()));
      return vid;
    },
  };
}

function checkSignature(
  r: RegionCx,
  call: Call,
  sig: FnSig,
  meaning: Meaning,
  args: readonly RegionTy[],
  dest: RegionTy,
  at: Location,
  callee: DefId | undefined,
): void {
  const inputs = sig.inputs.map((input) => instantiate(r.m, input, meaning));
  inputs.forEach((input, i) => {
    const given = args[i];
    const category: Category = { kind: "argument", callee };
    if (given) subtype(r, given, input, { category, span: argumentSpan(call.args[i], call), at });
    wellFormed(r, input, call, at);
  });
  const output = instantiate(r.m, sig.output, meaning);
  const { destination } = call;
  const temporary =
    destination.projections.length === 0 &&
    r.cx.body.locals[destination.local]?.kind === "temporary";
  const category: Category = {
    kind: destination.local === 0 ? "return" : temporary ? "boring" : "assignment",
  };
  captureInputs(r, output, inputs, at, call);
  subtype(r, output, dest, { category, span: call.span, at });
}

/** `&'a T` demands that `T` outlives `'a`. */
function wellFormed(r: RegionCx, of: RegionTy, call: Call, at: Location): void {
  if (of.ty.kind !== "ref") return;
  const [outer, ...inner] = of.regions;
  for (const region of inner)
    outlives(r, region, outer as RegionVid, { kind: "boring" }, call.span, at);
}

function argumentSpan(operand: Operand | undefined, call: Call): Call["span"] {
  return operand?.kind === "constant" ? operand.span : call.span;
}

/** A returned `impl Trait` holds what it captures: its own position lives no longer than any of the inputs' lifetimes. */
function captureInputs(
  r: RegionCx,
  output: RegionTy,
  inputs: readonly RegionTy[],
  at: Location,
  call: Call,
): void {
  if (output.ty.kind !== "opaque") return;
  const captured = output.regions[output.regions.length - 1];
  if (captured === undefined || !capturesLifetimes(r.m.shapes.mir, output.ty.def)) return;
  for (const input of inputs) {
    for (const region of input.regions)
      outlives(r, region, captured, { kind: "boring" }, call.span, at);
  }
}

function checkBounds(r: RegionCx, call: Call, callee: DefId, meaning: Meaning, at: Location): void {
  for (const bound of r.m.shapes.mir.ty.predicatesOf(callee)) {
    const { predicate } = bound;
    const category: Category = { kind: "predicate", span: bound.span, callee };
    if (predicate.kind === "regionOutlives") {
      outlives(
        r,
        meaning.region(predicate.a),
        meaning.region(predicate.b),
        category,
        call.span,
        at,
      );
    } else if (predicate.kind === "typeOutlives") {
      const ty = instantiate(r.m, predicate.ty, meaning);
      const region = meaning.region(predicate.region);
      for (const part of ty.regions) outlives(r, part, region, category, call.span, at);
      r.typeTests.push({ ty: ty.ty, region, span: call.span, at });
    }
  }
}

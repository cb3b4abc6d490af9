// Calls: arguments against the signature, the result against the destination, and the lifetime bounds of the callee.

import type { DefId } from "../../hir/defs.ts";
import type { Location } from "../../mir/dataflow.ts";
import type { Operand, Terminator } from "../../mir/mir.ts";
import { operandTy } from "../../mir/placeTys.ts";
import { fnTraitKind } from "../../ty/traits/builtin.ts";
import type { Predicate, Region, TraitRef, Ty } from "../../ty/ty.ts";
import { binderIndex, callableOf, freshBound, tupleParts } from "./callable.ts";
import type { Callable } from "./callable.ts";
import { capturesLifetimes } from "./opaque.ts";
import { operandRegionTy } from "./operandTy.ts";
import { outlives } from "./regionCx.ts";
import type { Category, RegionCx } from "./regionCx.ts";
import { erasedArgs, flat, freshArgs, instantiate, instantiateArgs } from "./regionTy.ts";
import type { Meaning, RegionArg, RegionTy, RegionVid } from "./regionTy.ts";
import { implFor } from "./project.ts";
import { equate, subtype } from "./relate.ts";
import type { Why } from "./relate.ts";
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
  if (ty.kind !== "fnPtr") return;
  const called = callableOf(r.m, operandRegionTy(r, call.func), freshBound(r.m.fresh));
  if (called) checkSignature(r, call, called, args, dest, at, undefined);
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
  const sig = mir.ty.fnSig(ty.def);
  const called: Callable = {
    inputs: sig.inputs.map((input) => instantiate(r.m, input, meaning)),
    output: instantiate(r.m, sig.output, meaning),
  };
  checkSignature(r, call, called, args, dest, at, ty.def);
  checkBounds(r, call, ty.def, meaning, at);
  if (def.parent !== undefined && fnTraitKind(mir.ty, def.parent))
    checkFnBound(r, generic, { category: { kind: "boring" }, span: call.span, at });
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

function checkSignature(
  r: RegionCx,
  call: Call,
  { inputs, output }: Callable,
  args: readonly RegionTy[],
  dest: RegionTy,
  at: Location,
  callee: DefId | undefined,
): void {
  inputs.forEach((input, i) => {
    const given = args[i];
    const category: Category = { kind: "argument", callee };
    if (given) subtype(r, given, input, { category, span: argumentSpan(call.args[i], call), at });
    wellFormed(r, input, call, at);
  });
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
    } else checkTypeBound(r, predicate, meaning, { category, span: call.span, at });
  }
}

/** `F: Fn(&str) -> T` fixes what the closure given for `F` takes and gives; `I: Iterator<Item = T>` what comes out of it. */
function checkTypeBound(r: RegionCx, predicate: Predicate, outer: Meaning, why: Why): void {
  const bound = freshBound(r.m.fresh);
  const meaning: Meaning = {
    ...outer,
    region: (region) =>
      region.region === "bound" ? bound(binderIndex(region)) : outer.region(region),
  };
  if (predicate.kind === "trait") {
    const args = instantiateArgs(r.m, predicate.ref.args, meaning);
    if (fnTraitKind(r.m.shapes.mir.ty, predicate.ref.trait)) checkFnBound(r, args, why);
    else if (args.length > 1) checkTraitRef(r, predicate.ref, args, why);
  } else if (predicate.kind === "projection") {
    const { tcx } = r.m.shapes.mir.ty;
    const projected = instantiate(r.m, tcx.projection(predicate.def, predicate.args), meaning);
    const wanted = instantiate(r.m, predicate.ty, meaning);
    if (projected.ty === wanted.ty) equate(r, projected, wanted, why);
  }
}

/** `args`: what is called, and the tuple of what it is called with. */
function checkFnBound(r: RegionCx, args: readonly RegionArg[], why: Why): void {
  const [self, tuple] = args;
  if (self === undefined || typeof self === "number") return;
  if (tuple === undefined || typeof tuple === "number") return;
  const callable = callableOf(r.m, self, freshBound(r.m.fresh));
  const given = tupleParts(r.m, tuple);
  callable?.inputs.forEach((input, i) => {
    const actual = given[i];
    if (actual) equate(r, actual, input, why);
  });
}

/** `Vec<&'a T>: FromIterator<&'b T>` holds by an impl for which `'a` and `'b` are the same. */
function checkTraitRef(r: RegionCx, ref: TraitRef, args: readonly RegionArg[], why: Why): void {
  if (flat(args.slice(1)).length === 0) return;
  const erased = erasedArgs(r.m, args, ref.args);
  const found = implFor(r.m, ref.trait, args, erased);
  if (!found) return;
  instantiateArgs(r.m, found.ref.args, found.meaning).forEach((declared, i) => {
    const given = args[i];
    if (declared === undefined || given === undefined) return;
    if (typeof declared === "number" || typeof given === "number") {
      if (typeof declared !== "number" || typeof given !== "number") return;
      outlives(r, declared, given, why.category, why.span, why.at);
      outlives(r, given, declared, why.category, why.span, why.at);
    } else if (declared.ty === given.ty) equate(r, declared, given, why);
  });
}

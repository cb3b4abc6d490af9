// The MIR type check: from each statement and call, which region must outlive which.
// Follows `rustc_borrowck::type_check`. Also collects the loans, which are made where a reference is taken.
//
// Not modelled: lifetimes written in turbofish; well-formedness of types other than of calls; types of parameters that a
// closure's body demands to outlive a lifetime other than `'static`.

import type { Location } from "../../mir/dataflow.ts";
import type { BlockId, Place, Rvalue, Statement, Terminator } from "../../mir/mir.ts";
import { walkTy } from "../../ty/fold.ts";
import type { Region, Ty } from "../../ty/ty.ts";
import { capturedBy } from "../describe.ts";
import { callableOf, freshBound } from "./callable.ts";
import { isLoanTracked } from "./conflicts.ts";
import { fieldTy, placeRegionTy } from "./parts.ts";
import { outlives } from "./regionCx.ts";
import type { Category, RegionCx } from "./regionCx.ts";
import { freshTy, instantiate, splitArgs } from "./regionTy.ts";
import type { RegionTy, RegionVid } from "./regionTy.ts";
import { subtype, unsize } from "./relate.ts";
import type { Why } from "./relate.ts";
import { checkCall } from "./callCheck.ts";
import { STATIC } from "./universal.ts";
import type { Origin } from "./universal.ts";
import { operandRegionTy } from "./operandTy.ts";

export function typeCheck(r: RegionCx): void {
  r.cx.body.blocks.forEach((block, index) => {
    if (r.cx.init.flow.entries[index] === undefined) return;
    block.statements.forEach((statement, i) =>
      checkStatement(r, statement, { block: index as BlockId, index: i }),
    );
    checkTerminator(r, block.terminator, {
      block: index as BlockId,
      index: block.statements.length,
    });
  });
  bindSignature(r);
}

/** The arguments and the return place have the types of the signature. */
function bindSignature(r: RegionCx): void {
  const at: Location = { block: 0 as BlockId, index: 0 };
  const { span } = r.cx.body;
  r.universal.inputs.forEach((input, i) => {
    const local = r.locals[i + 1];
    if (!local) return;
    const why: Why = { category: { kind: "boring" }, span, at };
    subtype(r, input, local, why);
    subtype(r, local, input, why);
  });
  const returned = r.locals[0];
  if (returned)
    relateReturned(r, returned, r.universal.output, { category: { kind: "boring" }, span, at });
  r.cx.body.locals.forEach((decl, index) => {
    const local = r.locals[index];
    if (decl.userTy && local)
      relateAnnotation(r, local, decl.userTy, {
        category: { kind: "annotation" },
        span: decl.userTySpan ?? decl.span,
        at,
      });
  });
}

function relateAnnotation(r: RegionCx, local: RegionTy, userTy: Ty, why: Why): void {
  const written = instantiate(r.m, userTy, {
    ...r.universal.meaning,
    region: (region) => annotatedRegion(r, region),
  });
  if (written.ty === local.ty) {
    subtype(r, local, written, why);
    subtype(r, written, local, why);
  }
}

function annotatedRegion(r: RegionCx, region: Region): RegionVid {
  return region.region === "static" || region.region === "param"
    ? r.universal.meaning.region(region)
    : r.m.fresh();
}

/** Behind `impl Trait` stands a value that holds at most the lifetimes which the opaque type captures. */
function relateReturned(r: RegionCx, from: RegionTy, to: RegionTy, why: Why): void {
  if (to.ty.kind !== "opaque") {
    if (
      from.ty !== to.ty &&
      from.ty.kind === "adt" &&
      to.ty.kind === "adt" &&
      from.ty.def === to.ty.def
    ) {
      const given = splitArgs(r.m.shapes, from.ty.args, from.regions);
      const wanted = splitArgs(r.m.shapes, to.ty.args, to.regions);
      given.forEach((arg, i) => {
        const other = wanted[i];
        if (
          arg !== undefined &&
          typeof arg !== "number" &&
          other !== undefined &&
          typeof other !== "number"
        )
          relateReturned(r, arg, other, why);
      });
    } else subtype(r, from, to, why);
    return;
  }
  // Another opaque type inside has its own rules about what it holds.
  if (mentionsOpaque(from.ty)) return;
  const captured = r.universal.opaqueBound;
  for (const region of from.regions)
    outlives(r, region, captured, { kind: "opaque" }, why.span, why.at);
}

function mentionsOpaque(ty: Ty): boolean {
  let found = false;
  walkTy(ty, (part) => {
    found ||= part.kind === "opaque";
  });
  return found;
}

function checkStatement(r: RegionCx, statement: Statement, at: Location): void {
  if (statement.kind !== "assign") return;
  const dest = placeRegionTy(r.m, r.cx.body, r.locals, statement.place);
  const category: Category = { kind: categoryOf(r, statement.place) };
  checkRvalue(r, statement.value, statement.place, dest, { category, span: statement.span, at });
}

/** Filling a temporary says nothing to people. */
function categoryOf(r: RegionCx, place: Place): "return" | "assignment" | "boring" {
  if (place.local === 0) return "return";
  const temporary =
    place.projections.length === 0 && r.cx.body.locals[place.local]?.kind === "temporary";
  return temporary ? "boring" : "assignment";
}

function checkRvalue(r: RegionCx, rvalue: Rvalue, place: Place, dest: RegionTy, why: Why): void {
  switch (rvalue.kind) {
    case "use":
      return subtype(r, operandRegionTy(r, rvalue.operand), dest, why);
    case "repeat":
      if (dest.ty.kind === "array")
        subtype(
          r,
          operandRegionTy(r, rvalue.operand),
          { ty: dest.ty.ty, regions: dest.regions },
          why,
        );
      return;
    case "ref":
      return checkBorrow(r, rvalue, place, dest, why);
    case "rawPtr": {
      const inner = placeRegionTy(r.m, r.cx.body, r.locals, rvalue.place);
      return subtype(
        r,
        { ty: r.m.shapes.mir.ty.tcx.ptr(inner.ty, rvalue.mutable), regions: inner.regions },
        dest,
        why,
      );
    }
    case "cast":
      return checkCast(r, rvalue, dest, why);
    case "aggregate":
      return checkAggregate(r, rvalue, dest, why);
    case "binary":
    case "checkedBinary":
    case "unary":
    case "len":
    case "discriminant":
      return;
  }
}

function checkBorrow(
  r: RegionCx,
  rvalue: Rvalue & { kind: "ref" },
  assigned: Place,
  dest: RegionTy,
  why: Why,
): void {
  const region = r.m.fresh();
  const inner = placeRegionTy(r.m, r.cx.body, r.locals, rvalue.place);
  const ty = r.m.shapes.mir.ty.tcx.ref(
    r.m.shapes.mir.ty.tcx.erased,
    inner.ty,
    rvalue.borrow !== "shared" && rvalue.borrow !== "fake",
  );
  subtype(r, { ty, regions: [region, ...inner.regions] }, dest, why);
  reborrow(r, rvalue.place, region, why);
  if (!isLoanTracked(r.cx, rvalue.place)) return;
  const { place, borrow } = rvalue;
  r.loans.push({
    index: r.loans.length,
    place,
    borrow,
    region,
    at: why.at,
    span: why.span,
    assigned,
  });
}

/** A reference to `*p` lives no longer than `p` says, and so on through exclusive references. */
function reborrow(r: RegionCx, place: Place, region: RegionVid, why: Why): void {
  const captured = capturedBy(r.cx, place, place.projections.length) !== undefined;
  const category: Category = { kind: captured ? "closureUpvar" : "reborrow" };
  for (let length = place.projections.length - 1; length >= 0; length--) {
    if (place.projections[length]?.kind !== "deref") continue;
    const base = placeRegionTy(r.m, r.cx.body, r.locals, {
      local: place.local,
      projections: place.projections.slice(0, length),
    });
    if (base.ty.kind === "ptr") return;
    if (base.ty.kind !== "ref") continue;
    outlives(r, base.regions[0] as number, region, category, why.span, why.at);
    if (!base.ty.mutable) return;
  }
}

function checkCast(r: RegionCx, rvalue: Rvalue & { kind: "cast" }, dest: RegionTy, why: Why): void {
  const from = operandRegionTy(r, rvalue.operand);
  if (rvalue.cast === "unsize")
    return unsize(r, from, dest, {
      ...why,
      category: why.category.kind === "return" ? why.category : { kind: "unsize" },
    });
  if (from.ty === dest.ty) return subtype(r, from, dest, why);
  if (dest.ty.kind === "fnPtr") checkFnPointer(r, from, dest, why);
}

/** A function or closure becomes a pointer: it must take what the pointer takes, and give what that gives. */
function checkFnPointer(r: RegionCx, from: RegionTy, dest: RegionTy, why: Why): void {
  const given = callableOf(r.m, from, freshBound(r.m.fresh));
  const wanted = callableOf(r.m, dest, freshBound(r.m.fresh));
  if (!given || !wanted) return;
  wanted.inputs.forEach((input, i) => {
    const own = given.inputs[i];
    if (own) subtype(r, input, own, why);
  });
  subtype(r, given.output, wanted.output, why);
}

function checkAggregate(
  r: RegionCx,
  rvalue: Rvalue & { kind: "aggregate" },
  dest: RegionTy,
  why: Why,
): void {
  const { aggregate, operands } = rvalue;
  const made = freshTy(r.m, dest.ty);
  if (aggregate.kind === "closure") applyRequirements(r, aggregate.index, made, why);
  operands.forEach((operand, index) => {
    const given = operandRegionTy(r, operand);
    const part = partOf(r, aggregate, made, index, given.ty);
    if (part) subtype(r, given, part, { ...why, category: { kind: "boring" } });
  });
  subtype(r, made, dest, why);
}

function partOf(
  r: RegionCx,
  aggregate: (Rvalue & { kind: "aggregate" })["aggregate"],
  made: RegionTy,
  index: number,
  expected: Ty,
): RegionTy | undefined {
  switch (aggregate.kind) {
    case "array":
      return made.ty.kind === "array" ? { ty: made.ty.ty, regions: made.regions } : undefined;
    case "tuple":
    case "closure":
      return fieldTy(r.m, made, 0, index, expected);
    case "adt":
      return fieldTy(r.m, made, aggregate.variant, aggregate.activeField ?? index, expected);
  }
}

/** What the closure's body leaves to this one to prove. */
function applyRequirements(r: RegionCx, closure: number, dest: RegionTy, why: Why): void {
  const regionOf = (origin: Origin): RegionVid | undefined => {
    if (origin.kind === "static") return STATIC;
    if (origin.kind === "closure") return dest.regions[origin.position];
    const own = origin.kind === "param" ? r.universal.meaning.args[origin.index] : undefined;
    return typeof own === "number" ? own : undefined;
  };
  for (const { longer, shorter, category, span } of r.requirementsOf(closure)) {
    const [sup, sub] = [regionOf(longer), regionOf(shorter)];
    if (sup !== undefined && sub !== undefined) outlives(r, sup, sub, category, span, why.at);
  }
}

function checkTerminator(r: RegionCx, terminator: Terminator, at: Location): void {
  if (terminator.kind !== "call") return;
  const dest = placeRegionTy(r.m, r.cx.body, r.locals, terminator.destination);
  checkCall(
    r,
    terminator,
    terminator.args.map((arg) => operandRegionTy(r, arg)),
    dest,
    at,
  );
}

// Bindings: the locals of a pattern's variables, when they come to life, and how they get their values.

import type { LocalId } from "../../../hir/hir.ts";
import { bug } from "../../../base/assertNever.ts";
import type { Span } from "../../../base/span.ts";
import type { Local, LocalDecl, Place } from "../../mir.ts";
import type { ThirExpr, ThirPat } from "../../thir/thir.ts";
import { assign, consume, newLocal, placeOf, push, terminateAt } from "../builder.ts";
import type { Builder, VarLocals } from "../builder.ts";
import { asPlaceBuilder, fakeRead, toPlace, tryToPlace } from "../exprPlace.ts";
import { scheduleDrop } from "../scopes.ts";
import { flatten } from "./candidates.ts";
import type { Candidate, PatBinding } from "./candidates.ts";
import { matchCandidates } from "./tree.ts";
import { falseEdges, joinLeaves } from "./leaves.ts";

/** Makes locals for the variables of a pattern that have none yet. */
export function declareBindings(b: Builder, pat: ThirPat, matched?: LocalDecl["matched"]): void {
  eachBinding(pat, (binding) => {
    if (b.vars.has(binding.local)) return;
    const decl = b.results.body.locals[binding.local];
    const local = newLocal(b, {
      ty: binding.varTy,
      mutable: decl?.mutable ?? false,
      name: decl?.name,
      span: binding.span,
      kind: "variable",
      synthetic: decl?.synthetic ?? true,
      binding: binding.mode,
      ...(matched ? { matched } : {}),
      ...(binding.userTy ? { userTy: binding.userTy } : {}),
      ...(binding.userTySpan ? { userTySpan: binding.userTySpan } : {}),
    });
    b.vars.set(binding.local, { local, guard: undefined });
  });
}

export function eachBinding(
  pat: ThirPat,
  visit: (binding: ThirPat & { kind: "binding" }) => void,
): void {
  switch (pat.kind) {
    case "binding":
      if (pat.sub) eachBinding(pat.sub, visit);
      visit(pat);
      return;
    case "deref":
      return eachBinding(pat.pat, visit);
    case "variant":
    case "leaf":
      for (const field of pat.pats) eachBinding(field.pat, visit);
      return;
    case "slice":
      for (const sub of pat.before) eachBinding(sub, visit);
      if (pat.middle) eachBinding(pat.middle, visit);
      for (const sub of pat.after) eachBinding(sub, visit);
      return;
    case "or":
      for (const sub of pat.pats) eachBinding(sub, visit);
      return;
    default:
  }
}

export function varLocals(b: Builder, variable: LocalId): VarLocals {
  return b.vars.get(variable) ?? bug("a variable without a local");
}

/** `let x;`: storage, but no value yet. */
export function storageLiveBindings(b: Builder, pat: ThirPat): void {
  eachBinding(pat, (binding) => {
    const local = storageLive(b, binding.local, binding.span);
    b.locals[local] = { ...(b.locals[local] as LocalDecl), lateInit: true };
    scheduleDrop(b, b.thir.varScopes.get(binding.local), local, "value");
  });
}

export function storageLive(b: Builder, variable: LocalId, span: Span): Local {
  const { local } = varLocals(b, variable);
  push(b, { kind: "storageLive", local }, span);
  scheduleDrop(b, b.thir.varScopes.get(variable), local, "storage");
  return local;
}

/** An irrefutable `let`. A plain variable is filled directly, without a temporary. */
export function exprIntoPattern(b: Builder, pat: ThirPat, init: ThirExpr): void {
  if (pat.kind === "binding" && pat.mode.kind === "move" && !pat.sub) {
    const local = storageLive(b, pat.local, pat.span);
    b.into(b, placeOf(local), init);
    fakeRead(b, placeOf(local), "let", pat.span);
    scheduleDrop(b, b.thir.varScopes.get(pat.local), local, "value");
    return;
  }
  const scrutinee = asPlaceBuilder(b, init);
  const place = tryToPlace(b, scrutinee);
  if (place) fakeRead(b, place, "match", init.span);
  eachBinding(pat, (binding) => {
    const { local } = varLocals(b, binding.local);
    b.locals[local] = { ...(b.locals[local] as LocalDecl), matched: { place, span: init.span } };
  });
  placeIntoPattern(b, pat, scrutinee, init.span);
}

export function placeIntoPattern(
  b: Builder,
  pat: ThirPat,
  scrutinee: ReturnType<typeof asPlaceBuilder>,
  span: Span,
): void {
  const candidate: Candidate = { arm: 0, ...flatten(scrutinee, pat), hasGuard: false, leaves: [] };
  const otherwise = matchCandidates(b, [candidate], b.block, { scrutinee: span, head: pat.span });
  terminateAt(b, otherwise, { kind: "unreachable" }, pat.span);
  joinLeaves(b, falseEdges(b, [candidate])[0] ?? [], (leaf) => bindForBody(b, leaf.bindings));
}

export function bindForBody(b: Builder, bindings: readonly PatBinding[]): void {
  for (const binding of bindings) {
    const local = storageLive(b, binding.local, binding.span);
    scheduleDrop(b, b.thir.varScopes.get(binding.local), local, "value");
    bindInto(b, placeOf(local), binding);
  }
}

function bindInto(b: Builder, dest: Place, binding: PatBinding): void {
  const source = toPlace(b, binding.source, binding.span);
  if (binding.mode.kind === "move")
    assign(b, dest, { kind: "use", operand: consume(b, source) }, binding.span);
  else
    assign(
      b,
      dest,
      { kind: "ref", borrow: binding.mode.mutable ? "mut" : "shared", place: source },
      binding.span,
    );
}

/**
 * While a guard runs, each variable is seen through a reference: to the matched place where it will be moved from,
 * to the variable itself where it is a reference already (those are bound for good here).
 */
export function bindForGuard(b: Builder, bindings: readonly PatBinding[]): void {
  for (const binding of bindings) {
    const entry = varLocals(b, binding.local);
    const decl = b.locals[entry.local];
    const interner = b.cx.ty.tcx;
    const ty = interner.ref(interner.erased, decl?.ty ?? interner.unknown, false);
    const seen = {
      mutable: false,
      name: undefined,
      span: binding.span,
      kind: "temporary",
      synthetic: true,
    } as const;
    entry.guard ??= newLocal(b, {
      ty,
      ...seen,
      ...(decl?.name === undefined ? {} : { guardFor: decl.name }),
    });
    push(b, { kind: "storageLive", local: entry.guard }, binding.span);
    scheduleDrop(b, b.thir.varScopes.get(binding.local), entry.guard, "storage");
    let target: Place;
    if (binding.mode.kind === "move") target = toPlace(b, binding.source, binding.span);
    else {
      target = placeOf(storageLive(b, binding.local, binding.span));
      bindInto(b, target, binding);
    }
    assign(b, placeOf(entry.guard), { kind: "ref", borrow: "shared", place: target }, binding.span);
  }
}

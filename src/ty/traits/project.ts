// Projection: what `<T as Trait>::Name` stands for, and normalisation of types that contain such.
// Follows `rustc_trait_selection::traits::project`: bounds in scope, then declared bounds, then trait objects, then
// the selected impl.
//
// Not modelled: specialised defaults, inherent associated types.

import { elaborate } from "./elaborate.ts";
import {
  foldArgs,
  regionEraser,
  substitute,
  substitutePredicate,
  superFold,
  typeArg,
} from "../fold.ts";
import { flagsOf, HAS_PROJECTION, HAS_REGIONS } from "../intern.ts";
import { DEPTH_LIMIT, traitObligation } from "./solverCx.ts";
import type { Cause, ImplSource, Obligation, Projected, SolverCx } from "./solverCx.ts";
import type { Folder } from "../fold.ts";
import type { DefId } from "../../hir/defs.ts";
import type { GenericArgs, Predicate, TraitRef, Ty } from "../ty.ts";

type ProjectionPredicate = Predicate & { readonly kind: "projection" };

export function project(
  scx: SolverCx,
  def: DefId,
  given: GenericArgs,
  cause: Cause,
  depth: number,
): Projected {
  const { cx, infcx } = scx;
  const args = infcx.resolveArgs(given);
  const self = typeArg(args, 0);
  if (self.kind === "infer" && self.class === "general") return { kind: "ambiguous" };
  if (self.kind === "unknown" || depth > DEPTH_LIMIT)
    return { kind: "ty", ty: cx.tcx.unknown, nested: [] };
  const stated = statedProjections(scx, def, args, self, cause, depth);
  if (stated) return stated;
  const traitDef = cx.def(def).parent as DefId;
  const ref: TraitRef = { trait: traitDef, args: args.slice(0, cx.genericsOf(traitDef).count) };
  const selection = scx.select(scx, traitObligation(ref, cause, depth));
  switch (selection.kind) {
    case "ambiguous":
      return { kind: "ambiguous" };
    case "no":
      return failed(scx, ref, cause, depth);
    case "ok":
      return fromSource(scx, def, args, selection.source, selection.nested, cause, depth);
  }
}

/** The trait itself does not hold: the type is unknown, and the obligation left behind reports why. */
function failed(scx: SolverCx, ref: TraitRef, cause: Cause, depth: number): Projected {
  return { kind: "ty", ty: scx.cx.tcx.unknown, nested: [traitObligation(ref, cause, depth)] };
}

function statedProjections(
  scx: SolverCx,
  def: DefId,
  args: GenericArgs,
  self: Ty,
  cause: Cause,
  depth: number,
): Projected | undefined {
  const { infcx } = scx;
  const lists = [
    scx.env.projections.filter((p) => p.def === def),
    declaredProjections(scx, def, self),
    objectProjections(scx, def, self),
  ];
  for (const list of lists) {
    const matching = list.filter(
      (p) => p.args === args || infcx.probe(() => infcx.unifyArgs(p.args, args)),
    );
    const first = matching[0];
    if (!first) continue;
    const rest = matching.filter((p) => p.args !== first.args || p.ty !== first.ty);
    if (rest.length > 0 && args.some((arg) => arg.kind !== "region" && arg.hasInfer))
      return { kind: "ambiguous" };
    infcx.commitIf(() => infcx.unifyArgs(first.args, args));
    const nested: Obligation[] = [];
    const ty =
      first.ty.kind === "projection" && first.ty.def === def && first.ty.args === args
        ? first.ty
        : scx.normalize(scx, first.ty, cause, depth + 1, nested);
    return { kind: "ty", ty, nested };
  }
  return undefined;
}

function declaredProjections(scx: SolverCx, def: DefId, self: Ty): ProjectionPredicate[] {
  if (self.kind !== "projection" && self.kind !== "opaque") return [];
  const { cx } = scx;
  const stated = cx
    .itemBounds(self.def)
    .map((bound) => erased(scx, substitutePredicate(cx.tcx, bound.predicate, self.args)));
  return elaborate(cx, stated).filter(
    (p): p is ProjectionPredicate => p.kind === "projection" && p.def === def,
  );
}

function objectProjections(scx: SolverCx, def: DefId, self: Ty): ProjectionPredicate[] {
  const { cx } = scx;
  if (self.kind !== "dyn" || !self.principal) return [];
  const { principal } = self;
  const ref: TraitRef = { trait: principal.trait, args: cx.tcx.args([self, ...principal.args]) };
  const implied = elaborate(cx, [{ kind: "trait", ref }]).map((p) => erased(scx, p));
  const out = implied.filter(
    (p): p is ProjectionPredicate => p.kind === "projection" && p.def === def,
  );
  const own = principal.projections.find((p) => p.def === def);
  const owner = implied.find((p) => p.kind === "trait" && p.ref.trait === cx.def(def).parent);
  if (own && owner?.kind === "trait")
    out.push({ kind: "projection", def, args: owner.ref.args, ty: erasedTy(scx, own.ty) });
  return out;
}

function erased(scx: SolverCx, predicate: Predicate): Predicate {
  const { tcx } = scx.cx;
  const eraser = regionEraser(tcx);
  if (predicate.kind === "trait") {
    return {
      kind: "trait",
      ref: { trait: predicate.ref.trait, args: tcx.args(foldArgs(eraser, predicate.ref.args, 0)) },
    };
  }
  if (predicate.kind !== "projection") return predicate;
  return {
    ...predicate,
    args: tcx.args(foldArgs(eraser, predicate.args, 0)),
    ty: eraser.ty(predicate.ty, 0),
  };
}

function erasedTy(scx: SolverCx, ty: Ty): Ty {
  return regionEraser(scx.cx.tcx).ty(ty, 0);
}

function fromSource(
  scx: SolverCx,
  def: DefId,
  args: GenericArgs,
  source: ImplSource,
  nested: readonly Obligation[],
  cause: Cause,
  depth: number,
): Projected {
  if (source.kind === "impl") return fromImpl(scx, def, args, source, nested, cause, depth);
  if (source.kind !== "callable") return { kind: "rigid" };
  const more: Obligation[] = [...nested];
  return {
    kind: "ty",
    ty: scx.normalize(scx, source.output, cause, depth + 1, more),
    nested: more,
  };
}

function fromImpl(
  scx: SolverCx,
  def: DefId,
  args: GenericArgs,
  source: ImplSource & { kind: "impl" },
  nested: readonly Obligation[],
  cause: Cause,
  depth: number,
): Projected {
  const { cx } = scx;
  const item = cx.implItem(source.header.def, def);
  const out: Obligation[] = [...nested];
  const value = valueOf(scx, def, args, item, source);
  if (!value) return { kind: "ty", ty: cx.tcx.unknown, nested: out };
  return { kind: "ty", ty: scx.normalize(scx, value, cause, depth + 1, out), nested: out };
}

function valueOf(
  scx: SolverCx,
  def: DefId,
  args: GenericArgs,
  item: DefId | undefined,
  source: ImplSource & { kind: "impl" },
): Ty | undefined {
  const { cx } = scx;
  if (item === undefined) {
    const declared = cx.def(def);
    return declared.kind === "assocTy" && declared.ty
      ? substitute(cx.tcx, cx.typeOf(def), args)
      : undefined;
  }
  const own = args.slice(cx.genericsOf(source.header.ref.trait).count);
  return substitute(cx.tcx, cx.typeOf(item), [...source.args, ...own]);
}

/** Erases regions and replaces every projection that is known; one that is not yet known becomes a variable. */
export function normalize(
  scx: SolverCx,
  ty: Ty,
  cause: Cause,
  depth: number,
  nested: Obligation[],
): Ty {
  const { tcx } = scx.cx;
  const plain = flagsOf(ty) & HAS_REGIONS ? regionEraser(tcx).ty(ty, 0) : ty;
  if (!(flagsOf(plain) & HAS_PROJECTION)) return plain;
  const folder: Folder = {
    ty(part, binders) {
      if (!(flagsOf(part) & HAS_PROJECTION)) return part;
      const folded = superFold(tcx, folder, part, binders);
      return folded.kind === "projection"
        ? normalizeOne(scx, folded, cause, depth, nested)
        : folded;
    },
    region: (region) => region,
    const: (value) => value,
  };
  return folder.ty(plain, 0);
}

function normalizeOne(
  scx: SolverCx,
  ty: Ty & { kind: "projection" },
  cause: Cause,
  depth: number,
  nested: Obligation[],
): Ty {
  if (depth > DEPTH_LIMIT) return scx.cx.tcx.unknown;
  const projected = scx.project(scx, ty.def, ty.args, cause, depth);
  switch (projected.kind) {
    case "ty":
      nested.push(...projected.nested);
      return projected.ty;
    case "rigid":
      return ty;
    case "ambiguous": {
      const variable = scx.infcx.newVar(cause.span);
      nested.push({
        predicate: { kind: "projection", def: ty.def, args: ty.args, ty: variable },
        cause,
        depth,
      });
      return variable;
    }
  }
}

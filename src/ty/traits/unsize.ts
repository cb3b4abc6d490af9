// `T: Unsize<U>`: arrays to slices, types to trait objects, upcasts, structs by their last field.
// Follows `assemble_candidates_for_unsizing`. Not modelled: unsizing of tuples.

import { superTraits } from "./elaborate.ts";
import { isTy, substitute } from "../fold.ts";
import { traitObligation } from "./solverCx.ts";
import type { Cause, Obligation, SolverCx } from "./solverCx.ts";
import type { GenericArg, TraitRef, Ty } from "../ty.ts";

export interface Unsizing {
  readonly nested: readonly Obligation[];
  /** Pairs that become equal when the candidate is chosen. */
  readonly unify: readonly (readonly [Ty, Ty])[];
}

export function unsizeCandidate(
  scx: SolverCx,
  source: Ty,
  target: Ty,
  from: Obligation,
): Unsizing | "ambiguous" | undefined {
  if (target.kind === "infer" || (source.kind === "infer" && source.class === "general"))
    return "ambiguous";
  if (source.kind === "unknown" || target.kind === "unknown") return { nested: [], unify: [] };
  if (source.kind === "array" && target.kind === "slice")
    return { nested: [], unify: [[source.ty, target.ty]] };
  if (source.kind === "dyn" && target.kind === "dyn") return upcast(scx, source, target);
  if (target.kind === "dyn") return toObject(scx, source, target, from);
  if (source.kind === "adt" && target.kind === "adt" && source.def === target.def) {
    return structTail(scx, source, target, from);
  }
  return undefined;
}

function toObject(
  scx: SolverCx,
  source: Ty,
  target: Ty & { kind: "dyn" },
  from: Obligation,
): Unsizing {
  const { cx } = scx;
  const cause: Cause = { span: from.cause.span, code: { kind: "unsize", source, target } };
  const nested: Obligation[] = [];
  const need = (ref: TraitRef) => nested.push(traitObligation(ref, cause, from.depth + 1));
  if (target.principal) {
    const { trait, args, projections } = target.principal;
    const full = cx.tcx.args([source, ...args]);
    need({ trait, args: full });
    for (const { def, ty } of projections) {
      const owner = cx.def(def).parent;
      const ref = superTraits(cx, { trait, args: full }).find((r) => r.trait === owner);
      if (ref)
        nested.push({
          predicate: { kind: "projection", def, args: ref.args, ty },
          cause,
          depth: from.depth + 1,
        });
    }
  }
  for (const trait of target.autos) need({ trait, args: cx.tcx.args([source]) });
  const sized = cx.lang("sized");
  if (sized !== undefined) need({ trait: sized, args: cx.tcx.args([source]) });
  return { nested, unify: [] };
}

function upcast(
  scx: SolverCx,
  source: Ty & { kind: "dyn" },
  target: Ty & { kind: "dyn" },
): Unsizing | undefined {
  const { cx } = scx;
  const known = new Set(source.autos);
  const supers = source.principal
    ? superTraits(cx, {
        trait: source.principal.trait,
        args: cx.tcx.args([source, ...source.principal.args]),
      })
    : [];
  for (const ref of supers) known.add(ref.trait);
  if (!target.autos.every((auto) => known.has(auto))) return undefined;
  if (!target.principal) return { nested: [], unify: [] };
  const found = supers.find((ref) => ref.trait === target.principal?.trait);
  if (!found) return undefined;
  const pairs = pairTypes(found.args.slice(1), target.principal.args);
  for (const { def, ty } of target.principal.projections) {
    const own = source.principal?.projections.find((p) => p.def === def);
    if (own) pairs.push([own.ty, ty]);
  }
  return { nested: [], unify: pairs };
}

function pairTypes(a: readonly GenericArg[], b: readonly GenericArg[]): (readonly [Ty, Ty])[] {
  const pairs: (readonly [Ty, Ty])[] = [];
  a.forEach((arg, i) => {
    const other = b[i];
    if (isTy(arg) && other && isTy(other)) pairs.push([arg, other]);
  });
  return pairs;
}

/** `Struct<T>` to `Struct<U>` where only the last field's type changes. */
function structTail(
  scx: SolverCx,
  source: Ty & { kind: "adt" },
  target: Ty & { kind: "adt" },
  from: Obligation,
): Unsizing | undefined {
  const { cx } = scx;
  const adt = cx.adt(source.def);
  const fields = adt.variants[0]?.fields ?? [];
  const last = fields.at(-1);
  const unsize = cx.lang("unsize");
  if (adt.kind !== "struct" || !last || unsize === undefined) return undefined;
  const changing = new Set<number>();
  collectParams(cx.typeOf(last.def), changing);
  for (const field of fields.slice(0, -1)) collectParams(cx.typeOf(field.def), changing, true);
  if (changing.size === 0) return undefined;
  const mixed = source.args.map((arg, i) =>
    changing.has(i) ? (target.args[i] as GenericArg) : arg,
  );
  const tailSource = cx.fieldTy(last.def, source.args);
  const tailTarget = substitute(cx.tcx, cx.typeOf(last.def), mixed);
  const ref: TraitRef = { trait: unsize, args: cx.tcx.args([tailSource, tailTarget]) };
  return {
    nested: [traitObligation(ref, from.cause, from.depth + 1)],
    unify: [[cx.tcx.adt(source.def, mixed), target]],
  };
}

function collectParams(ty: Ty, into: Set<number>, remove = false): void {
  const visit = (arg: GenericArg): void => {
    if (!isTy(arg)) return;
    if (arg.kind === "param") {
      if (remove) into.delete(arg.index);
      else into.add(arg.index);
    }
    for (const part of partsOf(arg)) visit(part);
  };
  visit(ty);
}

function partsOf(ty: Ty): readonly GenericArg[] {
  switch (ty.kind) {
    case "adt":
    case "projection":
    case "opaque":
      return ty.args;
    case "ref":
    case "ptr":
    case "slice":
    case "array":
      return [ty.ty];
    case "tuple":
      return ty.tys;
    default:
      return [];
  }
}

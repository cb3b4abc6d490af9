// Variance of the parameters of structs and enums: the greatest fixpoint over their fields, as `rustc_hir_analysis::variance`.

import type { DefId } from "../../hir/defs.ts";
import type { MirContext } from "../../mir/context.ts";
import { isTy } from "../../ty/fold.ts";
import type { GenericArg, Ty } from "../../ty/ty.ts";

/** Joined so far: undefined means unused (bivariant). */
type Use = -1 | 0 | 1 | undefined;

export interface VarianceCx {
  readonly mir: MirContext;
  /** Kept for good. */
  readonly variances: Map<DefId, readonly (-1 | 0 | 1)[]>;
  /** What is assumed so far of the types being looked at. */
  readonly inProgress: Map<DefId, readonly (-1 | 0 | 1)[]>;
  /** Of these, the ones that were asked: answers that lean on them are not kept. */
  readonly leaned: Set<DefId>;
}

/** By parameter index of the type. Parameters that no field uses count as covariant (`PhantomData` decides otherwise). */
export function adtVariances(cx: VarianceCx, def: DefId): readonly (-1 | 0 | 1)[] {
  const known = cx.variances.get(def);
  if (known) return known;
  const assumed = cx.inProgress.get(def);
  if (assumed) {
    cx.leaned.add(def);
    return assumed;
  }
  const result = solve(cx, def, cx.mir.ty.genericsOf(def).count);
  cx.inProgress.delete(def);
  cx.leaned.delete(def);
  if (cx.leaned.size === 0) cx.variances.set(def, result);
  return result;
}

function solve(cx: VarianceCx, def: DefId, count: number): readonly (-1 | 0 | 1)[] {
  const { ty } = cx.mir;
  if (def === ty.lang("unsafe_cell")) return new Array<0>(count).fill(0);
  if (def === ty.lang("phantom_data")) return new Array<1>(count).fill(1);
  const uses: Use[] = new Array<Use>(count).fill(undefined);
  // The type's own parameters as found so far, for recursive types.
  for (let round = 0; round < 8; round++) {
    const before = uses.join();
    cx.inProgress.set(
      def,
      uses.map((use) => use ?? 1),
    );
    for (const variant of ty.adt(def).variants) {
      for (const field of variant.fields) visit(cx, ty.typeOf(field.def), 1, uses);
    }
    if (uses.join() === before) break;
  }
  return uses.map((use) => use ?? 1);
}

function join(uses: Use[], index: number, variance: -1 | 0 | 1): void {
  const before = uses[index];
  uses[index] = before === undefined || before === variance ? variance : 0;
}

function visitArg(cx: VarianceCx, arg: GenericArg, variance: -1 | 0 | 1, uses: Use[]): void {
  if (arg.kind === "region") {
    if (arg.region === "param") join(uses, arg.index, variance);
  } else if (isTy(arg)) visit(cx, arg, variance, uses);
}

function visit(cx: VarianceCx, ty: Ty, variance: -1 | 0 | 1, uses: Use[]): void {
  switch (ty.kind) {
    case "param":
      return join(uses, ty.index, variance);
    case "ref":
      visitArg(cx, ty.region, variance, uses);
      return visit(cx, ty.ty, ty.mutable ? 0 : variance, uses);
    case "ptr":
      return visit(cx, ty.ty, ty.mutable ? 0 : variance, uses);
    case "slice":
    case "array":
      return visit(cx, ty.ty, variance, uses);
    case "tuple":
      for (const part of ty.tys) visit(cx, part, variance, uses);
      return;
    case "adt": {
      const inner = adtVariances(cx, ty.def);
      ty.args.forEach((arg, i) =>
        visitArg(cx, arg, (variance * (inner[i] ?? 0)) as -1 | 0 | 1, uses),
      );
      return;
    }
    case "projection":
    case "opaque":
    case "fnDef":
    case "closure":
      for (const arg of ty.args) visitArg(cx, arg, 0, uses);
      return;
    case "fnPtr":
      for (const input of ty.sig.inputs) visit(cx, input, -variance as -1 | 0 | 1, uses);
      return visit(cx, ty.sig.output, variance, uses);
    case "dyn":
      visitArg(cx, ty.region, variance, uses);
      for (const arg of ty.principal?.args ?? []) visitArg(cx, arg, 0, uses);
      for (const projection of ty.principal?.projections ?? []) visit(cx, projection.ty, 0, uses);
      return;
    default:
  }
}

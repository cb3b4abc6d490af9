// A Rust expression for a value of a type: what stands in the field of an argument until somebody writes another one.
//
// Literals; what std's declarations give as a sample (`#[lockstep::sample = "…"]`, `{0}` is a value of the first type argument,
// `{0..}` a few of them); `new` and `Default`; else a struct or variant with all its fields. A type parameter becomes the first type
// that meets its bounds: `i32`, `String`, a type of the user's, or a closure for the call traits.
//
// Not modelled: parameters whose bounds only a type with arguments of its own meets (no value is offered then).

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import { substituteArgs } from "../../ty/fold.ts";
import { simplifyTy } from "../../ty/simplify.ts";
import { fnTraitKind } from "../../ty/traits/builtin.ts";
import { createSolver } from "../../ty/traits/solver.ts";
import { traitObligation } from "../../ty/traits/solverCx.ts";
import type { GenericArg, GenericArgs, Predicate, TraitRef, Ty } from "../../ty/ty.ts";
import { isVisible } from "../../ty/visibility.ts";
import { constructorOf } from "./constructors.ts";
import { nameFor } from "./names.ts";

export interface Values {
  readonly analysis: Analysis;
  /** The function whose arguments they are: its bounds hold for type parameters, its module is where names are looked up. */
  readonly of: DefId;
}

/** Deeper values are for people to write. */
const DEPTH = 6;
const INTEGER = "2";
const FEW = 3;

/** Undefined where no value is known. */
export function valueOf(values: Values, ty: Ty, depth = 0): string | undefined {
  if (depth > DEPTH) return undefined;
  const inner = (of: Ty) => valueOf(values, of, depth + 1);
  switch (ty.kind) {
    case "bool":
      return "true";
    case "char":
      return "'a'";
    case "int":
      return INTEGER;
    case "float":
      return "1.0";
    case "str":
      return '"a"';
    case "ref":
      return referenceTo(values, ty, depth);
    case "tuple":
      return tupleOf(ty.tys.map(inner));
    case "array":
    case "slice":
      return listOf(inner(ty.ty), ty, values);
    case "fnPtr":
      return closureOf(values, ty.sig.inputs, ty.sig.output, depth);
    case "adt":
      return adtValue(values, ty, depth);
    case "param": {
      const stand = standIn(values, ty);
      return typeof stand === "string" ? stand : stand && inner(stand);
    }
    case "dyn":
      return objectValue(values, ty, depth);
    default:
      return undefined;
  }
}

/** The type that a type parameter stands for where nothing says so. */
export function chosenType(values: Values, ty: Ty & { readonly kind: "param" }): Ty | undefined {
  const stand = standIn(values, ty);
  return typeof stand === "string" ? undefined : stand;
}

function referenceTo(
  values: Values,
  ty: Ty & { readonly kind: "ref" },
  depth: number,
): string | undefined {
  const value = valueOf(values, ty.ty, depth + 1);
  if (value === undefined || ty.ty.kind === "str") return value;
  // What is opened around the call comes as a reference.
  if (ty.ty.kind === "adt" && values.analysis.program.marker(ty.ty.def, "opens") !== undefined)
    return value;
  if (ty.region.region === "static") return `Box::leak(Box::new(${value}))`;
  return `${ty.mutable ? "&mut " : "&"}${value}`;
}

function tupleOf(parts: readonly (string | undefined)[]): string | undefined {
  if (!parts.every((part) => part !== undefined)) return undefined;
  return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(", ")})`;
}

function listOf(item: string | undefined, ty: Ty, values: Values): string | undefined {
  if (item === undefined) return undefined;
  const length = ty.kind === "array" && ty.length.const === "value" ? Number(ty.length.value) : FEW;
  const max = 8;
  if (length > max) {
    const copy = values.analysis.cx.lang("copy");
    const of = ty.kind === "array" || ty.kind === "slice" ? ty.ty : undefined;
    return of !== undefined && copy !== undefined && holds(values, { trait: copy, args: [of] })
      ? `[${item}; ${length}]`
      : undefined;
  }
  return `[${fewOf(item, length)}]`;
}

/** `1, 2, 3`; other values are repeated. */
function fewOf(item: string, count = FEW): string {
  return Array.from({ length: count }, (_, at) => (item === INTEGER ? String(at + 1) : item)).join(
    ", ",
  );
}

function closureOf(
  values: Values,
  inputs: readonly Ty[],
  output: Ty,
  depth: number,
): string | undefined {
  const head = `|${inputs.map(() => "_").join(", ")}|`;
  if (output.kind === "tuple" && output.tys.length === 0) return `${head} {}`;
  const value = valueOf(values, output, depth + 1);
  return value === undefined ? undefined : `${head} ${value}`;
}

function adtValue(
  values: Values,
  ty: Ty & { readonly kind: "adt" },
  depth: number,
): string | undefined {
  const { analysis } = values;
  const argument = (arg: GenericArg | undefined) =>
    arg === undefined || arg.kind === "region" || arg.kind === "constant"
      ? undefined
      : valueOf(values, arg, depth + 1);
  const sample = analysis.program.marker(ty.def, "sample");
  if (sample !== undefined) return filled(sample, typesIn(ty.args).map(argument));
  const made = constructorOf(analysis, ty, values.of);
  if (made !== undefined) {
    const given = made.inputs.map((input) => valueOf(values, input, depth + 1));
    if (given.every((one) => one !== undefined))
      return `${nameFor(analysis, values.of, ty.def)}::${made.name}(${given.join(", ")})`;
  }
  const byDefault = analysis.cx.lang("Default");
  if (byDefault !== undefined && holds(values, { trait: byDefault, args: [ty] }))
    return `${nameFor(analysis, values.of, ty.def)}::default()`;
  return fromParts(values, ty, depth);
}

/** `None` where a part of the sample is not known. */
function filled(sample: string, args: readonly (string | undefined)[]): string | undefined {
  let known = true;
  const text = sample.replaceAll(/\{(\d)(\.\.)?\}/g, (_, index: string, few?: string) => {
    const value = args[Number(index)];
    known &&= value !== undefined;
    return few === undefined ? (value ?? "") : fewOf(value ?? "");
  });
  return known ? text : undefined;
}

function typesIn(args: GenericArgs): readonly Ty[] {
  return args.filter((arg): arg is Ty => arg.kind !== "region" && arg.kind !== "constant");
}

/** The first variant whose fields all have values; a struct has one. */
function fromParts(
  values: Values,
  ty: Ty & { readonly kind: "adt" },
  depth: number,
): string | undefined {
  const { analysis, of } = values;
  const { cx } = analysis;
  const info = cx.adt(ty.def);
  const path = nameFor(analysis, of, ty.def);
  for (const variant of info.variants) {
    if (!variant.fields.every((field) => isVisible(cx, field.def, of))) continue;
    const parts = variant.fields.map((field) => ({
      name: field.name,
      value: valueOf(values, cx.fieldTy(field.def, ty.args), depth + 1),
    }));
    if (parts.some((part) => part.value === undefined)) continue;
    const head = info.kind === "enum" ? `${path}::${variant.name}` : path;
    if (variant.shape === "unit") return head;
    if (variant.shape === "tuple") return `${head}(${parts.map((part) => part.value).join(", ")})`;
    return `${head} { ${parts.map((part) => `${part.name}: ${part.value}`).join(", ")} }`;
  }
  return undefined;
}

/** A value of a type that has the trait. */
function objectValue(
  values: Values,
  ty: Ty & { readonly kind: "dyn" },
  depth: number,
): string | undefined {
  const { principal } = ty;
  if (principal === undefined) return INTEGER;
  const { cx } = values.analysis;
  if (fnTraitKind(cx, principal.trait) !== undefined) {
    const output = principal.projections[0]?.ty ?? cx.tcx.unit;
    return closureOf(values, tupleTys(principal.args[0]), output, depth);
  }
  const sample = values.analysis.program.marker(principal.trait, "sample");
  if (sample !== undefined) return sample;
  const found = candidates(values, [principal.trait]).find((one) =>
    holds(values, { trait: principal.trait, args: [one, ...principal.args] }),
  );
  return found && valueOf(values, found, depth + 1);
}

function tupleTys(arg: GenericArg | undefined): readonly Ty[] {
  return arg?.kind === "tuple" ? arg.tys : [];
}

/** What a type parameter becomes: a type, or at once a value (a closure has no name). */
function standIn(values: Values, ty: Ty & { readonly kind: "param" }): Ty | string | undefined {
  const { cx } = values.analysis;
  const bounds = cx.predicatesOf(values.of).map((bound) => bound.predicate);
  const own = bounds.flatMap((one) =>
    one.kind === "trait" && one.ref.args[0] === ty ? [one.ref] : [],
  );
  for (const ref of own) {
    if (fnTraitKind(cx, ref.trait) !== undefined)
      return closureOf(values, tupleTys(ref.args[1]), outputOf(values, bounds, ty), 1);
    const sample = values.analysis.program.marker(ref.trait, "sample");
    if (sample !== undefined) return sample;
  }
  const traits = own.map((ref) => ref.trait);
  return candidates(values, traits).find((one) =>
    own.every((ref) => holds(values, withSelf(values, ref, ty.index, one))),
  );
}

function outputOf(values: Values, bounds: readonly Predicate[], self: Ty): Ty {
  const found = bounds.find((one) => one.kind === "projection" && one.args[0] === self);
  return found?.kind === "projection" ? found.ty : values.analysis.cx.tcx.unit;
}

function withSelf(values: Values, ref: TraitRef, index: number, self: Ty): TraitRef {
  const { cx } = values.analysis;
  const args = [...cx.identityArgs(values.of)];
  args[index] = self;
  return { trait: ref.trait, args: substituteArgs(cx.tcx, ref.args, args) };
}

/** Plain types first, then the user's own that have one of the traits. */
function candidates({ analysis }: Values, traits: readonly DefId[]): readonly Ty[] {
  const { cx } = analysis;
  const text = cx.lang("String");
  const own = traits.flatMap((trait) =>
    cx
      .traitImpls(trait)
      .all.map((header) => header.ref.args[0])
      .filter((ty): ty is Ty => ty !== undefined && "hasParam" in ty && !ty.hasParam)
      .filter((ty) => ty.kind === "adt" && simplifyTy(ty) !== undefined),
  );
  return [cx.tcx.i32, ...(text === undefined ? [] : [cx.tcx.adt(text, cx.tcx.noArgs)]), ...own];
}

function holds({ analysis: { cx }, of }: Values, ref: TraitRef): boolean {
  return cx.tcx.withInferenceScope(() => {
    const scx = createSolver(cx, cx.paramEnv(of));
    const cause = { span: { start: 0, end: 0 }, code: { kind: "misc" } } as const;
    const goal = { trait: ref.trait, args: cx.tcx.args(ref.args) };
    return scx.evaluate(scx, traitObligation(goal, cause, 0)) === "yes";
  });
}

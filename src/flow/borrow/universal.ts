// Universal regions: lifetimes that the caller chooses. `'static`, the declared parameters, and one for each lifetime left out
// in the signature. Which of them outlives which is known from bounds and from the types of the parameters.
//
// Follows `universal_regions.rs` and `free_region_relations.rs`. In closures the lifetimes of the closure's type are foreign:
// `closureRequirements.ts` hands questions about them to the enclosing body.

import type { Span } from "../../base/span.ts";
import type { FnSig, Region, Ty } from "../../ty/ty.ts";
import { isTy, walkTy } from "../../ty/fold.ts";
import type { FlowCx } from "../flowCx.ts";
import { capturesLifetimes } from "./opaque.ts";
import { closureCallable, freshBound } from "./callable.ts";
import { inferredOutlives } from "./inferredOutlives.ts";
import { freshTy, instantiate } from "./regionTy.ts";
import type { Maker, Meaning, RegionArg, RegionTy, RegionVid } from "./regionTy.ts";
import { splitArgs } from "./regionTy.ts";
import { derefTy } from "./parts.ts";
import { shapeOf } from "./shape.ts";

export const STATIC: RegionVid = 0;

export type Origin =
  | { readonly kind: "static" }
  /** A declared parameter, by its place among the generic arguments. */
  | { readonly kind: "param"; readonly index: number }
  /** In a closure's body: a position of the closure's type. */
  | { readonly kind: "closure"; readonly position: number }
  /** Bound by the signature, or the lifetime of a closure's environment. */
  | { readonly kind: "signature"; readonly environment?: boolean };

export interface Universal {
  readonly vid: RegionVid;
  readonly origin: Origin;
  /** `'a`, `'static`; undefined for a lifetime left out in the signature. */
  readonly name: string | undefined;
  /** Where a declared lifetime stands. */
  readonly span: Span | undefined;
  /** For those left out: the parameter (from 0) in whose type it stands first. */
  readonly input: number | undefined;
  /** Whether what it must outlive is reported. */
  readonly checked: boolean;
}

export interface UniversalRegions {
  readonly list: readonly Universal[];
  readonly inputs: readonly RegionTy[];
  readonly output: RegionTy;
  /** What the value behind a returned `impl Trait` must outlive: `'static` if it captures no lifetime. */
  readonly opaqueBound: RegionVid;
  /** Meaning of the owner's own parameters inside its body. */
  readonly meaning: Meaning;
  /** Whether `a: b` is known. */
  outlives(a: RegionVid, b: RegionVid): boolean;
  /** Parameters `T` with regions they are known to outlive. */
  readonly paramOutlives: readonly { readonly ty: Ty; readonly region: RegionVid }[];
}

interface Builder {
  readonly m: Maker;
  readonly list: Universal[];
  readonly known: [RegionVid, RegionVid][];
  readonly paramOutlives: { ty: Ty; region: RegionVid }[];
}

/** `maker` must not have given out any region yet: `'static` is the first. */
export function universalRegions(cx: FlowCx, m: Maker): UniversalRegions {
  const u: Builder = { m, list: [], known: [], paramOutlives: [] };
  add(u, { origin: { kind: "static" }, name: "'static", checked: true });
  const params = parameterRegions(cx, u);
  const closure = cx.owner.closure !== undefined || cx.body.constant;
  const sig = closure ? undefined : cx.mir.ty.fnSig(cx.owner.def);
  const parts = sig ? signature(u, sig, params) : closureParts(cx, u, params);
  declaredBounds(cx, u, parts.meaning);
  for (const input of [...parts.inputs, parts.output]) impliedBounds(u, input);
  const opaqueBound =
    parts.output.ty.hasAlias && !closure ? boundOfOpaque(u, parts.output.ty) : STATIC;
  return {
    ...parts,
    opaqueBound,
    list: u.list,
    outlives: closureOf(u.known, u.list),
    paramOutlives: u.paramOutlives,
  };
}

/** With captured lifetimes nothing more is claimed than that the value outlives the call. */
function boundOfOpaque(u: Builder, output: Ty): RegionVid {
  let captures = false;
  walkTy(output, (ty) => {
    if (ty.kind === "opaque") captures ||= capturesLifetimes(u.m.shapes.mir, ty.def);
  });
  return captures ? add(u, { origin: { kind: "signature" }, checked: false }) : STATIC;
}

function add(
  u: Builder,
  one: Pick<Universal, "origin" | "checked"> & Partial<Universal>,
): RegionVid {
  const vid = u.m.fresh();
  u.list.push({ name: undefined, input: undefined, span: undefined, ...one, vid });
  return vid;
}

/** A region for each declared lifetime, counted as generic arguments. */
function parameterRegions(cx: FlowCx, u: Builder): RegionArg[] {
  const args: RegionArg[] = [];
  for (const [index, arg] of cx.mir.ty.identityArgs(cx.owner.def).entries()) {
    if (arg.kind === "region") {
      const declared = arg.region === "param" ? arg : undefined;
      args.push(
        add(u, {
          origin: { kind: "param", index },
          name: declared?.name,
          span: declared && cx.mir.ty.def(declared.def).nameSpan,
          checked: true,
        }),
      );
    } else args.push(isTy(arg) ? { ty: arg, regions: [] } : undefined);
  }
  return args;
}

function signature(
  u: Builder,
  sig: FnSig,
  args: RegionArg[],
): Pick<UniversalRegions, "inputs" | "output" | "meaning"> {
  const bound = new Map<string, RegionVid>();
  let input: number | undefined = 0;
  const meaning: Meaning = {
    args,
    erased: [],
    region: (region) => {
      if (region.region === "static") return STATIC;
      const own = region.region === "param" ? args[region.index] : undefined;
      if (typeof own === "number") return own;
      const key = region.region === "bound" ? `${region.index}` : `other${region.id}${bound.size}`;
      let vid = bound.get(key);
      if (vid === undefined)
        bound.set(key, (vid = add(u, { origin: { kind: "signature" }, input, checked: true })));
      return vid;
    },
  };
  const inputs = sig.inputs.map((ty, index) => {
    input = index;
    return instantiate(u.m, ty, meaning);
  });
  input = undefined;
  const before = u.list.length;
  const output = instantiate(u.m, sig.output, meaning);
  // A lifetime that stands only in the output is one the caller cannot know: nothing is claimed.
  for (let i = before; i < u.list.length; i++)
    u.list[i] = { ...(u.list[i] as Universal), checked: false };
  return { inputs, output, meaning };
}

type Parts = Pick<UniversalRegions, "inputs" | "output" | "meaning">;

/** The body of a closure or constant: nothing but its type says what its lifetimes are. */
function closureParts(cx: FlowCx, u: Builder, args: RegionArg[]): Parts {
  const [returned, ...rest] = cx.body.locals.slice(0, cx.body.argCount + 1).map((decl) => decl.ty);
  const meaning: Meaning = {
    args,
    erased: [],
    region: (region: Region) => {
      if (region.region === "static") return STATIC;
      const own = region.region === "param" ? args[region.index] : undefined;
      return typeof own === "number" ? own : u.m.fresh();
    },
  };
  const environment = rest[0] && closureIn(rest[0]);
  if (environment) return { ...closureSignature(u, returned as Ty, rest, environment), meaning };
  const output = unchecked(u, returned as Ty);
  return {
    inputs: rest.map((ty) => unchecked(u, ty)),
    output: cx.body.constant ? staticOutput(output) : output,
    meaning,
  };
}

function unchecked(u: Builder, ty: Ty): RegionTy {
  const fresh = () => add(u, { origin: { kind: "signature" }, checked: false });
  return { ty, regions: freshTy({ ...u.m, fresh }, ty).regions };
}

function closureIn(ty: Ty): (Ty & { kind: "closure" }) | undefined {
  const inner = ty.kind === "ref" ? ty.ty : ty;
  return inner.kind === "closure" ? inner : undefined;
}

/** The environment first, then what the closure's signature says of its parameters. */
function closureSignature(
  u: Builder,
  returned: Ty,
  [environment, ...params]: readonly Ty[],
  closure: Ty & { kind: "closure" },
): Pick<Parts, "inputs" | "output"> {
  const own = shapeOf(u.m.shapes, closure).variances.map((_, position) =>
    add(u, { origin: { kind: "closure", position }, checked: true }),
  );
  const reference = environment?.kind === "ref";
  const outer = reference
    ? [add(u, { origin: { kind: "signature", environment: true }, checked: true })]
    : [];
  const bound = freshBound(() => add(u, { origin: { kind: "signature" }, checked: true }));
  const signature = closureCallable(u.m, closure, own, bound);
  const typed = (ty: Ty, known: RegionTy | undefined): RegionTy =>
    known && known.regions.length === shapeOf(u.m.shapes, ty).variances.length
      ? { ty, regions: known.regions }
      : unchecked(u, ty);
  return {
    inputs: [
      { ty: environment as Ty, regions: [...outer, ...own] },
      ...params.map((ty, i) => typed(ty, signature?.inputs[i])),
    ],
    output: typed(returned, signature?.output),
  };
}

/** The value of a constant or static lives for ever. */
function staticOutput(output: RegionTy): RegionTy {
  return { ty: output.ty, regions: output.regions.map(() => STATIC) };
}

function declaredBounds(cx: FlowCx, u: Builder, meaning: Meaning): void {
  for (const { predicate } of cx.mir.ty.predicatesOf(cx.owner.def)) {
    if (predicate.kind === "regionOutlives")
      u.known.push([meaning.region(predicate.a), meaning.region(predicate.b)]);
    if (predicate.kind === "typeOutlives")
      u.paramOutlives.push({ ty: predicate.ty, region: meaning.region(predicate.region) });
  }
  // `T: Any` means `T: 'static`, because the trait says so of its Self.
  for (const [trait, refs] of cx.env.traits) {
    const bounds = cx.mir.ty.superPredicates(trait);
    if (!bounds.some((bound) => bound.predicate.kind === "typeOutlives")) continue;
    for (const ref of refs) {
      for (const { predicate } of bounds) {
        const self = ref.args[0];
        if (predicate.kind !== "typeOutlives" || !self || !isTy(self)) continue;
        u.paramOutlives.push({
          ty: self,
          region: predicate.region.region === "static" ? STATIC : meaning.region(predicate.region),
        });
      }
    }
  }
}

/** A parameter of type `&'a T` proves that everything in `T` outlives `'a`. */
function impliedBounds(u: Builder, of: RegionTy): void {
  const { ty, regions } = of;
  if (ty.kind === "ref") {
    const outer = regions[0] as RegionVid;
    for (const inner of regions.slice(1)) u.known.push([inner, outer]);
    eachParam(ty.ty, (param) => u.paramOutlives.push({ ty: param, region: outer }));
    impliedBounds(u, derefTy(u.m, of));
  } else if (ty.kind === "adt" || ty.kind === "tuple") {
    const parts = splitArgs(u.m.shapes, ty.kind === "adt" ? ty.args : ty.tys, regions);
    for (const part of parts)
      if (part !== undefined && typeof part !== "number") impliedBounds(u, part);
    if (ty.kind === "adt") structBounds(u, ty, parts);
  } else if (ty.kind === "slice" || ty.kind === "array") impliedBounds(u, { ty: ty.ty, regions });
}

/** Bounds that the type's own declaration states or implies: `struct S<'a, T> { r: &'a T }` means `T: 'a`. */
function structBounds(u: Builder, ty: Ty & { kind: "adt" }, parts: readonly RegionArg[]): void {
  const { mir } = u.m.shapes;
  for (const { predicate } of mir.ty.predicatesOf(ty.def)) {
    if (predicate.kind !== "regionOutlives") continue;
    const a = regionArg(predicate.a, parts);
    const b = regionArg(predicate.b, parts);
    if (a !== undefined && b !== undefined) u.known.push([a, b]);
  }
  for (const { long, short } of inferredOutlives(mir.ty, ty.def)) {
    const lower = regionArg(short, parts);
    if (lower === undefined) continue;
    if (long.kind === "region") {
      const upper = regionArg(long, parts);
      if (upper !== undefined) u.known.push([upper, lower]);
      continue;
    }
    const part = parts[long.index];
    if (part === undefined || typeof part === "number") continue;
    for (const upper of part.regions) u.known.push([upper, lower]);
    eachParam(part.ty, (param) => u.paramOutlives.push({ ty: param, region: lower }));
  }
}

function regionArg(region: Region, parts: readonly RegionArg[]): RegionVid | undefined {
  if (region.region === "static") return STATIC;
  const part = region.region === "param" ? parts[region.index] : undefined;
  return typeof part === "number" ? part : undefined;
}

function eachParam(ty: Ty, visit: (ty: Ty) => void): void {
  if (ty.kind === "param") visit(ty);
  else if (ty.kind === "ref" || ty.kind === "slice" || ty.kind === "array" || ty.kind === "ptr")
    eachParam(ty.ty, visit);
  else if (ty.kind === "tuple") for (const part of ty.tys) eachParam(part, visit);
  else if (ty.kind === "adt") for (const arg of ty.args) if (isTy(arg)) eachParam(arg, visit);
}

/** The transitive closure of what is known. */
function closureOf(
  known: readonly [RegionVid, RegionVid][],
  list: readonly Universal[],
): (a: RegionVid, b: RegionVid) => boolean {
  const edges = new Map<RegionVid, RegionVid[]>();
  for (const [a, b] of known) edges.set(a, [...(edges.get(a) ?? []), b]);
  const reach = new Map<RegionVid, Set<RegionVid>>();
  const from = (start: RegionVid): Set<RegionVid> => {
    const cached = reach.get(start);
    if (cached) return cached;
    const seen = new Set<RegionVid>([start]);
    for (const at of seen) for (const next of edges.get(at) ?? []) seen.add(next);
    reach.set(start, seen);
    return seen;
  };
  const universals = new Set(list.map((one) => one.vid));
  return (a, b) => a === STATIC || from(a).has(b) || (universals.has(a) && from(a).has(STATIC));
}

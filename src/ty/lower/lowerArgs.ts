// Generic argument lists: what is written, defaults for what is not, and `_` where inference may choose.
// Follows `lower_generic_args_of_path`.

import { substitute, substituteArgs } from "../fold.ts";
import { lowerConstArg } from "./lowerConst.ts";
import { lowerLifetime } from "./lowerCx.ts";
import type { LowerCx } from "./lowerCx.ts";
import type { Span } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirConstArg, HirGenericArg, HirGenericArgs, HirTy } from "../../hir/hir.ts";
import type { GenericParam, Generics } from "../queries.ts";
import type { GenericArg, Region, Ty } from "../ty.ts";

export interface ArgOptions {
  readonly span: Span;
  /** Missing arguments are inferred even where there is a default. */
  readonly inferArgs: boolean;
  /** For items of traits. */
  readonly self: Ty | undefined;
  readonly given: ReadonlyMap<DefId, HirGenericArgs>;
  /** Arguments of the parents, already known. */
  readonly parentArgs?: readonly GenericArg[];
}

/** Arguments for `def` and its parents. */
export function lowerArgsFor(lcx: LowerCx, def: DefId, options: ArgOptions): readonly GenericArg[] {
  const out: GenericArg[] = [];
  addLevel(lcx, lcx.cx.genericsOf(def), options, out);
  return lcx.cx.tcx.args(out);
}

function addLevel(lcx: LowerCx, generics: Generics, options: ArgOptions, out: GenericArg[]): void {
  if (generics.parent) addLevel(lcx, generics.parent, options, out);
  if (options.parentArgs && out.length < options.parentArgs.length) {
    out.push(...options.parentArgs.slice(out.length, generics.count));
    if (out.length >= generics.count) return;
  }
  const given = options.given.get(generics.owner);
  const queue = splitArgs(given);
  for (const param of generics.own) {
    if (out.length > param.index) continue;
    out.push(argFor(lcx, param, generics, options, queue, given !== undefined, out));
  }
  checkCounts(lcx, generics, queue, given, options);
}

interface ArgQueue {
  lifetimes: Extract<HirGenericArg, { kind: "lifetime" }>[];
  rest: Exclude<HirGenericArg, { kind: "lifetime" }>[];
  taken: number;
  missing: number;
}

function splitArgs(given: HirGenericArgs | undefined): ArgQueue {
  const queue: ArgQueue = { lifetimes: [], rest: [], taken: 0, missing: 0 };
  for (const arg of given?.args ?? []) {
    if (arg.kind === "lifetime") queue.lifetimes.push(arg);
    else queue.rest.push(arg);
  }
  return queue;
}

function argFor(
  lcx: LowerCx,
  param: GenericParam,
  generics: Generics,
  options: ArgOptions,
  queue: ArgQueue,
  some: boolean,
  out: GenericArg[],
): GenericArg {
  const { tcx } = lcx.cx;
  if (param.kind === "lifetime") {
    const given = queue.lifetimes.shift();
    return given ? lowerLifetime(lcx, given.lifetime) : lcx.elided(options.span, lcx.depth);
  }
  if (isTraitSelf(lcx, param, generics))
    return options.self ?? lcx.infer?.ty(options.span) ?? tcx.unknown;
  const given = param.synthetic ? undefined : queue.rest[queue.taken];
  if (given) {
    queue.taken++;
    refuseKind(lcx, param, given);
    if (param.kind === "const") return lowerConstGiven(lcx, param, given);
    return lowerTypeArg({ ...lcx, objectDefault: objectDefault(lcx, param, generics, out) }, given);
  }
  if (param.default !== undefined && !(options.inferArgs && !some && lcx.infer)) {
    return defaultArg(lcx, param, generics, param.default, out);
  }
  if (lcx.infer && (!some || param.synthetic) && (options.inferArgs || param.synthetic)) {
    return param.kind === "type" ? lcx.infer.ty(options.span) : lcx.infer.const(options.span);
  }
  queue.missing++;
  return param.kind === "type" ? tcx.unknown : tcx.unknownConst;
}

function isTraitSelf(lcx: LowerCx, param: GenericParam, generics: Generics): boolean {
  return param.index === 0 && lcx.cx.def(generics.owner).kind === "trait";
}

/** `T: 'a` in the declaration says how long a `dyn Trait` in place of `T` lives (`object_lifetime_default`). */
function objectDefault(
  { cx }: LowerCx,
  param: GenericParam,
  generics: Generics,
  out: readonly GenericArg[],
): Region | undefined {
  const owner = cx.def(generics.owner);
  if (!("generics" in owner) || owner.generics.params.every(({ kind }) => kind !== "lifetime"))
    return undefined;
  const lifetimes = owner.generics.predicates.flatMap((predicate) =>
    predicate.kind === "type" && namesParam(predicate.ty, param.def)
      ? predicate.bounds.flatMap((bound) => (bound.kind === "outlives" ? [bound.lifetime] : []))
      : [],
  );
  const [only] = lifetimes;
  if (lifetimes.length !== 1 || only?.kind !== "param") return undefined;
  const lifetime = cx.def(only.def);
  const given = lifetime.kind === "lifetimeParam" ? out[lifetime.index] : undefined;
  return given?.kind === "region" ? given : undefined;
}

function namesParam(hir: HirTy, param: DefId): boolean {
  return (
    hir.kind === "path" &&
    hir.path.kind === "resolved" &&
    hir.path.res.kind === "def" &&
    hir.path.res.def === param
  );
}

/** E0747: a constant where a type belongs, or a type that is surely none where a constant belongs. */
function refuseKind(lcx: LowerCx, param: GenericParam, given: ArgQueue["rest"][number]): void {
  if (param.kind === "type" && given.kind === "const")
    reportKind(lcx, "constant provided when a type was expected", given.value.span);
  if (param.kind === "const" && given.kind === "type" && !mayBeConst(lcx, given.ty))
    reportKind(lcx, "type provided when a constant was expected", given.ty.span);
}

function mayBeConst(lcx: LowerCx, hir: HirTy): boolean {
  if (hir.kind !== "path") return ["infer", "error", "unsupported"].includes(hir.kind);
  if (hir.path.kind !== "resolved") return true;
  const { res } = hir.path;
  if (res.kind === "prim" || res.kind === "selfTy") return false;
  return res.kind !== "def" || !TYPES.has(lcx.cx.def(res.def).kind);
}

const TYPES: ReadonlySet<string> = new Set(["struct", "enum", "union", "tyParam"]);

/** E0747: lifetimes come first. Told where the numbers are right. */
function refuseOrder(
  lcx: LowerCx,
  generics: Generics,
  given: HirGenericArgs,
  queue: ArgQueue,
): void {
  const first = given.args.find((arg) => arg.kind !== "lifetime");
  const late = given.args.findLastIndex((arg) => arg.kind === "lifetime");
  if (!first || late < given.args.indexOf(first)) return;
  const counts = queue.lifetimes.length === 0 && queue.missing === 0;
  if (!counts || queue.rest.length !== queue.taken) return;
  if (!generics.own.some((param) => param.kind === "lifetime")) return;
  if (first.kind === "type")
    reportKind(lcx, "type provided when a lifetime was expected", first.ty.span);
}

function reportKind(lcx: LowerCx, message: string, span: Span): void {
  lcx.report({ code: "E0747", message, span, related: [] });
}

function lowerTypeArg(lcx: LowerCx, arg: Exclude<HirGenericArg, { kind: "lifetime" }>): Ty {
  if (arg.kind === "type") return lcx.ty(lcx, arg.ty);
  if (arg.kind === "infer") return lcx.infer?.ty(arg.span) ?? lcx.cx.tcx.unknown;
  return lcx.cx.tcx.unknown;
}

function lowerConstGiven(
  lcx: LowerCx,
  param: GenericParam,
  arg: Exclude<HirGenericArg, { kind: "lifetime" }>,
): GenericArg {
  const { tcx } = lcx.cx;
  if (arg.kind === "const") return lowerConstArg(lcx, arg.value, lcx.cx.typeOf(param.def));
  if (arg.kind === "infer") return lcx.infer?.const(arg.span) ?? tcx.unknownConst;
  return pathAsConst(lcx, arg.ty, param);
}

/** `Foo<N>`: a path that looks like a type but names a const parameter or a constant. */
function pathAsConst(lcx: LowerCx, hir: HirTy, _param: GenericParam): GenericArg {
  const { cx } = lcx;
  if (hir.kind !== "path" || hir.path.kind !== "resolved" || hir.path.res.kind !== "def")
    return cx.tcx.unknownConst;
  const def = cx.def(hir.path.res.def);
  if (def.kind === "constParam") return cx.tcx.constParam(def.index, def.name, def.id);
  return def.kind === "const" ? cx.constValue(def.id, cx.tcx.noArgs) : cx.tcx.unknownConst;
}

function defaultArg(
  lcx: LowerCx,
  param: GenericParam,
  generics: Generics,
  value: HirTy | HirConstArg,
  out: readonly GenericArg[],
): GenericArg {
  const { cx } = lcx;
  const inOwner: LowerCx = {
    ...lcx,
    owner: generics.owner,
    infer: undefined,
    erase: false,
    objectDefault: undefined,
    elided: () => cx.tcx.erased,
  };
  if (param.kind === "const") {
    const constant = lowerConstArg(inOwner, value as HirConstArg, cx.typeOf(param.def));
    return substituteArgs(cx.tcx, [constant], out)[0] ?? cx.tcx.unknownConst;
  }
  return substitute(cx.tcx, lcx.ty(inOwner, value as HirTy), out);
}

function checkCounts(
  lcx: LowerCx,
  generics: Generics,
  queue: ArgQueue,
  given: HirGenericArgs | undefined,
  options: ArgOptions,
): void {
  if (given?.parenthesized) return;
  if (given) refuseOrder(lcx, generics, given, queue);
  const extra = queue.rest.length - queue.taken;
  if (extra <= 0 && queue.missing === 0) return;
  if (queue.missing > 0 && given === undefined && options.parentArgs) return;
  reportCount(lcx, generics, queue, given, options, extra);
}

function reportCount(
  lcx: LowerCx,
  generics: Generics,
  queue: ArgQueue,
  given: HirGenericArgs | undefined,
  options: ArgOptions,
  extra: number,
): void {
  const def = lcx.cx.def(generics.owner);
  const last = options.span;
  if (!given) {
    lcx.report({
      code: "E0107",
      message: `missing generics for ${describeKind(def.kind)} \`${def.name}\``,
      span: last,
      related: [],
    });
    return;
  }
  const wanted = generics.own.filter(
    (p) => p.kind !== "lifetime" && !p.synthetic && !isTraitSelf(lcx, p, generics),
  );
  const required = wanted.filter((p) => p.default === undefined).length;
  const bound = required === wanted.length ? "" : extra > 0 ? "at most " : "at least ";
  const count = extra > 0 ? wanted.length : required;
  lcx.report({
    code: "E0107",
    message: `${describeKind(def.kind)} takes ${bound}${plural(count, "generic argument")} but ${plural(queue.rest.length, "generic argument")} ${queue.rest.length === 1 ? "was" : "were"} supplied`,
    span: last,
    related: [],
  });
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

export function describeKind(kind: string): string {
  const names: Readonly<Record<string, string>> = {
    fn: "function",
    tyAlias: "type alias",
    assocTy: "associated type",
    const: "constant",
  };
  return names[kind] ?? kind;
}

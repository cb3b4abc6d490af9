// Types as rustc prints them in messages: paths cut to the last segment where that is unambiguous.
// Follows `rustc_middle::ty::print::pretty` with trimmed paths.
//
// Not modelled: type length limits, names for bound regions that nobody named.

import { isTy, substitute, substituteSig } from "./fold.ts";
import { trimmedPath } from "./trimmedPath.ts";
import type { DefId } from "../hir/defs.ts";
import type { GenericParam, Generics, TyContext } from "./queries.ts";
import type {
  Const,
  ExistentialTraitRef,
  FnSig,
  GenericArg,
  GenericArgs,
  Predicate,
  Region,
  TraitRef,
  Ty,
} from "./ty.ts";

/** `nameOf` decides how much of a path is printed. */
export type ShowContext = Pick<
  TyContext,
  | "def"
  | "genericsOf"
  | "predicatesOf"
  | "fnSig"
  | "itemBounds"
  | "typeOf"
  | "locate"
  | "lang"
  | "closureSpan"
  | "paramDefault"
  | "tcx"
> & { nameOf(def: DefId): string };

/** For people at a glance: the last segment of every path. */
export function showTy(cx: TyContext, ty: Ty): string {
  return show(
    Object.assign(Object.create(cx) as TyContext, { nameOf: (def: DefId) => cx.def(def).name }),
    ty,
  );
}

/** As in rustc's messages, where ambiguous names are written in full. */
export function showTyInFull(cx: TyContext, ty: Ty): string {
  return show(inFull(cx), ty);
}

function inFull(cx: TyContext): ShowContext {
  return Object.assign(Object.create(cx) as TyContext, {
    nameOf: (def: DefId) => trimmedPath(cx, def),
  });
}

/** `Trait<A>` without its Self, `Fn(A)` in sugar. */
export function showTraitRef(cx: TyContext, ref: TraitRef): string {
  return traitRef(inFull(cx), ref);
}

/** `Type::method` or `function::<T>`. */
export function showFnPath(cx: TyContext, def: DefId, args: GenericArgs): string {
  return fnPath(inFull(cx), def, args);
}

function show(cx: ShowContext, ty: Ty): string {
  switch (ty.kind) {
    case "bool":
    case "char":
    case "str":
      return ty.kind;
    case "never":
      return "!";
    case "int":
      return ty.int;
    case "float":
      return ty.float;
    case "unknown":
      return "?";
    case "infer":
      return ty.class === "int" ? "{integer}" : ty.class === "float" ? "{float}" : "_";
    case "param":
      return isSynthetic(cx, ty) ? showSynthetic(cx, ty) : ty.name;
    case "adt":
      return cx.nameOf(ty.def) + showArgs(cx, adtArgs(cx, ty));
    case "ref":
      return `&${regionPrefix(ty.region)}${ty.mutable ? "mut " : ""}${showInner(cx, ty.ty)}`;
    case "ptr":
      return `*${ty.mutable ? "mut" : "const"} ${showInner(cx, ty.ty)}`;
    case "slice":
      return `[${show(cx, ty.ty)}]`;
    case "array":
      return `[${show(cx, ty.ty)}; ${showConst(ty.length)}]`;
    case "tuple":
      return ty.tys.length === 1
        ? `(${show(cx, ty.tys[0] as Ty)},)`
        : `(${ty.tys.map((t) => show(cx, t)).join(", ")})`;
    case "fnPtr":
      return showSig(cx, ty.sig);
    case "fnDef":
      return `${showSig(cx, substituteSig(cx.tcx, cx.fnSig(ty.def), ty.args))} {${fnPath(cx, ty.def, ty.args)}}`;
    case "closure":
      return showClosure(cx, ty);
    case "dyn":
      return `dyn ${showDynBounds(cx, ty)}`;
    case "projection":
      return showProjection(cx, ty.def, ty.args);
    case "opaque":
      return showOpaque(cx, ty);
  }
}

/** In `&dyn A + B` parentheses are needed. */
function showInner(cx: ShowContext, ty: Ty): string {
  const text = show(cx, ty);
  const several = (ty.kind === "dyn" || ty.kind === "opaque") && text.includes(" + ");
  return several ? `(${text})` : text;
}

function regionPrefix(region: Region): string {
  const text = showRegion(region);
  return text === "" ? "" : `${text} `;
}

function showRegion(region: Region): string {
  switch (region.region) {
    case "static":
      return "'static";
    case "param":
      return region.name;
    case "bound":
      return region.name === "'_" ? "" : region.name;
    default:
      return "";
  }
}

function showConst(value: Const): string {
  switch (value.const) {
    case "value":
      return typeof value.value === "string" ? `'${value.value}'` : String(value.value);
    case "param":
      return value.name;
    default:
      return "_";
  }
}

/** Arguments equal to their defaults are left out (`Vec<T>`, `HashMap<K, V>`). */
export function adtArgs(
  cx: Omit<ShowContext, "nameOf">,
  ty: Ty & { kind: "adt" },
): readonly GenericArg[] {
  const generics = cx.genericsOf(ty.def);
  let end = ty.args.length;
  while (end > 0) {
    const param = generics.own[end - 1 - generics.parentCount];
    const arg = ty.args[end - 1];
    if (
      !param ||
      param.default === undefined ||
      !arg ||
      !isDefault(cx, generics, param, arg, ty.args)
    )
      break;
    end--;
  }
  return ty.args.slice(0, end);
}

function isDefault(
  cx: Omit<ShowContext, "nameOf">,
  generics: Generics,
  param: GenericParam,
  arg: GenericArg,
  args: GenericArgs,
): boolean {
  const value = cx.paramDefault(generics.owner, param.index);
  return value !== undefined && isTy(value) && substitute(cx.tcx, value, args) === arg;
}

function showArgs(cx: ShowContext, args: readonly GenericArg[]): string {
  const shown = args.map((arg) => showArg(cx, arg)).filter((text) => text !== "");
  return shown.length === 0 ? "" : `<${shown.join(", ")}>`;
}

function showArg(cx: ShowContext, arg: GenericArg): string {
  if (arg.kind === "region") return showRegion(arg) || "'_";
  return arg.kind === "constant" ? showConst(arg) : show(cx, arg);
}

function showSig(cx: ShowContext, sig: FnSig): string {
  const names = new Set<string>();
  const collect = (text: string) => text.match(/'[a-z]\w*/g)?.forEach((name) => names.add(name));
  const inputs = sig.inputs.map((ty) => show(cx, ty));
  if (sig.boundRegions > 0) inputs.forEach(collect);
  const bound = [...names].filter((name) => name !== "'static");
  const binder = sig.boundRegions > 0 && bound.length > 0 ? `for<${bound.join(", ")}> ` : "";
  const abi = sig.abi ? `extern "${sig.abi}" ` : "";
  const output = isUnit(sig.output) ? "" : ` -> ${show(cx, sig.output)}`;
  return `${binder}${sig.unsafe ? "unsafe " : ""}${abi}fn(${inputs.join(", ")}${sig.variadic ? ", ..." : ""})${output}`;
}

function isUnit(ty: Ty): boolean {
  return ty.kind === "tuple" && ty.tys.length === 0;
}

function fnPath(cx: ShowContext, def: DefId, args: GenericArgs): string {
  const item = cx.def(def);
  const parent = item.parent === undefined ? undefined : cx.def(item.parent);
  const own = args.slice(cx.genericsOf(def).parentCount).filter((arg) => arg.kind !== "region");
  const tail = item.name + (own.length > 0 && item.kind === "fn" ? `::${showArgs(cx, own)}` : "");
  if (parent?.kind === "impl")
    return `${showSelf(cx, substitute(cx.tcx, cx.typeOf(parent.id), args))}::${tail}`;
  if (parent?.kind === "trait") {
    const self = args[0];
    const rest = args.slice(1, cx.genericsOf(parent.id).count);
    return `<${self ? showArg(cx, self) : "_"} as ${cx.nameOf(parent.id)}${showArgs(cx, rest)}>::${tail}`;
  }
  if (item.kind === "variant" && parent) {
    const enumArgs = args.length > 0 ? `::${showArgs(cx, args)}` : "";
    return `${cx.nameOf(parent.id)}${enumArgs}::${item.name}`;
  }
  return tail;
}

function showSelf(cx: ShowContext, ty: Ty): string {
  if (ty.kind !== "adt") return `<${show(cx, ty)}>`;
  const args = showArgs(cx, adtArgs(cx, ty));
  return `${cx.nameOf(ty.def)}${args === "" ? "" : `::${args}`}`;
}

function showClosure(cx: ShowContext, ty: Ty & { kind: "closure" }): string {
  const span = cx.closureSpan(ty.owner, ty.index);
  const place = span ? cx.locate(span) : "";
  return place === "" ? "{closure}" : `{closure@${place}}`;
}

function showDynBounds(cx: ShowContext, ty: Ty & { kind: "dyn" }): string {
  const parts: string[] = [];
  if (ty.principal) parts.push(showExistential(cx, ty.principal));
  const autos = ty.autos.map((def) => cx.nameOf(def));
  parts.push(...autos.sort());
  const region = showRegion(ty.region);
  if (region !== "" && region !== "'static") parts.push(region);
  return parts.join(" + ");
}

function showExistential(cx: ShowContext, ref: ExistentialTraitRef): string {
  const name = cx.nameOf(ref.trait);
  const sugar = fnSugar(cx, ref.trait, ref.args, ref.projections[0]?.ty);
  if (sugar !== undefined) return name + sugar;
  const named = ref.projections.map((p) => `${cx.def(p.def).name} = ${show(cx, p.ty)}`);
  const args = [...ref.args.map((arg) => showArg(cx, arg)).filter((text) => text !== ""), ...named];
  return args.length === 0 ? name : `${name}<${args.join(", ")}>`;
}

function fnSugar(
  cx: ShowContext,
  trait: DefId,
  args: readonly GenericArg[],
  output: Ty | undefined,
): string | undefined {
  if (trait !== cx.lang("fn") && trait !== cx.lang("fn_mut") && trait !== cx.lang("fn_once"))
    return undefined;
  const inputs = args[0];
  if (!inputs || !isTy(inputs) || inputs.kind !== "tuple") return undefined;
  const out = output && !isUnit(output) ? ` -> ${show(cx, output)}` : "";
  return `(${inputs.tys.map((ty) => show(cx, ty)).join(", ")})${out}`;
}

function traitRef(cx: ShowContext, ref: TraitRef): string {
  const rest = ref.args.slice(1);
  const name = cx.nameOf(ref.trait);
  return name + (fnSugar(cx, ref.trait, rest, undefined) ?? showArgs(cx, rest));
}

function showProjection(cx: ShowContext, def: DefId, args: GenericArgs): string {
  const item = cx.def(def);
  const trait = item.parent as DefId;
  const count = cx.genericsOf(trait).count;
  const self = args[0];
  const own = args.slice(count);
  return `<${self ? showArg(cx, self) : "_"} as ${traitRef(cx, { trait, args: args.slice(0, count) })}>::${item.name}${showArgs(cx, own)}`;
}

function isSynthetic(cx: ShowContext, ty: Ty & { kind: "param" }): boolean {
  const def = cx.def(ty.def);
  return def.kind === "tyParam" && def.synthetic;
}

/** `impl Trait` in argument position is a parameter that nobody named. */
function showSynthetic(cx: ShowContext, ty: Ty & { kind: "param" }): string {
  const owner = cx.def(ty.def).parent;
  const own =
    owner === undefined
      ? []
      : cx
          .predicatesOf(owner)
          .filter(({ predicate, implied }) => !implied && selfOf(predicate) === ty);
  const projections = own.flatMap((b) => (b.predicate.kind === "projection" ? [b.predicate] : []));
  const bounds = own.flatMap(({ predicate }) =>
    predicate.kind === "trait" ? [showBound(cx, predicate.ref, projections)] : [],
  );
  return bounds.length === 0 ? ty.name : `impl ${bounds.join(" + ")}`;
}

function selfOf(predicate: Predicate): Ty | undefined {
  const self =
    predicate.kind === "trait"
      ? predicate.ref.args[0]
      : predicate.kind === "projection"
        ? predicate.args[0]
        : undefined;
  return self && isTy(self) ? self : undefined;
}

function showOpaque(cx: ShowContext, ty: Ty & { kind: "opaque" }): string {
  const bounds: string[] = [];
  const all = cx.itemBounds(ty.def);
  for (const { predicate, implied } of all) {
    if (predicate.kind === "typeOutlives") bounds.push(showRegion(predicate.region));
    if (predicate.kind !== "trait" || implied) continue;
    bounds.push(
      showBound(
        cx,
        predicate.ref,
        all.flatMap((b) => (b.predicate.kind === "projection" ? [b.predicate] : [])),
      ),
    );
  }
  return `impl ${bounds.filter((text) => text !== "").join(" + ")}`;
}

function showBound(
  cx: ShowContext,
  ref: TraitRef,
  projections: readonly { readonly def: DefId; readonly args: GenericArgs; readonly ty: Ty }[],
): string {
  const output = projections.find((p) => p.def === cx.lang("fn_once_output"))?.ty;
  const sugar = fnSugar(cx, ref.trait, ref.args.slice(1), output);
  if (sugar !== undefined) return cx.nameOf(ref.trait) + sugar;
  const named = projections
    .filter((p) => cx.def(p.def).parent === ref.trait)
    .map((p) => `${cx.def(p.def).name} = ${show(cx, p.ty)}`);
  const args = [
    ...ref.args
      .slice(1)
      .map((arg) => showArg(cx, arg))
      .filter((text) => text !== ""),
    ...named,
  ];
  return cx.nameOf(ref.trait) + (args.length === 0 ? "" : `<${args.join(", ")}>`);
}

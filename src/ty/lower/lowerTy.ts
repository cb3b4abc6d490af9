// HIR types to types. Follows `rustc_hir_analysis::hir_ty_lowering`.
//
// Type aliases are expanded here; projections are made here and normalised by whoever knows the bounds.
//
// Not modelled: inherent associated types, `dyn*`, `typeof`.

import { fnSigElision } from "./elision.ts";
import { lowerDyn } from "./lowerBounds.ts";
import { lowerArgsFor } from "./lowerArgs.ts";
import { lowerConstArg } from "./lowerConst.ts";
import { lowerLifetime } from "./lowerCx.ts";
import { givenArgs } from "./pathArgs.ts";
import { projectAssocTy } from "./assocPath.ts";
import { substitute } from "../fold.ts";
import type { LowerCx } from "./lowerCx.ts";
import type { DefId } from "../../hir/defs.ts";
import type { Span } from "../../base/span.ts";
import type { HirGenericArg, HirLifetime, HirQPath, HirTy, PrimTy } from "../../hir/hir.ts";
import type { FnSig, Region, Ty } from "../ty.ts";

export function lowerTy(lcx: LowerCx, hir: HirTy): Ty {
  const { tcx } = lcx.cx;
  switch (hir.kind) {
    case "path":
      return lowerPathTy(lcx, hir.path, false);
    case "ref": {
      const region = lowerLifetime(lcx, ampersand(hir));
      return tcx.ref(region, lowerWithObjectDefault(lcx, hir.ty, region), hir.mutable);
    }
    case "ptr":
      return tcx.ptr(lowerTy(lcx, hir.ty), hir.mutable);
    case "slice":
      return tcx.slice(lowerTy(lcx, hir.ty));
    case "array":
      return tcx.array(lowerTy(lcx, hir.ty), lowerConstArg(lcx, hir.length, tcx.usize));
    case "tuple":
      return tcx.tuple(hir.tys.map((ty) => lowerTy(lcx, ty)));
    case "never":
      return tcx.never;
    case "infer":
      return lcx.infer ? lcx.infer.ty(hir.span) : placeholderInItem(lcx, hir);
    case "fnPtr":
      return tcx.fnPtr(lowerFnPtr(lcx, hir));
    case "dyn":
      return lowerDyn(lcx, hir);
    case "opaque":
      return tcx.opaque(hir.def, lcx.cx.identityArgs(hir.def));
    case "unsupported":
    case "error":
      return tcx.unknown;
  }
}

/** `inferArgs`: the path is the start of an expression or pattern, where `Vec` means `Vec<_>`. */
export function lowerPathTy(lcx: LowerCx, path: HirQPath, inferArgs: boolean): Ty {
  if (path.kind === "relative") {
    const inner =
      path.ty.kind === "path" ? lowerPathTy(lcx, path.ty.path, inferArgs) : lowerTy(lcx, path.ty);
    return projectAssocTy(lcx, inner, path.ty, path.segment);
  }
  return lowerResolved(lcx, path, inferArgs);
}

/** A lifetime left out of `&T` is missed at the `&`. */
function ampersand(hir: HirTy & { kind: "ref" }): HirLifetime {
  if (hir.lifetime.kind !== "elided") return hir.lifetime;
  return { kind: "elided", span: { start: hir.span.start, end: hir.span.start + 1 } };
}

function lowerResolved(
  lcx: LowerCx,
  path: HirQPath & { kind: "resolved" },
  inferArgs: boolean,
): Ty {
  const { cx } = lcx;
  const { tcx } = cx;
  const { res } = path;
  switch (res.kind) {
    case "prim":
      refuseArgs(lcx, path, `builtin type \`${res.prim}\``);
      return primTy(lcx, res.prim);
    case "selfParam":
      refuseArgs(lcx, path, "self type");
      return selfParam(lcx, res.trait);
    case "selfTy":
      refuseArgs(lcx, path, "self type");
      return cx.typeOf(res.of);
    case "ctor":
      return lowerDefTy(lcx, path, adtOfCtor(lcx, res.def), inferArgs);
    case "def":
      return lowerDefTy(lcx, path, res.def, inferArgs);
    default:
      return tcx.unknown;
  }
}

/** E0109: arguments for what has no parameters. */
function refuseArgs(lcx: LowerCx, path: HirQPath & { kind: "resolved" }, what: string): void {
  const given = path.segments.at(-1)?.args;
  const [first] = given?.args ?? [];
  if (!given || !first || given.parenthesized) return;
  const kinds = (["lifetime", "type", "const"] as const).filter((kind) =>
    given.args.some((arg) => arg.kind === kind),
  );
  if (kinds.length !== 1 || given.args.some((arg) => arg.kind === "infer")) return;
  lcx.report({
    code: "E0109",
    message: `${kinds[0]} arguments are not allowed on ${what}`,
    span: argSpan(first),
    related: [],
  });
}

function argSpan(arg: HirGenericArg): Span {
  if (arg.kind === "lifetime") return arg.lifetime.span;
  if (arg.kind === "type") return arg.ty.span;
  return arg.kind === "const" ? arg.value.span : arg.span;
}

function lowerDefTy(
  lcx: LowerCx,
  path: HirQPath & { kind: "resolved" },
  id: DefId,
  inferArgs: boolean,
): Ty {
  const { cx } = lcx;
  const { tcx } = cx;
  const def = cx.def(id);
  const name = path.segments.at(-1)?.span ?? path.span;
  const options = { span: name, inferArgs, self: undefined, given: givenArgs(path) };
  switch (def.kind) {
    case "struct":
    case "enum":
    case "union":
      return tcx.adt(id, lowerArgsFor(lcx, id, options));
    case "variant":
      return def.parent === undefined
        ? tcx.unknown
        : tcx.adt(def.parent, lowerArgsFor(lcx, def.parent, options));
    case "tyAlias":
      return substitute(tcx, cx.typeOf(id), lowerArgsFor(lcx, id, options));
    case "tyParam":
      refuseArgs(lcx, path, `type parameter \`${def.name}\``);
      return tcx.param(def.index, def.name, id);
    case "assocTy": {
      const self = path.self && lowerTy(lcx, path.self);
      return tcx.projection(id, lowerArgsFor(lcx, id, { ...options, self }));
    }
    case "trait":
      return lowerBareTrait(lcx, path, id);
    default:
      return tcx.unknown;
  }
}

function adtOfCtor(lcx: LowerCx, id: DefId): DefId {
  const def = lcx.cx.def(id);
  return def.kind === "variant" && def.parent !== undefined ? def.parent : id;
}

export function selfParam(lcx: LowerCx, trait: DefId): Ty {
  const self = lcx.cx.genericsOf(trait).own[0];
  return self ? lcx.cx.tcx.param(0, "Self", self.def) : lcx.cx.tcx.unknown;
}

function primTy(lcx: LowerCx, prim: PrimTy): Ty {
  const { tcx } = lcx.cx;
  switch (prim) {
    case "bool":
      return tcx.bool;
    case "char":
      return tcx.char;
    case "str":
      return tcx.str;
    case "f32":
    case "f64":
      return tcx.float(prim);
    default:
      return tcx.int(prim);
  }
}

/** Edition 2015 and 2018 write `Trait` for `dyn Trait`. */
function lowerBareTrait(lcx: LowerCx, path: HirQPath, trait: DefId): Ty {
  if (lcx.cx.edition >= 2021) {
    lcx.report({
      code: "E0782",
      message: "expected a type, found a trait",
      span: path.span,
      related: [],
    });
    return lcx.cx.tcx.unknown;
  }
  const bound = {
    kind: "trait",
    modifier: "",
    lifetimes: [],
    ref: { trait, path, span: path.span },
    span: path.span,
  } as const;
  return lowerDyn(lcx, { kind: "dyn", bounds: [bound], span: path.span });
}

function lowerFnPtr(lcx: LowerCx, hir: HirTy & { kind: "fnPtr" }): FnSig {
  const elision = fnSigElision(lcx, hir.inputs, hir.lifetimes.length);
  const inputs = hir.inputs.map((input) => lowerTy(elision.inputs, input));
  const output = lowerTy(elision.output(inputs), hir.output);
  return {
    inputs,
    output,
    unsafe: hir.unsafe,
    variadic: hir.variadic,
    ...(hir.abi === undefined || hir.abi === "Rust" ? {} : { abi: hir.abi }),
    boundRegions: elision.count(),
  };
}

function lowerWithObjectDefault(lcx: LowerCx, hir: HirTy, region: Region): Ty {
  return lowerTy(hir.kind === "dyn" ? { ...lcx, objectDefault: region } : lcx, hir);
}

function placeholderInItem(lcx: LowerCx, hir: HirTy): Ty {
  lcx.report({
    code: "E0121",
    message: `the placeholder \`_\` is not allowed within types on item signatures${placeOf(lcx)}`,
    span: hir.span,
    label: "not allowed in type signatures",
    related: [],
  });
  return lcx.cx.tcx.unknown;
}

function placeOf(lcx: LowerCx): string {
  switch (lcx.cx.def(lcx.owner).kind) {
    case "const":
      return " for constants";
    case "static":
      return " for static variables";
    case "fn":
      return " for functions";
    default:
      return "";
  }
}

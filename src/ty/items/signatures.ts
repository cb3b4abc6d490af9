// Types and signatures of definitions: `type_of`, `fn_sig`, `impl_trait_ref`.

import { fnItemElision } from "../lower/elision.ts";
import { lowerTraitRef } from "../lower/lowerBounds.ts";
import { lowerTy } from "../lower/lowerTy.ts";
import { itemLowerCx } from "./itemCx.ts";
import type { DefId } from "../../hir/defs.ts";
import type { TyContext } from "../queries.ts";
import type { FnSig, TraitRef, Ty } from "../ty.ts";

export function typeOf(cx: TyContext, id: DefId): Ty {
  const def = cx.def(id);
  const { tcx } = cx;
  switch (def.kind) {
    case "struct":
    case "enum":
    case "union":
      return tcx.adt(id, cx.identityArgs(id));
    case "variant":
      return def.parent === undefined ? tcx.unknown : cx.typeOf(def.parent);
    case "field":
      return lowerTy(itemLowerCx(cx, adtOfField(cx, id), "error"), def.ty);
    case "tyAlias":
      return lowerTy(itemLowerCx(cx, id, "error"), def.ty);
    case "assocTy":
      return def.ty ? lowerTy(itemLowerCx(cx, id), def.ty) : tcx.unknown;
    case "const":
    case "static":
      return lowerTy(itemLowerCx(cx, id, "static"), def.ty);
    case "constParam":
      return lowerTy(itemLowerCx(cx, id), def.ty);
    case "tyParam":
      return tcx.param(def.index, def.name, id);
    case "fn":
      return tcx.fnDef(id, cx.identityArgs(id));
    case "impl":
      return lowerTy(itemLowerCx(cx, id), def.self);
    case "opaque":
      return cx.hiddenType(id) ?? tcx.unknown;
    default:
      return tcx.unknown;
  }
}

/** Fields of variants lie two levels below their enum. */
function adtOfField(cx: TyContext, field: DefId): DefId {
  const parent = cx.def(field).parent ?? field;
  const def = cx.def(parent);
  return def.kind === "variant" && def.parent !== undefined ? def.parent : parent;
}

export function fnSig(cx: TyContext, id: DefId): FnSig {
  const def = cx.def(id);
  if (def.kind === "struct" || def.kind === "variant") return ctorSig(cx, id);
  if (def.kind !== "fn") return unknownSig(cx);
  const { sig } = def;
  const lcx = itemLowerCx(cx, id);
  const elision = fnItemElision(lcx, sig);
  const inputs = sig.inputs.map((input) => lowerTy(elision.inputs, input));
  const output = lowerTy(elision.output(inputs), sig.output);
  return {
    inputs,
    output: sig.async ? cx.tcx.unknown : output,
    unsafe: sig.unsafe,
    variadic: sig.variadic,
    ...(sig.abi === undefined || sig.abi === "Rust" ? {} : { abi: sig.abi }),
    boundRegions: elision.count(),
  };
}

function ctorSig(cx: TyContext, id: DefId): FnSig {
  const def = cx.def(id);
  const adt = def.kind === "variant" ? def.parent : id;
  const variant = adt === undefined ? undefined : cx.adt(adt).variants.find((v) => v.def === id);
  if (adt === undefined || !variant) return unknownSig(cx);
  const inputs = variant.fields.map((field) => cx.typeOf(field.def));
  return { inputs, output: cx.typeOf(adt), unsafe: false, variadic: false, boundRegions: 0 };
}

export function unknownSig(cx: TyContext): FnSig {
  return { inputs: [], output: cx.tcx.unknown, unsafe: false, variadic: true, boundRegions: 0 };
}

export function implTraitRef(cx: TyContext, id: DefId): TraitRef | undefined {
  const def = cx.def(id);
  if (def.kind !== "impl" || !def.trait) return undefined;
  return lowerTraitRef(itemLowerCx(cx, id), def.trait, cx.typeOf(id))?.ref;
}

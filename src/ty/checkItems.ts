// Checks of items outside bodies: signatures, impls, types, statics. Follows `rustc_hir_analysis::check_crate`.
//
// What only lowering finds (missing lifetimes, wrong numbers of generic arguments) is gathered here too, so that the
// answer is every error that stands outside a body.

import { reportObject } from "./items/dynCompatible.ts";
import { checkAdt } from "./items/check/adt.ts";
import { checkCoherence } from "./items/check/coherence.ts";
import { checkImpl } from "./items/check/impl.ts";
import { checkConstOrStatic, checkFnItem } from "./items/check/signature.ts";
import { traitCycles } from "./items/check/traitCycles.ts";
import type { Span } from "../base/span.ts";
import type { DefId } from "../hir/defs.ts";
import type { TyContext } from "./queries.ts";
import type { TyError } from "./typeck.ts";

/** All errors of the program's items; those of bodies are in their `TypeckResults`. */
export function checkItems(cx: TyContext): readonly TyError[] {
  if (cx.kept.itemsChecked) return cx.itemErrors;
  const found: TyError[] = [];
  for (const id of cx.program.localDefs) askAll(cx, id);
  traitCycles(cx, found);
  const incoherent = checkCoherence(cx, found);
  for (const id of cx.program.localDefs)
    cx.tcx.withInferenceScope(() => checkItem(cx, id, incoherent, found));
  for (const { trait, span } of cx.objects)
    reportObject(cx, trait, span, (error) => found.push(error));
  for (const error of found) cx.report(error);
  cx.kept.itemsChecked = true;
  return cx.itemErrors;
}

/** Lowers everything that the item says; what is wrong is reported on the way. */
function askAll(cx: TyContext, id: DefId): void {
  const def = cx.def(id);
  switch (def.kind) {
    case "fn":
      cx.fnSig(id);
      cx.predicatesOf(id);
      return;
    case "struct":
    case "enum":
    case "union":
    case "trait":
    case "impl":
      cx.predicatesOf(id);
      cx.superPredicates(id);
      if (def.kind === "impl") cx.implTraitRef(id);
      return;
    case "field":
    case "tyAlias":
    case "assocTy":
    case "const":
    case "static":
      cx.typeOf(id);
      cx.itemBounds(id);
      return;
    default:
  }
}

function checkItem(cx: TyContext, id: DefId, incoherent: ReadonlySet<DefId>, out: TyError[]): void {
  const def = cx.def(id);
  switch (def.kind) {
    case "struct":
    case "enum":
    case "union":
      return checkAdt(cx, def, out);
    case "fn":
      return checkFnItem(cx, def, out);
    case "const":
    case "static":
      return checkConstOrStatic(cx, def, out);
    case "impl":
      return checkImpl(cx, def, incoherent, out);
    case "opaque":
      if (cx.hidesItself(id)) out.push(infiniteOpaque(def.span));
      return;
    default:
  }
}

function infiniteOpaque(span: Span): TyError {
  return {
    code: "E0720",
    message: "cannot resolve opaque type",
    span,
    label: "recursive opaque type",
    related: [],
  };
}

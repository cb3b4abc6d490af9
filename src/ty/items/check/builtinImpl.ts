// Impls of traits that the language knows: `Drop` for a type of one's own (E0120), `Copy` only where nothing is dropped (E0184)
// and all fields are `Copy` (E0204), and for no reference (E0206). Follows `rustc_hir_analysis::coherence::builtin`.

import { itemCheck, normal } from "./itemCheck.ts";
import { traitObligation } from "../../traits/solverCx.ts";
import type { ItemCheck } from "./itemCheck.ts";
import type { Def, ImplData } from "../../../hir/defs.ts";
import type { TyContext } from "../../queries.ts";
import type { TraitRef, Ty } from "../../ty.ts";
import type { TyError } from "../../typeck.ts";

type ImplDef = Def & ImplData;

export function builtinImpl(cx: TyContext, def: ImplDef, ref: TraitRef, out: TyError[]): void {
  const self = cx.typeOf(def.id);
  if (self.hasUnknown || def.negative) return;
  if (ref.trait === cx.lang("copy")) copyImpl(itemCheck(cx, def.id, out), def, self, ref);
  else if (ref.trait === cx.lang("drop")) dropImpl(cx, def, self, out);
}

function dropImpl(cx: TyContext, def: ImplDef, self: Ty, out: TyError[]): void {
  if (self.kind === "adt" && cx.home(self.def) === cx) return;
  out.push({
    code: "E0120",
    message: "the `Drop` trait may only be implemented for local structs, enums, and unions",
    span: def.self.span,
    label: "must be a struct, enum, or union in the current crate",
    related: [],
  });
}

function copyImpl(check: ItemCheck, def: ImplDef, self: Ty, ref: TraitRef): void {
  const { cx, scx } = check;
  const { span } = def.self;
  if (self.kind !== "adt") {
    if (def.negative || self.kind === "param") return;
    check.out.push({
      code: "E0206",
      message: "the trait `Copy` cannot be implemented for this type",
      span,
      label: "type is not a structure or enumeration",
      related: [],
    });
    return;
  }
  if (hasDrop(cx, self)) {
    check.out.push({
      code: "E0184",
      message: "the trait `Copy` cannot be implemented for this type; the type has a destructor",
      span,
      related: [],
    });
    return;
  }
  for (const variant of cx.adt(self.def).variants) {
    for (const field of variant.fields) {
      const cause = { span, code: { kind: "misc" } } as const;
      const ty = normal(check, cx.fieldTy(field.def, self.args), cause);
      if (
        ty.hasUnknown ||
        scx.evaluate(
          scx,
          traitObligation({ trait: ref.trait, args: cx.tcx.args([ty]) }, cause, 0),
        ) !== "no"
      )
        continue;
      check.out.push({
        code: "E0204",
        message: "the trait `Copy` cannot be implemented for this type",
        span,
        related: [{ span: field.span, message: "this field does not implement `Copy`" }],
      });
      return;
    }
  }
}

function hasDrop(cx: TyContext, self: Ty & { kind: "adt" }): boolean {
  const drop = cx.lang("drop");
  return drop !== undefined && cx.traitImpls(drop).bySelf.has(self.def);
}

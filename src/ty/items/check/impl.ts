// Impls of traits: all items there (E0046), their signatures as the trait wants them (E0050, E0053, E0185, E0186),
// `unsafe` where the trait is (E0199, E0200), supertraits met (E0277), `Copy` only where the fields are (E0204).
//
// Not modelled: bounds stricter than the trait's (E0276), defaults of specialisation.

import { compareMethod } from "./compareMethod.ts";
import { itemCheck, normal, wellFormed } from "./itemCheck.ts";
import { isTy, substitutePredicate } from "../../fold.ts";
import { traitObligation } from "../../traits/solverCx.ts";
import type { ItemCheck } from "./itemCheck.ts";
import type { Def, DefId, ImplData } from "../../../hir/defs.ts";
import type { Span } from "../../../base/span.ts";
import type { TyContext } from "../../queries.ts";
import type { TraitRef, Ty } from "../../ty.ts";
import type { TyError } from "../../typeck.ts";

type ImplDef = Def & ImplData;

export function checkImpl(cx: TyContext, def: ImplDef, out: TyError[]): void {
  const check = itemCheck(cx, def.id, out);
  wellFormed(check, cx.typeOf(def.id), def.self.span);
  const ref = cx.implTraitRef(def.id);
  if (ref) checkTraitImpl(check, def, ref);
  check.fulfill.selectWherePossible();
}

function checkTraitImpl(check: ItemCheck, def: ImplDef, ref: TraitRef): void {
  const { cx, out } = check;
  if (def.negative) return;
  unsafety(cx, def, ref.trait, out);
  missingItems(cx, def, ref.trait, out);
  superTraits(check, def, ref);
  copyFields(check, def, ref);
  for (const id of def.items) {
    const item = cx.def(id);
    const wanted = item.kind === "fn" ? cx.assocItem(ref.trait, item.name, "fn") : undefined;
    if (item.kind === "fn" && wanted !== undefined) compareMethod(check, ref, item, wanted);
  }
}

function unsafety(cx: TyContext, def: ImplDef, traitId: DefId, out: TyError[]): void {
  const trait = cx.def(traitId);
  if (trait.kind !== "trait" || trait.unsafe === def.unsafe) return;
  out.push({
    code: trait.unsafe ? "E0200" : "E0199",
    message: trait.unsafe
      ? `the trait \`${trait.name}\` requires an \`unsafe impl\` declaration`
      : `implementing the trait \`${trait.name}\` is not unsafe`,
    span: implHead(def),
    related: [],
  });
}

/** `impl Trait for Type`, as rustc points at it. */
export function implHead(def: ImplDef): Span {
  return { start: def.span.start, end: Math.max(def.self.span.end, def.trait?.span.end ?? 0) };
}

function missingItems(cx: TyContext, def: ImplDef, traitId: DefId, out: TyError[]): void {
  const trait = cx.def(traitId);
  if (trait.kind !== "trait") return;
  const missing = trait.items.filter(
    (id) => isRequired(cx, id) && cx.implItem(def.id, id) === undefined,
  );
  if (missing.length === 0) return;
  const names = missing.map((id) => `\`${cx.def(id).name}\``).join(", ");
  out.push({
    code: "E0046",
    message: `not all trait items implemented, missing: ${names}`,
    span: def.derived ?? implHead(def),
    label: `missing ${names} in implementation`,
    related: missing.map((id) => ({
      span: cx.def(id).span,
      message: `\`${cx.def(id).name}\` from trait`,
    })),
  });
}

function isRequired(cx: TyContext, id: DefId): boolean {
  const item = cx.def(id);
  if (item.kind === "fn" || item.kind === "const")
    return !item.hasBody && cx.program.marker(id, "primitive") === undefined;
  return item.kind === "assocTy" && item.ty === undefined;
}

function superTraits(check: ItemCheck, def: ImplDef, ref: TraitRef): void {
  const { cx } = check;
  for (const bound of cx.superPredicates(ref.trait)) {
    const stated = substitutePredicate(cx.tcx, bound.predicate, ref.args);
    if (stated.kind !== "trait" || stated.ref.args.some((arg) => isTy(arg) && arg.hasUnknown))
      continue;
    const cause = {
      span: def.derived ?? def.self.span,
      code: { kind: "bound", bound, expr: undefined },
    } as const;
    const args = stated.ref.args.map((arg) => (isTy(arg) ? normal(check, arg, cause) : arg));
    check.fulfill.register(
      traitObligation({ trait: stated.ref.trait, args: cx.tcx.args(args) }, cause, 0),
    );
  }
}

function copyFields(check: ItemCheck, def: ImplDef, ref: TraitRef): void {
  const { cx, scx } = check;
  const self = cx.typeOf(def.id);
  if (ref.trait !== cx.lang("copy") || self.kind !== "adt" || self.hasUnknown) return;
  const { span } = def.self;
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

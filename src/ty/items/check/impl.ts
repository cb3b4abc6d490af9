// Impls of traits: all items there (E0046), their signatures as the trait wants them (E0050, E0053, E0185, E0186),
// `unsafe` where the trait is (E0199, E0200), supertraits met (E0277).
//
// Not modelled: bounds stricter than the trait's (E0276), defaults of specialisation.

import { compareMethod } from "./compareMethod.ts";
import { duplicateItems } from "./duplicates.ts";
import { itemCheck, normal, wellFormed } from "./itemCheck.ts";
import { isTy, substitutePredicate } from "../../fold.ts";
import { traitObligation } from "../../traits/solverCx.ts";
import type { ItemCheck } from "./itemCheck.ts";
import type { Def, DefId, ImplData } from "../../../hir/defs.ts";
import type { Span } from "../../../base/span.ts";
import type { TyContext } from "../../queries.ts";
import type { TraitRef } from "../../ty.ts";
import type { TyError } from "../../typeck.ts";

type ImplDef = Def & ImplData;

export function checkImpl(
  cx: TyContext,
  def: ImplDef,
  incoherent: ReadonlySet<DefId>,
  out: TyError[],
): void {
  duplicateItems(cx, def, out);
  const ref = cx.implTraitRef(def.id);
  if (ref !== undefined && incoherent.has(ref.trait)) return;
  const check = itemCheck(cx, def.id, out);
  wellFormed(check, cx.typeOf(def.id), def.self.span);
  if (ref) checkTraitImpl(check, def, ref);
  check.fulfill.selectWherePossible();
}

function checkTraitImpl(check: ItemCheck, def: ImplDef, ref: TraitRef): void {
  const { cx, out } = check;
  if (def.negative) return;
  unsafety(cx, def, ref.trait, out);
  missingItems(cx, def, ref.trait, out);
  superTraits(check, def, ref);
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

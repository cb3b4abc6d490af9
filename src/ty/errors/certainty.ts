// When the absence of a method is certain. std is declared here only in part, but the names that the real one has are
// known (`Program.realNames`): what it has and we lack is not called missing.

import { causeAt } from "../check/fnCtxt.ts";
import { freshArgs } from "../traits/select.ts";
import { isTy } from "../fold.ts";
import { traitObligation } from "../traits/solverCx.ts";
import { superTraitDefs } from "../traits/elaborate.ts";
import type { DerefStep } from "../check/coerce/autoderef.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { DefId } from "../../hir/defs.ts";
import type { TyContext } from "../queries.ts";
import type { Ty } from "../ty.ts";

export function isSurelyMissing(fcx: FnCtxt, name: string, steps: readonly DerefStep[]): boolean {
  return (
    !fcx.cx.program.incomplete &&
    !isInLostImpl(fcx.cx, name) &&
    steps.every((step) => surelyLacks(fcx, step.ty, name))
  );
}

/** An impl of a trait that was not found has such an item: the trait's name is what is wrong. */
function isInLostImpl(cx: TyContext, name: string): boolean {
  return cx.program.impls.some((id) => {
    const impl = cx.def(id);
    return (
      impl.kind === "impl" &&
      impl.trait !== undefined &&
      impl.trait.trait === undefined &&
      impl.items.some((item) => cx.def(item).name === name)
    );
  });
}

function surelyLacks(fcx: FnCtxt, ty: Ty, name: string): boolean {
  const { cx } = fcx;
  switch (ty.kind) {
    case "adt":
      return cx.home(ty.def) === cx
        ? !traitsMayHave(cx, traitsOf(cx, ty.def), name)
        : realTypeLacks(fcx, ty, ty.def, name);
    case "param":
      return !traitsMayHave(cx, boundsOn(fcx, ty), name);
    case "dyn":
      return (
        ty.principal === undefined ||
        !traitsMayHave(cx, superTraitDefs(cx, ty.principal.trait), name)
      );
    case "unknown":
    case "opaque":
    case "projection":
      return false;
    case "array":
      // Lookup ends at the slice that an array unsizes to.
      return realTypeLacks(fcx, ty, "array", name) && surelyLacks(fcx, fcx.tcx.slice(ty.ty), name);
    default: {
      const key = realKey(ty);
      return key === undefined || realTypeLacks(fcx, ty, key, name);
    }
  }
}

/** The name under which the documentation lists a built-in type. */
function realKey(ty: Ty): string | undefined {
  switch (ty.kind) {
    case "int":
      return ty.int;
    case "float":
      return ty.float;
    case "infer":
      return ty.class === "int" ? "i32" : ty.class === "float" ? "f64" : undefined;
    case "ref":
      return "reference";
    case "ptr":
      return "pointer";
    case "fnDef":
    case "fnPtr":
      return "fn";
    case "bool":
    case "char":
    case "str":
    case "slice":
    case "tuple":
      return ty.kind;
    default:
      return undefined;
  }
}

/** A trait that std declares here gives the type this method: it is only not in scope. */
function givenByTrait(fcx: FnCtxt, ty: Ty, name: string): boolean {
  const { cx, scx } = fcx;
  return cx.stdTraitsWith(name).some((trait) => {
    const args = freshArgs(scx, trait, causeAt(fcx.body.span));
    const self = args[0];
    if (!self || !isTy(self)) return false;
    return fcx.infcx.probe(
      () =>
        fcx.infcx.unify(self, ty) &&
        scx.evaluate(scx, traitObligation({ trait, args }, causeAt(fcx.body.span), 0)) === "yes",
    );
  });
}

/** Without a list of the real names, a name that std's declarations know is taken to stand wherever it belongs. */
function realTypeLacks(fcx: FnCtxt, ty: Ty, of: DefId | string, name: string): boolean {
  const { cx } = fcx;
  const names = cx.program.realNames?.(of);
  if (!names) return cx.stdMethodNames().has(name);
  return !names.has(name) || givenByTrait(fcx, ty, name);
}

function traitsMayHave(cx: TyContext, traits: readonly DefId[], name: string): boolean {
  return traits.some(
    (trait) => cx.home(trait) !== cx && cx.program.realNames?.(trait)?.has(name) === true,
  );
}

/** Traits that the program implements for one of its own types. */
function traitsOf(cx: TyContext, def: DefId): DefId[] {
  return cx.program.impls.flatMap((id) => {
    const impl = cx.def(id);
    if (impl.kind !== "impl" || impl.trait?.trait === undefined || cx.home(id) !== cx) return [];
    const self = cx.typeOf(id);
    return self.kind === "adt" && self.def === def ? [impl.trait.trait] : [];
  });
}

function boundsOn(fcx: FnCtxt, ty: Ty): DefId[] {
  return fcx.env.predicates.flatMap((p) => {
    const self = p.kind === "trait" ? p.ref.args[0] : undefined;
    return p.kind === "trait" && self && isTy(self) && self === ty ? [p.ref.trait] : [];
  });
}

// What an unproved bound is called: the trait's own wording where its declaration carries one
// (`#[lockstep::unimplemented = "…"]`, after `rustc_on_unimplemented`), else the general one.

import { isTy } from "../fold.ts";
import { showTraitRef } from "../show.ts";
import type { DefId } from "../../hir/defs.ts";
import type { TyContext } from "../queries.ts";
import type { GenericArg, TraitRef } from "../ty.ts";

/** `self`: the type as the message calls it. */
export function describeUnimplemented(
  cx: TyContext,
  ref: TraitRef,
  self = showSelf(cx, ref),
): string {
  const wording =
    cx.program.marker(ref.trait, "unimplemented") ?? langWording(cx, ref.trait)?.message;
  if (wording !== undefined) return fill(cx, wording, ref, self);
  return `the trait bound \`${self}: ${showTraitRef(cx, ref)}\` is not satisfied`;
}

export function unimplementedLabel(cx: TyContext, ref: TraitRef, self = showSelf(cx, ref)): string {
  const wording =
    cx.program.marker(ref.trait, "unimplemented_label") ?? langWording(cx, ref.trait)?.label;
  if (wording !== undefined) return fill(cx, wording, ref, self);
  return `the trait \`${showTraitRef(cx, ref)}\` is not implemented for \`${self}\``;
}

interface Wording {
  readonly message: string;
  readonly label: string;
}

const noImplementation = (op: string): string => `no implementation for \`{Self} ${op} {Rhs}\``;

/** Traits that stand for the language itself; operators are declared by macros and share one wording per kind. */
const LANG_WORDING: Readonly<Record<string, Wording>> = {
  sized: {
    message: "the size for values of type `{Self}` cannot be known at compilation time",
    label: "doesn't have a size known at compile-time",
  },
  add: { message: "cannot add `{Rhs}` to `{Self}`", label: noImplementation("+") },
  sub: { message: "cannot subtract `{Rhs}` from `{Self}`", label: noImplementation("-") },
  mul: { message: "cannot multiply `{Self}` by `{Rhs}`", label: noImplementation("*") },
  div: { message: "cannot divide `{Self}` by `{Rhs}`", label: noImplementation("/") },
  rem: {
    message: "cannot calculate the remainder of `{Self}` divided by `{Rhs}`",
    label: noImplementation("%"),
  },
  add_assign: { message: "cannot add-assign `{Rhs}` to `{Self}`", label: noImplementation("+=") },
  sub_assign: {
    message: "cannot subtract-assign `{Rhs}` from `{Self}`",
    label: noImplementation("-="),
  },
  mul_assign: {
    message: "cannot multiply-assign `{Self}` by `{Rhs}`",
    label: noImplementation("*="),
  },
  div_assign: {
    message: "cannot divide-assign `{Self}` by `{Rhs}`",
    label: noImplementation("/="),
  },
  rem_assign: {
    message: "cannot calculate and assign the remainder of `{Self}` divided by `{Rhs}`",
    label: noImplementation("%="),
  },
  bitand: { message: noImplementation("&"), label: noImplementation("&") },
  bitor: { message: noImplementation("|"), label: noImplementation("|") },
  bitxor: { message: noImplementation("^"), label: noImplementation("^") },
  shl: { message: noImplementation("<<"), label: noImplementation("<<") },
  shr: { message: noImplementation(">>"), label: noImplementation(">>") },
  eq: { message: "can't compare `{Self}` with `{Rhs}`", label: noImplementation("==") },
  partial_ord: {
    message: "can't compare `{Self}` with `{Rhs}`",
    label: "no implementation for `{Self} < {Rhs}` and `{Self} > {Rhs}`",
  },
};

function langWording(cx: TyContext, trait: DefId): Wording | undefined {
  const lang = cx.program.langOf(trait);
  if (lang === undefined) return undefined;
  if (lang === "fn" || lang === "fn_mut" || lang === "fn_once") {
    return {
      message: "expected a `{This}` closure, found `{Self}`",
      label: "expected an `{This}` closure, found `{Self}`",
    };
  }
  return LANG_WORDING[lang];
}

function showSelf(cx: TyContext, ref: TraitRef): string {
  const self = ref.args[0];
  return self === undefined ? "_" : showArg(cx, self);
}

function fill(cx: TyContext, wording: string, ref: TraitRef, self: string): string {
  const params = cx.genericsOf(ref.trait).own;
  return wording.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === "This") return showTraitRef(cx, ref);
    if (name === "Self") return self;
    const param = params.find((p) => p.name === name);
    const arg = param && ref.args[param.index];
    return arg === undefined ? whole : showArg(cx, arg);
  });
}

function showArg(cx: TyContext, arg: GenericArg): string {
  return isTy(arg) ? cx.showInFull(arg) : "_";
}

// What somebody has to say before a function can be called, or statements of it run: arguments, free variables, type arguments that
// nothing else decides.

import type { Analysis } from "../../driver/contract.ts";
import type { Def } from "../../hir/defs.ts";
import type { HirParam, LocalId } from "../../hir/hir.ts";
import { walkTy } from "../../ty/fold.ts";
import type { GenericParam, TyContext } from "../../ty/queries.ts";
import type { Ty } from "../../ty/ty.ts";
import { chosenType, valueOf, type Values } from "./values.ts";
import { nameFor } from "./names.ts";

export type FnDef = Def & { readonly kind: "fn" };

export interface Field {
  /** `type`: a type argument; `argument`; `variable`: a variable that the selected statements use. */
  readonly kind: "type" | "argument" | "variable";
  readonly name: string;
  readonly type: string;
  /** What stands there at first; "" where no value is known. */
  readonly value: string;
}

/** Type and const parameters that no argument decides: those of the `impl` around it, and own ones that no input mentions. */
export function typeFields(values: Values, def: FnDef): readonly Field[] {
  const { cx } = values.analysis;
  const generics = cx.genericsOf(def.id);
  const inputs = cx.fnSig(def.id).inputs;
  const results = cx
    .predicatesOf(def.id)
    .flatMap(({ predicate }) => (predicate.kind === "projection" ? [predicate.ty] : []));
  const open = (param: GenericParam) =>
    !param.synthetic && ![...inputs, ...results].some((ty) => mentions(ty, param.index));
  return [...implParams(values.analysis, def), ...generics.own.filter(open)]
    .filter((param) => param.kind !== "lifetime")
    .map((param): Field => {
      const { name, kind } = param;
      if (kind === "const") return { kind: "type", name, type: "const", value: "2" };
      const chosen = chosenType(values, typeParam(cx, param));
      return { kind: "type", name, type: "type", value: chosen ? cx.show(chosen) : "" };
    });
}

/** Those of the `impl` whose function it is. */
export function implParams({ cx, program }: Analysis, def: FnDef): readonly GenericParam[] {
  const parent = def.parent === undefined ? undefined : program.def(def.parent);
  if (parent?.kind !== "impl") return [];
  return cx.genericsOf(parent.id).own.filter((param) => param.kind !== "lifetime");
}

function typeParam(cx: TyContext, { index, name, def }: GenericParam) {
  return cx.tcx.param(index, name, def) as Ty & { readonly kind: "param" };
}

function mentions(ty: Ty, index: number): boolean {
  let found = false;
  walkTy(ty, (part) => {
    const length = part.kind === "array" && part.length.const === "param" ? part.length : undefined;
    found ||= (part.kind === "param" ? part : length)?.index === index;
  });
  return found;
}

export function argumentField(values: Values, def: FnDef, param: HirParam, index: number): Field {
  const { text, cx } = values.analysis;
  const ty = cx.fnSig(def.id).inputs[index] ?? cx.tcx.unknown;
  const written = def.sig.inputs[index]?.span;
  const own = def.sig.hasSelf && index === 0;
  return {
    kind: "argument",
    name: own ? "self" : text.slice(param.pat.span.start, param.pat.span.end).replace(/^mut /, ""),
    type: own || written === undefined ? cx.show(ty) : text.slice(written.start, written.end),
    value: valueOf(values, ty) ?? "",
  };
}

export interface FreeVariable {
  readonly local: LocalId;
  readonly name: string;
  readonly mutable: boolean;
  readonly ty: Ty;
}

export function variableField(values: Values, { name, ty }: FreeVariable): Field {
  return {
    kind: "variable",
    name,
    type: values.analysis.cx.show(ty),
    value: valueOf(values, ty) ?? "",
  };
}

/** The type as it can be written beside the function; undefined where it has no name. */
export function typeText(values: Values, ty: Ty): string | undefined {
  const inner = (of: Ty) => typeText(values, of);
  switch (ty.kind) {
    case "bool":
    case "char":
    case "str":
      return ty.kind;
    case "int":
      return ty.int;
    case "float":
      return ty.float;
    case "param":
      return ty.name.startsWith("impl ") ? undefined : ty.name;
    case "ref": {
      const of = inner(ty.ty);
      return of && `&${ty.mutable ? "mut " : ""}${of}`;
    }
    case "tuple": {
      const parts = ty.tys.map(inner);
      if (parts.includes(undefined)) return undefined;
      return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(", ")})`;
    }
    case "slice": {
      const of = inner(ty.ty);
      return of && `[${of}]`;
    }
    case "adt": {
      const parts = ty.args
        .filter((arg) => arg.kind !== "region")
        .map((arg) => (arg.kind === "constant" ? undefined : inner(arg)));
      if (parts.includes(undefined)) return undefined;
      const name = nameFor(values.analysis, values.of, ty.def);
      return parts.length === 0 ? name : `${name}<${parts.join(", ")}>`;
    }
    default:
      return undefined;
  }
}

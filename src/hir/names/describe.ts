// What rustc calls things in messages (`Res::descr`, `DefKind::descr`).

import type { Binding, Crate, NameRes, Namespace } from "../crate.ts";
import { nodeOf } from "../crate.ts";
import type { DefId, DefKind } from "../defs.ts";
import { ctorShape } from "./ctorShape.ts";

const NOUNS: Partial<Record<DefKind, string>> = {
  mod: "module",
  struct: "struct",
  enum: "enum",
  union: "union",
  variant: "variant",
  field: "field",
  trait: "trait",
  traitAlias: "trait alias",
  impl: "implementation",
  tyAlias: "type alias",
  assocTy: "associated type",
  fn: "function",
  const: "constant",
  static: "static",
  tyParam: "type parameter",
  constParam: "const parameter",
  lifetimeParam: "lifetime parameter",
  opaque: "opaque type",
  macro: "macro",
  externCrate: "extern crate",
};

export function describeRes(crate: Crate, res: NameRes): string {
  switch (res.kind) {
    case "def":
      return describeDef(crate, res.def);
    case "ctor":
      return describeCtor(crate, res.def);
    case "local":
      return "local variable";
    case "selfParam":
    case "selfTy":
      return "self type";
    case "selfCtor":
      return "self constructor";
    case "prim":
      return "builtin type";
    case "macro":
      return res.macro.builtin?.startsWith("derive_") === true ? "derive macro" : "macro";
    case "error":
      return "unresolved item";
  }
}

function describeDef(crate: Crate, def: DefId): string {
  const node = nodeOf(crate, def);
  if (node.kind === "mod" && node.parent === undefined) return "crate";
  const parent = node.parent === undefined ? undefined : nodeOf(crate, node.parent);
  if (parent?.kind === "impl" || parent?.kind === "trait") {
    if (node.kind === "fn") return hasSelf(crate, def) ? "method" : "associated function";
    if (node.kind === "const") return "associated constant";
  }
  return NOUNS[node.kind] ?? "item";
}

export function hasSelf(crate: Crate, def: DefId): boolean {
  const { source } = nodeOf(crate, def);
  if (source.kind === "stored") return source.hasSelf;
  return source.kind === "item" && source.item.kind === "fn" && source.item.self !== undefined;
}

function describeCtor(crate: Crate, def: DefId): string {
  const unit = ctorShape(crate, def) === "unit";
  if (nodeOf(crate, def).kind === "variant") return unit ? "unit variant" : "tuple variant";
  return unit ? "unit struct" : "tuple struct";
}

/** As in "… is private": a constructor is named as such, an import as an import. */
export function describeBinding(crate: Crate, binding: Binding, ns: Namespace): string {
  const noun = describeRes(crate, binding.res);
  if (binding.import !== undefined) return `${noun} import`;
  return ns === "values" && noun === "tuple struct" ? "tuple struct constructor" : noun;
}

// Where a type or path stands while it is lowered.

import type { Span } from "../../base/span.ts";
import type { Bound, Expr, FnItem, Param, Type } from "../../syntax/ast.ts";
import { isEnabled } from "../attrs.ts";
import type { MacroFrame, TextScope } from "../crate.ts";
import type { HirBody, HirBound, HirTy } from "../hir.ts";
import type { NameContext } from "../names/names.ts";

export interface TypeContext extends NameContext {
  readonly text: TextScope | undefined;
  readonly frame: MacroFrame | undefined;
  /** Types and bounds inside paths. */
  readonly lowerType: (cx: TypeContext, type: Type) => HirTy;
  readonly lowerBounds: (cx: TypeContext, bounds: readonly Bound[]) => HirBound[];
  /** Lowers a constant expression in a type (`[T; N]`, `Foo<{ N }>`). */
  readonly anonConst: (cx: TypeContext, expr: Expr) => HirBody;
  /** Where a span inside a macro expansion stands for people. */
  readonly span: (node: { readonly start: number; readonly end: number }) => Span;
  /** Where `impl Trait` is not allowed, in rustc's words; undefined: where it may be. */
  readonly refusesImpl?: string;
  /** Binders around an `impl Trait` are not seen from its own definition. */
  readonly anyLifetime?: boolean;
}

/** Without those that `#[cfg]` switches off. */
export function enabledParams(cx: TypeContext, item: FnItem): readonly Param[] {
  const test = cx.crate.options.test === true;
  return item.params.filter((param) => isEnabled(param.attrs, { test }));
}

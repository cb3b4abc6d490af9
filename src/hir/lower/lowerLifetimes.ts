// Lifetimes: named parameters, `for<…>` binders by depth, `'static`, and what was left out.

import type { Span } from "../../base/span.ts";
import type { Lifetime } from "../../syntax/ast.ts";
import { reportError } from "../crate.ts";
import type { Scope } from "../crate.ts";
import type { HirLifetime } from "../hir.ts";
import type { TypeContext } from "./typeContext.ts";

export function lowerRefLifetime(
  cx: TypeContext,
  lifetime: Lifetime | undefined,
  span: Span,
): HirLifetime {
  return lifetime === undefined ? { kind: "elided", span } : lowerLifetime(cx, lifetime);
}

export function lowerLifetime(cx: TypeContext, lifetime: Lifetime): HirLifetime {
  const span = cx.span(lifetime);
  const { name } = lifetime;
  if (name === "'static") return { kind: "static", span };
  if (name === "'_") return { kind: "elided", span };
  let depth = 0;
  let barrier = false;
  for (let at: Scope | undefined = cx.scope; at !== undefined; at = at.parent) {
    if (at.kind === "binder") {
      const index = at.names.indexOf(name);
      if (index >= 0) return { kind: "bound", depth, index, name, span };
      depth += 1;
    } else if (at.kind === "generics") {
      const def = at.lifetimes.get(name);
      if (def !== undefined && barrier) return outerLifetime(cx, span);
      if (def !== undefined) return { kind: "param", def, span };
    } else if (at.kind === "item") barrier = true;
  }
  if (cx.anyLifetime === true) return { kind: "error", span };
  reportError(cx.crate, {
    code: "E0261",
    message: `use of undeclared lifetime name \`${name}\``,
    span,
    owner: cx.owner,
  });
  return { kind: "error", span };
}

function outerLifetime(cx: TypeContext, span: Span): HirLifetime {
  const message = "can't use generic parameters from outer item";
  reportError(cx.crate, { code: "E0401", message, span, owner: cx.owner });
  return { kind: "error", span };
}

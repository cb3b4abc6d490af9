// Expanding a call once and for all: collector and body lowering meet the same nodes, and so the same items.

import type { Expr, MacroCall } from "../../syntax/ast.ts";
import type { ExpansionResult, MacroDef, Place } from "../crate.ts";
import { findMacro } from "./macroCalls.ts";
import { expandCall } from "../macros/expand.ts";
import type { ExpansionPlace } from "../macros/expand.ts";
import { modulePath } from "./paths.ts";

/** Expands a call, or gives what it became before. */
export function expandHere(
  place: Place,
  macro: MacroDef,
  call: MacroCall,
  where: ExpansionPlace,
): ExpansionResult | undefined {
  const { crate, frame } = place;
  const known = crate.calls.get(call);
  if (known !== undefined) return known.expansion;
  const expansion = expandCall(
    crate,
    macro,
    {
      call,
      frame,
      modulePath: modulePath(crate, place.module),
      literal: (expr) => expandToLiteral(place, expr),
    },
    where,
  );
  crate.calls.set(call, { macro, expansion });
  return expansion;
}

/** The literal that an expression is, once the macros in it are expanded; undefined if it is none. */
export function expandToLiteral(place: Place, expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case "lit":
      return expr;
    case "paren":
    case "group":
      return expandToLiteral(place, expr.expr);
    case "unary":
      return expr.op === "-" && expandToLiteral(place, expr.expr) !== undefined ? expr : undefined;
    case "macro": {
      const found = findMacro(place.crate, expr.call.path, place.module, place.text.current, true);
      if (found.kind !== "found") return undefined;
      const result = expandHere(place, found.macro, expr.call, "expr");
      if (result?.kind !== "expr" || result.expr === undefined) return undefined;
      return expandToLiteral({ ...place, frame: result.frame }, result.expr);
    }
    default:
      return undefined;
  }
}

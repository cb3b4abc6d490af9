// Macro calls met while a body or a type is lowered: those that the collector left alone, because their macro makes
// no items (formatting macros and the like), or because it could not be found earlier.

import type { MacroCall } from "../../syntax/ast.ts";
import { expandHere } from "../names/expandHere.ts";
import { retryWaiting } from "../names/waiting.ts";
import type {
  Crate,
  ExpansionResult,
  MacroDef,
  MacroFrame,
  Place,
  Scope,
  TextScope,
} from "../crate.ts";
import { moduleOfScope } from "../crate.ts";
import type { DefId } from "../defs.ts";
import { resolveImports } from "../names/imports.ts";
import { findMacro, reportMissingMacro } from "../names/macroCalls.ts";
import type { ExpansionPlace } from "../macros/expand.ts";

export interface MacroContext {
  readonly crate: Crate;
  readonly scope: Scope;
  readonly owner: DefId;
  readonly text: TextScope | undefined;
  readonly frame: MacroFrame | undefined;
  readonly doubt: { uncertain: boolean };
}

export function placeOf(cx: MacroContext): Place {
  return {
    crate: cx.crate,
    module: moduleOfScope(cx.scope),
    owner: cx.owner,
    scope: cx.scope,
    text: { current: cx.text },
    frame: cx.frame,
    filePath: [],
  };
}

/** The macro that a call names; a missing one is reported. */
export function macroOf(cx: MacroContext, call: MacroCall): MacroDef | undefined {
  const known = cx.crate.calls.get(call);
  if (known !== undefined) return known.macro;
  const found = findMacro(cx.crate, call.path, moduleOfScope(cx.scope), cx.text, true);
  if (found.kind === "found") return found.macro;
  const certain = found.kind === "none" && found.certain && !cx.doubt.uncertain;
  // A macro that exists out of our sight could define any name.
  if (!reportMissingMacro(cx.crate, call.path, certain, cx.owner)) cx.doubt.uncertain = true;
  return undefined;
}

/** What a call became; undefined after a failure, which is reported. */
export function collectMacroPlace(
  cx: MacroContext,
  call: MacroCall,
  where: ExpansionPlace,
): ExpansionResult | undefined {
  const { crate } = cx;
  const known = crate.calls.get(call);
  if (known !== undefined) return known.expansion;
  const macro = macroOf(cx, call);
  if (macro === undefined) return undefined;
  const place = placeOf(cx);
  const result = expandHere(place, macro, call, where);
  if (result !== undefined) collectLate(place, result);
  return result;
}

/** Items inside what a late expansion made. */
function collectLate(place: Place, result: ExpansionResult): void {
  const { crate } = place;
  const within: Place = { ...place, frame: result.frame };
  if (result.kind === "expr" && result.expr !== undefined)
    crate.collector.expr(within, result.expr);
  if (result.kind === "statements") {
    for (const statement of result.statements) crate.collector.statement(within, statement);
    if (result.tail !== undefined) crate.collector.expr(within, result.tail);
  }
  if (crate.imports.length > 0 || crate.waiting.length > 0) {
    resolveImports(crate, (settled) => retryWaiting(crate, settled));
  }
}

// Finding the macro that a call names: textual scope first, then paths (`rustc_resolve::macros`).

import type { Span } from "../../base/span.ts";
import type { MacroCall, Path } from "../../syntax/ast.ts";
import { reportError, reportUnsupported } from "../crate.ts";
import type { DefId } from "../defs.ts";
import type { Crate, MacroDef, ModuleData, TextScope } from "../crate.ts";
import { lookupLexical, resolvePath } from "./lookup.ts";
import { namesOf } from "./realNames.ts";

export type MacroLookup =
  | { readonly kind: "found"; readonly macro: MacroDef }
  | { readonly kind: "undetermined" }
  | { readonly kind: "none"; readonly certain: boolean };

export function findTextual(text: TextScope | undefined, name: string): MacroDef | undefined {
  for (let at = text; at !== undefined; at = at.parent) if (at.name === name) return at.macro;
  return undefined;
}

export function findMacro(
  crate: Crate,
  path: Path,
  module: ModuleData,
  text: TextScope | undefined,
  settled: boolean,
): MacroLookup {
  const [first] = path.segments;
  if (path.segments.length === 1 && first !== undefined && !path.global) {
    const textual = findTextual(text, first.ident.name);
    if (textual !== undefined) return { kind: "found", macro: textual };
  }
  const result = resolvePath(crate, {
    segments: path.segments.map((segment) => segment.ident),
    global: path.global,
    ns: "macros",
    from: module,
    settled,
    first: (ident, ns) => lookupLexical(crate, module, ns, ident.name, settled),
  });
  if (result.kind === "undetermined") return result;
  if (result.kind === "res" && result.res.kind === "macro")
    return { kind: "found", macro: result.res.macro };
  if (result.kind === "failed") return { kind: "none", certain: result.certain };
  return { kind: "none", certain: result.kind !== "res" || result.res.kind !== "error" };
}

/** A macro that was not found although everything is resolved. Returns whether that is certain. */
export function reportMissingMacro(
  crate: Crate,
  path: Path,
  certain: boolean,
  owner?: DefId,
): boolean {
  const last = path.segments[path.segments.length - 1];
  if (last === undefined) return false;
  const span: Span = { start: path.start, end: path.end };
  const { name } = last.ident;
  if (!certain || path.segments.length > 1 || crate.macrosUnknown || isRealMacro(crate, name)) {
    reportUnsupported(crate, span, `${name}!`, `the macro \`${name}!\` is not known to Lockstep`);
    return false;
  }
  const error = {
    code: undefined,
    message: `cannot find macro \`${name}\` in this scope`,
    span: { start: last.ident.start, end: last.ident.end },
  };
  reportError(crate, owner === undefined ? error : { ...error, owner });
  return true;
}

/** std has a macro of this name, which Lockstep does not declare. */
function isRealMacro(crate: Crate, name: string): boolean {
  const names = crate.std?.realNames;
  return names !== undefined && namesOf(names, "std")?.has(name) === true;
}

export function callName(call: MacroCall): string {
  return call.path.segments[call.path.segments.length - 1]?.ident.name ?? "";
}

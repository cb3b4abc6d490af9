// Attributes of items that are neither built in nor a tool's: macros that Lockstep does not run, or names that do not
// exist.

import type { Attribute, Item } from "../../syntax/ast.ts";
import { attrArgs, pathText, splitCommas } from "../attrs.ts";
import { reportError, reportUnsupported } from "../crate.ts";
import type { Place } from "../crate.ts";
import { lookupLexical, mayBeExternCrate } from "../names/lookup.ts";

const TOOLS: ReadonlySet<string> = new Set([
  "rustfmt",
  "clippy",
  "diagnostic",
  "miri",
  "rust_analyzer",
  "lockstep",
]);

const BUILT_IN: ReadonlySet<string> = new Set(
  (
    "allow automatically_derived bench cfg cfg_attr cfg_eval cold collapse_debuginfo coverage crate_name crate_type " +
    "debugger_visualizer deny deprecated derive doc expect export_name feature forbid global_allocator ignore inline " +
    "instruction_set lang link link_name link_ordinal link_section macro_export macro_use must_use naked no_builtins " +
    "no_implicit_prelude no_link no_main no_mangle no_std non_exhaustive panic_handler path proc_macro " +
    "proc_macro_attribute proc_macro_derive recursion_limit repr should_panic target_feature test test_case thread_local " +
    "track_caller type_length_limit used warn windows_subsystem default unstable stable fundamental marker optimize " +
    "may_dangle const_trait type_const linkage"
  ).split(" "),
);

export function checkAttributes(place: Place, item: Item, attrs: readonly Attribute[]): void {
  for (const attr of attrs) {
    if (attr.doc !== undefined) continue;
    const [first, ...rest] = attr.path.segments;
    if (first === undefined || TOOLS.has(first.ident.name)) continue;
    const { name } = first.ident;
    if (rest.length === 0 && (BUILT_IN.has(name) || name.startsWith("rustc_"))) continue;
    checkUnknown(place, item, attr, rest.length === 0);
  }
}

function checkUnknown(place: Place, item: Item, attr: Attribute, single: boolean): void {
  const { crate } = place;
  const span = { start: attr.path.start, end: attr.path.end };
  const text = pathText(attr.path);
  const first = attr.path.segments[0]?.ident.name ?? "";
  const isCrate = !single && mayBeExternCrate(crate, first);
  if (isCrate || !single || mayBeKnown(place, first) || hasForeignDerive(place, item)) {
    const reason = "attribute macros are not part of Lockstep's model";
    reportUnsupported(crate, span, `#[${text}]`, reason);
    return;
  }
  const message = `cannot find attribute \`${text}\` in this scope`;
  reportError(crate, { code: undefined, message, span });
}

/** An import that is not understood could bring the attribute. */
function mayBeKnown(place: Place, name: string): boolean {
  const { crate, module } = place;
  const imported = module.singles.has(name) || module.globs.length > 0 || crate.macrosUnknown;
  return imported || lookupLexical(crate, module, "macros", name, false).kind === "found";
}

/** A derive of another crate may have attributes of its own. */
function hasForeignDerive(place: Place, item: Item): boolean {
  for (const attr of item.attrs) {
    const args =
      attr.doc === undefined && pathText(attr.path) === "derive" ? attrArgs(attr) : undefined;
    if (args === undefined) continue;
    for (const part of splitCommas(args)) {
      const name = part.table.text(part.to - 1);
      const found = lookupLexical(place.crate, place.module, "macros", name, false);
      const res = found.kind === "found" ? found.binding.res : undefined;
      if (res?.kind !== "macro" || res.macro.builtin === undefined) return true;
    }
  }
  return false;
}

// Macro definitions and macro calls met while items are collected.

import type { Attribute, Item, MacroCall, TokenRange } from "../../syntax/ast.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import { attrArgs, findAttr, hasAttr } from "../attrs.ts";
import { expandHere } from "../names/expandHere.ts";
import { createDef, visibilityOf } from "./place.ts";
import type { MacroDef, Place } from "../crate.ts";
import { define } from "../names/define.ts";
import { bindingOf } from "../names/lookup.ts";
import { findMacro, reportMissingMacro } from "../names/macroCalls.ts";

export function collectMacroRules(
  place: Place,
  item: Item & { kind: "macroRules" },
  attrs: readonly Attribute[],
): void {
  const { crate } = place;
  const { name } = item.rules;
  const macro = makeMacro(place, item, name, item.rules.body, attrs, false);
  place.text.current = { name: name.name, macro, parent: place.text.current };
  if (!hasAttr(attrs, "macro_export")) return;
  crate.exported.set(name.name, macro);
  const span = { start: name.start, end: name.end };
  define(crate, crate.root, "macros", name.name, { ...bindingOf({ kind: "macro", macro }), span });
}

export function collectMacroDef(
  place: Place,
  item: Item & { kind: "macroDef" },
  attrs: readonly Attribute[],
): void {
  const { crate } = place;
  const macro = makeMacro(place, item, item.name, item.body, attrs, true);
  const span = { start: item.name.start, end: item.name.end };
  const visibility = visibilityOf(place, item.visibility);
  define(crate, place.module, "macros", macro.name, {
    ...bindingOf({ kind: "macro", macro }),
    span,
    visibility,
  });
}

function makeMacro(
  place: Place,
  item: Item,
  name: { readonly name: string; readonly start: number; readonly end: number },
  body: TokenRange,
  attrs: readonly Attribute[],
  isMacroDef: boolean,
): MacroDef {
  const { crate } = place;
  const known = crate.itemMacros.get(item);
  if (known !== undefined) return known;
  const node = createDef(place, {
    kind: "macro",
    name: name.name,
    node: item,
    nameNode: name,
    attrs,
    visibility: isMacroDef ? visibilityOf(place, item.visibility) : { kind: "public" },
    source: { kind: "item", item },
  });
  const fromStd = crate.std === undefined;
  const builtin = builtinName(attrs);
  const macro: MacroDef = {
    id: node.id,
    name: name.name,
    body,
    span: node.span,
    fromStd,
    edition: crate.edition,
    builtin: builtin === "" ? name.name : builtin,
    eager: builtin === undefined && (!fromStd || makesItems(body)),
    isMacroDef,
    rules: undefined,
  };
  crate.itemMacros.set(item, macro);
  crate.macros.set(node.id, macro);
  return macro;
}

const ITEM_WORDS: ReadonlySet<string> = new Set([
  "fn",
  "struct",
  "enum",
  "union",
  "impl",
  "trait",
  "static",
  "type",
  "mod",
  "use",
  "macro_rules",
  "extern",
]);

/** A cheap upper bound for std's macros: an item keyword anywhere in the definition. */
function makesItems(body: TokenRange): boolean {
  const { table } = body;
  for (let row = body.from; row < body.to; row += 1) {
    if (table.kinds[row] === TokenKind.Ident && ITEM_WORDS.has(table.text(row))) return true;
  }
  return false;
}

/** A macro call in item position: its items are collected where it stands. */
export function collectMacroCall(
  place: Place,
  call: MacroCall,
  collect: (place: Place, items: readonly Item[]) => void = place.crate.collector.items,
): void {
  const { crate } = place;
  const text = place.text.current;
  const attempt = (settled: boolean): boolean => {
    const found = findMacro(crate, call.path, place.module, text, settled);
    if (found.kind === "found") {
      const result = expandHere(place, found.macro, call, "items");
      if (result?.kind === "items") collect({ ...place, frame: result.frame }, result.items);
      return true;
    }
    if (!settled) return false;
    const certain = found.kind === "none" && found.certain;
    if (!reportMissingMacro(crate, call.path, certain)) {
      crate.incomplete = true;
      place.module.incomplete = true;
    }
    return true;
  };
  if (!attempt(false)) crate.waiting.push({ retry: attempt });
}

function builtinName(attrs: readonly Attribute[]): string | undefined {
  const attr = findAttr(attrs, "rustc_builtin_macro");
  if (attr === undefined) return undefined;
  const args = attrArgs(attr);
  return args === undefined || args.from >= args.to ? "" : args.table.text(args.from);
}

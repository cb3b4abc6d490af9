// Attributes: finding them, reading their arguments, and `#[cfg]`.

import type { Attribute, Lit, Path, TokenRange } from "../syntax/ast.ts";
import { TokenKind } from "../syntax/tokens.ts";
import { parseFragment } from "../syntax/fragments.ts";
import { DEFAULT_EDITION } from "../base/edition.ts";

export interface CfgOptions {
  readonly test: boolean;
}

export function pathText(path: Path): string {
  return (path.global ? "::" : "") + path.segments.map((segment) => segment.ident.name).join("::");
}

export function findAttr(attrs: readonly Attribute[], name: string): Attribute | undefined {
  for (const attr of attrs) {
    if (attr.doc === undefined && pathText(attr.path) === name) return attr;
  }
  return undefined;
}

export function hasAttr(attrs: readonly Attribute[], name: string): boolean {
  return attrs.length > 0 && findAttr(attrs, name) !== undefined;
}

/** The string of `#[name = "value"]`. */
export function attrValue(attr: Attribute): string | undefined {
  const { table, from, to } = attr.tokens;
  if (to - from < 2 || table.text(from) !== "=") return undefined;
  return stringAt(table, from + 1);
}

/** The tokens inside the parentheses of `#[name(…)]`. */
export function attrArgs(attr: Attribute): TokenRange | undefined {
  const { table, from, to } = attr.tokens;
  if (to <= from || table.kinds[from] !== TokenKind.Open) return undefined;
  return { table, from: from + 1, to: table.partners[from] ?? to };
}

export function stringAt(table: TokenRange["table"], row: number): string | undefined {
  const kind = table.kinds[row];
  if (kind === TokenKind.Interpolated) {
    // `#[lang = $name]` with a `literal` fragment.
    const { node } = table.node(row) as { node: { lit?: Lit } };
    return node.lit?.kind === "str" ? node.lit.value : undefined;
  }
  if (kind !== TokenKind.Str && kind !== TokenKind.RawStr) return undefined;
  const parsed = parseFragment("literal", { table, from: row, to: row + 1 }, DEFAULT_EDITION);
  const lit = (parsed?.node as { lit?: Lit } | undefined)?.lit;
  return lit?.kind === "str" ? lit.value : undefined;
}

/** Doc comments of an item, joined; undefined without any. */
export function docOf(attrs: readonly Attribute[]): string | undefined {
  const lines: string[] = [];
  for (const attr of attrs) {
    if (attr.doc !== undefined) lines.push(attr.doc);
    else if (pathText(attr.path) === "doc") {
      const value = attrValue(attr);
      if (value !== undefined) lines.push(value);
    }
  }
  if (lines.length === 0) return undefined;
  const shared = lines.every((line) => line === "" || line.startsWith(" "));
  return lines.map((line) => (shared ? line.slice(1) : line)).join("\n");
}

/** False where a `#[cfg]` switches the node off. */
export function isEnabled(attrs: readonly Attribute[] | undefined, options: CfgOptions): boolean {
  if (attrs === undefined) return true;
  for (const attr of expandCfgAttr(attrs, options)) {
    if (attr.doc !== undefined || pathText(attr.path) !== "cfg") continue;
    const args = attrArgs(attr);
    if (args !== undefined && !cfgHolds(args, options)) return false;
  }
  return true;
}

const CFG_FLAGS: ReadonlySet<string> = new Set([
  "unix",
  "debug_assertions",
  "overflow_checks",
  "true",
]);

const CFG_VALUES: Readonly<Record<string, readonly string[]>> = {
  target_os: ["linux"],
  target_family: ["unix"],
  target_arch: ["x86_64"],
  target_env: ["gnu"],
  target_endian: ["little"],
  target_pointer_width: ["64"],
  target_vendor: ["unknown"],
  target_has_atomic: ["8", "16", "32", "64", "ptr"],
  target_feature: ["fxsr", "sse", "sse2"],
  panic: ["unwind"],
};

/** A predicate of `cfg(…)`: `all`, `any`, `not`, a flag, or `key = "value"`. */
export function cfgHolds(range: TokenRange, options: CfgOptions): boolean {
  const { table, from } = range;
  const name = table.text(from);
  const next = from + 1 < range.to ? from + 1 : undefined;
  if (next !== undefined && table.kinds[next] === TokenKind.Open) {
    const parts = splitCommas({ table, from: next + 1, to: table.partners[next] ?? range.to });
    if (name === "all") return parts.every((part) => cfgHolds(part, options));
    if (name === "any") return parts.some((part) => cfgHolds(part, options));
    if (name === "not") return parts[0] !== undefined && !cfgHolds(parts[0], options);
    return false;
  }
  if (next !== undefined && table.text(next) === "=") {
    const value = stringAt(table, next + 1) ?? "";
    return CFG_VALUES[name]?.includes(value) ?? false;
  }
  return name === "test" ? options.test : CFG_FLAGS.has(name);
}

/** Pieces between top-level commas; an empty last piece is left out. */
export function splitCommas(range: TokenRange): TokenRange[] {
  const { table, to } = range;
  const parts: TokenRange[] = [];
  let start = range.from;
  let row = start;
  while (row < to) {
    if (table.kinds[row] === TokenKind.Open) row = Math.max(table.partners[row] ?? row, row);
    else if (table.kinds[row] === TokenKind.Punct && table.text(row) === ",") {
      parts.push({ table, from: start, to: row });
      start = row + 1;
    }
    row += 1;
  }
  if (start < to) parts.push({ table, from: start, to });
  return parts;
}

/** The attributes with every `#[cfg_attr(pred, attrs…)]` replaced by what it stands for. */
export function expandCfgAttr(
  attrs: readonly Attribute[],
  options: CfgOptions,
): readonly Attribute[] {
  if (!hasAttr(attrs, "cfg_attr")) return attrs;
  const out: Attribute[] = [];
  for (const attr of attrs) {
    if (attr.doc !== undefined || pathText(attr.path) !== "cfg_attr") {
      out.push(attr);
      continue;
    }
    const args = attrArgs(attr);
    const [predicate, ...rest] = args === undefined ? [] : splitCommas(args);
    if (predicate === undefined || !cfgHolds(predicate, options)) continue;
    for (const part of rest) {
      const parsed = parseFragment("meta", part, DEFAULT_EDITION);
      if (parsed !== undefined) out.push(parsed.node as Attribute);
    }
  }
  return out;
}

// Lint levels: `#[allow]`, `#[expect]`, `#[warn]`, `#[deny]` and `#[forbid]`, on whatever they stand on.
//
// The innermost node that says something about a lint decides; on one node the last attribute does, and an outer `forbid`
// beats all of them. `warnings` only moves what would warn. Follows `rustc_lint::levels`. Not modelled: attributes that a
// macro writes, `--cap-lints`, `[lints]` of a Cargo.toml.

import type { Edition } from "../../base/edition.ts";
import type { Span } from "../../base/span.ts";
import { attrArgs, pathText } from "../../hir/attrs.ts";
import type { Attribute, SourceFile } from "../../syntax/ast.ts";
import { defaultLevel, lintsOf } from "./lint.ts";
import type { LintLevel, LintName } from "./lint.ts";

const LEVELS: Readonly<Record<string, LintLevel>> = {
  allow: "allow",
  expect: "allow",
  warn: "warn",
  deny: "deny",
  forbid: "deny",
};

export interface LintLevels {
  at(lint: LintName, span: Span): LintLevel;
}

/** One attribute that names a lint, and the stretch of text it speaks about; outer nodes come first. */
interface Rule {
  readonly lint: string;
  readonly level: LintLevel;
  readonly forbid: boolean;
  readonly over: Span;
}

export function lintLevels(file: SourceFile, edition: Edition): LintLevels {
  const rules: Rule[] = [];
  addRules(file.attrs, { start: 0, end: Number.POSITIVE_INFINITY }, rules);
  collect(file.items, rules);
  return {
    at(lint, span) {
      const over = rules.filter(
        (rule) => rule.over.start <= span.start && span.end <= rule.over.end,
      );
      const own = over.filter((rule) => rule.lint === lint);
      const level =
        own.find((rule) => rule.forbid)?.level ?? own.at(-1)?.level ?? defaultLevel(lint, edition);
      if (level !== "warn") return level;
      return over.findLast((rule) => rule.lint === "warnings")?.level ?? level;
    },
  };
}

/** Every node below that carries attributes. */
function collect(node: unknown, rules: Rule[]): void {
  if (Array.isArray(node)) {
    for (const part of node) collect(part, rules);
    return;
  }
  if (node === null || typeof node !== "object" || ArrayBuffer.isView(node)) return;
  const { attrs, start, end } = node as {
    attrs?: readonly Attribute[];
    start?: number;
    end?: number;
  };
  if (attrs !== undefined && attrs.length > 0 && start !== undefined && end !== undefined)
    addRules(attrs, { start: Math.min(start, attrs[0]?.start ?? start), end }, rules);
  for (const [key, part] of Object.entries(node))
    if (key !== "attrs" && key !== "tokens" && key !== "table") collect(part, rules);
}

function addRules(attrs: readonly Attribute[], over: Span, rules: Rule[]): void {
  for (const attr of attrs) {
    if (attr.doc !== undefined) continue;
    const said = pathText(attr.path);
    const level = LEVELS[said];
    if (level === undefined) continue;
    for (const name of namesIn(attr))
      for (const lint of lintsOf(name))
        rules.push({ lint, level, forbid: said === "forbid", over });
  }
}

function namesIn(attr: Attribute): readonly string[] {
  const args = attrArgs(attr);
  if (args === undefined) return [];
  const names: string[] = [];
  for (let row = args.from; row < args.to; row += 1) names.push(args.table.text(row));
  return names;
}

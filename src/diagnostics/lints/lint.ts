// rustc's lints on our subject that are errors by default, and how severe each is where nothing is said.
//
// The names, groups and defaults are rustc's. Lints that only warn by default are rustc's to tell, not ours.

import type { Edition } from "../../base/edition.ts";
import type { Span } from "../../base/span.ts";

export type LintLevel = "allow" | "warn" | "deny";

export type LintName =
  | "arithmetic_overflow"
  | "invalid_atomic_ordering"
  | "let_underscore_lock"
  | "overflowing_literals"
  | "static_mut_refs"
  | "unconditional_panic";

/** What a lint found, before anyone asked for its level. */
export interface LintFinding {
  readonly lint: LintName;
  readonly message: string;
  readonly span: Span;
  readonly label?: string;
}

export function defaultLevel(lint: LintName, edition: Edition): LintLevel {
  return lint === "static_mut_refs" && edition < 2024 ? "warn" : "deny";
}

const GROUPS: Readonly<Record<string, readonly LintName[]>> = {
  let_underscore: ["let_underscore_lock"],
  rust_2024_compatibility: ["static_mut_refs"],
};

/** The lints that a name in `#[allow(…)]` stands for. `warnings` is all that would warn. */
export function lintsOf(name: string): readonly string[] {
  return GROUPS[name] ?? [name];
}

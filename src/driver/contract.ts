// What an analysis offers to the editor, the command line and the checking thread.

import type { Edition } from "../base/edition.ts";
import type { Catalogue } from "../base/language.ts";
import type { LineIndex } from "../base/lineIndex.ts";
import type { Padding } from "../base/padding.ts";
import type { Span } from "../base/span.ts";
import type { Steps } from "../base/steps.ts";
import type { DefId, Program } from "../hir/defs.ts";
import type { MirContext } from "../mir/context.ts";
import type { SourceFile } from "../syntax/ast.ts";
import type { TyContext } from "../ty/queries.ts";

/** A message about the text, with rustc's code and headline where rustc has one. */
export interface Diagnostic {
  readonly severity: "error" | "warning" | "info";
  /** rustc's error code, a lint's name, `lockstep::…`, or undefined for a syntax error. */
  readonly code: string | undefined;
  readonly message: string;
  readonly span: Span;
  /** The bound that fails is `Send` or `Sync`: the program can run all the same, with the check off. */
  readonly unsendable?: boolean;
  /** What rustc writes under the span itself. */
  readonly label?: string;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
}

export interface UnsupportedPlace {
  readonly span: Span;
  readonly what: string;
  readonly reason: string;
}

/** Something that can be run: `main`, a test, another function without parameters. */
export interface Entry {
  readonly def: DefId;
  readonly path: string;
  readonly kind: "main" | "test" | "function" | "snippet";
  readonly span: Span;
  readonly nameSpan: Span;
}

export interface Analysis {
  readonly file: string;
  /** What all positions refer to: the text as it was given, with room for edits in it (base/padding.ts). */
  readonly text: string;
  /** The text as it was given. */
  readonly source: string;
  readonly padding: Padding;
  /** How many edits were made since the whole was read. */
  readonly edits: number;
  readonly edition: Edition;
  readonly lines: LineIndex;
  /** Parts of the text that are not the user's: a wrapper around what is run. Nothing that happens there has a line. */
  readonly hidden: readonly Span[];
  readonly syntax: SourceFile;
  /** No `main`: loose statements, wrapped; see driver/fragment.ts. */
  readonly fragment: boolean;
  readonly program: Program;
  readonly cx: TyContext;
  readonly mir: MirContext;
  readonly entries: readonly Entry[];
  /** What rustc says, and, where it has no error to report, our own warnings. Computed at first use. */
  diagnostics(): readonly Diagnostic[];
  /** The same, in pieces of a few milliseconds. */
  diagnosing(): Steps<readonly Diagnostic[]>;
  /** What rustc says alone, in pieces. */
  compiling(): Steps<readonly Diagnostic[]>;
  /** What rustc says alone: all that running the program needs to know. */
  compilerDiagnostics(): readonly Diagnostic[];
  /** Those of what rustc says that belong to one body; no other body is looked at. */
  bodyDiagnostics(owner: DefId): readonly Diagnostic[];
  unsupported(): readonly UnsupportedPlace[];
  /** What the editor's features have found out about this text, so that they ask once. */
  readonly memo: Map<string, unknown>;
  /** For what std's declarations say; the tables of `explain` are translated already. */
  readonly catalogue: Catalogue;
}

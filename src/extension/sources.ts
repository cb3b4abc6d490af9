// Rust in a document: the whole of a Rust file, or each Rust fence of a Markdown file.

import * as vscode from "vscode";
import type { Edition } from "../base/edition.ts";
import { rustFences } from "../ide/fences.ts";
import type { Editions } from "./editions.ts";

export interface RustSource {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly edition: Edition;
  /** Name for messages. */
  readonly file: string;
  readonly text: string;
  /** Offset of `text` in the document. */
  readonly start: number;
}

/** Languages in which Lockstep has something to say. */
export const SELECTOR: vscode.DocumentSelector = [{ language: "rust" }, { language: "markdown" }];

export function sourcesOf(document: vscode.TextDocument, editions: Editions): RustSource[] {
  const text = document.getText();
  const common = {
    document,
    version: document.version,
    edition: editions.of(document.uri),
    file: shortName(document.uri),
  };
  if (document.languageId === "rust") return [{ ...common, text, start: 0 }];
  if (document.languageId !== "markdown") return [];
  return rustFences(text).map((fence) => ({ ...common, text: fence.text, start: fence.start }));
}

export function sourceAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  editions: Editions,
): RustSource | undefined {
  const offset = document.offsetAt(position);
  return sourcesOf(document, editions).find(
    (source) => source.start <= offset && offset <= source.start + source.text.length,
  );
}

/** Range in the document of offsets in the source. */
export function rangeOf(source: RustSource, span: { start: number; end: number }): vscode.Range {
  const limit = source.text.length;
  const at = (offset: number) =>
    source.document.positionAt(source.start + Math.min(Math.max(offset, 0), limit));
  return new vscode.Range(at(span.start), at(span.end));
}

/** 0-based line of the document on which the source's line 1 stands. */
export function firstLine(source: RustSource): number {
  return source.document.positionAt(source.start).line;
}

function shortName(uri: vscode.Uri): string {
  const relative = vscode.workspace.asRelativePath(uri, false);
  return relative.startsWith("/") ? (relative.split("/").pop() ?? relative) : relative;
}

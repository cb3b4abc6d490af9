// Rust in a document: the whole of a Rust file, or each Rust fence of a Markdown file.

import * as vscode from "vscode";
import type { Edition } from "../base/edition.ts";
import { paddedPosition, plainOffset } from "../base/padding.ts";
import type { Span } from "../base/span.ts";
import type { Analysis } from "../driver/contract.ts";
import { rustFences } from "../ide/fences.ts";
import type { Editions } from "./editions.ts";
import { cellsAbove } from "./notebooks.ts";

export interface RustSource {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly edition: Edition;
  /** Name for messages. */
  readonly file: string;
  readonly text: string;
  /** Offset of `text` in the document; negative where it begins in cells above. */
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
  if (document.languageId === "rust") {
    const above = cellsAbove(document) ?? "";
    return [{ ...common, text: above + text, start: -above.length }];
  }
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

/** The place lies in the document itself, not in a notebook's cells above. */
export function isInside(source: RustSource, span: Span): boolean {
  return source.start + span.start >= 0;
}

/** Documents that are old versions or views of others: nobody wants their problems listed. */
export function isView(document: vscode.TextDocument): boolean {
  return ["git", "gitfs", "gitlens", "svn", "scm-history-item", "vscode-local-history"].includes(
    document.uri.scheme,
  );
}

/** Range in the document of offsets in the source. */
export function rangeInText(source: RustSource, span: Span): vscode.Range {
  const limit = source.text.length;
  const at = (offset: number) =>
    source.document.positionAt(Math.max(source.start + Math.min(Math.max(offset, 0), limit), 0));
  return new vscode.Range(at(span.start), at(span.end));
}

/** Range in the document of what an analysis of the source speaks about. */
export function rangeOf(source: RustSource, { padding }: Padded, span: Span): vscode.Range {
  const start = plainOffset(padding, span.start);
  return rangeInText(source, { start, end: Math.max(start, plainOffset(padding, span.end)) });
}

/** A place in the document as an analysis of the source knows it. */
export function positionIn(
  source: RustSource,
  { padding }: Padded,
  position: vscode.Position,
): number {
  return paddedPosition(padding, source.document.offsetAt(position) - source.start);
}

type Padded = Pick<Analysis, "padding">;

/** 0-based line of the document on which the source's line 1 stands. */
export function firstLine(source: RustSource): number {
  if (source.start >= 0) return source.document.positionAt(source.start).line;
  return -(source.text.slice(0, -source.start).split("\n").length - 1);
}

function shortName(uri: vscode.Uri): string {
  const relative = vscode.workspace.asRelativePath(uri, false);
  return relative.startsWith("/") ? (relative.split("/").pop() ?? relative) : relative;
}

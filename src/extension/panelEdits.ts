// Edits that a panel proposes: made in a text of its own for a what-if, or in the document itself.

import * as vscode from "vscode";
import type { Edit } from "../protocol/messages.ts";
import { isInside, rangeInText, type RustSource } from "./sources.ts";

/** They do not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** Where offsets of the text are behind the edits. */
export function movedBy(
  edits: readonly Edit[],
  range: readonly [number, number] | undefined,
): readonly [number, number] | undefined {
  const moved = (offset: number) =>
    edits
      .filter((edit) => edit.end <= offset)
      .reduce((at, edit) => at + edit.text.length - (edit.end - edit.start), offset);
  return range && [moved(range[0]), moved(range[1])];
}

/** One step for undo. */
export async function applyEdits(source: RustSource, edits: readonly Edit[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const one of edits) {
    if (isInside(source, one))
      edit.replace(source.document.uri, rangeInText(source, one), one.text);
  }
  return vscode.workspace.applyEdit(edit);
}

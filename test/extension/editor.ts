// What the journeys do in the editor: open a file of samples/, find a place in it, wait for what must come.

import assert from "node:assert/strict";
import * as vscode from "vscode";

export async function open(file: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, "samples/ is open");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, file));
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

/** Position of the `nth` occurrence of a text, at its start. */
export function find(document: vscode.TextDocument, text: string, nth = 1): vscode.Position {
  let at = -1;
  for (let count = 0; count < nth; count++) at = document.getText().indexOf(text, at + 1);
  assert.ok(at >= 0, `${text} is not in ${document.fileName}`);
  return document.positionAt(at);
}

export async function eventually<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (let turn = 0; turn < 200; turn++) {
    const value = await probe();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`did not happen: ${what}`);
}

export function ours(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === "lockstep");
}

export function codeOf(diagnostic: vscode.Diagnostic): string {
  return String(typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code);
}

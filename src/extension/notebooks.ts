// Rust cells of a notebook: a cell sees what the cells above it declare, so they are read together.

import * as vscode from "vscode";

/** The Rust of the cells above, in order; undefined for a document that is no cell. */
export function cellsAbove(document: vscode.TextDocument): string | undefined {
  for (const notebook of vscode.workspace.notebookDocuments) {
    const cells = notebook.getCells();
    const index = cells.findIndex((cell) => cell.document === document);
    if (index < 0) continue;
    return cells
      .slice(0, index)
      .filter((cell) => cell.document.languageId === document.languageId)
      .map((cell) => `${cell.document.getText()}\n`)
      .join("");
  }
  return undefined;
}

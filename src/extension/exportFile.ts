// Saves what the panel exports: a file the user names, or the clipboard for a schedule.

import * as vscode from "vscode";

const EXTENSIONS = { html: "html", svg: "svg", text: "txt" } as const;

export async function saveExport(
  format: "html" | "svg" | "text" | "schedule",
  content: string,
  file: string,
): Promise<void> {
  if (format === "schedule") {
    await vscode.env.clipboard.writeText(content);
    void vscode.window.showInformationMessage(vscode.l10n.t("The schedule is on the clipboard."));
    return;
  }
  const extension = EXTENSIONS[format];
  const base = (file.split("/").pop() ?? "run").replace(/\.rs$/, "");
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `${base}.${extension}`) }),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (uri !== undefined) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
}

// Saves what the panel exports: a file the user names, or the clipboard for a schedule.

import * as vscode from "vscode";
import { EDITOR_WORDS } from "../explain/refusalWords.ts";
import type { FileFormat } from "../protocol/messages.ts";

const EXTENSIONS = { html: "html", svg: "svg", film: "svg", text: "txt" } as const;

export async function copySchedule(schedule: string): Promise<void> {
  await vscode.env.clipboard.writeText(schedule);
  void vscode.window.showInformationMessage(EDITOR_WORDS.scheduleCopied);
}

export async function saveExport(
  root: vscode.Uri,
  format: FileFormat,
  content: string,
  file: string,
): Promise<void> {
  const extension = EXTENSIONS[format];
  const base = (file.split("/").pop() ?? "run").replace(/\.rs$/, "");
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    ...(folder === undefined
      ? {}
      : { defaultUri: vscode.Uri.joinPath(folder, `${base}.${extension}`) }),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (uri === undefined) return;
  const text = format === "html" ? await selfContained(root, content) : content;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** The page marks where the panel's own style and script belong: it must work without the extension. */
async function selfContained(root: vscode.Uri, page: string): Promise<string> {
  const read = async (...path: string[]) =>
    new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, ...path)),
    );
  const style = await read("media", "panel.css");
  const script = await read("dist", "webview.js");
  return page
    .replace("/*lockstep:style*/", () => style)
    .replace("/*lockstep:script*/", () => script.replaceAll("</script", "<\\/script"));
}

// “Copy report”: what a bug report needs, as Markdown on the clipboard. Nothing is sent anywhere.

import * as vscode from "vscode";
import { EDITOR_WORDS } from "../explain/refusalWords.ts";
import type { Editions } from "./editions.ts";
import { sourceAt, type RustSource } from "./sources.ts";

/** The run that a panel showed last. */
export interface ShownRun {
  readonly source: RustSource;
  readonly entry: string | undefined;
  readonly schedule: string;
}

/** The report as text; the program is that of the last run, else of the active editor. */
export function reportText(
  context: vscode.ExtensionContext,
  editions: Editions,
  run: ShownRun | undefined,
): string {
  const editor = vscode.window.activeTextEditor;
  const source =
    run?.source ??
    (editor === undefined
      ? undefined
      : sourceAt(editor.document, editor.selection.active, editions));
  const version = String(context.extension.packageJSON.version);
  const host = vscode.env.uiKind === vscode.UIKind.Web ? "web" : "desktop";
  const facts = [
    `- Lockstep ${version}`,
    `- VS Code ${vscode.version} (${host}, ${vscode.env.remoteName ?? "local"})`,
    ...(source === undefined ? [] : [`- edition ${source.edition}`]),
    ...(run?.entry === undefined ? [] : [`- entry \`${run.entry}\``]),
    ...(run === undefined ? [] : [`- schedule \`${run.schedule}\``]),
  ];
  const program = source === undefined ? [] : ["", fenced(source.text)];
  return ["**What happened, and what should have?**", "", "", ...facts, ...program, ""].join("\n");
}

/** A fence longer than any run of backticks in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}rust\n${text.endsWith("\n") ? text : `${text}\n`}${fence}`;
}

export function registerReport(
  context: vscode.ExtensionContext,
  editions: Editions,
  lastRun: () => ShownRun | undefined,
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand("lockstep.copyReport", async () => {
      await vscode.env.clipboard.writeText(reportText(context, editions, lastRun()));
      void vscode.window.showInformationMessage(EDITOR_WORDS.reportCopied);
    }),
  );
}

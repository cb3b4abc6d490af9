// What follows the caret: the critical section around it is tinted, and the status bar tells what the function starts and holds.

import * as vscode from "vscode";
import { EDITOR_WORDS } from "../explain/refusalWords.ts";
import { sectionAt } from "../ide/sections.ts";
import { statusAt } from "../ide/status.ts";
import type { Analyses } from "./analyses.ts";
import type { Editions } from "./editions.ts";
import type { Markers } from "./markers.ts";
import { positionIn, rangeOf, sourceAt } from "./sources.ts";

/** A caret that moves on within this time is not followed. */
const PAUSE_MS = 120;

export function followCaret(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  editions: Editions,
  markers: Markers,
): { readonly statusText: () => string | undefined } {
  const item = vscode.window.createStatusBarItem(
    "lockstep.status",
    vscode.StatusBarAlignment.Right,
    90,
  );
  item.name = EDITOR_WORDS.status;
  item.command = "lockstep.visualizeConcurrency";
  let shown: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const update = () => {
    const editor = vscode.window.activeTextEditor;
    const settings = vscode.workspace.getConfiguration("lockstep");
    const source =
      editor === undefined
        ? undefined
        : sourceAt(editor.document, editor.selection.active, editions);
    if (editor === undefined || source === undefined) return hide();
    const analysis = analyses.of(source);
    const offset = positionIn(source, analysis, editor.selection.active);
    const section = settings.get("criticalSection.enabled", true)
      ? sectionAt(analysis, offset)
      : undefined;
    markers.section(editor.document, section && rangeOf(source, analysis, section.span));
    const status = settings.get("statusBar.enabled", true) ? statusAt(analysis, offset) : undefined;
    if (status === undefined) return hide();
    shown = status.text;
    item.text = `$(run-all) ${status.text}`;
    item.tooltip = status.tooltip;
    item.show();
  };
  const hide = () => {
    shown = undefined;
    item.hide();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE_MS);
  };
  context.subscriptions.push(
    item,
    vscode.window.onDidChangeTextEditorSelection(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === vscode.window.activeTextEditor?.document) later();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("lockstep")) later();
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
  later();
  return { statusText: () => shown };
}

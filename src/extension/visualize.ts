// The commands that open a panel: on the selection, the function under the caret, a CodeLens, a hover link.

import * as vscode from "vscode";
import { EDITOR_WORDS } from "../explain/refusalWords.ts";
import type { Editions } from "./editions.ts";
import type { Scheduler } from "../protocol/messages.ts";
import {
  attachPanel,
  PANEL_TYPE,
  type PanelParts,
  type PanelStart,
  type PanelTarget,
} from "./panel.ts";
import { registerLinks } from "./links.ts";
import { sourceAt, type RustSource } from "./sources.ts";

/** What a link carries: never program text, only where it was. */
export interface CommandArgument {
  readonly uri?: string;
  readonly line?: number;
  readonly argument?: string;
}

export function registerVisualize(
  parts: Omit<PanelParts, "find">,
  editions: Editions,
): { readonly panels: ReadonlySet<vscode.WebviewPanel> } {
  const panels = new Set<vscode.WebviewPanel>();
  const find = async (target: PanelTarget): Promise<RustSource | undefined> => {
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri));
      const line = Math.min(target.line, document.lineCount - 1);
      return (
        sourceAt(document, new vscode.Position(line, 0), editions) ??
        sourceAt(document, document.lineAt(line).range.end, editions)
      );
    } catch {
      return undefined;
    }
  };
  const full: PanelParts = { ...parts, find };

  const open = async (start: PanelStart, argument?: CommandArgument) => {
    const target = await targetOf(argument, editions);
    if (target === undefined) {
      void vscode.window.showInformationMessage(EDITOR_WORDS.notRust);
      return;
    }
    show(target, start);
  };
  const show = (target: PanelTarget, start: PanelStart) => {
    const panel = vscode.window.createWebviewPanel(
      PANEL_TYPE,
      titleOf(target),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [parts.context.extensionUri] },
    );
    panels.add(panel);
    panel.onDidDispose(() => panels.delete(panel));
    attachPanel(full, panel, target, start);
  };

  registerLinks(parts.context, editions, show);
  const command = (id: string, start: PanelStart) =>
    vscode.commands.registerCommand(id, (argument?: CommandArgument) => open(start, argument));
  parts.context.subscriptions.push(
    command("lockstep.visualizeConcurrency", { explore: false, whatIf: false }),
    command("lockstep.exploreSchedules", { explore: true, whatIf: false }),
    command("lockstep.visualizeBeside", { explore: true, whatIf: false, askBeside: true }),
    command("lockstep.visualizeUnchecked", { explore: true, whatIf: true }),
    vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, {
      deserializeWebviewPanel(panel: vscode.WebviewPanel, state: SavedPanel | undefined) {
        const target = state?.target ?? readTarget(parts.context, panel.title);
        if (target === undefined) {
          panel.dispose();
          return Promise.resolve();
        }
        panels.add(panel);
        panel.onDidDispose(() => panels.delete(panel));
        attachPanel(full, panel, target, { explore: false, ...savedRun(state) });
        return Promise.resolve();
      },
    }),
  );

  function titleOf(target: PanelTarget): string {
    const name = vscode.Uri.parse(target.uri).path.split("/").pop() ?? "";
    const title = `Lockstep: ${name}`;
    void parts.context.workspaceState.update(`panel:${title}`, target);
    return title;
  }
  return { panels };
}

/** What the panel has left of itself with `setState`. */
interface SavedPanel {
  readonly target?: PanelTarget;
  readonly player?: { readonly scheduler?: Scheduler; readonly whatIf?: boolean };
}

/** The run that the panel showed: with its schedule the panel knows it again, and keeps its cursor. */
function savedRun(saved: SavedPanel | undefined): Pick<PanelStart, "whatIf" | "scheduler"> {
  const scheduler = saved?.player?.scheduler;
  return {
    whatIf: saved?.player?.whatIf === true,
    ...(scheduler === undefined ? {} : { scheduler }),
  };
}

function readTarget(context: vscode.ExtensionContext, title: string): PanelTarget | undefined {
  return context.workspaceState.get<PanelTarget>(`panel:${title}`);
}

async function targetOf(
  argument: CommandArgument | undefined,
  editions: Editions,
): Promise<PanelTarget | undefined> {
  if (typeof argument?.uri === "string" && typeof argument.line === "number") {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(argument.uri));
    const source = sourceAt(document, new vscode.Position(argument.line, 0), editions);
    if (source === undefined) return undefined;
    const line = document.offsetAt(new vscode.Position(argument.line, 0));
    const at = Math.max(line - source.start, 0);
    const entry = argument.argument;
    return {
      uri: argument.uri,
      line: argument.line,
      entry: entry === undefined || entry === "" ? undefined : entry,
      focus: [at, at],
    };
  }
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { selection, document } = editor;
  const source = sourceAt(document, selection.active, editions);
  if (source === undefined) return undefined;
  const at = (position: vscode.Position) =>
    Math.min(Math.max(document.offsetAt(position) - source.start, 0), source.text.length);
  return {
    uri: document.uri.toString(),
    line: selection.active.line,
    entry: undefined,
    focus: [at(selection.start), at(selection.end)],
  };
}

// Quick fixes as code actions, and all of those that need no choice as `source.fixAll.lockstep`.

import * as vscode from "vscode";
import { EDITOR_WORDS } from "../explain/refusalWords.ts";
import type { Engine } from "../driver/engine.ts";
import type { Fix } from "../ide/fixes/fix.ts";
import { fixAll, fixesAt } from "../ide/fixes/fixes.ts";
import type { Analyze } from "../ide/fixes/recheck.ts";
import type { Analyses } from "./analyses.ts";
import { valueOf } from "./diagnosticForm.ts";
import type { Editions } from "./editions.ts";
import { inSlices } from "./inSlices.ts";
import { rangeInText, sourceAt, type RustSource } from "./sources.ts";

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append("lockstep");
/** More places than one sees at a glance: the editor shows them before they are changed. */
const MANY = 3;

export const FIX_KINDS: vscode.CodeActionProviderMetadata = {
  providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
};

export function createFixProvider(
  engine: Engine,
  analyses: Analyses,
  editions: Editions,
): vscode.CodeActionProvider {
  return {
    async provideCodeActions(document, range, context, token) {
      const source = sourceAt(document, range.start, editions);
      if (source === undefined) return undefined;
      const { version } = document;
      const isWanted = () => !token.isCancellationRequested && document.version === version;
      const { file, edition } = source;
      const analyze: Analyze = (text) => engine.analyze(text, { file, edition });
      if (context.only?.contains(FIX_ALL) === true)
        return everything(source, analyses, analyze, isWanted);
      const ours = context.diagnostics.filter((one) => one.source === "lockstep");
      if (ours.length === 0) return undefined;
      const at = (position: vscode.Position) => document.offsetAt(position) - source.start;
      const span = { start: at(range.start), end: at(range.end) };
      const fixes = await inSlices(fixesAt(analyses.plain(source), span, analyze), isWanted);
      return fixes?.map((fix) => actionOf(source, fix, ours));
    },
  };
}

function actionOf(
  source: RustSource,
  fix: Fix,
  ours: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  const where = rangeInText(source, fix.diagnostic.span);
  action.diagnostics = ours.filter(
    (one) => valueOf(one) === fix.diagnostic.code && one.range.isEqual(where),
  );
  action.isPreferred = fix.preferred;
  action.edit = new vscode.WorkspaceEdit();
  const needsConfirmation = fix.edits.length > MANY;
  for (const { span, text } of fix.edits) {
    const range = rangeInText(source, span);
    const metadata = needsConfirmation ? { needsConfirmation, label: fix.title } : undefined;
    action.edit.replace(source.document.uri, range, text, metadata);
  }
  return action;
}

async function everything(
  source: RustSource,
  analyses: Analyses,
  analyze: Analyze,
  isWanted: () => boolean,
): Promise<vscode.CodeAction[] | undefined> {
  const text = await inSlices(fixAll(analyses.plain(source), analyze), isWanted);
  if (text === undefined) return undefined;
  const action = new vscode.CodeAction(EDITOR_WORDS.fixAll, FIX_ALL);
  action.edit = new vscode.WorkspaceEdit();
  const whole = rangeInText(source, { start: 0, end: source.text.length });
  action.edit.replace(source.document.uri, whole, text);
  return [action];
}

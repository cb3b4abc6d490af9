// Diagnostics: computed after a pause in typing, first what rustc says, then our own warnings as they are found out.
//
// Silent where another extension reports the same code on the same line, also when it does so later; and, unless asked, in
// files that have nothing to do with threads.

import * as vscode from "vscode";
import type { Analysis, Diagnostic } from "../driver/contract.ts";
import { concernsThreads } from "../ide/concerns.ts";
import type { Analyses } from "./analyses.ts";
import { codeOf, isSame, severityOf, toVscode } from "./diagnosticForm.ts";
import type { Editions } from "./editions.ts";
import { inSlices } from "./inSlices.ts";
import { isInside, isView, sourcesOf, type RustSource } from "./sources.ts";

const PAUSE_MS = 60;

/** `onDone`: called when all is said of a document that is of interest. */
export function publishDiagnostics(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  editions: Editions,
  onDone: () => void,
): void {
  const collection = vscode.languages.createDiagnosticCollection("lockstep");
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** What we have to say of each document, whether or not others say it too. */
  const said = new Map<string, readonly vscode.Diagnostic[]>();

  const show = (uri: vscode.Uri) => {
    const others = vscode.languages
      .getDiagnostics(uri)
      .filter((other) => other.source !== "lockstep");
    const ours = (said.get(uri.toString()) ?? []).filter(
      (one) => !others.some((other) => isSame(one, other)),
    );
    const shown = collection.get(uri) ?? [];
    if (ours.length !== shown.length || ours.some((one, index) => one !== shown[index]))
      collection.set(uri, ours);
  };
  const clear = (uri: vscode.Uri) => {
    said.delete(uri.toString());
    collection.delete(uri);
  };
  const update = async (document: vscode.TextDocument) => {
    if (document.isClosed || isView(document)) return;
    if (!settings(document).get("diagnostics.enabled", true)) return clear(document.uri);
    const { version } = document;
    const isWanted = () => !document.isClosed && document.version === version;
    const read: Read[] = [];
    for (const source of sourcesOf(document, editions)) {
      const analysis = analyses.of(source);
      const concerns =
        settings(document).get("diagnostics.everywhere", false) ||
        (await inSlices(concernsThreads(analysis), isWanted));
      if (!isWanted()) return;
      if (concerns === true) read.push({ source, analysis });
    }
    const say = (of: (analysis: Analysis) => readonly Diagnostic[]) => {
      const converted = read.flatMap(({ source, analysis }) =>
        of(analysis)
          .filter((one) => isInside(source, one.span))
          .flatMap((one) => converts(context, { source, analysis }, one)),
      );
      said.set(document.uri.toString(), converted);
      show(document.uri);
    };
    for (const { analysis } of read) await inSlices(analysis.compiling(), isWanted);
    if (!isWanted()) return;
    say((analysis) => analysis.compilerDiagnostics());
    for (const { analysis } of read) {
      const done = await inSlices(analysis.diagnosing(), isWanted);
      if (done === undefined || !isWanted()) return;
    }
    say((analysis) => analysis.diagnostics());
    if (read.length > 0) onDone();
  };
  const schedule = (document: vscode.TextDocument) => {
    if (document.languageId !== "rust" && document.languageId !== "markdown") return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void update(document);
      }, PAUSE_MS),
    );
  };
  const all = () => vscode.workspace.textDocuments.forEach(schedule);

  context.subscriptions.push(
    collection,
    { dispose: () => timers.forEach((timer) => clearTimeout(timer)) },
    vscode.workspace.onDidOpenTextDocument(schedule),
    vscode.workspace.onDidChangeTextDocument((event) => schedule(event.document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clear(document.uri);
      analyses.forget(document);
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) =>
      uris.filter((uri) => said.has(uri.toString())).forEach(show),
    ),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("lockstep")) all();
    }),
    editions.onDidChange(all),
  );
  all();
}

interface Read {
  readonly source: RustSource;
  readonly analysis: Analysis;
}

function converts(
  context: vscode.ExtensionContext,
  { source, analysis }: Read,
  diagnostic: Diagnostic,
): readonly vscode.Diagnostic[] {
  const wanted = settings(source.document).get<Record<string, string>>("diagnostics.severity", {});
  const severity = severityOf(diagnostic, wanted);
  if (severity === undefined) return [];
  const code = diagnostic.code && codeOf(diagnostic.code, context.extensionUri);
  return [toVscode(source, analysis, diagnostic, severity, code)];
}

function settings(document: vscode.TextDocument): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("lockstep", document);
}

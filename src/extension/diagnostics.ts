// Diagnostics: computed after a pause in typing, silent where another extension already reports the same code on the same line.

import * as vscode from "vscode";
import type { Diagnostic } from "../driver/contract.ts";
import type { Analyses } from "./analyses.ts";
import type { Editions } from "./editions.ts";
import { isInside, isView, rangeOf, sourcesOf, type RustSource } from "./sources.ts";

const PAUSE_MS = 100;

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

export function publishDiagnostics(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  editions: Editions,
): void {
  const collection = vscode.languages.createDiagnosticCollection("lockstep");
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const update = (document: vscode.TextDocument) => {
    if (document.isClosed || isView(document)) return;
    if (!vscode.workspace.getConfiguration("lockstep").get("diagnostics.enabled", true)) {
      collection.delete(document.uri);
      return;
    }
    const found = sourcesOf(document, editions).flatMap((source) =>
      analyses
        .of(source)
        .diagnostics()
        .filter((diagnostic) => isInside(source, diagnostic.span))
        .map((diagnostic) => convert(source, diagnostic)),
    );
    const others = vscode.languages
      .getDiagnostics(document.uri)
      .filter((other) => other.source !== "lockstep");
    collection.set(
      document.uri,
      found.filter((one) => !others.some((other) => isSame(one, other))),
    );
  };
  const schedule = (document: vscode.TextDocument) => {
    if (document.languageId !== "rust" && document.languageId !== "markdown") return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        update(document);
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
      collection.delete(document.uri);
      analyses.forget(document);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("lockstep")) all();
    }),
    editions.onDidChange(all),
  );
  all();
}

function convert(source: RustSource, diagnostic: Diagnostic): vscode.Diagnostic {
  const converted = new vscode.Diagnostic(
    rangeOf(source, diagnostic.span),
    diagnostic.message,
    SEVERITIES[diagnostic.severity],
  );
  converted.source = "lockstep";
  if (diagnostic.code !== undefined) converted.code = codeOf(diagnostic.code);
  converted.relatedInformation = diagnostic.related.map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(source.document.uri, rangeOf(source, place.span)),
        place.message,
      ),
  );
  return converted;
}

function codeOf(code: string): NonNullable<vscode.Diagnostic["code"]> {
  if (!/^E\d{4}$/.test(code)) return code;
  return {
    value: code,
    target: vscode.Uri.parse(`https://doc.rust-lang.org/error_codes/${code}.html`),
  };
}

function isSame(one: vscode.Diagnostic, other: vscode.Diagnostic): boolean {
  const code = (diagnostic: vscode.Diagnostic) =>
    typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code;
  return code(one) === code(other) && one.range.start.line === other.range.start.line;
}

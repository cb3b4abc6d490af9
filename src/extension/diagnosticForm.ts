// A message in the form of VS Code: its severity as the settings have it, its code as a link, its related places.

import * as vscode from "vscode";
import type { Analysis, Diagnostic } from "../driver/contract.ts";
import { rangeOf, type RustSource } from "./sources.ts";

export type Code = NonNullable<vscode.Diagnostic["code"]>;

const DEFAULTS = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

const NAMED: Readonly<Record<string, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

const OWN = "lockstep::";

/** Undefined where the settings switch a warning of ours off. What rustc says has rustc's severity. */
export function severityOf(
  { code, severity }: Diagnostic,
  wanted: Readonly<Record<string, string>>,
): vscode.DiagnosticSeverity | undefined {
  const choice = code?.startsWith(OWN) === true ? wanted[code.slice(OWN.length)] : undefined;
  if (choice === "off") return undefined;
  return NAMED[choice ?? ""] ?? DEFAULTS[severity];
}

export function toVscode(
  source: RustSource,
  analysis: Analysis,
  diagnostic: Diagnostic,
  severity: vscode.DiagnosticSeverity,
  code: Code | undefined,
): vscode.Diagnostic {
  const converted = new vscode.Diagnostic(
    rangeOf(source, analysis, diagnostic.span),
    diagnostic.message,
    severity,
  );
  converted.source = "lockstep";
  if (code !== undefined) converted.code = code;
  converted.relatedInformation = diagnostic.related.map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(source.document.uri, rangeOf(source, analysis, place.span)),
        place.message,
      ),
  );
  return converted;
}

/** rustc's error codes lead to rustc's page, ours to the page that comes with the extension. */
export function codeOf(code: string, extension: vscode.Uri): Code {
  if (/^E\d{4}$/.test(code)) {
    const target = vscode.Uri.parse(`https://doc.rust-lang.org/error_codes/${code}.html`);
    return { value: code, target };
  }
  if (!code.startsWith(OWN)) return code;
  const page = `${code.slice(OWN.length)}.md`;
  return { value: code, target: vscode.Uri.joinPath(extension, "docs", "warnings", page) };
}

export function isSame(one: vscode.Diagnostic, other: vscode.Diagnostic): boolean {
  return valueOf(one) === valueOf(other) && one.range.start.line === other.range.start.line;
}

export function valueOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === "object" ? code.value : code;
}

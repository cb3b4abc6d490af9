// lockstep check: what rustc would say, and what it would not.

import type { Analysis } from "../driver/contract.ts";
import {
  diagnosticText,
  diagnosticsJson,
  errorsOf,
  placeOf,
  unsupportedJson,
  type Report,
} from "./report.ts";

export function check(analysis: Analysis): Report {
  const found = analysis.diagnostics();
  const errors = errorsOf(analysis).length;
  const unsupported = analysis
    .unsupported()
    .map(
      ({ span, what, reason }) =>
        `not run: ${what} (line ${placeOf(analysis, span).line}): ${reason}\n`,
    );
  const summary =
    found.length === 0
      ? "No errors.\n"
      : `${count(errors, "error")}, ${count(found.length - errors, "other message")}.\n`;
  return {
    json: {
      file: analysis.file,
      diagnostics: diagnosticsJson(analysis),
      unsupported: unsupportedJson(analysis),
    },
    text: [
      ...found.map((diagnostic) => diagnosticText(analysis, diagnostic)),
      ...unsupported,
      summary,
    ].join("\n"),
    found: errors > 0,
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// CodeLens above each function that starts threads or can be run on its own.

import * as vscode from "vscode";
import { lensesOf } from "../ide/lenses.ts";
import type { Analyses } from "./analyses.ts";
import type { Editions } from "./editions.ts";
import { isInside, rangeOf, sourcesOf } from "./sources.ts";

export function createLensProvider(
  analyses: Analyses,
  editions: Editions,
): vscode.CodeLensProvider {
  return {
    provideCodeLenses(document) {
      if (!vscode.workspace.getConfiguration("lockstep").get("codeLens.enabled", true)) return [];
      return sourcesOf(document, editions).flatMap((source) => {
        const analysis = analyses.of(source);
        return lensesOf(analysis)
          .filter((lens) => isInside(source, lens.span))
          .map((lens) => {
            const range = rangeOf(source, analysis, lens.span);
            return new vscode.CodeLens(range, {
              title: lens.title,
              command: "lockstep.visualizeConcurrency",
              arguments: [
                { uri: document.uri.toString(), line: range.start.line, argument: lens.entry },
              ],
            });
          });
      });
    },
  };
}

// Inlay hints where a guard is released. Off unless asked for: they are many.

import * as vscode from "vscode";
import { bodiesWithin, releaseHints } from "../ide/sections.ts";
import type { Analyses } from "./analyses.ts";
import type { Editions } from "./editions.ts";
import { inStretches } from "./pace.ts";
import { isInside, positionIn, rangeOf, sourcesOf } from "./sources.ts";

const SETTING = "inlayHints.releases";

export function registerInlayHints(
  context: vscode.ExtensionContext,
  selector: vscode.DocumentSelector,
  analyses: Analyses,
  editions: Editions,
): void {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range, token) {
      if (!vscode.workspace.getConfiguration("lockstep").get(SETTING, false)) return [];
      const { version } = document;
      const stale = () => token.isCancellationRequested || document.version !== version;
      const hints: vscode.InlayHint[] = [];
      for (const source of sourcesOf(document, editions)) {
        const analysis = analyses.of(source);
        const shown = {
          start: positionIn(source, analysis, range.start),
          end: positionIn(source, analysis, range.end),
        };
        const found = await inStretches(
          bodiesWithin(analysis, shown),
          (body) => releaseHints(analysis, body),
          stale,
        );
        for (const { offset, label, tooltip } of found.flat()) {
          if (!isInside(source, { start: offset, end: offset })) continue;
          const at = rangeOf(source, analysis, { start: offset, end: offset }).start;
          const hint = new vscode.InlayHint(at, label);
          hint.paddingLeft = true;
          hint.tooltip = tooltip;
          hints.push(hint);
        }
      }
      return stale() ? [] : hints;
    },
  };
  context.subscriptions.push(
    changed,
    vscode.languages.registerInlayHintsProvider(selector, provider),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`lockstep.${SETTING}`)) changed.fire();
    }),
  );
}

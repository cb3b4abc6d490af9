// One analysis per Rust source and version; older ones are let go.

import type * as vscode from "vscode";
import type { Analysis } from "../driver/contract.ts";
import type { Engine } from "../driver/engine.ts";
import type { RustSource } from "./sources.ts";

export interface Analyses {
  of(source: RustSource): Analysis;
  forget(document: vscode.TextDocument): void;
}

/** `note`: told how long an analysis took. */
export function cacheAnalyses(
  engine: Engine,
  note: (file: string, milliseconds: number) => void = () => {},
): Analyses {
  const byDocument = new WeakMap<vscode.TextDocument, Map<string, Analysis>>();
  return {
    of(source) {
      const known = byDocument.get(source.document) ?? new Map<string, Analysis>();
      byDocument.set(source.document, known);
      const key = `${source.edition}\n${source.text}`;
      const hit = known.get(key);
      if (hit !== undefined) return hit;
      const live = new Set([key]);
      if (source.document.languageId !== "rust") for (const other of known.keys()) live.add(other);
      for (const other of known.keys())
        if (!live.has(other) || known.size > 20) known.delete(other);
      const begun = performance.now();
      const analysis = engine.analyze(source.text, { file: source.file, edition: source.edition });
      known.set(key, analysis);
      note(source.file, performance.now() - begun);
      return analysis;
    },
    forget(document) {
      byDocument.delete(document);
    },
  };
}

// One analysis per Rust source and version; older ones are let go.
//
// A Rust file that is typed in goes on from the analysis before the edit; its positions are then those of a text with
// room in it, and `rangeOf` of sources.ts leads back.

import type * as vscode from "vscode";
import type { Analysis } from "../driver/contract.ts";
import type { Engine } from "../driver/engine.ts";
import type { RustSource } from "./sources.ts";

export interface Analyses {
  of(source: RustSource): Analysis;
  /** With the positions of the text as it is, for those who change it. */
  plain(source: RustSource): Analysis;
  forget(document: vscode.TextDocument): void;
}

/** A Markdown file has no more fences than this whose analyses are kept. */
const MAX_FENCES = 20;

/** `note`: told how long an analysis took. */
export function cacheAnalyses(
  engine: Engine,
  note: (file: string, milliseconds: number) => void = () => {},
): Analyses {
  const files = new WeakMap<vscode.TextDocument, Analysis>();
  const fences = new WeakMap<vscode.TextDocument, Map<string, Analysis>>();
  let written: { readonly document: vscode.TextDocument; readonly analysis: Analysis } | undefined;

  const noted = (source: RustSource, make: () => Analysis): Analysis => {
    const begun = performance.now();
    const analysis = make();
    note(source.file, performance.now() - begun);
    return analysis;
  };
  const ofFile = (source: RustSource): Analysis => {
    const before = files.get(source.document);
    if (before !== undefined && isOf(before, source)) return before;
    const same = before?.file === source.file && before.edition === source.edition;
    const analysis = noted(source, () =>
      same ? engine.edit(before, source.text) : engine.open(source.text, source),
    );
    files.set(source.document, analysis);
    return analysis;
  };
  const ofFence = (source: RustSource): Analysis => {
    const known = fences.get(source.document) ?? new Map<string, Analysis>();
    fences.set(source.document, known);
    const key = `${source.edition}\n${source.text}`;
    const hit = known.get(key);
    if (hit !== undefined) return hit;
    for (const other of known.keys()) if (known.size >= MAX_FENCES) known.delete(other);
    const analysis = noted(source, () => engine.analyze(source.text, source));
    known.set(key, analysis);
    return analysis;
  };
  return {
    of: (source) => (isWholeFile(source) ? ofFile(source) : ofFence(source)),
    plain(source) {
      if (!isWholeFile(source)) return ofFence(source);
      if (written?.document !== source.document || !isOf(written.analysis, source)) {
        const analysis = engine.analyze(source.text, source);
        written = { document: source.document, analysis };
      }
      return written.analysis;
    },
    forget(document) {
      files.delete(document);
      fences.delete(document);
      if (written?.document === document) written = undefined;
    },
  };
}

function isWholeFile({ document, start }: RustSource): boolean {
  return document.languageId === "rust" && start === 0;
}

function isOf(analysis: Analysis, source: RustSource): boolean {
  return (
    analysis.source === source.text &&
    analysis.edition === source.edition &&
    analysis.file === source.file
  );
}

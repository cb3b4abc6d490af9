// Marks in the source: where each thread of the shown run stands, in its colour, and the life of a guard under the pointer.

import * as vscode from "vscode";
import { firstLine, type RustSource } from "./sources.ts";

export interface ThreadLine {
  readonly thread: number;
  readonly line: number;
  readonly state: string;
}

export interface Markers {
  show(
    owner: vscode.WebviewPanel,
    source: RustSource,
    lines: readonly ThreadLine[],
    reveal: number | undefined,
  ): void;
  clear(owner: vscode.WebviewPanel): void;
  /** The life of the guard under the pointer; it hides the section around the caret meanwhile. */
  tint(document: vscode.TextDocument, range: vscode.Range | undefined): void;
  /** The critical section around the caret. */
  section(document: vscode.TextDocument, range: vscode.Range | undefined): void;
}

/** Threads take turns in these colours, which the panel uses in the same order (package.json, `contributes.colors`). */
const COLORS = 8;

/** How long the life of a guard stays lit after it was pointed at. */
const TINT_MS = 6000;

export function createMarkers(context: vscode.ExtensionContext): Markers {
  const types = Array.from({ length: COLORS }, (_, index) =>
    vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor(`lockstep.threadLine${index}`),
      overviewRulerColor: new vscode.ThemeColor(`lockstep.thread${index}`),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    }),
  );
  const section = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor("lockstep.criticalSection"),
  });
  const around = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderWidth: "0 0 0 2px",
    borderStyle: "solid",
    borderColor: new vscode.ThemeColor("lockstep.criticalSectionBorder"),
    overviewRulerColor: new vscode.ThemeColor("lockstep.criticalSectionBorder"),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  });
  context.subscriptions.push(section, around, ...types);
  const marked = new Map<vscode.WebviewPanel, vscode.TextDocument>();

  const editorsOf = (document: vscode.TextDocument) =>
    vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
  const paint = (editor: vscode.TextEditor, source: RustSource, lines: readonly ThreadLine[]) => {
    const byColor: vscode.DecorationOptions[][] = types.map(() => []);
    const labels = new Map<number, string[]>();
    for (const { thread, line, state } of lines) {
      const names = labels.get(line) ?? [];
      labels.set(line, names);
      names.push(
        `${thread === 0 ? "main" : `thread ${thread}`}${state === "running" ? "" : ` (${state})`}`,
      );
    }
    const labelled = new Set<number>();
    for (const { thread, line } of lines) {
      const row = firstLine(source) + line - 1;
      if (line < 1 || row >= source.document.lineCount) continue;
      const color = thread % COLORS;
      const text = labelled.has(line) ? "" : (labels.get(line) ?? []).join(", ");
      labelled.add(line);
      byColor[color]?.push({
        range: source.document.lineAt(row).range,
        renderOptions: {
          after: {
            contentText: text === "" ? "" : `◀ ${text}`,
            margin: "0 0 0 2em",
            color: new vscode.ThemeColor(`lockstep.thread${color}`),
          },
        },
      });
    }
    types.forEach((type, index) => editor.setDecorations(type, byColor[index] ?? []));
  };

  let fading: ReturnType<typeof setTimeout> | undefined;
  const untint = (document: vscode.TextDocument) => {
    clearTimeout(fading);
    for (const editor of editorsOf(document)) editor.setDecorations(section, []);
  };
  context.subscriptions.push(
    vscode.window.onDidChangeTextEditorSelection((event) => untint(event.textEditor.document)),
    new vscode.Disposable(() => clearTimeout(fading)),
  );

  return {
    show(owner, source, lines, reveal) {
      marked.set(owner, source.document);
      for (const editor of editorsOf(source.document)) {
        paint(editor, source, lines);
        if (reveal === undefined || reveal < 1) continue;
        const position = new vscode.Position(firstLine(source) + reveal - 1, 0);
        editor.revealRange(
          new vscode.Range(position, position),
          vscode.TextEditorRevealType.InCenterIfOutsideViewport,
        );
      }
    },
    clear(owner) {
      const document = marked.get(owner);
      marked.delete(owner);
      if (document === undefined) return;
      for (const editor of editorsOf(document))
        for (const type of types) editor.setDecorations(type, []);
    },
    tint(document, range) {
      clearTimeout(fading);
      // Nobody tells when a hover goes away.
      if (range !== undefined) fading = setTimeout(() => untint(document), TINT_MS);
      for (const editor of editorsOf(document))
        editor.setDecorations(section, range === undefined ? [] : [range]);
    },
    section(document, range) {
      for (const editor of vscode.window.visibleTextEditors)
        editor.setDecorations(
          around,
          range === undefined || editor.document !== document ? [] : [range],
        );
    },
  };
}

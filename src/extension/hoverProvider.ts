// Hovers: ide's plain data as VS Code's Markdown. Links are commands with ids; nothing of the program is trusted.

import * as vscode from "vscode";
import type { Span } from "../base/span.ts";
import type { Hover, HoverAction } from "../ide/contract.ts";
import { hoverAt } from "../ide/hover.ts";
import type { Analyses } from "./analyses.ts";
import type { Editions } from "./editions.ts";
import { draw, pictureMarkdown, type Palette } from "../ide/pictures.ts";
import { positionIn, rangeOf, sourceAt } from "./sources.ts";

const COMMANDS: Record<HoverAction["action"], string> = {
  visualize: "lockstep.visualizeConcurrency",
  explore: "lockstep.exploreSchedules",
  whatIf: "lockstep.visualizeUnchecked",
  card: "lockstep.openCard",
};

export function createHoverProvider(
  analyses: Analyses,
  editions: Editions,
  onHover: (document: vscode.TextDocument, range: vscode.Range | undefined) => void,
  trace: (text: () => string) => void,
): vscode.HoverProvider {
  return {
    provideHover(document, position, token) {
      if (!vscode.workspace.getConfiguration("lockstep").get("hover.enabled", true))
        return undefined;
      if (token.isCancellationRequested) return undefined;
      const begun = performance.now();
      const source = sourceAt(document, position, editions);
      const analysis = source && analyses.of(source);
      const hover = analysis && hoverAt(analysis, positionIn(source, analysis, position));
      const rangeIn = (span: Span) => analysis && rangeOf(source, analysis, span);
      onHover(document, hover?.tint && rangeIn(hover.tint));
      const line = position.line + 1;
      trace(() => `hover, line ${line}: ${(performance.now() - begun).toFixed(1)} ms`);
      if (hover === undefined) return undefined;
      return new vscode.Hover(render(hover, document, position), rangeIn(hover.span));
    },
  };
}

const DARK: Palette = {
  text: "#d4d4d4",
  dim: "#8a8a8a",
  lock: "#E8A33D",
  good: "#89d185",
  bad: "#f48771",
  box: "#2d2d30",
};
const LIGHT: Palette = {
  text: "#1f1f1f",
  dim: "#6e6e6e",
  lock: "#B85000",
  good: "#2e7d32",
  bad: "#c62828",
  box: "#ffffff",
};

/** Images in hovers cannot use the theme's variables. */
function palette(): Palette {
  const { kind } = vscode.window.activeColorTheme;
  const light =
    kind === vscode.ColorThemeKind.Light || kind === vscode.ColorThemeKind.HighContrastLight;
  return light ? LIGHT : DARK;
}

function render(
  hover: Hover,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.MarkdownString {
  const links = hover.actions.map((action) => {
    const args = [{ uri: document.uri.toString(), line: position.line, argument: action.argument }];
    const query = encodeURIComponent(JSON.stringify(args));
    return `[${action.title}](command:${COMMANDS[action.action]}?${query})`;
  });
  const drawn = vscode.workspace.getConfiguration("lockstep").get("hover.pictures", true)
    ? hover.picture
    : undefined;
  const picture = drawn === undefined ? [] : [pictureMarkdown(draw(drawn, palette()))];
  const actions = links.length === 0 ? [] : [links.join(" · ")];
  const text = [hover.markdown, ...picture, ...actions].join("\n\n");
  const markdown = new vscode.MarkdownString(text);
  markdown.supportHtml = false;
  markdown.isTrusted = { enabledCommands: Object.values(COMMANDS) };
  return markdown;
}

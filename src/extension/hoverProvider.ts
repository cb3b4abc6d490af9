// Hovers: ide's plain data as VS Code's Markdown. Links are commands with ids; nothing of the program is trusted.

import * as vscode from "vscode";
import type { Hover, HoverAction } from "../ide/contract.ts";
import { hoverAt } from "../ide/hover.ts";
import type { Analyses } from "./analyses.ts";
import type { Editions } from "./editions.ts";
import { rangeOf, sourceAt, type RustSource } from "./sources.ts";

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
): vscode.HoverProvider {
  return {
    provideHover(document, position) {
      const source = sourceAt(document, position, editions);
      const hover =
        source && hoverAt(analyses.of(source), document.offsetAt(position) - source.start);
      onHover(
        document,
        hover?.tint === undefined ? undefined : rangeOf(source as RustSource, hover.tint),
      );
      if (source === undefined || hover === undefined) return undefined;
      return new vscode.Hover(render(hover, document, position), rangeOf(source, hover.span));
    },
  };
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
  const text = links.length === 0 ? hover.markdown : `${hover.markdown}\n\n${links.join(" · ")}`;
  const markdown = new vscode.MarkdownString(text);
  markdown.supportHtml = false;
  markdown.isTrusted = { enabledCommands: Object.values(COMMANDS) };
  return markdown;
}

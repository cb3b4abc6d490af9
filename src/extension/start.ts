// Puts the extension together. What differs between desktop and web comes in as `Host`.

import * as vscode from "vscode";
import { createEngine } from "../driver/engine.ts";
import { conceptCard } from "../ide/concepts.ts";
import { cacheAnalyses } from "./analyses.ts";
import { publishDiagnostics } from "./diagnostics.ts";
import { watchEditions } from "./editions.ts";
import { createHoverProvider } from "./hoverProvider.ts";
import { createLensProvider } from "./lensProvider.ts";
import { createMarkers } from "./markers.ts";
import { SELECTOR } from "./sources.ts";
import { registerVisualize, type CommandArgument } from "./visualize.ts";
import type { Host } from "./workerClient.ts";

/** What `activate` returns: for tests, and for other extensions that want to know. */
export interface LockstepApi {
  readonly version: string;
  readonly openPanels: () => number;
}

export function start(context: vscode.ExtensionContext, host: Host): LockstepApi {
  const log = vscode.window.createOutputChannel("Lockstep", { log: true });
  const engine = createEngine();
  const analyses = cacheAnalyses(engine);
  const editions = watchEditions(context);
  const markers = createMarkers(context);
  const { panels } = registerVisualize({ context, host, markers, log }, editions);
  context.subscriptions.push(
    log,
    vscode.languages.registerHoverProvider(
      SELECTOR,
      createHoverProvider(analyses, editions, markers.tint),
    ),
    vscode.languages.registerCodeLensProvider(SELECTOR, createLensProvider(analyses, editions)),
    vscode.commands.registerCommand("lockstep.openCard", async (argument?: CommandArgument) => {
      const card = conceptCard(engine, argument?.argument ?? "");
      if (card === undefined) return;
      const document = await vscode.workspace.openTextDocument({
        language: "markdown",
        content: card,
      });
      await vscode.commands.executeCommand("markdown.showPreview", document.uri);
    }),
  );
  publishDiagnostics(context, analyses, editions);
  return {
    version: String(context.extension.packageJSON.version),
    openPanels: () => panels.size,
  };
}

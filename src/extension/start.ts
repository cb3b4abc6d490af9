// Puts the extension together. What differs between desktop and web comes in as `Host`.

import * as vscode from "vscode";
import { translate, type Catalogue } from "../base/language.ts";
import { createEngine } from "../driver/engine.ts";
import { TABLES } from "../explain/tables.ts";
import { conceptCard } from "../ide/concepts.ts";
import { cacheAnalyses } from "./analyses.ts";
import { publishDiagnostics } from "./diagnostics.ts";
import { watchEditions } from "./editions.ts";
import { followCaret } from "./caret.ts";
import { registerExamples } from "./examples.ts";
import { createFixProvider, FIX_KINDS } from "./fixProvider.ts";
import { createHoverProvider } from "./hoverProvider.ts";
import { registerInlayHints } from "./inlayHints.ts";
import { createLensProvider } from "./lensProvider.ts";
import { createMarkers } from "./markers.ts";
import { registerReport, type ShownRun } from "./report.ts";
import { SELECTOR } from "./sources.ts";
import { keepSpareThread } from "./spareThread.ts";
import { registerVisualize, type CommandArgument } from "./visualize.ts";
import type { Host } from "./workerClient.ts";

/** What `activate` returns: for tests, and for other extensions that want to know. */
export interface LockstepApi {
  readonly version: string;
  readonly openPanels: () => number;
  /** What the status bar says of the function under the caret. */
  readonly statusText: () => string | undefined;
}

export function start(context: vscode.ExtensionContext, host: Host): LockstepApi {
  const log = vscode.window.createOutputChannel("Lockstep", { log: true });
  const catalogue = vscode.l10n.bundle ?? {};
  translate(TABLES, catalogue);
  const engine = createEngine(() => host.snapshot?.(), catalogue);
  const trace = (text: () => string) => {
    if (vscode.workspace.getConfiguration("lockstep").get("trace", false)) log.info(text());
  };
  const analyses = cacheAnalyses(engine, (file, milliseconds) =>
    trace(() => `analysis of ${file}: ${milliseconds.toFixed(1)} ms`),
  );
  const editions = watchEditions(context);
  const markers = createMarkers(context);
  let lastRun: ShownRun | undefined;
  const onRun = (run: ShownRun) => (lastRun = run);
  const threads = keepSpareThread(speaking(host, catalogue));
  const { panels } = registerVisualize(
    { context, host: threads.host, markers, log, onRun },
    editions,
  );
  const caret = followCaret(context, analyses, editions, markers);
  registerReport(context, editions, () => lastRun);
  registerExamples(context);
  registerInlayHints(context, SELECTOR, analyses, editions);
  context.subscriptions.push(
    log,
    threads,
    vscode.commands.registerCommand("lockstep.showLog", () => log.show()),
    vscode.commands.registerCommand("lockstep.getStarted", () =>
      vscode.commands.executeCommand(
        "workbench.action.openWalkthrough",
        `${context.extension.id}#lockstep.getStarted`,
      ),
    ),
    vscode.languages.registerHoverProvider(
      SELECTOR,
      createHoverProvider(analyses, editions, markers.tint, trace),
    ),
    vscode.languages.registerCodeActionsProvider(
      SELECTOR,
      createFixProvider(engine, analyses, editions),
      FIX_KINDS,
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
  publishDiagnostics(context, analyses, editions, () => {
    if (panels.size === 0) threads.prepare();
  });
  return {
    version: String(context.extension.packageJSON.version),
    openPanels: () => panels.size,
    statusText: caret.statusText,
  };
}

/** Each checking thread hears first which language it is to speak. */
function speaking(host: Host, catalogue: Catalogue): Host {
  if (Object.keys(catalogue).length === 0) return host;
  return {
    ...host,
    createWorker() {
      const port = host.createWorker();
      port.post({ kind: "language", id: 0, name: vscode.env.language, catalogue });
      return port;
    },
  };
}

// Entry on the desktop and on servers: the checking thread is a Node worker. The package carries std as text; the first
// start of a version has a thread make its snapshot, which later starts open.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type * as vscode from "vscode";
import { SNAPSHOT_NAME } from "../../driver/keptStd.ts";
import type { FromWorker, WorkerPort } from "../../protocol/work.ts";
import { start, type LockstepApi } from "../start.ts";

/** The editor's own start comes first. */
const MAKE_AFTER_MS = 5000;

export function activate(context: vscode.ExtensionContext): LockstepApi {
  const script = join(context.extensionPath, "dist", "worker.js");
  const kept = context.globalStorageUri.fsPath;
  const file = SNAPSHOT_NAME === undefined ? undefined : join(kept, SNAPSHOT_NAME);
  if (file !== undefined && !existsSync(file)) {
    const timer = setTimeout(() => makeSnapshot(script, kept), MAKE_AFTER_MS);
    context.subscriptions.push({ dispose: () => clearTimeout(timer) });
  }
  return start(context, {
    createWorker: () => createNodeWorker(script, kept),
    snapshot: () =>
      file !== undefined && existsSync(file) ? readFileSync(file, "latin1") : undefined,
  });
}

function createNodeWorker(script: string, kept: string): WorkerPort {
  const worker = new Worker(script, {
    workerData: { kept },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on("message", (message: FromWorker) => listener(message)),
    onError: (listener) => void worker.on("error", listener),
    terminate: () => void worker.terminate(),
  };
}

/** Where it fails, for want of space or rights, the next start reads the text again. */
function makeSnapshot(script: string, kept: string): void {
  const worker = new Worker(script, { workerData: { kept, make: true } });
  worker.on("error", () => {});
  worker.unref();
}

// Entry on the desktop and on servers: the checking thread is a Node worker.

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type * as vscode from "vscode";
import type { FromWorker, WorkerPort } from "../../protocol/work.ts";
import { start, type LockstepApi } from "../start.ts";

export function activate(context: vscode.ExtensionContext): LockstepApi {
  return start(context, { createWorker: () => createNodeWorker(context.extensionPath) });
}

function createNodeWorker(root: string): WorkerPort {
  const worker = new Worker(join(root, "dist", "worker.js"), {
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on("message", (message: FromWorker) => listener(message)),
    onError: (listener) => void worker.on("error", listener),
    terminate: () => void worker.terminate(),
  };
}

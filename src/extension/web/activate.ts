// Entry in the browser: the checking thread is a web worker, started from a blob because the host's page has another origin.

import * as vscode from "vscode";
import type { FromWorker, ToWorker, WorkerPort } from "../../protocol/work.ts";
import { start, type LockstepApi } from "../start.ts";

/** The part of the browser's Worker that is used; the extension's own library types have no DOM. */
interface BrowserWorker {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

declare const Worker: new (url: string) => BrowserWorker;

/** True in the package, whose one bundle is also the worker's (scripts/universal.mjs). */
declare const LOCKSTEP_UNIVERSAL: boolean;

const SCRIPT = LOCKSTEP_UNIVERSAL ? ["dist", "lockstep.js"] : ["dist", "web", "worker.js"];
const PRELUDE = LOCKSTEP_UNIVERSAL
  ? "self.lockstepWorker = true; var module = { exports: {} }, exports = module.exports;\n"
  : "";

export function activate(context: vscode.ExtensionContext): LockstepApi {
  return start(context, { createWorker: () => createBrowserWorker(context.extensionUri) });
}

/** Messages wait until the script has been fetched. */
function createBrowserWorker(root: vscode.Uri): WorkerPort {
  const waiting: ToWorker[] = [];
  let worker: BrowserWorker | undefined;
  let closed = false;
  let onMessage: (message: FromWorker) => void = () => {};
  let onError: (error: Error) => void = () => {};
  const open = async () => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, ...SCRIPT));
    if (closed) return;
    const url = URL.createObjectURL(new Blob([PRELUDE, bytes], { type: "text/javascript" }));
    worker = new Worker(url);
    worker.onmessage = (event) => onMessage(event.data);
    worker.onerror = (event) => onError(new Error(event.message ?? "it could not be started"));
    for (const message of waiting.splice(0)) worker.postMessage(message);
  };
  open().catch((error: unknown) =>
    onError(error instanceof Error ? error : new Error(String(error))),
  );
  return {
    post: (message) =>
      worker === undefined ? void waiting.push(message) : worker.postMessage(message),
    onMessage: (listener) => (onMessage = listener),
    onError: (listener) => (onError = listener),
    terminate() {
      closed = true;
      worker?.terminate();
    },
  };
}

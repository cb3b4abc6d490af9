// The checking thread as the extension sees it: requests with ids, answers routed to who asked. A thread that dies is
// replaced at the next request, and its open requests fail with a sentence.

import type { Verdict } from "../trace/verdict.ts";
import { createNonce } from "./panelHtml.ts";
import { say } from "../explain/hoverText.ts";
import { REFUSALS } from "../explain/refusalWords.ts";
import type { FromWorker, Subject, ToWorker, WorkerPort } from "../protocol/work.ts";
import type { FileFormat, PanelLook, Scheduler, ToPanel } from "../protocol/messages.ts";

export interface Host {
  createWorker(): WorkerPort;
  /** A snapshot of std that an earlier start has made; see driver/stdKept.ts. */
  snapshot?(): string | undefined;
}

export interface RunOptions {
  readonly whatIf: boolean;
  readonly variants: boolean;
}

export interface WorkerClient {
  run(subject: Subject, scheduler: Scheduler, how: RunOptions): void;
  explore(subject: Subject, whatIf: boolean, timeLimitMs: number, maxStates: number): void;
  pictures(from: number, to: number): void;
  /** The shown run as a file's text. */
  export(format: FileFormat, look: PanelLook, verdict: Verdict | undefined): Promise<string>;
  cancel(): void;
  dispose(): void;
}

/** A thread of its own for each panel, so that two explorations do not disturb each other. */
export function createWorkerClient(
  host: Host,
  onMessage: (message: ToPanel) => void,
): WorkerClient {
  let port: WorkerPort | undefined;
  let nextId = 1;
  let exploring: number | undefined;
  let running: number | undefined;
  const exporting = new Map<number, (content: string) => void>();

  const receive = (message: FromWorker) => {
    switch (message.kind) {
      case "panel":
        if (message.message.kind === "trace" && message.id !== running) return;
        onMessage(message.message);
        return;
      case "exported":
        exporting.get(message.id)?.(message.content);
        exporting.delete(message.id);
        return;
      case "done":
        if (message.id === exploring) exploring = undefined;
        return;
      case "failed":
        onMessage({ kind: "refused", file: "", message: message.message, reasons: [] });
    }
  };
  const ensure = (): WorkerPort => {
    if (port !== undefined) return port;
    const fresh = host.createWorker();
    fresh.onMessage(receive);
    fresh.onError((error) => {
      if (port === fresh) port = undefined;
      onMessage({
        kind: "refused",
        file: "",
        message: say(REFUSALS.stopped, { reason: error.message }),
        reasons: [],
      });
    });
    port = fresh;
    return fresh;
  };
  const post = (message: ToWorker) => ensure().post(message);

  return {
    run(subject, scheduler, how) {
      running = nextId++;
      post({ kind: "run", id: running, subject, scheduler, ...how });
    },
    explore(subject, whatIf, timeLimitMs, maxStates) {
      if (exploring !== undefined) post({ kind: "cancel", id: exploring });
      exploring = nextId++;
      post({ kind: "explore", id: exploring, subject, whatIf, timeLimitMs, maxStates });
    },
    pictures(from, to) {
      post({ kind: "pictures", id: nextId++, from, to });
    },
    export(format, look, verdict) {
      const id = nextId++;
      post({ kind: "export", id, format, look, verdict, nonce: createNonce() });
      return new Promise((done) => exporting.set(id, done));
    },
    cancel() {
      if (exploring !== undefined) post({ kind: "cancel", id: exploring });
      exploring = undefined;
    },
    dispose() {
      port?.terminate();
      port = undefined;
    },
  };
}

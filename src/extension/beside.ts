// The second of two runs in one panel: a checking thread of its own, its messages marked as the other's.

import * as vscode from "vscode";
import { EDITOR_WORDS } from "../explain/refusalWords.ts";
import type { FromPanel, ToPanel } from "../protocol/messages.ts";
import type { Subject } from "../protocol/work.ts";
import { alignTraces } from "../trace/align.ts";
import type { Trace } from "../trace/trace.ts";
import { createWorkerClient, type Host } from "./workerClient.ts";

export interface OtherRun {
  readonly title: string;
  readonly subject: Subject;
}

export interface Beside {
  show(run: OtherRun, own: { readonly title: string; readonly trace: Trace | undefined }): void;
  hide(): void;
  /** The first run is another one now. */
  ownRun(trace: Trace): void;
  receive(message: FromPanel): void;
  /** What the panel has to be told when it comes back. */
  readonly latest: Iterable<ToPanel>;
  dispose(): void;
}

/** Messages of the other run that fill a part of the panel. */
const KEPT: ReadonlySet<string> = new Set(["trace", "rejected", "refused", "verdict", "arguments"]);

export function createBeside(host: Host, send: (message: ToPanel) => void): Beside {
  let other: OtherRun | undefined;
  const traces: { own: Trace | undefined; other: Trace | undefined } = {
    own: undefined,
    other: undefined,
  };
  const latest = new Map<string, ToPanel>();
  const tell = (part: string, message: ToPanel) => {
    latest.set(part, message);
    send(message);
  };
  const align = () => {
    if (other === undefined || traces.own === undefined || traces.other === undefined) return;
    tell("aligned", { kind: "aligned", ...alignTraces(traces.own, traces.other) });
  };
  const worker = createWorkerClient(host, (message) => {
    if (other === undefined) return;
    const wrapped: ToPanel = { kind: "other", message };
    if (KEPT.has(message.kind)) tell(message.kind, wrapped);
    else send(wrapped);
    if (message.kind === "trace") traces.other = message.trace;
    if (message.kind === "trace") align();
  });
  const explore = () => {
    if (other === undefined) return;
    const settings = vscode.workspace.getConfiguration("lockstep");
    const seconds = settings.get("exploration.timeLimit", 10);
    const states = settings.get("exploration.maxStates", 1_000_000);
    worker.explore(other.subject, false, seconds * 1000, states);
  };
  const hide = () => {
    worker.cancel();
    other = undefined;
    traces.other = undefined;
    latest.clear();
    send({ kind: "pair", titles: undefined });
  };
  return {
    show(run, own) {
      hide();
      other = run;
      traces.own = own.trace;
      tell("pair", { kind: "pair", titles: [own.title, run.title] });
      worker.run(run.subject, { kind: "roundRobin" }, { whatIf: false, variants: false });
      explore();
    },
    hide,
    ownRun(trace) {
      traces.own = trace;
      align();
    },
    receive(message) {
      if (message.kind === "needPictures") worker.pictures(message.from, message.to);
      else if (message.kind === "explore") explore();
      else if (message.kind === "cancel") worker.cancel();
      else if (message.kind === "run" && other !== undefined)
        worker.run(other.subject, message.scheduler, { whatIf: message.whatIf, variants: false });
    },
    get latest() {
      return latest.values();
    },
    dispose: () => worker.dispose(),
  };
}

/** Asks for another Rust file of the workspace, and for what it is to be run as. */
export async function askForFile(but: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const files = await vscode.workspace.findFiles("**/*.rs", "**/target/**", 200);
  const choices = files
    .filter((uri) => uri.toString() !== but.toString())
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri, false), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const chosen = await vscode.window.showQuickPick(choices, {
    title: EDITOR_WORDS.besideFile,
    placeHolder: EDITOR_WORDS.besideFileHint,
  });
  return chosen && vscode.workspace.openTextDocument(chosen.uri);
}

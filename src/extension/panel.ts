// One panel of “Visualize concurrency”: a webview that plays, a worker that computes, and the editor in which both mark lines.

import * as vscode from "vscode";
import type { Edition } from "../base/edition.ts";
import { REFUSALS } from "../explain/refusalWords.ts";
import type {
  Beside,
  Edit,
  ExportFormat,
  FromPanel,
  PanelLook,
  PanelVariant,
  Scheduler,
  ToPanel,
} from "../protocol/messages.ts";
import type { Subject } from "../protocol/work.ts";
import type { Verdict } from "../trace/verdict.ts";
import type { Markers } from "./markers.ts";
import { applyEdits, movedBy, withEdits } from "./panelEdits.ts";
import { createBeside } from "./beside.ts";
import { askBeside, otherEdition, pairOf } from "./besideChoices.ts";
import { panelHtml } from "./panelHtml.ts";
import { copySchedule, saveExport } from "./exportFile.ts";
import { copyLink } from "./links.ts";
import type { ShownRun } from "./report.ts";
import { firstLine, type RustSource } from "./sources.ts";
import { createWorkerClient, type Host } from "./workerClient.ts";

export const PANEL_TYPE = "lockstep.panel";

/** What a panel shows: enough to find it again after a reload. */
export interface PanelTarget {
  readonly uri: string;
  /** 0-based line in the document that names the source (which fence) and the focus. */
  readonly line: number;
  readonly focus: readonly [number, number] | undefined;
  readonly entry: string | undefined;
  /** What somebody wrote for what the entry needs. */
  readonly arguments?: readonly string[];
  /** The second of two runs. */
  readonly beside?: Beside;
  /** Of a link's program; undefined: as its document has it. */
  readonly edition?: Edition;
}

/** How a panel begins. */
export interface PanelStart {
  readonly explore: boolean;
  /** With the compiler's check of `Send` and `Sync` off. */
  readonly whatIf: boolean;
  /** How threads are picked at first; undefined: round robin. */
  readonly scheduler?: Scheduler;
  /** Ask for a second run beside this one. */
  readonly askBeside?: boolean;
  /** Where the player stands first. */
  readonly cursor?: number;
}

export interface PanelParts {
  readonly context: vscode.ExtensionContext;
  readonly host: Host;
  readonly markers: Markers;
  /** The source the target means now; undefined when it is gone. */
  readonly find: (target: PanelTarget) => Promise<RustSource | undefined>;
  readonly log: vscode.LogOutputChannel;
  /** Told of every run that is shown. */
  readonly onRun?: (run: ShownRun) => void;
}

/** Which part of the panel a message fills; passing ones have none. */
const PARTS: Readonly<Record<ToPanel["kind"], string | undefined>> = {
  target: "target",
  arguments: "arguments",
  trace: "content",
  rejected: "content",
  repairs: "repairs",
  variants: "variants",
  comparing: "comparing",
  reachable: "reachable",
  refused: "content",
  verdict: "verdict",
  stale: "stale",
  besides: "besides",
  other: undefined,
  pair: undefined,
  aligned: undefined,
  pictures: undefined,
  exploring: undefined,
  busy: undefined,
  caret: undefined,
};

export function attachPanel(
  parts: PanelParts,
  panel: vscode.WebviewPanel,
  target: PanelTarget,
  start: PanelStart,
): void {
  let shown = target;
  let whatIf = start.whatIf;
  let source: RustSource | undefined;
  let ready = false;
  let restoring = start.scheduler?.kind === "schedule" && start.cursor === undefined;
  /** Where the next run is to be looked at first. */
  let first: number | undefined;
  /** The what-if that is shown, of this text. */
  let variant: { readonly of: string; readonly chosen: PanelVariant } | undefined;
  /** What is known of the program as it is written. */
  let written: { readonly of: string; readonly verdict: Verdict } | undefined;
  // A webview that was hidden or reloaded says `ready` again and gets what it showed: the last message of each part.
  const latest = new Map<string, ToPanel>();
  const post = (message: ToPanel) => {
    if (ready) void panel.webview.postMessage(message);
  };
  const beside = createBeside(parts.host, post);
  /** A second run is to come once the what-ifs are known. */
  let awaited: Beside | "ask" | undefined = start.askBeside === true ? "ask" : target.beside;
  /** The text before the last edit that was run. */
  let before: string | undefined;
  const send = (sent: ToPanel) => {
    const message = sent.kind === "trace" ? { ...sent, cursor: first ?? sent.cursor } : sent;
    if (message.kind === "trace") first = undefined;
    const part = PARTS[message.kind];
    // The schedule that was kept belongs to the text as it was: then the run begins afresh.
    const lost = message.kind === "refused" && restoring;
    if (PARTS[message.kind] === "content") restoring = false;
    if (lost) return void run({ kind: "roundRobin" });
    if (message.kind === "trace" && source !== undefined)
      parts.onRun?.({ source, entry: shown.entry, schedule: message.trace.schedule });
    if (part === "content")
      for (const other of ["verdict", "pictures", "repairs", "reachable"]) latest.delete(other);
    if (part !== undefined) latest.set(part, message);
    if (message.kind === "verdict" && variant === undefined && !whatIf && source !== undefined)
      written = { of: source.text, verdict: message.verdict };
    post(message);
    if (message.kind === "trace") beside.ownRun(message.trace);
    if (message.kind === "variants" && awaited !== undefined)
      void putBeside(awaited === "ask" ? undefined : awaited);
  };
  const worker = createWorkerClient(parts.host, send);

  const subject = (): Subject | undefined =>
    source && {
      file: source.file,
      text: variant === undefined ? source.text : withEdits(source.text, variant.chosen.edits),
      edition: shown.edition ?? source.edition,
      entry: shown.entry,
      focus: variant === undefined ? shown.focus : movedBy(variant.chosen.edits, shown.focus),
      arguments: shown.arguments,
    };
  const run = async (scheduler: Scheduler) => {
    source = await parts.find(shown);
    if (variant?.of !== source?.text) variant = undefined;
    const what = subject();
    if (what === undefined) {
      send({
        kind: "refused",
        file: "",
        message: REFUSALS.gone,
        reasons: [],
      });
      return;
    }
    send({ kind: "target", target: shown });
    send({
      kind: "besides",
      edition: otherEdition(what.edition),
      before: before !== undefined && before !== what.text,
    });
    send({ kind: "stale", stale: false });
    parts.log.info(`run ${what.file} ${what.entry ?? "(by focus)"} ${scheduler.kind}`);
    worker.run(what, scheduler, { whatIf, variants: variant === undefined && !whatIf });
  };
  const explore = () => {
    const what = subject();
    if (what === undefined) return;
    const settings = vscode.workspace.getConfiguration("lockstep");
    const seconds = settings.get("exploration.timeLimit", 10);
    worker.explore(what, whatIf, seconds * 1000, settings.get("exploration.maxStates", 1_000_000));
  };
  const begin = async (how: PanelStart) => {
    whatIf = how.whatIf;
    first = how.cursor;
    await run(how.scheduler ?? { kind: "roundRobin" });
    if (
      how.explore ||
      vscode.workspace.getConfiguration("lockstep").get("exploration.automatic", true)
    )
      explore();
  };

  /** After an edit: what the program could do before stands beside what it can do now. */
  const beginAfterEdit = async (how: PanelStart) => {
    const known = written;
    variant = undefined;
    const now = await parts.find(shown);
    if (now?.text !== source?.text) before = source?.text;
    const changed = known !== undefined && known.of !== now?.text;
    send({
      kind: "comparing",
      with: changed ? { kind: "edit", title: "", before: known.verdict } : undefined,
    });
    await begin(how);
  };
  /** Only what this panel was sent last is applied, and only to the text it was found for. */
  const apply = async (edits: readonly Edit[] | undefined) => {
    const now = await parts.find(shown);
    if (edits === undefined || now === undefined || now.text !== source?.text) return;
    if (await applyEdits(now, edits)) await beginAfterEdit({ explore: false, whatIf: false });
  };
  const repair = (index: number) => {
    const known = latest.get("repairs");
    return apply(known?.kind === "repairs" ? known.repairs[index]?.edits : undefined);
  };
  /** Other arguments: what can happen with them stands beside what could with those before. */
  const call = async (values: readonly string[]) => {
    const before = latest.get("verdict");
    shown = { ...shown, arguments: values };
    send({
      kind: "comparing",
      with: {
        kind: "arguments",
        title: values.join(", "),
        before: before?.kind === "verdict" ? before.verdict : undefined,
      },
    });
    await begin({ explore: true, whatIf });
  };
  const vary = async (index: number | undefined) => {
    const known = latest.get("variants");
    const chosen =
      known?.kind === "variants" && index !== undefined ? known.variants[index] : undefined;
    variant =
      chosen === undefined || source === undefined ? undefined : { of: source.text, chosen };
    send({
      kind: "comparing",
      with: chosen && { kind: "variant", title: chosen.title, before: written?.verdict },
    });
    await begin({ explore: true, whatIf: false });
  };

  const save = async (format: ExportFormat, look: PanelLook) => {
    const trace = latest.get("content");
    const verdict = latest.get("verdict");
    if (trace?.kind !== "trace") return;
    const { schedule, entry } = trace.trace;
    if (format === "schedule") return copySchedule(schedule);
    const what = subject();
    if (format === "link")
      return (
        what &&
        copyLink(parts.context, {
          ...what,
          entry: what.entry ?? entry,
          arguments: what.arguments ?? [],
          schedule,
          cursor: look.cursor,
        })
      );
    send({ kind: "busy", what: vscode.l10n.t("Export") });
    const known = verdict?.kind === "verdict" ? verdict.verdict : undefined;
    const content = await worker.export(format, look, known);
    send({ kind: "busy", what: "" });
    await saveExport(parts.context.extensionUri, format, content, source?.file ?? "run");
  };

  /** What can be found again after a reload. */
  const remember = (wanted: Beside | undefined) => {
    const { beside: _, ...rest } = shown;
    shown = wanted === undefined ? rest : { ...rest, beside: wanted };
    send({ kind: "target", target: shown });
  };
  /** Undefined: the user is asked. */
  const putBeside = async (chosen: Beside | undefined) => {
    awaited = undefined;
    const what = subject();
    if (what === undefined || source === undefined) return;
    const [variants, content] = [latest.get("variants"), latest.get("content")];
    const read = (document: vscode.TextDocument) =>
      parts.find({ uri: document.uri.toString(), line: 0, focus: undefined, entry: undefined });
    const known = variants?.kind === "variants" ? variants.variants : [];
    const own = { subject: what, uri: source.document.uri, variants: known, before, read };
    const wanted = chosen ?? (await askBeside(own));
    const pair = wanted && (await pairOf(own, wanted));
    if (pair === undefined || wanted === undefined) return;
    const trace = content?.kind === "trace" ? content.trace : undefined;
    beside.show(pair.other, { title: pair.own, trace });
    remember(wanted.kind === "edition" || wanted.kind === "variant" ? wanted : undefined);
  };
  const receive = (message: FromPanel) => {
    switch (message.kind) {
      case "ready":
        ready = true;
        for (const message of [...latest.values(), ...beside.latest]) post(message);
        return;
      case "run":
        if (message.whatIf !== whatIf) void begin({ explore: true, whatIf: message.whatIf });
        else void run(message.scheduler);
        return;
      case "needPictures":
        worker.pictures(message.from, message.to);
        return;
      case "explore":
        explore();
        return;
      case "cancel":
        worker.cancel();
        return;
      case "cursor":
        if (source !== undefined) parts.markers.show(panel, source, message.lines, message.reveal);
        return;
      case "openLine":
        if (source !== undefined) void openLine(source, message.line, message.column);
        return;
      case "rerun":
        void beginAfterEdit({ explore: false, whatIf });
        return;
      case "arguments":
        void call(message.values);
        return;
      case "beside":
        if (message.beside !== undefined) void putBeside(message.beside);
        else {
          beside.hide();
          remember(undefined);
        }
        return;
      case "other":
        beside.receive(message.message);
        return;
      case "repair":
        void repair(message.repair);
        return;
      case "variant":
        void vary(message.variant);
        return;
      case "applyVariant":
        void apply(variant?.chosen.edits);
        return;
      case "openCard":
        void vscode.commands.executeCommand("lockstep.openCard", { argument: message.concept });
        return;
      case "export":
        void save(message.format, message.look);
    }
  };

  panel.webview.options = { enableScripts: true, localResourceRoots: [parts.context.extensionUri] };
  panel.webview.html = panelHtml(panel.webview, parts.context.extensionUri);
  panel.iconPath = vscode.Uri.joinPath(parts.context.extensionUri, "media", "icon.svg");
  const listeners = [
    panel.webview.onDidReceiveMessage(receive),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document.uri.toString() !== shown.uri || event.contentChanges.length === 0) return;
      parts.markers.clear(panel);
      void parts.find(shown).then((now) => {
        send({ kind: "stale", stale: now?.text !== source?.text });
      });
    }),
    vscode.window.onDidChangeTextEditorSelection((event) => {
      if (source === undefined || event.textEditor.document.uri.toString() !== shown.uri) return;
      const line = event.selections[0]?.active.line ?? 0;
      send({ kind: "caret", line: line - firstLine(source) + 1 });
    }),
  ];
  panel.onDidDispose(() => {
    worker.dispose();
    beside.dispose();
    parts.markers.clear(panel);
    vscode.Disposable.from(...listeners).dispose();
  });
  void begin(start);
}

async function openLine(source: RustSource, line: number, column: number): Promise<void> {
  const position = new vscode.Position(firstLine(source) + line - 1, Math.max(column - 1, 0));
  const visible = vscode.window.visibleTextEditors.find(
    (editor) => editor.document === source.document,
  );
  await vscode.window.showTextDocument(source.document, {
    viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(position, position),
    preserveFocus: false,
  });
}

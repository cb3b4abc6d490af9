// What can be run beside a run: another edition, a what-if, the text before an edit, another file.

import * as vscode from "vscode";
import type { Edition } from "../base/edition.ts";
import { say } from "../explain/hoverText.ts";
import { EDITOR_WORDS } from "../explain/refusalWords.ts";
import type { Beside, PanelVariant } from "../protocol/messages.ts";
import type { Subject } from "../protocol/work.ts";
import { askForFile, type OtherRun } from "./beside.ts";
import { movedBy, withEdits } from "./panelEdits.ts";
import type { RustSource } from "./sources.ts";

export interface Own {
  readonly subject: Subject;
  readonly uri: vscode.Uri;
  readonly variants: readonly PanelVariant[];
  /** The text before the last edit. */
  readonly before: string | undefined;
  /** The whole of another Rust file. */
  readonly read: (document: vscode.TextDocument) => Promise<RustSource | undefined>;
}

export interface Pair {
  /** Title of the run that is there already. */
  readonly own: string;
  readonly other: OtherRun;
}

/** The edition that a reader of this one asks about. */
export function otherEdition(edition: Edition): Edition {
  return edition === 2024 ? 2021 : 2024;
}

/** Undefined where there is nothing of the kind, or the user chose no file. */
export async function pairOf(own: Own, beside: Beside): Promise<Pair | undefined> {
  const { subject } = own;
  switch (beside.kind) {
    case "edition": {
      const edition = otherEdition(subject.edition);
      const title = (of: Edition) => say(EDITOR_WORDS.edition, { edition: of });
      const other = { title: title(edition), subject: { ...subject, edition } };
      return { own: title(subject.edition), other };
    }
    case "before": {
      if (own.before === undefined) return undefined;
      const other = { title: EDITOR_WORDS.beforeEdit, subject: { ...subject, text: own.before } };
      return { own: EDITOR_WORDS.nowText, other };
    }
    case "variant": {
      const variant = own.variants[beside.variant];
      if (variant === undefined) return undefined;
      const text = withEdits(subject.text, variant.edits);
      const focus = movedBy(variant.edits, subject.focus);
      const other = { title: variant.title, subject: { ...subject, text, focus } };
      return { own: EDITOR_WORDS.asWritten, other };
    }
    case "file": {
      const document = await askForFile(own.uri);
      const source = document && (await own.read(document));
      if (source === undefined) return undefined;
      const { file, text, edition } = source;
      const other = { file, text, edition, entry: undefined, focus: undefined };
      return { own: subject.file, other: { title: file, subject: other } };
    }
  }
}

/** Asks what to put beside the run. */
export async function askBeside(own: Own): Promise<Beside | undefined> {
  const edition = otherEdition(own.subject.edition);
  const choices: (vscode.QuickPickItem & { readonly beside: Beside })[] = [
    ...own.variants.map(({ title }, variant) => ({
      label: title.replaceAll("`", ""),
      beside: { kind: "variant", variant } as const,
    })),
    ...(own.before === undefined
      ? []
      : [{ label: EDITOR_WORDS.beforeEdit, beside: { kind: "before" } as const }]),
    { label: say(EDITOR_WORDS.edition, { edition }), beside: { kind: "edition" } },
    { label: EDITOR_WORDS.otherFile, beside: { kind: "file" } },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title: EDITOR_WORDS.besideAsk });
  return chosen?.beside;
}

// Links that replay a run, both ways. A link is untrusted: it is decoded with limits, its program is shown, and nothing runs
// before somebody has agreed.

import * as vscode from "vscode";
import { isEdition } from "../base/edition.ts";
import { EDITOR_WORDS, LINK_WORDS } from "../explain/refusalWords.ts";
import { decodeLink, encodeLink } from "../trace/link.ts";
import type { RunLink } from "../trace/link.ts";
import type { Editions } from "./editions.ts";
import type { PanelStart, PanelTarget } from "./panel.ts";
import { firstLine, sourcesOf, type RustSource } from "./sources.ts";

const PATH = "/replay";
/** Files of the link's name that are looked into. */
const MOST_FILES = 20;

export async function copyLink(context: vscode.ExtensionContext, link: RunLink): Promise<void> {
  const query = encodeLink(link);
  if (query === undefined) {
    void vscode.window.showWarningMessage(LINK_WORDS.programTooLong);
    return;
  }
  const { uriScheme } = vscode.env;
  await vscode.env.clipboard.writeText(`${uriScheme}://${context.extension.id}${PATH}?${query}`);
  void vscode.window.showInformationMessage(EDITOR_WORDS.linkCopied);
}

export function registerLinks(
  context: vscode.ExtensionContext,
  editions: Editions,
  open: (target: PanelTarget, start: PanelStart) => void,
): void {
  const handleUri = async (uri: vscode.Uri) => {
    const link = uri.path === PATH ? decodeLink(uri.query) : "damaged";
    if (typeof link === "string") {
      void vscode.window.showErrorMessage(LINK_WORDS[link]);
      return;
    }
    const source = (await findSource(link, editions)) ?? (await showText(link, editions));
    if (source === undefined || !isEdition(link.edition)) return;
    await vscode.window.showTextDocument(source.document, { preview: false });
    if (!(await confirmed(link))) return;
    open(
      {
        uri: source.document.uri.toString(),
        line: Math.max(firstLine(source), 0),
        focus: undefined,
        entry: link.entry,
        edition: link.edition,
        ...(link.arguments.length === 0 ? {} : { arguments: link.arguments }),
      },
      {
        explore: false,
        whatIf: false,
        scheduler: { kind: "schedule", schedule: link.schedule, label: LINK_WORDS.label },
        cursor: link.cursor,
      },
    );
  };
  context.subscriptions.push(vscode.window.registerUriHandler({ handleUri }));
}

/** The very text, in an open document or in a file of the workspace with the link's name. */
async function findSource(link: RunLink, editions: Editions): Promise<RustSource | undefined> {
  const isIt = (source: RustSource) => source.text === link.text;
  for (const document of vscode.workspace.textDocuments) {
    const found = sourcesOf(document, editions).find(isIt);
    if (found !== undefined) return found;
  }
  const name = link.file.split(/[\\/]/).pop() ?? "";
  // A name goes into a pattern: only what names of files are made of.
  if (!/^[\w.-]+\.(rs|md)$/.test(name)) return undefined;
  for (const uri of await vscode.workspace.findFiles(`**/${name}`, undefined, MOST_FILES)) {
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const found = sourcesOf(document, editions).find(isIt);
      if (found !== undefined) return found;
    } catch {
      // A file that cannot be read is not the one.
    }
  }
  return undefined;
}

/** Elsewhere the link's own text is shown, as a document that is not saved anywhere. */
async function showText(link: RunLink, editions: Editions): Promise<RustSource | undefined> {
  const document = await vscode.workspace.openTextDocument({
    language: "rust",
    content: link.text,
  });
  return sourcesOf(document, editions)[0];
}

async function confirmed(link: RunLink): Promise<boolean> {
  const answer = await vscode.window.showInformationMessage(
    LINK_WORDS.ask,
    { modal: true, detail: LINK_WORDS.askDetail.replace("{file}", () => link.file) },
    LINK_WORDS.replay,
  );
  return answer === LINK_WORDS.replay;
}

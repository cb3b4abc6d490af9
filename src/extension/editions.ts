// Which edition a file has: that of the nearest Cargo.toml, read through the workspace's file system, else the default.

import * as vscode from "vscode";
import { DEFAULT_EDITION, type Edition } from "../base/edition.ts";
import { editionFrom } from "../driver/manifest.ts";

export interface Editions {
  /** What is known now; a first look starts reading and `onDidChange` tells when it knows better. */
  of(uri: vscode.Uri): Edition;
  readonly onDidChange: vscode.Event<void>;
}

export function watchEditions(context: vscode.ExtensionContext): Editions {
  const known = new Map<string, Edition>();
  const pending = new Set<string>();
  const changed = new vscode.EventEmitter<void>();
  const watcher = vscode.workspace.createFileSystemWatcher("**/Cargo.toml");
  const forget = () => {
    known.clear();
    pending.clear();
    changed.fire();
  };
  watcher.onDidChange(forget);
  watcher.onDidCreate(forget);
  watcher.onDidDelete(forget);
  context.subscriptions.push(watcher, changed);

  async function read(uri: vscode.Uri, key: string): Promise<void> {
    const edition = await nearestEdition(uri);
    pending.delete(key);
    known.set(key, edition);
    if (edition !== DEFAULT_EDITION) changed.fire();
  }

  return {
    onDidChange: changed.event,
    of(uri) {
      if (uri.scheme === "untitled") return DEFAULT_EDITION;
      const key = vscode.Uri.joinPath(uri, "..").toString();
      const edition = known.get(key);
      if (edition === undefined && !pending.has(key)) {
        pending.add(key);
        void read(uri, key);
      }
      return edition ?? DEFAULT_EDITION;
    },
  };
}

async function nearestEdition(uri: vscode.Uri): Promise<Edition> {
  const top = vscode.workspace.getWorkspaceFolder(uri)?.uri.path ?? "";
  const manifests: string[] = [];
  for (const folder of foldersAbove(uri.path)) {
    if (folder.length < top.length) break;
    try {
      const manifest = vscode.Uri.joinPath(uri.with({ path: folder }), "Cargo.toml");
      manifests.push(new TextDecoder().decode(await vscode.workspace.fs.readFile(manifest)));
    } catch {
      // No manifest here.
    }
  }
  return editionFrom(manifests) ?? DEFAULT_EDITION;
}

/** The folder of a path and those above it, without the root: few, whatever the path looks like. */
function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, parts.length - at).join("/")).filter(Boolean);
}

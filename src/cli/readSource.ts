// Reads the file and finds its edition.

import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DEFAULT_EDITION, type Edition } from "../base/edition.ts";
import { editionFrom } from "../driver/manifest.ts";

export interface Source {
  readonly text: string;
  readonly edition: Edition;
}

/** The text and its edition, or a sentence that says why it cannot be read. */
export function readSource(file: string): Source | string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return `There is no file \`${file}\`.`;
    if (code === "EISDIR") return `\`${file}\` is a folder.`;
    return `\`${file}\` cannot be read (${code ?? "unknown reason"}).`;
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, edition: editionFrom(manifestsAbove(file)) ?? DEFAULT_EDITION };
  } catch {
    return `\`${file}\` is not valid UTF-8.`;
  }
}

function manifestsAbove(file: string): string[] {
  const found: string[] = [];
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    try {
      found.push(readFileSync(join(folder, "Cargo.toml"), "utf8"));
    } catch {
      // No manifest here, or none that may be read.
    }
    if (folder === dirname(folder)) return found;
  }
}

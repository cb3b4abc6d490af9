// Reads the file and finds its edition.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DEFAULT_EDITION, EDITIONS, type Edition } from "../base/edition.ts";

/** The text, or a sentence that says why it cannot be read. */
export function readSource(file: string): { readonly text: string } | string {
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
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return `\`${file}\` is not valid UTF-8.`;
  }
}

/** The edition of the nearest Cargo.toml, else the default. A manifest without one means 2015 (the Cargo book). */
export function editionOf(file: string): Edition {
  let folder = dirname(resolve(file));
  for (;;) {
    const manifest = join(folder, "Cargo.toml");
    if (existsSync(manifest)) {
      const year = /^\s*edition\s*=\s*"(\d{4})"/m.exec(readFileSync(manifest, "utf8"))?.[1];
      return EDITIONS.find((edition) => String(edition) === (year ?? "2015")) ?? DEFAULT_EDITION;
    }
    const above = dirname(folder);
    if (above === folder) return DEFAULT_EDITION;
    folder = above;
  }
}

// Finding the file of `mod name;` among the files of the crate.

import type { Attribute, SourceFile } from "../../syntax/ast.ts";
import { attrValue, findAttr } from "../attrs.ts";
import type { Crate, CrateFile } from "../crate.ts";

export interface ModuleFile {
  readonly file: SourceFile;
  /** Path of the module inside the crate. */
  readonly path: readonly string[];
}

const ROOT = /(^|\/)(lib|main)(\.rs)?$/;

/** The crate's root file: `lib.rs` or `main.rs`, else the first. */
export function rootFile(files: readonly CrateFile[]): CrateFile | undefined {
  return files.find((file) => ROOT.test(file.name)) ?? files[0];
}

export function findModuleFile(
  crate: Crate,
  path: readonly string[],
  name: string,
  attrs: readonly Attribute[],
): ModuleFile | undefined {
  const attr = findAttr(attrs, "path");
  const given = attr === undefined ? undefined : attrValue(attr);
  const inner = [...path, name];
  const stem = inner.join("/");
  const wanted = given === undefined ? [`${stem}.rs`, `${stem}/mod.rs`, stem] : [given];
  const root = rootFile(crate.files)?.name ?? "";
  const directory = root.includes("/") ? root.slice(0, root.lastIndexOf("/") + 1) : "";
  for (const file of crate.files) {
    const relative = file.name.startsWith(directory)
      ? file.name.slice(directory.length)
      : file.name;
    if (wanted.includes(relative)) return { file: file.file, path: inner };
  }
  return undefined;
}

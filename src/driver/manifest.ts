// What Cargo manifests say of a file's edition. Reading them is for whoever has a file system.

import { parse } from "smol-toml";
import { EDITIONS, type Edition } from "../base/edition.ts";

interface Cargo {
  readonly package?: { readonly edition?: unknown };
  readonly workspace?: { readonly package?: { readonly edition?: unknown } };
}

/**
 * The edition of a file, from the manifests of its folder and of those above, nearest first. A package without the field has
 * 2015, and `edition.workspace = true` asks the workspace (the Cargo book, “The edition field”). Undefined where no manifest
 * describes a package, or where it names an edition that is not known.
 */
export function editionFrom(manifests: readonly string[]): Edition | undefined {
  const read = manifests.map(readManifest);
  const at = read.findIndex((cargo) => cargo.package !== undefined);
  const edition = read[at]?.package?.edition;
  if (typeof edition !== "object") return at < 0 ? undefined : known(edition ?? "2015");
  return read
    .slice(at)
    .map((cargo) => known(cargo.workspace?.package?.edition))
    .find((one) => one !== undefined);
}

/** A manifest that is being typed says nothing. */
function readManifest(manifest: string): Cargo {
  try {
    return parse(manifest);
  } catch {
    return {};
  }
}

function known(edition: unknown): Edition | undefined {
  return EDITIONS.find((one) => String(one) === edition);
}

// Writing the snapshot of std: run by the build (scripts/stdPlugin.mjs).

import type { Pack } from "../base/pack/format.ts";
import { createPack } from "../base/pack/write.ts";
import { STD_BASE } from "../base/span.ts";
import type { Program } from "../hir/defs.ts";
import { storeCrate } from "../hir/stored/storeCrate.ts";
import type { StoredCrate } from "../hir/stored/storedCrate.ts";
import { createTyContext } from "../ty/context.ts";
import { implIndexOf } from "../ty/items/implIndex.ts";

/** The last section of the pack. */
export interface StoredStd {
  readonly crate: StoredCrate;
  /** Section of the `ImplIndex`. */
  readonly implIndex: number;
}

export function storeStd(program: Program): Pack {
  const pack = createPack(STD_BASE);
  const stored: StoredStd = {
    crate: storeCrate(program, pack),
    implIndex: pack.add(implIndexOf(createTyContext(program))),
  };
  pack.add(stored);
  return pack.finish();
}

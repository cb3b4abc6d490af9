// Writing the snapshot of std: run by the build (scripts/stdPlugin.mjs).

import type { Pack } from "../base/pack/format.ts";
import { createPack } from "../base/pack/write.ts";
import { STD_BASE } from "../base/span.ts";
import type { Program } from "../hir/defs.ts";
import { storeCrate } from "../hir/stored/storeCrate.ts";
import type { StoredCrate } from "../hir/stored/storedCrate.ts";
import { createMirContext } from "../mir/context.ts";
import { storeMir } from "../mir/stored/storedMir.ts";
import { createTyContext } from "../ty/context.ts";
import { implIndexOf } from "../ty/items/implIndex.ts";
import { tyAtoms } from "../ty/stored/storedTys.ts";

/** The last section of the pack. */
export interface StoredStd {
  readonly crate: StoredCrate;
  /** Section of the `ImplIndex`. */
  readonly implIndex: number;
  /** Section of the `StoredMir`; undefined where bodies are to be built when they are needed. */
  readonly mir: number | undefined;
}

/** `bodies`: with MIR, which takes seconds to build and spares a program that runs most of its start. */
export function storeStd(program: Program, options: { readonly bodies: boolean }): Pack {
  const cx = createTyContext(program);
  const pack = createPack(STD_BASE, tyAtoms(cx.tcx));
  const crate = storeCrate(program, pack);
  const implIndex = pack.add(implIndexOf(cx));
  const mir = options.bodies ? pack.add(storeMir(createMirContext(cx), pack)) : undefined;
  const root: StoredStd = { crate, implIndex, mir };
  return pack.finish(root);
}

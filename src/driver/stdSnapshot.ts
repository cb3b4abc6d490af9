// std as the build leaves it: analysed by our own front end, written as a pack, opened in a few milliseconds.
//
// Reading gives what `stdText.ts` gives from the text, but lowers nothing: definitions, bodies and the index of impls
// are made into objects one by one when somebody asks. Ids and positions are the same.

import { STD_SNAPSHOT } from "lockstep:std-snapshot";
import { openPack } from "../base/pack/read.ts";
import type { Program } from "../hir/defs.ts";
import { openCrate } from "../hir/stored/openCrate.ts";
import type { StoredStd } from "./storeStd.ts";

export function loadStd(): Program {
  const pack = openPack(STD_SNAPSHOT);
  const { crate, implIndex } = pack.read(pack.count - 1) as StoredStd;
  return openCrate(crate, pack, implIndex);
}

// std's snapshot, opened in a few milliseconds.
//
// Programs find in it what `stdText.ts` would give from the text, but nothing is lowered before somebody asks: definitions,
// bodies, run forms and the index of impls become objects one by one. Ids and positions are the same.

import type { Pack } from "../base/pack/format.ts";
import { openPack } from "../base/pack/read.ts";
import { openCrate } from "../hir/stored/openCrate.ts";
import { createMirContext } from "../mir/context.ts";
import { openAnswers, openMir } from "../mir/stored/storedMir.ts";
import type { StoredMir } from "../mir/stored/storedMir.ts";
import { createTyContext } from "../ty/context.ts";
import { openTys } from "../ty/stored/storedTys.ts";
import type { Std } from "./std.ts";
import type { StoredStd } from "./storeStd.ts";

export function openSnapshot(text: Pack): Std {
  const pack = openPack(text);
  const { crate, implIndex, mir } = pack.root() as StoredStd;
  const program = openCrate(crate, pack, implIndex);
  if (mir === undefined) {
    const cx = createTyContext(program);
    return { program, cx, mir: createMirContext(cx) };
  }
  const stored = lazy(() => pack.read(mir) as StoredMir);
  const cx = createTyContext(program, { stored: lazy(() => openAnswers(stored(), pack)) });
  openTys(cx.tcx, pack);
  const bodies = lazy(() => openMir(stored(), pack));
  return { program, cx, mir: createMirContext(cx, undefined, (key) => bodies()?.(key)) };
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

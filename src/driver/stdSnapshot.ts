// std as the build leaves it: analysed by our own front end, written as a pack, opened in a few milliseconds.
//
// Reading gives what `stdText.ts` gives from the text, but lowers nothing: definitions, bodies, run forms and the index of
// impls are made into objects one by one when somebody asks. Ids and positions are the same.

import { stdSnapshot } from "lockstep:std-snapshot";
import { openPack } from "../base/pack/read.ts";
import type { PackReader } from "../base/pack/read.ts";
import type { Program } from "../hir/defs.ts";
import { openCrate } from "../hir/stored/openCrate.ts";
import { createMirContext } from "../mir/context.ts";
import { openAnswers, openMir } from "../mir/stored/storedMir.ts";
import type { StoredMir } from "../mir/stored/storedMir.ts";
import { createTyContext } from "../ty/context.ts";
import { openTys } from "../ty/stored/storedTys.ts";
import type { Std } from "./std.ts";
import type { StoredStd } from "./storeStd.ts";

export function loadStd(): Program {
  return open().program;
}

export function openStd(): Std {
  const { program, pack, mir } = open();
  if (mir === undefined) {
    const cx = createTyContext(program);
    return { program, cx, mir: createMirContext(cx) };
  }
  const stored = lazy(() => pack.read(mir) as StoredMir);
  const cx = createTyContext(program, { stored: lazy(() => openAnswers(stored(), pack)) });
  openTys(cx.tcx, pack);
  return {
    program,
    cx,
    mir: createMirContext(cx, undefined, (key) => openMir(stored(), pack)?.(key)),
  };
}

function open(): {
  readonly program: Program;
  readonly pack: PackReader;
  readonly mir: number | undefined;
} {
  const pack = openPack(stdSnapshot());
  const { crate, implIndex, mir } = pack.root() as StoredStd;
  return { program: openCrate(crate, pack, implIndex), pack, mir };
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

// The snapshot of std and its text agree: definitions, bodies, names, traits in scope, the index of impls.

import assert from "node:assert/strict";
import { loadStd } from "../../src/driver/stdSnapshot.ts";
import { readStdText } from "../../src/driver/stdText.ts";
import type { Crate } from "../../src/hir/crate.ts";
import { NAMESPACES } from "../../src/hir/crate.ts";
import type { Def, DefId, Program } from "../../src/hir/defs.ts";
import type { ResolvedProgram } from "../../src/hir/program.ts";
import { publicPaths } from "../../src/hir/names/paths.ts";
import { createTyContext } from "../../src/ty/context.ts";
import { implIndexOf } from "../../src/ty/items/implIndex.ts";

/** Every definition, but only some of the bodies: lowering them all takes seconds. */
const BODY_STEP = 8;

describe("snapshot of std", () => {
  let text: Program;
  let stored: Program;

  before(() => {
    text = readStdText();
    stored = loadStd();
  });

  const crateOf = (program: Program): Crate => (program as ResolvedProgram).crate;
  const ids = (): readonly DefId[] => text.localDefs;

  it("has the same definitions", () => {
    assert.equal(stored.defCount, text.defCount);
    for (const id of ids()) {
      assert.deepEqual(plain(stored.def(id)), plain(text.def(id)));
      assert.equal(stored.path(id), text.path(id));
      assert.equal(stored.langOf(id), text.langOf(id));
    }
  });

  it("has the same bodies", () => {
    let bodies = 0;
    for (const id of ids()) {
      if (id % BODY_STEP !== 0) continue;
      const body = text.body(id);
      assert.deepEqual(stored.body(id), body);
      if (body === undefined) continue;
      bodies += 1;
      assert.deepEqual(stored.traitsInScope(id, undefined), text.traitsInScope(id, undefined));
    }
    assert.ok(bodies > 500);
  });

  it("has the same names in every module", () => {
    const modules = crateOf(text).modules;
    assert.deepEqual([...crateOf(stored).modules.keys()].sort(), [...modules.keys()].sort());
    for (const [id, module] of modules) {
      const other = crateOf(stored).modules.get(id);
      assert.equal(other?.incomplete, module.incomplete);
      assert.deepEqual(other?.real?.(), module.real?.());
      for (const ns of NAMESPACES)
        assert.deepEqual([...(other?.names[ns].keys() ?? [])], [...module.names[ns].keys()]);
    }
  });

  it("has the same markers, lang items, paths and real names", () => {
    const [a, b] = [crateOf(stored), crateOf(text)];
    assert.deepEqual(a.markers, b.markers);
    assert.deepEqual(a.langs, b.langs);
    assert.deepEqual(a.impls, b.impls);
    assert.deepEqual(publicPaths(a), publicPaths(b));
    assert.deepEqual(stored.realNames?.("str"), text.realNames?.("str"));
    assert.deepEqual([...a.exported.keys()], [...b.exported.keys()]);
  });

  it("has the same macros, token by token", () => {
    for (const [name, macro] of crateOf(text).exported) {
      const other = crateOf(stored).exported.get(name);
      assert.deepEqual(other && tokens(other.body), tokens(macro.body), name);
    }
  });

  it("indexes the impls as they are found without it", () => {
    assert.deepEqual(stored.implIndex?.(), implIndexOf(createTyContext(text)));
  });
});

/** Attributes by path and text; in a snapshot they have no place. */
function plain(def: Def): unknown {
  const attrs = def.attrs
    .filter((attr) => attr.doc === undefined)
    .map((attr) => attr.path.segments.map((segment) => segment.ident.name).join("::"))
    .filter((path) => !["lockstep::names", "derive", "macro_export"].includes(path));
  return { ...def, attrs };
}

function tokens(range: Crate["macros"] extends Map<DefId, infer M> ? M["body" & keyof M] : never) {
  const { table, from, to } = range;
  const out: string[] = [];
  for (let row = from; row < to; row += 1)
    out.push(`${table.kinds[row]} ${table.text(row)} ${table.starts[row]} ${table.spaced(row)}`);
  return out;
}

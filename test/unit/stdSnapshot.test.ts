// The snapshot of std and its text agree: definitions, bodies, names, traits in scope, the index of impls.

import assert from "node:assert/strict";
import { openPack } from "../../src/base/pack/read.ts";
import { createPack } from "../../src/base/pack/write.ts";
import { STD_BASE } from "../../src/base/span.ts";
import { loadStd } from "../../src/driver/stdSnapshot.ts";
import { readStdText } from "../../src/driver/stdText.ts";
import type { Crate } from "../../src/hir/crate.ts";
import { NAMESPACES } from "../../src/hir/crate.ts";
import type { Def, DefId, Program } from "../../src/hir/defs.ts";
import type { ResolvedProgram } from "../../src/hir/program.ts";
import { publicPaths } from "../../src/hir/names/paths.ts";
import { createMirContext } from "../../src/mir/context.ts";
import { elaboratedMir } from "../../src/mir/elaborate.ts";
import { openAnswers, openMir, storeMir } from "../../src/mir/stored/storedMir.ts";
import type { StoredMir } from "../../src/mir/stored/storedMir.ts";
import { createTyContext } from "../../src/ty/context.ts";
import { implIndexOf } from "../../src/ty/items/implIndex.ts";
import { openTys, tyAtoms } from "../../src/ty/stored/storedTys.ts";

/** Every definition, but only some of the bodies: lowering them all takes seconds. */
const BODY_STEP = 8;
const MIR_STEP = 61;

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

describe("MIR in a pack", () => {
  it("comes back the same, with interned types, closures and hidden types", () => {
    const cx = createTyContext(loadStd());
    const mir = createMirContext(cx);
    const owners = cx.program.localDefs.filter((id) => id % MIR_STEP === 0);
    const program = { ...cx.program, localDefs: owners };
    const pack = createPack(STD_BASE, tyAtoms(cx.tcx));
    const stored = storeMir(createMirContext({ ...cx, program }), pack);
    const reader = openPack(pack.finish(stored));
    openTys(cx.tcx, reader);
    const read = openMir(reader.root() as StoredMir, reader);
    const answers = openAnswers(reader.root() as StoredMir, reader);
    let closures = 0;
    for (const key of stored.bodies.keys()) {
      const [def = 0, closure] = key.split(".").map(Number);
      const owner = { def: def as DefId, ...(closure === undefined ? {} : { closure }) };
      assert.deepEqual(read?.(key), elaboratedMir(mir, owner));
      if (closure === undefined) continue;
      closures += 1;
      assert.deepEqual(answers.closureInfo(owner.def, closure), cx.closureInfo(owner.def, closure));
    }
    assert.ok(stored.bodies.size > 50 && closures > 0);
    for (const [opaque, ty] of stored.hidden) assert.equal(answers.hiddenType(opaque), ty);
  });
});

describe("pack", () => {
  it("reads back what was written, section by section", () => {
    const values: unknown[] = [
      undefined,
      null,
      true,
      [0, 59, 60, 2219, 2220, 42_719, 42_720, 1e9, 5e11, 6e11, -1, 0.5, -0, NaN],
      { kind: "a", span: { start: 7, end: 3 }, list: ["x", "y\nz", "ß→", '\\"'] },
      { kind: "a", span: { start: 1, end: 9 }, list: [] },
      { kind: "a", span: undefined, list: [new Map([[1, new Set(["x"])]])] },
      [1n, -1n, 1n << 127n],
      { kind: "b", same: 1, any: true },
      { kind: "b", same: 1, any: { start: 2, end: 4, more: 1 } },
    ];
    const pack = createPack(5);
    const sections = values.map((value) => pack.add(value));
    const text = pack.finish({ sections });
    assert.match(text, /^[\x20-\x7e\n]*$/);
    const reader = openPack(text);
    assert.deepEqual(reader.root(), { sections });
    for (const [at, value] of values.entries()) assert.deepEqual(reader.read(at), value);
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

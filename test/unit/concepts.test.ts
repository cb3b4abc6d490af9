// Concept cards: every public item of the modules about threads and sharing has one, in few words, with the right address.

import assert from "node:assert/strict";
import { createEngine } from "../../src/driver/engine.ts";
import type { Def } from "../../src/hir/defs.ts";
import { conceptPage } from "../../src/ide/concepts.ts";

const program = createEngine().std();

/** Modules whose items people meet; `sys` and what a module keeps to itself are machinery. */
function isShown(def: Def): boolean {
  if (!["fn", "struct", "enum", "trait", "variant"].includes(def.kind)) return false;
  let concept = false;
  for (let at: Def | undefined = def; at !== undefined; at = parentOf(at)) {
    if (at.kind === "mod" && at.name === "sys") return false;
    if (at.kind === "impl" && (at.trait !== undefined || at.derived !== undefined)) return false;
    if (at.kind !== "impl" && at.kind !== "variant" && at.kind !== "mod") {
      if (at.visibility.kind !== "public") return false;
    }
    concept ||= program.marker(at.id, "concept") !== undefined;
  }
  return concept;
}

function parentOf(def: Def): Def | undefined {
  return def.parent === undefined ? undefined : program.def(def.parent);
}

const shown = program.localDefs.map((id) => program.def(id)).filter(isShown);

describe("concept cards", () => {
  it("are there for every public item", () => {
    assert.ok(shown.length > 400, `${shown.length}`);
    const missing = shown.filter((def) => def.doc === undefined).map((def) => program.path(def.id));
    assert.deepEqual(missing, []);
  });

  it("are short, whole sentences without markup of rustdoc", () => {
    for (const { doc = "", id } of shown) {
      const path = program.path(id);
      assert.ok(doc.length < 420, `${path}: ${doc.length} characters`);
      assert.match(doc.trim(), /[.!?)`]$/, path);
      assert.doesNotMatch(doc, /\[`|\]\(|^#/m, path);
    }
  });

  it("lead to std's page of the item and the Book's section", () => {
    const page = (path: string) => {
      const id = shown.find((def) => program.path(def.id) === path)?.id;
      assert.ok(id !== undefined, path);
      return conceptPage(program, program.def(id));
    };
    assert.equal(page("std::sync::Mutex"), "std/sync/struct.Mutex.html");
    assert.equal(page("std::sync::Mutex::lock"), "std/sync/struct.Mutex.html#method.lock");
    assert.equal(
      page("std::sync::atomic::Ordering::Relaxed"),
      "std/sync/atomic/enum.Ordering.html#variant.Relaxed",
    );
    assert.equal(page("std::thread::spawn"), "std/thread/fn.spawn.html");
  });
});

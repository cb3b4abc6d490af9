import { strict as assert } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import { STD_BASE } from "../../src/base/span.ts";
import { resolveCrate } from "../../src/hir/resolve.ts";
import type { Program } from "../../src/hir/defs.ts";
import { parseFile, parseLibraryFile } from "../../src/syntax/parse.ts";

/** Lockstep's own std, as the driver loads it. */
function loadStd(): Program {
  const names = readdirSync("src/std", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".rs"),
  );
  let base = STD_BASE;
  const files = names.map((name) => {
    const text = readFileSync(`src/std/${name}`, "utf8");
    const file = parseLibraryFile(text, base, 2024);
    base += text.length + 1;
    return { name: name.slice(0, -3), file };
  });
  return resolveCrate(files, undefined);
}

describe("hir: std", () => {
  const std = loadStd();
  const on = (source: string): Program => {
    const program = resolveCrate([{ name: "main.rs", file: parseFile(source, 0, 2021) }], std, {
      externCrates: [],
    });
    for (const id of program.localDefs) program.body(id);
    return program;
  };
  const errors = (source: string): string[] =>
    on(source).errors.map((error) => `${error.code} ${error.message}`);

  it("resolves without errors, bodies and signatures included", () => {
    for (const id of std.localDefs) {
      std.def(id);
      std.body(id);
    }
    assert.deepEqual(
      std.errors.map((error) => error.message),
      [],
    );
    assert.deepEqual(
      std.unsupported.map((one) => one.what),
      [],
    );
  });

  it("has the lang items that lowering stands on", () => {
    const wanted = [
      "into_iter",
      "next",
      "Some",
      "None",
      "branch",
      "from_residual",
      "Continue",
      "Break",
      "Range",
      "RangeFrom",
      "RangeTo",
      "RangeFull",
      "RangeToInclusive",
      "range_inclusive_new",
    ];
    assert.deepEqual(
      wanted.filter((name) => std.lang(name) === undefined),
      [],
    );
  });

  it("names things by their shortest public path", () => {
    const program = on(
      "use std::{sync::Mutex, collections::HashMap, vec::IntoIter, sync::mpsc::Sender, thread::JoinHandle}; fn main() {}",
    );
    const paths = (program.uses ?? []).map((use) => program.path(use.def));
    assert.deepEqual(
      [...new Set(paths)],
      [
        "std::sync::Mutex",
        "std::collections::HashMap",
        "std::vec::IntoIter",
        "std::sync::mpsc::Sender",
        "std::thread::JoinHandle",
      ],
    );
  });

  it("tells a typo from what it does not declare", () => {
    assert.deepEqual(
      errors(
        "use std::sync::Mutx; use std::fs::File; use std::thread::spwan; fn main() { std::threads::spawn(f); std::net::x(); std::io::nope(); }",
      ),
      [
        "E0432 unresolved import `std::sync::Mutx`",
        "E0432 unresolved import `std::thread::spwan`",
        "E0433 cannot find `threads` in `std`",
        "E0425 cannot find value `f` in this scope",
        "E0425 cannot find function `nope` in module `std::io`",
      ],
    );
    assert.equal(std.realNames?.("str")?.has("trim"), true);
  });

  it("gives each edition its prelude", () => {
    assert.deepEqual(errors("fn main() { let n = size_of::<u8>(); }"), [
      "E0425 cannot find function `size_of` in this scope",
    ]);
    const newest = resolveCrate(
      [{ name: "main.rs", file: parseFile("fn f() -> usize { size_of::<u8>() }", 0, 2024) }],
      std,
    );
    for (const id of newest.localDefs) newest.body(id);
    assert.deepEqual(newest.errors, []);
  });

  it("suggests what to import", () => {
    const [error] = on("fn main() { let m: HashMap<u8, u8>; }").errors;
    assert.equal(error?.help, "consider importing this struct: `use std::collections::HashMap;`");
  });
});

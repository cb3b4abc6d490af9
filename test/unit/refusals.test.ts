// What lies outside the model: listed with its line and reason, met only where a run gets there.

import assert from "node:assert/strict";
import { lineColumnAt } from "../../src/base/lineIndex.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { runProgram, strategyOf } from "../../src/driver/runProgram.ts";

const engine = createEngine();

function listed(text: string): string[] {
  const analysis = engine.analyze(text, { file: "main.rs" });
  assert.deepEqual(
    analysis.diagnostics().filter((one) => one.severity === "error"),
    [],
  );
  return analysis
    .unsupported()
    .map((one) => `${lineColumnAt(analysis.lines, one.span.start).line}: ${one.reason}`);
}

function ran(text: string): string {
  const program = prepare(engine.analyze(text, { file: "main.rs" }), {});
  assert.equal(program.kind, "ready");
  if (program.kind !== "ready") return "";
  const { ending } = runProgram(program, strategyOf({}));
  return `${ending.stdout}${ending.status} ${ending.reason ?? ""}${ending.line === undefined ? "" : `, line ${ending.line}`}`;
}

const CRATES = ["tokio", "parking_lot", "crossbeam", "rayon", "dashmap", "arc_swap"];

describe("refusals", () => {
  for (const name of CRATES) {
    it(`a use of ${name} is listed, and stops a run only where it is reached`, () => {
      const reason = `the crate \`${name}\` is not part of Lockstep's model`;
      const text = `use ${name}::Thing;\nfn never() { Thing::new(1); }\nfn main() { println!("a"); }\n`;
      assert.deepEqual(listed(text), [`1: ${reason}`]);
      assert.equal(ran(text), "a\nok ");
      const reached = `use ${name}::Thing;\nfn main() {\n    println!("a");\n    let thing = Thing::new(1);\n    thing.go();\n}\n`;
      assert.equal(ran(reached), `a\nunsupported ${reason}, line 4`);
    });
  }

  it("a crate's method on a type of std", () => {
    const text = `use rayon::prelude::*;\nfn main() {\n    println!("a");\n    let sum: i32 = vec![1, 2].par_iter().sum();\n    println!("{sum}");\n}\n`;
    assert.equal(
      ran(text),
      "a\nunsupported `par_iter` may come from a crate that is not part of Lockstep's model, line 4",
    );
  });

  for (const [what, use] of [
    [
      "a number read as one with another sign",
      'let x = -1i32; println!("{}", unsafe { *(&raw const x as *const u32) });',
    ],
    [
      "the bytes of a number",
      'let x = 1u32; let p = &raw const x as *const u8; println!("{}", unsafe { p.add(1).read() });',
    ],
    [
      "a slice of bytes",
      'let x = 1u32; println!("{:?}", unsafe { std::slice::from_raw_parts(&raw const x as *const u8, 4) });',
    ],
    [
      "a reference to another type",
      'let x = 1.5f32; let bits: &u32 = unsafe { &*(&raw const x).cast() }; println!("{bits}");',
    ],
    [
      "a field of a union",
      'union Bits { float: f32, bits: u32 } let it = Bits { float: 1.5 }; println!("{}", unsafe { it.bits });',
    ],
  ] as const) {
    it(`memory seen as another type: ${what}`, () => {
      const reason = "memory seen as another type: the bytes of values are not modelled";
      assert.equal(
        ran(`fn main() {\n    println!("a");\n    ${use}\n}\n`),
        `a\nunsupported ${reason}, line 3`,
      );
    });
  }

  for (const [path, use] of [
    ["std::fs", `std::fs::File::open("x").unwrap();`],
    ["std::net", `std::net::TcpListener::bind("127.0.0.1:0").unwrap();`],
    ["std::process::Command", `std::process::Command::new("ls").output().unwrap();`],
  ] as const) {
    it(`${path}`, () => {
      const text = `fn main() {\n    println!("a");\n    ${use}\n}\n`;
      assert.match(listed(text)[0] ?? "", new RegExp(`^3: \`${path}`));
      assert.match(ran(text), new RegExp(`^a\nunsupported \`${path}.*, line 3$`));
      const skipped = `fn main() {\n    if std::env::args().count() > 9 { ${use} }\n    println!("a");\n}\n`;
      assert.equal(ran(skipped), "a\nok ");
    });
  }

  it("foreign functions and inline assembly", () => {
    const text = `unsafe extern "C" {\n    fn abs(x: i32) -> i32;\n}\nfn main() {\n    println!("a");\n    let n = unsafe { abs(-3) };\n    println!("{n}");\n}\n`;
    assert.deepEqual(listed(text), ["2: `abs` is defined outside Rust"]);
    assert.equal(ran(text), "a\nunsupported `abs` is defined outside Rust, line 6");
    const asm = `use std::arch::asm;\nfn main() {\n    println!("a");\n    unsafe { asm!("nop") };\n}\n`;
    assert.match(ran(asm), /^a\nunsupported .*asm.*, line 4$/);
  });

  it("what std has and Lockstep does not", () => {
    const text = `fn main() {\n    println!("a");\n    let error = std::io::Error::last_os_error();\n    println!("{error}");\n}\n`;
    const reason = "`Error::last_os_error` is not part of Lockstep's model";
    assert.deepEqual(listed(text), [`3: ${reason}`]);
    assert.equal(ran(text), `a\nunsupported ${reason}, line 3`);
  });

  it("nightly-only parts of std", () => {
    const text = `use std::sync::mpmc;\nfn main() {\n    println!("a");\n    let (tx, rx) = mpmc::channel::<i32>();\n    tx.send(1).unwrap();\n    println!("{:?}", rx.recv());\n}\n`;
    assert.match(ran(text), /^a\nunsupported .*std::sync::mpmc.*, line 4$/);
  });
});

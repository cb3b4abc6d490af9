// The command line's contract: exit codes, one JSON object with the promised fields, a sentence for bad usage.

import assert from "node:assert/strict";
import { answer } from "../../src/cli/command.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { editionFrom } from "../../src/driver/manifest.ts";
import type { Edition } from "../../src/base/edition.ts";

const FILES: Record<string, string> = {
  "fine.rs": 'fn main() {\n    println!("{}", 6 * 7);\n}\n',
  "moved.rs": "fn main() {\n    let text = String::new();\n    drop(text);\n    drop(text);\n}\n",
  "loop.rs": "fn main() {\n    loop {}\n}\n",
  "deadlock.rs":
    "use std::sync::Mutex;\n\nfn main() {\n    let m = Mutex::new(0);\n    let _first = m.lock();\n    let _second = m.lock();\n}\n",
  "tail.rs":
    'use std::sync::Mutex;\nfn main() {\n    let m = Mutex::new(Some(1));\n    if let None = *m.lock().unwrap() {\n    } else {\n        println!("{}", m.try_lock().is_ok());\n    };\n}\n',
  "files.rs": 'fn main() {\n    println!("{}", std::fs::read_to_string("x").is_ok());\n}\n',
};

/** Store buffering: both loads can give 0 unless all four operations have one order. */
FILES["buffer.rs"] = `use std::sync::atomic::{AtomicI32, Ordering::*};
use std::thread;
fn main() {
    let (x, y) = (AtomicI32::new(0), AtomicI32::new(0));
    let (a, b) = thread::scope(|s| {
        let t = s.spawn(|| { x.store(1, Relaxed); y.load(Relaxed) });
        y.store(1, Relaxed);
        let b = x.load(Relaxed);
        (t.join().unwrap(), b)
    });
    println!("{a}{b}");
}
`;

const engine = createEngine();

function say(...argv: string[]) {
  return answer(argv, engine, (file) => {
    const text = FILES[file];
    return text === undefined ? `There is no file \`${file}\`.` : { text, edition: 2021 };
  });
}

/** What the commands promise of their JSON, as far as it is looked at here. */
interface Json {
  readonly status: string;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly schedule: string;
  readonly complete: boolean;
  readonly limit: { readonly what: string; readonly limit: number; readonly line: number };
  readonly diagnostics: readonly (Record<string, unknown> & {
    readonly message: string;
    readonly related: readonly { readonly line: number }[];
  })[];
  readonly unsupported: readonly { readonly line: number }[];
  readonly outcomes: readonly {
    readonly status: string;
    readonly exitCode: number | null;
    readonly stdout: string;
    readonly findings: readonly unknown[];
  }[];
  readonly markdown: string;
  readonly range: { readonly line: number };
}

function json(...argv: string[]): Json {
  return JSON.parse(say(...argv, "--json").stdout) as Json;
}

describe("the command line", () => {
  it("exits with 0 where nothing is found, 1 where something is, 2 where it was used badly", () => {
    assert.equal(say("check", "fine.rs").exitCode, 0);
    assert.equal(say("run", "fine.rs").exitCode, 0);
    assert.equal(say("explore", "fine.rs").exitCode, 0);
    assert.equal(say("check", "moved.rs").exitCode, 1);
    assert.equal(say("run", "moved.rs").exitCode, 1);
    assert.equal(say("explore", "deadlock.rs").exitCode, 1);
    for (const bad of [
      [],
      ["frobnicate", "fine.rs"],
      ["check"],
      ["check", "none.rs"],
      ["check", "fine.rs", "--seed", "1"],
      ["check", "fine.rs", "--edition", "2020"],
      ["run", "fine.rs", "--seed", "1", "--schedule", "x"],
      ["run", "fine.rs", "--schedule", "x"],
      ["explore", "fine.rs", "--orders", "relaxed"],
      ["run", "fine.rs", "--entry", "nobody"],
      ["hover", "fine.rs"],
    ]) {
      const { exitCode, stdout, stderr } = say(...bad);
      assert.equal(exitCode, 2, bad.join(" "));
      assert.equal(stdout, "");
      assert.match(stderr, /^lockstep: .+\.\n$/);
    }
  });

  it("compares what is written with operations that are all SeqCst", () => {
    const outputs = (...more: string[]) =>
      json("explore", "buffer.rs", ...more).outcomes.map((one) => one.stdout.trim());
    assert.deepEqual(outputs().sort(), ["00", "01", "10", "11"]);
    assert.deepEqual(outputs("--orders", "written").sort(), ["00", "01", "10", "11"]);
    assert.deepEqual(outputs("--orders", "seqcst").sort(), ["01", "10", "11"]);
    for (let seed = 0; seed < 20; seed++)
      assert.notEqual(
        json("run", "buffer.rs", "--orders=seqcst", "--seed", `${seed}`).stdout,
        "00\n",
      );
  });

  it("check gives rustc's code, line and columns from 1", () => {
    const [error] = json("check", "moved.rs").diagnostics;
    assert.ok(error);
    const { message, related, ...rest } = error;
    assert.deepEqual(rest, {
      severity: "error",
      code: "E0382",
      line: 4,
      column: 10,
      endLine: 4,
      endColumn: 14,
    });
    assert.equal(message, "use of moved value: `text`");
    assert.ok(related.some((one) => one.line === 3));
  });

  it("run tells status, exit code, output, steps and a schedule that replays", () => {
    const first = json("run", "fine.rs");
    assert.equal(first.status, "ok");
    assert.equal(first.exitCode, 0);
    assert.equal(first.stdout, "42\n");
    assert.deepEqual(json("run", "fine.rs", "--schedule", first.schedule), first);
    const refused = say("run", "tail.rs", "--schedule", first.schedule);
    assert.match(refused.stderr, /another text/);
  });

  it("a limit has a name, a number and a line", () => {
    const ran = json("run", "loop.rs");
    assert.equal(ran.status, "limit");
    assert.equal(ran.exitCode, null);
    const { what, limit, line } = ran.limit;
    assert.match(what, /steps/);
    assert.equal(limit, 50_000_000);
    assert.equal(line, 2);
  });

  it("what is outside the model is listed, and a run that reaches it stops there", () => {
    const ran = json("run", "files.rs");
    assert.equal(ran.status, "unsupported");
    assert.equal(ran.unsupported[0]?.line, 2);
  });

  it("explore lists outcomes; a deadlock has no exit code", () => {
    const found = json("explore", "deadlock.rs");
    assert.equal(found.status, "explored");
    assert.equal(found.complete, true);
    const [outcome] = found.outcomes;
    assert.equal(outcome?.status, "deadlock");
    assert.equal(outcome?.exitCode, null);
    assert.notDeepEqual(outcome?.findings, []);
  });

  it("--edition decides", () => {
    // The temporary of `if let` lives through `else` until edition 2024.
    assert.equal(json("run", "tail.rs", "--edition", "2021").stdout, "false\n");
    assert.equal(json("run", "tail.rs", "--edition", "2024").stdout, "true\n");
  });

  it("hover gives null where there is nothing to say", () => {
    assert.equal(say("hover", "fine.rs:3:1", "--json").stdout, "null\n");
    const { markdown, range } = json("hover", "deadlock.rs:6:21");
    assert.match(markdown, /lock/);
    assert.equal(range.line, 6);
  });
});

describe("the edition of a file", () => {
  const cases: [string, string[], Edition | undefined][] = [
    ["as the package says", ['[package]\nedition = "2024"'], 2024],
    ["2015 without the field", ['[package]\nname = "a"'], 2015],
    [
      "not that of a dependency",
      ['[package]\nname = "a"\n[dependencies]\nb = { edition = "2018" }'],
      2015,
    ],
    [
      "from the workspace",
      ["[package]\nedition.workspace = true", '[workspace.package]\nedition = "2018"'],
      2018,
    ],
    ["past a manifest of no package", ["[workspace]", '[package]\nedition = "2018"'], 2018],
    ["unknown without a manifest", [], undefined],
    ["unknown where the manifest is half-typed", ["[package\nedition="], undefined],
  ];
  for (const [what, manifests, edition] of cases)
    it(what, () => assert.equal(editionFrom(manifests), edition));
});

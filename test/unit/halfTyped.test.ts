// Code that is being typed: what is known of the rest stays said, word for word, and nothing false comes up.
//
// Each situation is what stands at the caret on a line of its own. Other hovers may change only where the piece really
// changes what they speak of: a further use, a further owner, a move.

import assert from "node:assert/strict";
import { createEngine } from "../../src/driver/engine.ts";
import { hoverAt } from "../../src/ide/hover.ts";

const PROGRAM = `use std::sync::{mpsc, Arc, Mutex};
use std::thread;

struct Account {
    balance: Mutex<i64>,
}

fn deposit(account: &Account, amount: i64) {
    let mut balance = account.balance.lock().unwrap();
    *balance += amount;
}

fn main() {
    let account = Arc::new(Account { balance: Mutex::new(0) });
    let (tx, rx) = mpsc::channel();
    let mut handles = Vec::new();
    for i in 0..4 {
        let account = Arc::clone(&account);
        let tx = tx.clone();
        handles.push(thread::spawn(move || {
            deposit(&account, i);
            tx.send(i).unwrap();
        }));
    }
    drop(tx);
    @@
    for i in rx {
        println!("{i}");
    }
    for handle in handles {
        handle.join().unwrap();
    }
}
`;

interface Situation {
  readonly typed: string;
  /** Names whose hovers may say something else now. */
  readonly changes?: readonly string[];
  /** Codes that hold of the text as it stands. */
  readonly codes?: readonly string[];
  /** Word of the typed line → a part of its hover; empty: silent. */
  readonly says?: Readonly<Record<string, string>>;
}

const USE = ["balance"];
const ACQUIRES = "**Acquires `account.balance`**";
const OWNERS = "**Shared by 5 owners**";

const SITUATIONS: readonly Situation[] = [
  { typed: "let g = account.", says: { account: OWNERS } },
  { typed: "let g = account.balance.", changes: USE, says: { account: OWNERS } },
  { typed: "let g = account.balance.lock", changes: USE, says: { lock: "" } },
  { typed: "let g = account.balance.lock(", changes: USE, says: { lock: ACQUIRES } },
  { typed: "let g = account.balance.lock().", changes: USE },
  { typed: "let g = account.balance.lock().unwrap", changes: USE, says: { unwrap: "" } },
  {
    typed: "let g = account.balance.lock().unwrap()",
    changes: USE,
    says: { g: ACQUIRES, lock: "held to the end of line 33" },
  },
  {
    typed: "{ let g = account.balance.lock().unwrap();",
    changes: USE,
    says: { lock: "**Acquires `account.balance`" },
  },
  { typed: "if true { let g = account.balance.lock().unwrap();", changes: USE },
  { typed: "if let Ok(g) = account.balance.lock()", changes: USE, says: { lock: ACQUIRES } },
  { typed: "match account.balance.lock() {", changes: USE },
  { typed: "match account.balance.lock() { Ok(g) =>", changes: USE },
  { typed: "while let Ok(x) = rx.recv()", says: { recv: "**Waits** until a message comes" } },
  { typed: "thread::spawn(", says: { spawn: "**Starts a thread**." } },
  { typed: "thread::spawn(move", says: { spawn: "**Starts a thread**." } },
  { typed: "thread::spawn(move ||", says: { spawn: "captures nothing" } },
  { typed: "thread::spawn(move || {", says: { spawn: "captures nothing" } },
  {
    typed: "thread::spawn(move || { account.",
    changes: ["account", "clone"],
    says: { spawn: "captures `account` (moved)" },
  },
  {
    typed: "thread::spawn(|| { account.balance.lock() })",
    changes: ["account", "balance"],
    codes: ["E0373"],
    says: { spawn: "captures `account` (borrowed)" },
  },
  { typed: "let" },
  { typed: "let x" },
  { typed: "let x =" },
  { typed: "let x: Arc<", says: { Arc: "**`Arc`**" } },
  { typed: "let x: Arc<Mutex<i32>", says: { Mutex: "**`Mutex`**" } },
  { typed: "for" },
  { typed: "for x in" },
  { typed: "for x in rx", changes: ["rx"], codes: ["E0382"] },
  { typed: "for x in rx {", changes: ["rx"], codes: ["E0382"] },
  { typed: "let c = Arc::", says: { Arc: "**`Arc`**" } },
  { typed: "let c = Arc::clone(", says: { clone: "A new owner" } },
  { typed: "let c = Arc::clone(&", says: { clone: "A new owner" } },
  { typed: "let c = Arc::clone(&acc", says: { clone: "A new owner" } },
  { typed: "*" },
  { typed: "*account.", says: { account: OWNERS } },
  { typed: "&" },
  { typed: "return" },
  { typed: "vec![" },
  { typed: "println!(" },
  { typed: 'println!("{}", account.balance.lock()', changes: USE },
  // To the next quote everything is text.
  { typed: 'println!("abc', changes: ["rx", "i"] },
  { typed: 'let s = "abc', changes: ["rx", "i"] },
  { typed: "let s = 'a" },
  { typed: "/* abc" },
  { typed: "// abc" },
  { typed: "drop(" },
  { typed: "}" },
  { typed: ")" },
  { typed: ">" },
  { typed: "fn" },
  { typed: "fn f" },
  { typed: "fn f(" },
  { typed: "fn f() {" },
  { typed: "fn f() -> " },
  { typed: "struct S {" },
  { typed: "impl Account {" },
  { typed: "#[" },
  { typed: "use std::" },
  { typed: "tx.", says: { tx: "**Sends to `rx`**" } },
  { typed: "rx.", says: { rx: "**Receives from" } },
  { typed: "tx.send(", changes: ["tx"], codes: ["E0382"] },
  { typed: "handles.push(", says: { handles: "**Holds the handles of the 4 threads" } },
  { typed: "handles.iter().map(|h", says: { handles: "**Holds the handles of the 4 threads" } },
];

const engine = createEngine();

/** Markdown of every word's hover, by the text of its line, the word and its column. */
function hoversOf(text: string): {
  readonly said: ReadonlyMap<string, string>;
  readonly codes: readonly string[];
} {
  const analysis = engine.analyze(text, { file: "main.rs", edition: 2021 });
  const said = new Map<string, string>();
  let offset = 0;
  for (const line of text.split("\n")) {
    for (const word of line.matchAll(/[A-Za-z_]\w*|\*/g)) {
      const hover = hoverAt(analysis, offset + word.index);
      if (hover !== undefined) said.set(`${line.trim()} @${word[0]} ${word.index}`, hover.markdown);
    }
    offset += line.length + 1;
  }
  const codes = analysis.diagnostics().flatMap(({ code }) => (code === undefined ? [] : [code]));
  return { said, codes };
}

/** Unterminated quotes and comments are syntax errors that have codes. */
const OF_SYNTAX = new Set(["E0758", "E0762", "E0765"]);

describe("half-typed code", () => {
  const whole = hoversOf(PROGRAM.replace("@@", "")).said;

  for (const { typed, changes = [], codes = [], says = {} } of SITUATIONS) {
    it(typed, () => {
      const now = hoversOf(PROGRAM.replace("@@", typed));
      assert.deepEqual(
        now.codes.filter((code) => !OF_SYNTAX.has(code) && !codes.includes(code)),
        [],
        "messages",
      );
      for (const [place, before] of whole) {
        const word = /@(\S+) /.exec(place)?.[1] ?? "";
        if (!changes.includes(word)) assert.equal(now.said.get(place), before, place);
      }
      const line = PROGRAM.slice(0, PROGRAM.indexOf("@@")).split("\n").length;
      const own = [...now.said].filter(([place]) => place.startsWith(`${typed} @`));
      for (const [word, part] of Object.entries(says)) {
        const hover = own.find(([place]) => place.includes(` @${word} `))?.[1] ?? "";
        assert.ok(
          part === "" ? hover === "" : hover.includes(part),
          `line ${line}, ${word}: ${hover}`,
        );
      }
    });
  }
});

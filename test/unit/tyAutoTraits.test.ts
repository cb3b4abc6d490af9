// `Send` and `Sync` with their reasons. Truth: rustc accepts or refuses `fn need<T: Send>() {}` for each of these types.

import assert from "node:assert/strict";
import { explainBound } from "../../src/ty/autoTraits.ts";
import type { BoundReason } from "../../src/ty/typeck.ts";
import { findDef, typedProgram } from "../support/typedProgram.ts";
import type { TypedProgram } from "../support/typedProgram.ts";

const HEAD = `
use std::cell::*; use std::marker::PhantomData; use std::rc::Rc; use std::sync::atomic::*; use std::sync::*; use std::thread::*;
struct Plain { name: String, count: u32 }
struct Holder { id: u8, shared: Rc<str> }
struct Deep { inner: Vec<Option<Holder>> }
struct Raw { at: *mut u8 }
struct Forced { at: *mut u8 }
unsafe impl Send for Forced {}
struct Tied<T> { marker: PhantomData<T> }
enum Recursive { Leaf(Cell<u8>), Node(Box<Recursive>, Box<Recursive>) }
`;

interface Case {
  readonly ty: string;
  readonly send: boolean;
  readonly sync: boolean;
}

const CASES: readonly Case[] = [
  { ty: "i32", send: true, sync: true },
  { ty: "Plain", send: true, sync: true },
  { ty: "Rc<i32>", send: false, sync: false },
  { ty: "Holder", send: false, sync: false },
  { ty: "Deep", send: false, sync: false },
  { ty: "Raw", send: false, sync: false },
  { ty: "Forced", send: true, sync: false },
  { ty: "Cell<i32>", send: true, sync: false },
  { ty: "&'static Cell<i32>", send: false, sync: false },
  { ty: "&'static mut Cell<i32>", send: true, sync: false },
  { ty: "RefCell<String>", send: true, sync: false },
  { ty: "Mutex<Cell<i32>>", send: true, sync: true },
  { ty: "Mutex<Rc<i32>>", send: false, sync: false },
  { ty: "RwLock<Cell<i32>>", send: true, sync: false },
  { ty: "MutexGuard<'static, i32>", send: false, sync: true },
  { ty: "RwLockReadGuard<'static, i32>", send: false, sync: true },
  { ty: "Arc<Mutex<Vec<String>>>", send: true, sync: true },
  { ty: "Arc<Cell<i32>>", send: false, sync: false },
  { ty: "Arc<RefCell<i32>>", send: false, sync: false },
  { ty: "AtomicUsize", send: true, sync: true },
  { ty: "mpsc::Sender<i32>", send: true, sync: true },
  { ty: "mpsc::Sender<Rc<i32>>", send: false, sync: false },
  { ty: "mpsc::Receiver<i32>", send: true, sync: false },
  { ty: "JoinHandle<Rc<i32>>", send: true, sync: true },
  { ty: "OnceLock<Cell<i32>>", send: true, sync: false },
  { ty: "OnceCell<i32>", send: true, sync: false },
  { ty: "Box<dyn Fn()>", send: false, sync: false },
  { ty: "Box<dyn Fn() + Send>", send: true, sync: false },
  { ty: "Box<dyn Fn() + Send + Sync>", send: true, sync: true },
  { ty: "fn(Rc<i32>) -> Rc<i32>", send: true, sync: true },
  { ty: "*const u8", send: false, sync: false },
  { ty: "Tied<Rc<i32>>", send: false, sync: false },
  { ty: "(i32, [Rc<i32>; 2])", send: false, sync: false },
  { ty: "Recursive", send: true, sync: false },
  { ty: "Barrier", send: true, sync: true },
  { ty: "Condvar", send: true, sync: true },
  { ty: "Vec<Option<Box<str>>>", send: true, sync: true },
  { ty: "LazyLock<i32, fn() -> i32>", send: true, sync: true },
];

function ask(typed: TypedProgram, name: string, lang: string) {
  const trait = typed.cx.lang(lang);
  assert.ok(trait !== undefined);
  return explainBound(typed.cx, typed.cx.typeOf(findDef(typed, name)), trait, undefined);
}

function showPath(typed: TypedProgram, reasons: readonly BoundReason[]): string {
  return reasons
    .map(({ ty, trait, via }) => {
      const how =
        via.kind === "field" || via.kind === "capture" ? `${via.kind} ${via.name}` : via.kind;
      return `${typed.cx.show(ty)}: ${typed.cx.def(trait).name} (${how})`;
    })
    .join(" ← ");
}

describe("Send and Sync", () => {
  const text = HEAD + CASES.map(({ ty }, i) => `type Case${i} = ${ty};`).join("\n");
  const cases = () => typedProgram(text);

  it("are derived as rustc derives them", () => {
    const typed = cases();
    const wrong = CASES.flatMap(({ ty, send, sync }, i) => {
      const found = {
        send: ask(typed, `Case${i}`, "send").holds,
        sync: ask(typed, `Case${i}`, "sync").holds,
      };
      return found.send === send && found.sync === sync
        ? []
        : [`${ty}: Send ${found.send}, Sync ${found.sync}`];
    });
    assert.deepEqual(wrong, []);
  });

  it("say by which path they fail", () => {
    const typed = cases();
    const path = (ty: string, lang: string) => {
      const at = CASES.findIndex((c) => c.ty === ty);
      return showPath(typed, ask(typed, `Case${at}`, lang).reasons);
    };
    assert.equal(
      path("Holder", "send"),
      "Holder: Send (start) ← Rc<str>: Send (field shared) ← Rc<str>: Send (impl)",
    );
    assert.equal(
      path("Arc<RefCell<i32>>", "send"),
      "Arc<RefCell<i32>>: Send (start) ← RefCell<i32>: Sync (impl) ← RefCell<i32>: Sync (impl)",
    );
    assert.equal(
      path("Raw", "send"),
      "Raw: Send (start) ← *mut u8: Send (field at) ← *mut u8: Send (impl)",
    );
    assert.match(
      path("Box<dyn Fn()>", "send"),
      /dyn Fn\(\): Send \(impl\) ← dyn Fn\(\): Send \(dynWithout\)$/,
    );
    assert.equal(
      path("&'static Cell<i32>", "send"),
      "&'static Cell<i32>: Send (start) ← Cell<i32>: Sync (referent) ← Cell<i32>: Sync (impl)",
    );
  });

  it("do not know what they cannot see", () => {
    const typed = typedProgram("struct Unknown { x: missing::Thing } type Case0 = Unknown;");
    assert.equal(ask(typed, "Case0", "send").holds, undefined);
  });
});

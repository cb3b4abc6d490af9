// The auto-trait table, as a test: for every type of std that has to do with sharing, when it is `Send` and `Sync`, with an
// argument of each of the four kinds; and that the reason told leads through the argument that fails. rustc answers the same
// questions, where it is installed.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { explainBound } from "../../src/ty/autoTraits.ts";
import type { BoundAnswer } from "../../src/ty/queries.ts";
import { typedProgram } from "../support/typedProgram.ts";

type Auto = "Send" | "Sync";
/** What the argument must be. */
type Rule = "always" | "never" | readonly Auto[];

interface Row {
  /** With `T` for the argument. */
  readonly ty: string;
  readonly send: Rule;
  readonly sync: Rule;
}

const SEND: Rule = ["Send"];
const SYNC: Rule = ["Sync"];
const BOTH: Rule = ["Sync", "Send"];

const row = (send: Rule, sync: Rule, ...tys: readonly string[]): Row[] =>
  tys.map((ty) => ({ ty, send, sync }));

const TABLE: readonly Row[] = [
  ...row(SEND, SEND, "Mutex<T>", "Arc<Mutex<T>>", "mpsc::Sender<T>", "mpsc::SyncSender<T>"),
  ...row(SEND, BOTH, "RwLock<T>", "OnceLock<T>", "LazyLock<T>"),
  ...row(BOTH, BOTH, "Arc<T>", "sync::Weak<T>"),
  ...row("never", SYNC, "MutexGuard<'static, T>"),
  ...row("never", SYNC, "RwLockReadGuard<'static, T>", "RwLockWriteGuard<'static, T>"),
  ...row(SEND, "never", "mpsc::Receiver<T>", "mpsc::IntoIter<T>"),
  ...row("never", "never", "mpsc::Iter<'static, T>", "mpsc::TryIter<'static, T>"),
  ...row("never", "never", "Rc<T>", "rc::Weak<T>", "Ref<'static, T>", "RefMut<'static, T>"),
  ...row(SEND, "never", "Cell<T>", "RefCell<T>", "UnsafeCell<T>", "OnceCell<T>", "LazyCell<T>"),
  ...row("always", "always", "JoinHandle<T>"),
  ...row(SEND, SEND, "ScopedJoinHandle<'static, T>"),
  ...row("always", "always", "Thread", "ThreadId", "Condvar", "Barrier", "Once", "LocalKey<T>"),
  ...row("always", "always", "AtomicBool", "AtomicUsize", "AtomicPtr<T>", "fn(T) -> T"),
  ...row("always", "never", "OnceState"),
  ...row("never", "always", "StdinLock<'static>"),
  ...row("never", "never", "StdoutLock<'static>"),
  ...row(SYNC, SYNC, "&'static T", "slice::Iter<'static, T>"),
  ...row(SEND, SYNC, "&'static mut T", "slice::IterMut<'static, T>"),
  ...row("never", "never", "*const T", "*mut T", "NonNull<T>"),
  ...row(
    SEND,
    SYNC,
    "Box<T>",
    "Vec<T>",
    "Option<T>",
    "std::result::Result<u8, T>",
    "[T; 2]",
    "(u8, T)",
  ),
  ...row(SEND, SYNC, "VecDeque<T>", "HashMap<u8, T>", "BTreeMap<T, u8>", "vec::IntoIter<T>"),
  ...row(SEND, SYNC, "PhantomData<T>", "ManuallyDrop<T>", "mpsc::SendError<T>", "PoisonError<T>"),
  ...row("never", "never", "Box<dyn Fn(T)>", "Rc<dyn Fn(T) + Send + Sync>"),
  ...row("always", "never", "Box<dyn Fn(T) + Send>"),
  ...row("never", "never", "Arc<dyn Fn(T) + Send>", "Arc<dyn Fn(T) + Sync>"),
  ...row("always", "always", "Arc<dyn Fn(T) + Send + Sync>"),
  // Types of a program.
  ...row(SEND, SYNC, "Pair<T>", "Choice<T>"),
  ...row("never", "never", "Raw<T>"),
  ...row("always", "never", "SentByForce<T>"),
  ...row(SEND, SEND, "Spin<T>"),
  ...row("never", "never", "Marked<T>"),
];

const ARGUMENTS: readonly { readonly ty: string; readonly is: readonly Auto[] }[] = [
  { ty: "u8", is: ["Send", "Sync"] },
  { ty: "Cell<u8>", is: ["Send"] },
  { ty: "MutexGuard<'static, u8>", is: ["Sync"] },
  { ty: "Rc<u8>", is: [] },
];

const HEAD = `#![allow(dead_code)]
use std::cell::*; use std::collections::*; use std::io::{StdinLock, StdoutLock}; use std::marker::PhantomData; use std::mem::ManuallyDrop; use std::ptr::NonNull;
use std::rc::{self, Rc}; use std::sync::atomic::*; use std::sync::{self, *}; use std::thread::*; use std::{slice, vec};
struct Pair<T> { left: T, right: Vec<T> }
enum Choice<T> { Nothing, Some(Box<T>), More(Vec<Choice<T>>) }
struct Raw<T> { at: *mut T }
struct SentByForce<T> { at: *mut T } unsafe impl<T> Send for SentByForce<T> {}
struct Spin<T> { value: UnsafeCell<T> } unsafe impl<T: Send> Sync for Spin<T> {}
struct Marked<T> { value: T, here: PhantomData<*const ()> }
fn is_send<T: Send>() {}
fn is_sync<T: Sync>() {}
`;

interface Case {
  readonly row: Row;
  readonly argument: (typeof ARGUMENTS)[number];
  readonly trait: Auto;
  readonly ty: string;
}

const CASES: readonly Case[] = TABLE.flatMap((one) =>
  ARGUMENTS.filter((_, index) => index === 0 || /\bT\b/.test(one.ty)).flatMap((argument) =>
    (["Send", "Sync"] as const).map((trait) => ({
      row: one,
      argument,
      trait,
      ty: one.ty.replace(/\bT\b/g, argument.ty),
    })),
  ),
);

function failing({ row: { send, sync }, argument, trait }: Case): readonly Auto[] | "never" {
  const rule = trait === "Send" ? send : sync;
  if (rule === "never") return rule;
  return rule === "always" ? [] : rule.filter((needed) => !argument.is.includes(needed));
}

const holds = (one: Case): boolean => failing(one).length === 0;
const textOf = ({ ty, trait }: Case): string => `${ty}: ${trait}`;

/** One call a line, the first behind HEAD. */
const PROGRAM = `${HEAD}fn main() {\n${CASES.map(({ ty, trait }) => `is_${trait.toLowerCase()}::<${ty}>();`).join("\n")}\n}\n`;
const FIRST_LINE = HEAD.split("\n").length + 1;

function ourAnswers(): { readonly show: (index: number) => string; readonly all: BoundAnswer[] } {
  const text = HEAD + CASES.map(({ ty }, index) => `type Case${index} = ${ty};`).join("\n");
  const { program, cx } = typedProgram(text);
  const defs = new Map(program.localDefs.map((def) => [program.def(def).name, def]));
  const all = CASES.map(({ trait }, index) => {
    const def = defs.get(`Case${index}`);
    const auto = cx.lang(trait.toLowerCase());
    assert.ok(def !== undefined && auto !== undefined);
    return explainBound(cx, cx.typeOf(def), auto, undefined);
  });
  const show = (index: number) =>
    (all[index]?.reasons ?? [])
      .map(({ ty, trait }) => `${cx.show(ty)}: ${cx.def(trait).name}`)
      .join(" ← ");
  return { show, all };
}

/** The lines of the calls that rustc refuses. */
function refusedLines(): ReadonlySet<number> | undefined {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-auto-"));
  try {
    const file = join(folder, "program.rs");
    writeFileSync(file, PROGRAM);
    const flags = ["--edition=2021", "--emit=metadata", "--error-format=json", "-o", `${file}.out`];
    const { error, stderr } = spawnSync("rustc", [...flags, file], {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    if (error) return undefined;
    const found = stderr.split("\n").flatMap((line) => {
      if (!line.startsWith("{")) return [];
      const { level, spans } = JSON.parse(line) as {
        level: string;
        spans: readonly { is_primary: boolean; line_start: number }[];
      };
      if (level !== "error") return [];
      return spans.filter(({ is_primary }) => is_primary).map(({ line_start }) => line_start);
    });
    return new Set(found);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("the auto-trait table", () => {
  let ours: ReturnType<typeof ourAnswers>;
  before(() => {
    ours = ourAnswers();
  });

  it("holds for our std", () => {
    const { all } = ours;
    const wrong = CASES.filter((one, index) => all[index]?.holds !== holds(one));
    assert.deepEqual(wrong.map(textOf), []);
    assert.ok(CASES.length > 400, `${CASES.length} questions`);
  });

  it("holds for rustc's", function () {
    const refused = refusedLines();
    if (refused === undefined) return this.skip();
    const wrong = CASES.filter((one, index) => refused.has(FIRST_LINE + index) === holds(one));
    assert.deepEqual(wrong.map(textOf), []);
    return undefined;
  });

  it("is told with the argument that fails", () => {
    const { show, all } = ours;
    const wrong = CASES.flatMap((one, index) => {
      const missing = failing(one);
      if (missing === "never" || missing.length === 0) return [];
      const path = show(index);
      // What is behind an impl has lost its lifetimes.
      const erased = (text: string) => text.replaceAll("'static", "'_");
      const links = missing.map((trait) => erased(` ← ${one.argument.ty}: ${trait}`));
      const told = links.some((link) => erased(path).includes(link));
      const starts = all[index]?.reasons[0]?.via.kind === "start";
      return told && starts ? [] : [`${textOf(one)}: ${path}`];
    });
    assert.deepEqual(wrong, []);
  });
});

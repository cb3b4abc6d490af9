// A crate resolved on top of a few lines of std: enough for the lang items and macros that the tests use.

import { readFileSync } from "node:fs";
import type { Edition } from "../../src/base/edition.ts";
import { STD_BASE } from "../../src/base/span.ts";
import type { DefId, Program } from "../../src/hir/defs.ts";
import { resolveCrate } from "../../src/hir/resolve.ts";
import type { ResolveOptions } from "../../src/hir/resolve.ts";
import { showBody } from "../../src/hir/show.ts";
import { parseFile } from "../../src/syntax/parse.ts";

const LIB = `
mod macros;
pub mod prelude {
  #[lang = "prelude"]
  pub mod v1 {
    pub use crate::option::Option::{self, None, Some};
    pub use crate::result::Result::{self, Err, Ok};
    pub use crate::marker::{Copy, Send, Sized, Sync};
    pub use crate::ops::{Drop, Fn, FnMut, FnOnce};
    pub use crate::clone::Clone;
    pub use crate::cmp::{Eq, Ord, PartialEq, PartialOrd};
    pub use crate::default::Default;
    pub use crate::iter::{IntoIterator, Iterator};
    pub use crate::string::String;
    pub use crate::boxed::Box;
    pub use crate::vec::Vec;
  }
}
pub mod option { pub enum Option<T> { #[lang = "None"] None, #[lang = "Some"] Some(T) } }
pub mod result { pub enum Result<T, E> { Ok(T), Err(E) } }
pub mod marker {
  #[lang = "copy"] pub trait Copy: Clone {}
  pub trait Sized {}
  pub unsafe auto trait Send {}
  pub unsafe auto trait Sync {}
  pub struct PhantomData<T: ?Sized>;
}
pub mod ops {
  pub trait Drop { fn drop(&mut self); }
  pub trait FnOnce<A> { type Output; }
  pub trait FnMut<A>: FnOnce<A> {}
  pub trait Fn<A>: FnMut<A> {}
  #[lang = "Range"] pub struct Range<T> { pub start: T, pub end: T }
  #[lang = "RangeFrom"] pub struct RangeFrom<T> { pub start: T }
  #[lang = "RangeTo"] pub struct RangeTo<T> { pub end: T }
  #[lang = "RangeFull"] pub struct RangeFull;
  #[lang = "RangeToInclusive"] pub struct RangeToInclusive<T> { pub end: T }
  pub struct RangeInclusive<T> { start: T, end: T }
  impl<T> RangeInclusive<T> { #[lang = "range_inclusive_new"] pub fn new(start: T, end: T) -> Self { RangeInclusive { start, end } } }
  pub trait Try { type Output; #[lang = "branch"] fn branch(self); }
  pub trait FromResidual { #[lang = "from_residual"] fn from_residual() -> Self; }
  pub enum ControlFlow<B, C> { #[lang = "Continue"] Continue(C), #[lang = "Break"] Break(B) }
}
pub mod clone { pub trait Clone { fn clone(&self) -> Self; } }
pub mod cmp {
  pub trait PartialEq { fn eq(&self, other: &Self) -> bool; }
  pub trait Eq: PartialEq {}
  pub trait PartialOrd: PartialEq { fn partial_cmp(&self, other: &Self) -> Option<Ordering>; }
  pub trait Ord: Eq { fn cmp(&self, other: &Self) -> Ordering; }
  pub enum Ordering { Less, Equal, Greater }
}
pub mod default { pub trait Default { fn default() -> Self; } }
pub mod hash { pub trait Hasher {} pub trait Hash { fn hash<H: Hasher>(&self, state: &mut H); } pub use crate::Hash; }
pub mod iter {
  pub trait Iterator { type Item; #[lang = "next"] fn next(&mut self) -> Option<Self::Item>; }
  pub trait IntoIterator { #[lang = "into_iter"] fn into_iter(self); }
}
pub mod string { pub struct String; }
pub mod boxed { pub struct Box<T: ?Sized>(*const T); impl<T> Box<T> { pub fn new(value: T) -> Self { loop {} } } }
pub mod vec {
  pub struct Vec<T>(Box<T>);
  impl<T> Vec<T> { pub fn new() -> Self { loop {} } pub fn push(&mut self, value: T) {} }
  pub fn from_elem<T>(elem: T, n: usize) -> Vec<T> { loop {} }
  pub fn from_array<T, const N: usize>(array: [T; N]) -> Vec<T> { loop {} }
}
pub mod fmt {
  pub struct Arguments; pub struct Formatter; pub struct Error; pub type Result = crate::result::Result<(), Error>;
  pub trait Debug { fn fmt(&self, f: &mut Formatter) -> Result; }
  pub trait Display { fn fmt(&self, f: &mut Formatter) -> Result; }
  pub trait Write {}
  pub fn format(args: Arguments) -> String { loop {} }
}
pub mod io { pub fn _print(args: crate::fmt::Arguments) {} pub fn _eprint(args: crate::fmt::Arguments) {} }
pub mod intrinsics { pub fn discriminant_value<T>(value: &T) -> isize { 0 } }
pub mod rt { pub fn panic(message: &str) -> ! { loop {} } pub fn panic_fmt(args: crate::fmt::Arguments) -> ! { loop {} } }
pub mod panic { pub fn panic_any<T>(value: T) -> ! { loop {} } }
pub mod thread { pub struct LocalKey<T>(fn() -> T); impl<T> LocalKey<T> { pub const fn new(init: fn() -> T) -> Self { LocalKey(init) } } }
#[lockstep::complete]
pub mod sync { pub struct Mutex<T>(T); pub struct Arc<T>(T); pub mod atomic { pub struct AtomicU32; } }
pub mod collections { pub struct HashMap; }
`;

function makeStd(): Program {
  const macros = readFileSync("src/std/macros.rs", "utf8");
  const files = [
    { name: "lib", file: parseFile(LIB, STD_BASE, 2021) },
    { name: "macros", file: parseFile(macros, STD_BASE + LIB.length + 1, 2021) },
  ];
  return resolveCrate(files, undefined);
}

export const STD = makeStd();

export interface Source {
  readonly [file: string]: string;
}

/** Resolves one text, or several files of which `main.rs` is the root, and lowers every body. */
export function resolve(
  source: string | Source,
  options: ResolveOptions & { readonly edition?: Edition } = {},
): Program {
  const texts = typeof source === "string" ? { "main.rs": source } : source;
  let base = 0;
  const files = Object.entries(texts).map(([name, text]) => {
    const file = parseFile(text, base, options.edition ?? 2021);
    base += text.length + 1;
    return { name, file };
  });
  const program = resolveCrate(files, STD, { externCrates: [], ...options });
  for (const id of program.localDefs) program.body(id);
  return program;
}

/** `E0425 3:5 message` for each error of a one-file program. */
export function errorsOf(
  source: string,
  options: ResolveOptions & { readonly edition?: Edition } = {},
): string[] {
  const program = resolve(source, options);
  return program.errors.map((error) => {
    const before = source.slice(0, error.span.start);
    const line = before.split("\n").length;
    const column = error.span.start - before.lastIndexOf("\n");
    return `${error.code ?? "-"} ${line}:${column} ${error.message}`;
  });
}

export function find(program: Program, name: string): DefId {
  const id = program.localDefs.find((def) => program.path(def) === name);
  if (id === undefined)
    throw new Error(
      `no definition ${name} among ${program.localDefs.map((def) => program.path(def)).join(" ")}`,
    );
  return id;
}

/** The body of `main`, or of the function with the given path. */
export function bodyOf(source: string | Source, name = "main::main"): string {
  const program = resolve(source);
  if (program.errors.length > 0)
    throw new Error(program.errors.map((error) => error.message).join("; "));
  const body = program.body(find(program, name));
  if (body === undefined) throw new Error(`${name} has no body`);
  return showBody(program, body);
}

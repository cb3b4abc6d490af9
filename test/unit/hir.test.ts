import { strict as assert } from "node:assert";
import { showBound, showTy } from "../../src/hir/show.ts";
import { STD, bodyOf, errorsOf, find, resolve } from "../support/hirFixture.ts";

describe("hir: items and imports", () => {
  it("resolves the test's std without errors", () => {
    assert.deepEqual(
      STD.errors.map((error) => error.message),
      [],
    );
    for (const id of STD.localDefs) STD.body(id);
    assert.deepEqual(
      STD.errors.map((error) => error.message),
      [],
    );
  });

  it("follows renames, globs, re-exports and nested trees", () => {
    const source = `
      mod a { pub mod b { pub fn f() {} pub struct S; } pub use self::b::f as g; pub use b::*; }
      use a::{self as alias, b::{self, S as T}, g};
      fn main() { g(); alias::f(); b::f(); let t = T; a::S; }`;
    const f = "main::a::b::f";
    assert.equal(
      bodyOf(source),
      `|| { ${f}(); ${f}(); ${f}(); let t@0 = ctor main::a::b::S; ctor main::a::b::S; }`,
    );
  });

  it("lets a definition and a single import shadow a glob", () => {
    const source = `
      mod a { pub fn x() {} pub fn y() {} } mod b { pub fn y() {} }
      use a::*; use b::y; fn x() {}
      fn main() { x(); y(); }`;
    assert.equal(bodyOf(source), "|| { main::x(); main::b::y(); }");
  });

  it("resolves imports that depend on each other in any order", () => {
    const source = `
      use two::deep; mod one { pub use crate::three::inner as two; } use one::two;
      mod three { pub mod inner { pub fn deep() {} } }
      fn main() { deep() }`;
    assert.equal(bodyOf(source), "|| { main::three::inner::deep() }");
  });

  it("finds enum variants through globs, and std under all its names", () => {
    const source = `
      enum Color { Red, Rgb(u8) } use Color::*; use core::option::Option as Opt;
      fn main() { let c: Opt<Color> = Some(Red); Rgb(1); ::std::vec::Vec::<u8>::new(); alloc::vec::from_elem(1, 2); }`;
    assert.equal(
      bodyOf(source),
      "|| { let c@0: std::option::Option<main::Color> = ctor std::option::Option::Some(ctor main::Color::Red); " +
        "ctor main::Color::Rgb(1); <std::vec::Vec<u8>>::new(); std::vec::from_elem(1, 2); }",
    );
  });

  it("keeps items of a block to the block", () => {
    const source = `fn main() { f(); { fn f() {} use self::g as f2; f(); f2(); } f(); } fn f() {} fn g() {}`;
    assert.match(
      bodyOf(source),
      /^\|\| \{ main::f\(\); \{ item main::main::f; main::main::f\(\); main::g\(\); \} main::f\(\); \}$/,
    );
  });

  it("finds the file of a module beside and below", () => {
    const source = {
      "main.rs": "mod a; fn main() { a::b::f(); a::g() }",
      "a.rs": "pub mod b; pub fn g() {}",
      "a/b.rs": "pub fn f() { super::g() }",
    };
    assert.equal(bodyOf(source), "|| { main::a::b::f(); main::a::g() }");
    assert.equal(bodyOf(source, "main::a::b::f"), "|| { main::a::g() }");
  });

  it("is silent about what a missing file could define", () => {
    const program = resolve("mod missing; use missing::*; fn main() { missing::f(); g(); }");
    assert.deepEqual(program.errors, []);
    assert.equal(program.incomplete, true);
  });

  it("switches off #[cfg(test)] and #[test] unless asked", () => {
    const source = `#[cfg(test)] mod tests { #[test] fn t() {} } #[cfg(all(unix, not(windows)))] fn u() {} #[cfg(target_os = "windows")] fn w() {}`;
    const names = (test: boolean): string[] => {
      const program = resolve(source, { test });
      return program.localDefs.map((id) => program.path(id));
    };
    assert.deepEqual(names(false), ["main", "main::u"]);
    assert.deepEqual(names(true), ["main", "main::tests", "main::tests::t", "main::u"]);
  });

  it("numbers generic parameters as rustc does", () => {
    const program = resolve(
      "trait T<'a, A> { fn f<B, 'b>(self, x: impl Fn()); } impl<X> S<X> { fn g<Y>(y: Y) {} } struct S<T>(T);",
    );
    const indices = program.localDefs.flatMap((id) => {
      const def = program.def(id);
      return def.kind === "tyParam" || def.kind === "lifetimeParam"
        ? [`${def.name}${def.index}`]
        : [];
    });
    assert.deepEqual(indices, ["Self0", "'a1", "A2", "'b3", "B4", "impl Trait5", "X0", "Y1", "T0"]);
  });

  it("keeps bounds, where clauses and binders", () => {
    const program = resolve(
      "fn f<'a, T: Clone + 'a>(f: impl for<'b> Fn(&'b T) -> &'b T) -> Box<dyn Fn(&'a u8) + Send + 'a> where Vec<T>: Copy {}",
    );
    const def = program.def(find(program, "main::f"));
    assert.equal(def.kind, "fn");
    if (def.kind !== "fn") return;
    const predicates = def.generics.predicates.map((one) =>
      one.kind === "type"
        ? `${showTy(program, one.ty)}: ${one.bounds.map((bound) => showBound(program, bound)).join(" + ")}`
        : "",
    );
    assert.deepEqual(predicates, [
      "main::f::T: std::clone::Clone + 'a",
      "main::f::impl Trait: for<'b> std::ops::Fn<(&'b^0 main::f::T), Output = &'b^0 main::f::T>",
      "std::vec::Vec<main::f::T>: std::marker::Copy",
    ]);
    assert.equal(
      showTy(program, def.sig.output),
      "std::boxed::Box<dyn std::ops::Fn<(&'a u8), Output = ()> + std::marker::Send>",
    );
  });

  it("lists the traits in scope of a body", () => {
    const program = resolve(`
      mod m { pub trait A {} pub trait B {} pub trait C {} }
      use m::A as _;
      fn main() { { use m::B; let x = 1; x.go(); } }`);
    const main = find(program, "main::main");
    const own = (ids: readonly number[]): string[] =>
      ids.filter((id) => id >= STD.defCount).map((id) => program.path(id as never));
    assert.deepEqual(own(program.traitsInScope(main, undefined)), ["main::m::A"]);
    assert.deepEqual(own(program.traitsInScope(main, 0 as never)).sort(), [
      "main::m::A",
      "main::m::B",
    ]);
  });
});

describe("hir: bodies", () => {
  const main = (text: string): string =>
    bodyOf(`struct P { a: i32, b: i32 } fn main() { ${text} }`).slice(3);

  it("desugars for, while, ? and ranges", () => {
    assert.equal(
      main("for i in 0..3 { i; }"),
      "{ match std::iter::IntoIterator::into_iter(std::ops::Range { start: 0, end: 3 }) { mut iter@0 => '0: loop { " +
        "match std::iter::Iterator::next(&mut iter@0) { ctor std::option::Option::None => break '0, ctor std::option::Option::Some(i@1) => { i@1; } } } } }",
    );
    assert.equal(
      main("while true { continue; }"),
      "{ '0: loop { if true { continue '0; } else { break '0; } } }",
    );
    assert.equal(
      main("1..=2; ..; 1..; ..2; ..=2;"),
      "{ std::ops::RangeInclusive::new(1, 2); ctor std::ops::RangeFull; std::ops::RangeFrom { start: 1 }; std::ops::RangeTo { end: 2 }; std::ops::RangeToInclusive { end: 2 }; }",
    );
    assert.equal(
      main("let x = Some(1)?;"),
      "{ let x@2 = match std::ops::Try::branch(ctor std::option::Option::Some(1)) { ctor std::ops::ControlFlow::Continue(val@0) => val@0, " +
        "ctor std::ops::ControlFlow::Break(residual@1) => return std::ops::FromResidual::from_residual(residual@1) }; }",
    );
  });

  it("scopes let chains, let-else and match guards", () => {
    const chain = bodyOf(
      "fn main() { if let Some(a) = Some(1) && a > 0 && let Some(b) = Some(a) { b; } }",
    );
    assert.equal(
      chain,
      "|| { if ((let ctor std::option::Option::Some(a@0) = ctor std::option::Option::Some(1) && (a@0 > 0)) && " +
        "let ctor std::option::Option::Some(b@1) = ctor std::option::Option::Some(a@0)) { b@1; } }",
    );
    assert.equal(
      main("let Some(x) = Some(1) else { return }; x;"),
      "{ let ctor std::option::Option::Some(x@0) = ctor std::option::Option::Some(1) else { return }; x@0; }",
    );
    assert.equal(
      main("match 1 { a if a > 1 => a, _ => 2 };"),
      "{ match 1 { a@0 if (a@0 > 1) => a@0, _ => 2 }; }",
    );
  });

  it("finds labels through nested loops and blocks", () => {
    assert.equal(
      main("'a: loop { 'b: { loop { break 'b; } } continue 'a }"),
      "{ '0: loop { '1: { '2: loop { break '1; } } continue '0 } }",
    );
    assert.equal(main("let x = loop { break 1; };"), "{ let x@0 = '0: loop { break '0 1; }; }");
  });

  it("turns destructuring assignments into let and assignments", () => {
    assert.equal(
      main(
        "let (mut a, mut b) = (1, 2); (a, _, ..) = (b, 1, 3); [b, ..] = [1]; P { a, .. } = P { a: 1, b };",
      ),
      "{ let (mut a@0, mut b@1) = (1, 2); { let (lhs@2, _, ..) = (b@1, 1, 3); a@0 = lhs@2; }; { let [lhs@3, ..] = [1]; b@1 = lhs@3; }; " +
        "{ let main::P { a: lhs@4, .. } = main::P { a: 1, b: b@1 }; a@0 = lhs@4; }; }",
    );
  });

  it("tells constants from bindings in patterns, and shares the locals of alternatives", () => {
    const source = `const N: i32 = 1; enum E { A, B(i32), C(i32) } use E::*; struct U;
      fn main() { match 1 { N => {}, n => {} } match A { A => {}, B(x) | C(x) if x > 1 => {}, ref r @ _ => {} } let U = U; }`;
    assert.equal(
      bodyOf(source),
      "|| { match 1 { main::N => {}, n@0 => {} } match ctor main::E::A { ctor main::E::A => {}, " +
        "ctor main::E::B(x@1) | ctor main::E::C(x@1) if (x@1 > 1) => {}, ref r@2 @ _ => {} } let ctor main::U = ctor main::U; }",
    );
  });

  it("numbers closures and knows where locals are declared", () => {
    const program = resolve(
      "fn main() { let a = 1; let f = move |x| { let y = x; let g = |z| z + y + a; }; }",
    );
    const body = program.body(find(program, "main::main"));
    assert.equal(body?.closureCount, 2);
    assert.deepEqual(
      body?.locals.map((local) => `${local.name}:${local.closure}`),
      ["a:undefined", "x:0", "y:0", "z:1", "g:0", "f:undefined"],
    );
  });

  it("gives every expression and pattern its own id", () => {
    const program = resolve(
      'fn main() { let (a, b) = (1, [2; 3]); for i in 0..a { if i > 1 { println!("{i}"); } } }',
    );
    const body = program.body(find(program, "main::main"));
    const seen: number[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      // A constant in a type is a body of its own.
      if ("exprCount" in node && node !== body) return;
      if (
        "id" in node &&
        "kind" in node &&
        "span" in node &&
        !("pat" in node && "init" in node) &&
        typeof node.id === "number"
      )
        seen.push(node.id);
      for (const inner of Object.values(node)) visit(inner);
    };
    visit(body?.value);
    assert.equal(seen.length, (body?.exprCount ?? 0) + (body?.patCount ?? 0));
  });

  it("records what it does not support", () => {
    const program = resolve("async fn f() {} fn main() { let x = async { 1 }; }");
    assert.deepEqual(program.errors, []);
    assert.deepEqual(
      program.unsupported.map((one) => one.what),
      ["async fn", "async block"],
    );
  });

  it("makes main of the statements of a fragment", () => {
    const program = resolve("fn main() {}");
    assert.equal(program.incomplete, false);
  });
});

describe("hir: errors as rustc has them", () => {
  const cases: readonly (readonly [source: string, ...errors: string[]])[] = [
    ["fn main() { x }", "E0425 1:13 cannot find value `x` in this scope"],
    [
      "fn main() { f(); Ff(); }",
      "E0425 1:13 cannot find function `f` in this scope",
      "E0425 1:18 cannot find function, tuple struct or tuple variant `Ff` in this scope",
    ],
    [
      "fn f(x: Nope) -> m::T {} mod m {}",
      "E0425 1:9 cannot find type `Nope` in this scope",
      "E0425 1:21 cannot find type `T` in module `m`",
    ],
    ["impl Nope for u8 {}", "E0405 1:6 cannot find trait `Nope` in this scope"],
    ["struct S; impl S for u8 {}", "E0404 1:16 expected trait, found struct `S`"],
    ["use std::sync::Mutx;", "E0432 1:5 unresolved import `std::sync::Mutx`"],
    ["use std::sync::{Arc, atomc::AtomicU32};", "E0432 1:22 unresolved import `std::sync::atomc`"],
    ["use nope::x;", "E0432 1:5 unresolved import `nope`"],
    [
      "fn main() { nope::x(); Nope::new(); std::sync::nope::f(); }",
      "E0433 1:13 cannot find module or crate `nope` in this scope",
      "E0433 1:24 cannot find type `Nope` in this scope",
      "E0433 1:48 cannot find `nope` in `sync`",
    ],
    [
      "struct N { a: u8 } fn main() { N; N(1); }",
      "E0423 1:32 expected value, found struct `N`",
      "E0423 1:35 expected function, tuple struct or tuple variant, found struct `N`",
    ],
    [
      "fn main() { println; u8; }",
      "E0423 1:13 expected value, found macro `println`",
      "E0423 1:22 expected value, found builtin type `u8`",
    ],
    [
      "fn main() { self.x; let y: Self; }",
      "E0424 1:13 expected value, found module `self`",
      "E0411 1:28 cannot find type `Self` in this scope",
    ],
    [
      "fn main() { loop { break 'a; } 'b: loop { || { break 'b }; } }",
      "E0426 1:26 use of undeclared label `'a`",
      "E0767 1:54 use of unreachable label `'b`",
    ],
    ["fn f() {}\nstruct F; fn f() {}", "E0428 2:11 the name `f` is defined multiple times"],
    [
      "fn main() { match 1 { 1 | v => {} _ => {} } }",
      "E0408 1:23 variable `v` is not bound in all patterns",
    ],
    [
      "fn f(a: u8, a: u8) { let (b, b) = 1; }",
      "E0415 1:13 identifier `a` is bound more than once in this parameter list",
      "E0416 1:30 identifier `b` is bound more than once in the same pattern",
    ],
    [
      "fn f<T, T>() {}",
      "E0403 1:9 the name `T` is already used for a generic parameter in this item's generic parameters",
    ],
    [
      "fn main() { let y = 1; fn g() { y; } const C: u8 = y; let a = [0; y]; }",
      "E0434 1:33 can't capture dynamic environment in a fn item",
      "E0435 1:52 attempt to use a non-constant value in a constant",
      "E0435 1:67 attempt to use a non-constant value in a constant",
    ],
    ["fn f<T>() { fn g(x: T) {} }", "E0401 1:21 can't use generic parameters from outer item"],
    [
      "fn main() { let Foo(x) = 1; }",
      "E0531 1:17 cannot find tuple struct or tuple variant `Foo` in this scope",
    ],
    [
      "enum E { A(u8) } fn main() { let E::A = 1; }",
      "E0532 1:34 expected unit struct, unit variant or constant, found tuple variant `E::A`",
    ],
    [
      "trait T {} fn main() { let x = T { a: 1 }; let y = Z {}; }",
      "E0574 1:32 expected struct, variant or union type, found trait `T`",
      "E0422 1:52 cannot find struct, variant or union type `Z` in this scope",
    ],
    [
      "mod m { fn p() {} pub struct T(u8); } use m::p; fn main() { m::p(); m::T(1); }",
      "E0603 1:46 function `p` is private",
      "E0603 1:64 function `p` is private",
      "E0603 1:72 tuple struct constructor `T` is private",
    ],
    ["fn f(x: &'a u8) {}", "E0261 1:10 use of undeclared lifetime name `'a`"],
    [
      "fn main() { nope!(); } nope2!{}",
      "- 1:24 cannot find macro `nope2` in this scope",
      "- 1:13 cannot find macro `nope` in this scope",
    ],
    ["#[derive(Nope)] struct S;", "- 1:10 cannot find derive macro `Nope` in this scope"],
    ["static S: u8 = 1; fn main() { let S = 2; }", "E0530 1:35 let bindings cannot shadow statics"],
    [
      "trait T {} fn f() -> <u8 as T>::X {}",
      "E0576 1:33 cannot find associated type `X` in trait `T`",
    ],
    ["fn main() { break; }", "E0268 1:13 `break` outside of a loop or labeled block"],
    [
      "fn main() { loop { || { continue }; } while true { break 1; } }",
      "E0267 1:25 `continue` inside of a closure",
      "E0571 1:52 `break` with value from a `while` loop",
    ],
  ];
  for (const [source, ...errors] of cases) {
    it(source.slice(0, 70), () => {
      assert.deepEqual(errorsOf(source), errors);
    });
  }

  it("knows the built-in attributes, and says what it does not run", () => {
    const known =
      "#[inline(always)] #[must_use] #[rustfmt::skip] #[allow(clippy::all)] #[unsafe(no_mangle)] fn f() {}";
    assert.deepEqual(errorsOf(known), []);
    assert.deepEqual(errorsOf("#[nope] fn f() {}"), [
      "- 1:3 cannot find attribute `nope` in this scope",
    ]);
    const foreign = resolve("#[tokio::main] async fn main() {}", { externCrates: "unknown" });
    assert.deepEqual(foreign.errors, []);
    assert.deepEqual(foreign.unsupported[0]?.what, "#[tokio::main]");
  });

  it("says nothing about crates that may exist, nor about what std leaves out", () => {
    const source =
      "use tokio::sync::Mutex; use std::fs::File; fn main() { let m = Mutex::new(File::open()); serde::x(); std::env::args(); }";
    const program = resolve(source, { externCrates: "unknown" });
    assert.deepEqual(program.errors, []);
    assert.deepEqual(
      program.unsupported.map((one) => one.what),
      ["crate tokio", "std::fs", "crate serde", "std::env::args"],
    );
  });

  it("says nothing about names that an unknown glob could bring", () => {
    assert.deepEqual(
      resolve("use tokio::*; fn main() { spawn(x) }", { externCrates: "unknown" }).errors,
      [],
    );
  });
});

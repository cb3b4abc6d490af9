import { strict as assert } from "node:assert";
import { parseFormatString } from "../../src/hir/macros/formatString.ts";
import { bodyOf, errorsOf, find, resolve } from "../support/hirFixture.ts";

describe("hir: macro_rules", () => {
  const main = (before: string, text: string): string =>
    bodyOf(`${before} fn main() { ${text} }`).slice(3);

  it("matches repetitions, separators and nesting", () => {
    assert.equal(
      main(
        "macro_rules! m { ($($k:ident = [$($v:expr),*]);* $(;)?) => { ($(($($v + 1,)*),)*) } }",
        "m!(a = [1, 2]; b = []; c = [3];);",
      ),
      "{ (((1 + 1), (2 + 1)), (), ((3 + 1))); }",
    );
    assert.equal(
      main("macro_rules! o { ($a:expr $(, $b:expr)?) => { $a $(+ $b)? } }", "o!(1); o!(1, 2);"),
      "{ 1; (1 + 2); }",
    );
  });

  it("chooses the first rule that fits, without backtracking into fragments", () => {
    assert.equal(
      main(
        "macro_rules! t { () => { 0 }; ($h:tt $($t:tt)*) => { 1 + t!($($t)*) } }",
        "t!(a (b c) d);",
      ),
      "{ (1 + (1 + (1 + 0))); }",
    );
    assert.deepEqual(
      errorsOf("macro_rules! m { ($e:expr) => {}; (fn) => {} } fn main() { m!(fn); }"),
      [],
    );
    assert.deepEqual(
      errorsOf("macro_rules! m { ($e:expr) => {}; (1 2) => {} } fn main() { m!(1 2); }"),
      [],
    );
    assert.deepEqual(
      errorsOf("macro_rules! m { ($e:expr, x) => {}; (1 + ) => {} }\nfn main() { m!(1 + ); }"),
      ["- 2:19 expected expression, found end of macro arguments"],
    );
  });

  it("keeps an interpolated expression one operand", () => {
    assert.equal(
      main("macro_rules! mul { ($a:expr, $b:expr) => { $a * $b } }", "mul!(1 + 2, 3 + 4);"),
      "{ ((1 + 2) * (3 + 4)); }",
    );
  });

  it("takes every kind of fragment", () => {
    const rules = `macro_rules! all {
      ($b:block $e:expr, $i:ident, $l:lifetime, $li:literal, $p:path, $pat:pat, $t:ty, $tt:tt, $v:vis; $m:meta; $item:item $s:stmt) => {
        $l: loop { #[$m] $v struct $i(u8); $item $s; let $pat: $t = $e; $p($li, $tt, $b); break $l; }
      } }`;
    assert.equal(
      main(
        rules,
        "all!({ 7 } 1 + 1, Name, 'x, -3, Some, (q, 4..=5 | 6), (u8, Vec<u8>), [8], pub(crate); allow(dead_code); fn it() {} let z = 9);",
      ),
      "{ '0: loop { item main::main::Name; item main::main::it; let z@0 = 9; let (q@1, 4..=5 | 6): (u8, std::vec::Vec<u8>) = (1 + 1); " +
        "ctor std::option::Option::Some(-3, [8], { 7 }); break '0; }; }",
    );
  });

  it("keeps locals of a macro apart from those of its caller", () => {
    const rules =
      "macro_rules! a { ($e:expr) => {{ let a = 42; $e }} } macro_rules! d { ($n:ident) => { let $n = 1; let hidden = 2; } }";
    assert.equal(
      main(rules, "let a = 1; a!(a); d!(shown); shown;"),
      "{ let a@0 = 1; { let a@1 = 42; a@0 }; let shown@2 = 1; let hidden@3 = 2; shown@2; }",
    );
    assert.deepEqual(errorsOf(`${rules}\nfn main() { d!(x); hidden; a!(a) }`), [
      "E0425 2:20 cannot find value `hidden` in this scope",
      "E0425 2:31 cannot find value `a` in this scope",
    ]);
  });

  it("lets a macro defined in a body use the locals before it", () => {
    assert.equal(
      main("", "let z = 1; macro_rules! m { () => { z } } { let z = 2; m!(); }"),
      "{ let z@0 = 1; { let z@1 = 2; z@0; } }",
    );
  });

  it("keeps labels apart as well", () => {
    assert.equal(
      main(
        "macro_rules! l { ($e:expr) => { 'a: loop { if true { $e } break 'a; } } }",
        "'a: loop { l!(break 'a); }",
      ),
      "{ '0: loop { '1: loop { if true { break '0 } break '1; }; } }",
    );
  });

  it("expands macros that define items, impls and macros", () => {
    const rules = `trait T { fn f(&self); } macro_rules! im { ($($t:ty)*) => { $(impl T for $t { fn f(&self) { g() } })* fn g() {} } } im! { u8 Vec<u8> }
      macro_rules! mk { ($n:ident, $v:expr) => { macro_rules! $n { ($d:expr) => { $v + $d } } } } mk!(plus, 5);`;
    assert.equal(main(rules, "plus!(1); g();"), "{ (5 + 1); main::g(); }");
    assert.equal(
      resolve(`${rules} fn main() {}`).impls.length - resolve("fn main() {}").impls.length,
      2,
    );
  });

  it("finds items through $crate and at the place of the call", () => {
    const source = `mod a { #[macro_export] macro_rules! m { () => { $crate::a::hidden(); local() } } pub fn hidden() {} }
      mod b { pub fn go() { crate::m!(); } fn local() {} }
      use m as renamed; fn local() {} fn main() { renamed!(); }`;
    assert.equal(bodyOf(source), "|| { main::a::hidden(); main::local(); }");
    assert.equal(bodyOf(source, "main::b::go"), "|| { main::a::hidden(); main::b::local(); }");
  });

  it("scopes macros by text, and past modules with #[macro_use]", () => {
    assert.equal(
      main(
        "#[macro_use] mod a { macro_rules! m { () => { 1 } } } macro_rules! m2 { () => { 2 } } mod b { pub fn f() { m2!(); } }",
        "m!(); m2!();",
      ),
      "{ 1; 2; }",
    );
    assert.deepEqual(errorsOf("mod a { macro_rules! m { () => { 1 } } }\nfn main() { m!(); }"), [
      "- 2:13 cannot find macro `m` in this scope",
    ]);
    assert.deepEqual(errorsOf("fn f() { m!(); }\nmacro_rules! m { () => { 1 } }"), [
      "- 1:10 cannot find macro `m` in this scope",
    ]);
  });

  it("expands in patterns, types and statements", () => {
    assert.equal(
      main(
        "macro_rules! p { ($($p:pat_param)|+) => { Some($($p)|+) } } macro_rules! t { ($($t:ty),*) => { ($($t),*) } }",
        "let x: t!(u8, bool) = (1, true); match Some(1) { p!(1 | 2) => {} _ => {} }",
      ),
      "{ let x@0: (u8, bool) = (1, true); match ctor std::option::Option::Some(1) { ctor std::option::Option::Some(1 | 2) => {}, _ => {} } }",
    );
  });

  it("says what rustc says when no rule fits", () => {
    const rules = "macro_rules! m { ($a:expr, $b:expr) => { $a + $b }; (x) => { 1 }; }\n";
    const one = (text: string): string[] => errorsOf(`${rules}fn main() { ${text} }`);
    assert.deepEqual(one("m!(1);"), ["- 2:17 unexpected end of macro invocation"]);
    assert.deepEqual(one("m!(1 2);"), ["- 2:18 no rules expected `2`"]);
    assert.deepEqual(one("m!(fn);"), ["- 2:16 no rules expected keyword `fn`"]);
    assert.deepEqual(one("m!();"), ["- 2:13 unexpected end of macro invocation"]);
    assert.deepEqual(
      errorsOf(
        "macro_rules! mm { ($($a:ident),*; $($b:ident),*) => { $( ($a, $b); )* } }\nfn main() { mm!(a, b; c); }",
      ),
      ["- 1:56 meta-variable `a` repeats 2 times, but `b` repeats 1 time"],
    );
    assert.deepEqual(
      errorsOf("macro_rules! e { ($a:expr) => { $a; 3 } }\nfn main() { let x = e!(1); }"),
      ["- 1:37 macro expansion ignores `3` and any tokens following"],
    );
  });

  it("stops at the recursion limit", () => {
    const errors = errorsOf(
      "macro_rules! r { ($($a:expr),*) => { r!($($a),*, 1) } }\nfn main() { r!(1); }",
    );
    assert.deepEqual(errors, ["- 1:38 recursion limit reached while expanding `r!`"]);
  });

  it("marks nodes that a macro wrote, not its arguments", () => {
    const source = 'fn main() { println!("{}", 1 + 2); }';
    const program = resolve(source);
    const shown: string[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const expr = node as {
        kind?: string;
        span?: { start: number; end: number };
        macroSpan?: { start: number; end: number };
        id?: number;
      };
      if (expr.id !== undefined && expr.span !== undefined)
        shown.push(
          `${expr.kind}:${source.slice(expr.span.start, expr.span.end)}${expr.macroSpan === undefined ? "" : "!"}`,
        );
      for (const inner of Object.values(node)) visit(inner);
    };
    visit(program.body(find(program, "main::main"))?.value);
    const call = 'println!("{}", 1 + 2)';
    assert.deepEqual(shown.slice(1), [
      `block:${call}!`,
      `call:${call}!`,
      `path:${call}!`,
      `formatArgs:${call}!`,
      "binary:1 + 2",
      "lit:1",
      "lit:2",
    ]);
  });

  it("gives std's builtin macros their values", () => {
    const text =
      "stringify!(a+b , c ( d )); concat!(\"a\", 1, true, 'x', -2.5, stringify!(q)); module_path!(); cfg!(test); line!();";
    assert.equal(main("", text), '{ "a+b, c(d)"; "a1truex-2.5q"; "main"; false; 1u32; }');
    assert.match(
      main("", "assert!(1+1==3 && v.len()==0);".replace("v.len()", "[1].len( )")),
      /panic\("assertion failed: 1 \+ 1 == 3 && \[1\]\.len\(\) == 0"\)/,
    );
    assert.deepEqual(errorsOf('fn main() { compile_error!("no"); }'), ["- 1:13 no"]);
  });
});

describe("hir: format strings", () => {
  const main = (text: string): string =>
    bodyOf(`fn main() { let (x, w) = (1, 2); ${text} }`).replace(
      /^.*?(format_args.*)\)[;\s}]*$/,
      "$1",
    );

  it("captures names, shares them, and places them behind the arguments", () => {
    assert.equal(
      main('format!("{x} {} {x:?} {0} {n}", 7, n = 8);'),
      'format_args("{2} {0} {2:Debug} {0} {1}", 7, 8, x@0)',
    );
    assert.equal(
      main('format!("{:>w$.1$} {:.*} {{}}", 1, 2, 3);'),
      'format_args("{0:3$.1$} {2:.1$} {}", 1, 2, 3, w@1)',
    );
  });

  it("reads the whole grammar", () => {
    const shown = (text: string): unknown => {
      const [piece] = parseFormatString(text).pieces;
      if (piece?.kind !== "argument") return piece;
      const { fill, align, sign, alternate, zeroPad, debugHex, width, precision, trait } =
        piece.argument;
      return { fill, align, sign, alternate, zeroPad, debugHex, width, precision, trait };
    };
    assert.deepEqual(shown("{:*^+#08.3e}"), {
      fill: "*",
      align: "center",
      sign: "plus",
      alternate: true,
      zeroPad: true,
      debugHex: "none",
      width: { kind: "literal", value: 8 },
      precision: { kind: "literal", value: 3 },
      trait: "e",
    });
    assert.deepEqual(shown("{:x?}"), {
      fill: " ",
      align: "none",
      sign: "none",
      alternate: false,
      zeroPad: false,
      debugHex: "lower",
      width: undefined,
      precision: undefined,
      trait: "?",
    });
  });

  it("points into the string, past escapes and in raw strings", () => {
    assert.deepEqual(errorsOf('fn main() {\n  println!("\\t\\u{41} é {nope}");\n}'), [
      "E0425 2:25 cannot find value `nope` in this scope",
    ]);
    assert.deepEqual(errorsOf('fn main() { println!(r#""{nope}"#); }'), [
      "E0425 1:27 cannot find value `nope` in this scope",
    ]);
  });

  const errors: readonly (readonly [text: string, error: string])[] = [
    [
      'println!("{} {}", 1);',
      "- 1:23 2 positional arguments in format string, but there is 1 argument",
    ],
    ['println!("{}", 1, 2);', "- 1:31 argument never used"],
    ['println!("{");', "- 1:24 invalid format string: expected `}` but string was terminated"],
    ['println!("}");', "- 1:23 invalid format string: unmatched `}` found"],
    ["println!(w);", "- 1:22 format argument must be a string literal"],
    [
      'println!("{0} {1}", 1);',
      "- 1:28 invalid reference to positional argument 1 (there is 1 argument)",
    ],
    ['println!("{w}", w = 1, b = 2);', "- 1:40 named argument never used"],
    ['println!("{:z}", 1);', "- 1:25 unknown format trait `z`"],
    ['println!("{a.y}");', "- 1:24 invalid format string: field access isn't supported"],
    ['println!("{0}", w = 1, 2);', "- 1:36 positional arguments cannot follow named arguments"],
    ['println!("{w}", w = 1, w = 2);', "- 1:36 duplicate argument named `w`"],
    ["format!();", "- 1:13 requires at least a format string argument"],
    [
      'println!("{}{}");',
      "- 1:23 2 positional arguments in format string, but no arguments were given",
    ],
  ];
  for (const [text, error] of errors) {
    it(text, () => {
      assert.deepEqual(errorsOf(`fn main() { ${text} }`), [error]);
    });
  }
});

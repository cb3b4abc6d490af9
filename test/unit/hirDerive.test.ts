import { strict as assert } from "node:assert";
import { showBody, showBound, showTy } from "../../src/hir/show.ts";
import { errorsOf, resolve } from "../support/hirFixture.ts";

/** Head and bodies of the impls that a text's derives make. */
function derived(source: string): string[] {
  const program = resolve(source);
  assert.deepEqual(
    program.errors.map((error) => error.message),
    [],
  );
  return program.localDefs.flatMap((id) => {
    const def = program.def(id);
    if (def.kind !== "impl" || def.derived === undefined) return [];
    const where = def.generics.predicates.map((one) =>
      one.kind === "type"
        ? `${showTy(program, one.ty)}: ${one.bounds.map((bound) => showBound(program, bound)).join(" + ")}`
        : "",
    );
    const trait = def.trait?.trait === undefined ? "?" : program.path(def.trait.trait);
    const head = `${trait} for ${showTy(program, def.self)}${where.length === 0 ? "" : ` where ${where.join(", ")}`}`;
    return [
      head,
      ...def.items.map((item) => {
        const body = program.body(item);
        return body === undefined ? "" : showBody(program, body);
      }),
    ];
  });
}

// Expectations follow `rustc -Zunpretty=expanded` of the same items.
describe("hir: derives", () => {
  it("compares fields in order, and discriminants first", () => {
    assert.deepEqual(derived("#[derive(PartialEq)] struct S { a: u8, b: u8 }"), [
      "std::cmp::PartialEq for main::S",
      "|self@0, other@1| { ((self@0.a == other@1.a) && (self@0.b == other@1.b)) }",
    ]);
    assert.deepEqual(derived("#[derive(Ord)] enum E { A, B(u8) }"), [
      "std::cmp::Ord for main::E",
      "|self@0, other@1| { let __self_discr@2 = std::intrinsics::discriminant_value(self@0); let __arg1_discr@3 = std::intrinsics::discriminant_value(other@1); " +
        "match std::cmp::Ord::cmp(&__self_discr@2, &__arg1_discr@3) { ctor std::cmp::Ordering::Equal => match (self@0, other@1) { " +
        "(ctor main::E::B(__self_0@4), ctor main::E::B(__arg1_0@5)) => std::cmp::Ord::cmp(__self_0@4, __arg1_0@5), _ => ctor std::cmp::Ordering::Equal }, cmp@6 => cmp@6 } }",
    ]);
  });

  it("bounds type parameters and projections, not lifetimes and constants", () => {
    const [head] = derived(
      "#[derive(Clone)] struct S<'a, T: Iterator, const N: usize> where T: Copy { a: &'a [T; N], b: T::Item }",
    );
    assert.equal(
      head,
      "std::clone::Clone for main::S<'a, main::S::T, N> where main::S::T: std::clone::Clone + std::iter::Iterator, " +
        "main::S::T: std::marker::Copy, <main::S::T>::Item: std::clone::Clone",
    );
  });

  it("copies where Copy is derived too and nothing is generic", () => {
    assert.deepEqual(derived("#[derive(Clone, Copy)] struct U;"), [
      "std::clone::Clone for main::U",
      "|self@0| { *self@0 }",
      "std::marker::Copy for main::U",
    ]);
    assert.deepEqual(derived("#[derive(Clone)] enum E { A { x: u8 }, B }"), [
      "std::clone::Clone for main::E",
      "|self@0| { match self@0 { main::E::A { x: __self_0@1 } => main::E::A { x: std::clone::Clone::clone(__self_0@1) }, ctor main::E::B => ctor main::E::B } }",
    ]);
  });

  it("shows names and fields", () => {
    assert.deepEqual(derived("#[derive(Debug)] enum E { A, B(u8, u8), C { r#type: u8 } }"), [
      "std::fmt::Debug for main::E",
      '|self@0, f@1| { match self@0 { ctor main::E::A => <std::fmt::Formatter>::write_str(f@1, "A"), ' +
        'ctor main::E::B(__self_0@2, __self_1@3) => <std::fmt::Formatter>::debug_tuple(f@1, "B").field(__self_0@2).field(&__self_1@3).finish(), ' +
        'main::E::C { type: __self_0@4 } => <std::fmt::Formatter>::debug_struct(f@1, "C").field("type", &__self_0@4).finish() } }',
    ]);
  });

  it("hashes the discriminant, then the fields", () => {
    assert.deepEqual(
      derived("#[derive(Hash)] enum E { A, B(u8) }")[1],
      "|self@0, state@1| { let __self_discr@2 = std::intrinsics::discriminant_value(self@0); std::hash::Hash::hash(&__self_discr@2, state@1); " +
        "match self@0 { ctor main::E::B(__self_0@3) => { std::hash::Hash::hash(__self_0@3, state@1); }, _ => {} } }",
    );
  });

  it("takes #[default] and asks for it", () => {
    assert.deepEqual(derived("#[derive(Default)] enum E<T> { A(T), #[default] B }"), [
      "std::default::Default for main::E<main::E::T>",
      "|| { ctor main::E::B }",
    ]);
    assert.deepEqual(errorsOf("#[derive(Default)] enum E { A }"), [
      "E0665 1:10 `#[derive(Default)]` on enum with no `#[default]`",
    ]);
  });

  it("works inside bodies, in macros and on empty enums", () => {
    assert.equal(derived("fn main() { #[derive(PartialEq, Debug)] enum N {} }").length, 4);
    assert.equal(
      derived(
        "macro_rules! m { ($n:ident) => { #[derive(Clone, PartialEq)] pub struct $n { a: u8 } } } m!(Q);",
      ).length,
      4,
    );
  });

  it("does not let names of the user get in the way", () => {
    assert.equal(
      derived(
        "mod fmt {} mod cmp {} struct Option; #[derive(Debug, PartialOrd, PartialEq)] struct S { f: u8, other: u8 }",
      ).length,
      6,
    );
  });

  it("puts what can go wrong at the field, and the type's name at the item", () => {
    const source = "#[derive(Clone, PartialEq)] enum E { A(u8), B { pub x: u8 } }";
    const program = resolve(source);
    const texts = new Set<string>();
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const expr = node as { kind?: string; span?: { start: number; end: number } };
      if ((expr.kind === "call" || expr.kind === "binary") && expr.span !== undefined) {
        texts.add(source.slice(expr.span.start, expr.span.end));
      }
      for (const inner of Object.values(node)) visit(inner);
    };
    for (const id of program.localDefs) {
      const def = program.def(id);
      if (def.kind === "impl")
        assert.equal(source.slice(def.self.span.start, def.self.span.end), "E");
      visit(program.body(id)?.value);
    }
    assert.equal(texts.has("u8") && texts.has("pub x: u8"), true);
  });
});

// The text of each built-in derive, as `rustc -Zunpretty=expanded` shows it.

import type { Span } from "../../base/span.ts";
import type { Type } from "../../syntax/ast.ts";

export interface DeriveField {
  /** As written in Rust text, and as shown. */
  readonly name: string;
  readonly label: string;
  /** Index into the input's types and places. */
  readonly type: number;
}

export interface DeriveVariant {
  readonly name: string;
  readonly path: string;
  readonly shape: "unit" | "tuple" | "named";
  readonly isDefault: boolean;
  readonly fields: readonly DeriveField[];
}

export interface DeriveInput {
  readonly kind: "struct" | "enum" | "union";
  /** `Name<'a, T>` */
  readonly self: string;
  readonly typeParams: readonly string[];
  readonly projections: readonly string[];
  /** A struct has one, which is itself. */
  readonly variants: readonly DeriveVariant[];
  /** Types of the fields, then the projections. */
  readonly types: readonly Type[];
  readonly fieldTypes: number;
  /** Where each field stands: rustc blames what does not work on the field. */
  readonly places: readonly Span[];
  /** The item's name. */
  readonly name: Span;
  /** Also derives Copy and has no type parameters: Clone copies. */
  readonly simple: boolean;
}

/** A method: its signature, and its body as text that is written when somebody looks at it. */
export interface DerivedMethod {
  readonly head: string;
  readonly body: () => string;
}

export interface DerivedImpl {
  readonly trait: string;
  readonly bound: string | undefined;
  readonly method: DerivedMethod | undefined;
}

/** The impl, or the message or code of the error. */
export function deriveBody(name: string, input: DeriveInput): DerivedImpl | string {
  if (input.kind === "union" && name !== "clone" && name !== "copy" && name !== "eq") {
    return "this trait cannot be derived for unions";
  }
  switch (name) {
    case "debug":
      return made("__crate::fmt::Debug", DEBUG, () => debugText(input));
    case "clone":
      return made("__crate::clone::Clone", "fn clone(&self) -> Self", () => cloneText(input));
    case "copy":
      return { trait: "__crate::marker::Copy", bound: "__crate::marker::Copy", method: undefined };
    case "partial_eq":
      return made("__crate::cmp::PartialEq", "fn eq(&self, other: &Self) -> bool", () =>
        partialEqText(input),
      );
    case "eq":
      return made("__crate::cmp::Eq", "fn assert_fields_are_eq(&self)", () =>
        assertions(input, "__crate::macros::AssertParamIsEq"),
      );
    case "partial_ord":
      return made("__crate::cmp::PartialOrd", PARTIAL_CMP, () =>
        comparison(input, "__crate::cmp::PartialOrd::partial_cmp", SOME_EQUAL),
      );
    case "ord":
      return made(
        "__crate::cmp::Ord",
        "fn cmp(&self, other: &Self) -> __crate::cmp::Ordering",
        () => comparison(input, "__crate::cmp::Ord::cmp", EQUAL),
      );
    case "hash":
      return made(
        "__crate::hash::Hash",
        "fn hash<__H: __crate::hash::Hasher>(&self, state: &mut __H)",
        () => hashText(input),
      );
    case "default":
      return defaultImpl(input);
    default:
      return `unknown derive \`${name}\``;
  }
}

function made(trait: string, head: string, body: () => string): DerivedImpl {
  return { trait, bound: trait, method: { head, body } };
}

const DEBUG = "fn fmt(&self, f: &mut __crate::fmt::Formatter) -> __crate::fmt::Result";
const PARTIAL_CMP =
  "fn partial_cmp(&self, other: &Self) -> __crate::option::Option<__crate::cmp::Ordering>";
const SOME_EQUAL = "__crate::option::Option::Some(__crate::cmp::Ordering::Equal)";
const EQUAL = "__crate::cmp::Ordering::Equal";

/** Text that stands at a field of the item. */
function at(field: number, text: string): string {
  return ` __at${field} ${text} __end `;
}

// ---- patterns

/** `Path { a: __self_0 }`, `Path(__self_0)` or `Path`. */
function pattern(variant: DeriveVariant, prefix: string): string {
  const names = variant.fields.map((_, index) => `${prefix}_${index}`);
  if (variant.shape === "unit") return variant.path;
  if (variant.shape === "tuple") return `${variant.path}(${names.join(", ")})`;
  const fields = variant.fields.map((field, index) => `${field.name}: ${names[index] ?? ""}`);
  return `${variant.path} { ${fields.join(", ")} }`;
}

interface Operands {
  /** Expressions of type `&Field` for self and for the other. */
  readonly self: string;
  readonly other: string;
  readonly field: number;
  /** The same as places, for operators. */
  readonly selfPlace: string;
  readonly otherPlace: string;
}

function structOperands(variant: DeriveVariant): Operands[] {
  return variant.fields.map((field) => ({
    field: field.type,
    self: `&self.${field.name}`,
    other: `&other.${field.name}`,
    selfPlace: `self.${field.name}`,
    otherPlace: `other.${field.name}`,
  }));
}

function patternOperands(variant: DeriveVariant): Operands[] {
  return variant.fields.map((field, index) => ({
    field: field.type,
    self: `__self_${index}`,
    other: `__arg1_${index}`,
    selfPlace: `__self_${index}`,
    otherPlace: `__arg1_${index}`,
  }));
}

const DISCRIMINANTS =
  "let __self_discr = __crate::intrinsics::discriminant_value(self); " +
  "let __arg1_discr = __crate::intrinsics::discriminant_value(other); ";

function withFields(input: DeriveInput): readonly DeriveVariant[] {
  return input.variants.filter((variant) => variant.fields.length > 0);
}

/** A match over both operands for the variants with fields; `fallback` for all else. */
function matchPairs(
  input: DeriveInput,
  arm: (operands: Operands[]) => string,
  fallback: string,
): string {
  const arms = withFields(input).map(
    (variant) =>
      `(${pattern(variant, "__self")}, ${pattern(variant, "__arg1")}) => ${arm(patternOperands(variant))}, `,
  );
  const only = input.variants.length === 1 && arms.length === 1;
  return `match (self, other) { ${arms.join("")}${only ? "" : `_ => ${fallback}`} }`;
}

// ---- the traits

function debugText(input: DeriveInput): string {
  if (input.kind !== "enum") {
    const [variant] = input.variants;
    return variant === undefined ? "" : debugCall(variant, (field) => `&self.${field.name}`);
  }
  if (input.variants.length === 0) return "match *self {}";
  const arms = input.variants.map((variant) => {
    const call = debugCall(variant, (_, index) => `__self_${index}`);
    return `${pattern(variant, "__self")} => ${call}, `;
  });
  return `match self { ${arms.join("")} }`;
}

function debugCall(
  variant: DeriveVariant,
  value: (field: DeriveField, index: number) => string,
): string {
  const name = JSON.stringify(variant.name);
  if (variant.fields.length === 0) return `__crate::fmt::Formatter::write_str(f, ${name})`;
  const last = variant.fields.length - 1;
  const calls = variant.fields.map((field, index) => {
    // The last field may be unsized: a reference to the reference is not.
    const plain = index === last ? `&${value(field, index)}` : value(field, index);
    const shown = at(field.type, plain);
    return variant.shape === "named"
      ? `.field(${JSON.stringify(field.label)}, ${shown})`
      : `.field(${shown})`;
  });
  const builder = variant.shape === "named" ? "debug_struct" : "debug_tuple";
  return `__crate::fmt::Formatter::${builder}(f, ${name})${calls.join("")}.finish()`;
}

function cloneText(input: DeriveInput): string {
  if (input.simple || input.kind === "union")
    return `${assertions(input, "__crate::macros::AssertParamIsClone")} *self`;
  if (input.kind === "enum" && input.variants.length === 0) return "match *self {}";
  if (input.kind === "struct") {
    const [variant] = input.variants;
    return variant === undefined
      ? ""
      : construct(variant, (field) => `__crate::clone::Clone::clone(&self.${field.name})`);
  }
  const arms = input.variants.map((variant) => {
    const value = construct(variant, (_, index) => `__crate::clone::Clone::clone(__self_${index})`);
    return `${pattern(variant, "__self")} => ${value}, `;
  });
  return `match self { ${arms.join("")} }`;
}

function construct(
  variant: DeriveVariant,
  value: (field: DeriveField, index: number) => string,
): string {
  if (variant.shape === "unit") return variant.path;
  const values = variant.fields.map((field, index) => at(field.type, value(field, index)));
  if (variant.shape === "tuple") return `${variant.path}(${values.join(", ")})`;
  const fields = variant.fields.map((field, index) => `${field.name}: ${values[index] ?? ""}`);
  return `${variant.path} { ${fields.join(", ")} }`;
}

function assertions(input: DeriveInput, name: string): string {
  return input.types
    .slice(0, input.fieldTypes)
    .map((_, index) => `let _: ${at(index, `${name}<__type${index}>`)}; `)
    .join("");
}

function equalities(operands: readonly Operands[]): string {
  if (operands.length === 0) return "true";
  return operands.map((one) => at(one.field, `${one.selfPlace} == ${one.otherPlace}`)).join(" && ");
}

function partialEqText(input: DeriveInput): string {
  if (input.kind !== "enum") {
    const [variant] = input.variants;
    return equalities(variant === undefined ? [] : structOperands(variant));
  }
  if (input.variants.length === 0) return "match *self {}";
  const pairs = matchPairs(input, equalities, "true");
  if (input.variants.length === 1) return withFields(input).length === 0 ? "true" : pairs;
  const fields = withFields(input).length === 0 ? "" : ` && ${pairs}`;
  return `${DISCRIMINANTS} __self_discr == __arg1_discr${fields}`;
}

/** Compares field after field; the first difference is the answer. */
function chain(operands: readonly Operands[], call: string, equal: string): string {
  const [first, ...rest] = operands;
  if (first === undefined) return equal;
  const compare = at(first.field, `${call}(${first.self}, ${first.other})`);
  if (rest.length === 0) return compare;
  return `match ${compare} { ${equal} => ${chain(rest, call, equal)}, cmp => cmp, }`;
}

function comparison(input: DeriveInput, call: string, equal: string): string {
  if (input.kind !== "enum") {
    const [variant] = input.variants;
    return chain(variant === undefined ? [] : structOperands(variant), call, equal);
  }
  if (input.variants.length === 0) return "match *self {}";
  const arm = (operands: Operands[]): string => chain(operands, call, equal);
  const discriminants = `${call}(&__self_discr, &__arg1_discr)`;
  if (withFields(input).length === 0)
    return input.variants.length === 1 ? equal : `${DISCRIMINANTS} ${discriminants}`;
  if (input.variants.length === 1) return matchPairs(input, arm, equal);
  return `${DISCRIMINANTS} match ${discriminants} { ${equal} => ${matchPairs(input, arm, equal)}, cmp => cmp, }`;
}

function hashText(input: DeriveInput): string {
  const call = (value: string): string => `__crate::hash::Hash::hash(${value}, state); `;
  if (input.kind !== "enum") {
    const fields = input.variants[0]?.fields ?? [];
    return fields.map((field) => at(field.type, call(`&self.${field.name}`))).join("");
  }
  if (input.variants.length === 0) return "match *self {}";
  const discriminant =
    input.variants.length === 1
      ? ""
      : `let __self_discr = __crate::intrinsics::discriminant_value(self); ${call("&__self_discr")}`;
  const arms = withFields(input).map((variant) => {
    const calls = variant.fields.map((field, index) => at(field.type, call(`__self_${index}`)));
    return `${pattern(variant, "__self")} => { ${calls.join("")} } `;
  });
  const rest = arms.length === input.variants.length ? "" : "_ => {}";
  return `${discriminant} ${arms.length === 0 ? "" : `match self { ${arms.join("")} ${rest} }`}`;
}

function defaultImpl(input: DeriveInput): DerivedImpl | string {
  const trait = "__crate::default::Default";
  const head = "fn default() -> Self";
  if (input.kind !== "enum") {
    const [variant] = input.variants;
    if (variant === undefined) return "E0665";
    const value = construct(variant, () => "__crate::default::Default::default()");
    return made(trait, head, () => value);
  }
  const chosen = input.variants.find((variant) => variant.isDefault);
  if (chosen === undefined) return "E0665";
  return { trait, bound: undefined, method: { head, body: () => chosen.path } };
}

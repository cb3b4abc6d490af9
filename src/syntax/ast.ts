// The syntax tree: what the parser produces, before any name is resolved.
//
// The shape and the names follow rustc's `rustc_ast`. Every node carries `start` and `end` (global positions, see
// base/span.ts). What could not be parsed is an `error` node; the parser never drops text silently.
// Macro calls keep their tokens (a range in the file's token table); hir expands them.

import type { Edition } from "../base/edition.ts";
import type { Tokens } from "./tokens.ts";

interface Node {
  readonly start: number;
  readonly end: number;
}

/** An identifier as written, without `r#`. `context` is its hygiene mark: 0 where no macro made it. */
export interface Ident extends Node {
  readonly name: string;
  readonly context: number;
}

/** `'a`, with the quote in `name`. */
export interface Lifetime extends Node {
  readonly name: string;
  readonly context: number;
}

export interface SyntaxError extends Node {
  readonly message: string;
  /** rustc's code, of the few syntax errors that have one. */
  readonly code?: string;
}

export interface SourceFile extends Node {
  readonly edition: Edition;
  readonly attrs: readonly Attribute[];
  readonly items: readonly Item[];
  readonly tokens: Tokens;
  readonly errors: readonly SyntaxError[];
  /** Where the parser had to guess although rustc, which stops at the tokens, does not say so. */
  readonly guessed?: readonly SyntaxError[];
  /** Undefined where a quote or bracket was taken for a mistake: then one place decides how others are read. */
  readonly evenly?: EvenReading;
}

/** All delimiters match and every token is one: what stands between two braces can be read by itself. */
export interface EvenReading {
  /** Where strings and comments over several lines begin: they are suspects once there is an error. */
  readonly multiline: readonly number[];
}

/**
 * What a fragment (no `fn main`, statements at the top) parses to: the same as a file, with the loose statements
 * gathered in order. `statements` is empty for a regular file.
 */
export interface Snippet extends SourceFile {
  readonly statements: readonly Stmt[];
}

// ---- attributes and macros

/** `#[path tokens]`, `#![…]` or a doc comment (`doc` then holds its text). */
export interface Attribute extends Node {
  readonly inner: boolean;
  readonly path: Path;
  readonly doc?: string;
  /** Tokens behind the path: `(..)`, `= value`, or nothing. */
  readonly tokens: TokenRange;
  readonly unsafe: boolean;
}

/** Tokens [from, to) of a token table: the file's own, or one made by macro expansion. */
export interface TokenRange {
  readonly table: Tokens;
  readonly from: number;
  readonly to: number;
}

export interface MacroCall extends Node {
  readonly path: Path;
  readonly delimiter: "(" | "[" | "{";
  /** The tokens between the delimiters. */
  readonly tokens: TokenRange;
  /**
   * The arguments parsed in place, for tools that look at unexpanded text; undefined where they are not a list of
   * expressions. Meaning always comes from expansion, never from here.
   */
  readonly args?: readonly MacroArg[];
}

export interface MacroArg {
  /** `x` in `x = 1`. */
  readonly name?: Ident;
  readonly value: Expr;
}

export interface MacroRules extends Node {
  /** `macro_rules! name { rules }`; hir parses the rules. */
  readonly name: Ident;
  readonly body: TokenRange;
}

// ---- paths and generics

/** `::a::b<T>::c`. */
export interface Path extends Node {
  readonly global: boolean;
  readonly segments: readonly PathSegment[];
}

/** `self`, `super`, `crate`, `Self` and `$crate` are identifiers with those names. */
export interface PathSegment extends Node {
  readonly ident: Ident;
  readonly args?: GenericArgs;
}

export type GenericArgs =
  | ({
      readonly kind: "angle";
      readonly args: readonly GenericArg[];
      readonly turbofish: boolean;
    } & Node)
  /** `Fn(A, B) -> C`; `output` undefined means `()`. */
  | ({ readonly kind: "paren"; readonly inputs: readonly Type[]; readonly output?: Type } & Node)
  /** `method(..)` in return-type notation: parsed, not understood. */
  | ({ readonly kind: "returnType" } & Node);

export type GenericArg =
  | { readonly kind: "lifetime"; readonly lifetime: Lifetime }
  | { readonly kind: "type"; readonly type: Type }
  | { readonly kind: "const"; readonly value: Expr }
  /** `Item = T` */
  | {
      readonly kind: "assocType";
      readonly name: Ident;
      readonly args?: GenericArgs;
      readonly type: Type;
    }
  | {
      readonly kind: "assocConst";
      readonly name: Ident;
      readonly args?: GenericArgs;
      readonly value: Expr;
    }
  /** `Item: Bound` */
  | {
      readonly kind: "assocBound";
      readonly name: Ident;
      readonly args?: GenericArgs;
      readonly bounds: readonly Bound[];
    };

/** `<T as Trait>` before `::name`. `position` is the number of path segments that belong to the trait. */
export interface QSelf extends Node {
  readonly type: Type;
  readonly position: number;
}

export interface Generics extends Node {
  readonly params: readonly GenericParam[];
  readonly where: readonly WherePredicate[];
}

export type GenericParam =
  | ({
      readonly kind: "lifetime";
      readonly attrs: readonly Attribute[];
      readonly lifetime: Lifetime;
      readonly bounds: readonly Lifetime[];
    } & Node)
  | ({
      readonly kind: "type";
      readonly attrs: readonly Attribute[];
      readonly name: Ident;
      readonly bounds: readonly Bound[];
      readonly default?: Type;
    } & Node)
  | ({
      readonly kind: "const";
      readonly attrs: readonly Attribute[];
      readonly name: Ident;
      readonly type: Type;
      readonly default?: Expr;
    } & Node);

export type Bound =
  | ({
      readonly kind: "trait";
      readonly modifier: "" | "?" | "const" | "~const" | "async" | "!";
      /** `for<'a>` */
      readonly forLifetimes: readonly GenericParam[];
      readonly path: Path;
    } & Node)
  | ({ readonly kind: "lifetime"; readonly lifetime: Lifetime } & Node)
  /** `use<'a, T>` */
  | ({ readonly kind: "use"; readonly names: readonly string[] } & Node);

export type WherePredicate =
  | ({
      readonly kind: "type";
      readonly forLifetimes: readonly GenericParam[];
      readonly type: Type;
      readonly bounds: readonly Bound[];
    } & Node)
  | ({
      readonly kind: "lifetime";
      readonly lifetime: Lifetime;
      readonly bounds: readonly Lifetime[];
    } & Node);

// ---- types

export type Type =
  | ({ readonly kind: "path"; readonly qself?: QSelf; readonly path: Path } & Node)
  | ({
      readonly kind: "ref";
      readonly lifetime?: Lifetime;
      readonly mutable: boolean;
      readonly type: Type;
    } & Node)
  | ({ readonly kind: "ptr"; readonly mutable: boolean; readonly type: Type } & Node)
  | ({ readonly kind: "slice"; readonly type: Type } & Node)
  | ({ readonly kind: "array"; readonly type: Type; readonly length: Expr } & Node)
  | ({ readonly kind: "tuple"; readonly types: readonly Type[] } & Node)
  | ({ readonly kind: "paren"; readonly type: Type } & Node)
  | ({ readonly kind: "never" } & Node)
  | ({ readonly kind: "infer" } & Node)
  | ({
      readonly kind: "fnPtr";
      readonly unsafe: boolean;
      readonly abi?: string;
      readonly forLifetimes: readonly GenericParam[];
      readonly params: readonly { readonly name?: Ident; readonly type: Type }[];
      readonly variadic: boolean;
      readonly output?: Type;
    } & Node)
  /** `dyn A + B`; also a bare `A + B` of edition 2015 (`bare`). */
  | ({ readonly kind: "dyn"; readonly bounds: readonly Bound[]; readonly bare: boolean } & Node)
  | ({ readonly kind: "impl"; readonly bounds: readonly Bound[] } & Node)
  | ({ readonly kind: "macro"; readonly call: MacroCall } & Node)
  | ({ readonly kind: "typeof"; readonly expr: Expr } & Node)
  | ({ readonly kind: "error" } & Node);

// ---- patterns

export type Pat =
  | ({ readonly kind: "wild" } & Node)
  /** `..` inside a tuple or slice pattern. */
  | ({ readonly kind: "rest" } & Node)
  | ({
      readonly kind: "ident";
      readonly byRef: boolean;
      readonly mutable: boolean;
      readonly name: Ident;
      readonly sub?: Pat;
    } & Node)
  | ({ readonly kind: "path"; readonly qself?: QSelf; readonly path: Path } & Node)
  | ({
      readonly kind: "tupleStruct";
      readonly qself?: QSelf;
      readonly path: Path;
      readonly pats: readonly Pat[];
    } & Node)
  | ({
      readonly kind: "struct";
      readonly qself?: QSelf;
      readonly path: Path;
      readonly fields: readonly FieldPat[];
      readonly rest: boolean;
    } & Node)
  | ({ readonly kind: "tuple"; readonly pats: readonly Pat[] } & Node)
  | ({ readonly kind: "slice"; readonly pats: readonly Pat[] } & Node)
  | ({ readonly kind: "ref"; readonly mutable: boolean; readonly pat: Pat } & Node)
  | ({ readonly kind: "box"; readonly pat: Pat } & Node)
  | ({ readonly kind: "or"; readonly pats: readonly Pat[] } & Node)
  | ({ readonly kind: "paren"; readonly pat: Pat } & Node)
  /** A literal, `-1`, `const { }` or a byte string. */
  | ({ readonly kind: "lit"; readonly value: Expr } & Node)
  | ({
      readonly kind: "range";
      readonly from?: Expr;
      readonly to?: Expr;
      readonly limits: RangeLimits;
    } & Node)
  | ({ readonly kind: "macro"; readonly call: MacroCall } & Node)
  | ({ readonly kind: "error" } & Node);

/** `name: pat`, `0: pat`, or the shorthand `ref mut name`, which has the identifier pattern in `pat`. */
export interface FieldPat extends Node {
  readonly attrs: readonly Attribute[];
  readonly name: Ident;
  readonly pat: Pat;
  readonly shorthand: boolean;
}

export type RangeLimits = ".." | "..=" | "...";

// ---- expressions

export type BinaryOp =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "&&"
  | "||";

export type UnaryOp = "-" | "!" | "*";

export type Lit =
  /** `digits` without underscores and suffix, with `0x`, `0o` or `0b`. */
  | { readonly kind: "int"; readonly digits: string; readonly suffix: string }
  | { readonly kind: "float"; readonly digits: string; readonly suffix: string }
  | { readonly kind: "bool"; readonly value: boolean }
  /** Unescaped. */
  | { readonly kind: "char"; readonly value: string }
  | { readonly kind: "byte"; readonly value: number }
  | { readonly kind: "str"; readonly value: string }
  | { readonly kind: "byteStr"; readonly value: readonly number[] }
  | { readonly kind: "cStr"; readonly value: readonly number[] };

export type Expr = ExprKind & Node & { readonly attrs?: readonly Attribute[] };

type ExprKind =
  | { readonly kind: "lit"; readonly lit: Lit }
  | { readonly kind: "path"; readonly qself?: QSelf; readonly path: Path }
  | { readonly kind: "paren"; readonly expr: Expr }
  | { readonly kind: "array"; readonly exprs: readonly Expr[] }
  | { readonly kind: "repeat"; readonly value: Expr; readonly count: Expr }
  | { readonly kind: "tuple"; readonly exprs: readonly Expr[] }
  | { readonly kind: "call"; readonly callee: Expr; readonly args: readonly Expr[] }
  /** `segment.ident` carries the place of the method's name; `argsEnd` is behind the `)`. */
  | {
      readonly kind: "methodCall";
      readonly receiver: Expr;
      readonly segment: PathSegment;
      readonly args: readonly Expr[];
    }
  /** `.name` or `.0` */
  | { readonly kind: "field"; readonly expr: Expr; readonly name: Ident }
  | { readonly kind: "index"; readonly expr: Expr; readonly index: Expr }
  | { readonly kind: "unary"; readonly op: UnaryOp; readonly expr: Expr }
  | {
      readonly kind: "binary";
      readonly op: BinaryOp;
      readonly opStart: number;
      readonly left: Expr;
      readonly right: Expr;
    }
  | { readonly kind: "assign"; readonly left: Expr; readonly right: Expr }
  | {
      readonly kind: "assignOp";
      readonly op: BinaryOp;
      readonly opStart: number;
      readonly left: Expr;
      readonly right: Expr;
    }
  | {
      readonly kind: "range";
      readonly from?: Expr;
      readonly to?: Expr;
      readonly limits: RangeLimits;
    }
  /** `&x`, `&mut x`, `&raw const x`. */
  | {
      readonly kind: "addrOf";
      readonly raw: boolean;
      readonly mutable: boolean;
      readonly expr: Expr;
    }
  | { readonly kind: "cast"; readonly expr: Expr; readonly type: Type }
  | {
      readonly kind: "struct";
      readonly qself?: QSelf;
      readonly path: Path;
      readonly fields: readonly FieldExpr[];
      readonly base?: Expr;
      readonly rest: boolean;
    }
  | { readonly kind: "block"; readonly label?: Lifetime; readonly block: Block }
  | { readonly kind: "unsafe"; readonly block: Block }
  | { readonly kind: "constBlock"; readonly block: Block }
  | { readonly kind: "async"; readonly move: boolean; readonly block: Block }
  | { readonly kind: "try"; readonly block: Block }
  | { readonly kind: "gen"; readonly move: boolean; readonly async: boolean; readonly block: Block }
  /** `let` in the condition of `if`, `while` or a match guard, possibly below `&&`. */
  | { readonly kind: "let"; readonly pat: Pat; readonly expr: Expr }
  | { readonly kind: "if"; readonly condition: Expr; readonly then: Block; readonly else?: Expr }
  | {
      readonly kind: "while";
      readonly label?: Lifetime;
      readonly condition: Expr;
      readonly body: Block;
    }
  | { readonly kind: "loop"; readonly label?: Lifetime; readonly body: Block }
  | {
      readonly kind: "for";
      readonly label?: Lifetime;
      readonly pat: Pat;
      readonly iter: Expr;
      readonly body: Block;
    }
  | { readonly kind: "match"; readonly expr: Expr; readonly arms: readonly Arm[] }
  | {
      readonly kind: "closure";
      readonly move: boolean;
      readonly async: boolean;
      readonly forLifetimes: readonly GenericParam[];
      readonly params: readonly { readonly pat: Pat; readonly type?: Type }[];
      readonly output?: Type;
      readonly body: Expr;
      /** The `|params| -> T` part: where rustc points at a closure. */
      readonly headEnd: number;
    }
  | { readonly kind: "break"; readonly label?: Lifetime; readonly value?: Expr }
  | { readonly kind: "continue"; readonly label?: Lifetime }
  | { readonly kind: "return"; readonly value?: Expr }
  | { readonly kind: "yield"; readonly value?: Expr }
  | { readonly kind: "become"; readonly value: Expr }
  /** `e?` */
  | { readonly kind: "question"; readonly expr: Expr }
  | { readonly kind: "await"; readonly expr: Expr }
  | { readonly kind: "macro"; readonly call: MacroCall }
  /** `_` on the left of an assignment. */
  | { readonly kind: "underscore" }
  /** An interpolated expression of a macro (`$e:expr`), kept as one operand whatever its precedence. */
  | { readonly kind: "group"; readonly expr: Expr }
  | { readonly kind: "error" };

export interface FieldExpr extends Node {
  readonly attrs: readonly Attribute[];
  readonly name: Ident;
  readonly value: Expr;
  readonly shorthand: boolean;
}

export interface Arm extends Node {
  readonly attrs: readonly Attribute[];
  readonly pat: Pat;
  readonly guard?: Expr;
  readonly body: Expr;
}

// ---- statements

export interface Block extends Node {
  readonly attrs: readonly Attribute[];
  readonly statements: readonly Stmt[];
  /** The expression whose value the block has. */
  readonly tail?: Expr;
}

export type Stmt =
  | ({
      readonly kind: "let";
      readonly attrs: readonly Attribute[];
      readonly pat: Pat;
      readonly type?: Type;
      readonly init?: Expr;
      readonly else?: Block;
    } & Node)
  | ({ readonly kind: "item"; readonly item: Item } & Node)
  /** `semicolon` false: a block-like expression in statement position, whose type must be `()`. */
  | ({ readonly kind: "expr"; readonly expr: Expr; readonly semicolon: boolean } & Node)
  /** A macro in statement position; hir decides whether it gives statements or a tail. `semicolon`: written `m!(..);` or with braces. */
  | ({
      readonly kind: "macro";
      readonly attrs: readonly Attribute[];
      readonly call: MacroCall;
      readonly semicolon: boolean;
    } & Node)
  | ({ readonly kind: "empty" } & Node);

// ---- items

export type Visibility =
  | { readonly kind: "inherited" }
  | ({ readonly kind: "public" } & Node)
  /** `pub(crate)`, `pub(super)`, `pub(in path)` */
  | ({ readonly kind: "restricted"; readonly path: Path } & Node);

export type Item = ItemKind &
  Node & { readonly attrs: readonly Attribute[]; readonly visibility: Visibility };

export interface FnHeader {
  readonly const: boolean;
  readonly async: boolean;
  readonly unsafe: boolean;
  /** `safe fn` in an `unsafe extern` block. */
  readonly safe: boolean;
  readonly gen: boolean;
  /** `extern "C"`; the empty string for plain `extern`. */
  readonly abi?: string;
}

export interface FnItem {
  readonly header: FnHeader;
  readonly name: Ident;
  readonly generics: Generics;
  readonly self?: SelfParam;
  readonly params: readonly Param[];
  readonly variadic: boolean;
  readonly output?: Type;
  readonly body?: Block;
}

/** `self`, `mut self`, `&'a mut self` or `self: Box<Self>`. */
export interface SelfParam extends Node {
  readonly attrs: readonly Attribute[];
  readonly ref: boolean;
  readonly lifetime?: Lifetime;
  readonly mutable: boolean;
  readonly type?: Type;
}

export interface Param extends Node {
  readonly attrs: readonly Attribute[];
  /** Undefined in a trait method of edition 2015 (`fn f(u8);`). */
  readonly pat?: Pat;
  readonly type: Type;
}

export type ItemKind =
  | { readonly kind: "use"; readonly tree: UseTree }
  | { readonly kind: "externCrate"; readonly name: Ident; readonly rename?: Ident }
  | ({ readonly kind: "fn" } & FnItem)
  | {
      readonly kind: "struct";
      readonly name: Ident;
      readonly generics: Generics;
      readonly fields: Fields;
    }
  | {
      readonly kind: "union";
      readonly name: Ident;
      readonly generics: Generics;
      readonly fields: Fields;
    }
  | {
      readonly kind: "enum";
      readonly name: Ident;
      readonly generics: Generics;
      readonly variants: readonly Variant[];
    }
  | {
      readonly kind: "trait";
      readonly unsafe: boolean;
      readonly auto: boolean;
      readonly name: Ident;
      readonly generics: Generics;
      readonly bounds: readonly Bound[];
      readonly items: readonly Item[];
    }
  | {
      readonly kind: "traitAlias";
      readonly name: Ident;
      readonly generics: Generics;
      readonly bounds: readonly Bound[];
    }
  | {
      readonly kind: "impl";
      readonly unsafe: boolean;
      readonly const: boolean;
      /** `impl !Trait for T` */
      readonly negative: boolean;
      readonly generics: Generics;
      readonly trait?: Path;
      readonly self: Type;
      readonly items: readonly Item[];
    }
  /** Also an associated type: `bounds` before the `=`. */
  | {
      readonly kind: "typeAlias";
      readonly name: Ident;
      readonly generics: Generics;
      readonly bounds: readonly Bound[];
      readonly type?: Type;
    }
  /** `const _` has the name `_`. */
  | {
      readonly kind: "const";
      readonly name: Ident;
      readonly generics: Generics;
      readonly type?: Type;
      readonly value?: Expr;
    }
  | {
      readonly kind: "static";
      readonly mutable: boolean;
      readonly unsafe: boolean;
      readonly safe: boolean;
      readonly name: Ident;
      readonly type?: Type;
      readonly value?: Expr;
    }
  /** `items` undefined: `mod name;` */
  | {
      readonly kind: "mod";
      readonly unsafe: boolean;
      readonly name: Ident;
      /** Those behind the brace; among the item's attributes too. */
      readonly inner?: readonly Attribute[];
      readonly items?: readonly Item[];
    }
  | {
      readonly kind: "externBlock";
      readonly unsafe: boolean;
      readonly abi: string;
      readonly items: readonly Item[];
    }
  | { readonly kind: "macroRules"; readonly rules: MacroRules }
  | { readonly kind: "macroDef"; readonly name: Ident; readonly body: TokenRange }
  | { readonly kind: "macro"; readonly call: MacroCall }
  | { readonly kind: "globalAsm"; readonly tokens: TokenRange }
  | { readonly kind: "error" };

export interface Fields extends Node {
  readonly kind: "unit" | "tuple" | "named";
  readonly fields: readonly FieldDef[];
}

export interface FieldDef extends Node {
  readonly attrs: readonly Attribute[];
  readonly visibility: Visibility;
  /** `0`, `1`, … in a tuple struct. */
  readonly name: Ident;
  readonly type: Type;
  readonly default?: Expr;
}

export interface Variant extends Node {
  readonly attrs: readonly Attribute[];
  /** An error where it is not inherited. */
  readonly visibility: Visibility;
  readonly name: Ident;
  readonly fields: Fields;
  readonly discriminant?: Expr;
}

export type UseTree =
  | ({ readonly kind: "path"; readonly path: Path; readonly rename?: Ident } & Node)
  | ({ readonly kind: "glob"; readonly path?: Path; readonly global: boolean } & Node)
  | ({
      readonly kind: "nested";
      readonly path?: Path;
      readonly global: boolean;
      readonly trees: readonly UseTree[];
    } & Node);

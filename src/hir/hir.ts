// HIR: bodies and types with every name resolved and the sugar gone. Names and shapes follow `rustc_hir`.
//
// Desugared as rustc does: `for` → `match IntoIterator::into_iter(..) { mut iter => loop { match Iterator::next(&mut iter) … } }`,
// `while` → `loop { if c { .. } else { break } }`, `?` → `match Try::branch(e) { … }`, ranges → struct expressions of the lang items,
// `a..=b` → `RangeInclusive::new(a, b)`, macros → their expansion, format macros → `formatArgs`.
// Every expression, pattern and local has a dense id inside its body, so that later rooms keep side tables in arrays.

import type { Span } from "../base/span.ts";
import type { BinaryOp, Lit } from "../syntax/ast.ts";
import type { DefId, ScopeId } from "./defs.ts";

export type ExprId = number & { readonly brand: "ExprId" };
export type PatId = number & { readonly brand: "PatId" };
export type LocalId = number & { readonly brand: "LocalId" };

// ---- paths

export type PrimTy =
  | "bool"
  | "char"
  | "str"
  | "i8"
  | "i16"
  | "i32"
  | "i64"
  | "i128"
  | "isize"
  | "u8"
  | "u16"
  | "u32"
  | "u64"
  | "u128"
  | "usize"
  | "f32"
  | "f64";

/** What a path names. */
export type Res =
  | { readonly kind: "def"; readonly def: DefId }
  /** Constructor of a tuple or unit struct, or of a variant: `def` is the struct or the variant. */
  | { readonly kind: "ctor"; readonly def: DefId }
  | { readonly kind: "local"; readonly local: LocalId }
  /** `Self` in a trait (its parameter 0) … */
  | { readonly kind: "selfParam"; readonly trait: DefId }
  /** … in an impl (its self type) or inside an ADT's definition. */
  | { readonly kind: "selfTy"; readonly of: DefId }
  /** `Self(..)` or `Self` as a value in an impl. */
  | { readonly kind: "selfCtor"; readonly impl: DefId }
  | { readonly kind: "prim"; readonly prim: PrimTy }
  /** Not resolved, already reported or unknown (`certain` false: something unseen may supply it). */
  | { readonly kind: "error"; readonly certain: boolean };

export interface HirSegment {
  readonly name: string;
  readonly span: Span;
  readonly args?: HirGenericArgs;
  /** What the path up to here names; generic arguments belong to it. */
  readonly res?: Res;
}

/**
 * `resolved`: all segments found by name resolution; `self` is the type of `<T as Trait>::…`.
 * `relative`: `Type::segment`, to be found by type (`Vec::<T>::new`, `T::Item`, `Self::Output`, `Enum::Variant` through an alias).
 */
export type HirQPath =
  | {
      readonly kind: "resolved";
      readonly res: Res;
      readonly self?: HirTy;
      readonly segments: readonly HirSegment[];
      readonly span: Span;
    }
  | {
      readonly kind: "relative";
      readonly ty: HirTy;
      readonly segment: HirSegment;
      readonly span: Span;
    };

export interface HirGenericArgs {
  readonly args: readonly HirGenericArg[];
  readonly constraints: readonly HirConstraint[];
  /** `Fn(A) -> B`: `args` is then one tuple type and `constraints` has `Output`. */
  readonly parenthesized: boolean;
  readonly span: Span;
}

export type HirGenericArg =
  | { readonly kind: "lifetime"; readonly lifetime: HirLifetime }
  | { readonly kind: "type"; readonly ty: HirTy }
  | { readonly kind: "const"; readonly value: HirConstArg }
  | { readonly kind: "infer"; readonly span: Span };

export type HirConstArg =
  /** `_`: what the surroundings say. */
  | { readonly kind: "infer"; readonly span: Span }
  | { readonly kind: "param"; readonly def: DefId; readonly span: Span }
  | { readonly kind: "body"; readonly body: HirBody; readonly span: Span };

/** `Item = T` or `Item: Bound`. */
export interface HirConstraint {
  readonly name: string;
  readonly span: Span;
  readonly args?: HirGenericArgs;
  readonly ty?: HirTy;
  readonly bounds?: readonly HirBound[];
}

// ---- types

export type HirLifetime =
  | { readonly kind: "static"; readonly span: Span }
  | { readonly kind: "param"; readonly def: DefId; readonly span: Span }
  /** Bound by the `for<…>` of an enclosing bound, `fn` pointer or closure: de Bruijn depth and index. */
  | {
      readonly kind: "bound";
      readonly depth: number;
      readonly index: number;
      readonly name: string;
      readonly span: Span;
    }
  /** `'_` or left out. */
  | { readonly kind: "elided"; readonly span: Span }
  | { readonly kind: "error"; readonly span: Span };

export type HirTy = HirTyKind & { readonly span: Span };

export type HirTyKind =
  | { readonly kind: "path"; readonly path: HirQPath }
  | {
      readonly kind: "ref";
      readonly lifetime: HirLifetime;
      readonly mutable: boolean;
      readonly ty: HirTy;
    }
  | { readonly kind: "ptr"; readonly mutable: boolean; readonly ty: HirTy }
  | { readonly kind: "slice"; readonly ty: HirTy }
  | { readonly kind: "array"; readonly ty: HirTy; readonly length: HirConstArg }
  | { readonly kind: "tuple"; readonly tys: readonly HirTy[] }
  | { readonly kind: "never" }
  | { readonly kind: "infer" }
  | {
      readonly kind: "fnPtr";
      readonly unsafe: boolean;
      readonly abi?: string;
      readonly inputs: readonly HirTy[];
      readonly output: HirTy;
      readonly variadic: boolean;
      readonly lifetimes: readonly string[];
    }
  | {
      readonly kind: "dyn";
      readonly bounds: readonly HirTraitBound[];
      readonly lifetime?: HirLifetime;
    }
  /** Return position only; in argument position hir makes a synthetic type parameter. */
  | { readonly kind: "opaque"; readonly def: DefId }
  | { readonly kind: "unsupported"; readonly what: string }
  | { readonly kind: "error" };

export interface HirTraitRef {
  readonly trait: DefId | undefined;
  /** As written; generic arguments without Self are in the last segment. */
  readonly path: HirQPath;
  readonly span: Span;
}

export interface HirTraitBound {
  readonly kind: "trait";
  readonly modifier: "" | "?" | "const" | "~const" | "async" | "!";
  readonly lifetimes: readonly string[];
  readonly ref: HirTraitRef;
  readonly span: Span;
}

export type HirBound =
  | HirTraitBound
  | { readonly kind: "outlives"; readonly lifetime: HirLifetime; readonly span: Span };

export interface HirGenerics {
  /** Definition whose parameters come first: the impl or trait of an associated item, the function around a closure. */
  readonly parent: DefId | undefined;
  /** Own parameters in order: lifetimes first, then types and consts. Their `Def.index` counts from the parent's on. */
  readonly params: readonly HirGenericParam[];
  readonly predicates: readonly HirPredicate[];
  readonly span: Span;
}

export interface HirGenericParam {
  readonly def: DefId;
  readonly kind: "lifetime" | "type" | "const";
  readonly name: string;
  readonly index: number;
  readonly default?: HirTy | HirConstArg;
  readonly span: Span;
}

/** Bounds written inline are here too, with `inline` true. */
export type HirPredicate =
  | {
      readonly kind: "type";
      readonly lifetimes: readonly string[];
      readonly ty: HirTy;
      readonly bounds: readonly HirBound[];
      readonly inline: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: "lifetime";
      readonly lifetime: HirLifetime;
      readonly bounds: readonly HirLifetime[];
      readonly span: Span;
    };

// ---- bodies

export interface HirBody {
  readonly owner: DefId;
  readonly params: readonly HirParam[];
  readonly value: HirExpr;
  readonly exprCount: number;
  readonly patCount: number;
  /** By LocalId. */
  readonly locals: readonly HirLocal[];
  /** Closures of this body in source order: `HirExpr` closure nodes carry the index. */
  readonly closureCount: number;
  readonly span: Span;
}

export interface HirParam {
  readonly pat: HirPat;
  readonly ty?: HirTy;
  readonly span: Span;
}

export interface HirLocal {
  readonly id: LocalId;
  readonly name: string;
  readonly span: Span;
  readonly mutable: boolean;
  readonly byRef: boolean;
  /** Made by desugaring or inside a std macro: not shown to people. */
  readonly synthetic: boolean;
  /** Index of the innermost closure around the declaration; undefined in the body itself. */
  readonly closure: number | undefined;
}

export type HirExpr = HirExprKind & {
  readonly id: ExprId;
  /** Where the source stands; for desugared nodes the source they stand for. */
  readonly span: Span;
  /** For a node that came out of a macro: the span of the outermost call in the file. */
  readonly macroSpan?: Span;
};

export type LoopSource = "loop" | "while" | "for";
export type MatchSource = "match" | "for" | "question" | "await" | "matches";

export type HirExprKind =
  | { readonly kind: "lit"; readonly lit: Lit }
  | { readonly kind: "path"; readonly path: HirQPath; readonly scope: ScopeId | undefined }
  | { readonly kind: "array"; readonly exprs: readonly HirExpr[] }
  | { readonly kind: "repeat"; readonly value: HirExpr; readonly count: HirConstArg }
  | { readonly kind: "tuple"; readonly exprs: readonly HirExpr[] }
  | { readonly kind: "call"; readonly callee: HirExpr; readonly args: readonly HirExpr[] }
  | {
      readonly kind: "methodCall";
      readonly receiver: HirExpr;
      readonly segment: HirSegment;
      readonly args: readonly HirExpr[];
      readonly scope: ScopeId | undefined;
    }
  | {
      readonly kind: "field";
      readonly expr: HirExpr;
      readonly name: string;
      readonly nameSpan: Span;
      readonly scope: ScopeId | undefined;
    }
  | { readonly kind: "index"; readonly expr: HirExpr; readonly index: HirExpr }
  | { readonly kind: "unary"; readonly op: "-" | "!" | "*"; readonly expr: HirExpr }
  | {
      readonly kind: "binary";
      readonly op: BinaryOp;
      readonly opSpan: Span;
      readonly left: HirExpr;
      readonly right: HirExpr;
    }
  /** Destructuring assignments are desugared to `let` plus plain ones. */
  | { readonly kind: "assign"; readonly left: HirExpr; readonly right: HirExpr }
  | {
      readonly kind: "assignOp";
      readonly op: BinaryOp;
      readonly opSpan: Span;
      readonly left: HirExpr;
      readonly right: HirExpr;
    }
  | {
      readonly kind: "addrOf";
      readonly raw: boolean;
      readonly mutable: boolean;
      readonly expr: HirExpr;
    }
  | { readonly kind: "cast"; readonly expr: HirExpr; readonly ty: HirTy }
  | {
      readonly kind: "struct";
      readonly path: HirQPath;
      readonly fields: readonly HirFieldExpr[];
      readonly base?: HirExpr;
    }
  | {
      readonly kind: "block";
      readonly block: HirBlock;
      readonly label?: LabelId;
      readonly unsafe: boolean;
      readonly const: boolean;
    }
  /** Only as (part of) the condition of `if` or a match guard. */
  | { readonly kind: "let"; readonly pat: HirPat; readonly init: HirExpr }
  | {
      readonly kind: "if";
      readonly condition: HirExpr;
      readonly then: HirExpr;
      readonly else?: HirExpr;
    }
  | {
      readonly kind: "loop";
      readonly body: HirBlock;
      readonly label: LabelId;
      readonly source: LoopSource;
      /** `for x in e`, without the body. */ readonly headSpan: Span;
    }
  | {
      readonly kind: "match";
      readonly scrutinee: HirExpr;
      readonly arms: readonly HirArm[];
      readonly source: MatchSource;
    }
  | HirClosure
  /** Loop labels and labelled blocks; `label` is always resolved, undefined after an error. */
  | { readonly kind: "break"; readonly label: LabelId | undefined; readonly value?: HirExpr }
  | { readonly kind: "continue"; readonly label: LabelId | undefined }
  | { readonly kind: "return"; readonly value?: HirExpr }
  /** Drops the temporaries of `expr` before the value is used (rustc's DropTemps: `while` conditions and the like). */
  | { readonly kind: "dropTemps"; readonly expr: HirExpr }
  /** A format string with its arguments; its type is the lang item `format_arguments`. */
  | {
      readonly kind: "formatArgs";
      readonly pieces: readonly FormatPiece[];
      readonly args: readonly HirExpr[];
    }
  /** Parsed and resolved, but never run: `what` names it. Its type is unknown. */
  | { readonly kind: "unsupported"; readonly what: string; readonly parts: readonly HirExpr[] }
  | { readonly kind: "error" };

export type LabelId = number & { readonly brand: "LabelId" };

export interface HirClosure {
  readonly kind: "closure";
  /** Index among the closures of the body. */
  readonly index: number;
  readonly move: boolean;
  readonly params: readonly HirParam[];
  readonly output?: HirTy;
  readonly body: HirExpr;
  /** `move |x| -> T`: where rustc points. */
  readonly headSpan: Span;
}

export interface HirFieldExpr {
  readonly name: string;
  readonly span: Span;
  readonly value: HirExpr;
}

export interface HirArm {
  readonly pat: HirPat;
  readonly guard?: HirExpr;
  readonly body: HirExpr;
  readonly span: Span;
}

export interface HirBlock {
  readonly statements: readonly HirStmt[];
  readonly tail?: HirExpr;
  readonly span: Span;
}

export type HirStmt =
  | {
      readonly kind: "let";
      readonly pat: HirPat;
      readonly ty?: HirTy;
      readonly init?: HirExpr;
      readonly else?: HirBlock;
      readonly span: Span;
      readonly synthetic: boolean;
    }
  | {
      readonly kind: "expr";
      readonly expr: HirExpr;
      readonly semicolon: boolean;
      readonly span: Span;
    }
  /** Nested items are definitions; the statement only marks the place. */
  | { readonly kind: "item"; readonly def: DefId; readonly span: Span };

// ---- patterns

export type HirPat = HirPatKind & { readonly id: PatId; readonly span: Span };

export type HirPatKind =
  | { readonly kind: "wild" }
  /** `mode` as written; the binding mode after default binding modes is ty's. Alternatives of an or-pattern share the local. */
  | {
      readonly kind: "binding";
      readonly local: LocalId;
      readonly byRef: boolean;
      readonly mutable: boolean;
      readonly sub?: HirPat;
    }
  /** Constant, unit struct or unit variant. */
  | { readonly kind: "path"; readonly path: HirQPath }
  /** `rest`: index at which `..` stands. */
  | {
      readonly kind: "tupleStruct";
      readonly path: HirQPath;
      readonly pats: readonly HirPat[];
      readonly rest: number | undefined;
    }
  | {
      readonly kind: "struct";
      readonly path: HirQPath;
      readonly fields: readonly {
        readonly name: string;
        readonly span: Span;
        readonly pat: HirPat;
      }[];
      readonly rest: boolean;
    }
  | { readonly kind: "tuple"; readonly pats: readonly HirPat[]; readonly rest: number | undefined }
  | {
      readonly kind: "slice";
      readonly before: readonly HirPat[];
      readonly middle?: HirPat;
      readonly hasRest: boolean;
      readonly after: readonly HirPat[];
    }
  | { readonly kind: "ref"; readonly mutable: boolean; readonly pat: HirPat }
  | { readonly kind: "or"; readonly pats: readonly HirPat[] }
  | { readonly kind: "lit"; readonly value: HirExpr }
  | {
      readonly kind: "range";
      readonly from?: HirExpr;
      readonly to?: HirExpr;
      readonly inclusive: boolean;
    }
  | { readonly kind: "error" };

// ---- format strings

export type FormatPiece = { readonly kind: "text"; readonly text: string } | FormatPlaceholder;

export interface FormatPlaceholder {
  readonly kind: "placeholder";
  /** Index into `args`. */
  readonly arg: number;
  /** `Display`, `Debug`, `LowerHex`, …: the lang item is `format_` + this name in snake case (`format_display`). */
  readonly trait:
    | "Display"
    | "Debug"
    | "LowerHex"
    | "UpperHex"
    | "Octal"
    | "Binary"
    | "LowerExp"
    | "UpperExp"
    | "Pointer";
  readonly fill: string;
  readonly align: "left" | "right" | "center" | "none";
  readonly sign: "plus" | "minus" | "none";
  readonly alternate: boolean;
  readonly zeroPad: boolean;
  readonly debugHex: "lower" | "upper" | "none";
  readonly width: FormatCount | undefined;
  readonly precision: FormatCount | undefined;
  readonly span: Span;
}

/** A number in the text, or the index of a `usize` argument. */
export type FormatCount =
  | { readonly kind: "literal"; readonly value: number }
  | { readonly kind: "arg"; readonly arg: number };

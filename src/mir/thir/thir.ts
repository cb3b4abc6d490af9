// THIR: typed, fully explicit expressions and patterns, the step between HIR and MIR. Follows `rustc_middle::thir`.
//
// Everything that is implicit in the source stands here as a node: adjustments, overloaded operators, captures, scopes.
// Each expression knows the scope at whose end a temporary made for it is dropped.

import type { Span } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { FormatPiece, LabelId, LocalId, LoopSource, MatchSource } from "../../hir/hir.ts";
import type { BinaryOp } from "../../syntax/ast.ts";
import type { BindingMode, Callee, CastKind, PointerCoercion } from "../../ty/typeck.ts";
import type { Const, GenericArgs, Ty } from "../../ty/ty.ts";
import type { BodyOwner, BorrowKind, Constant, Operand } from "../mir.ts";

/**
 * A stretch of code at whose end values are dropped; compared by identity. Kinds as in rustc's `ScopeData`:
 * `node` belongs to one expression, statement, block or arm, `terminating` ones end the life of temporaries.
 */
export interface RegionScope {
  readonly kind:
    | "callSite"
    | "arguments"
    | "node"
    | "ifThen"
    | "ifThenRescope"
    | "matchGuard"
    | "remainder";
  readonly parent: RegionScope | undefined;
  readonly terminating: boolean;
  /** What a terminating scope belongs to, for the reason of its drops. */
  readonly role: "statement" | "condition" | "tail" | "body" | "arm" | "block" | "other";
  readonly span: Span;
}

export interface ThirBody {
  readonly owner: BodyOwner;
  readonly params: readonly ThirParam[];
  readonly value: ThirExpr;
  readonly returnTy: Ty;
  readonly callSite: RegionScope;
  readonly arguments: RegionScope;
  /** The scope at whose end each variable is dropped. */
  readonly varScopes: ReadonlyMap<LocalId, RegionScope>;
  readonly span: Span;
  /** Constants and statics keep what their value borrows for ever. */
  readonly constant: boolean;
}

export interface ThirParam {
  readonly ty: Ty;
  readonly pat: ThirPat | undefined;
  readonly span: Span;
}

export type ThirExpr = ThirExprKind & {
  readonly ty: Ty;
  readonly span: Span;
  /** Where a temporary for this expression is dropped; undefined: never (constants). */
  readonly tempScope: RegionScope | undefined;
};

export type ThirExprKind =
  | { readonly kind: "scope"; readonly scope: RegionScope; readonly value: ThirExpr }
  | {
      readonly kind: "if";
      readonly scope: RegionScope;
      readonly cond: ThirExpr;
      readonly then: ThirExpr;
      readonly else: ThirExpr | undefined;
    }
  | {
      readonly kind: "call";
      readonly fun: ThirExpr;
      readonly args: readonly ThirExpr[];
      readonly fnSpan: Span;
      readonly source: "call" | "method" | "operator" | "for";
    }
  | { readonly kind: "deref"; readonly arg: ThirExpr }
  | {
      readonly kind: "binary";
      readonly op: BinaryOp;
      readonly left: ThirExpr;
      readonly right: ThirExpr;
    }
  | {
      readonly kind: "logical";
      readonly op: "&&" | "||";
      readonly left: ThirExpr;
      readonly right: ThirExpr;
    }
  | { readonly kind: "unary"; readonly op: "-" | "!"; readonly arg: ThirExpr }
  | { readonly kind: "cast"; readonly cast: CastKind; readonly source: ThirExpr }
  | { readonly kind: "use"; readonly source: ThirExpr }
  | { readonly kind: "neverToAny"; readonly source: ThirExpr }
  | { readonly kind: "pointer"; readonly cast: PointerCoercion; readonly source: ThirExpr }
  | {
      readonly kind: "loop";
      readonly body: ThirExpr;
      readonly label: LabelId;
      readonly source: LoopSource;
    }
  | { readonly kind: "let"; readonly pat: ThirPat; readonly expr: ThirExpr }
  | {
      readonly kind: "match";
      readonly scrutinee: ThirExpr;
      readonly arms: readonly ThirArm[];
      readonly source: MatchSource;
    }
  | { readonly kind: "block"; readonly block: ThirBlock }
  | { readonly kind: "assign"; readonly left: ThirExpr; readonly right: ThirExpr }
  | {
      readonly kind: "assignOp";
      readonly op: BinaryOp;
      readonly left: ThirExpr;
      readonly right: ThirExpr;
    }
  | { readonly kind: "field"; readonly base: ThirExpr; readonly index: number }
  | { readonly kind: "index"; readonly base: ThirExpr; readonly index: ThirExpr }
  | { readonly kind: "var"; readonly local: LocalId }
  /** A variable of an enclosing body, reached through the environment. */
  | { readonly kind: "upvar"; readonly local: LocalId }
  | { readonly kind: "borrow"; readonly borrow: BorrowKind; readonly arg: ThirExpr }
  | { readonly kind: "rawBorrow"; readonly mutable: boolean; readonly arg: ThirExpr }
  | {
      readonly kind: "break";
      readonly label: LabelId | undefined;
      readonly value: ThirExpr | undefined;
    }
  | { readonly kind: "continue"; readonly label: LabelId | undefined }
  | { readonly kind: "return"; readonly value: ThirExpr | undefined }
  | { readonly kind: "repeat"; readonly value: ThirExpr; readonly count: Const }
  | { readonly kind: "array"; readonly exprs: readonly ThirExpr[] }
  | { readonly kind: "tuple"; readonly exprs: readonly ThirExpr[] }
  | {
      readonly kind: "adt";
      readonly def: DefId;
      readonly variant: number;
      readonly args: GenericArgs;
      readonly fields: readonly ThirField[];
      readonly fieldCount: number;
      readonly base: ThirBase | undefined;
      readonly union: boolean;
    }
  | {
      readonly kind: "closure";
      readonly owner: DefId;
      readonly index: number;
      readonly args: GenericArgs;
      readonly upvars: readonly ThirExpr[];
    }
  | { readonly kind: "constant"; readonly constant: Constant }
  | {
      readonly kind: "formatArgs";
      readonly pieces: readonly FormatPiece[];
      readonly args: readonly ThirExpr[];
    }
  | { readonly kind: "unsupported"; readonly what: string; readonly reason: string };

export interface ThirField {
  readonly index: number;
  readonly value: ThirExpr;
}

/** `..base`: the types of all fields. */
export interface ThirBase {
  readonly expr: ThirExpr;
  readonly fieldTys: readonly Ty[];
}

export interface ThirArm {
  readonly pat: ThirPat;
  readonly guard: ThirExpr | undefined;
  readonly body: ThirExpr;
  readonly scope: RegionScope;
  readonly guardScope: RegionScope;
  readonly span: Span;
}

export interface ThirBlock {
  readonly scope: RegionScope;
  readonly label: LabelId | undefined;
  readonly statements: readonly ThirStmt[];
  readonly tail: ThirExpr | undefined;
  readonly span: Span;
}

export type ThirStmt =
  | {
      readonly kind: "expr";
      readonly scope: RegionScope;
      readonly expr: ThirExpr;
      readonly span: Span;
    }
  | {
      readonly kind: "let";
      /** Scope of the variables: the rest of the block. */
      readonly remainder: RegionScope;
      readonly initScope: RegionScope;
      readonly pat: ThirPat;
      readonly init: ThirExpr | undefined;
      readonly else: ThirExpr | undefined;
      readonly span: Span;
    };

export type ThirPat = ThirPatKind & { readonly ty: Ty; readonly span: Span };

export type ThirPatKind =
  | { readonly kind: "wild" }
  | {
      readonly kind: "binding";
      readonly local: LocalId;
      readonly mode: BindingMode;
      readonly varTy: Ty;
      readonly sub: ThirPat | undefined;
      readonly userTy?: Ty;
      readonly userTySpan?: Span;
    }
  /** A variant of an enum with more than one. */
  | {
      readonly kind: "variant";
      readonly def: DefId;
      readonly variant: number;
      readonly pats: readonly ThirFieldPat[];
    }
  /** Struct, tuple, or the only variant (`variant`) of an enum. */
  | {
      readonly kind: "leaf";
      readonly variant: number | undefined;
      readonly pats: readonly ThirFieldPat[];
    }
  | { readonly kind: "deref"; readonly pat: ThirPat }
  | { readonly kind: "constant"; readonly value: Operand }
  | {
      readonly kind: "range";
      readonly from: Operand | undefined;
      readonly to: Operand | undefined;
      readonly inclusive: boolean;
    }
  | {
      readonly kind: "slice";
      readonly before: readonly ThirPat[];
      readonly middle: ThirPat | undefined;
      readonly hasRest: boolean;
      readonly after: readonly ThirPat[];
    }
  | { readonly kind: "or"; readonly pats: readonly ThirPat[] }
  | { readonly kind: "error" };

export interface ThirFieldPat {
  readonly index: number;
  readonly ty: Ty;
  readonly pat: ThirPat;
}

export type { Callee };

// MIR: a body as a control-flow graph over places. Names and meaning follow `rustc_middle::mir`.
//
// Built generic (types may contain parameters); `instances.ts` makes bodies for concrete arguments. Drops, unwind paths and
// temporaries are explicit: what a hover says about a guard and what the machine does come from the same statements.

import type { Span } from "../base/span.ts";
import type { DefId } from "../hir/defs.ts";
import type { BinaryOp } from "../syntax/ast.ts";
import type { BindingMode, CastKind, PointerCoercion } from "../ty/typeck.ts";
import type { Const, GenericArgs, Ty } from "../ty/ty.ts";

/** Printed `_3`; `_0` is the return place, then the arguments. */
export type Local = number & { readonly brand: "Local" };
/** Printed `bb2`. */
export type BlockId = number & { readonly brand: "BlockId" };

/** What a body belongs to: a function, constant, static, or closure number `closure` of `owner`; or an anonymous constant inside. */
export interface BodyOwner {
  readonly def: DefId;
  readonly closure?: number;
}

export interface Body {
  readonly owner: BodyOwner;
  readonly argCount: number;
  readonly locals: readonly LocalDecl[];
  readonly blocks: readonly BasicBlock[];
  /** Variables of the source, for people: where their value stands. */
  readonly variables: readonly VariableInfo[];
  readonly span: Span;
  /** Closing brace: where end-of-body drops happen. */
  readonly endSpan: Span;
  /** Called with the last argument as a tuple, whose fields fill the arguments from there on (closure bodies). */
  readonly untuple?: boolean;
  /** Body of a constant or static: its locals without `storageDead` live for ever. */
  readonly constant?: boolean;
  /** Recognised but not modelled parts, or unknown types: errors found in it are not certain. */
  readonly tainted?: boolean;
}

export interface LocalDecl {
  readonly ty: Ty;
  readonly mutable: boolean;
  /** The source variable's name; undefined for temporaries. */
  readonly name: string | undefined;
  readonly span: Span;
  /** Arguments and variables; a temporary lives to the end of its statement or of its extended scope. */
  readonly kind: "return" | "arg" | "variable" | "temporary";
  readonly synthetic: boolean;
  readonly binding?: BindingMode;
  /** The type written in the `let`, with its lifetimes, where it names any; and where it stands. */
  readonly userTy?: Ty;
  readonly userTySpan?: Span;
  /** Declared without a value: `let x;`. */
  readonly lateInit?: boolean;
  /** What a pattern or `let` with a value bound it from: the matched place (undefined for a plain `let`), and where that stands. */
  readonly matched?: { readonly place: Place | undefined; readonly span: Span };
  /** A reference through which a match guard sees this variable. */
  readonly guardFor?: string;
}

/** `place` may go through a closure's environment. */
export interface VariableInfo {
  readonly name: string;
  readonly place: Place;
  readonly span: Span;
  /** Span of the scope in which the name is visible. */
  readonly scope: Span;
  /** Captured by this body from its parent. */
  readonly captured: boolean;
}

export interface BasicBlock {
  readonly statements: readonly Statement[];
  readonly terminator: Terminator;
  readonly cleanup: boolean;
}

export type Statement = StatementKind & { readonly span: Span };

export type StatementKind =
  | { readonly kind: "assign"; readonly place: Place; readonly value: Rvalue }
  | { readonly kind: "setDiscriminant"; readonly place: Place; readonly variant: number }
  | { readonly kind: "storageLive"; readonly local: Local }
  | { readonly kind: "storageDead"; readonly local: Local }
  /** For the borrow checker only (matches, lets); the machine skips it. */
  | {
      readonly kind: "fakeRead";
      readonly place: Place;
      readonly cause: "match" | "let" | "guard" | "index";
    }
  | { readonly kind: "nop" };

export type Terminator = TerminatorKind & { readonly span: Span };

export type TerminatorKind =
  | { readonly kind: "goto"; readonly target: BlockId }
  /** `values[i]` goes to `targets[i]`, anything else to `otherwise`. */
  | {
      readonly kind: "switch";
      readonly operand: Operand;
      readonly values: readonly bigint[];
      readonly targets: readonly BlockId[];
      readonly otherwise: BlockId;
    }
  | { readonly kind: "return" }
  | { readonly kind: "unreachable" }
  /** Continue unwinding into the caller. */
  | { readonly kind: "resume" }
  /** Unwinding out of a drop during unwinding. */
  | { readonly kind: "abort" }
  | {
      readonly kind: "drop";
      readonly place: Place;
      readonly target: BlockId;
      readonly unwind: BlockId | undefined;
      /** Why the value is dropped here, for people. */
      readonly reason: DropReason;
    }
  | {
      readonly kind: "call";
      readonly func: Operand;
      readonly args: readonly Operand[];
      readonly destination: Place;
      /** Undefined: the call does not return. */
      readonly target: BlockId | undefined;
      readonly unwind: BlockId | undefined;
      /** The function's name or operator in the source: where rustc points. */
      readonly fnSpan: Span;
      /** What stands in the source; undefined: a plain call. */
      readonly source?: "method" | "operator" | "for";
    }
  | {
      readonly kind: "assert";
      readonly condition: Operand;
      readonly expected: boolean;
      readonly message: AssertMessage;
      readonly target: BlockId;
      readonly unwind: BlockId | undefined;
    }
  /** Borrow checker: an edge that the machine never takes (`imaginary`), for match arms and loops. */
  | { readonly kind: "falseEdge"; readonly target: BlockId; readonly imaginary: BlockId }
  /**
   * Recognised but not modelled: reaching it ends the run with status `unsupported`. `target` is where control would go on:
   * only in the analysis form, so that the story of what follows can be told.
   */
  | {
      readonly kind: "unsupported";
      readonly what: string;
      readonly reason: string;
      readonly target?: BlockId;
    };

/** `assigned`: the old value goes because a new one is assigned. */
export type DropReason =
  | "scopeEnd"
  | "statementEnd"
  | "assigned"
  | "unwind"
  | "return"
  | "break"
  | "temporaryTail";

export type AssertMessage =
  | {
      readonly kind: "overflow";
      readonly op: BinaryOp;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: "overflowNeg"; readonly operand: Operand }
  | { readonly kind: "divisionByZero"; readonly operand: Operand }
  | { readonly kind: "remainderByZero"; readonly operand: Operand }
  | { readonly kind: "boundsCheck"; readonly length: Operand; readonly index: Operand };

export interface Place {
  readonly local: Local;
  readonly projections: readonly Projection[];
}

export type Projection =
  | { readonly kind: "deref" }
  /** `ty` is the field's type. */
  | { readonly kind: "field"; readonly index: number; readonly ty: Ty }
  | { readonly kind: "index"; readonly local: Local }
  | {
      readonly kind: "constantIndex";
      readonly offset: number;
      readonly fromEnd: boolean;
      readonly minLength: number;
    }
  | {
      readonly kind: "subslice";
      readonly from: number;
      readonly to: number;
      readonly fromEnd: boolean;
    }
  | { readonly kind: "downcast"; readonly variant: number };

export type Operand =
  | { readonly kind: "copy"; readonly place: Place }
  | { readonly kind: "move"; readonly place: Place }
  | {
      readonly kind: "constant";
      readonly constant: Constant;
      readonly ty: Ty;
      readonly span: Span;
    };

export type Constant =
  /** Two's complement not applied: the mathematical value, in range of its type. */
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "char"; readonly value: number }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "str"; readonly value: string }
  | { readonly kind: "byteStr"; readonly value: readonly number[] }
  /** Value of a zero-sized type: function items, unit, unit structs. */
  | { readonly kind: "zst" }
  /** Reference to a static's place. */
  | { readonly kind: "static"; readonly def: DefId }
  /** Value of a constant (also associated), evaluated on the machine. */
  | { readonly kind: "const"; readonly def: DefId; readonly args: GenericArgs }
  /** A const generic parameter. */
  | { readonly kind: "constParam"; readonly index: number }
  /** The value of a constant body nested in this one (`const { }`). `key` is set in instances: equal keys, equal values. */
  | {
      readonly kind: "nested";
      readonly body: Body;
      readonly args: GenericArgs;
      readonly key?: string;
    }
  /** `&` to a place that holds the value of `body` for ever (`&5`, `&[1, 2]`). */
  | {
      readonly kind: "promoted";
      readonly body: Body;
      readonly args: GenericArgs;
      readonly key?: string;
    };

export type BorrowKind = "shared" | "mut" | "twoPhaseMut" | "uniqueImm" | "fake";

export type Rvalue =
  | { readonly kind: "use"; readonly operand: Operand }
  | { readonly kind: "repeat"; readonly operand: Operand; readonly count: Const }
  | { readonly kind: "ref"; readonly borrow: BorrowKind; readonly place: Place }
  | { readonly kind: "rawPtr"; readonly mutable: boolean; readonly place: Place }
  | { readonly kind: "len"; readonly place: Place }
  | {
      readonly kind: "cast";
      readonly cast: CastKind | PointerCoercion;
      readonly operand: Operand;
      readonly from: Ty;
      readonly ty: Ty;
    }
  | {
      readonly kind: "binary";
      readonly op: BinaryOp;
      readonly left: Operand;
      readonly right: Operand;
      readonly ty: Ty;
    }
  /** Gives `(value, overflowed)`. */
  | {
      readonly kind: "checkedBinary";
      readonly op: BinaryOp;
      readonly left: Operand;
      readonly right: Operand;
      readonly ty: Ty;
    }
  | { readonly kind: "unary"; readonly op: "-" | "!"; readonly operand: Operand; readonly ty: Ty }
  | { readonly kind: "discriminant"; readonly place: Place }
  | {
      readonly kind: "aggregate";
      readonly aggregate: Aggregate;
      readonly operands: readonly Operand[];
    };

export type Aggregate =
  | { readonly kind: "tuple" }
  | { readonly kind: "array"; readonly ty: Ty }
  /** `variant` is 0 for structs; for a union `activeField` says which field the one operand fills. */
  | {
      readonly kind: "adt";
      readonly def: DefId;
      readonly variant: number;
      readonly args: GenericArgs;
      readonly activeField?: number;
    }
  | {
      readonly kind: "closure";
      readonly owner: DefId;
      readonly index: number;
      readonly args: GenericArgs;
    };

// The state of lowering one body: counters for ids, the scopes of locals and labels, and how nodes are made.
//
// Scopes of locals are ribs, innermost first, as in rustc: a `let` opens a new one. A local is found by name and
// hygiene context; at the rib of a macro definition the mark of that macro comes off the name.

import type { Span } from "../../base/span.ts";
import type { Block, Expr, Ident, Lifetime, Pat, Stmt } from "../../syntax/ast.ts";
import type { MacroDef, MacroFrame, ModuleData } from "../crate.ts";
import type {
  HirBlock,
  HirExpr,
  HirExprKind,
  HirLocal,
  HirPat,
  HirPatKind,
  LabelId,
  LocalId,
  ExprId,
  PatId,
  Res,
} from "../hir.ts";
import { outerMark } from "../hygiene.ts";
import { lookupIn } from "../names/lookup.ts";
import type { TypeContext } from "./typeContext.ts";
import { isArgument, spanIn } from "../spans.ts";

/** What all scopes of a body share. */
export interface BodyState {
  exprs: number;
  pats: number;
  closures: number;
  labels: number;
  readonly locals: HirLocal[];
  /** A macro in this body is unknown or failed: it could define any name. */
  uncertain: boolean;
}

export type Rib =
  | {
      readonly kind: "bindings";
      readonly names: ReadonlyMap<string, LocalId>;
      readonly parent: Rib | undefined;
    }
  | { readonly kind: "block"; readonly module: ModuleData; readonly parent: Rib | undefined }
  | { readonly kind: "macro"; readonly macro: MacroDef; readonly parent: Rib | undefined }
  /** A constant inside the body: locals outside cannot be used in it. */
  | { readonly kind: "constant"; readonly parent: Rib | undefined };

export interface LabelRib {
  readonly key: string;
  readonly label: LabelId;
  readonly loop: boolean;
  readonly parent: LabelRib | undefined;
}

export type LoopScope =
  | { readonly kind: "loop"; readonly label: LabelId; readonly source: "loop" | "while" | "for" }
  /** `block`: a labelled block, out of which only labels lead. */
  | { readonly kind: "closure" | "none" | "block" };

/** A lexical place in a body. Immutable; `state` is shared. */
export interface BodyContext extends TypeContext {
  readonly state: BodyState;
  readonly lower: Lowering;
  readonly ribs: Rib | undefined;
  readonly labels: LabelRib | undefined;
  /** Labels beyond the innermost closure. */
  readonly outerLabels: LabelRib | undefined;
  readonly loop: LoopScope;
  /** Index of the innermost closure. */
  readonly closure: number | undefined;
}

/** The lowering functions, for those that would otherwise import each other in a circle. */
export interface Lowering {
  expr(cx: BodyContext, expr: Expr): HirExpr;
  block(cx: BodyContext, block: Block): HirBlock;
  pat(cx: BodyContext, pat: Pat, binder: PatBinder): HirPat;
  statements(cx: BodyContext, statements: readonly Stmt[]): BodyContext;
}

/** Bindings of the pattern being lowered (`resolve_pattern` in rustc). */
export interface PatBinder {
  readonly names: Map<string, LocalId>;
  /** Products forbid a second binding of a name, alternatives share it. Innermost last. */
  readonly stack: { readonly kind: "product" | "or"; readonly names: Set<string> }[];
  /** Names of earlier parameters of the same list. */
  readonly parameters: Set<string> | undefined;
  readonly noun: "let" | "match" | "function parameter";
}

// ---- names of locals

/** `self` is one name wherever it was written: a function has only one. */
export function localKey(ident: { readonly name: string; readonly context: number }): string {
  if (ident.name === "self") return "self";
  return ident.context === 0 ? ident.name : `${ident.name}#${ident.context}`;
}

export type LocalLookup =
  | { readonly kind: "local"; readonly local: LocalId; readonly throughConstant: boolean }
  /** An item of an enclosing block hides what lies further out. */
  | { readonly kind: "item"; readonly res: Res }
  | undefined;

export function lookupLocal(cx: BodyContext, ident: Ident): LocalLookup {
  let { context } = ident;
  let throughConstant = false;
  for (let rib = cx.ribs; rib !== undefined; rib = rib.parent) {
    if (rib.kind === "bindings") {
      const local = rib.names.get(localKey({ name: ident.name, context }));
      if (local !== undefined) return { kind: "local", local, throughConstant };
    } else if (rib.kind === "macro") {
      const mark = context === 0 ? undefined : outerMark(cx.crate.hygiene, context);
      if (mark?.expansion.macro === rib.macro) context = mark.parent;
    } else if (rib.kind === "constant") throughConstant = true;
    else {
      const here = lookupIn(rib.module, "values", ident.name, true);
      const res = here.kind === "found" ? here.binding.res : undefined;
      if (res !== undefined && res.kind !== "macro") return { kind: "item", res };
    }
  }
  return undefined;
}

export function withNames(cx: BodyContext, names: ReadonlyMap<string, LocalId>): BodyContext {
  return names.size === 0 ? cx : { ...cx, ribs: { kind: "bindings", names, parent: cx.ribs } };
}

export function newLocal(
  cx: BodyContext,
  local: {
    readonly name: string;
    readonly span: Span;
    readonly mutable: boolean;
    readonly byRef: boolean;
    readonly synthetic: boolean;
  },
): LocalId {
  const id = cx.state.locals.length as LocalId;
  cx.state.locals.push({ id, ...local, closure: cx.closure });
  return id;
}

// ---- labels

export function newLabel(cx: BodyContext): LabelId {
  const label = cx.state.labels as LabelId;
  cx.state.labels += 1;
  return label;
}

export function withLabel(
  cx: BodyContext,
  name: Lifetime | undefined,
  label: LabelId,
  loop: boolean,
): BodyContext {
  if (name === undefined) return cx;
  return { ...cx, labels: { key: localKey(name), label, loop, parent: cx.labels } };
}

export function findLabel(
  cx: BodyContext,
  from: LabelRib | undefined,
  name: Lifetime,
): LabelRib | undefined {
  let { context } = name;
  for (;;) {
    const key = localKey({ name: name.name, context });
    for (let rib = from; rib !== undefined; rib = rib.parent) if (rib.key === key) return rib;
    // A macro defined inside the loop may name its label.
    const mark = context === 0 ? undefined : outerMark(cx.crate.hygiene, context);
    if (mark === undefined) return undefined;
    context = mark.parent;
  }
}

// ---- nodes: `kind` is always a fresh object, which becomes the node

/** The context inside a macro's expansion. */
export function withFrame(cx: BodyContext, frame: MacroFrame): BodyContext {
  return { ...cx, frame, span: (node) => spanIn(cx.crate, frame, node) };
}

type Located = { readonly start: number; readonly end: number };

export function makeExpr(cx: BodyContext, at: Located, kind: HirExprKind): HirExpr {
  const id = cx.state.exprs as ExprId;
  cx.state.exprs += 1;
  const { frame } = cx;
  const made = Object.assign(kind, { id, span: cx.span(at) });
  if (frame === undefined || isArgument(frame, at)) return made;
  return Object.assign(made, { macroSpan: frame.outer });
}

export function makePat(cx: BodyContext, at: Located, kind: HirPatKind): HirPat {
  const id = cx.state.pats as PatId;
  cx.state.pats += 1;
  return Object.assign(kind, { id, span: cx.span(at) });
}

export function localExpr(cx: BodyContext, at: Located, local: LocalId): HirExpr {
  const { name } = cx.state.locals[local] ?? { name: "" };
  const res: Res = { kind: "local", local };
  const span = cx.span(at);
  const path = { kind: "resolved", res, segments: [{ name, span, res }], span } as const;
  return makeExpr(cx, at, { kind: "path", path, scope: undefined });
}

export function bindingPat(cx: BodyContext, at: Located, local: LocalId, mutable: boolean): HirPat {
  return makePat(cx, at, { kind: "binding", local, byRef: false, mutable });
}

export function unitExpr(cx: BodyContext, at: Located): HirExpr {
  return makeExpr(cx, at, { kind: "tuple", exprs: [] });
}

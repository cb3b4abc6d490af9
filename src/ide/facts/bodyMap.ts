// The shape of a body for questions that go upwards: parents of expressions, where variables are bound and used.

import type { Span } from "../../base/span.ts";
import type { HirBlock, HirBody, HirClosure, HirExpr, HirPat, LocalId } from "../../hir/hir.ts";
import { visitExpr } from "../../hir/visit.ts";

export type ClosureExpr = HirExpr & HirClosure;

/** Where a variable gets its value. */
export interface Binding {
  /** The expression that is bound or taken apart; undefined for parameters and for `let x;`. */
  readonly init: HirExpr | undefined;
  /** The whole value, not a part of it. */
  readonly whole: boolean;
  /** Which field of the value, where the pattern takes it apart once. */
  readonly part?: string;
  /** Where the name can be used. */
  readonly scope: Span;
  /** It can get another value later. */
  readonly mutable: boolean;
}

export interface BodyMap {
  readonly parents: ReadonlyMap<HirExpr, HirExpr>;
  readonly bindings: ReadonlyMap<LocalId, Binding>;
  readonly uses: ReadonlyMap<LocalId, readonly HirExpr[]>;
  /** Every expression, outermost first. */
  readonly exprs: readonly HirExpr[];
  readonly closures: readonly ClosureExpr[];
  /** The variable that a value is bound to as a whole. */
  readonly boundBy: ReadonlyMap<HirExpr, LocalId>;
  /** Values of `let _ = …`. */
  readonly discarded: ReadonlySet<HirExpr>;
}

export function bodyMapOf(body: HirBody): BodyMap {
  const walk: Walk = {
    body,
    parents: new Map(),
    bindings: new Map(),
    uses: new Map(),
    exprs: [],
    closures: [],
    boundBy: new Map(),
    discarded: new Set(),
  };
  for (const param of body.params) bind(walk, param.pat, undefined, body.value.span);
  enter(walk, body.value, undefined);
  return walk;
}

/** The expressions directly inside one, blocks looked through. */
export function childrenOf(expr: HirExpr): readonly HirExpr[] {
  const children: HirExpr[] = [];
  visitExpr(expr, {
    constBodies: false,
    expr(inner) {
      if (inner === expr) return true;
      children.push(inner);
      return false;
    },
  });
  return children;
}

/** The expressions around one, innermost first. */
export function* ancestors(map: BodyMap, expr: HirExpr): Generator<HirExpr> {
  for (let at = map.parents.get(expr); at !== undefined; at = map.parents.get(at)) yield at;
}

/** The innermost closure around an expression; undefined in the body itself. */
export function closureAround(map: BodyMap, expr: HirExpr): ClosureExpr | undefined {
  for (const outer of ancestors(map, expr)) if (outer.kind === "closure") return outer;
  return undefined;
}

export function localOf(expr: HirExpr): LocalId | undefined {
  if (expr.kind !== "path" || expr.path.kind !== "resolved" || expr.path.res.kind !== "local")
    return undefined;
  return expr.path.res.local;
}

/** Without `&`, `*`, and blocks that only pass a value on. */
export function peelExpr(expr: HirExpr): HirExpr {
  if (expr.kind === "addrOf" || expr.kind === "dropTemps") return peelExpr(expr.expr);
  if (expr.kind === "unary" && expr.op === "*") return peelExpr(expr.expr);
  return expr;
}

/** The closure that a value is: written there, as the value of a block, or bound to a variable that keeps it. */
export function closureIn(map: BodyMap, given: HirExpr): ClosureExpr | undefined {
  const expr = peelExpr(given);
  if (expr.kind === "closure") return expr;
  if (expr.kind === "block")
    return expr.block.tail === undefined ? undefined : closureIn(map, expr.block.tail);
  const local = localOf(expr);
  const binding = local === undefined ? undefined : map.bindings.get(local);
  if (binding?.init === undefined || !binding.whole || binding.mutable) return undefined;
  return binding.init === given ? undefined : closureIn(map, binding.init);
}

/** The call that gets a closure: directly, as the value of a block, or through a variable with one use. */
export function takerOf(map: BodyMap, closure: HirExpr): HirExpr | undefined {
  let at = closure;
  for (;;) {
    const local = map.boundBy.get(at);
    const uses = local === undefined ? [] : (map.uses.get(local) ?? []);
    const [only] = uses;
    if (only !== undefined && uses.length === 1 && map.bindings.get(local as LocalId)?.whole)
      at = only;
    const parent = map.parents.get(at);
    if (parent?.kind !== "block" || parent.block.tail !== at) return parent;
    at = parent;
  }
}

interface Walk {
  readonly body: HirBody;
  readonly parents: Map<HirExpr, HirExpr>;
  readonly bindings: Map<LocalId, Binding>;
  readonly uses: Map<LocalId, HirExpr[]>;
  readonly exprs: HirExpr[];
  readonly closures: ClosureExpr[];
  readonly boundBy: Map<HirExpr, LocalId>;
  readonly discarded: Set<HirExpr>;
}

function enter(walk: Walk, expr: HirExpr, parent: HirExpr | undefined): void {
  walk.exprs.push(expr);
  if (parent !== undefined) walk.parents.set(expr, parent);
  note(walk, expr, parent);
  for (const child of childrenOf(expr)) enter(walk, child, expr);
}

function note(walk: Walk, expr: HirExpr, parent: HirExpr | undefined): void {
  switch (expr.kind) {
    case "path": {
      const local = localOf(expr);
      if (local !== undefined) walk.uses.set(local, [...(walk.uses.get(local) ?? []), expr]);
      return;
    }
    case "block":
      return bindBlock(walk, expr.block);
    case "loop":
      return bindBlock(walk, expr.body);
    case "closure":
      walk.closures.push(expr);
      return expr.params.forEach((param) => bind(walk, param.pat, undefined, expr.span));
    case "match":
      return expr.arms.forEach((arm) => bind(walk, arm.pat, expr.scrutinee, arm.span));
    case "let":
      return bind(walk, expr.pat, expr.init, parent?.span ?? expr.span);
    default:
  }
}

function bindBlock(walk: Walk, block: HirBlock): void {
  for (const statement of block.statements) {
    if (statement.kind !== "let") continue;
    if (statement.pat.kind === "wild" && statement.init !== undefined)
      walk.discarded.add(statement.init);
    bind(walk, statement.pat, statement.init, { start: statement.span.end, end: block.span.end });
    if (statement.else !== undefined) bindBlock(walk, statement.else);
  }
}

function bind(walk: Walk, pat: HirPat, init: HirExpr | undefined, scope: Span): void {
  if (pat.kind === "tuple" && init?.kind === "tuple" && pat.rest === undefined) {
    pat.pats.forEach((part, index) => bind(walk, part, init.exprs[index], scope));
    return;
  }
  if (pat.kind === "binding")
    return bindName(walk, pat.local, { init, whole: pat.sub === undefined, scope });
  for (const [part, inner] of partsOf(pat)) {
    if (inner.kind === "binding") bindName(walk, inner.local, { init, whole: false, part, scope });
    else visitNames(inner, (local) => bindName(walk, local, { init, whole: false, scope }));
  }
  if (pat.kind === "struct" || pat.kind === "tuple") return;
  visitNames(pat, (local) => bindName(walk, local, { init, whole: false, scope }));
}

function partsOf(pat: HirPat): readonly (readonly [string, HirPat])[] {
  if (pat.kind === "struct") return pat.fields.map((field) => [field.name, field.pat] as const);
  if (pat.kind !== "tuple" || pat.rest !== undefined)
    return pat.kind === "tuple" ? pat.pats.map((part) => ["", part] as const) : [];
  return pat.pats.map((part, index) => [String(index), part] as const);
}

function bindName(walk: Walk, local: LocalId, binding: Omit<Binding, "mutable">): void {
  if (binding.whole && binding.init !== undefined) walk.boundBy.set(binding.init, local);
  walk.bindings.set(local, { ...binding, mutable: walk.body.locals[local]?.mutable ?? false });
}

function visitNames(pat: HirPat, visit: (local: LocalId) => void): void {
  const all = (pats: readonly HirPat[]) => pats.forEach((one) => visitNames(one, visit));
  switch (pat.kind) {
    case "binding":
      visit(pat.local);
      if (pat.sub !== undefined) visitNames(pat.sub, visit);
      return;
    case "tupleStruct":
    case "tuple":
    case "or":
      return all(pat.pats);
    case "struct":
      return all(pat.fields.map((field) => field.pat));
    case "slice":
      return all([...pat.before, ...(pat.middle === undefined ? [] : [pat.middle]), ...pat.after]);
    case "ref":
      return visitNames(pat.pat, visit);
    default:
  }
}

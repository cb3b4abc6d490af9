// Walks over HIR: every expression, pattern and type of a body, outermost first.

import type {
  HirBlock,
  HirBody,
  HirConstArg,
  HirExpr,
  HirGenericArgs,
  HirPat,
  HirQPath,
  HirStmt,
  HirTy,
} from "./hir.ts";

/** Called on the way down; a result of false leaves out what lies inside. */
export interface HirVisitor {
  /** False: leave out lengths of arrays and the like, which are bodies with ids of their own. */
  readonly constBodies?: false;
  expr?(expr: HirExpr): boolean | void;
  pat?(pat: HirPat): boolean | void;
  ty?(ty: HirTy): boolean | void;
  path?(path: HirQPath): void;
  let?(statement: HirStmt & { readonly kind: "let" }): void;
}

export function visitBody(body: HirBody, visitor: HirVisitor): void {
  for (const param of body.params) {
    visitPat(param.pat, visitor);
    if (param.ty !== undefined) visitTy(param.ty, visitor);
  }
  visitExpr(body.value, visitor);
}

export function visitExpr(expr: HirExpr, visitor: HirVisitor): void {
  if (visitor.expr?.(expr) === false) return;
  const one = (child: HirExpr | undefined) => child !== undefined && visitExpr(child, visitor);
  const all = (children: readonly HirExpr[]) => children.forEach(one);
  switch (expr.kind) {
    case "lit":
    case "continue":
    case "error":
      return;
    case "path":
      return visitPath(expr.path, visitor);
    case "array":
    case "tuple":
      return all(expr.exprs);
    case "repeat":
      one(expr.value);
      return visitConst(expr.count, visitor);
    case "call":
      one(expr.callee);
      return all(expr.args);
    case "methodCall":
      one(expr.receiver);
      visitArgs(expr.segment.args, visitor);
      return all(expr.args);
    case "field":
    case "unary":
    case "addrOf":
    case "dropTemps":
      return void one(expr.expr);
    case "index":
      return all([expr.expr, expr.index]);
    case "binary":
    case "assign":
    case "assignOp":
      return all([expr.left, expr.right]);
    case "cast":
      one(expr.expr);
      return visitTy(expr.ty, visitor);
    case "struct":
      visitPath(expr.path, visitor);
      all(expr.fields.map((field) => field.value));
      return void one(expr.base);
    case "block":
      return visitBlock(expr.block, visitor);
    case "let":
      visitPat(expr.pat, visitor);
      return void one(expr.init);
    case "if":
      all([expr.condition, expr.then]);
      return void one(expr.else);
    case "loop":
      return visitBlock(expr.body, visitor);
    case "match":
      one(expr.scrutinee);
      for (const arm of expr.arms) {
        visitPat(arm.pat, visitor);
        one(arm.guard);
        one(arm.body);
      }
      return;
    case "closure":
      for (const param of expr.params) {
        visitPat(param.pat, visitor);
        if (param.ty !== undefined) visitTy(param.ty, visitor);
      }
      if (expr.output !== undefined) visitTy(expr.output, visitor);
      return void one(expr.body);
    case "break":
    case "return":
      return void one(expr.value);
    case "formatArgs":
      return all(expr.args);
    case "unsupported":
      return all(expr.parts);
  }
}

export function visitBlock(block: HirBlock, visitor: HirVisitor): void {
  for (const statement of block.statements) {
    if (statement.kind === "expr") visitExpr(statement.expr, visitor);
    if (statement.kind !== "let") continue;
    visitor.let?.(statement);
    visitPat(statement.pat, visitor);
    if (statement.ty !== undefined) visitTy(statement.ty, visitor);
    if (statement.init !== undefined) visitExpr(statement.init, visitor);
    if (statement.else !== undefined) visitBlock(statement.else, visitor);
  }
  if (block.tail !== undefined) visitExpr(block.tail, visitor);
}

export function visitPat(pat: HirPat, visitor: HirVisitor): void {
  if (visitor.pat?.(pat) === false) return;
  const all = (pats: readonly HirPat[]) => pats.forEach((child) => visitPat(child, visitor));
  switch (pat.kind) {
    case "wild":
    case "error":
      return;
    case "binding":
      if (pat.sub !== undefined) visitPat(pat.sub, visitor);
      return;
    case "path":
      return visitPath(pat.path, visitor);
    case "tupleStruct":
      visitPath(pat.path, visitor);
      return all(pat.pats);
    case "struct":
      visitPath(pat.path, visitor);
      return all(pat.fields.map((field) => field.pat));
    case "tuple":
    case "or":
      return all(pat.pats);
    case "slice":
      all(pat.before);
      if (pat.middle !== undefined) visitPat(pat.middle, visitor);
      return all(pat.after);
    case "ref":
      return visitPat(pat.pat, visitor);
    case "lit":
      return visitExpr(pat.value, visitor);
    case "range":
      if (pat.from !== undefined) visitExpr(pat.from, visitor);
      if (pat.to !== undefined) visitExpr(pat.to, visitor);
  }
}

export function visitTy(ty: HirTy, visitor: HirVisitor): void {
  if (visitor.ty?.(ty) === false) return;
  switch (ty.kind) {
    case "path":
      return visitPath(ty.path, visitor);
    case "ref":
    case "ptr":
    case "slice":
      return visitTy(ty.ty, visitor);
    case "array":
      visitTy(ty.ty, visitor);
      return visitConst(ty.length, visitor);
    case "tuple":
      return ty.tys.forEach((child) => visitTy(child, visitor));
    case "fnPtr":
      for (const input of ty.inputs) visitTy(input, visitor);
      return visitTy(ty.output, visitor);
    case "dyn":
      for (const bound of ty.bounds) visitPath(bound.ref.path, visitor);
      return;
    case "never":
    case "infer":
    case "opaque":
    case "unsupported":
    case "error":
  }
}

export function visitPath(path: HirQPath, visitor: HirVisitor): void {
  visitor.path?.(path);
  if (path.kind === "relative") {
    visitTy(path.ty, visitor);
    visitArgs(path.segment.args, visitor);
    return;
  }
  if (path.self !== undefined) visitTy(path.self, visitor);
  for (const segment of path.segments) visitArgs(segment.args, visitor);
}

function visitArgs(args: HirGenericArgs | undefined, visitor: HirVisitor): void {
  if (args === undefined) return;
  for (const arg of args.args) {
    if (arg.kind === "type") visitTy(arg.ty, visitor);
    if (arg.kind === "const") visitConst(arg.value, visitor);
  }
  for (const constraint of args.constraints) {
    if (constraint.ty !== undefined) visitTy(constraint.ty, visitor);
    for (const bound of constraint.bounds ?? []) {
      if (bound.kind === "trait") visitPath(bound.ref.path, visitor);
    }
  }
}

function visitConst(value: HirConstArg, visitor: HirVisitor): void {
  if (value.kind === "body" && visitor.constBodies !== false) visitExpr(value.body.value, visitor);
}

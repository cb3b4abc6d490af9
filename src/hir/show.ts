// Bodies, types and patterns as one line of text, for tests and for people who debug Lockstep.
//
// `name@3` is local 3, `'1` is label 1, a resolved path is shown with its definition's path.

import type { Lit } from "../syntax/ast.ts";
import type { Program } from "./defs.ts";
import type {
  FormatPiece,
  HirBlock,
  HirBody,
  HirBound,
  HirConstArg,
  HirExpr,
  HirGenericArgs,
  HirLifetime,
  HirPat,
  HirQPath,
  HirStmt,
  HirTy,
  Res,
} from "./hir.ts";

export function showBody(program: Program, body: HirBody): string {
  const params = body.params.map((param) => showPat(program, body, param.pat)).join(", ");
  return `|${params}| ${showExpr(program, body, body.value)}`;
}

function showRes(program: Program, body: HirBody | undefined, res: Res): string {
  switch (res.kind) {
    case "def":
      return program.path(res.def);
    case "ctor":
      return `ctor ${program.path(res.def)}`;
    case "local":
      return `${body?.locals[res.local]?.name ?? ""}@${res.local}`;
    case "prim":
      return res.prim;
    case "selfParam":
    case "selfTy":
    case "selfCtor":
      return "Self";
    case "error":
      return res.certain ? "<error>" : "<unknown>";
  }
}

function showPath(program: Program, body: HirBody | undefined, path: HirQPath): string {
  if (path.kind === "relative") {
    return `<${showTy(program, path.ty)}>::${path.segment.name}${showArgs(program, path.segment.args)}`;
  }
  const self = path.self === undefined ? "" : `<${showTy(program, path.self)}>.`;
  const args = path.segments.map((segment) => showArgs(program, segment.args)).join("");
  return `${self}${showRes(program, body, path.res)}${args}`;
}

function showArgs(program: Program, args: HirGenericArgs | undefined): string {
  if (args === undefined) return "";
  const shown = args.args.map((arg) => {
    if (arg.kind === "type") return showTy(program, arg.ty);
    if (arg.kind === "const") return showConst(program, arg.value);
    return arg.kind === "infer" ? "_" : showLifetime(program, arg.lifetime);
  });
  const constraints = args.constraints.map((one) => {
    const bounds =
      one.bounds === undefined
        ? ""
        : `: ${one.bounds.map((bound) => showBound(program, bound)).join(" + ")}`;
    return one.ty === undefined
      ? `${one.name}${bounds}`
      : `${one.name} = ${showTy(program, one.ty)}`;
  });
  return `<${[...shown, ...constraints].join(", ")}>`;
}

function showLifetime(program: Program, lifetime: HirLifetime): string {
  if (lifetime.kind === "param") return program.def(lifetime.def).name;
  if (lifetime.kind === "bound") return `${lifetime.name}^${lifetime.depth}`;
  return lifetime.kind === "static" ? "'static" : "'_";
}

function showConst(program: Program, value: HirConstArg): string {
  if (value.kind === "infer") return "_";
  return value.kind === "param"
    ? program.def(value.def).name
    : `{${showExpr(program, value.body, value.body.value)}}`;
}

export function showBound(program: Program, bound: HirBound): string {
  if (bound.kind === "outlives") return showLifetime(program, bound.lifetime);
  const binder = bound.lifetimes.length === 0 ? "" : `for<${bound.lifetimes.join(", ")}> `;
  return `${bound.modifier}${binder}${showPath(program, undefined, bound.ref.path)}`;
}

export function showTy(program: Program, ty: HirTy): string {
  const show = (inner: HirTy): string => showTy(program, inner);
  switch (ty.kind) {
    case "path":
      return showPath(program, undefined, ty.path);
    case "ref":
      return `&${ty.lifetime.kind === "elided" ? "" : `${showLifetime(program, ty.lifetime)} `}${ty.mutable ? "mut " : ""}${show(ty.ty)}`;
    case "ptr":
      return `*${ty.mutable ? "mut" : "const"} ${show(ty.ty)}`;
    case "slice":
      return `[${show(ty.ty)}]`;
    case "array":
      return `[${show(ty.ty)}; ${showConst(program, ty.length)}]`;
    case "tuple":
      return `(${ty.tys.map(show).join(", ")})`;
    case "fnPtr":
      return `fn(${ty.inputs.map(show).join(", ")}) -> ${show(ty.output)}`;
    case "dyn":
      return `dyn ${ty.bounds.map((bound) => showBound(program, bound)).join(" + ")}`;
    case "opaque":
      return "impl";
    case "never":
      return "!";
    case "infer":
      return "_";
    case "unsupported":
    case "error":
      return `<${ty.kind}>`;
  }
}

export function showPat(program: Program, body: HirBody, pat: HirPat): string {
  const show = (inner: HirPat): string => showPat(program, body, inner);
  const list = (pats: readonly HirPat[], rest: number | undefined): string => {
    const shown = pats.map(show);
    if (rest !== undefined) shown.splice(rest, 0, "..");
    return shown.join(", ");
  };
  switch (pat.kind) {
    case "wild":
      return "_";
    case "binding": {
      const name = `${pat.byRef ? "ref " : ""}${pat.mutable ? "mut " : ""}${body.locals[pat.local]?.name ?? ""}@${pat.local}`;
      return pat.sub === undefined ? name : `${name} @ ${show(pat.sub)}`;
    }
    case "path":
      return showPath(program, body, pat.path);
    case "tupleStruct":
      return `${showPath(program, body, pat.path)}(${list(pat.pats, pat.rest)})`;
    case "struct": {
      const fields = pat.fields.map((field) => `${field.name}: ${show(field.pat)}`);
      return `${showPath(program, body, pat.path)} { ${[...fields, ...(pat.rest ? [".."] : [])].join(", ")} }`;
    }
    case "tuple":
      return `(${list(pat.pats, pat.rest)})`;
    case "slice": {
      const middle = pat.hasRest
        ? [pat.middle === undefined ? ".." : `${show(pat.middle)} @ ..`]
        : [];
      return `[${[...pat.before.map(show), ...middle, ...pat.after.map(show)].join(", ")}]`;
    }
    case "ref":
      return `&${pat.mutable ? "mut " : ""}${show(pat.pat)}`;
    case "or":
      return pat.pats.map(show).join(" | ");
    case "lit":
      return showExpr(program, body, pat.value);
    case "range": {
      const end = (expr: HirExpr | undefined): string =>
        expr === undefined ? "" : showExpr(program, body, expr);
      return `${end(pat.from)}${pat.inclusive ? "..=" : ".."}${end(pat.to)}`;
    }
    case "error":
      return "<error>";
  }
}

function showBlock(program: Program, body: HirBody, block: HirBlock): string {
  const parts = block.statements.map((statement) => showStmt(program, body, statement));
  if (block.tail !== undefined) parts.push(showExpr(program, body, block.tail));
  return parts.length === 0 ? "{}" : `{ ${parts.join(" ")} }`;
}

function showStmt(program: Program, body: HirBody, statement: HirStmt): string {
  if (statement.kind === "item") return `item ${program.path(statement.def)};`;
  if (statement.kind === "expr")
    return `${showExpr(program, body, statement.expr)}${statement.semicolon ? ";" : ""}`;
  const ty = statement.ty === undefined ? "" : `: ${showTy(program, statement.ty)}`;
  const init = statement.init === undefined ? "" : ` = ${showExpr(program, body, statement.init)}`;
  const otherwise =
    statement.else === undefined ? "" : ` else ${showBlock(program, body, statement.else)}`;
  return `let ${showPat(program, body, statement.pat)}${ty}${init}${otherwise};`;
}

export function showExpr(program: Program, body: HirBody, expr: HirExpr): string {
  const show = (inner: HirExpr): string => showExpr(program, body, inner);
  const list = (exprs: readonly HirExpr[]): string => exprs.map(show).join(", ");
  switch (expr.kind) {
    case "lit":
      return showLit(expr.lit);
    case "path":
      return showPath(program, body, expr.path);
    case "array":
      return `[${list(expr.exprs)}]`;
    case "repeat":
      return `[${show(expr.value)}; ${showConst(program, expr.count)}]`;
    case "tuple":
      return `(${list(expr.exprs)})`;
    case "call":
      return `${show(expr.callee)}(${list(expr.args)})`;
    case "methodCall":
      return `${show(expr.receiver)}.${expr.segment.name}${showArgs(program, expr.segment.args)}(${list(expr.args)})`;
    case "field":
      return `${show(expr.expr)}.${expr.name}`;
    case "index":
      return `${show(expr.expr)}[${show(expr.index)}]`;
    case "unary":
      return `${expr.op}${show(expr.expr)}`;
    case "binary":
      return `(${show(expr.left)} ${expr.op} ${show(expr.right)})`;
    case "assign":
      return `${show(expr.left)} = ${show(expr.right)}`;
    case "assignOp":
      return `${show(expr.left)} ${expr.op}= ${show(expr.right)}`;
    case "addrOf":
      return `&${expr.raw ? "raw " : ""}${expr.mutable ? "mut " : ""}${show(expr.expr)}`;
    case "cast":
      return `(${show(expr.expr)} as ${showTy(program, expr.ty)})`;
    case "struct": {
      const fields = expr.fields.map((field) => `${field.name}: ${show(field.value)}`);
      const base = expr.base === undefined ? [] : [`..${show(expr.base)}`];
      return `${showPath(program, body, expr.path)} { ${[...fields, ...base].join(", ")} }`;
    }
    case "block": {
      const label = expr.label === undefined ? "" : `'${expr.label}: `;
      return `${label}${expr.unsafe ? "unsafe " : ""}${expr.const ? "const " : ""}${showBlock(program, body, expr.block)}`;
    }
    case "let":
      return `let ${showPat(program, body, expr.pat)} = ${show(expr.init)}`;
    case "if":
      return `if ${show(expr.condition)} ${show(expr.then)}${expr.else === undefined ? "" : ` else ${show(expr.else)}`}`;
    case "loop":
      return `'${expr.label}: loop ${showBlock(program, body, expr.body)}`;
    case "match": {
      const arms = expr.arms.map((arm) => {
        const guard = arm.guard === undefined ? "" : ` if ${show(arm.guard)}`;
        return `${showPat(program, body, arm.pat)}${guard} => ${show(arm.body)}`;
      });
      return `match ${show(expr.scrutinee)} { ${arms.join(", ")} }`;
    }
    case "closure": {
      const params = expr.params.map(
        (param) =>
          showPat(program, body, param.pat) +
          (param.ty === undefined ? "" : `: ${showTy(program, param.ty)}`),
      );
      return `closure${expr.index}${expr.move ? " move" : ""} |${params.join(", ")}| ${show(expr.body)}`;
    }
    case "break":
      return `break${expr.label === undefined ? "" : ` '${expr.label}`}${expr.value === undefined ? "" : ` ${show(expr.value)}`}`;
    case "continue":
      return `continue${expr.label === undefined ? "" : ` '${expr.label}`}`;
    case "return":
      return `return${expr.value === undefined ? "" : ` ${show(expr.value)}`}`;
    case "dropTemps":
      return show(expr.expr);
    case "formatArgs":
      return `format_args(${JSON.stringify(expr.pieces.map(showPiece).join(""))}${expr.args.map((arg) => `, ${show(arg)}`).join("")})`;
    case "unsupported":
      return `<unsupported ${expr.what}>`;
    case "error":
      return "<error>";
  }
}

function showPiece(piece: FormatPiece): string {
  if (piece.kind === "text") return piece.text;
  const count = (value: typeof piece.width): string =>
    value === undefined ? "" : value.kind === "literal" ? String(value.value) : `${value.arg}$`;
  const width = count(piece.width);
  const precision = piece.precision === undefined ? "" : `.${count(piece.precision)}`;
  const flags = (piece.alternate ? "#" : "") + (piece.zeroPad ? "0" : "");
  const spec = `${flags}${width}${precision}${piece.trait === "Display" ? "" : piece.trait}`;
  return `{${piece.arg}${spec === "" ? "" : `:${spec}`}}`;
}

function showLit(lit: Lit): string {
  switch (lit.kind) {
    case "int":
    case "float":
      return lit.digits + lit.suffix;
    case "byteStr":
    case "cStr":
      return `b${JSON.stringify(String.fromCharCode(...lit.value))}`;
    case "byte":
      return `b${lit.value}`;
    case "str":
      return JSON.stringify(lit.value);
    case "char":
      return `'${lit.value}'`;
    case "bool":
      return String(lit.value);
  }
}

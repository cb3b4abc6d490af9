// A generic body made concrete: parameters replaced, projections and `impl Trait` resolved, drops that do nothing removed.
//
// Nested constants get a key of their own, so that the machine evaluates each once per instance.

import { substitute, substituteArgs } from "../../ty/fold.ts";
import type { Const, GenericArgs, Ty } from "../../ty/ty.ts";
import { isTy } from "../../ty/fold.ts";
import type { MirContext } from "../context.ts";
import { runForm } from "../elaborate.ts";
import type {
  Aggregate,
  AssertMessage,
  BasicBlock,
  Body,
  Constant,
  LocalDecl,
  Operand,
  Place,
  Projection,
  Rvalue,
  Statement,
  Terminator,
} from "../mir.ts";
import { NO_BOUNDS, revealTy } from "../normalize.ts";
import { pruneBlocks } from "../prune.ts";
import { simplifyBlocks } from "../simplify.ts";
import { typeNeedsDrop } from "../traits.ts";
import { placeTyOf } from "../placeTys.ts";

interface Substitution {
  readonly cx: MirContext;
  readonly args: GenericArgs;
  readonly key: string;
  readonly tys: Map<Ty, Ty>;
  nested: number;
}

/** `body` is in run form. */
export function instantiateBody(cx: MirContext, body: Body, args: GenericArgs, key: string): Body {
  const s: Substitution = { cx, args, key, tys: new Map(), nested: 0 };
  const locals = body.locals.map((decl): LocalDecl => ({ ...decl, ty: tyOf(s, decl.ty) }));
  const blocks = body.blocks.map((block): BasicBlock => ({
    ...block,
    statements: block.statements.map((statement) => statementOf(s, statement)),
    terminator: withoutEmptyDrop(s, locals, terminatorOf(s, block.terminator)),
  }));
  const variables = body.variables.map((variable) => ({
    ...variable,
    place: placeOf(s, variable.place),
  }));
  return simplifyBlocks(pruneBlocks({ ...body, locals, blocks, variables }));
}

function tyOf(s: Substitution, ty: Ty): Ty {
  const known = s.tys.get(ty);
  if (known) return known;
  const result = revealTy(s.cx, substitute(s.cx.ty.tcx, ty, s.args));
  s.tys.set(ty, result);
  return result;
}

function argsOf(s: Substitution, args: GenericArgs): GenericArgs {
  const substituted = substituteArgs(s.cx.ty.tcx, args, s.args);
  return s.cx.ty.tcx.args(substituted.map((arg) => (isTy(arg) ? revealTy(s.cx, arg) : arg)));
}

function constOf(s: Substitution, value: Const): Const {
  if (value.const !== "param") return value;
  const arg = s.args[value.index];
  return arg?.kind === "constant" ? arg : value;
}

function placeOf(s: Substitution, place: Place): Place {
  if (place.projections.length === 0) return place;
  return {
    local: place.local,
    projections: place.projections.map((projection) => projectionOf(s, projection)),
  };
}

function projectionOf(s: Substitution, projection: Projection): Projection {
  return projection.kind === "field" ? { ...projection, ty: tyOf(s, projection.ty) } : projection;
}

function operandOf(s: Substitution, operand: Operand): Operand {
  if (operand.kind !== "constant") return { kind: operand.kind, place: placeOf(s, operand.place) };
  return {
    ...operand,
    constant: constantOf(s, operand.constant, operand.ty),
    ty: tyOf(s, operand.ty),
  };
}

function constantOf(s: Substitution, constant: Constant, ty: Ty): Constant {
  switch (constant.kind) {
    case "const":
      return { ...constant, args: argsOf(s, constant.args) };
    case "constParam": {
      const arg = s.args[constant.index];
      return arg?.kind === "constant" ? literalOf(arg, ty) : constant;
    }
    case "nested":
    case "promoted": {
      const key = `${s.key}#${s.nested++}`;
      return {
        ...constant,
        body: instantiateBody(s.cx, runForm(s.cx, constant.body), s.args, key),
        args: [],
        key,
      };
    }
    default:
      return constant;
  }
}

function literalOf(value: Const, ty: Ty): Constant {
  if (value.const !== "value") return { kind: "zst" };
  if (typeof value.value === "boolean") return { kind: "bool", value: value.value };
  if (typeof value.value === "string") return { kind: "str", value: value.value };
  return ty.kind === "char"
    ? { kind: "char", value: Number(value.value) }
    : { kind: "int", value: value.value };
}

function rvalueOf(s: Substitution, rvalue: Rvalue): Rvalue {
  switch (rvalue.kind) {
    case "use":
      return { kind: "use", operand: operandOf(s, rvalue.operand) };
    case "repeat":
      return {
        kind: "repeat",
        operand: operandOf(s, rvalue.operand),
        count: constOf(s, rvalue.count),
      };
    case "ref":
    case "rawPtr":
    case "len":
    case "discriminant":
      return { ...rvalue, place: placeOf(s, rvalue.place) };
    case "cast":
      return {
        ...rvalue,
        operand: operandOf(s, rvalue.operand),
        from: tyOf(s, rvalue.from),
        ty: tyOf(s, rvalue.ty),
      };
    case "binary":
    case "checkedBinary":
      return {
        ...rvalue,
        left: operandOf(s, rvalue.left),
        right: operandOf(s, rvalue.right),
        ty: tyOf(s, rvalue.ty),
      };
    case "unary":
      return { ...rvalue, operand: operandOf(s, rvalue.operand), ty: tyOf(s, rvalue.ty) };
    case "aggregate":
      return {
        kind: "aggregate",
        aggregate: aggregateOf(s, rvalue.aggregate),
        operands: rvalue.operands.map((operand) => operandOf(s, operand)),
      };
  }
}

function aggregateOf(s: Substitution, aggregate: Aggregate): Aggregate {
  switch (aggregate.kind) {
    case "tuple":
      return aggregate;
    case "array":
      return { kind: "array", ty: tyOf(s, aggregate.ty) };
    case "adt":
    case "closure":
      return { ...aggregate, args: argsOf(s, aggregate.args) };
  }
}

function statementOf(s: Substitution, statement: Statement): Statement {
  switch (statement.kind) {
    case "assign":
      return {
        ...statement,
        place: placeOf(s, statement.place),
        value: rvalueOf(s, statement.value),
      };
    case "setDiscriminant":
    case "fakeRead":
      return { ...statement, place: placeOf(s, statement.place) };
    default:
      return statement;
  }
}

function terminatorOf(s: Substitution, terminator: Terminator): Terminator {
  switch (terminator.kind) {
    case "switch":
      return { ...terminator, operand: operandOf(s, terminator.operand) };
    case "drop":
      return { ...terminator, place: placeOf(s, terminator.place) };
    case "call":
      return {
        ...terminator,
        func: operandOf(s, terminator.func),
        args: terminator.args.map((arg) => operandOf(s, arg)),
        destination: placeOf(s, terminator.destination),
      };
    case "assert":
      return {
        ...terminator,
        condition: operandOf(s, terminator.condition),
        message: messageOf(s, terminator.message),
      };
    default:
      return terminator;
  }
}

function messageOf(s: Substitution, message: AssertMessage): AssertMessage {
  switch (message.kind) {
    case "overflow":
      return { ...message, left: operandOf(s, message.left), right: operandOf(s, message.right) };
    case "boundsCheck":
      return {
        ...message,
        length: operandOf(s, message.length),
        index: operandOf(s, message.index),
      };
    default:
      return { ...message, operand: operandOf(s, message.operand) };
  }
}

function withoutEmptyDrop(
  s: Substitution,
  locals: readonly LocalDecl[],
  terminator: Terminator,
): Terminator {
  if (terminator.kind !== "drop") return terminator;
  if (typeNeedsDrop(s.cx, NO_BOUNDS, placeTyOf(s.cx, locals, terminator.place))) return terminator;
  return { kind: "goto", target: terminator.target, span: terminator.span };
}

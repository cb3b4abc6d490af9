// MIR building: the entry. One body from HIR and type-check results, in the form that the analyses read.
//
// Follows `rustc_mir_build::builder::build_mir`: THIR, then blocks with scopes and drops; afterwards blocks that nothing
// reaches are removed. Drops are still unconditional here (`drops/elaborate.ts` makes them exact), false edges are present.

import type { Span } from "../base/span.ts";
import type { TypeckResults } from "../ty/typeck.ts";
import { findClosure } from "./thir/findClosure.ts";
import { makeThirCx, mirrorBody, mirrorClosureBody } from "./thir/bodies.ts";
import { mirrorExpr } from "./thir/exprs.ts";
import type { ThirBody } from "./thir/thir.ts";
import type { Breakable, Builder } from "./build/builder.ts";
import { RETURN_PLACE, goto, newBlock, newLocal, placeOf, terminateAt } from "./build/builder.ts";
import { thenElseBreak } from "./build/conditions.ts";
import { exprIntoDest } from "./build/exprInto.ts";
import { localBuilder } from "./build/exprPlace.ts";
import { declareBindings, placeIntoPattern } from "./build/match/bind.ts";
import { inScope, scheduleDrop } from "./build/scopes.ts";
import { variableInfos } from "./build/variables.ts";
import { homeOf, ownerKey } from "./context.ts";
import type { MirContext } from "./context.ts";
import type { BasicBlock, BlockId, Body, BodyOwner, Local, LocalDecl } from "./mir.ts";
import { pruneBlocks } from "./prune.ts";

/** The generic body of a function, closure, constant or static; undefined when it has none. */
export function buildMir(given: MirContext, owner: BodyOwner): Body | undefined {
  const cx = homeOf(given, owner.def);
  const key = ownerKey(owner);
  const known = cx.bodies.get(key);
  if (known) return known;
  if (!cx.ty.program.body(owner.def)) return undefined;
  const results = cx.ty.typeck(owner.def);
  const nested = (thir: ThirBody): Body => buildFromThir(cx, thir, results, nested);
  const tcx = makeThirCx(cx, results, owner, nested, mirrorExpr);
  const closure =
    owner.closure === undefined ? undefined : findClosure(results.body, owner.closure);
  if (owner.closure !== undefined && !closure) return undefined;
  const body = buildFromThir(
    cx,
    closure ? mirrorClosureBody(tcx, closure) : mirrorBody(tcx),
    results,
    nested,
  );
  cx.bodies.set(key, body);
  return body;
}

function buildFromThir(
  cx: MirContext,
  thir: ThirBody,
  results: TypeckResults,
  buildNested: (thir: ThirBody) => Body,
): Body {
  const b = makeBuilder(cx, thir, results, buildNested);
  inBreakable(b, () => {
    inScope(b, thir.callSite, () => {
      inScope(b, thir.arguments, () => argumentsAndBody(b));
    });
  });
  terminateAt(b, b.block, { kind: "return" }, endOf(thir.span));
  return finish(b);
}

function makeBuilder(
  cx: MirContext,
  thir: ThirBody,
  results: TypeckResults,
  buildNested: (thir: ThirBody) => Body,
): Builder {
  const returned: LocalDecl = {
    ty: thir.returnTy,
    mutable: true,
    name: undefined,
    span: thir.span,
    kind: "return",
    synthetic: true,
  };
  const b: Builder = {
    cx,
    thir,
    results,
    env: cx.ty.paramEnv(thir.owner.def),
    locals: [returned],
    blocks: [],
    block: 0 as BlockId,
    scopes: [],
    breakables: [],
    ifThen: undefined,
    vars: new Map(),
    guards: [],
    resumeBlock: undefined,
    buildNested,
    into: exprIntoDest,
    thenElseBreak,
  };
  newBlock(b);
  return b;
}

/** The function itself is what `return` breaks out of. */
function inBreakable(b: Builder, build: () => void): void {
  const fn: Breakable = {
    label: undefined,
    depth: 0,
    destination: RETURN_PLACE,
    continueBlock: undefined,
    breakBlock: undefined,
  };
  b.breakables.push(fn);
  build();
  b.breakables.pop();
  if (fn.breakBlock === undefined) return;
  goto(b, fn.breakBlock, endOf(b.thir.span));
  b.block = fn.breakBlock;
}

/** Parameters are dropped after the variables of the body, in reverse order, each with what its pattern binds. */
function argumentsAndBody(b: Builder): void {
  const { thir } = b;
  const locals = thir.params.map((param): Local => {
    const base = {
      ty: param.ty,
      mutable: true,
      name: undefined,
      span: param.span,
      kind: "arg",
      synthetic: true,
    } as const;
    return newLocal(b, base);
  });
  for (const [index, param] of thir.params.entries()) {
    const local = locals[index] as Local;
    scheduleDrop(b, thir.arguments, local, "value");
    const { pat } = param;
    if (!pat) continue;
    if (pat.kind === "binding" && pat.mode.kind === "move" && !pat.sub) {
      const decl = b.results.body.locals[pat.local];
      b.locals[local] = {
        ...(b.locals[local] as LocalDecl),
        mutable: decl?.mutable ?? false,
        name: decl?.name,
        span: pat.span,
        synthetic: decl?.synthetic ?? false,
        binding: pat.mode,
      };
      b.vars.set(pat.local, { local, guard: undefined });
      continue;
    }
    declareBindings(b, pat, { place: placeOf(local), span: pat.span });
    placeIntoPattern(b, pat, localBuilder(local), pat.span);
  }
  exprIntoDest(b, RETURN_PLACE, thir.value);
}

function finish(b: Builder): Body {
  for (const data of b.blocks) data.terminator ??= { kind: "unreachable", span: b.thir.span };
  const body: Body = {
    owner: b.thir.owner,
    argCount: b.thir.params.length,
    locals: b.locals,
    blocks: b.blocks as readonly BasicBlock[],
    variables: variableInfos(b),
    span: b.thir.span,
    endSpan: endOf(b.thir.span),
    ...(b.thir.owner.closure !== undefined && !b.thir.constant ? { untuple: true } : {}),
    ...(b.thir.constant ? { constant: true } : {}),
    ...(b.results.tainted ? { tainted: true } : {}),
  };
  return pruneBlocks(body);
}

function endOf(span: Span): Span {
  return { start: Math.max(span.start, span.end - 1), end: span.end };
}

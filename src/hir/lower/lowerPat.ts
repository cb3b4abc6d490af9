// Patterns: which identifiers bind and which name constants, and the rules for names bound twice or not everywhere.

import type { Expr, FieldPat, Ident, Pat } from "../../syntax/ast.ts";
import { isStdSpan } from "../../base/span.ts";
import { isEnabled } from "../attrs.ts";
import type { BodyContext, PatBinder } from "./bodyContext.ts";
import { localKey, lookupLocal, makePat, newLocal, withFrame } from "./bodyContext.ts";
import { nodeOf, reportError } from "../crate.ts";
import { describeRes } from "../names/describe.ts";
import type { HirExpr, HirPat, HirQPath, LocalId } from "../hir.ts";
import { collectMacroPlace } from "./lateMacros.ts";
import { lowerPath } from "./lowerPaths.ts";
import { isExpected, lookupScope } from "../names/names.ts";

export function newBinder(noun: PatBinder["noun"]): PatBinder {
  return {
    names: new Map(),
    stack: [{ kind: "product", names: new Set() }],
    parameters: undefined,
    noun,
  };
}

export function lowerPat(cx: BodyContext, pat: Pat, binder: PatBinder): HirPat {
  switch (pat.kind) {
    case "wild":
    case "rest":
      return makePat(cx, pat, { kind: "wild" });
    case "paren":
      return lowerPat(cx, pat.pat, binder);
    case "ident":
      return lowerIdent(cx, pat, binder);
    case "path":
      return makePat(cx, pat, { kind: "path", path: lowerPath(cx, pat.qself, pat.path, "pat") });
    case "tupleStruct": {
      const path = lowerPath({ ...cx, around: cx.span(pat) }, pat.qself, pat.path, "tupleStruct");
      const { pats, rest } = lowerTuple(cx, pat.pats, binder);
      return makePat(cx, pat, { kind: "tupleStruct", path, pats, rest });
    }
    case "struct":
      return lowerStruct(cx, pat, binder);
    case "tuple": {
      const { pats, rest } = lowerTuple(cx, pat.pats, binder);
      return makePat(cx, pat, { kind: "tuple", pats, rest });
    }
    case "slice":
      return lowerSlice(cx, pat, binder);
    case "ref":
      return makePat(cx, pat, {
        kind: "ref",
        mutable: pat.mutable,
        pat: lowerPat(cx, pat.pat, binder),
      });
    case "box":
      lowerPat(cx, pat.pat, binder);
      return makePat(cx, pat, { kind: "error" });
    case "or":
      return lowerOr(cx, pat, binder);
    case "lit":
      return makePat(cx, pat, { kind: "lit", value: cx.lower.expr(cx, pat.value) });
    case "range":
      return lowerRange(cx, pat);
    case "macro":
      return lowerMacro(cx, pat, binder);
    case "error":
      return makePat(cx, pat, { kind: "error" });
  }
}

// ---- identifiers

function lowerIdent(cx: BodyContext, pat: Pat & { kind: "ident" }, binder: PatBinder): HirPat {
  const constant = asConstant(cx, pat, binder);
  if (constant !== undefined) return makePat(cx, pat, { kind: "path", path: constant });
  const local = bind(cx, pat.name, pat.mutable, pat.byRef, binder);
  const sub = pat.sub === undefined ? {} : { sub: lowerPat(cx, pat.sub, binder) };
  return makePat(cx, pat, {
    kind: "binding",
    local,
    byRef: pat.byRef,
    mutable: pat.mutable,
    ...sub,
  });
}

/** A plain name that is a constant, a unit struct or a unit variant (`try_resolve_as_non_binding`). */
function asConstant(
  cx: BodyContext,
  pat: Pat & { kind: "ident" },
  binder: PatBinder,
): HirQPath | undefined {
  const { name } = pat;
  // A local of that name hides the constant: the new one hides it in turn.
  if (lookupLocal(cx, name)?.kind === "local") return undefined;
  const found = lookupScope(cx, name, "values");
  const path = {
    start: name.start,
    end: name.end,
    global: false,
    segments: [{ start: name.start, end: name.end, ident: name }],
  };
  if (found.kind !== "found") {
    const unsure =
      found.kind === "none" && (!found.certain || cx.doubt.uncertain) && /^\p{Lu}/u.test(name.name);
    return unsure && isPlain(pat) ? lowerPath(cx, undefined, path, "pat") : undefined;
  }
  const { res } = found.binding;
  const isStatic = res.kind === "def" && describeRes(cx.crate, res) === "static";
  if (isExpected(cx.crate, "pat", res) && !isStatic) {
    if (res.kind === "error" && res.certain) return undefined;
    return isPlain(pat) ? lowerPath(cx, undefined, path, "pat") : undefined;
  }
  if (isStatic || res.kind === "ctor") {
    const noun = describeRes(cx.crate, res);
    const plural = noun === "static" ? "statics" : `${noun}s`;
    const what =
      binder.noun === "function parameter" ? "function parameters" : `${binder.noun} bindings`;
    reportError(cx.crate, {
      code: "E0530",
      message: `${what} cannot shadow ${plural}`,
      span: cx.span(name),
      owner: cx.owner,
    });
  }
  return undefined;
}

function isPlain(pat: Pat & { kind: "ident" }): boolean {
  return !pat.byRef && !pat.mutable && pat.sub === undefined;
}

/** Binds a name, or finds the local that another alternative of an or-pattern made for it. */
function bind(
  cx: BodyContext,
  ident: Ident,
  mutable: boolean,
  byRef: boolean,
  binder: PatBinder,
): LocalId {
  const key = localKey(ident);
  const span = cx.span(ident);
  const inProduct = binder.stack.some((scope) => scope.kind === "product" && scope.names.has(key));
  const inOr = binder.stack.some((scope) => scope.kind === "or" && scope.names.has(key));
  if (inProduct) {
    const message = `identifier \`${ident.name}\` is bound more than once in the same pattern`;
    reportError(cx.crate, { code: "E0416", message, span, owner: cx.owner });
  } else if (binder.parameters?.has(key) === true && !inOr) {
    const message = `identifier \`${ident.name}\` is bound more than once in this parameter list`;
    reportError(cx.crate, { code: "E0415", message, span, owner: cx.owner });
  }
  binder.stack[binder.stack.length - 1]?.names.add(key);
  binder.parameters?.add(key);
  const known = inOr ? binder.names.get(key) : undefined;
  if (known !== undefined) {
    if (cx.state.locals[known]?.byRef !== byRef) reportMixedModes(cx, ident);
    return known;
  }
  const derived = nodeOf(cx.crate, cx.owner).derived !== undefined;
  const fromStd = cx.crate.std !== undefined && isStdSpan({ start: ident.start, end: ident.end });
  const synthetic = derived || fromStd;
  const local = newLocal(cx, { name: ident.name, span, mutable, byRef, synthetic });
  binder.names.set(key, local);
  return local;
}

function reportMixedModes(cx: BodyContext, ident: Ident): void {
  const message = `variable \`${ident.name}\` is bound inconsistently across alternatives separated by \`|\``;
  reportError(cx.crate, { code: "E0409", message, span: cx.span(ident), owner: cx.owner });
}

// ---- compound patterns

function lowerTuple(
  cx: BodyContext,
  pats: readonly Pat[],
  binder: PatBinder,
): { pats: HirPat[]; rest: number | undefined } {
  const out: HirPat[] = [];
  let rest: number | undefined;
  for (const pat of pats) {
    if (pat.kind === "rest" && rest === undefined) rest = out.length;
    else out.push(lowerPat(cx, pat, binder));
  }
  return { pats: out, rest };
}

function lowerStruct(cx: BodyContext, pat: Pat & { kind: "struct" }, binder: PatBinder): HirPat {
  const path = lowerPath(cx, pat.qself, pat.path, "struct");
  const test = cx.crate.options.test === true;
  const fields = pat.fields
    .filter((field) => isEnabled(field.attrs, { test }))
    .map((field: FieldPat) => ({
      name: field.name.name,
      span: cx.span(field.name),
      pat: lowerPat(cx, field.pat, binder),
    }));
  return makePat(cx, pat, { kind: "struct", path, fields, rest: pat.rest });
}

function lowerSlice(cx: BodyContext, pat: Pat & { kind: "slice" }, binder: PatBinder): HirPat {
  const at = pat.pats.findIndex(
    (one) => one.kind === "rest" || (one.kind === "ident" && one.sub?.kind === "rest"),
  );
  if (at < 0) {
    const before = pat.pats.map((one) => lowerPat(cx, one, binder));
    return makePat(cx, pat, { kind: "slice", before, hasRest: false, after: [] });
  }
  const before = pat.pats.slice(0, at).map((one) => lowerPat(cx, one, binder));
  const rest = pat.pats[at] as Pat;
  const middle = rest.kind === "ident" ? { middle: lowerIdent(cx, withoutSub(rest), binder) } : {};
  const after = pat.pats.slice(at + 1).map((one) => lowerPat(cx, one, binder));
  return makePat(cx, pat, { kind: "slice", before, ...middle, hasRest: true, after });
}

/** `x @ ..` binds the middle of the slice. */
function withoutSub(pat: Pat & { kind: "ident" }): Pat & { kind: "ident" } {
  const { sub: _, ...rest } = pat;
  return rest;
}

function lowerOr(cx: BodyContext, pat: Pat & { kind: "or" }, binder: PatBinder): HirPat {
  const seen: Set<string> = new Set();
  binder.stack.push({ kind: "or", names: seen });
  const alternatives: { pat: Pat; names: Set<string> }[] = [];
  const pats = pat.pats.map((one) => {
    const names = new Set<string>();
    binder.stack.push({ kind: "product", names });
    const lowered = lowerPat(cx, one, binder);
    binder.stack.pop();
    for (const name of names) seen.add(name);
    alternatives.push({ pat: one, names });
    return lowered;
  });
  binder.stack.pop();
  const above = binder.stack[binder.stack.length - 1];
  for (const name of seen) above?.names.add(name);
  checkAlternatives(cx, binder, seen, alternatives);
  return makePat(cx, pat, { kind: "or", pats });
}

function checkAlternatives(
  cx: BodyContext,
  binder: PatBinder,
  all: ReadonlySet<string>,
  alternatives: readonly { readonly pat: Pat; readonly names: ReadonlySet<string> }[],
): void {
  for (const key of all) {
    const missing = alternatives.find((one) => !one.names.has(key));
    if (missing === undefined) continue;
    const local = binder.names.get(key);
    const made = local === undefined ? undefined : cx.state.locals[local];
    const name = key.split("#")[0] ?? key;
    reportError(cx.crate, {
      code: "E0408",
      message: `variable \`${name}\` is not bound in all patterns`,
      span: cx.span(missing.pat),
      owner: cx.owner,
      related:
        made === undefined ? [] : [{ span: made.span, message: "variable not in all patterns" }],
    });
  }
}

function lowerRange(cx: BodyContext, pat: Pat & { kind: "range" }): HirPat {
  const end = (expr: Expr | undefined): HirExpr | undefined =>
    expr === undefined ? undefined : cx.lower.expr(cx, expr);
  const from = end(pat.from);
  const to = end(pat.to);
  return makePat(cx, pat, {
    kind: "range",
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    inclusive: pat.limits !== "..",
  });
}

function lowerMacro(cx: BodyContext, pat: Pat & { kind: "macro" }, binder: PatBinder): HirPat {
  const result = collectMacroPlace(cx, pat.call, "pat");
  if (result?.kind !== "pat" || result.pat === undefined) {
    return makePat(cx, pat, { kind: "error" });
  }
  return lowerPat(withFrame(cx, result.frame), result.pat, binder);
}

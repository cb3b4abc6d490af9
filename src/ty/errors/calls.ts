// Wrong calls: E0061 and E0057 (number of arguments), E0618 (not a function), E0593 (closure's parameters).

import { pathText } from "./describe.ts";
import { isUnknown, report, resolveSoFar, taint } from "../check/fnCtxt.ts";
import { blameCall } from "./blame.ts";
import { mismatchLabel } from "./mismatch.ts";
import type { ArgumentSite, WrongArgument } from "../check/calls/arguments.ts";
import { reportNeedsType } from "./needsType.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { HirClosure, HirExpr } from "../../hir/hir.ts";
import type { Obligation } from "../traits/solverCx.ts";
import type { FnSig, Ty } from "../ty.ts";

export function reportArgumentCount(
  fcx: FnCtxt,
  site: ArgumentSite,
  sig: FnSig,
  args: readonly HirExpr[],
): void {
  taint(fcx, site.span);
  const expected = `${sig.inputs.length} argument${sig.inputs.length === 1 ? "" : "s"}`;
  const supplied = `${args.length} argument${args.length === 1 ? " was" : "s were"} supplied`;
  const atLeast = sig.variadic ? "at least " : "";
  const closure = site.kind === "closure" || site.kind === "pointer";
  report(fcx, {
    code: site.kind === "closure" ? "E0057" : "E0061",
    message: `this ${closure && site.kind === "closure" ? "function" : what(fcx, site)} takes ${atLeast}${expected} but ${supplied}`,
    span: site.span,
  });
}

export function reportSeveralArguments(
  fcx: FnCtxt,
  site: ArgumentSite,
  wrong: readonly WrongArgument[],
): void {
  taint(fcx, site.span);
  if (wrong.some(({ expected, found }) => isUnknown(expected, found))) return;
  report(fcx, {
    code: "E0308",
    message: `arguments to this ${site.kind === "closure" ? "function" : what(fcx, site)} are incorrect`,
    span: site.span,
    related: wrong.map(({ arg, expected, found }) => ({
      span: arg.span,
      message: mismatchLabel(fcx, expected, found),
    })),
  });
}

function what(fcx: FnCtxt, site: ArgumentSite): string {
  const def = site.def === undefined ? undefined : fcx.cx.def(site.def);
  if (def?.kind === "variant") return "enum variant";
  if (def?.kind === "struct") return "struct";
  if (def?.kind === "fn" && def.sig.hasSelf && site.kind === "method") return "method";
  return "function";
}

export function reportNotCallable(fcx: FnCtxt, expr: HirExpr & { kind: "call" }, callee: Ty): void {
  const ty = resolveSoFar(fcx, callee);
  if (isUnknown(ty)) return;
  if (ty.kind === "infer" && ty.class === "general") {
    reportNeedsType(fcx, expr.callee.span, ty);
    return;
  }
  report(fcx, {
    code: "E0618",
    message: `expected function, found ${unitName(fcx, expr) ?? `\`${fcx.cx.showInFull(ty)}\``}`,
    span: expr.callee.span,
  });
}

/** A unit struct or variant is told by its name, where nothing is given to it. */
function unitName(fcx: FnCtxt, { callee, args }: HirExpr & { kind: "call" }): string | undefined {
  const resolved = callee.kind === "path" ? fcx.tables.resolutions.get(callee.id) : undefined;
  if (resolved === undefined || callee.kind !== "path" || args.length > 0) return undefined;
  const { kind } = fcx.cx.def(resolved.def);
  if (kind === "variant") return `enum variant \`${pathText(callee.path)}\``;
  return kind === "struct" ? `struct \`${pathText(callee.path)}\`` : undefined;
}

/** `cause`: the bound that tells how many are expected; without one the closure itself is blamed. */
export function reportClosureArity(
  fcx: FnCtxt,
  expr: HirExpr & HirClosure,
  expected: number,
  cause: Obligation | undefined,
): void {
  const count = (n: number) => `${n} argument${n === 1 ? "" : "s"}`;
  report(fcx, {
    code: "E0593",
    message: `closure is expected to take ${count(expected)}, but it takes ${count(expr.params.length)}`,
    span: cause ? blameCall(fcx, cause) : expr.headSpan,
    label: `expected closure that takes ${count(expected)}`,
    related: [{ span: expr.headSpan, message: `takes ${count(expr.params.length)}` }],
  });
}

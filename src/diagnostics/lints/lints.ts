// The lints of a text at their levels. Those that read the source come only where nothing is wrong (`misc_checking_3`);
// those that read MIR come for every body that is right by itself (`mir_drops_elaborated_and_const_checked`).

import { isStdSpan } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { visitBody } from "../../hir/visit.ts";
import { buildMir } from "../../mir/build.ts";
import type { MirContext } from "../../mir/context.ts";
import type { SourceFile } from "../../syntax/ast.ts";
import { invalidOrdering } from "./atomicOrdering.ts";
import { knownPanics } from "./knownPanics.ts";
import { letUnderscoreLock } from "./letUnderscoreLock.ts";
import { lintLevels } from "./levels.ts";
import type { LintFinding } from "./lint.ts";
import { overflowingLiteral } from "./overflowingLiterals.ts";
import { staticMutBinding, staticMutRefs } from "./staticMutRefs.ts";

/** What the lints find in one body. */
export interface BodyLints {
  readonly inSource: readonly LintFinding[];
  readonly inMir: readonly LintFinding[];
}

export function lintsOf(mir: MirContext, owner: DefId): BodyLints {
  return { inSource: inSource(mir, owner), inMir: inMir(mir, owner) };
}

/** What is denied, by default or because the text says so. */
export function lintErrors(
  mir: MirContext,
  syntax: SourceFile,
  bodies: readonly BodyLints[],
  rejected: boolean,
): readonly LintFinding[] {
  const found = bodies
    .flatMap((body) => [...(rejected ? [] : body.inSource), ...body.inMir])
    .filter(({ span }) => !isStdSpan(span));
  if (found.length === 0) return found;
  const levels = lintLevels(syntax, mir.ty.edition);
  return found.filter(({ lint, span }) => levels.at(lint, span) === "deny");
}

function inSource(mir: MirContext, owner: DefId): readonly LintFinding[] {
  const cx = mir.ty;
  const body = cx.program.body(owner);
  if (body === undefined) return [];
  const results = cx.typeck(owner);
  const found: LintFinding[] = [];
  const negated = new Map<HirExpr, HirExpr>();
  visitBody(body, {
    constBodies: false,
    let(statement) {
      found.push(...letUnderscoreLock(cx, results, statement), ...staticMutBinding(cx, statement));
    },
    expr(expr) {
      if (expr.kind === "unary" && expr.op === "-") negated.set(expr.expr, expr);
      found.push(
        ...staticMutRefs(cx, results, expr),
        ...invalidOrdering(cx, results, expr),
        ...overflowingLiteral(results, expr, negated.get(expr)),
      );
    },
  });
  return found;
}

/** Constants and statics are evaluated, which tells more. */
function inMir(mir: MirContext, owner: DefId): readonly LintFinding[] {
  if (mir.ty.def(owner).kind !== "fn" || !isRight(mir, owner)) return [];
  const found: LintFinding[] = [];
  for (let closure = -1; closure < mir.ty.typeck(owner).closures.length; closure++) {
    const body = buildMir(mir, closure < 0 ? { def: owner } : { def: owner, closure });
    if (body !== undefined && body.tainted !== true) found.push(...knownPanics(mir, body));
  }
  return found;
}

function isRight({ ty: cx }: MirContext, owner: DefId): boolean {
  const { tainted, errors } = cx.typeck(owner);
  return (
    !tainted && errors.length === 0 && !cx.program.errors.some((error) => error.owner === owner)
  );
}

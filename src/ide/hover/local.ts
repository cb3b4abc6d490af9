// A variable whose type has to do with concurrency: who owns or shares it here, and whether it may cross into a thread.

import type { Analysis } from "../../driver/contract.ts";
import type { HirClosure, HirExpr, LocalId } from "../../hir/hir.ts";
import { visitBody } from "../../hir/visit.ts";
import { showTy } from "../../ty/show.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Target, TypedBody } from "../locate.ts";
import { crossingLine } from "./crossing.ts";
import { heldLines } from "./guard.ts";
import { code, prose } from "./markdown.ts";
import type { Section } from "./sections.ts";
import { isConcurrent, lineOf, markerOf, marked, peel } from "./subject.ts";
import { typeArg } from "../../ty/fold.ts";

export function local(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind !== "local") return undefined;
  const ty = target.in.results.localTys[target.local];
  if (ty === undefined) return undefined;
  if (ty.hasUnknown) return unknownType(analysis, target.in, target.local);
  if (!isConcurrent(analysis, ty)) return undefined;
  if (markerOf(analysis, ty, "guard") !== undefined) {
    const held = heldLines(analysis, target.in, target.local);
    if (held !== undefined) return held;
  }
  const crossing = crossingLine(analysis, ty, target.in.owner);
  const lines = [sharing(analysis, target.in, target.local, ty), crossing].filter((line) => line !== undefined);
  const actions = [{ title: "Visualize concurrency", action: "visualize" as const, argument: "" }];
  return lines.length === 0 ? undefined : { lines, actions };
}

/** Behind an error a type may not be known: the hover says so and names the error, rather than nothing. */
function unknownType(analysis: Analysis, body: TypedBody, variable: LocalId): Section | undefined {
  const error = analysis.diagnostics().find((one) => one.severity === "error");
  if (error === undefined) return undefined;
  const name = code(body.body.locals[variable]?.name ?? "");
  const line = lineOf(analysis, error.span.start);
  return { lines: [`**The type of ${name} is not known**: line ${line} has an error (${prose(error.message)}).`] };
}

function sharing(analysis: Analysis, body: TypedBody, variable: LocalId, ty: Ty): string | undefined {
  const name = body.body.locals[variable]?.name ?? "";
  const takers = capturesOf(analysis, body, variable);
  const outer = peel(ty);
  const counted = markerOf(analysis, ty, "object");
  if ((counted === "arc" || counted === "rc") && outer.kind === "adt") {
    const inner = code(showTy(analysis.cx, typeArg(outer.args, 0)));
    const lead = `**One of the owners of a shared ${inner}.** A clone of ${code(name)} is another owner of the same value, not a copy of it`;
    return takers === undefined ? `${lead}.` : `${lead}; ${takers}.`;
  }
  const inner = marked(analysis, ty, "object")[0];
  if (inner === undefined) return undefined;
  const what = `**${code(name)} is the only owner** of this ${code(showTy(analysis.cx, inner.ty))}`;
  return takers === undefined ? `${what}.` : `${what}; ${takers}.`;
}

/** Which closure takes the variable, and how. */
function capturesOf(analysis: Analysis, body: TypedBody, variable: LocalId): string | undefined {
  const closures: (HirExpr & HirClosure)[] = [];
  visitBody(body.body, { expr: (expr) => void (expr.kind === "closure" && closures.push(expr)) });
  for (const closure of closures) {
    const info = body.results.closures[closure.index];
    const capture = info?.captures.find((one) => one.place.local === variable);
    if (capture === undefined) continue;
    const where = `the closure of line ${lineOf(analysis, closure.headSpan.start)}`;
    return capture.mode === "value" ? `it moves into ${where}` : `${where} borrows it`;
  }
  return undefined;
}

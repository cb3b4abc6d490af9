// E0594, E0596 behind a shared pointer, and E0277 for what such a pointer may not share: the data gets a lock of its own, and
// each use through the pointer takes it.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import { typedBodies, type TypedBody } from "../facts/typedBody.ts";
import { insideTy, markerOf } from "../hover/subject.ts";
import { bodyAt } from "../locate.ts";
import { insertAt, type Proposal, type TextEdit } from "./fix.ts";
import { importEdit } from "./imports.ts";
import { reasonsAt } from "./threadSafeType.ts";

export function lockInside(analysis: Analysis, diagnostic: Diagnostic): readonly Proposal[] {
  const path = lockPath(analysis);
  const shared = sharedTy(analysis, diagnostic);
  if (path === undefined || shared === undefined) return [];
  const lock = path.slice(path.lastIndexOf("::") + 2);
  const inside = typedBodies(analysis).flatMap((typed) => editsIn(typed, shared, lock));
  if (inside.length === 0) return [];
  const known = new RegExp(`^use [^;]*\\b${lock}\\b`, "m").test(analysis.text);
  const imported = known ? undefined : importEdit(analysis, path);
  const title = FIXES.lockInside(lock, analysis.program.def(shared.def).name);
  return [{ title, edits: [...(imported === undefined ? [] : [imported]), ...inside] }];
}

type Pointer = Ty & { readonly kind: "adt" };

/** The pointer through which something is changed, or that keeps the closure from crossing. */
function sharedTy(analysis: Analysis, { code, span }: Diagnostic): Pointer | undefined {
  const isPointer = (ty: Ty | undefined): ty is Pointer =>
    ty?.kind === "adt" && markerOf(analysis, ty, "shared_pointer") !== undefined;
  if (code === "E0277") {
    const types = reasonsAt(analysis, span).map(({ ty }) => ty);
    const [first] = types.filter(isPointer);
    // `Rc` becomes `Arc` first, and what has a twin for threads is replaced by that.
    const twin = types.some((ty) => markerOf(analysis, ty, "threaded") !== undefined);
    return twin ? undefined : first;
  }
  const typed = bodyAt(analysis, span.start);
  const used = typed
    ?.map()
    .exprs.filter((expr) => span.start <= expr.span.start && expr.span.end <= span.end)
    .map((expr) => typed.results.exprTys[expr.id]);
  return used?.find(isPointer);
}

function editsIn(typed: TypedBody, shared: Pointer, lock: string): readonly TextEdit[] {
  const inner = insideTy(shared);
  const tyOf = (expr: HirExpr) => typed.results.exprTys[expr.id];
  return typed.map().exprs.flatMap((expr): TextEdit[] => {
    if (expr.kind === "call" && tyOf(expr) === shared) {
      const [data, ...more] = expr.args;
      if (data === undefined || more.length > 0 || tyOf(data) !== inner) return [];
      return [insertAt(data.span.start, `${lock}::new(`), insertAt(data.span.end, ")")];
    }
    const pointer = expr.kind === "unary" && expr.op === "*" ? expr.expr : expr;
    if (pointer.kind !== "path" || tyOf(pointer) !== shared) return [];
    const steps = typed.results.adjustments.get(pointer.id) ?? [];
    const derefs = steps.some((step) => step.kind === "deref" && step.overloaded !== undefined);
    return expr !== pointer || derefs ? [insertAt(pointer.span.end, ".lock().unwrap()")] : [];
  });
}

/** Path of the lock that lets one thread in at a time. */
function lockPath({ program }: Analysis): string | undefined {
  const { std } = program;
  const lock = std?.localDefs.find((id) => {
    const { kind } = program.def(id);
    return kind === "struct" && program.marker(id, "object") === "mutex";
  });
  return lock === undefined ? undefined : program.path(lock);
}

// Why a bound holds or fails: from the type asked about, through fields, captures, impls and type arguments, down to
// the type that decides. `Send` and `Sync` are ordinary auto traits here; nothing depends on a name.
//
// The solver is asked again at every step, so that the path is that of the answer.
//
// Not modelled: several independent reasons (the first in declaration order is told).

import { createSolver } from "./traits/solver.ts";
import { makeParamEnv } from "./traits/elaborate.ts";
import { typeArg } from "./fold.ts";
import { traitObligation, isTraitObligation } from "./traits/solverCx.ts";
import type { Span } from "../base/span.ts";
import type { DefId } from "../hir/defs.ts";
import type { BoundAnswer, ParamEnv, TyContext } from "./queries.ts";
import type { Selection, SolverCx, TraitObligation } from "./traits/solverCx.ts";
import type { Ty } from "./ty.ts";
import type { BoundReason, Capture } from "./typeck.ts";

/** Whether `ty: trait` in these bounds, and by what path; `holds` is undefined where something is unknown. */
export function explainBound(
  cx: TyContext,
  ty: Ty,
  trait: DefId,
  env: ParamEnv | undefined,
): BoundAnswer {
  return cx.tcx.withInferenceScope(() => {
    const scx = createSolver(cx, env ?? makeParamEnv(undefined, []));
    const goal = traitObligation(
      { trait, args: cx.tcx.args([ty]) },
      { span: NOWHERE, code: { kind: "misc" } },
      0,
    );
    const truth = ty.hasUnknown ? "maybe" : scx.evaluate(scx, goal);
    return {
      holds: truth === "maybe" ? undefined : truth === "yes",
      reasons: explain(scx, goal, undefined),
    };
  });
}

const NOWHERE: Span = { start: 0, end: 0 };
const LIMIT = 24;

/** The path of reasons; `captures` tells those of closures whose body is being checked. */
export function explain(
  scx: SolverCx,
  goal: TraitObligation,
  captures: ((index: number) => readonly Capture[] | undefined) | undefined,
): BoundReason[] {
  const out: BoundReason[] = [];
  scx.infcx.probe(() => follow({ scx, captures, out }, goal, { kind: "start" }));
  return out;
}

interface ExplainCx {
  readonly scx: SolverCx;
  readonly captures: ((index: number) => readonly Capture[] | undefined) | undefined;
  readonly out: BoundReason[];
}

function follow(ecx: ExplainCx, goal: TraitObligation, via: BoundReason["via"]): void {
  const { scx, out } = ecx;
  const ty = scx.infcx.resolve(typeArg(goal.predicate.ref.args, 0));
  const { trait } = goal.predicate.ref;
  const truth = scx.evaluate(scx, goal);
  const repeated = out.some((link) => link.ty === ty && link.trait === trait);
  if (repeated || out.length >= LIMIT) return;
  out.push({ ty, trait, holds: truth === "yes", via });
  const selection = scx.select(scx, goal);
  if (selection.kind === "no") {
    const leaf = leafReason(ty, selection);
    if (leaf) out.push({ ty, trait, holds: false, via: leaf });
  }
  if (selection.kind === "ok") followNested(ecx, ty, selection, truth === "yes");
}

function leafReason(ty: Ty, selection: Selection & { kind: "no" }): BoundReason["via"] | undefined {
  if (selection.negative) return { kind: "impl", def: selection.negative.def, negative: true };
  if (ty.kind === "dyn") return { kind: "dynWithout" };
  if (ty.kind === "param" || ty.kind === "projection") return { kind: "param" };
  return undefined;
}

/** For a failure the first part that fails; for a success every part that an impl makes depend on another. */
function followNested(
  ecx: ExplainCx,
  ty: Ty,
  selection: Selection & { kind: "ok" },
  holds: boolean,
): void {
  const { scx } = ecx;
  const sized = scx.cx.lang("sized");
  for (const nested of selection.nested) {
    if (!isTraitObligation(nested) || nested.predicate.ref.trait === sized) continue;
    const truth = scx.evaluate(scx, nested);
    const part = scx.infcx.resolve(typeArg(nested.predicate.ref.args, 0));
    if (holds) {
      if (isPlain(part) && selection.source.kind !== "impl") continue;
      follow(ecx, nested, viaOf(ecx, ty, part, selection));
      continue;
    }
    if (truth === "no") return follow(ecx, nested, viaOf(ecx, ty, part, selection));
  }
}

/** Scalars explain nothing, unless an impl asks for them. */
function isPlain(ty: Ty): boolean {
  return ["int", "float", "bool", "char", "str", "never", "fnDef", "fnPtr"].includes(ty.kind);
}

function viaOf(
  ecx: ExplainCx,
  parent: Ty,
  part: Ty,
  selection: Selection & { kind: "ok" },
): BoundReason["via"] {
  const { cx } = ecx.scx;
  if (parent.kind === "ref" || parent.kind === "ptr") return { kind: "referent" };
  if (selection.source.kind === "impl")
    return { kind: "impl", def: selection.source.header.def, negative: false };
  switch (parent.kind) {
    case "closure":
      return captureVia(ecx, parent, part);
    case "adt":
      for (const variant of cx.adt(parent.def).variants) {
        for (const field of variant.fields) {
          if (sameTy(ecx, cx.fieldTy(field.def, parent.args), part))
            return { kind: "field", name: field.name, span: field.span };
        }
      }
      return { kind: "element" };
    default:
      return { kind: "element" };
  }
}

function sameTy(ecx: ExplainCx, declared: Ty, part: Ty): boolean {
  const { scx } = ecx;
  const cause = { span: NOWHERE, code: { kind: "misc" } } as const;
  return scx.infcx.resolve(scx.normalize(scx, declared, cause, 0, [])) === part;
}

function captureVia(
  ecx: ExplainCx,
  parent: Ty & { kind: "closure" },
  part: Ty,
): BoundReason["via"] {
  const { cx, infcx } = ecx.scx;
  const list =
    parent.owner === infcx.owner && ecx.captures
      ? ecx.captures(parent.index)
      : cx.closureInfo(parent.owner, parent.index)?.captures;
  for (const capture of list ?? []) {
    const byRef = capture.mode !== "value";
    const ty = byRef
      ? cx.tcx.ref(cx.tcx.erased, infcx.resolve(capture.ty), capture.mode !== "ref")
      : infcx.resolve(capture.ty);
    if (ty === part) return { kind: "capture", name: capture.name, span: capture.span, byRef };
  }
  return { kind: "element" };
}

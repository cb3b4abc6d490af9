// What our static half says about a text: locals and captures from type checking, drops from MIR in run form.
//
// Left out: drops that only end the identity of a lock or another object of the machine, where rustc drops nothing.

import { isStdSpan, type Span } from "../../src/base/span.ts";
import { lineColumnAt } from "../../src/base/lineIndex.ts";
import type { Analysis } from "../../src/driver/contract.ts";
import type { DefId } from "../../src/hir/defs.ts";
import { elaboratedMir } from "../../src/mir/elaborate.ts";
import type { MirContext } from "../../src/mir/context.ts";
import type { Body, BodyOwner } from "../../src/mir/mir.ts";
import { revealTy } from "../../src/mir/normalize.ts";
import { placeTy } from "../../src/mir/placeTys.ts";
import { typeNeedsDrop } from "../../src/mir/traits.ts";
import type { Ty } from "../../src/ty/ty.ts";
import type { Capture, TypeckResults } from "../../src/ty/typeck.ts";
import type { DropFact, Facts, LocalFact, ClosureFact, Position } from "./facts.ts";
import { plainType } from "./typeText.ts";

const IDENTITY = "std::sync::handle::Handle";

interface Asked {
  readonly analysis: Analysis;
  readonly owner: DefId;
  readonly results: TypeckResults;
}

export function ownFacts(analysis: Analysis): Facts {
  const { program, cx } = analysis;
  const bodies = program.localDefs
    .filter((owner) => program.body(owner) !== undefined)
    .map((owner): Asked => ({ analysis, owner, results: cx.typeck(owner) }));
  return {
    locals: bodies.flatMap(localFacts),
    closures: bodies.flatMap(closureFacts),
    drops: bodies.flatMap(dropFacts),
  };
}

function localFacts(asked: Asked): LocalFact[] {
  return asked.results.body.locals.flatMap((local) => {
    if (local.synthetic || isStdSpan(local.span)) return [];
    const ty = asked.results.localTys[local.id];
    const at = nameSpan(asked, local.span);
    return [{ ...position(asked, at), name: local.name, ty: ty ? typeText(asked, ty) : "?" }];
  });
}

function closureFacts(asked: Asked): ClosureFact[] {
  const { analysis, owner, results } = asked;
  return results.closures.flatMap(({ index, kind, captures }) => {
    const span = analysis.cx.closureSpan(owner, index);
    if (!span || isStdSpan(span)) return [];
    const shown = captures.map((capture) => captureText(asked, capture));
    return [{ ...position(asked, span), kind, captures: shown }];
  });
}

function captureText(asked: Asked, { place, mode, ty }: Capture): string {
  const { analysis, results } = asked;
  const local = results.body.locals[place.local];
  let name = local?.name ?? "?";
  let at = results.localTys[place.local];
  for (const step of place.projections) {
    if (step.kind === "field") {
      const variant =
        at?.kind === "adt" ? analysis.cx.adt(at.def).variants[step.variant] : undefined;
      name += `__${variant?.fields[step.index]?.name ?? step.index}`;
    }
    at = step.ty;
  }
  const how = { value: "value", ref: "ref", mutRef: "mut", uniqueRef: "mut" }[mode];
  return `${name} ${how} ${typeText(asked, ty)}`;
}

function dropFacts(asked: Asked): DropFact[] {
  const { analysis, owner, results } = asked;
  const owners: BodyOwner[] = [
    { def: owner },
    ...results.closures.map(({ index }) => ({ def: owner, closure: index })),
  ];
  return owners.flatMap((one) => {
    const body = elaboratedMir(analysis.mir, one);
    return body ? dropsOf(asked, body) : [];
  });
}

function dropsOf(asked: Asked, body: Body): DropFact[] {
  const { mir } = asked.analysis;
  const real = withoutIdentities(mir);
  return body.blocks.flatMap(({ terminator, cleanup }) => {
    if (terminator.kind !== "drop") return [];
    const { place, span } = terminator;
    const decl = body.locals[place.local];
    const dropped = placeTy(mir, body, place);
    if (!typeNeedsDrop(real, mir.ty.paramEnv(asked.owner), dropped)) return [];
    const ty = typeText(asked, dropped);
    const isBehind = place.projections.some(({ kind }) => kind === "deref");
    const name = decl?.synthetic === false && !isBehind ? (decl.name ?? "") : "";
    return [{ ...position(asked, span), name, ty, unwind: cleanup }];
  });
}

/** The same bodies, in a std whose sync objects have no destructor. */
function withoutIdentities(mir: MirContext): MirContext {
  const { program } = mir.ty;
  const impls = mir.ty.traitImpls(mir.ty.lang("drop") as DefId).all;
  const destructors = impls.flatMap(({ def, ref: { args } }): [DefId, DefId][] => {
    const self = args[0];
    return self?.kind === "adt" && program.path(self.def) !== IDENTITY ? [[self.def, def]] : [];
  });
  return { ...mir, dropImpls: new Map(destructors), needsDrop: new Map() };
}

function typeText({ analysis, owner }: Asked, ty: Ty): string {
  const { cx, mir } = analysis;
  return plainType(cx.show(revealTy(mir, ty, cx.paramEnv(owner))));
}

/** Without the `mut` before a `self`. */
function nameSpan({ analysis }: Asked, span: Span): Span {
  const head = /^mut\s+/.exec(analysis.text.slice(span.start, span.end))?.[0] ?? "";
  return { start: span.start + head.length, end: span.end };
}

function position({ analysis }: Asked, { start, end }: Span): Position {
  if (isStdSpan({ start, end })) return { line: 0, column: 0 };
  const { line, column } = lineColumnAt(analysis.lines, start);
  const head = analysis.text.slice(start - column + 1, start);
  return { line, column: [...head].length + 1 };
}

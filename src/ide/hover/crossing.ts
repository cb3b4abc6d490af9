// `Send` and `Sync` of a type, each with the path of reasons down to the leaf.

import { isStdSpan } from "../../base/span.ts";
import type { Analysis } from "../../driver/contract.ts";
import { REASONS } from "../../explain/hoverSharing.ts";
import { say } from "../../explain/hoverText.ts";
import type { DefId } from "../../hir/defs.ts";
import { explainBound } from "../../ty/autoTraits.ts";
import { walkTy } from "../../ty/fold.ts";
import type { Ty } from "../../ty/ty.ts";
import type { BoundReason } from "../../ty/typeck.ts";
import { code } from "./markdown.ts";
import { tyName } from "./phrases.ts";
import { isObject } from "./subject.ts";

/** A path longer than this tells more about std's insides than about the user's types. */
const MAX_LINKS = 4;

export interface Verdict {
  readonly trait: DefId;
  readonly holds: boolean;
  /** ` ← X is not Send ← …`, or nothing where the type itself decides. */
  readonly path: string;
  /** The leaf's own reason, from its declaration. */
  readonly why: string | undefined;
}

/** `Send` ✓ `Sync` ✗ ← `RefCell<i32>` is not `Sync`: why; undefined when nothing certain can be said. */
export function crossingLine(analysis: Analysis, ty: Ty, owner: DefId | undefined): string | undefined {
  const verdicts = ["send", "sync"].map((lang) => {
    const trait = analysis.program.lang(lang);
    return trait === undefined ? undefined : verdictOf(analysis, ty, trait, owner);
  });
  const [send, sync] = verdicts;
  if (send === undefined || sync === undefined) return undefined;
  const mark = (verdict: Verdict) => `${code(analysis.program.def(verdict.trait).name)} ${verdict.holds ? "✓" : "✗"}`;
  if (send.holds === sync.holds && (send.path === sync.path || send.path === "")) {
    const { path, why } = send.path === "" && send.why === undefined ? sync : send;
    return `${mark(send)} ${mark(sync)}${reasonText(path, why)}`;
  }
  return `${mark(send)}${reasonText(send.path, send.why)} · ${mark(sync)}${reasonText(sync.path, sync.why)}`;
}

/** Whether a type has an auto trait, and why; undefined where something is unknown. */
export function verdictOf(analysis: Analysis, ty: Ty, trait: DefId, owner: DefId | undefined): Verdict | undefined {
  const env = owner === undefined ? undefined : analysis.cx.paramEnv(owner);
  const answer = explainBound(analysis.cx, ty, trait, env);
  if (answer.holds === undefined) return undefined;
  const links = visibleLinks(analysis, answer.reasons);
  return {
    trait,
    holds: answer.holds,
    path: links.map((link) => ` ← ${linkText(analysis, link)}`).join(""),
    why: answer.holds ? undefined : whyNot(analysis, answer.reasons, links.at(-1) ?? answer.reasons[0]),
  };
}

/** The reasons of an answer without the type asked about: for a bound on a closure. */
export function reasonsOf(analysis: Analysis, reasons: readonly BoundReason[]): { readonly path: string; readonly why: string | undefined; readonly first: BoundReason | undefined } {
  const links = visibleLinks(analysis, reasons);
  return {
    first: links[0],
    path: links.slice(1).map((link) => ` ← ${linkText(analysis, link)}`).join(""),
    why: whyNot(analysis, reasons, links.at(-1) ?? reasons[0]),
  };
}

export function reasonText(path: string, why: string | undefined): string {
  return `${path}${why === undefined ? "" : `. ${why}`}`;
}

/** Each type once, std's private fields left out, and no further than a type that says it all. */
function visibleLinks(analysis: Analysis, reasons: readonly BoundReason[]): readonly BoundReason[] {
  const start = reasons[0]?.ty;
  const seen = new Set<Ty>(start === undefined ? [] : [start]);
  const links: BoundReason[] = [];
  for (const reason of reasons.slice(1)) {
    if (links.length === MAX_LINKS || (reason.holds && links.length > 0 && endsSuccess(analysis, links.at(-1)))) break;
    if (seen.has(reason.ty) || isHidden(reason, links.at(-1)?.ty ?? start)) continue;
    seen.add(reason.ty);
    links.push(reason);
  }
  return links;
}

/** A success is told down to the first type that is no lock, cell or counted box. */
function endsSuccess(analysis: Analysis, last: BoundReason | undefined): boolean {
  return last !== undefined && !isObject(analysis, last.ty);
}

function isHidden(reason: BoundReason, parent: Ty | undefined): boolean {
  if (reason.via.kind === "field" && !isStdSpan(reason.via.span)) return false;
  if (reason.via.kind === "capture" || parent === undefined || parent.kind === "closure") return false;
  return !mentions(parent, reason.ty);
}

function mentions(ty: Ty, part: Ty): boolean {
  let found = false;
  walkTy(ty, (inner) => {
    found ||= inner === part;
  });
  return found || ty.kind === "dyn" || ty.kind === "opaque";
}

function linkText(analysis: Analysis, reason: BoundReason): string {
  const trait = code(analysis.program.def(reason.trait).name);
  const link = say(reason.holds ? REASONS.is : REASONS.isNot, { ty: tyName(analysis, reason.ty), trait });
  const { via } = reason;
  if (via.kind === "field" && !isStdSpan(via.span)) return say(REASONS.field, { name: code(via.name), link });
  if (via.kind !== "capture") return link;
  return say(via.byRef ? REASONS.captureByRef : REASONS.capture, { name: code(via.name), link });
}

/** Why the last type of the path fails, in the words of its declaration. */
function whyNot(analysis: Analysis, reasons: readonly BoundReason[], leaf: BoundReason | undefined): string | undefined {
  if (leaf === undefined) return undefined;
  const last = reasons.at(-1);
  const trait = code(analysis.program.def(leaf.trait).name);
  if (last?.ty === leaf.ty && last.via.kind === "impl" && last.via.negative) return analysis.program.marker(last.via.def, "why");
  if (last?.via.kind === "dynWithout") {
    const written = code(`${analysis.cx.show(last.ty)} + ${analysis.program.def(leaf.trait).name}`);
    return say(REASONS.dynWithout, { trait, written });
  }
  if (last?.via.kind === "param") {
    return say(REASONS.param, { bound: code(`${analysis.cx.show(last.ty)}: ${analysis.program.def(leaf.trait).name}`) });
  }
  return leaf.ty.kind === "adt" ? analysis.program.marker(leaf.ty.def, "why") : undefined;
}

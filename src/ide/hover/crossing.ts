// `Send` and `Sync` of a type, each with the path of reasons down to the leaf.

import { isStdSpan } from "../../base/span.ts";
import type { Analysis } from "../../driver/contract.ts";
import { REASONS } from "../../explain/hoverSharing.ts";
import { say, uncapital } from "../../explain/hoverText.ts";
import type { DefId } from "../../hir/defs.ts";
import { explainBound } from "../../ty/autoTraits.ts";
import { walkTy } from "../../ty/fold.ts";
import { makeParamEnv } from "../../ty/traits/elaborate.ts";
import type { Predicate, Ty } from "../../ty/ty.ts";
import type { BoundReason } from "../../ty/typeck.ts";
import type { HoverPicture } from "../pictures.ts";
import { spoken } from "../stdWords.ts";
import { code } from "./markdown.ts";
import { tyName } from "./phrases.ts";
import { isObject } from "./subject.ts";

/** A path longer than this tells more about std's insides than about the user's types. */
const MAX_LINKS = 4;

export interface Verdict {
  readonly trait: DefId;
  readonly holds: boolean;
  /** It holds under these bounds on type parameters, `T: Send`, and only then. */
  readonly given?: string;
  /** The types of the path. */
  readonly types: readonly Ty[];
  /** ` ← X is not Send ← …`, or nothing where the type itself decides. */
  readonly path: string;
  /** The leaf's own reason, from its declaration. */
  readonly why: string | undefined;
}

/** `Send` ✓ `Sync` ✗ ← `RefCell<i32>` is not `Sync`: why; undefined when nothing certain can be said. */
export function crossingLine(
  analysis: Analysis,
  ty: Ty,
  owner: DefId | undefined,
): string | undefined {
  const verdicts = ["send", "sync"].map((lang) => {
    const trait = analysis.program.lang(lang);
    return trait === undefined ? undefined : verdictOf(analysis, ty, trait, owner);
  });
  const [send, sync] = verdicts;
  if (send === undefined || sync === undefined) return undefined;
  const mark = (verdict: Verdict) => {
    const name = code(analysis.program.def(verdict.trait).name);
    return verdict.given === undefined
      ? `${name} ${verdict.holds ? "✓" : "✗"}`
      : say(REASONS.given, { trait: name, bounds: code(verdict.given) });
  };
  if (send.given !== undefined && send.given === sync.given)
    return say(REASONS.bothGiven, { bounds: code(send.given) });
  if (send.holds === sync.holds && endsAlike(send, sync)) {
    const { path, why } =
      send.types.length < sync.types.length && send.why === undefined ? sync : send;
    return `${mark(send)} ${mark(sync)}${reasonText(path, why)}`;
  }
  const [first, last] =
    send.why !== undefined && sync.why === undefined ? [sync, send] : [send, sync];
  return `${mark(first)}${reasonText(first.path, first.why?.replace(/\.$/, ""))} · ${mark(last)}${reasonText(last.path, last.why)}`;
}

/** One path tells both: they end at the same type, or the shorter one has nothing to tell. */
function endsAlike(a: Verdict, b: Verdict): boolean {
  const shorter = Math.min(a.types.length, b.types.length);
  return shorter === 0 || a.types.at(-1) === b.types.at(-1);
}

/** Whether a type has an auto trait, and why; undefined where something is unknown. */
export function verdictOf(
  analysis: Analysis,
  ty: Ty,
  trait: DefId,
  owner: DefId | undefined,
): Verdict | undefined {
  const env = owner === undefined ? undefined : analysis.cx.paramEnv(owner);
  const answer = explainBound(analysis.cx, ty, trait, env);
  if (answer.holds === undefined) return refusedOutright(analysis, ty, trait);
  const given = answer.holds ? undefined : neededBounds(analysis, ty, trait, owner, answer.reasons);
  if (given !== undefined)
    return { trait, holds: false, given, types: [], path: "", why: undefined };
  const links = visibleLinks(analysis, answer.reasons);
  return {
    trait,
    holds: answer.holds,
    types: links.map((link) => link.ty),
    path: links.map((link) => ` ← ${linkText(analysis, link)}`).join(""),
    why: answer.holds
      ? undefined
      : whyNot(analysis, answer.reasons, links.at(-1) ?? answer.reasons[0]),
  };
}

/** The bounds on its type parameters under which a type has the trait; undefined where no bounds help. */
function neededBounds(
  analysis: Analysis,
  ty: Ty,
  trait: DefId,
  owner: DefId | undefined,
  reasons: readonly BoundReason[],
): string | undefined {
  const last = reasons.at(-1);
  const autos = ["send", "sync"].map((lang) => analysis.program.lang(lang));
  const [send, sync] = autos;
  if (last?.via.kind !== "param" || send === undefined || sync === undefined) return undefined;
  const known = owner === undefined ? [] : analysis.cx.paramEnv(owner).predicates;
  for (const traits of [[send], [sync], [send, sync]]) {
    const bounds = traits.map((one): Predicate => ({
      kind: "trait",
      ref: { trait: one, args: analysis.cx.tcx.args([last.ty]) },
    }));
    const env = makeParamEnv(owner, [...known, ...bounds]);
    if (explainBound(analysis.cx, ty, trait, env).holds !== true) continue;
    const names = traits.map((one) => analysis.program.def(one).name).join(" + ");
    return `${analysis.cx.show(last.ty)}: ${names}`;
  }
  return undefined;
}

/** A type of which a part is unknown, refused by an impl that holds whatever that part is: `impl<T> !Send for Rc<T>`. */
function refusedOutright(analysis: Analysis, ty: Ty, trait: DefId): Verdict | undefined {
  const impl = refusalOf(analysis, ty, trait);
  if (impl === undefined) return undefined;
  return { trait, holds: false, types: [], path: "", why: spoken(analysis, impl, "why") };
}

/** The negative impl that refuses every type of this name. */
export function refusalOf(analysis: Analysis, ty: Ty, trait: DefId): DefId | undefined {
  if (ty.kind !== "adt") return undefined;
  const found = analysis.cx.traitImpls(trait).all.find(({ negative, ref }) => {
    const [self] = ref.args;
    if (
      !negative ||
      self === undefined ||
      !("hasUnknown" in self) ||
      self.kind !== "adt" ||
      self.def !== ty.def
    )
      return false;
    return self.args.every(
      (arg) =>
        arg.kind === "region" ||
        arg.kind === "param" ||
        (arg.kind === "constant" && arg.const === "param"),
    );
  });
  return found?.def;
}

export interface Reasons {
  /** The first link behind the type asked about. */
  readonly first: BoundReason | undefined;
  /** The links behind that. */
  readonly path: string;
  readonly why: string | undefined;
  readonly repair: string | undefined;
}

/** The reasons of an answer without the type asked about: for a bound on a closure. */
export function reasonsOf(analysis: Analysis, reasons: readonly BoundReason[]): Reasons {
  const links = visibleLinks(analysis, reasons);
  const last = reasons.at(-1);
  return {
    first: links[0],
    path: links
      .slice(1)
      .map((link) => ` ← ${linkText(analysis, link)}`)
      .join(""),
    why: whyNot(analysis, reasons, links.at(-1) ?? reasons[0]),
    repair:
      last?.via.kind === "impl" && last.via.negative
        ? spoken(analysis, last.via.def, "repair")
        : undefined,
  };
}

/** The path drawn: one box a type. Paths of one step are told in words alone. */
export function pathPicture(
  analysis: Analysis,
  reasons: readonly BoundReason[],
): HoverPicture | undefined {
  const links = visibleLinks(analysis, reasons);
  if (links.length < 2) return undefined;
  const steps = links.map(({ ty, trait, holds }) => ({
    type: analysis.cx.show(ty),
    mark: analysis.program.def(trait).name,
    holds,
  }));
  return { kind: "path", steps };
}

export function reasonText(path: string, why: string | undefined): string {
  return `${path}${why === undefined ? "" : `: ${uncapital(why)}`}`;
}

/** Each type once, and of the steps through std's generic types only those that change the question. */
function visibleLinks(analysis: Analysis, reasons: readonly BoundReason[]): readonly BoundReason[] {
  const links = distinctLinks(analysis, reasons);
  return links.filter((link, index) => {
    const before = index === 0 ? reasons[0] : links[index - 1];
    const usersOwn =
      (link.via.kind === "field" && !isStdSpan(link.via.span)) || link.via.kind === "capture";
    return index === links.length - 1 || usersOwn || before?.trait !== link.trait;
  });
}

/** Std's private fields left out, and no further than a type that says it all. */
function distinctLinks(
  analysis: Analysis,
  reasons: readonly BoundReason[],
): readonly BoundReason[] {
  const start = reasons[0]?.ty;
  const seen = new Set<Ty>(start === undefined ? [] : [start]);
  const links: BoundReason[] = [];
  for (const reason of reasons.slice(1)) {
    if (
      links.length === MAX_LINKS ||
      (reason.holds && links.length > 0 && endsSuccess(analysis, links.at(-1)))
    )
      break;
    if (reason.holds && isSibling(reason, links)) break;
    if (seen.has(reason.ty) || isHidden(reason, links.at(-1)?.ty ?? start)) continue;
    seen.add(reason.ty);
    links.push(reason);
  }
  return links;
}

/** A further field of the user's struct: what holds is told of the first one alone. */
function isSibling({ via }: BoundReason, links: readonly BoundReason[]): boolean {
  const isField = (one: BoundReason["via"]) => one.kind === "field" && !isStdSpan(one.span);
  return isField(via) && links.some((link) => isField(link.via) && link.via.kind === "field");
}

/** A success is told down to the first type that is no lock, cell or counted box. */
function endsSuccess(analysis: Analysis, last: BoundReason | undefined): boolean {
  return last !== undefined && !isObject(analysis, last.ty);
}

function isHidden(reason: BoundReason, parent: Ty | undefined): boolean {
  if (reason.via.kind === "field" && !isStdSpan(reason.via.span)) return false;
  if (reason.via.kind === "capture" || parent === undefined || parent.kind === "closure")
    return false;
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
  const link = say(reason.holds ? REASONS.is : REASONS.isNot, {
    ty: tyName(analysis, reason.ty),
    trait,
  });
  const { via } = reason;
  if (via.kind === "field" && !isStdSpan(via.span))
    return say(REASONS.field, { name: code(via.name), link });
  if (via.kind !== "capture") return link;
  return say(via.byRef ? REASONS.captureByRef : REASONS.capture, { name: code(via.name), link });
}

/** Why the last type of the path fails, in the words of its declaration. */
function whyNot(
  analysis: Analysis,
  reasons: readonly BoundReason[],
  leaf: BoundReason | undefined,
): string | undefined {
  if (leaf === undefined) return undefined;
  const last = reasons.at(-1);
  const trait = code(analysis.program.def(leaf.trait).name);
  if (last?.ty === leaf.ty && last.via.kind === "impl" && last.via.negative)
    return spoken(analysis, last.via.def, "why");
  if (last?.via.kind === "dynWithout") {
    const written = code(`${analysis.cx.show(last.ty)} + ${analysis.program.def(leaf.trait).name}`);
    return say(REASONS.dynWithout, { trait, written });
  }
  if (last?.via.kind === "param") {
    return say(REASONS.param, {
      bound: code(`${analysis.cx.show(last.ty)}: ${analysis.program.def(leaf.trait).name}`),
    });
  }
  return leaf.ty.kind === "adt" ? spoken(analysis, leaf.ty.def, "why") : undefined;
}

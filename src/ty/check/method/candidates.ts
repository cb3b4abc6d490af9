// Candidates of method lookup: items with the right name in inherent impls, in the bounds on a parameter, in trait
// objects, and in the traits in scope. Follows `assemble_inherent_candidates` and `assemble_extension_candidates`.

import { isTy, substitutePredicate } from "../../fold.ts";
import { simplifyTy } from "../../simplify.ts";
import { superTraits } from "../../traits/elaborate.ts";
import { isVisible } from "../../visibility.ts";
import { normalizeTy, causeAt } from "../fnCtxt.ts";
import type { ProbeCx } from "./probe.ts";
import type { DefId, ScopeId } from "../../../hir/defs.ts";
import type { TraitRef, Ty } from "../../ty.ts";

export type MethodCandidate =
  | { readonly kind: "impl"; readonly impl: DefId; readonly item: DefId }
  /** A bound in scope, or one that an associated type declares. */
  | { readonly kind: "where"; readonly ref: TraitRef; readonly item: DefId }
  | { readonly kind: "object"; readonly ref: TraitRef; readonly item: DefId }
  | { readonly kind: "trait"; readonly trait: DefId; readonly item: DefId };

export interface Candidates {
  readonly inherent: readonly MethodCandidate[];
  readonly extension: readonly MethodCandidate[];
}

export function assembleCandidates(
  pcx: ProbeCx,
  tys: readonly Ty[],
  scope: ScopeId | undefined,
): Candidates {
  const inherent: MethodCandidate[] = [];
  for (const ty of tys) assembleInherent(pcx, ty, inherent);
  return { inherent, extension: assembleExtension(pcx, scope) };
}

function assembleInherent(pcx: ProbeCx, ty: Ty, out: MethodCandidate[]): void {
  switch (ty.kind) {
    case "param":
      return fromBounds(
        pcx,
        pcx.fcx.env.predicates.flatMap((p) =>
          p.kind === "trait" && p.ref.args[0] === ty ? [p.ref] : [],
        ),
        "where",
        out,
      );
    case "projection":
    case "opaque":
      return fromAlias(pcx, ty, out);
    case "dyn":
      fromObject(pcx, ty, out);
      break;
    default:
  }
  const key = simplifyTy(ty);
  if (key === undefined) return;
  for (const impl of pcx.fcx.cx.inherentImpls(key))
    addItem(pcx, impl, (item) => out.push({ kind: "impl", impl, item }));
}

function fromBounds(
  pcx: ProbeCx,
  refs: readonly TraitRef[],
  kind: "where" | "object",
  out: MethodCandidate[],
): void {
  for (const ref of refs) {
    addItem(pcx, ref.trait, (item) => {
      if (!out.some((c) => c.kind === kind && c.item === item && c.ref.args === ref.args))
        out.push({ kind, ref, item });
    });
  }
}

function fromAlias(
  pcx: ProbeCx,
  ty: Ty & { kind: "projection" | "opaque" },
  out: MethodCandidate[],
): void {
  const { cx, tcx } = pcx.fcx;
  const refs: TraitRef[] = pcx.fcx.env.predicates.flatMap((p) =>
    p.kind === "trait" && p.ref.args[0] === ty ? [p.ref] : [],
  );
  for (const bound of cx.itemBounds(ty.def)) {
    if (bound.predicate.kind !== "trait" || bound.predicate.ref.args[0] === undefined) continue;
    const stated = substitutePredicate(tcx, bound.predicate, ty.args);
    if (stated.kind === "trait")
      refs.push(...superTraits(cx, stated.ref).map((ref) => normalized(pcx, ref)));
  }
  fromBounds(pcx, refs, "where", out);
}

function normalized(pcx: ProbeCx, ref: TraitRef): TraitRef {
  const args = ref.args.map((arg, i) =>
    i > 0 && isTy(arg) && arg.hasAlias ? normalizeTy(pcx.fcx, arg, causeAt(pcx.span)) : arg,
  );
  return { trait: ref.trait, args: pcx.fcx.tcx.args(args) };
}

function fromObject(pcx: ProbeCx, ty: Ty & { kind: "dyn" }, out: MethodCandidate[]): void {
  if (!ty.principal) return;
  const { cx, tcx } = pcx.fcx;
  const ref: TraitRef = { trait: ty.principal.trait, args: tcx.args([ty, ...ty.principal.args]) };
  fromBounds(pcx, superTraits(cx, ref), "object", out);
}

function assembleExtension(pcx: ProbeCx, scope: ScopeId | undefined): MethodCandidate[] {
  const { fcx } = pcx;
  const key = `${pcx.mode} ${scope} ${pcx.name}`;
  let found = fcx.extensionItems.get(key);
  if (!found) {
    const items: { trait: DefId; item: DefId }[] = [];
    for (const trait of fcx.cx.program.traitsInScope(fcx.owner, scope)) {
      addItem(pcx, trait, (item) => items.push({ trait, item }));
    }
    fcx.extensionItems.set(key, (found = items));
  }
  return found.map(({ trait, item }) => ({ kind: "trait", trait, item }));
}

function addItem(pcx: ProbeCx, container: DefId, push: (item: DefId) => void): void {
  const { cx } = pcx.fcx;
  const item = cx.assocItem(container, pcx.name, pcx.mode === "method" ? "fn" : "value");
  if (item === undefined) return;
  const def = cx.def(item);
  if (pcx.mode === "method" && !(def.kind === "fn" && def.sig.hasSelf)) return;
  if (cx.def(container).kind === "impl" && !isVisible(cx, item, pcx.fcx.owner)) {
    pcx.private.push(item);
    return;
  }
  push(item);
}

// Coherence: overlapping impls (E0119), the orphan rule (E0117), inherent impls on foreign types (E0116, E0390),
// parameters that nothing determines (E0207), `Drop` and `Copy` where they cannot be (E0120, E0184, E0204, E0206).
//
// A trait with such an error has its impls checked no further (`coherent_trait`).
// Overlap is only reported where both impls surely apply. Not modelled: negative reasoning, E0210.

import { builtinImpl } from "./builtinImpl.ts";
import { implHead } from "./impl.ts";
import { overlappingItems } from "./duplicates.ts";
import { implsOverlap } from "./overlap.ts";
import { isTy, walkTy } from "../../fold.ts";
import { simplifyTy } from "../../simplify.ts";
import { showTraitRef } from "../../show.ts";
import type { Def, DefId, ImplData } from "../../../hir/defs.ts";
import type { ImplHeader, TyContext } from "../../queries.ts";
import type { Ty } from "../../ty.ts";
import type { TyError } from "../../typeck.ts";

type ImplDef = Def & ImplData;

/** The traits that something is wrong with. */
export function checkCoherence(cx: TyContext, out: TyError[]): ReadonlySet<DefId> {
  const incoherent = new Set<DefId>();
  for (const id of cx.program.localDefs) {
    const def = cx.def(id);
    if (def.kind !== "impl") continue;
    const before = out.length;
    const ref = cx.implTraitRef(id);
    if (!cx.program.incomplete) checkImplHead(cx, def, out);
    if (ref !== undefined) {
      cx.tcx.withInferenceScope(() => builtinImpl(cx, def, ref, out));
      if (out.length > before) incoherent.add(ref.trait);
    }
  }
  if (!cx.program.incomplete) overlappingItems(cx, out);
  return incoherent;
}

function checkImplHead(cx: TyContext, def: ImplDef, out: TyError[]): void {
  unconstrained(cx, def, out);
  if (def.trait) {
    orphan(cx, def, out);
    overlap(cx, def, out);
  } else {
    foreignInherent(cx, def, out);
  }
}

function isLocal(cx: TyContext, def: DefId): boolean {
  return cx.home(def) === cx;
}

// ---- overlap

function overlap(cx: TyContext, def: ImplDef, out: TyError[]): void {
  const ref = cx.implTraitRef(def.id);
  if (!ref || ref.args.some((arg) => isTy(arg) && arg.hasUnknown)) return;
  const all = cx.traitImpls(ref.trait).all;
  const self: ImplHeader | undefined = all.find((header) => header.def === def.id);
  const other = all.find(
    (header) =>
      header.def < def.id &&
      self &&
      mayOverlap(header, self) &&
      implsOverlap(cx, header.def, self.def),
  );
  if (!other) return;
  const subject = ref.args[0];
  out.push({
    code: "E0119",
    message: `conflicting implementations of trait \`${showTraitRef(cx, ref)}\` for type \`${subject && isTy(subject) ? cx.showInFull(subject) : "_"}\``,
    span: def.derived ?? implHead(def),
    label: `conflicting implementation for \`${subject && isTy(subject) ? cx.showInFull(subject) : "_"}\``,
    related: [{ span: cx.def(other.def).nameSpan, message: "first implementation here" }],
  });
}

/** By outermost constructors: most impls differ there. */
function mayOverlap(a: ImplHeader, b: ImplHeader): boolean {
  return a.ref.args.every((arg, i) => {
    const other = b.ref.args[i];
    if (!isTy(arg) || !other || !isTy(other)) return true;
    const [p, q] = [simplifyTy(arg), simplifyTy(other)];
    return p === undefined || q === undefined || p === q;
  });
}

// ---- orphan rule

function orphan(cx: TyContext, def: ImplDef, out: TyError[]): void {
  const ref = cx.implTraitRef(def.id);
  if (!ref || isLocal(cx, ref.trait)) return;
  const tys = ref.args.filter(isTy);
  if (tys.some((ty) => ty.hasUnknown || ty.kind === "param") || tys.some((ty) => isLocalTy(cx, ty)))
    return;
  out.push({
    code: "E0117",
    message:
      "only traits defined in the current crate can be implemented for types defined outside of the crate",
    span: implHead(def),
    related: [],
  });
}

/** References and boxes are as local as what they point to. */
function isLocalTy(cx: TyContext, ty: Ty): boolean {
  switch (ty.kind) {
    case "adt": {
      if (isLocal(cx, ty.def)) return true;
      const inner =
        ty.def === cx.lang("owned_box") || ty.def === cx.lang("pin") ? ty.args[0] : undefined;
      return inner !== undefined && isTy(inner) && isLocalTy(cx, inner);
    }
    case "ref":
      return isLocalTy(cx, ty.ty);
    case "dyn":
      return ty.principal !== undefined && isLocal(cx, ty.principal.trait);
    case "closure":
    case "opaque":
    case "param":
    case "projection":
      return true;
    default:
      return false;
  }
}

function foreignInherent(cx: TyContext, def: ImplDef, out: TyError[]): void {
  const self = cx.typeOf(def.id);
  if (self.hasUnknown) return;
  const span = implHead(def);
  if (self.kind === "adt" && !isLocal(cx, self.def)) {
    out.push({
      code: "E0116",
      message:
        "cannot define inherent `impl` for a type outside of the crate where the type is defined",
      span,
      label: "impl for type defined outside of crate",
      related: [],
    });
  } else if (
    [
      "int",
      "float",
      "bool",
      "char",
      "str",
      "slice",
      "array",
      "tuple",
      "ref",
      "ptr",
      "fnPtr",
      "never",
    ].includes(self.kind)
  ) {
    out.push({
      code: "E0390",
      message: "cannot define inherent `impl` for primitive types",
      span,
      related: [],
    });
  }
}

// ---- parameters

function unconstrained(cx: TyContext, def: ImplDef, out: TyError[]): void {
  const known = new Set<DefId>();
  const mark = (ty: Ty) =>
    walkTy(ty, (part) => {
      if (part.kind === "param") known.add(part.def);
      return part.kind !== "projection";
    });
  const self = cx.typeOf(def.id);
  const ref = cx.implTraitRef(def.id);
  if (self.hasUnknown || (def.trait && !ref)) return;
  mark(self);
  for (const arg of ref?.args ?? []) {
    if (isTy(arg)) mark(arg);
    if (arg.kind === "constant" && arg.const === "param") known.add(arg.def);
  }
  for (const { predicate } of cx.predicatesOf(def.id))
    if (predicate.kind === "projection") mark(predicate.ty);
  for (const param of def.generics.params) {
    if (param.kind !== "type" || known.has(param.def)) continue;
    out.push({
      code: "E0207",
      message: `the type parameter \`${param.name}\` is not constrained by the impl trait, self type, or predicates`,
      span: cx.def(param.def).nameSpan,
      label: "unconstrained type parameter",
      related: [],
    });
  }
}

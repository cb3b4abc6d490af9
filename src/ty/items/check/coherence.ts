// Coherence: overlapping impls (E0119), the orphan rule (E0117), inherent impls on foreign types (E0116, E0390),
// parameters that nothing determines (E0207).
//
// Overlap is only reported where both impls surely apply. Not modelled: negative reasoning, E0210.

import { createSolver } from "../../traits/solver.ts";
import { freshArgs, instantiate } from "../../traits/select.ts";
import { implHead } from "./impl.ts";
import { isTy, substituteArgs, walkTy } from "../../fold.ts";
import { makeParamEnv } from "../../traits/elaborate.ts";
import { simplifyTy } from "../../simplify.ts";
import { showTraitRef } from "../../show.ts";
import type { Def, DefId, ImplData } from "../../../hir/defs.ts";
import type { ImplHeader, TyContext } from "../../queries.ts";
import type { Obligation } from "../../traits/solverCx.ts";
import type { GenericArg, Ty } from "../../ty.ts";
import type { TyError } from "../../typeck.ts";

type ImplDef = Def & ImplData;

export function checkCoherence(cx: TyContext, out: TyError[]): void {
  if (cx.program.incomplete) return;
  for (const id of cx.program.localDefs) {
    const def = cx.def(id);
    if (def.kind !== "impl") continue;
    unconstrained(cx, def, out);
    if (def.trait) {
      orphan(cx, def, out);
      overlap(cx, def, out);
    } else {
      foreignInherent(cx, def, out);
    }
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
      header.def < def.id && self && mayOverlap(header, self) && overlaps(cx, header, self),
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

/** Unknown, to be normalised, or told apart by the lifetimes that it binds. */
function isBeyond(ty: Ty): boolean {
  let binds = false;
  walkTy(ty, (part) => {
    binds ||= part.kind === "fnPtr" && part.sig.boundRegions > 0;
  });
  return ty.hasUnknown || ty.hasAlias || binds;
}

function overlaps(cx: TyContext, a: ImplHeader, b: ImplHeader): boolean {
  if ([...a.ref.args, ...b.ref.args].some((arg) => isTy(arg) && isBeyond(arg))) return false;
  return cx.tcx.withInferenceScope(() => {
    const scx = createSolver(cx, makeParamEnv(undefined, []));
    const cause = { span: { start: 0, end: 0 }, code: { kind: "misc" } } as const;
    const argsOf = (header: ImplHeader) => freshArgs(scx, header.def, cause);
    const [p, q] = [argsOf(a), argsOf(b)];
    const header = (h: ImplHeader, args: readonly GenericArg[]) =>
      substituteArgs(cx.tcx, h.ref.args, args).map((arg) =>
        isTy(arg) ? scx.normalize(scx, arg, cause, 0, []) : cx.tcx.erased,
      );
    if (!scx.infcx.unifyArgs(header(a, p), header(b, q))) return false;
    const nested: Obligation[] = [];
    for (const [h, args] of [
      [a, p],
      [b, q],
    ] as const) {
      for (const bound of cx.predicatesOf(h.def)) {
        if (!bound.implied)
          nested.push({
            predicate: instantiate(scx, bound, args, cause, 0, nested),
            cause,
            depth: 0,
          });
      }
    }
    return scx.evaluateAll(scx, nested) === "yes";
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

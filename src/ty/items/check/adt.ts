// Structs, enums and unions: sized fields, bounds of field types, infinite size (E0072), unused parameters (E0392).

import { duplicateDiscriminants, duplicateFields } from "./duplicates.ts";
import { isTy, walkTy } from "../../fold.ts";
import { demandTrait, itemCheck, wellFormed } from "./itemCheck.ts";
import type { AdtData, Def, DefId } from "../../../hir/defs.ts";
import type { Span } from "../../../base/span.ts";
import type { TyContext } from "../../queries.ts";
import type { GenericArgs, Ty } from "../../ty.ts";
import type { TyError } from "../../typeck.ts";

type AdtDef = Def & AdtData;

export function checkAdt(cx: TyContext, def: AdtDef, out: TyError[]): void {
  const check = itemCheck(cx, def.id, out);
  duplicateFields(def, out);
  duplicateDiscriminants(cx, def, headSpan(def), out);
  for (const variant of def.variants) {
    variant.fields.forEach((field, i) => {
      const ty = cx.typeOf(field.def);
      wellFormed(check, ty, field.ty.span);
      const last = def.kind === "struct" && i === variant.fields.length - 1;
      if (!last)
        demandTrait(check, cx.lang("sized"), ty, {
          span: field.ty.span,
          code: { kind: "sized", what: "field" },
        });
    });
  }
  check.fulfill.selectWherePossible();
  if (isInfinite(cx, def.id)) {
    out.push({
      code: "E0072",
      message: `recursive type \`${def.name}\` has infinite size`,
      span: headSpan(def),
      related: [],
    });
  }
  unusedParams(cx, def, out);
}

export function headSpan(def: AdtDef): Span {
  const params = def.generics.params;
  const end =
    params.length > 0 ? Math.max(def.nameSpan.end, def.generics.span.end) : def.nameSpan.end;
  return { start: def.span.start, end };
}

/** Whether a value would hold another value of its own type. */
function isInfinite(cx: TyContext, target: DefId): boolean {
  const seen = new Set<Ty>();
  const holds = (def: DefId, args: GenericArgs): boolean =>
    cx
      .adt(def)
      .variants.some((variant) =>
        variant.fields.some((field) => contains(cx.fieldTy(field.def, args))),
      );
  const contains = (ty: Ty): boolean => {
    if (ty.kind === "array") return contains(ty.ty);
    if (ty.kind === "tuple") return ty.tys.some(contains);
    if (ty.kind !== "adt" || ty.def === cx.lang("phantom_data")) return false;
    if (ty.def === target) return true;
    if (seen.has(ty) || seen.size > 200) return false;
    seen.add(ty);
    return holds(ty.def, ty.args);
  };
  return holds(target, cx.identityArgs(target));
}

function unusedParams(cx: TyContext, def: AdtDef, out: TyError[]): void {
  if (def.id === cx.lang("phantom_data")) return;
  const used = new Set<DefId>();
  let unknown = false;
  for (const variant of def.variants) {
    for (const field of variant.fields) {
      const ty = cx.typeOf(field.def);
      unknown ||= ty.hasUnknown;
      markUsed(ty, used);
    }
  }
  if (unknown || cx.program.incomplete) return;
  markDetermined(cx, def, used);
  for (const param of def.generics.params) {
    if (param.kind === "const" || used.has(param.def)) continue;
    const kind = param.kind === "lifetime" ? "lifetime" : "type";
    out.push({
      code: "E0392",
      message: `${kind} parameter \`${param.name}\` is never used`,
      span: cx.def(param.def).nameSpan,
      label: `unused ${kind} parameter`,
      related: [],
    });
  }
}

/** `T` in `H: Handle<Inner = T>` is determined by `H` (`identify_constrained_generic_params`). */
function markDetermined(cx: TyContext, def: AdtDef, used: Set<DefId>): void {
  const projections = cx
    .predicatesOf(def.id)
    .flatMap(({ predicate }) => (predicate.kind === "projection" ? [predicate] : []));
  for (let round = 0; round <= projections.length; round++) {
    for (const { args, ty } of projections) {
      const from = new Set<DefId>();
      for (const arg of args) if (isTy(arg)) markUsed(arg, from);
      if ([...from].every((param) => used.has(param))) markUsed(ty, used);
    }
  }
}

function markUsed(ty: Ty, used: Set<DefId>): void {
  walkTy(ty, (part) => {
    if (part.kind === "param") used.add(part.def);
    const regions =
      part.kind === "ref" || part.kind === "dyn"
        ? [part.region]
        : "args" in part
          ? part.args.filter((arg) => !isTy(arg))
          : [];
    for (const region of regions)
      if (region.kind === "region" && region.region === "param") used.add(region.def);
    if (part.kind === "dyn")
      for (const arg of part.principal?.args ?? [])
        if (arg.kind === "region" && arg.region === "param") used.add(arg.def);
  });
}

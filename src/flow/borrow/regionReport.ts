// Lifetimes that the signature does not promise: E0521, E0621, "lifetime may not live long enough", E0310 and E0309.
// Follows `region_errors.rs`.

import { showTy } from "../../ty/show.ts";
import { isTy, walkTy } from "../../ty/fold.ts";
import type { Ty } from "../../ty/ty.ts";
import { captureTys } from "../../mir/placeTys.ts";
import type { FlowError, FlowNote } from "../flowError.ts";
import { constraintPath, mostTelling } from "./blame.ts";
import { foreignPairs, isForeign } from "./closureRequirements.ts";
import { categoryText } from "./explain.ts";
import type { Inferred } from "./infer.ts";
import { argumentMentioning, capturedWith, findUniversalName } from "./regionNames.ts";
import type { Constraint, TypeTest } from "./regionCx.ts";
import type { RegionVid } from "./regionTy.ts";
import { universalsIn } from "./solve.ts";
import { STATIC } from "./universal.ts";
import type { Universal } from "./universal.ts";

export function regionErrors(inferred: Inferred): FlowError[] {
  const { r, values } = inferred;
  const errors: FlowError[] = [];
  for (const longer of r.universal.list) {
    if (!longer.checked) continue;
    for (const index of universalsIn(values, longer.vid, r.universal.list.length)) {
      const shorter = r.universal.list[index] as Universal;
      if (!shorter.checked || r.universal.outlives(longer.vid, shorter.vid)) continue;
      // A closure leaves to its maker what its maker can prove.
      if (r.cx.owner.closure !== undefined && foreignPairs(r.universal, longer, shorter).length > 0)
        continue;
      const error = outlivesError(inferred, longer, shorter);
      if (error) errors.push(error);
      break;
    }
  }
  return [...errors, ...typeTestErrors(inferred)];
}

/** `fr` is used as if it outlived `outlived`. */
function outlivesError(
  inferred: Inferred,
  fr: Universal,
  outlived: Universal,
): FlowError | undefined {
  const path = constraintPath(inferred.values, fr.vid, (region) => region === outlived.vid);
  const blame = path && mostTelling(path);
  if (!blame) return undefined;
  if (blame.category.kind === "opaque" && outlived.vid === STATIC) {
    const returned = path[path.indexOf(blame) - 1];
    return hiddenCapture(inferred, fr, returned?.category.kind === "return" ? returned : blame);
  }
  const explicit = explicitLifetime(inferred, fr, outlived, blame);
  if (explicit) return explicit;
  if (isEnvironment(fr) && blame.category.kind === "return" && isForeign(outlived))
    return capturedEscapes(inferred, blame);
  return escapingData(inferred, fr, outlived, blame) ?? general(inferred, fr, outlived, blame);
}

/** Up to edition 2021 an `impl Trait` holds only the lifetimes that its bounds mention. */
function hiddenCapture(inferred: Inferred, fr: Universal, blame: Constraint): FlowError {
  const { cx, universal } = inferred.r;
  let opaque: (Ty & { kind: "opaque" }) | undefined;
  walkTy(universal.output.ty, (part) => {
    if (part.kind === "opaque") opaque ??= part;
    return part.kind !== "opaque";
  });
  const shown = opaque ? showTy(cx.mir.ty, opaque) : "impl Trait";
  const argument = argumentMentioning(inferred.r, fr);
  const hidden = opaque && cx.mir.ty.hiddenType(opaque.def);
  const what = hidden ? ` \`${showTy(cx.mir.ty, hidden)}\`` : "";
  const message =
    fr.name === undefined
      ? `hidden type${what} captures the anonymous lifetime defined here`
      : `hidden type${what} captures the lifetime \`${fr.name}\` as defined here`;
  const span = fr.span ?? argument?.span;
  return make(inferred, {
    code: "E0700",
    message: `hidden type for \`${shown}\` captures lifetime that does not appear in bounds`,
    span: blame.span,
    label: undefined,
    related: span ? [{ span, message }] : [],
  });
}

function isEnvironment(universal: Universal): boolean {
  return universal.origin.kind === "signature" && universal.origin.environment === true;
}

function make(
  inferred: Inferred,
  error: Pick<FlowError, "code" | "message" | "span" | "label" | "related">,
): FlowError {
  return { ...error, owner: inferred.r.cx.owner, tentative: false };
}

/** One lifetime has a name and the other was left out of a parameter's type. */
function explicitLifetime(
  inferred: Inferred,
  fr: Universal,
  outlived: Universal,
  blame: Constraint,
): FlowError | undefined {
  if (outlived.name === undefined || outlived.vid === STATIC || fr.name !== undefined)
    return undefined;
  const argument = argumentMentioning(inferred.r, fr);
  if (!argument || isSelf(inferred, fr) || inferred.r.cx.owner.closure !== undefined)
    return undefined;
  return make(inferred, {
    code: "E0621",
    message: `explicit lifetime required in the type of \`${argument.name}\``,
    span: blame.span,
    label: `lifetime \`${outlived.name}\` required`,
    related: [],
  });
}

function isSelf(inferred: Inferred, fr: Universal): boolean {
  const { cx } = inferred.r;
  const def = cx.mir.ty.def(cx.owner.def);
  return fr.input === 0 && def.kind === "fn" && def.sig.hasSelf;
}

/** Something is handed to what lives longer than the call, without being returned. */
function escapingData(
  inferred: Inferred,
  fr: Universal,
  outlived: Universal,
  blame: Constraint,
): FlowError | undefined {
  const inClosure = inferred.r.cx.owner.closure !== undefined;
  const { kind } = blame.category;
  const escapes =
    kind === "argument" || kind === "predicate" || (kind === "assignment" && inClosure);
  const foreign = inClosure ? isForeign(outlived) && !isForeign(fr) : outlived.vid === STATIC;
  if (!escapes || !foreign) return undefined;
  const argument = argumentMentioning(inferred.r, fr);
  const captured = capturedWith(inferred.r, outlived);
  if (!argument && !captured) return undefined;
  const from = inClosure ? "closure" : bodyKind(inferred);
  const related: FlowNote[] = [];
  if (captured)
    related.push({
      span: captured.span,
      message: `\`${captured.name}\` declared here, outside of the closure body`,
    });
  if (argument)
    related.push({
      span: argument.span,
      message: `\`${argument.name}\` is a reference that is only valid in the ${from} body`,
    });
  if (outlived.origin.kind !== "closure")
    related.push({
      span: blame.span,
      message: `argument requires that \`${findUniversalName(inferred.r, fr)}\` must outlive \`${findUniversalName(inferred.r, outlived)}\``,
    });
  return make(inferred, {
    code: "E0521",
    message: `borrowed data escapes outside of ${from}`,
    span: blame.span,
    label: argument
      ? `\`${argument.name}\` escapes the ${from} body here`
      : `a temporary borrow escapes the ${from} body here`,
    related,
  });
}

function bodyKind(inferred: Inferred): string {
  const { cx } = inferred.r;
  const def = cx.mir.ty.def(cx.owner.def);
  const parent = def.parent === undefined ? undefined : cx.mir.ty.def(def.parent).kind;
  if (parent !== "impl" && parent !== "trait") return "function";
  return def.kind === "fn" && def.sig.hasSelf ? "method" : "associated function";
}

/** A reference to what a `FnMut` closure holds would outlive the call that gives it. */
function capturedEscapes(inferred: Inferred, blame: Constraint): FlowError {
  const { cx } = inferred.r;
  const output = cx.body.locals[0]?.ty;
  const label =
    output?.kind === "closure"
      ? "returns a closure that contains a reference to a captured variable, which then escapes the closure body"
      : "returns a reference to a captured variable which escapes the closure body";
  return make(inferred, {
    code: undefined,
    message: "captured variable cannot escape `FnMut` closure body",
    span: blame.span,
    label,
    related: [],
  });
}

function general(
  inferred: Inferred,
  fr: Universal,
  outlived: Universal,
  blame: Constraint,
): FlowError {
  const { r } = inferred;
  const longer = findUniversalName(r, outlived);
  const shorter = findUniversalName(r, fr);
  const inClosure = r.cx.owner.closure !== undefined;
  const label =
    blame.category.kind === "return" && (inClosure ? !isForeign(outlived) : outlived.vid !== STATIC)
      ? `${inClosure ? "closure" : bodyKind(inferred)} was supposed to return data with lifetime \`${longer}\` but it is returning data with lifetime \`${shorter}\``
      : `${categoryText(blame)}requires that \`${shorter}\` must outlive \`${longer}\``;
  const related = [fr, outlived].flatMap(({ name, span }) =>
    name && span ? [{ span, message: `lifetime \`${name}\` defined here` }] : [],
  );
  return make(inferred, {
    code: undefined,
    message: "lifetime may not live long enough",
    span: blame.span,
    label,
    related,
  });
}

// ---- `T: 'a`

function typeTestErrors(inferred: Inferred): FlowError[] {
  const seen = new Set<string>();
  const errors: FlowError[] = [];
  for (const test of inferred.r.typeTests) {
    for (const param of paramsIn(inferred, test.ty)) {
      const missing = missingRegion(inferred, param, test.region);
      if (!missing) continue;
      const error = typeTestError(inferred, test, param, missing);
      const key = `${error.span.start}:${error.message}`;
      if (!seen.has(key)) errors.push(error);
      seen.add(key);
    }
  }
  return errors;
}

function paramsIn(inferred: Inferred, ty: Ty): Ty[] {
  const out = new Set<Ty>();
  const visit = (part: Ty): void => {
    if (part.kind === "param") out.add(part);
    else if (part.kind === "closure")
      for (const capture of captureTys(inferred.r.m.shapes.mir, part)) visit(capture);
    else if (
      part.kind === "ref" ||
      part.kind === "ptr" ||
      part.kind === "slice" ||
      part.kind === "array"
    )
      visit(part.ty);
    else if (part.kind === "tuple") part.tys.forEach(visit);
    else if (part.kind === "adt") for (const arg of part.args) if (isTy(arg)) visit(arg);
  };
  visit(ty);
  return [...out];
}

/** A universal region that the parameter must outlive, but is not known to. */
function missingRegion(inferred: Inferred, param: Ty, region: RegionVid): Universal | undefined {
  const { r, values } = inferred;
  for (const index of universalsIn(values, region, r.universal.list.length)) {
    const universal = r.universal.list[index] as Universal;
    // In a closure only `'static` is certain: the rest is for the enclosing body to say.
    if (!universal.checked || (r.cx.owner.closure !== undefined && universal.vid !== STATIC))
      continue;
    const known = r.universal.paramOutlives.some(
      (bound) => bound.ty === param && r.universal.outlives(bound.region, universal.vid),
    );
    if (!known) return universal;
  }
  return undefined;
}

function typeTestError(
  inferred: Inferred,
  test: TypeTest,
  param: Ty,
  missing: Universal,
): FlowError {
  const name = showTy(inferred.r.cx.mir.ty, param);
  const region = findUniversalName(inferred.r, missing);
  const isStatic = missing.vid === STATIC;
  return make(inferred, {
    code: isStatic ? "E0310" : "E0309",
    message: `the parameter type \`${name}\` may not live long enough`,
    span: test.span,
    label: isStatic
      ? `the parameter type \`${name}\` must be valid for the static lifetime...`
      : `...so that the type \`${showTy(inferred.r.cx.mir.ty, test.ty)}\` will meet its required lifetime bounds`,
    related: isStatic
      ? [
          {
            span: test.span,
            message: `...so that the type \`${name}\` will meet its required lifetime bounds`,
          },
        ]
      : [
          {
            span: test.span,
            message: `the parameter type \`${name}\` must be valid for the lifetime \`${region}\``,
          },
        ],
  });
}

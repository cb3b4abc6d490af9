// A method of an impl against its declaration in the trait. Follows `compare_impl_item`.

import { eraseSig, substituteSig } from "../../fold.ts";
import { flagsOf, HAS_OPAQUE } from "../../intern.ts";
import { itemCheck, normal } from "./itemCheck.ts";
import type { ItemCheck } from "./itemCheck.ts";
import type { Def, DefId, FnData } from "../../../hir/defs.ts";
import type { Span } from "../../../base/span.ts";
import type { GenericArg, TraitRef, Ty } from "../../ty.ts";

type FnDef = Def & FnData;

export function compareMethod(
  outer: ItemCheck,
  ref: TraitRef,
  method: FnDef,
  wantedId: DefId,
): void {
  const { cx, out } = outer;
  const wanted = cx.def(wantedId);
  if (wanted.kind !== "fn") return;
  const traitName = cx.def(ref.trait).name;
  if (wanted.sig.hasSelf !== method.sig.hasSelf)
    return selfMismatch(outer, method, wanted, traitName);
  const [have, want] = [method.sig.inputs.length, wanted.sig.inputs.length];
  if (have !== want) {
    const count = (n: number) => `${n} parameter${n === 1 ? "" : "s"}`;
    out.push({
      code: "E0050",
      message: `method \`${method.name}\` has ${count(have)} but the declaration in trait \`${traitName}::${method.name}\` has ${want}`,
      span: inputsSpan(method),
      label: `expected ${count(want)}, found ${have}`,
      related: [{ span: wanted.nameSpan, message: "trait requires these parameters" }],
    });
    return;
  }
  compareTypes(outer, ref, method, wanted);
}

function inputsSpan(method: FnDef): Span {
  const [first, last] = [method.sig.inputs[0], method.sig.inputs.at(-1)];
  return first && last ? { start: first.span.start, end: last.span.end } : method.nameSpan;
}

function selfMismatch(outer: ItemCheck, method: FnDef, wanted: FnDef, trait: string): void {
  const name = method.name;
  outer.out.push(
    method.sig.hasSelf
      ? {
          code: "E0185",
          message: `method \`${name}\` has a \`self\` declaration in the impl, but not in the trait`,
          span: signatureSpan(method),
          label: "`self` used in impl",
          related: [
            { span: wanted.span, message: `trait \`${trait}\` declares it without \`self\`` },
          ],
        }
      : {
          code: "E0186",
          message: `method \`${name}\` has a \`self\` declaration in the trait, but not in the impl`,
          span: signatureSpan(method),
          label: "expected `self` in impl",
          related: [{ span: wanted.span, message: "`self` used in trait" }],
        },
  );
}

function signatureSpan(method: FnDef): Span {
  return {
    start: method.span.start,
    end: Math.max(method.sig.output.span.end, method.nameSpan.end),
  };
}

function compareTypes(outer: ItemCheck, ref: TraitRef, method: FnDef, wanted: FnDef): void {
  const { cx } = outer;
  const implGenerics = cx.genericsOf(method.id);
  if (implGenerics.own.length !== cx.genericsOf(wanted.id).own.length) return;
  const check = itemCheck(cx, method.id, outer.out);
  const { scx } = check;
  const own: readonly GenericArg[] = cx.identityArgs(method.id).slice(implGenerics.parentCount);
  const traitSig = eraseSig(
    cx.tcx,
    substituteSig(cx.tcx, cx.fnSig(wanted.id), [...ref.args, ...own]),
  );
  const implSig = eraseSig(cx.tcx, cx.fnSig(method.id));
  const cause = { span: method.nameSpan, code: { kind: "misc" } } as const;
  const differ = (a: Ty, b: Ty): boolean => {
    const [x, y] = [normal(check, a, cause), normal(check, b, cause)];
    return !x.hasUnknown && !y.hasUnknown && !mentionsOpaque(x) && !scx.infcx.eq(x, y);
  };
  for (let i = 0; i < implSig.inputs.length; i++) {
    const [want, have] = [traitSig.inputs[i] as Ty, implSig.inputs[i] as Ty];
    if (differ(want, have))
      return mismatch(
        outer,
        method,
        wanted,
        method.sig.inputs[i]?.span ?? method.nameSpan,
        want,
        have,
      );
  }
  if (differ(traitSig.output, implSig.output)) {
    mismatch(outer, method, wanted, method.sig.output.span, traitSig.output, implSig.output);
  }
}

/** `impl Trait` in the trait's signature may be any type that fits. */
function mentionsOpaque(ty: Ty): boolean {
  return (flagsOf(ty) & HAS_OPAQUE) !== 0;
}

function mismatch(
  outer: ItemCheck,
  method: FnDef,
  wanted: FnDef,
  span: Span,
  want: Ty,
  have: Ty,
): void {
  const { cx } = outer;
  if (cx.program.incomplete) return;
  const mutability = want.kind === "ref" && have.kind === "ref" && want.mutable !== have.mutable;
  outer.out.push({
    code: "E0053",
    message: `method \`${method.name}\` has an incompatible type for trait`,
    span,
    label: mutability
      ? "types differ in mutability"
      : `expected \`${cx.showInFull(want)}\`, found \`${cx.showInFull(have)}\``,
    related: [{ span: wanted.span, message: "type in trait" }],
  });
}

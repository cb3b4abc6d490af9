// Functions, constants and statics: the types they name are well formed, statics are `Sync`, `main` returns something
// that ends a process.

import { demandTrait, itemCheck, wellFormed } from "./itemCheck.ts";
import type { Def } from "../../../hir/defs.ts";
import type { TyContext } from "../../queries.ts";
import type { TyError } from "../../typeck.ts";

export function checkFnItem(cx: TyContext, def: Def & { kind: "fn" }, out: TyError[]): void {
  const check = itemCheck(cx, def.id, out);
  const sig = cx.fnSig(def.id);
  sig.inputs.forEach((ty, i) => wellFormed(check, ty, def.sig.inputs[i]?.span ?? def.nameSpan));
  wellFormed(check, sig.output, def.sig.output.span);
  if (isMain(cx, def)) {
    demandTrait(check, cx.lang("termination"), sig.output, {
      span: def.sig.output.span,
      code: { kind: "mainReturn" },
    });
  }
  check.fulfill.selectWherePossible();
}

/** The entry point is the one thing that the language knows by its name. */
function isMain(cx: TyContext, def: Def & { kind: "fn" }): boolean {
  return def.parent === cx.program.root && cx.program.std !== undefined && def.name === ENTRY;
}

const ENTRY = "main";

export function checkConstOrStatic(
  cx: TyContext,
  def: Def & { kind: "const" | "static" },
  out: TyError[],
): void {
  const check = itemCheck(cx, def.id, out);
  const ty = cx.typeOf(def.id);
  wellFormed(check, ty, def.ty.span);
  // A foreign static is whoever defines it to answer for.
  if (def.kind === "static" && !def.mutable && def.hasBody) {
    demandTrait(check, cx.lang("sync"), ty, { span: def.ty.span, code: { kind: "static" } });
  }
  check.fulfill.selectWherePossible();
}

// `Send` and `Sync` of a type, each with the path of reasons down to the leaf.

import type { Analysis } from "../../driver/contract.ts";
import type { BoundReason } from "../../ty/typeck.ts";
import { showTy } from "../../ty/show.ts";
import type { Ty } from "../../ty/ty.ts";
import type { DefId } from "../../hir/defs.ts";
import { explainBound } from "../../ty/autoTraits.ts";
import { code } from "./markdown.ts";

interface Verdict {
  readonly name: string;
  readonly holds: boolean | undefined;
  readonly path: string;
}

/** `Send` ✓ `Sync` ✗ ← `RefCell<i32>` is not `Sync`; undefined when nothing certain can be said. */
export function crossingLine(analysis: Analysis, ty: Ty, owner: DefId): string | undefined {
  const verdicts = ["send", "sync"]
    .map((lang) => verdictOf(analysis, ty, owner, lang))
    .filter((verdict) => verdict !== undefined && verdict.holds !== undefined);
  if (verdicts.length === 0) return undefined;
  return verdicts
    .map((verdict) => `${code(verdict?.name ?? "")} ${verdict?.holds === true ? "✓" : "✗"}${verdict?.path ?? ""}`)
    .join(" · ");
}

/** The reasons why a bound holds or not, as `← X is not Send ← …`. */
export function reasonPath(analysis: Analysis, reasons: readonly BoundReason[]): string {
  return reasons
    .slice(1)
    .map((reason) => {
      const trait = analysis.program.def(reason.trait).name;
      const via = viaText(reason);
      return ` ← ${via}${code(showTy(analysis.cx, reason.ty))} is ${reason.holds ? "" : "not "}${code(trait)}`;
    })
    .join("");
}

function viaText(reason: BoundReason): string {
  if (reason.via.kind === "field") return `field ${code(reason.via.name)}: `;
  if (reason.via.kind === "capture") return `captures ${code(reason.via.name)}${reason.via.byRef ? " by reference" : ""}: `;
  return "";
}

function verdictOf(analysis: Analysis, ty: Ty, owner: DefId, lang: string): Verdict | undefined {
  const trait = analysis.program.lang(lang);
  if (trait === undefined) return undefined;
  const answer = explainBound(analysis.cx, ty, trait, analysis.cx.paramEnv(owner));
  return {
    name: analysis.program.def(trait).name,
    holds: answer.holds,
    path: reasonPath(analysis, answer.reasons.slice(0, 4)),
  };
}

// E0277: a trait object that shall cross into a thread says that it is `Send`: `dyn Job` becomes `dyn Job + Send`.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import type { Proposal, TextEdit } from "./fix.ts";
import { reasonsAt } from "./threadSafeType.ts";

export function addSendBound(analysis: Analysis, { span }: Diagnostic): readonly Proposal[] {
  const object = reasonsAt(analysis, span)
    .map((reason) => reason.ty)
    .findLast((ty) => ty.kind === "dyn");
  if (object?.kind !== "dyn" || object.principal === undefined) return [];
  const { name } = analysis.program.def(object.principal.trait);
  const { text } = analysis;
  // Only as an argument in angle brackets, where `+` needs no parentheses, and without other bounds.
  const edits = [...text.matchAll(new RegExp(`(?<=<)dyn ${name}(?=>)`, "g"))].map(
    ({ index, 0: written }): TextEdit => ({
      span: { start: index, end: index + written.length },
      text: `${written} + Send`,
    }),
  );
  return edits.length === 0 ? [] : [{ title: FIXES.addSend(name), edits }];
}

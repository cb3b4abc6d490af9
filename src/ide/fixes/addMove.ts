// E0373: the closure takes what it uses, with `move`.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIX_WORDS } from "../../explain/fixWords.ts";
import { bodyAt } from "../locate.ts";
import { insertAt, type Proposal } from "./fix.ts";

export function addMove(analysis: Analysis, { span }: Diagnostic): readonly Proposal[] {
  const typed = bodyAt(analysis, span.start);
  const closure = typed?.map().closures.find((one) => one.headSpan.start === span.start);
  if (closure === undefined) return [];
  return [{ title: FIX_WORDS.addMove, edits: [insertAt(closure.headSpan.start, "move ")] }];
}

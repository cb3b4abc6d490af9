// `relaxed_publication`: the flag's store releases, and the load that waits for it acquires.

import type { Span } from "../../base/span.ts";
import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIX_WORDS } from "../../explain/fixWords.ts";
import type { Proposal, TextEdit } from "./fix.ts";

export function strongerOrder(
  analysis: Analysis,
  { span, related }: Diagnostic,
): readonly Proposal[] {
  const waited = related[1]?.span;
  if (waited === undefined) return [];
  const edits = [orderEdit(analysis, span, "Release"), orderEdit(analysis, waited, "Acquire")];
  return [{ title: FIX_WORDS.releaseAcquire, edits: edits.filter((edit) => edit !== undefined) }];
}

/** The last `Relaxed` of a call; nothing to do where there is none. */
function orderEdit({ text }: Analysis, { start, end }: Span, order: string): TextEdit | undefined {
  const at = text.slice(start, end).lastIndexOf("Relaxed");
  if (at < 0) return undefined;
  return { span: { start: start + at, end: start + at + "Relaxed".length }, text: order };
}

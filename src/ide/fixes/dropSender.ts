// `endless_receiver`: the sender that nobody uses any more is dropped before the loop.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import { bodyAt } from "../locate.ts";
import type { Proposal } from "./fix.ts";
import { blocksOf, lineBefore, partsOf, statementAround, withoutLine } from "./layout.ts";

export function dropSender(analysis: Analysis, { span, related }: Diagnostic): readonly Proposal[] {
  const typed = bodyAt(analysis, span.start);
  const declared = related[0]?.span;
  if (typed === undefined || declared === undefined) return [];
  const name = analysis.text.slice(declared.start, declared.end).replace(/^mut /, "");
  const statement = statementAround(typed, span);
  const edit = statement && lineBefore(analysis, statement.span.start, `drop(${name});`);
  if (edit === undefined || !/^\w+$/.test(name)) return [];
  const later = blocksOf(typed)
    .flatMap((block) => partsOf(block))
    .filter((part) => part.span.start > span.end)
    .find((part) =>
      analysis.text.slice(part.span.start, part.span.end).startsWith(`drop(${name})`),
    );
  const removed = later && withoutLine(analysis, later.span);
  const title = FIXES.dropSender(name);
  return [
    { title, edits: [edit] },
    ...(removed === undefined ? [] : [{ title, edits: [edit, removed] }]),
  ];
}

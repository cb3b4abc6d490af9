// E0384, E0594, E0596: the variable is declared `mut`.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import { bodyAt } from "../locate.ts";
import { insertAt, nameIn, type Proposal } from "./fix.ts";

export function addMut(analysis: Analysis, { span, message }: Diagnostic): readonly Proposal[] {
  const name = nameIn(message);
  const typed = bodyAt(analysis, span.start);
  if (name === undefined || typed === undefined) return [];
  return typed.body.locals
    .filter((local) => local.name === name && !local.mutable && !local.synthetic && !local.byRef)
    .filter((local) => analysis.text.slice(local.span.start, local.span.end) === name)
    .map((local) => ({ title: FIXES.addMut(name), edits: [insertAt(local.span.start, "mut ")] }));
}

// E0382: the value is cloned where it is moved, or lent where a loop takes it.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import { insertAt, nameIn, type Proposal } from "./fix.ts";

export function cloneValue(analysis: Analysis, diagnostic: Diagnostic): readonly Proposal[] {
  const name = nameIn(diagnostic.message);
  if (name === undefined) return [];
  return [diagnostic.span, ...diagnostic.related.map((one) => one.span)]
    .filter(({ start, end }) => analysis.text.slice(start, end) === name)
    .flatMap(({ start, end }) => {
      const isLoop = /\bin\s+$/.test(analysis.text.slice(Math.max(0, start - 8), start));
      const lend = isLoop ? [{ title: FIXES.lend(name), edits: [insertAt(start, "&")] }] : [];
      return [...lend, { title: FIXES.cloneValue(name), edits: [insertAt(end, ".clone()")] }];
    });
}

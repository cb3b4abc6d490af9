// E0425, E0412, E0433: a name that is nearly one that exists (Levenshtein distance, as rustc's `find_best_match_for_name`).

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import { bodyAt } from "../locate.ts";
import type { Proposal } from "./fix.ts";

export function similarName(analysis: Analysis, { span }: Diagnostic): readonly Proposal[] {
  const written = analysis.text.slice(span.start, span.end);
  if (!/^\w+$/.test(written)) return [];
  const most = Math.max(1, Math.floor(written.length / 3));
  return namesAt(analysis, span.start)
    .map((name) => ({ name, distance: distanceOf(written, name) }))
    .filter(({ distance }) => distance > 0 && distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 2)
    .map(({ name }) => ({ title: FIXES.rename(name), edits: [{ span, text: name }] }));
}

/** Variables declared before, and the items of the file. */
function namesAt(analysis: Analysis, position: number): readonly string[] {
  const typed = bodyAt(analysis, position);
  const locals = (typed?.body.locals ?? [])
    .filter((local) => !local.synthetic && local.span.start < position)
    .map((local) => local.name);
  const items = analysis.program.localDefs.map((id) => analysis.program.def(id).name);
  const imported = [...analysis.text.matchAll(/^\s*use\s[^;]*;/gm)].flatMap(
    ([line]) => line.match(/\w+/g) ?? [],
  );
  return [...new Set([...locals, ...items, ...imported])].filter((name) => /^\w+$/.test(name));
}

function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

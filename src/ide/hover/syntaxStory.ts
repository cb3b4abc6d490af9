// A place where nothing has a name because the text does not parse or resolve there: the story, where there is more than the message.

import type { Analysis } from "../../driver/contract.ts";
import type { Hover } from "../contract.ts";
import { bodyAt } from "../locate.ts";
import { tell } from "./story.ts";

export function syntaxStory(analysis: Analysis, offset: number): Hover | undefined {
  const inside = bodyAt(analysis, offset);
  const all =
    inside === undefined ? analysis.compilerDiagnostics() : analysis.bodyDiagnostics(inside.owner);
  const found = all.find(
    (one) => one.span.start <= offset && offset < Math.max(one.span.end, one.span.start + 1),
  );
  const lines = found === undefined ? [] : tell(analysis, found, undefined);
  if (found === undefined || lines.length === 0) return undefined;
  return {
    markdown: lines.join("\n\n"),
    span: { start: found.span.start, end: Math.max(found.span.end, found.span.start + 1) },
    actions: [],
  };
}

// A place where nothing has a name because the text does not parse or resolve there: the message itself.

import type { Analysis } from "../../driver/contract.ts";
import type { Hover } from "../contract.ts";
import { prose } from "./markdown.ts";
import { lineOf } from "./subject.ts";

export function syntaxStory(analysis: Analysis, offset: number): Hover | undefined {
  const found = analysis
    .diagnostics()
    .find((one) => one.span.start <= offset && offset < Math.max(one.span.end, one.span.start + 1));
  if (found === undefined) return undefined;
  const code = found.code === undefined ? "" : ` (${found.code})`;
  const related = found.related
    .slice(0, 2)
    .map((place) => `- line ${lineOf(analysis, place.span.start)}: ${prose(place.message)}`);
  return {
    markdown: [`**${prose(found.message)}**${code}`, ...related].join("\n\n"),
    span: { start: found.span.start, end: Math.max(found.span.end, found.span.start + 1) },
    actions: [],
  };
}

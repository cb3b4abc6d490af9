// The story behind an error at this place: what rustc says, where it began, and what helps.

import type { Span } from "../../base/span.ts";
import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { visitBody } from "../../hir/visit.ts";
import type { Target } from "../locate.ts";
import { prose } from "./markdown.ts";
import type { Section } from "./sections.ts";
import { endLineOf, lineOf } from "./subject.ts";

export function story(analysis: Analysis, target: Target): Section | undefined {
  const told = analysis.diagnostics().filter((one) => touches(analysis, one, target));
  if (told.length === 0) return undefined;
  return { lines: told.slice(0, 2).flatMap((one) => tell(analysis, one)) };
}

/** On the error's own place, or on the line of a place that belongs to it when the same name stands there. */
function touches(analysis: Analysis, diagnostic: Diagnostic, target: Target): boolean {
  const within = (span: { start: number; end: number }) =>
    span.start <= target.span.start && target.span.end <= span.end;
  if (within(diagnostic.span)) return true;
  const name = analysis.text.slice(target.span.start, target.span.end);
  if (!diagnostic.message.includes(`\`${name}\``)) return false;
  const around = closuresAround(target);
  return diagnostic.related.some(
    ({ span }) =>
      within(span) ||
      lineOf(analysis, span.start) === lineOf(analysis, target.span.start) ||
      around.some((head) => head.start <= span.start && span.end <= head.end),
  );
}

/** Heads of the closures in which the target stands: what an error says of a closure concerns what it captures. */
function closuresAround(target: Target): Span[] {
  const heads: Span[] = [];
  if (target.in === undefined) return heads;
  visitBody(target.in.body, {
    expr(expr) {
      const inside = expr.span.start <= target.span.start && target.span.end <= expr.span.end;
      if (expr.kind === "closure" && inside) heads.push(expr.headSpan);
    },
  });
  return heads;
}

function tell(analysis: Analysis, diagnostic: Diagnostic): string[] {
  const codeText = diagnostic.code === undefined ? "" : ` (${diagnostic.code})`;
  const headline = `**${prose(diagnostic.message)}**${codeText}, line ${lineOf(analysis, diagnostic.span.start)}`;
  const places = diagnostic.related.slice(0, 3).map((related) => {
    const first = lineOf(analysis, related.span.start);
    const last = endLineOf(analysis, related.span);
    return `- line ${first}${last > first ? `–${last}` : ""}: ${prose(readable(related.message))}`;
  });
  return [headline, ...places];
}

/** rustc's labels leave out the article where a squiggle stands in for it. */
function readable(label: string): string {
  return label.replace(/, in previous iteration of loop$/, ", in the previous iteration of the loop");
}

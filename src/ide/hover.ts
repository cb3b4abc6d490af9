// The hover: what this code does with this value, in at most eight lines. What other tools show (the plain type, std's docs) is left to them.

import type { Analysis } from "../driver/contract.ts";
import { conceptLines } from "./concepts.ts";
import type { Hover } from "./contract.ts";
import { call } from "./hover/call.ts";
import { closure } from "./hover/closure.ts";
import { deref } from "./hover/deref.ts";
import { field } from "./hover/field.ts";
import { local } from "./hover/local.ts";
import type { SectionOf } from "./hover/sections.ts";
import { story } from "./hover/story.ts";
import { syntaxStory } from "./hover/syntaxStory.ts";
import { locate } from "./locate.ts";

const SECTIONS: readonly SectionOf[] = [
  story,
  local,
  field,
  call,
  closure,
  deref,
  (analysis, target) => (target.kind === "def" ? conceptLines(analysis, target.def) : undefined),
];

const MAX_LINES = 8;

/** What to show at an offset of the source; undefined when there is nothing that others do not say already. */
export function hoverAt(analysis: Analysis, offset: number): Hover | undefined {
  const target = locate(analysis, offset);
  if (target === undefined) return syntaxStory(analysis, offset);
  const sections = SECTIONS.map((section) => section(analysis, target)).filter((one) => one !== undefined);
  if (sections.length === 0) return syntaxStory(analysis, offset);
  const lines = sections.flatMap((section) => section.lines).slice(0, MAX_LINES);
  const actions = sections.flatMap((section) => section.actions ?? []);
  const tint = sections.find((section) => section.tint !== undefined)?.tint;
  return {
    markdown: lines.join("\n\n"),
    span: target.span,
    actions: actions.filter((one, index) => actions.findIndex((other) => other.action === one.action) === index),
    ...(tint === undefined ? {} : { tint }),
  };
}

// The hover: what this code does with this value, in at most eight lines. What other tools show (the plain type, std's docs) is left to them.

import type { Analysis } from "../driver/contract.ts";
import type { Hover, HoverAction } from "./contract.ts";
import { ACTION_WORDS } from "../explain/words.ts";
import { call } from "./hover/call.ts";
import { closureSection } from "./hover/closure.ts";
import { derefOf } from "./hover/deref.ts";
import { questionMeans } from "./hover/err.ts";
import { field } from "./hover/field.ts";
import { local } from "./hover/local.ts";
import { name } from "./hover/name.ts";
import type { Action, Section, SectionOf } from "./hover/sections.ts";
import { story } from "./hover/story.ts";
import { syntaxStory } from "./hover/syntaxStory.ts";
import { locate, type Target } from "./locate.ts";

const SECTIONS: readonly SectionOf[] = [
  story,
  local,
  field,
  call,
  (analysis, target) =>
    target.kind === "closure" ? closureSection(analysis, target.in, target.expr) : undefined,
  (analysis, target) =>
    target.kind === "deref" ? derefOf(analysis, target.in, target.expr) : undefined,
  (analysis, target) =>
    target.kind === "question" ? questionMeans(analysis, target.in, target.expr) : undefined,
  name,
];

const MAX_LINES = 8;
const MAX_ACTIONS = 3;

/** What to show at an offset of the source; undefined when there is nothing that others do not say already. */
export function hoverAt(analysis: Analysis, offset: number): Hover | undefined {
  const target = locate(analysis, offset);
  if (target === undefined) return syntaxStory(analysis, offset);
  const sections: Section[] = [];
  for (const section of SECTIONS) {
    const found = section(analysis, target);
    if (found === undefined) continue;
    sections.push(found);
    if (found.final === true) break;
  }
  if (sections.length === 0) return syntaxStory(analysis, offset);
  const own = sections.filter((section) => section.fallback !== true);
  return compose(target, own.length === 0 ? sections : own);
}

function compose(target: Target, sections: readonly Section[]): Hover {
  const lines = sections.flatMap((section) => section.lines).slice(0, MAX_LINES);
  const tint = sections.find((section) => section.tint !== undefined)?.tint;
  const picture = sections.find((section) => section.picture !== undefined)?.picture;
  return {
    markdown: lines.join("\n\n"),
    span: target.span,
    actions: distinct(sections.flatMap((section) => section.actions ?? [])),
    ...(tint === undefined ? {} : { tint }),
    ...(picture === undefined ? {} : { picture }),
  };
}

function distinct(actions: readonly Action[]): readonly HoverAction[] {
  return actions
    .filter((one, index) => actions.findIndex((other) => other.action === one.action) === index)
    .slice(0, MAX_ACTIONS)
    .map((one) => ({ ...one, title: ACTION_WORDS[one.action === "card" ? "why" : one.action] }));
}

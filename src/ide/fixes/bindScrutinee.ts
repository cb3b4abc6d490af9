// `guard_in_scrutinee`: the value is bound first, so that the guard goes at the end of that `let`.
//
// `while let P = e { … }` becomes `loop { let P = e else { break; }; … }`: the guard must be taken anew for each turn.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIX_WORDS } from "../../explain/fixWords.ts";
import { bodyAt } from "../locate.ts";
import type { Proposal } from "./fix.ts";
import { endOfLine, indentAt, lineBefore, statementAround } from "./layout.ts";

/** One of them is free in nearly every function. */
const NAMES = ["value", "found", "taken"];

export function bindScrutinee(analysis: Analysis, { span }: Diagnostic): readonly Proposal[] {
  const typed = bodyAt(analysis, span.start);
  const statement = typed && statementAround(typed, span);
  if (typed === undefined || statement === undefined) return [];
  const { text } = analysis;
  const head = text.slice(statement.span.start, span.start);
  const scrutinee = text.slice(span.start, span.end);
  if (/^(?:'\w+: )?while let /.test(head)) return asLoop(analysis, statement.span.start, span.end);
  const taken = new Set(typed.body.locals.map((local) => local.name));
  const name = NAMES.find((one) => !taken.has(one));
  if (name === undefined || scrutinee.includes("\n")) return [];
  const line = lineBefore(analysis, statement.span.start, `let ${name} = ${scrutinee};`);
  if (line === undefined) return [];
  return [{ title: FIX_WORDS.bindFirst, edits: [line, { span, text: name }] }];
}

function asLoop(analysis: Analysis, start: number, end: number): readonly Proposal[] {
  const { text } = analysis;
  const indent = indentAt(text, start);
  const head = /^while let ([\s\S]+?) = ([\s\S]+)$/.exec(text.slice(start, end));
  const open = /^ \{/.exec(text.slice(end));
  if (indent === undefined || head === null || open === null) return [];
  const [, pattern = "", value = ""] = head;
  if (`${pattern}${value}`.includes("\n")) return [];
  const lines = [
    "loop {",
    `${indent}    let ${pattern} = ${value} else {`,
    `${indent}        break;`,
    `${indent}    };`,
  ];
  const span = { start, end: end + open[0].length };
  return [{ title: FIX_WORDS.bindFirst, edits: [{ span, text: lines.join(endOfLine(text)) }] }];
}

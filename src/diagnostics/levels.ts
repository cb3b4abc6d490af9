// Where a warning of ours is switched off in the text itself.
//
// rustc rejects attributes of tools that it does not know, `#[allow(lockstep::…)]` among them. What it accepts: the name of
// the nearest Clippy lint, where there is one, and `#[cfg_attr(lockstep, allow(lockstep::…))]`, which is nothing to rustc.
// Read from the text above an item, and from the inner attributes at the head of the file.

import type { Program } from "../hir/defs.ts";
import type { Warning } from "./warning.ts";

const CLIPPY: Readonly<Record<string, string>> = {
  "lockstep::arc_of_non_send": "clippy::arc_with_non_send_sync",
  "lockstep::guard_in_scrutinee": "clippy::significant_drop_in_scrutinee",
};

export function isAllowed(program: Program, text: string, { code, span }: Warning): boolean {
  const names = [code, CLIPPY[code]].filter((name) => name !== undefined);
  const around = program.localDefs
    .map((id) => program.def(id).span)
    .filter((one) => one.start <= span.start && span.end <= one.end);
  const attributes = [headOf(text), ...around.map((one) => aboveOf(text, one.start))].join("\n");
  const lists = [...attributes.matchAll(/\b(?:allow|expect)\s*\(([^()]*)\)/g)];
  const allowed = lists.flatMap(([, list = ""]) => list.split(",").map((one) => one.trim()));
  return names.some((name) => allowed.includes(name));
}

function headOf(text: string): string {
  return [...text.matchAll(/^#!\[.*\]/gm)].map(([line]) => line).join("\n");
}

/** The attributes that stand on the lines right above an item, or at its beginning. */
function aboveOf(text: string, start: number): string {
  const before = text.slice(0, start).split("\n");
  before.pop();
  const lines: string[] = [];
  for (const line of before.toReversed()) {
    if (!/^\s*(?:#\[|\/\/)/.test(line)) break;
    if (/^\s*#\[/.test(line)) lines.push(line);
  }
  const own = /^(?:\s*(?:#\[[^\n]*\]|\/\/[^\n]*)\n)*/.exec(text.slice(start))?.[0] ?? "";
  return [...lines, own].join("\n");
}

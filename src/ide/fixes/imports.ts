// `use` lines: a further import, where rustfmt would have it.
//
// rustfmt sorts the `use` items of a group (items on adjacent lines): names before lists; modules before types before
// constants up to style edition 2021, and by name alone from 2024.

import type { Analysis } from "../../driver/contract.ts";
import { insertAt, type TextEdit } from "./fix.ts";
import { endOfLine } from "./layout.ts";

interface UseLine {
  readonly start: number;
  readonly path: string;
}

const USE = /^(?:pub(?:\([^)]*\))? )?use ([^;]+);/gm;

/** Undefined where no place is certain. */
export function importEdit(analysis: Analysis, path: string): TextEdit | undefined {
  const { text } = analysis;
  const group = firstGroup(text);
  const cut = path.lastIndexOf("::");
  const list = group.find((one) => one.path.startsWith(`${path.slice(0, cut)}::{`));
  if (list !== undefined && !list.path.includes("\n")) {
    return intoList(analysis, list, path.slice(cut + 2));
  }
  const single = group.findIndex((one) => isNeighbour(one.path, path.slice(0, cut)));
  const merged = single < 0 ? undefined : asList(analysis, group, single, path.slice(cut + 2));
  if (merged !== undefined) return merged;
  const line = `use ${path};${endOfLine(text)}`;
  const next = group.find((one) => compareUses(analysis, path, one.path) < 0);
  if (next !== undefined) return insertAt(next.start, line);
  const last = group.at(-1);
  if (last !== undefined) {
    const end = text.indexOf("\n", last.start + last.path.length);
    return end < 0 ? undefined : insertAt(end + 1, line);
  }
  const head = /^(?:\uFEFF?(?:\/\/!.*|#!\[.*\]|\s*)\r?\n)*/.exec(text)?.[0].length ?? 0;
  return insertAt(head, `${line}${endOfLine(text)}`);
}

/** A plain import from the same module. */
function isNeighbour(path: string, parent: string): boolean {
  return path.startsWith(`${parent}::`) && /^\w+$/.test(path.slice(parent.length + 2));
}

/** `use parent::A;` becomes `use parent::{A, B};`, where a list may stand in its place. */
function asList(
  analysis: Analysis,
  group: readonly UseLine[],
  index: number,
  name: string,
): TextEdit | undefined {
  const { path, start } = group[index] as UseLine;
  const cut = path.lastIndexOf("::") + 2;
  const names = [path.slice(cut), name].toSorted((a, b) => compareNames(analysis, a, b));
  const list = `{${names.join(", ")}}`;
  const next = group[index + 1];
  if (next !== undefined && compareUses(analysis, `${path.slice(0, cut)}${list}`, next.path) > 0)
    return undefined;
  const at = analysis.text.indexOf(path, start) + cut;
  return { span: { start: at, end: at + path.length - cut }, text: list };
}

/** The name among those of `use parent::{A, B};`. */
function intoList(analysis: Analysis, list: UseLine, name: string): TextEdit | undefined {
  const open = list.path.indexOf("{");
  const inner = list.path.slice(open + 1, list.path.lastIndexOf("}"));
  if (inner.includes("{")) return undefined;
  const names = inner.split(",").map((one) => one.trim());
  const sorted = [...names, name].toSorted((a, b) => compareNames(analysis, a, b));
  const at = analysis.text.indexOf("{", list.start);
  return {
    span: { start: at + 1, end: at + 1 + inner.length },
    text: sorted.filter((one) => one !== "").join(", "),
  };
}

/** The `use` items that stand together first. */
function firstGroup(text: string): readonly UseLine[] {
  const group: UseLine[] = [];
  let end = -1;
  for (const match of text.matchAll(USE)) {
    const between = end < 0 ? "" : text.slice(end, match.index);
    if (end >= 0 && !/^\r?\n$/.test(between)) break;
    group.push({ start: match.index, path: match[1] ?? "" });
    end = match.index + match[0].length;
  }
  return group;
}

export function compareUses(analysis: Analysis, a: string, b: string): number {
  const [left, right] = [a.split("::"), b.split("::")];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [x, y] = [left[index], right[index]];
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    const order = compareNames(analysis, x.trim(), y.trim());
    if (order !== 0) return order;
  }
  return 0;
}

function compareNames({ edition }: Analysis, a: string, b: string): number {
  const rank = (name: string) => {
    if (name === "self") return 0;
    if (name.startsWith("{")) return 5;
    if (name.startsWith("*")) return 4;
    if (edition >= 2024) return 1;
    if (/^[a-z_]/.test(name)) return 1;
    return /^[A-Z0-9_]+$/.test(name) && name.length > 1 ? 3 : 2;
  };
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

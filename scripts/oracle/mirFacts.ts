// Reads rustc's `--emit=mir -Zmir-include-spans -Zmir-opt-level=0`: drops are elaborated, nothing is optimised yet.
//
// Not read: constants that rustc promoted, `const fn` a second time in the form for constants, drops of futures (they
// are state machines by then).

import type { ClosureFact, DropFact, Facts, LocalFact, Position } from "./facts.ts";
import { plainType } from "./typeText.ts";

interface Section {
  readonly header: string;
  readonly lines: readonly string[];
}

interface Found {
  readonly locals: LocalFact[];
  readonly closures: ClosureFact[];
  readonly drops: DropFact[];
}

/** `text` is the program, which tells variables that a person named from those of `for` and the like. */
export function mirFacts(mir: string, text: string): Facts {
  const found: Found = { locals: [], closures: [], drops: [] };
  const lines = text.split("\n");
  for (const section of sections(mir)) readSection(section, lines, found);
  return found;
}

function sections(mir: string): Section[] {
  const out: Section[] = [];
  const lines = mir.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const header = lines[at] ?? "";
    if (!/^(fn|const|static|promoted)\b.*\{$/.test(header)) continue;
    const end = lines.indexOf("}", at);
    const second = lines[at - 1] === "// MIR FOR CTFE";
    if (!second && !header.startsWith("promoted"))
      out.push({ header, lines: lines.slice(at + 1, end) });
    at = end;
  }
  return out;
}

function readSection(section: Section, text: readonly string[], found: Found): void {
  const tys = typesOf(section);
  const names = new Map<string, string>();
  const seen = new Set<string>();
  const captures: string[] = [];
  const coroutine = /^fn .*\(_1: (Pin<&mut )?\{(async|gen|coroutine)/.test(section.header);
  let cleanup = false;
  let scope = 0;
  for (const line of section.lines) {
    if (/^\s*scope \d+/.test(line)) scope++;
    const debug = /^\s*debug (\S+) => (.*);\s+\/\/ in scope \d+ at (.*)$/.exec(line);
    if (debug) {
      const [, name = "", place = "", at = ""] = debug;
      const position = positionOf(at);
      if (/^_\d+$/.test(place) || / as variant#/.test(place)) {
        const written = writtenAt(text, position, name);
        if (written) names.set(place, name);
        const ty = tys.get(place) ?? /: (.*)\)$/.exec(place)?.[1] ?? "";
        // In a guard a variable stands a second time, as a reference.
        const key = `${scope} ${name} ${at}`;
        if (written && !seen.has(key)) {
          const once = coroutine || section.header.includes("{async");
          addLocal(found, { ...written, name, ty: plainType(ty) }, once);
        }
        seen.add(key);
      } else if (!coroutine) captures.push(captureText(name, place));
      continue;
    }
    const block = /^ {4}bb\d+( \(cleanup\))?: \{/.exec(line);
    if (block) cleanup = block[1] !== undefined;
    const drop = /^\s*drop\((.*)\) -> .*; \/\/ scope \d+ at (.*)$/.exec(line);
    if (drop && !coroutine) {
      const [, place = "", at = ""] = drop;
      const root = /_\d+/.exec(place)?.[0] ?? "";
      const { line: row, column } = positionOf(at);
      found.drops.push({
        line: row,
        column,
        // Behind a Box rustc goes through a temporary.
        name: place.includes("(*") ? "" : (names.get(root) ?? ""),
        ty: plainType(placeType(place, tys)),
        unwind: cleanup,
      });
    }
  }
  const closure = /^fn .*\(_1: (&mut |&)?\{closure@([^{}]*)\}/.exec(section.header);
  if (closure)
    found.closures.push({
      ...positionOf(closure[2] ?? ""),
      kind: closure[1] === undefined ? "FnOnce" : closure[1] === "&" ? "Fn" : "FnMut",
      captures,
    });
}

/** A parameter of an `async fn` belongs to the function, to its future and to what that holds. */
function addLocal(found: Found, local: LocalFact, once: boolean): void {
  const same = (other: LocalFact) =>
    other.line === local.line && other.column === local.column && other.name === local.name;
  if (!once || !found.locals.some(same)) found.locals.push(local);
}

function typesOf({ header, lines }: Section): Map<string, string> {
  const tys = new Map<string, string>();
  for (const [local, ty] of parameters(header)) tys.set(local, ty);
  for (const line of lines) {
    const declared = /^\s*let (?:mut )?(_\d+): (.*);\s+\/\/ (?:in scope|return place)/.exec(line);
    if (declared) tys.set(declared[1] ?? "", declared[2] ?? "");
  }
  return tys;
}

function parameters(header: string): [string, string][] {
  const start = header.indexOf("(_1: ");
  if (start < 0) return [];
  let depth = 0;
  let end = start;
  for (; end < header.length; end++) {
    if ("(<[{".includes(header[end] ?? "")) depth++;
    else if (")]}".includes(header[end] ?? "") || (header[end] === ">" && header[end - 1] !== "-"))
      depth--;
    if (depth === 0) break;
  }
  const parts = header.slice(start + 1, end).split(/(?:^|, )(?=_\d+: )/);
  return parts.flatMap((part): [string, string][] => {
    const match = /^(_\d+): (.*)$/.exec(part);
    return match ? [[match[1] ?? "", match[2] ?? ""]] : [];
  });
}

/** On one line; else `length` is negative. */
interface Range extends Position {
  readonly length: number;
}

/** `file:3:5: 3:9`; line 0 for another file's. */
function positionOf(at: string): Range {
  const match = /^(.*?):(\d+):(\d+): (\d+):(\d+)/.exec(at);
  if (!match || match[1]?.startsWith("/rustc/")) return { line: 0, column: 0, length: 0 };
  const [line = 0, column = 0, endLine, endColumn = 0] = match.slice(2).map(Number);
  return { line, column, length: line === endLine ? endColumn - column : -1 };
}

/**
 * Where the name itself stands, behind `ref mut`; undefined for a variable that nobody wrote: `for` and `?` have such ones
 * (`iter`, `val`), which stand at a whole expression.
 */
function writtenAt(
  text: readonly string[],
  { line, column, length }: Range,
  name: string,
): Position | undefined {
  if (line === 0) return undefined;
  const characters = [...(text[line - 1] ?? "")];
  const rest = characters.slice(column - 1).join("");
  const match = /^((?:ref\s+)?(?:mut\s+)?)((?:r#)?[\p{L}_][\p{L}\p{N}_]*)(\s*@)?/u.exec(rest);
  const [all = "", head = "", word = "", at] = match ?? [];
  if (word.replace("r#", "") !== name.replace("r#", "")) return undefined;
  if (at === undefined && length !== [...all].length) return undefined;
  if (/\bin\s+$/.test(characters.slice(0, column - 1).join(""))) return undefined;
  return { line, column: column + head.length };
}

/** `p__a => (*((*_1).0: &String))`: by reference, because one stands inside the environment. */
function captureText(name: string, place: string): string {
  const inner = /^\(\*\((?:\(\*_1\)|_1)\.\d+: (&(?:mut )?)(.*)\)\)$/.exec(place);
  if (inner) return `${name} ${inner[1] === "&" ? "ref" : "mut"} ${plainType(inner[2] ?? "")}`;
  const value = /^\((?:\(\*_1\)|_1)\.\d+: (.*)\)$/.exec(place);
  return `${name} value ${plainType(value?.[1] ?? place)}`;
}

function placeType(place: string, tys: ReadonlyMap<string, string>): string {
  const known = tys.get(place);
  if (known !== undefined) return known;
  const field = fieldType(place);
  if (field !== undefined) return field;
  const behind = /^\(\*(.*)\)$/.exec(place)?.[1];
  if (behind !== undefined) return pointee(placeType(behind, tys));
  const element = /^(.*)\[[^[\]]*\]$/.exec(place)?.[1];
  return element === undefined
    ? "?"
    : (/^\[(.*?)(?:; .*)?\]$/.exec(placeType(element, tys))?.[1] ?? "?");
}

/** `((_1.0: A).1: B)` has type B. */
function fieldType(place: string): string | undefined {
  if (!place.startsWith("(") || !place.endsWith(")") || place.startsWith("(*")) return undefined;
  let depth = 0;
  for (let at = 1; at < place.length - 1; at++) {
    if ("(<[".includes(place[at] ?? "")) depth++;
    else if (")]".includes(place[at] ?? "") || (place[at] === ">" && place[at - 1] !== "-"))
      depth--;
    else if (depth === 0 && place.startsWith(": ", at)) return place.slice(at + 2, -1);
  }
  return undefined;
}

function pointee(ty: string): string {
  return /^(?:&mut |&|\*mut |\*const )(.*)$/.exec(ty)?.[1] ?? /Box<(.*)>$/.exec(ty)?.[1] ?? "?";
}

// Typing as people do it: mostly in bodies, mostly small, now and then a mess, and back again.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export type Random = (below: number) => number;

/** mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The project's own programs: those that run, those that rustc refuses, those that are warned of. */
export function programFiles(): readonly string[] {
  return ["test/programs", "test/warnings", "test/moves", "test/hover"].flatMap(rustIn).sort();
}

function rustIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return rustIn(path);
    return path.endsWith(".rs") ? [path] : [];
  });
}

const STATEMENTS = [
  "let a = 1;",
  "let c = || 1;",
  "drop(x);",
  "return;",
  'println!("{}", 1);',
  'panic!("line {}", line!());',
  "let v: Vec<u8> = Vec::new(); let w = v; drop(v);",
  "unknown_name;",
  'let s = String::from("a\nb");',
  "// said",
  "struct Inner;",
  "fn nested() {}",
  "let r; { let short = 5; r = &short; } let _ = r;",
  "let m = std::sync::Mutex::new(0); let g = m.lock().unwrap();",
];
const PIECES = [
  "x",
  " ",
  "\n",
  ";",
  "1",
  ".clone()",
  "&",
  "*",
  "mut ",
  "?",
  "(",
  "}",
  '"',
  "'",
  "/*",
];

/** The text after one more edit. */
export function typing(start: string, text: string, random: Random): string {
  const inBodies = [...text.matchAll(/[;{]\n/g)].map((match) => match.index + 1);
  const line = inBodies[random(Math.max(inBodies.length, 1))] ?? 0;
  const put = (at: number, piece: string, over = 0) =>
    text.slice(0, at) + piece + text.slice(at + over);
  switch (random(10)) {
    case 0:
      return start;
    case 1:
    case 2:
    case 3:
      return put(line, `\n    ${STATEMENTS[random(STATEMENTS.length)] ?? ""}`);
    case 4:
    case 5:
      return put(line + random(30), PIECES[random(7)] ?? "");
    case 6:
      return put(line + random(30), PIECES[random(PIECES.length)] ?? "");
    case 7:
      return put(line + random(30), "", 1 + random(6));
    case 8:
      return put(line, "\n");
    default:
      return put(random(text.length), PIECES[random(PIECES.length)] ?? "", random(3));
  }
}

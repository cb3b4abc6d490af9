// Mutation fuzzing: real programs, changed at random, through everything that reads a text. Nothing may throw, nothing may hang.
//
// Every input is made from a number, so that a failure can be repeated: `inputOf(seed)`. The mutations are those of
// half-typed and mangled files: cut, doubled, swapped and spliced pieces, odd characters, other line ends.

import type { Edition } from "../../src/base/edition.ts";
import type { Analysis } from "../../src/driver/contract.ts";
import { createEngine, type Engine } from "../../src/driver/engine.ts";
import { startExploration } from "../../src/driver/exploreProgram.ts";
import { prepare } from "../../src/driver/program.ts";
import { fixesAt } from "../../src/ide/fixes/fixes.ts";
import { hoverAt } from "../../src/ide/hover.ts";
import { finish } from "../../src/base/steps.ts";

export interface Fuzz {
  readonly engine: Engine;
  /** One input of so many is explored, and asked for its fixes. */
  readonly rarely: number;
  readonly seeds: readonly string[];
}

export function newFuzz(seeds: readonly string[], rarely = 4): Fuzz {
  return { engine: createEngine(), seeds, rarely };
}

type Random = (below: number) => number;

/** mulberry32. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const ODD = [
  "\uFEFF",
  "\r\n",
  "\t",
  "\u0000",
  "🦀",
  "\u202E",
  "מזל",
  "\uD800",
  "\u2028",
  '"',
  "'",
  "/*",
  "*/",
  "//",
  "{",
  "}",
  "(",
  ")",
  "<",
  ">",
  "::",
  "|",
  "&mut ",
  "*",
  "..=",
  "?",
  "#[",
  'r#"',
  "b'",
  "0x",
  "1e",
  "move ",
  "loop ",
  "match ",
  "impl ",
  "dyn ",
  "where ",
  "unsafe ",
  "async ",
  "macro_rules! m { ($($x:tt)*) => { $($x)* } }",
  "![alt](command:evil)",
  "<img src=x onerror=alert(1)>",
];

export function inputOf({ seeds }: Fuzz, seed: number): string {
  const random = randomOf(seed);
  let text = seeds[random(seeds.length)] ?? "";
  for (let count = 1 + random(4); count > 0; count--) text = mutate(random, text, seeds);
  return text;
}

function mutate(random: Random, text: string, seeds: readonly string[]): string {
  const at = random(text.length + 1);
  const end = Math.min(text.length, at + random(random(4) === 0 ? 200 : 12));
  const piece = text.slice(at, end);
  switch (random(9)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, end) + piece + text.slice(end);
    case 2:
      return text.slice(0, at) + (ODD[random(ODD.length)] ?? "") + text.slice(at);
    case 3:
      return text.slice(0, at);
    case 4: {
      const other = seeds[random(seeds.length)] ?? "";
      return text.slice(0, at) + other.slice(random(other.length + 1));
    }
    case 5: {
      const to = random(text.length + 1);
      return text.slice(0, to) + piece + text.slice(to);
    }
    case 6:
      return swapWords(random, text);
    case 7:
      return random(2) === 0 ? text.replaceAll("\n", "\r\n") : text.replaceAll("    ", "\t");
    default:
      return text.slice(0, at) + String.fromCharCode(random(0x180)) + text.slice(at + 1);
  }
}

/** One word in the place of another. */
function swapWords(random: Random, text: string): string {
  const words = [...text.matchAll(/\w+/g)];
  const from = words[random(words.length || 1)];
  const to = words[random(words.length || 1)];
  if (from === undefined || to === undefined) return text;
  return text.slice(0, to.index) + from[0] + text.slice(to.index + to[0].length);
}

const EDITIONS = [2015, 2018, 2021, 2024] as const;
const MAX_STATES = 200;
const FUEL = 20_000;

/** Everything that reads a text, with tight budgets. */
export function exercise({ engine, rarely, seeds }: Fuzz, text: string, seed: number): void {
  const random = randomOf(seed ^ 0x5bd1e995);
  const edition = EDITIONS[random(8)] ?? 2021;
  const analysis = engine.analyze(text, { file: "main.rs", edition });
  analysis.compilerDiagnostics();
  hoverAt(analysis, random(text.length + 1));
  if (random(2 * rarely) === 0) {
    const whole = seeds[random(seeds.length)] ?? text;
    type(engine, random(2) === 0 ? text : whole, random, edition);
  }
  if (random(2 * rarely) === 0) {
    const at = random(text.length + 1);
    const analyze = (changed: string) => engine.analyze(changed, { file: "main.rs", edition });
    finish(fixesAt(analysis, { start: at, end: at + 40 }, analyze));
  }
  const program = prepare(analysis, {});
  if (program.kind !== "ready" || random(rarely) !== 0) return;
  const running = startExploration(program, { maxStates: MAX_STATES });
  running.exploration.advance(FUEL);
  running.exploration.stop("budget");
  running.verdict(0);
}

/** A text that is edited says what the same text says when it is read afresh. */
function type(engine: Engine, text: string, random: Random, edition: Edition): void {
  let at = engine.open(text, { file: "main.rs", edition });
  let typed = text;
  for (let stroke = 0; stroke < STROKES; stroke++) {
    const caret = random(typed.length + 1);
    typed = typed.slice(0, caret) + (TYPED[random(TYPED.length)] ?? "") + typed.slice(caret);
    at = engine.edit(at, typed);
    at.compilerDiagnostics();
    hoverAt(at, random(at.text.length + 1));
  }
  const fresh = engine.analyze(typed, { file: "main.rs", edition });
  const told = messagesOf(at);
  if (told !== messagesOf(fresh))
    throw new Error(`edited:\n${told}\nafresh:\n${messagesOf(fresh)}`);
}

const STROKES = 3;
const TYPED = ["x", ".", ";", " ", "\n", "{", "}", "(", ")", "&", "let y = ", "1", '"'];

function messagesOf(analysis: Analysis): string {
  return analysis
    .compilerDiagnostics()
    .map(({ severity, code, message }) => `${severity} ${code ?? ""} ${message}`)
    .join("\n");
}

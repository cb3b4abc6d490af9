// The command line: what it may say, and the sentence when it says something else.

import { EDITIONS, type Edition } from "../base/edition.ts";

export interface Arguments {
  readonly command: "check" | "run" | "explore" | "hover";
  readonly file: string;
  /** `hover` only: 1-based. */
  readonly line: number;
  readonly column: number;
  readonly edition: Edition | undefined;
  readonly entry: string | undefined;
  readonly test: string | undefined;
  readonly seed: number | undefined;
  readonly schedule: string | undefined;
  /** Operations on atomics: as they are written, or all of them SeqCst. */
  readonly orders: "written" | "seqcst";
  readonly timeLimit: number;
  readonly maxStates: number;
  readonly json: boolean;
}

export const USAGE = `lockstep: what a concurrent Rust program does, under every schedule

  lockstep check   FILE [--edition E] [--json]
  lockstep run     FILE [--edition E] [--entry PATH | --test NAME] [--seed N | --schedule S] [--orders O] [--json]
  lockstep explore FILE [--edition E] [--entry PATH | --test NAME] [--time-limit S] [--max-states N] [--orders O] [--json]
  lockstep hover   FILE:LINE:COLUMN [--edition E] [--json]

Orders: written (the default), or seqcst, as if every operation on atomics were SeqCst.
Editions: 2015, 2018, 2021, 2024; by default that of the nearest Cargo.toml, else 2021.
Exit code: 0 nothing found, 1 errors or bad outcomes found, 2 bad usage or unreadable file.`;

const ORDERS = ["written", "seqcst"] as const;
const COMMANDS = ["check", "run", "explore", "hover"] as const;
const OPTIONS: Record<Arguments["command"], readonly string[]> = {
  check: ["edition"],
  run: ["edition", "entry", "test", "seed", "schedule", "orders"],
  explore: ["edition", "entry", "test", "time-limit", "max-states", "orders"],
  hover: ["edition"],
};

/** Arguments, or a sentence that says what is wrong with them. */
export function readArguments(argv: readonly string[]): Arguments | string {
  const command = COMMANDS.find((name) => name === argv[0]);
  if (command === undefined) {
    return argv[0] === undefined ? "A command is missing." : `There is no command \`${argv[0]}\`.`;
  }
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let at = 1; at < argv.length; at++) {
    const word = argv[at] ?? "";
    if (!word.startsWith("--")) {
      files.push(word);
      continue;
    }
    const [name = "", inline] = word.slice(2).split(/=(.*)/s);
    if (name === "json") {
      options.set(name, "");
      continue;
    }
    if (!OPTIONS[command].includes(name)) return `\`${command}\` has no option \`--${name}\`.`;
    const value = inline ?? argv[++at];
    if (value === undefined) return `\`--${name}\` needs a value.`;
    options.set(name, value);
  }
  if (files.length !== 1)
    return files.length === 0 ? "A file is missing." : "Only one file can be given.";
  return build(command, files[0] ?? "", options);
}

function build(
  command: Arguments["command"],
  target: string,
  options: ReadonlyMap<string, string>,
): Arguments | string {
  const edition = options.get("edition");
  const known = EDITIONS.find((year) => String(year) === edition);
  if (edition !== undefined && known === undefined) {
    return `There is no edition \`${edition}\`: 2015, 2018, 2021 and 2024 are known.`;
  }
  const orders = ORDERS.find((one) => one === (options.get("orders") ?? "written"));
  if (orders === undefined) return `\`--orders\` is \`written\` or \`seqcst\`.`;
  const place = command === "hover" ? /^(.*):(\d+):(\d+)$/s.exec(target) : undefined;
  if (place === null) return "`hover` needs FILE:LINE:COLUMN.";
  for (const [one, other] of [
    ["entry", "test"],
    ["seed", "schedule"],
  ] as const) {
    if (options.has(one) && options.has(other))
      return `\`--${one}\` and \`--${other}\` exclude each other.`;
  }
  const numbers = {
    seed: options.get("seed"),
    timeLimit: options.get("time-limit"),
    maxStates: options.get("max-states"),
  };
  for (const [name, value] of Object.entries(numbers)) {
    if (value !== undefined && !(Number(value) >= 0))
      return `\`${value}\` is not a number (${name}).`;
  }
  return {
    command,
    file: place?.[1] ?? target,
    line: Number(place?.[2] ?? 1),
    column: Number(place?.[3] ?? 1),
    edition: known,
    entry: options.get("entry"),
    test: options.get("test"),
    seed: numbers.seed === undefined ? undefined : Number(numbers.seed),
    schedule: options.get("schedule"),
    orders,
    timeLimit: Number(numbers.timeLimit ?? 10),
    maxStates: Number(numbers.maxStates ?? 1_000_000),
    json: options.has("json"),
  };
}

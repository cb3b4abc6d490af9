// What a command line asks for and what it is told: words in, text and exit code out. Files are read by whoever calls.

import type { Engine } from "../driver/engine.ts";
import { type Arguments, readArguments, USAGE } from "./args.ts";
import { check } from "./check.ts";
import { explore } from "./explore.ts";
import { hover } from "./hover.ts";
import type { Source } from "./readSource.ts";
import type { Report } from "./report.ts";
import { run } from "./run.ts";

export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  /** 0 nothing found, 1 errors or bad outcomes found, 2 bad usage or unreadable file. */
  readonly exitCode: 0 | 1 | 2;
}

/** `read` gives the text of a file and its edition, or a sentence that says why not. */
export function answer(
  argv: readonly string[],
  engine: Engine,
  read: (file: string) => Source | string,
): Answer {
  if (argv.includes("--help") || argv.includes("-h") || argv[0] === "help")
    return { stdout: `${USAGE}\n`, stderr: "", exitCode: 0 };
  const args = readArguments(argv);
  if (typeof args === "string")
    return refuse(`${args} \`lockstep --help\` shows what can be said.`);
  const source = read(args.file);
  if (typeof source === "string") return refuse(source);
  const report = perform(args, engine, source);
  if (typeof report === "string") return refuse(report);
  return {
    stdout: args.json ? `${JSON.stringify(report.json)}\n` : report.text,
    stderr: "",
    exitCode: report.found ? 1 : 0,
  };
}

function perform(args: Arguments, engine: Engine, source: Source): Report | string {
  const edition = args.edition ?? source.edition;
  const analysis = engine.analyze(source.text, { file: args.file, edition });
  switch (args.command) {
    case "check":
      return check(analysis);
    case "run":
      return run(analysis, args);
    case "explore":
      return explore(analysis, args);
    case "hover":
      return hover(analysis, args);
  }
}

function refuse(sentence: string): Answer {
  return { stdout: "", stderr: `lockstep: ${sentence}\n`, exitCode: 2 };
}

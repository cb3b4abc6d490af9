// The command line tool: arguments in, text or one JSON object out. Exit codes: see USAGE.

import { createEngine } from "../driver/engine.ts";
import { type Arguments, readArguments, USAGE } from "./args.ts";
import { check } from "./check.ts";
import { explore } from "./explore.ts";
import { hover } from "./hover.ts";
import { editionOf, readSource } from "./readSource.ts";
import type { Report } from "./report.ts";
import { run } from "./run.ts";

function main(argv: readonly string[]): number {
  if (argv.includes("--help") || argv.includes("-h") || argv[0] === "help") {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const args = readArguments(argv);
  if (typeof args === "string")
    return refuse(`${args} \`lockstep --help\` shows what can be said.`);
  const source = readSource(args.file);
  if (typeof source === "string") return refuse(source);
  const report = perform(args, source.text);
  if (typeof report === "string") return refuse(report);
  process.stdout.write(args.json ? `${JSON.stringify(report.json)}\n` : report.text);
  return report.found ? 1 : 0;
}

function perform(args: Arguments, text: string): Report | string {
  const engine = createEngine();
  const analysis = engine.analyze(text, {
    file: args.file,
    edition: args.edition ?? editionOf(args.file),
  });
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

function refuse(sentence: string): number {
  process.stderr.write(`lockstep: ${sentence}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));

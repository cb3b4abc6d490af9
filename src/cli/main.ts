// The command line tool. Exit codes: see USAGE.

import { createEngine } from "../driver/engine.ts";
import { answer } from "./command.ts";
import { readSource } from "./readSource.ts";

const { stdout, stderr, exitCode } = answer(process.argv.slice(2), createEngine(), readSource);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;

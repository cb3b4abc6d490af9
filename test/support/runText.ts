// A program from text to its end, with the first choice taken at every step unless told otherwise.

import { buildLineIndex, lineColumnAt } from "../../src/base/lineIndex.ts";
import { loadStd } from "../../src/driver/stdSnapshot.ts";
import type { Program } from "../../src/hir/defs.ts";
import { resolveCrate } from "../../src/hir/resolve.ts";
import { createMachine } from "../../src/machine/machine.ts";
import type { Machine, MachineOptions } from "../../src/machine/machine.ts";
import { enabledChoices } from "../../src/machine/run/pending.ts";
import type { Choice } from "../../src/machine/run/pending.ts";
import { initialState, settle, step } from "../../src/machine/step.ts";
import type { State } from "../../src/machine/state/state.ts";
import { encodeObject } from "../../src/machine/sync/objects.ts";
import { createMirContext } from "../../src/mir/context.ts";
import type { MirContext } from "../../src/mir/context.ts";
import { concurrentPrimitives } from "../../src/std/concurrent.ts";
import { sequentialPrimitives } from "../../src/std/sequential.ts";
import { parseFile } from "../../src/syntax/parse.ts";
import { createTyContext } from "../../src/ty/context.ts";
import type { TyContext } from "../../src/ty/context.ts";

interface Std {
  readonly program: Program;
  readonly ty: TyContext;
  readonly mir: MirContext;
}

const loaded: Std[] = [];

function std(): Std {
  if (loaded[0]) return loaded[0];
  const program = loadStd();
  const ty = createTyContext(program);
  const made = { program, ty, mir: createMirContext(ty) };
  loaded.push(made);
  return made;
}

export function machineFor(source: string, options: Partial<MachineOptions> = {}): Machine {
  const base = std();
  const lines = buildLineIndex(source);
  const file = parseFile(source, 0, 2021);
  const program = resolveCrate([{ name: "main.rs", file }], base.program, { test: true });
  const ty = createTyContext(program, { base: base.ty });
  const main = program.localDefs.find(
    (def) => program.def(def).kind === "fn" && program.def(def).name === "main",
  );
  if (main === undefined) throw new Error("no main");
  return createMachine({
    cx: createMirContext(ty, base.mir),
    primitives: new Map([...sequentialPrimitives(), ...concurrentPrimitives()]),
    entry: { def: main },
    encodeObject: (object) => encodeObject(object as Parameters<typeof encodeObject>[0]),
    lineOf: (span) => lineColumnAt(lines, span.start).line,
    locate(span) {
      const { line, column } = lineColumnAt(lines, span.start);
      return `src/main.rs:${line}:${column}`;
    },
    ...options,
  });
}

export function runText(
  source: string,
  choose: (choices: readonly Choice[]) => Choice | undefined = (all) => all[0],
  options: Partial<MachineOptions> = {},
): { machine: Machine; state: State } {
  const machine = machineFor(source, options);
  let state = settle(machine, initialState(machine));
  for (let steps = 0; state.status === undefined && steps < 10_000; steps++) {
    const choice = choose(enabledChoices(machine, state));
    if (choice === undefined) break;
    state = settle(machine, step(machine, state, choice));
  }
  return { machine, state };
}

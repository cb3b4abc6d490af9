// A program ready to run: an analysis, an entry, and a machine for it. Refused in words where it cannot run.

import { quoted, say } from "../explain/hoverText.ts";
import { REFUSALS } from "../explain/refusalWords.ts";
import { displayColumnAt } from "../base/displayColumn.ts";
import { lineColumnAt } from "../base/lineIndex.ts";
import { isStdSpan } from "../base/span.ts";
import { createMachine, type Machine, type MachineOptions } from "../machine/machine.ts";
import { newSharedPlaces, raceModel } from "../machine/clocks/dataRace.ts";
import { encodeObject } from "../machine/sync/objects.ts";
import type { Analysis, Diagnostic, Entry } from "./contract.ts";
import { chooseEntry } from "./entries.ts";
import { usesUnsafe, usesWeakOrders } from "./memoryOrders.ts";
import { primitives } from "./primitives.ts";

/** Defaults of the command line and the panel; see docs/model.md. */
export const LIMITS = { steps: 50_000_000, visibleSteps: 200_000, stdout: 1_000_000 } as const;

export interface EntryChoice {
  readonly path?: string | undefined;
  readonly test?: string | undefined;
  /** Offset in the text. */
  readonly at?: number | undefined;
}

export type Prepared =
  | {
      readonly kind: "ready";
      readonly analysis: Analysis;
      readonly entry: Entry;
      readonly machine: Machine;
      /** rustc rejects it, and it runs with the check of `Send` and `Sync` off. */
      readonly unchecked: boolean;
      /** As if every operation on atomics were SeqCst. */
      readonly allSeqCst?: boolean;
    }
  | {
      readonly kind: "rejected";
      readonly analysis: Analysis;
      readonly entry: Entry | undefined;
      readonly errors: readonly Diagnostic[];
    }
  | { readonly kind: "refused"; readonly analysis: Analysis; readonly message: string };

export type Ready = Prepared & { readonly kind: "ready" };

/** `unchecked`: run also what rustc rejects only because of `Send` and `Sync`. */
export function prepare(analysis: Analysis, choice: EntryChoice, unchecked = false): Prepared {
  const entry = chooseEntry(analysis.entries, choice);
  const errors = analysis.compilerDiagnostics().filter((one) => one.severity === "error");
  const off = unchecked && canRunUnchecked(analysis);
  if (errors.length > 0 && !off) return { kind: "rejected", analysis, entry, errors };
  if (entry === undefined) return { kind: "refused", analysis, message: missingEntry(choice) };
  const program = { analysis, entry, unchecked: off };
  return { kind: "ready", ...program, machine: machineOf(program) };
}

/** The same program as if every operation on atomics were SeqCst. */
export function withSeqCst(program: Ready): Ready {
  const special = { ...program, allSeqCst: true };
  return { ...special, machine: machineOf(special) };
}

/** Every error is that something is not `Send` or `Sync`, and no borrow error hides behind it. */
export function canRunUnchecked(analysis: Analysis): boolean {
  const diagnostics = analysis.compilerDiagnostics();
  const errors = diagnostics.filter((one) => one.severity === "error");
  return (
    errors.length > 0 &&
    errors.every((one) => one.unsendable === true) &&
    !diagnostics.some((one) => one.severity === "info" && one.code !== undefined)
  );
}

function missingEntry(choice: EntryChoice): string {
  if (choice.path !== undefined) return say(REFUSALS.noFunction, { path: quoted(choice.path) });
  if (choice.test !== undefined) return say(REFUSALS.noTest, { test: quoted(choice.test) });
  return REFUSALS.noEntry;
}

/** `exploring`: for a search that begins again when it learns that a location needs its history. */
export function machineOf(
  {
    analysis,
    entry,
    unchecked,
    allSeqCst = false,
  }: Pick<Ready, "analysis" | "entry" | "unchecked" | "allSeqCst">,
  exploring = false,
  special: Pick<MachineOptions, "forgetting" | "threadIds" | "met" | "hashOrder"> = {},
): Machine {
  const place = (position: number) => lineColumnAt(analysis.lines, position);
  return createMachine({
    cx: analysis.mir,
    primitives,
    entry,
    limits: { steps: LIMITS.steps },
    encodeObject,
    allSeqCst,
    ...memoryOptions(analysis, exploring, unchecked, allSeqCst),
    ...special,
    lineOf: (span) => place(span.start).line,
    locate(span) {
      if (isStdSpan(span)) return "std";
      const { line, column } = displayColumnAt(analysis.text, analysis.lines, span.start);
      return `${analysis.file}:${line}:${column}`;
    },
  });
}

/** Histories and race checks cost time and states: only for programs that can tell. */
function memoryOptions(
  analysis: Analysis,
  exploring: boolean,
  unchecked: boolean,
  allSeqCst: boolean,
): Pick<MachineOptions, "weak" | "memory"> {
  const unsafe = unchecked || usesUnsafe(analysis);
  if (!unsafe && (allSeqCst || !usesWeakOrders(analysis))) return {};
  const weak = { folding: exploring, unfolded: new Set<string>() };
  return unsafe ? { weak, memory: raceModel(newSharedPlaces(), unchecked) } : { weak };
}

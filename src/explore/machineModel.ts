// The machine as a model: its states, its choices with what each needs, and how its process ends.

import { alternativesOf, enabledChoices, pendingOp } from "../machine/pending.ts";
import { initialState, runToVisible, settle, step } from "../machine/step.ts";
import { hashState } from "../machine/hash.ts";
import type { Machine } from "../machine/machine.ts";
import { printedText } from "../machine/sync/stdout.ts";
import type { State } from "../machine/state.ts";
import type { ThreadId } from "../machine/value.ts";
import { leakFindings } from "./leak.ts";
import type { Model, ModelChoice, ModelEnd } from "./model.ts";

export function machineModel(machine: Machine): Model<State> {
  return {
    initial: () => settle(machine, initialState(machine)),
    choices: (state) => choicesOf(machine, state),
    step: (state, choice, fuel) =>
      step(
        machine,
        state,
        { thread: choice.thread as ThreadId, alternative: choice.alternative },
        { fuel },
      ),
    isFinished: (state) => state.running.length === 0,
    resume: (state, fuel) => runToVisible(machine, state, { fuel }),
    end: endOf,
    key: (state, output) => hashState(machine, state, { stdout: output }),
    stdout: (state) => printedText(machine, state),
    ...(machine.memory?.unchecked === true ? { mark: (state) => harmOf(machine, state) } : {}),
  };
}

/** Without the compiler's checks what breaks is what people look for: a leak is not the same ending as none. */
function harmOf(machine: Machine, state: State): string {
  if (state.status?.kind === "undefinedBehaviour") return state.status.message;
  return leakFindings(machine, state).length > 0 ? "leak" : "";
}

export function choicesOf(machine: Machine, state: State): ModelChoice[] {
  let asked:
    | {
        thread: ThreadId;
        op: ReturnType<typeof pendingOp>;
        alternatives: ReturnType<typeof alternativesOf>;
      }
    | undefined;
  return enabledChoices(machine, state).map(({ thread, alternative }) => {
    if (asked?.thread !== thread) {
      asked = {
        thread,
        op: pendingOp(machine, state, thread),
        alternatives: alternativesOf(machine, state, thread),
      };
    }
    const { op, alternatives } = asked;
    return {
      thread,
      alternative,
      needs: alternatives[alternative]?.needs,
      deadline: alternatives[alternative]?.deadline,
      mover: alternatives.length > 1 ? undefined : op?.mover,
      observes: op?.observes ?? [],
    };
  });
}

export function endOf(state: State): ModelEnd | undefined {
  const { status } = state;
  if (status === undefined) return undefined;
  switch (status.kind) {
    case "exit":
      return { kind: "exit", code: status.code, reason: "", position: 0 };
    case "abort":
      return { kind: "exit", code: undefined, reason: status.message, position: 0 };
    case "undefinedBehaviour":
      return { kind: "exit", code: undefined, reason: status.message, position: status.span.start };
    case "unsupported":
      return {
        kind: "unsupported",
        code: undefined,
        reason: `${status.what}: ${status.reason}`,
        position: status.span.start,
      };
    case "limit":
      return {
        kind: "limit",
        code: undefined,
        reason: `${status.limit} ${status.what}`,
        position: status.span.start,
        limit: { what: status.what, limit: status.limit },
      };
  }
}

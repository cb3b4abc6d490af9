// Small models of operations alone: threads as lists of operations on locks and variables. They share no code with the machine and
// serve as its measure: how many states and outcomes a program of that shape has.

import type { Model, ModelChoice, ModelEnd } from "../../src/explore/model.ts";

export type Op =
  | { readonly kind: "lock" | "unlock" | "tryLock"; readonly lock: number }
  /** Adds to a variable in one step. */
  | { readonly kind: "add"; readonly variable: number; readonly by: number }
  /** Reads a variable into the thread's register; `store` writes register + by. */
  | { readonly kind: "load"; readonly variable: number }
  | { readonly kind: "store"; readonly variable: number; readonly by: number };

export interface OpState {
  readonly at: readonly number[];
  readonly registers: readonly number[];
  readonly owners: readonly number[];
  readonly variables: readonly number[];
}

/** Ends with the variables as output once every thread is through. `movers`: unlocks are declared as such. */
export function lockModel(threads: readonly (readonly Op[])[], movers: boolean): Model<OpState> {
  const ops = threads.flat();
  const size = (of: (op: Op) => number) => 1 + Math.max(-1, ...ops.map(of));
  const locks = size((op) => ("lock" in op ? op.lock : -1));
  const variables = size((op) => ("variable" in op ? op.variable : -1));
  const isOver = (state: OpState) =>
    state.at.every((at, thread) => at === (threads[thread]?.length ?? 0));
  return {
    initial: () => ({
      at: threads.map(() => 0),
      registers: threads.map(() => 0),
      owners: Array.from({ length: locks }, () => -1),
      variables: Array.from({ length: variables }, () => 0),
    }),
    choices(state) {
      const choices: ModelChoice[] = [];
      threads.forEach((list, thread) => {
        const op = list[state.at[thread] ?? 0];
        if (op === undefined || (op.kind === "lock" && state.owners[op.lock] !== -1)) return;
        choices.push({
          thread,
          alternative: 0,
          needs: undefined,
          mover: movers && op.kind === "unlock" ? "unlock" : undefined,
          observes: op.kind === "tryLock" ? ["unlock"] : [],
        });
      });
      return choices;
    },
    step(state, { thread }) {
      const op = threads[thread]?.[state.at[thread] ?? 0] as Op;
      const at = state.at.with(thread, (state.at[thread] ?? 0) + 1);
      switch (op.kind) {
        case "lock":
          return { ...state, at, owners: state.owners.with(op.lock, thread) };
        case "unlock":
          return { ...state, at, owners: state.owners.with(op.lock, -1) };
        case "tryLock": {
          const free = state.owners[op.lock] === -1;
          return { ...state, at, registers: state.registers.with(thread, free ? 1 : 0) };
        }
        case "add":
          return {
            ...state,
            at,
            variables: state.variables.with(
              op.variable,
              (state.variables[op.variable] ?? 0) + op.by,
            ),
          };
        case "load":
          return {
            ...state,
            at,
            registers: state.registers.with(thread, state.variables[op.variable] ?? 0),
          };
        case "store":
          return {
            ...state,
            at,
            variables: state.variables.with(op.variable, (state.registers[thread] ?? 0) + op.by),
          };
      }
    },
    isFinished: () => true,
    resume: (state) => state,
    end: (state): ModelEnd | undefined =>
      isOver(state) ? { kind: "exit", code: 0, reason: "", position: 0 } : undefined,
    key: (state) => JSON.stringify(state),
    stdout: (state) => (isOver(state) ? JSON.stringify([state.variables, state.registers]) : ""),
  };
}

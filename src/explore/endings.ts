// Where runs end: endings with the same status, exit code and output are one outcome.

import type { Model, ModelEnd } from "./model.ts";

export type OutcomeStatus = "ok" | "panic" | "exit" | "deadlock" | "unsupported" | "limit";

export interface Identity {
  readonly status: OutcomeStatus;
  readonly exitCode: number | undefined;
  readonly stdout: string;
}

/** All endings of one outcome. */
export interface Ending<S> extends Identity {
  readonly key: string;
  /** Undefined: a deadlock. */
  readonly end: ModelEnd | undefined;
  /** Of the graph; for a sample, the numbers of the walks. */
  readonly nodes: number[];
  /** Some of the states, for a closer look. */
  readonly kept: { readonly node: number; readonly state: S }[];
}

const KEPT = 50;

export class Endings<S> {
  readonly groups = new Map<string, Ending<S>>();
  count = 0;

  constructor(private readonly model: Model<S>) {}

  /** `end` undefined: nothing can go on. */
  add(node: number, state: S, end: ModelEnd | undefined): Ending<S> {
    this.count++;
    const identity = identityOf(end, this.model.stdout(state));
    const key = identityKey(identity) + (this.model.mark?.(state) ?? "");
    let group = this.groups.get(key);
    if (group === undefined) {
      group = { ...identity, key, end, nodes: [], kept: [] };
      this.groups.set(key, group);
    }
    group.nodes.push(node);
    if (group.kept.length < KEPT) group.kept.push({ node, state });
    return group;
  }
}

export function identityKey({ status, exitCode, stdout }: Identity): string {
  return `${status} ${exitCode ?? "-"} ${stdout}`;
}

function identityOf(end: ModelEnd | undefined, stdout: string): Identity {
  if (end === undefined) return { status: "deadlock", exitCode: undefined, stdout };
  if (end.kind !== "exit") return { status: end.kind, exitCode: undefined, stdout };
  const { code } = end;
  return { status: code === 0 ? "ok" : code === 101 ? "panic" : "exit", exitCode: code, stdout };
}

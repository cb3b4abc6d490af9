// Collects rows and scenes while a run goes on.
//
// The machine tells events in the middle of operations; a scene is taken when the user's code next stands between two of its
// own (`settled`), and belongs to all rows since the one before. What a scene shows to have changed under a lock becomes a row of
// its own, so that a write is seen where it happens. Waiting is read off the finished states after each step.

import { isStdSpan, NO_SPAN, type Span } from "../../base/span.ts";
import { blockedReason } from "../../machine/run/pending.ts";
import type { EventSink } from "../../machine/run/events.ts";
import type { Machine } from "../../machine/machine.ts";
import type { ThreadId } from "../../machine/state/value.ts";
import { threadOf, type State } from "../../machine/state/state.ts";
import { userSpanOf } from "../../explore/waiting.ts";
import { newSceneMemory, type SceneNode } from "../picture/nodes.ts";
import { sceneOf, type Scene } from "../picture/scene.ts";
import type { Ty } from "../../ty/ty.ts";
import { wholeSpan } from "./callSite.ts";
import { rowOf } from "./convert.ts";
import { blockedRow } from "./blocked.ts";
import { createMessageNames } from "./messages.ts";
import type { Row } from "./rows.ts";

export interface Recorder {
  readonly sink: EventSink;
  readonly onState: (state: State, steps: number, thread: number) => void;
  readonly rows: readonly Row[];
  /** Scene after each row, from `range.from` up to `range.to`; undefined outside. */
  readonly scenes: readonly (Scene | undefined)[];
  /** Names and types of objects by key, as the user's variables name them. */
  readonly named: ReadonlyMap<string, SceneNode>;
}

/** Rows that a run may have; the rest is cut off and said so. */
export const MAX_ROWS = 100_000;
/** Rows up to which memory is looked at before each event: what is written and sent behind them is not told. */
const MAX_WATCHED = 2000;

export interface RecorderText {
  /** 1-based line of a position. */
  readonly lineOf: (position: number) => number;
  /** Last position of the entry: where the process ends, once it has returned. */
  readonly end: number | undefined;
  /** Not in the user's own text: told without a place. */
  readonly isHidden: (span: Span) => boolean;
  /** True where a statement begins: not at a brace. */
  readonly startsStatement: (position: number) => boolean;
  /** `+=` or `-=` where a statement that assigns so stands. */
  readonly assignsBy: (position: number) => string;
}

export function createRecorder(
  machine: Machine,
  { lineOf, startsStatement, assignsBy, end, isHidden }: RecorderText,
  range: { readonly from: number; readonly to: number },
): Recorder {
  const capturesOf = (ty: Ty): readonly string[] => {
    const info = ty.kind === "closure" ? machine.cx.ty.closureInfo(ty.owner, ty.index) : undefined;
    return info?.captures.map((capture) => capture.name) ?? [];
  };
  const rows: Row[] = [];
  const scenes: (Scene | undefined)[] = [];
  const named = new Map<string, SceneNode>();
  const waiting = new Map<number, string>();
  const memory = newSceneMemory();
  let step = 0;
  let settledRows = 0;
  let running = 0;
  let values = new Map<string, string>();
  const messages = createMessageNames();

  const lastLine = new Map<number, number>();
  const push = (row: Row) => {
    if (rows.length >= MAX_ROWS) return;
    rows.push(row);
    lastLine.set(row.thread, lineOf(row.span.start));
    if (row.span.end > 0 && !isStdSpan(row.span)) memory.position.set(row.thread, row.span.start);
  };
  /** `println!` writes its parts one by one: people see one line. */
  const joinsPrint = (row: Row): boolean => {
    const last = rows.at(-1);
    if (row.kind !== "print" || last?.kind !== "print" || last.thread !== row.thread) return false;
    if (last.a !== row.a || last.step !== row.step || last.text.endsWith("\n")) return false;
    last.text += row.text;
    return true;
  };
  /** What happens behind the last of the user's own operations is told at the place where the thread was last. */
  const placed = (row: Row): Row => {
    const last = (row.kind === "exit" ? end : undefined) ?? memory.position.get(row.thread);
    const elsewhere = row.span.end === 0 || isStdSpan(row.span);
    return elsewhere && last !== undefined ? { ...row, span: { start: last, end: last + 1 } } : row;
  };
  /** A line is told when the thread comes to it, not for the braces around it. */
  const isNewLine = (row: Row): boolean =>
    row.kind !== "line" ||
    (startsStatement(row.span.start) && lastLine.get(row.thread) !== lineOf(row.span.start));
  /** The object inside which a cell lies: the count of an `Rc` belongs to the `Rc`. */
  const homeOf = (cell: string | undefined): string | undefined => {
    const [, memory = "", offset = ""] = /^(.*\+)(\d+)$/.exec(cell ?? "") ?? [];
    for (let at = Number(offset); at >= 0; at--)
      if (named.has(`${memory}${at}`)) return `${memory}${at}`;
    return cell;
  };
  const remember = (nodes: readonly SceneNode[]) => {
    for (const node of nodes) {
      if (node.kind !== "value" && !named.has(node.key)) named.set(node.key, node);
      remember(node.children);
    }
  };
  /** Values under locks and cells that differ from the scene before become rows. */
  const writes = (scene: Scene) => {
    const now = new Map<string, string>();
    const collect = (nodes: readonly SceneNode[], holder: SceneNode | undefined) => {
      for (const node of nodes) {
        if (node.kind !== "value") collect(node.children, node);
        // What is done to an atomic is an event of its own.
        else if (holder !== undefined && holder.kind !== "atomic") note(node, holder);
      }
    };
    const note = (leaf: SceneNode, holder: SceneNode) => {
      const value = leaf.value ?? "";
      now.set(holder.key, value);
      const before = values.get(holder.key);
      if (before === undefined || before === value) return;
      const nowhere = { start: 0, end: 0 };
      push(
        placed({
          kind: "write",
          thread: running,
          step,
          span: nowhere,
          key: holder.key,
          a: 0,
          b: 0,
          text: `${holder.name}\n${before}\n${value}\n${assignsBy(memory.position.get(running) ?? 0)}`,
        }),
      );
    };
    collect(scene.nodes, undefined);
    values = new Map([...values, ...now]);
  };
  const settle = (state: State) => {
    if (rows.length > settledRows) look(state);
  };
  const look = (state: State) => {
    if (rows.length >= MAX_ROWS) return;
    const wanted = rows.length >= range.from && settledRows < range.to;
    const watched = settledRows < MAX_WATCHED;
    const scene = wanted || watched ? sceneOf({ machine, state }, lineOf, memory) : undefined;
    if (scene !== undefined) {
      remember(scene.nodes);
      nameGuards(scene);
      // Rows must not depend on the range: they have the same numbers whenever the run is recorded.
      if (watched) {
        messages.name(rows.slice(settledRows), scene);
        writes(scene);
      }
    }
    while (scenes.length < rows.length) scenes.push(wanted ? scene : undefined);
    settledRows = rows.length;
  };
  /** An acquire learns the name of its guard once the guard stands in a variable; until its release it may. */
  const unnamed = new Set<Row>();
  const nameGuards = (scene: Scene) => {
    for (let at = settledRows; at < rows.length; at++) {
      const row = rows[at] as Row;
      if (row.kind === "acquire" || (row.kind === "borrow" && row.b === 0)) unnamed.add(row);
      if (row.kind !== "release" && row.kind !== "borrowEnd") continue;
      for (const one of unnamed)
        if (one.key === row.key && one.thread === row.thread) unnamed.delete(one);
    }
    for (const row of unnamed) {
      const thread = scene.threads.find((one) => one.id === row.thread);
      const name = thread?.locals.find((one) => one.guards === row.key)?.name;
      if (name === undefined) continue;
      row.text = name;
      unnamed.delete(row);
    }
  };
  const unblocked = (thread: ThreadId, state: State) => {
    const span = wholeSpan(state, thread, userSpanOf(threadOf(state, thread)));
    push({ kind: "unblocked", thread, step, span, key: undefined, a: 0, b: 0, text: "" });
  };
  const sink: EventSink = (event, thread, state) => {
    running = thread;
    if (isStdSpan(event.span) && event.kind === "line") return;
    if (isHidden(event.span) && event.kind === "line") return;
    const told = rowOf(event, { thread, step, machine, state, capturesOf });
    const row = told !== undefined && isHidden(told.span) ? { ...told, span: NO_SPAN } : told;
    if (row === undefined || joinsPrint(row) || !isNewLine(row)) return;
    if (event.kind === "access") row.key = homeOf(row.key);
    if (row.kind === "destroy" && named.get(row.key ?? "")?.kind === "scope") return;
    // It is the wait that gives the mutex back.
    const last = rows.at(-1);
    if (row.kind === "wait" && last?.kind === "release" && last.thread === thread)
      last.text = last.text.replace(/\n.*/, "\nwait");
    // What has been written until here belongs before it.
    if (rows.length < MAX_WATCHED) look(state);
    // Who acts does not wait any more.
    if (waiting.delete(thread)) unblocked(thread, state);
    if (row.kind === "unblocked") return;
    push(placed(row));
    if (event.kind === "release" && event.poisons) push({ ...row, kind: "poison", a: 0, text: "" });
  };
  sink.settled = settle;

  return {
    sink,
    rows,
    scenes,
    named,
    onState(state, steps, thread) {
      running = thread;
      // What a step wrote without an event of its own is its thread's doing, not that of the next one.
      if (rows.length < MAX_WATCHED) look(state);
      else settle(state);
      for (const thread of state.threads) {
        if (thread === undefined) continue;
        const reason =
          thread.status === "live" && state.status === undefined
            ? blockedReason(machine, state, thread.id)
            : undefined;
        const before = waiting.get(thread.id);
        const now =
          reason === undefined
            ? undefined
            : JSON.stringify(reason, (_, value: unknown) =>
                typeof value === "bigint" ? String(value) : value,
              );
        if (before === now) continue;
        const span = wholeSpan(state, thread.id, userSpanOf(thread));
        if (reason === undefined) {
          waiting.delete(thread.id);
          if (thread.status === "live") unblocked(thread.id, state);
        } else {
          waiting.set(thread.id, now ?? "");
          if (before === undefined) push(blockedRow(thread.id, step, span, reason));
        }
      }
      settle(state);
      step = steps;
    },
  };
}

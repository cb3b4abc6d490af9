// A hand-driven world that records a trace and its memory pictures, for tests and screenshots of the panel.
// It imitates what a recorder does for small programs; it is no machine and checks nothing.

import { createTraceBuilder } from "../../src/trace/builder.ts";
import type { NewEvent } from "../../src/trace/builder.ts";
import type {
  Picture,
  PictureLocal,
  PictureNode,
  PictureThread,
  ThreadState,
} from "../../src/trace/picture.ts";
import { TRACE_VERSION } from "../../src/trace/trace.ts";
import type { Ending, EventKind, ObjectKind, Trace } from "../../src/trace/trace.ts";

export interface WorldNode {
  id: string;
  kind: PictureNode["kind"];
  object?: number;
  name: string;
  type: string;
  strong?: number;
  weak?: number;
  owners: { thread: number; name: string }[];
  holders: { thread: number; mode: "lock" | "read" | "write" | "shared" | "mut"; since: number }[];
  waiting: number[];
  poisoned: boolean;
  queue?: string[];
  senders?: number;
  receiverAlive?: boolean;
  value?: string;
  children: WorldNode[];
  changed: boolean;
}

interface WorldThread {
  name: string;
  parent: number | undefined;
  start: number;
  end: number | undefined;
  state: ThreadState;
  line: number;
  fn: string;
  locals: PictureLocal[];
  waitsFor: PictureThread["waitsFor"];
}

export interface Sample {
  readonly trace: Trace;
  readonly pictures: readonly Picture[];
  readonly source: { readonly firstLine: number; readonly lines: readonly string[] };
}

export type EventRest = Partial<Omit<NewEvent, "kind" | "thread" | "line">> & {
  readonly at?: string;
};

export function createWorld(file: string, source: string, lines: readonly [number, number]) {
  const builder = createTraceBuilder();
  const objects: { index: number; kind: ObjectKind; name: string; type: string; line: number }[] =
    [];
  const threads: WorldThread[] = [thread("main", undefined, 0)];
  const nodes: WorldNode[] = [];
  const pictures: Picture[] = [];
  const sourceLines = source.split("\n");
  const world = { step: 0, stdout: "", keepPictures: true };
  let last = 0;

  function thread(name: string, parent: number | undefined, start: number): WorldThread {
    return {
      name,
      parent,
      start,
      end: undefined,
      state: "ready",
      line: 0,
      fn: "main",
      locals: [],
      waitsFor: undefined,
    };
  }

  /** `at` is text of the line that the event stands on. */
  function event(kind: EventKind, actor: number, line: number, rest: EventRest = {}): number {
    if (actor !== last && kind !== "unblocked") {
      world.step++;
      last = actor;
    }
    const { at, ...columns } = rest;
    const text = sourceLines[line - 1] ?? "";
    const column =
      at === undefined ? text.length - text.trimStart().length + 1 : text.indexOf(at) + 1;
    const endColumn = at === undefined ? text.length + 1 : column + at.length;
    const row = builder.push({
      kind,
      thread: actor,
      step: world.step,
      line,
      column,
      endColumn,
      ...columns,
    });
    const own = threads[actor];
    if (own !== undefined && kind !== "unblocked") own.line = line;
    for (const [at2, other] of threads.entries()) {
      if (other.state === "running" && at2 !== actor && kind !== "unblocked") other.state = "ready";
    }
    if (own !== undefined && kind !== "unblocked" && kind !== "end" && kind !== "blocked")
      own.state = "running";
    if (own !== undefined && kind !== "blocked") own.waitsFor = undefined;
    return row;
  }

  /** To be called after the world has been brought up to date with the event. */
  function shot(): void {
    if (!world.keepPictures) return;
    pictures.push({
      row: builder.count - 1,
      threads: threads.map((entry, index) => ({
        thread: index,
        state: entry.state,
        line: entry.state === "done" || entry.state === "panicked" ? 0 : entry.line,
        fn: entry.fn,
        locals: entry.locals.map((local) => ({ ...local })),
        ...(entry.waitsFor === undefined ? {} : { waitsFor: entry.waitsFor }),
        enabled: entry.state === "ready" || entry.state === "running",
      })),
      nodes: nodes.map(copyNode),
      stdout: world.stdout,
    });
    nodes.forEach(settle);
  }

  return {
    world,
    threads,
    nodes,
    event,
    shot,
    object(kind: ObjectKind, name: string, type: string, line: number): number {
      objects.push({ index: objects.length, kind, name, type, line });
      return objects.length - 1;
    },
    addThread(name: string, parent: number): number {
      threads.push(thread(name, parent, builder.count));
      return threads.length - 1;
    },
    finish(ending: Ending, entry = "main", schedule = "L1.21.7c0f3a.0a1b2c"): Sample {
      const trace: Trace = {
        version: TRACE_VERSION,
        file,
        entry,
        edition: 2021,
        lines,
        threads: threads.map((entry2, index) => ({
          index,
          name: entry2.name,
          parent: entry2.parent,
          start: entry2.start,
          end: entry2.end,
        })),
        objects,
        events: builder.finish(),
        ending,
        schedule,
      };
      return { trace, pictures, source: { firstLine: 1, lines: sourceLines } };
    },
    /** Row of the next event. */
    row: () => builder.count,
  };
}

export function node(
  id: string,
  kind: WorldNode["kind"],
  name: string,
  type: string,
  rest: Partial<WorldNode> = {},
): WorldNode {
  return {
    id,
    kind,
    name,
    type,
    owners: [],
    holders: [],
    waiting: [],
    poisoned: false,
    children: [],
    changed: true,
    ...rest,
  };
}

export function local(
  name: string,
  type: string,
  value: string,
  rest: Partial<PictureLocal> = {},
): PictureLocal {
  return { name, type, value, moved: false, ...rest };
}

function copyNode(from: WorldNode): PictureNode {
  return {
    ...from,
    owners: from.owners.map((owner) => ({ ...owner })),
    holders: from.holders.map((holder) => ({ ...holder })),
    waiting: [...from.waiting],
    ...(from.queue === undefined ? {} : { queue: [...from.queue] }),
    children: from.children.map(copyNode),
  };
}

function settle(from: WorldNode): void {
  from.changed = false;
  from.children.forEach(settle);
}

/** How a run ends when nothing is wrong. */
export const OK = { status: "ok", exitCode: 0, stderr: "", findings: [] } as const;

// The benchmark's rows as operations, by the names of benchmarkRows.ts: main spawns, joins in the order of the handles, and does
// what it does at the end.

import { CLOSED, type Op, type OpProgram } from "./opModel.ts";

const END: Op = { kind: "end" };
const PRINT: Op = { kind: "print" };
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const on = (kind: Extract<Op, { object: string }>["kind"], object: string): Op =>
  ({ kind, object }) as Op;
const run = (body: (shared: Record<string, number>, own: number[]) => unknown): Op => ({
  kind: "do",
  run: (shared, own) => {
    body(shared, own);
    return undefined;
  },
});

/** Main spawns all workers, does `before`, joins them, and ends with `after`. */
function around(
  workers: readonly (readonly Op[])[],
  after: readonly Op[],
  more: Partial<OpProgram> & { readonly before?: readonly Op[] } = {},
): OpProgram {
  const each = (kind: "spawn" | "join") => workers.map((_, at): Op => ({ kind, thread: at + 1 }));
  const main = [...each("spawn"), ...(more.before ?? []), ...each("join"), ...after, PRINT, END];
  return {
    threads: [main, ...workers.map((ops) => [...ops, END])],
    output: more.output ?? (() => ""),
    ...(more.senders === undefined ? {} : { senders: more.senders }),
  };
}

function section(lock: string): Op[] {
  return [on("lock", lock), on("unlock", lock)];
}

function counter(threads: number, rounds: number): OpProgram {
  const work = times(rounds, () => section("counter")).flat();
  return around(
    times(threads, () => work),
    section("counter"),
  );
}

function independent(threads: number): OpProgram {
  const own = times(threads, (at) => section(`cell ${at}`));
  return around(own, own.flat());
}

function dining(count: number, ordered: boolean): OpProgram {
  const philosopher = (at: number): Op[] => {
    const next = (at + 1) % count;
    const [first, second] = ordered ? [Math.min(at, next), Math.max(at, next)] : [at, next];
    return [
      on("lock", `fork ${first}`),
      on("lock", `fork ${second}`),
      on("unlock", `fork ${second}`),
      on("unlock", `fork ${first}`),
    ];
  };
  return around(times(count, philosopher), times(count, (at) => section(`fork ${at}`)).flat());
}

/** Loops are unrolled but for the wait. */
function buffer(producers: number, consumers: number, items: number): OpProgram {
  const produce = (id: number): Op[] => {
    const ops: Op[] = [];
    for (let item = 0; item < items; item++) {
      ops.push(on("lock", "slot"));
      waitWhile(ops, "emptied", (shared) => (shared["slot"] ?? 0) > 0);
      ops.push(
        run((shared) => (shared["slot"] = id * 10 + item + 1)),
        on("notify", "filled"),
        on("unlock", "slot"),
      );
    }
    return ops;
  };
  const consume = (): Op[] => {
    const ops: Op[] = [];
    for (let item = 0; item < items; item++) {
      ops.push(on("lock", "slot"));
      waitWhile(ops, "filled", (shared) => (shared["slot"] ?? 0) === 0);
      ops.push(
        run((shared, own) => {
          own.push((shared["slot"] ?? 0) - 1);
          shared["slot"] = 0;
        }),
        on("notify", "emptied"),
        on("unlock", "slot"),
      );
    }
    return ops;
  };
  return around([...times(producers, produce), ...times(consumers, consume)], [], {
    output: (own) => JSON.stringify(own.slice(producers + 1)),
  });
}

function waitWhile(
  ops: Op[],
  condvar: string,
  condition: (shared: Record<string, number>) => boolean,
): void {
  const start = ops.length;
  const behind = start + 5;
  ops.push(
    { kind: "do", run: (shared) => (condition(shared) ? undefined : behind) },
    { kind: "wait", object: condvar, lock: "slot" },
    on("woken", condvar),
    on("lock", "slot"),
    { kind: "do", run: () => start },
  );
}

function fetchAdd(threads: number): OpProgram {
  const work: Op[] = [{ kind: "add", object: "counter", by: 1 }];
  return around(
    times(threads, () => work),
    [],
    { output: (own) => JSON.stringify(own.slice(1)) },
  );
}

function lostUpdate(threads: number): OpProgram {
  const work: Op[] = [on("load", "counter"), { kind: "store", object: "counter", by: 1 }];
  return around(
    times(threads, () => work),
    [on("load", "counter")],
    { output: (own) => String(own[0]?.at(-1)) },
  );
}

function channel(senders: number): OpProgram {
  const work = (id: number): Op[] => [
    { kind: "send", object: "channel", value: id },
    on("dropSender", "channel"),
  ];
  // One receive more learns that nobody is left.
  const before = [on("dropSender", "channel"), ...times(senders + 1, () => on("recv", "channel"))];
  return around(times(senders, work), [], {
    before,
    senders: { channel: senders + 1 },
    output: (own) => JSON.stringify(own[0]?.filter((one) => one !== CLOSED)),
  });
}

function readersWriters(readers: number, writers: number): OpProgram {
  const write: Op[] = [
    on("writeLock", "value"),
    run((shared) => (shared["value"] = (shared["value"] ?? 0) + 1)),
    on("writeUnlock", "value"),
  ];
  const read: Op[] = [
    on("readLock", "value"),
    run((shared, own) => own.push(shared["value"] ?? 0)),
    on("readUnlock", "value"),
  ];
  return around([...times(writers, () => write), ...times(readers, () => read)], [], {
    output: (own) => JSON.stringify(own.slice(writers + 1)),
  });
}

/** Undefined: no row has that name. */
export function opRow(name: string): OpProgram | undefined {
  const [first = 0, second = 0, third = 0] = (name.match(/\d+/g) ?? []).map(Number);
  if (name.startsWith("counter")) return counter(first, second || 1);
  if (name.startsWith("independent")) return independent(first);
  if (name.startsWith("dining")) return dining(first, name.includes("ordered"));
  if (name.startsWith("pc")) return buffer(first, second, third);
  if (name.startsWith("fetch_add")) return fetchAdd(first);
  if (name.startsWith("lost update")) return lostUpdate(first);
  if (name.startsWith("mpsc")) return channel(first);
  if (name.startsWith("RwLock")) return readersWriters(first, second);
  return undefined;
}

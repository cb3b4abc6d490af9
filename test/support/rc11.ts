// Every result that RC11 allows for a small program of atomic operations, by brute force over execution graphs.
//
// An oracle for the machine's weak memory, written from Lahav et al., "Repairing sequential consistency in C/C++11" (PLDI 2017),
// with the release sequences of C++20 (a store and the updates that follow it). It shares no code with the machine: it picks for
// every read a store, orders the stores of every location, and keeps what satisfies the axioms.

export type Order = "Relaxed" | "Release" | "Acquire" | "AcqRel" | "SeqCst";

export type LitmusOp =
  | { readonly kind: "load"; readonly at: string; readonly order: Order }
  | { readonly kind: "store"; readonly at: string; readonly order: Order; readonly value: number }
  | { readonly kind: "add"; readonly at: string; readonly order: Order; readonly value: number }
  | {
      readonly kind: "exchange";
      readonly at: string;
      readonly order: Order;
      readonly failure: Order;
      readonly expected: number;
      readonly value: number;
    }
  | { readonly kind: "fence"; readonly order: Order };

export type Litmus = readonly (readonly LitmusOp[])[];

interface Event {
  readonly id: number;
  /** -1: the initial store of a location. */
  readonly thread: number;
  readonly index: number;
  readonly op: LitmusOp;
}

type Relation = boolean[][];

/** What each thread read, in order, and the final value of each location: one string for each result. */
export function rc11Results(program: Litmus): Set<string> {
  const locations = [
    ...new Set(program.flat().flatMap((op) => ("at" in op ? [op.at] : []))),
  ].sort();
  const events: Event[] = [];
  for (const at of locations) {
    events.push({
      id: events.length,
      thread: -1,
      index: 0,
      op: { kind: "store", at, order: "Relaxed", value: 0 },
    });
  }
  program.forEach((ops, thread) =>
    ops.forEach((op, index) => events.push({ id: events.length, thread, index, op })),
  );
  const results = new Set<string>();
  const readers = events.filter((event) => event.thread >= 0 && isReading(event.op));
  chooseSources(events, readers, 0, new Map(), (sources) => {
    const values = evaluate(events, sources);
    if (values === undefined) return;
    for (const order of modificationOrders(events, locations, values, sources)) {
      if (!isConsistent(events, sources, order, values)) continue;
      results.add(describe(events, locations, order, values));
    }
  });
  return results;
}

function isReading(op: LitmusOp): boolean {
  return op.kind === "load" || op.kind === "add" || op.kind === "exchange";
}

function locationOf(op: LitmusOp): string | undefined {
  return op.kind === "fence" ? undefined : op.at;
}

function chooseSources(
  events: readonly Event[],
  readers: readonly Event[],
  next: number,
  sources: Map<number, number>,
  found: (sources: ReadonlyMap<number, number>) => void,
): void {
  const reader = readers[next];
  if (reader === undefined) return found(sources);
  for (const event of events) {
    if (
      event === reader ||
      event.op.kind === "load" ||
      locationOf(event.op) !== locationOf(reader.op)
    )
      continue;
    sources.set(reader.id, event.id);
    chooseSources(events, readers, next + 1, sources, found);
  }
}

interface Values {
  readonly read: ReadonlyMap<number, number>;
  /** Absent for a failed exchange. */
  readonly written: ReadonlyMap<number, number>;
}

/** Values along program order and reads-from; undefined where those form a cycle or a failed exchange is read. */
function evaluate(
  events: readonly Event[],
  sources: ReadonlyMap<number, number>,
): Values | undefined {
  const read = new Map<number, number>();
  const written = new Map<number, number>();
  const done = new Set<number>();
  let progress = true;
  while (progress) {
    progress = false;
    for (const event of events) {
      if (done.has(event.id)) continue;
      const source = sources.get(event.id);
      const before = events.some(
        (other) =>
          other.thread === event.thread &&
          event.thread >= 0 &&
          other.index < event.index &&
          !done.has(other.id),
      );
      if (before || (source !== undefined && !done.has(source))) continue;
      if (source !== undefined) {
        const value = written.get(source);
        if (value === undefined) return undefined;
        read.set(event.id, value);
      }
      const result = writes(event.op, read.get(event.id));
      if (result !== undefined) written.set(event.id, result);
      done.add(event.id);
      progress = true;
    }
  }
  return done.size === events.length ? { read, written } : undefined;
}

function writes(op: LitmusOp, read: number | undefined): number | undefined {
  switch (op.kind) {
    case "store":
      return op.value;
    case "add":
      return (read ?? 0) + op.value;
    case "exchange":
      return read === op.expected ? op.value : undefined;
    default:
      return undefined;
  }
}

/** Every way to order the stores of each location, its initial store first and updates behind what they read. */
function modificationOrders(
  events: readonly Event[],
  locations: readonly string[],
  values: Values,
  sources: ReadonlyMap<number, number>,
): ReadonlyMap<string, readonly number[]>[] {
  let all: ReadonlyMap<string, readonly number[]>[] = [new Map()];
  for (const at of locations) {
    const stores = events
      .filter((event) => locationOf(event.op) === at && values.written.has(event.id))
      .map((event) => event.id);
    const [initial, ...rest] = stores as [number, ...number[]];
    const orders = permutations(rest)
      .map((order) => [initial, ...order])
      .filter((order) =>
        order.every((id, place) => !sources.has(id) || order[place - 1] === sources.get(id)),
      );
    all = all.flatMap((known) => orders.map((order) => new Map(known).set(at, order)));
  }
  return all;
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

function isConsistent(
  events: readonly Event[],
  sources: ReadonlyMap<number, number>,
  order: ReadonlyMap<string, readonly number[]>,
  values: Values,
): boolean {
  const related = (holds: (a: Event, b: Event) => boolean): Relation =>
    events.map((a) => events.map((b) => holds(a, b)));
  const sb = related((a, b) =>
    a.thread < 0 ? b.thread >= 0 : a.thread === b.thread && a.index < b.index,
  );
  const rf = related((a, b) => sources.get(b.id) === a.id);
  const place = (event: Event): number =>
    order.get(locationOf(event.op) ?? "")?.indexOf(event.id) ?? -1;
  const sameLocation = (a: Event, b: Event): boolean =>
    locationOf(a.op) !== undefined && locationOf(a.op) === locationOf(b.op);
  const isWrite = (event: Event): boolean => values.written.has(event.id);
  const mo = related(
    (a, b) => isWrite(a) && isWrite(b) && sameLocation(a, b) && place(a) < place(b),
  );
  const fr = related((a, b) => {
    const source = sources.get(a.id);
    return (
      source !== undefined &&
      a !== b &&
      sameLocation(a, b) &&
      isWrite(b) &&
      place(events[source] as Event) < place(b)
    );
  });
  const rmw = related((a, b) => a === b && isWrite(a) && sources.has(a.id));
  const hb = happensBefore(events, sb, rf, rmw, isWrite);
  const eco = closure(union(rf, mo, fr));
  const incoherent = events.some(
    (_, a) =>
      hb[a]?.[a] === true || events.some((__, b) => hb[a]?.[b] === true && eco[b]?.[a] === true),
  );
  if (incoherent) return false;
  return isSequential(events, sb, hb, mo, fr, eco, sameLocation);
}

/** The order with which an event acts: a failed exchange has its own. */
function orderOf(event: Event, isWrite: (event: Event) => boolean): Order {
  return event.op.kind === "exchange" && !isWrite(event) ? event.op.failure : event.op.order;
}

function happensBefore(
  events: readonly Event[],
  sb: Relation,
  rf: Relation,
  rmw: Relation,
  isWrite: (event: Event) => boolean,
): Relation {
  const is = (holds: (event: Event) => boolean): Relation =>
    events.map((a) => events.map((b) => a === b && holds(a)));
  const releasing = is(
    (event) =>
      ["Release", "AcqRel", "SeqCst"].includes(orderOf(event, isWrite)) &&
      (isWrite(event) || event.op.kind === "fence"),
  );
  const acquiring = is(
    (event) =>
      ["Acquire", "AcqRel", "SeqCst"].includes(orderOf(event, isWrite)) &&
      (isReading(event.op) || event.op.kind === "fence"),
  );
  const fences = is((event) => event.op.kind === "fence");
  const same = is(() => true);
  const sequence = compose(is(isWrite), closure(compose(rf, rmw), true));
  const sw = [
    releasing,
    union(same, compose(fences, sb)),
    sequence,
    rf,
    union(same, compose(sb, fences)),
    acquiring,
  ].reduce(compose);
  return closure(union(sb, sw));
}

function isSequential(
  events: readonly Event[],
  sb: Relation,
  hb: Relation,
  mo: Relation,
  fr: Relation,
  eco: Relation,
  sameLocation: (a: Event, b: Event) => boolean,
): boolean {
  const is = (holds: (event: Event) => boolean): Relation =>
    events.map((a) => events.map((b) => a === b && holds(a)));
  const restrict = (relation: Relation, holds: (a: Event, b: Event) => boolean): Relation =>
    relation.map((row, a) =>
      row.map((set, b) => set && holds(events[a] as Event, events[b] as Event)),
    );
  const isSc = (event: Event): boolean => {
    const { op } = event;
    return event.thread >= 0 && op.order === "SeqCst";
  };
  const access = is((event) => isSc(event) && event.op.kind !== "fence");
  const fence = is((event) => isSc(event) && event.op.kind === "fence");
  const same = is(() => true);
  const elsewhere = restrict(sb, (a, b) => !sameLocation(a, b));
  const scb = union(
    sb,
    compose(compose(elsewhere, hb), elsewhere),
    restrict(hb, sameLocation),
    mo,
    fr,
  );
  const left = union(access, compose(fence, union(same, hb)));
  const right = union(access, compose(union(same, hb), fence));
  const base = compose(compose(left, scb), right);
  const fences = compose(compose(fence, union(hb, compose(compose(hb, eco), hb))), fence);
  const psc = closure(union(base, fences));
  return events.every((_, a) => psc[a]?.[a] !== true);
}

function union(...relations: readonly Relation[]): Relation {
  const [first = []] = relations;
  return first.map((row, a) =>
    row.map((_, b) => relations.some((relation) => relation[a]?.[b] === true)),
  );
}

function compose(first: Relation, second: Relation): Relation {
  return first.map((row) =>
    row.map((_, b) => row.some((set, middle) => set && second[middle]?.[b] === true)),
  );
}

/** Transitive, and with `reflexive` also reflexive. */
function closure(relation: Relation, reflexive = false): Relation {
  const closed = relation.map((row, a) => row.map((set, b) => set || (reflexive && a === b)));
  for (let middle = 0; middle < closed.length; middle++) {
    for (const row of closed) {
      if (row[middle] !== true) continue;
      closed[middle]?.forEach((set, b) => (row[b] ||= set));
    }
  }
  return closed;
}

function describe(
  events: readonly Event[],
  locations: readonly string[],
  order: ReadonlyMap<string, readonly number[]>,
  values: Values,
): string {
  const reads = events
    .filter((event) => values.read.has(event.id))
    .map((event) => values.read.get(event.id));
  const finals = locations.map((at) => values.written.get(order.get(at)?.at(-1) ?? -1));
  return `${reads.join(",")};${finals.join(",")}`;
}

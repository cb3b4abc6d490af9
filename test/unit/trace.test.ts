import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { bandOf } from "../../src/trace/bands.ts";
import { countBetween, floorIndex, lowerBound } from "../../src/trace/search.ts";
import {
  blockedEvent,
  buildTraceIndex,
  flowsBetween,
  holdersAt,
  lineAt,
  neighbour,
  stateAt,
  waitersAt,
} from "../../src/trace/traceIndex.ts";
import type { TraceIndex } from "../../src/trace/traceIndex.ts";
import { eventAt } from "../../src/trace/trace.ts";
import { channelSample } from "../support/samples/channel.ts";
import { counterSample } from "../support/samples/counter.ts";
import { deadlockSample } from "../support/samples/deadlock.ts";
import { longSample } from "../support/samples/long.ts";

function showBands(index: TraceIndex, thread: number): string {
  const bands = index.tracks[thread]?.bands;
  if (bands === undefined) return "";
  const end = 2 * index.trace.events.count;
  return Array.from(bands.starts, (_, at) => bandOf(bands, at, end))
    .map((band) => `${band.state} ${band.start}–${band.end}`)
    .join(", ");
}

function rowOf(index: TraceIndex, kind: string, thread: number, nth = 0): number {
  const rows = Array.from({ length: index.trace.events.count }, (_, row) => row).filter(
    (row) =>
      eventAt(index.trace.events, row).kind === kind &&
      eventAt(index.trace.events, row).thread === thread,
  );
  return rows[nth] ?? -1;
}

describe("trace: searches", () => {
  it("finds bounds in sorted columns", () => {
    const sorted = [2, 4, 4, 9];
    assert.equal(lowerBound(sorted, 4), 1);
    assert.equal(lowerBound(sorted, 10), 4);
    assert.equal(floorIndex(sorted, 1), -1);
    assert.equal(floorIndex(sorted, 4), 2);
    assert.equal(countBetween(sorted, 3, 9), 2);
  });
});

describe("trace: bands", () => {
  const index = buildTraceIndex(counterSample().trace);

  it("tells what a thread does, in half rows, from birth to end", () => {
    // Thread 3 is spawned in row 8 and ready from its middle; it starts in row 15 and blocks in the middle of row 16.
    assert.match(showBands(index, 3), /^ready 17–30, running 30–33, blocked 33–/);
  });

  it("runs a thread through the middle of the row in which it blocks", () => {
    const row = rowOf(index, "blocked", 2);
    assert.equal(stateAt(index, 2, row - 1)?.state, "running");
    assert.equal(stateAt(index, 2, row)?.state, "blocked");
  });

  it("lets nobody run in a row that only unblocks", () => {
    const row = rowOf(index, "unblocked", 2);
    assert.equal(stateAt(index, 2, row)?.state, "ready");
    assert.ok(!index.tracks[2]?.rows.includes(row));
  });

  it("covers each moment of a thread's life by exactly one band", () => {
    for (const track of index.tracks) {
      for (let at = 1; at < track.bands.starts.length; at++) {
        assert.ok((track.bands.starts[at] ?? 0) > (track.bands.starts[at - 1] ?? 0));
      }
    }
  });

  it("has at most one running thread after each event", () => {
    const long = buildTraceIndex(longSample(3000).trace);
    for (let row = 0; row < 3000; row++) {
      const running = long.tracks.filter(
        (track) => stateAt(long, track.thread, row)?.state === "running",
      );
      assert.ok(running.length <= 1, `row ${row}`);
    }
  });

  it("names the lines on which threads stand, and none after the end", () => {
    assert.equal(lineAt(index, 2, rowOf(index, "blocked", 2)), 12);
    assert.equal(lineAt(index, 1, index.trace.events.count - 1), 0);
  });
});

describe("trace: guards", () => {
  it("pairs acquire and release by row", () => {
    const index = buildTraceIndex(counterSample().trace);
    const from = rowOf(index, "acquire", 1);
    const slice = index.sliceOfRow.get(from);
    assert.equal(slice?.to, rowOf(index, "release", 1));
    assert.equal(slice?.reason, "scopeEnd");
    assert.deepEqual(
      holdersAt(index, slice?.object ?? -1, from).map((held) => held.thread),
      [1],
    );
    assert.deepEqual(waitersAt(index, slice?.object ?? -1, rowOf(index, "blocked", 3)), [2, 3]);
  });

  it("keeps a guard open that is never released", () => {
    const index = buildTraceIndex(deadlockSample().trace);
    assert.deepEqual(
      index.slices.map((slice) => slice.to),
      [undefined, undefined],
    );
    assert.equal(blockedEvent(index, 2, index.trace.events.count - 1)?.a, 1);
  });
});

describe("trace: flows", () => {
  it("draws spawn, hand-over and join", () => {
    const index = buildTraceIndex(counterSample().trace);
    const kinds = index.flows.flows.map(
      (flow) => `${flow.kind} ${flow.fromThread}→${flow.toThread}`,
    );
    assert.deepEqual(
      kinds.filter((kind) => kind.startsWith("spawn")),
      ["spawn 0→1", "spawn 0→2", "spawn 0→3"],
    );
    assert.deepEqual(
      kinds.filter((kind) => kind.startsWith("handOver")),
      ["handOver 1→2", "handOver 2→3", "handOver 3→0"],
    );
    assert.deepEqual(
      kinds.filter((kind) => kind.startsWith("join")),
      ["join 1→0", "join 2→0", "join 3→0"],
    );
  });

  it("matches messages first in, first out", () => {
    const index = buildTraceIndex(channelSample().trace);
    const messages = index.flows.flows.filter((flow) => flow.kind === "message");
    assert.deepEqual(
      messages.map((flow) => flow.fromThread),
      [1, 2, 1, 2],
    );
  });

  it("finds the flows of a window", () => {
    const index = buildTraceIndex(longSample(5000).trace);
    const window = flowsBetween(index.flows, 2000, 2100);
    const all = index.flows.flows.filter((flow) => flow.toRow >= 2000 && flow.fromRow <= 2100);
    assert.deepEqual(new Set(window), new Set(all));
    assert.ok(all.length > 0);
  });
});

describe("trace: neighbours", () => {
  it("finds the next and previous row of a list", () => {
    const rows = Uint32Array.from([3, 8, 12]);
    assert.equal(neighbour(rows, 8, 1), 12);
    assert.equal(neighbour(rows, 8, -1), 3);
    assert.equal(neighbour(rows, 12, 1), undefined);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { buildTraceIndex } from "../../src/trace/traceIndex.ts";
import {
  flowCurve,
  forEachBand,
  laneAt,
  layoutLanes,
  nearestRow,
  pixelsPerRow,
  rowAt,
  scaleOf,
  sliceBox,
  threadOrder,
  tickStep,
  ticksOf,
  visibleRows,
  xOf,
} from "../../src/draw/layout.ts";
import { hitTest } from "../../src/webview/timeline/hitTest.ts";
import { markOf } from "../../src/draw/marks.ts";
import { layoutCycle } from "../../src/webview/outcomes/cycleLayout.ts";
import { eventAt } from "../../src/trace/trace.ts";
import { counterSample } from "../support/samples/counter.ts";
import { longSample } from "../support/samples/long.ts";

const SCALE = scaleOf({ from: 0, to: 100 }, 10, 1010);

describe("layout: scale", () => {
  it("goes from rows to pixels and back", () => {
    assert.equal(xOf(SCALE, 50), 510);
    assert.equal(rowAt(SCALE, 510), 50);
    assert.equal(pixelsPerRow(SCALE), 10);
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (row) => Math.abs(rowAt(SCALE, xOf(SCALE, row)) - row) < 1e-6 * Math.max(1, Math.abs(row)),
      ),
    );
  });

  it("finds the event whose mark is nearest, within the run", () => {
    assert.equal(nearestRow(SCALE, xOf(SCALE, 7.5), 100), 7);
    assert.equal(nearestRow(SCALE, xOf(SCALE, 7.9), 100), 7);
    assert.equal(nearestRow(SCALE, -500, 100), 0);
    assert.equal(nearestRow(SCALE, 5000, 100), 99);
  });

  it("ticks at 1, 2 and 5 times powers of ten, apart enough", () => {
    assert.deepEqual([0.3, 1, 1.1, 3, 6, 20.1, 700].map(tickStep), [1, 1, 2, 5, 10, 50, 1000]);
    const ticks = ticksOf(SCALE, 100, 56);
    assert.deepEqual(
      ticks.map((tick) => tick.event),
      [10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
    );
    // The mark of event 10 is that of row 9, in the middle of [9, 10).
    assert.equal(ticks[0]?.x, xOf(SCALE, 9.5));
  });
});

describe("layout: lanes", () => {
  it("puts pinned threads first", () => {
    assert.deepEqual(threadOrder(4, [2]), [2, 0, 1, 3]);
    assert.deepEqual(threadOrder(2, [5]), [0, 1]);
  });

  it("stacks lanes without gaps", () => {
    const lanes = layoutLanes([2, 0, 1], 40);
    assert.deepEqual(
      lanes.map((lane) => [lane.thread, lane.top]),
      [
        [2, 0],
        [0, 40],
        [1, 80],
      ],
    );
    assert.equal(laneAt(lanes, 79)?.thread, 0);
    assert.equal(laneAt(lanes, 200), undefined);
  });

  it("nests guards by depth inside the lane", () => {
    const [lane] = layoutLanes([0], 52);
    assert.ok(lane !== undefined);
    const outer = sliceBox(lane, 0, 10, 50);
    const inner = sliceBox(lane, 1, 20, 40);
    assert.ok(inner.y > outer.y && inner.y + inner.height < outer.y + outer.height);
    assert.ok(outer.y >= 0 && outer.y + outer.height <= 52);
  });
});

describe("layout: bands", () => {
  const index = buildTraceIndex(longSample(20_000).trace);
  const end = 40_000;

  it("covers each pixel at most once, from left to right, whatever the zoom", () => {
    for (const [from, to] of [
      [0, 20_000],
      [5000, 6000],
      [100, 120],
      [19_990, 20_000],
    ] as const) {
      const scale = scaleOf({ from, to }, 10, 810);
      for (const track of index.tracks) {
        let edge = Number.NEGATIVE_INFINITY;
        let count = 0;
        forEachBand(track.bands, scale, end, (_, x1, x2) => {
          assert.ok(x1 >= edge - 1e-9 && x2 > x1);
          edge = x2;
          count++;
        });
        assert.ok(count <= 830, `${count} boxes`);
      }
    }
  });

  it("draws every band where there is room for all", () => {
    const scale = scaleOf({ from: 100, to: 120 }, 0, 1000);
    const track = index.tracks[1];
    assert.ok(track !== undefined);
    const drawn: number[] = [];
    forEachBand(track.bands, scale, end, (band) => drawn.push(band.start));
    const expected = [...track.bands.starts].filter(
      (start, at) =>
        (track.bands.starts[at + 1] ?? end) > 2 * rowAt(scale, -10) &&
        start < 2 * rowAt(scale, 1010),
    );
    assert.deepEqual(drawn, expected);
  });

  it("thins marks that lie closer than a gap", () => {
    const rows = Uint32Array.from({ length: 1000 }, (_, row) => row);
    const scale = scaleOf({ from: 0, to: 1000 }, 0, 100);
    assert.ok(visibleRows(rows, scale, 4).length <= 27);
    assert.equal(visibleRows(rows, scaleOf({ from: 0, to: 10 }, 0, 100), 4).length, 12);
  });
});

describe("layout: flows and hits", () => {
  const index = buildTraceIndex(counterSample().trace);
  const lanes = layoutLanes([0, 1, 2, 3], 52);
  const scale = scaleOf({ from: 0, to: 43 }, 10, 870);

  it("leads a spawn to the child's birth and a hand-over to the acquire", () => {
    const lane = (thread: number) => lanes[thread] ?? assert.fail();
    const spawn =
      index.flows.flows.find((flow) => flow.kind === "spawn" && flow.toThread === 3) ??
      assert.fail();
    const curve = flowCurve(spawn, lane(0), lane(3), scale);
    assert.ok(curve.x2 < xOf(scale, spawn.fromRow + 2) && curve.y2 === lane(3).center);
    const hand = index.flows.flows.find((flow) => flow.kind === "handOver") ?? assert.fail();
    assert.equal(flowCurve(hand, lane(1), lane(2), scale).x2, xOf(scale, hand.toRow + 0.5));
  });

  it("hits marks before guards before tracks", () => {
    const lane = lanes[1] ?? assert.fail();
    const write = index.tracks[1]?.marks[0] ?? assert.fail();
    const mark = hitTest(index, lanes, scale, xOf(scale, write + 0.5) + 2, lane.center);
    assert.deepEqual([mark?.kind, mark?.row], ["mark", write]);
    const slice = hitTest(index, lanes, scale, xOf(scale, write + 1.6), lane.center - 12);
    assert.equal(slice?.kind, "slice");
    assert.equal(hitTest(index, lanes, scale, xOf(scale, 40), lane.center)?.kind, "track");
    assert.equal(hitTest(index, lanes, scale, 100, 1000), undefined);
  });

  it("shows a number that grew as what it grew by", () => {
    const write = index.tracks[1]?.marks[0] ?? assert.fail();
    const event = eventAt(index.trace.events, write);
    assert.equal(markOf(event).glyph, "+1");
    // `*num = 6` after 5 adds nothing, nor does a store.
    assert.equal(markOf({ ...event, text: "*num\n5\n6\n" }).glyph, "=");
    assert.equal(markOf({ ...event, kind: "store", text: "Relaxed\n5\n6\nstore" }).glyph, "=");
    assert.equal(markOf({ ...event, kind: "rmw", text: "Relaxed\n5\n6\nswap" }).glyph, "±");
    assert.equal(markOf({ ...event, kind: "rmw", text: "Relaxed\n5\n3\nfetch_sub" }).glyph, "−2");
  });
});

describe("layout: deadlock cycles", () => {
  it("puts every node inside the figure and every arrow between two of them", () => {
    for (let count = 1; count <= 10; count++) {
      const shape = layoutCycle(count);
      assert.equal(shape.points.length, count);
      assert.equal(shape.arrows.length, count);
      for (const point of shape.points) {
        assert.ok(
          point.x >= 40 &&
            point.x <= shape.width - 40 &&
            point.y >= 12 &&
            point.y <= shape.height - 12,
          `${count}: ${JSON.stringify(point)}`,
        );
      }
      for (const arrow of shape.arrows)
        assert.ok(!arrow.path.includes("NaN") && !arrow.path.includes("Infinity"), arrow.path);
    }
  });
});

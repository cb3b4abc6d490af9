import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { MIN_ROWS_SHOWN } from "../../src/draw/layout.ts";
import { commandOf } from "../../src/webview/keys.ts";
import { initialPlayer, reduce, restorePlayer, shownView } from "../../src/webview/player.ts";
import type { Action, Player } from "../../src/webview/player.ts";

const OPEN: Extract<Action, { kind: "open" }> = {
  kind: "open",
  program: "a.rs\nmain",
  run: "S1",
  rows: 40,
  cursor: 3,
  scheduler: { kind: "roundRobin" },
  whatIf: false,
  view: undefined,
};

function opened(extra: Partial<typeof OPEN> = {}): Player {
  return reduce(initialPlayer(), { ...OPEN, ...extra });
}

const everySecond = (): number => 100;

describe("player", () => {
  it("opens a run where the host says", () => {
    assert.equal(opened().cursor, 3);
    assert.equal(opened({ cursor: 1000 }).cursor, 39);
  });

  it("keeps the cursor when the same run comes again, as after a reload", () => {
    const player = reduce(reduce(opened(), { kind: "seek", row: 20, follow: true }), OPEN);
    assert.equal(player.cursor, 20);
  });

  it("takes the host's cursor for another run, but keeps what is pinned", () => {
    const pinned = reduce(reduce(opened(), { kind: "seek", row: 20, follow: true }), {
      kind: "pin",
      thread: 2,
    });
    const player = reduce(pinned, { ...OPEN, run: "S2", cursor: 5 });
    assert.equal(player.cursor, 5);
    assert.deepEqual(player.pinned, [2]);
  });

  it("forgets pins and filter of another program", () => {
    const filtered = reduce(reduce(opened(), { kind: "pin", thread: 2 }), {
      kind: "filter",
      filter: { kind: "object", object: 1 },
    });
    const player = reduce(filtered, { ...OPEN, program: "b.rs\nmain" });
    assert.deepEqual([player.pinned, player.filter], [[], undefined]);
  });

  it("plays by time and stops at the end", () => {
    const playing = reduce(opened({ cursor: 0 }), { kind: "play" });
    const later = reduce(playing, { kind: "tick", ms: 250, delay: everySecond });
    assert.deepEqual([later.cursor, later.carry, later.playing], [2, 50, true]);
    const end = reduce(later, { kind: "tick", ms: 1e9, delay: everySecond });
    assert.deepEqual([end.cursor, end.playing], [39, false]);
  });

  it("plays faster at a higher speed, and a step pauses", () => {
    const fast = reduce(reduce(opened({ cursor: 0 }), { kind: "speed", speed: 4 }), {
      kind: "play",
    });
    const later = reduce(fast, { kind: "tick", ms: 100, delay: everySecond });
    assert.equal(later.cursor, 4);
    assert.deepEqual(
      [
        reduce(later, { kind: "step", by: 1 }).cursor,
        reduce(later, { kind: "step", by: 1 }).playing,
      ],
      [5, false],
    );
  });

  it("starts over when played at the end", () => {
    const player = reduce(opened({ cursor: 39 }), { kind: "play" });
    assert.deepEqual([player.cursor, player.playing], [0, true]);
  });

  it("does not play a run of one event", () => {
    assert.equal(reduce(opened({ rows: 1, cursor: 0 }), { kind: "play" }).playing, false);
  });

  it("zooms around a point and fits when zoomed out", () => {
    const zoomed = reduce(opened(), { kind: "zoom", factor: 0.5, at: 10, limit: 40 });
    assert.deepEqual(zoomed.view, { from: 5, to: 25 });
    assert.equal(reduce(zoomed, { kind: "zoom", factor: 10, at: 10, limit: 40 }).view, undefined);
  });

  it("keeps the cursor in view while it steps", () => {
    const zoomed = reduce(opened({ rows: 1000 }), { kind: "view", view: { from: 0, to: 20 } });
    const moved = reduce(zoomed, { kind: "seek", row: 500, follow: true });
    assert.ok(moved.view !== undefined && moved.view.from < 500 && moved.view.to > 500);
    assert.equal(moved.view.to - moved.view.from, 20);
  });

  it("leaves the view alone while it scrubs", () => {
    const zoomed = reduce(opened({ rows: 1000 }), { kind: "view", view: { from: 0, to: 20 } });
    assert.deepEqual(reduce(zoomed, { kind: "seek", row: 500, follow: false }).view, {
      from: 0,
      to: 20,
    });
  });

  it("comes back from saved state, paused", () => {
    const playing = reduce(opened(), { kind: "play" });
    const back = restorePlayer(JSON.parse(JSON.stringify(playing)));
    assert.deepEqual(back, { ...playing, playing: false, carry: 0 });
  });

  it("does not trust saved state of another shape", () => {
    for (const saved of [
      undefined,
      7,
      "x",
      null,
      { version: 2 },
      { version: 1, cursor: "7" },
      { version: 1, pinned: 5 },
    ]) {
      const back = restorePlayer(saved);
      assert.ok(back === undefined || back.version === 1);
    }
    assert.equal(restorePlayer({ version: 1, cursor: "7" }), undefined);
    assert.equal(restorePlayer({ version: 1, pinned: 5 }), undefined);
  });

  it("stays within its run whatever is done to it", () => {
    const action = fc.oneof(
      fc.record({
        kind: fc.constant("seek" as const),
        row: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        follow: fc.boolean(),
      }),
      fc.record({ kind: fc.constant("step" as const), by: fc.integer({ min: -50, max: 50 }) }),
      fc.record({
        kind: fc.constant("zoom" as const),
        factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
        at: fc.double({ min: -10, max: 60, noNaN: true }),
        limit: fc.constant(40),
      }),
      fc.record({
        kind: fc.constant("pan" as const),
        by: fc.double({ min: -100, max: 100, noNaN: true }),
        limit: fc.constant(40),
      }),
      fc.constant({ kind: "play" as const }),
      fc.record({
        kind: fc.constant("tick" as const),
        ms: fc.integer({ min: 0, max: 5000 }),
        delay: fc.constant(everySecond),
      }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const player = actions.reduce(
          (state: Player, next) => reduce(state, next as Action),
          opened(),
        );
        const view = shownView(player, 40);
        assert.ok(Number.isInteger(player.cursor) && player.cursor >= 0 && player.cursor < 40);
        assert.ok(view.from >= 0 && view.to - view.from >= MIN_ROWS_SHOWN - 1e-9);
      }),
    );
  });
});

describe("player: keys", () => {
  const key = (name: string, shift = false) => commandOf({ key: name, shift, modified: false });

  it("follows Perfetto for zoom and pan", () => {
    assert.deepEqual(
      [key("w")?.kind, key("s")?.kind, key("a")?.kind, key("d")?.kind],
      ["zoom", "zoom", "pan", "pan"],
    );
  });

  it("leaves keys with Ctrl, Alt or Meta to the editor", () => {
    assert.equal(commandOf({ key: "s", shift: false, modified: true }), undefined);
  });

  it("picks with digits and jumps with Shift", () => {
    assert.deepEqual(key("3"), { kind: "pick", choice: 2 });
    assert.deepEqual(key("ArrowRight", true), { kind: "jump", direction: 1, to: "same" });
    assert.equal(key("x"), undefined);
  });
});

// What is said of every kind of event, for all primitives: goldens for people to read, `test/sentences/*.said` beside their
// programs. `UPDATE_EXPECT=1` writes them anew; whoever does so reads what has changed.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { recordRun } from "../../src/driver/record.ts";
import { schedulerStrategy } from "../../src/driver/scheduler.ts";
import { threadReason } from "../../src/explain/blockReason.ts";
import { eventSentence, eventText } from "../../src/explain/eventSentence.ts";
import { plainText } from "../../src/explain/segments.ts";
import type { Picture } from "../../src/trace/picture.ts";
import { EVENT_KINDS, eventAt } from "../../src/trace/trace.ts";
import type { EventKind, Trace } from "../../src/trace/trace.ts";
import { buildTraceIndex, waitersAt } from "../../src/trace/traceIndex.ts";
import type { TraceIndex } from "../../src/trace/traceIndex.ts";

const FOLDER = "test/sentences";
const engine = createEngine();

interface Said {
  readonly trace: Trace;
  readonly index: TraceIndex;
  readonly pictures: readonly Picture[];
  readonly lines: readonly string[];
}

const known = new Map<string, Said>();

function saidOf(file: string): Said {
  const before = known.get(file);
  if (before !== undefined) return before;
  const text = readFileSync(join(FOLDER, file), "utf8");
  const program = prepare(engine.analyze(text, { file, edition: 2021 }), {});
  if (program.kind !== "ready") throw new Error(`${file} is not ready: ${program.kind}`);
  const strategy = schedulerStrategy(program, { kind: "roundRobin" });
  if (typeof strategy === "string") throw new Error(strategy);
  const { trace, pictures } = recordRun(program, strategy, 1000);
  const index = buildTraceIndex(trace);
  const cx = { index, source: { firstLine: 1, lines: text.split("\n") } };
  const lines = Array.from({ length: trace.events.count }, (_, row) => {
    const { kind } = eventAt(trace.events, row);
    return `${String(row + 1).padStart(3)}  ${kind.padEnd(10)} ${eventText(cx, row)}`;
  });
  const said = { trace, index, pictures, lines };
  known.set(file, said);
  return said;
}

const files = readdirSync(FOLDER).filter((file) => file.endsWith(".rs"));

describe("sentences", () => {
  for (const file of files)
    it(`say what ${file} does`, () => {
      const golden = join(FOLDER, file.replace(/\.rs$/, ".said"));
      const now = `${saidOf(file).lines.join("\n")}\n`;
      if (process.env["UPDATE_EXPECT"] === "1") writeFileSync(golden, now);
      assert.ok(existsSync(golden), `${golden} is missing`);
      assert.equal(now, readFileSync(golden, "utf8"));
    }).timeout(20_000);

  it("are there for every kind of event", () => {
    const kinds = new Set<EventKind>();
    for (const { trace } of files.map(saidOf))
      for (let row = 0; row < trace.events.count; row++) kinds.add(eventAt(trace.events, row).kind);
    // That a thread begins shows in its first event, that a panic is caught in what follows.
    const untold: readonly EventKind[] = ["start", "catch"];
    assert.deepEqual(
      EVENT_KINDS.filter((kind) => !kinds.has(kind)),
      untold,
    );
  });

  it("belong to the event under the cursor, with the waiting sets and those who can run next", () => {
    for (const { trace, index, pictures } of files.map(saidOf)) {
      const cx = { index, source: undefined };
      for (const picture of pictures) {
        const { row } = picture;
        const event = eventAt(trace.events, row);
        const named = eventSentence(cx, row)
          .flat()
          .flatMap((segment) => (segment.ref?.kind === "thread" ? segment.ref.thread : []));
        if (named.length > 0) assert.ok(named.includes(event.thread), `event ${row + 1}`);
        for (const thread of picture.threads) {
          const waits = thread.waitsFor?.object;
          if (waits !== undefined)
            assert.ok(
              waitersAt(index, waits, row).includes(thread.thread),
              `${trace.file}: event ${row + 1}: thread ${thread.thread}`,
            );
          // The picture's reason and the timeline's are one.
          if (thread.waitsFor !== undefined) {
            assert.equal(thread.enabled, false);
            assert.equal(plainText(threadReason(cx, thread.thread, row)), thread.waitsFor.reason);
          }
        }
      }
    }
  });
});

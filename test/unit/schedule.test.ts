import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeSchedule, encodeSchedule } from "../../src/trace/schedule.ts";

describe("schedule strings", () => {
  it("say the same when read back", () => {
    const step = fc.record(
      { thread: fc.constantFrom("", "0", "1", "0.2"), alternative: fc.nat(3) },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(
        fc.array(step),
        fc.constantFrom(2021, 2024),
        fc.string(),
        (steps, edition, entry) => {
          const schedule = { edition, program: "abc123", entry, steps };
          assert.deepEqual(decodeSchedule(encodeSchedule(schedule)), schedule);
        },
      ),
    );
  });

  it("are short where a thread runs on", () => {
    const steps = Array.from({ length: 1000 }, () => ({ thread: "0", alternative: 0 }));
    assert.equal(
      encodeSchedule({ edition: 2021, program: "p", entry: "main", steps }),
      "L1~2021~p~main~0~0*rs",
    );
  });

  it("answer nonsense with a sentence", () => {
    for (const text of [
      "",
      "L1",
      "L2~2021~p~main~~",
      "L1~2021~p~main~0~z",
      "L1~2021~p~%~0~0",
      "L1~2021~p~main~0~0*zzzzzz",
    ]) {
      assert.equal(typeof decodeSchedule(text), "string", text);
    }
  });
});

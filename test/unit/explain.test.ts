import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { blockReasonText, threadReason } from "../../src/explain/blockReason.ts";
import { deadlockStory } from "../../src/explain/deadlock.ts";
import { eventSentence, eventText } from "../../src/explain/eventSentence.ts";
import type { ExplainContext } from "../../src/explain/names.ts";
import { outcomeTitle } from "../../src/explain/outcome.ts";
import {
  fill,
  formatCount,
  formatPercent,
  listOf,
  plainText,
  shorten,
} from "../../src/explain/segments.ts";
import { bandSentence, sliceSentence } from "../../src/explain/trackSentence.ts";
import {
  assumptionSentence,
  verdictChip,
  verdictSentence,
} from "../../src/explain/verdictSentence.ts";
import { createTraceBuilder } from "../../src/trace/builder.ts";
import type { NewEvent } from "../../src/trace/builder.ts";
import { buildTraceIndex } from "../../src/trace/traceIndex.ts";
import { EVENT_KINDS, eventAt, TRACE_VERSION } from "../../src/trace/trace.ts";
import type { ObjectKind, Trace } from "../../src/trace/trace.ts";
import type { Outcome, Verdict } from "../../src/trace/verdict.ts";
import { CHANNEL_VERDICT, channelSample } from "../support/samples/channel.ts";
import { COUNTER_VERDICT, counterSample } from "../support/samples/counter.ts";
import { DEADLOCK_VERDICT, deadlockSample } from "../support/samples/deadlock.ts";
import type { Sample } from "../support/sampleWorld.ts";

function contextOf(sample: Sample): ExplainContext {
  return { index: buildTraceIndex(sample.trace), source: sample.source };
}

/** The sentence of the nth event of a kind by a thread; narrow spaces as plain ones. */
function said(cx: ExplainContext, kind: string, thread: number, nth = 0): string {
  const rows = Array.from({ length: cx.index.trace.events.count }, (_, row) =>
    eventAt(cx.index.trace.events, row),
  );
  const event = rows.filter((entry) => entry.kind === kind && entry.thread === thread)[nth];
  assert.ok(event !== undefined, `no ${kind} of thread ${thread}`);
  return spaces(eventText(cx, event.row));
}

function spaces(text: string): string {
  return text.replaceAll("\u202f", " ");
}

/** A trace of a few events, to say one sentence. Threads are main, thread 1 and thread 2; objects by kind. */
function small(
  events: readonly (Omit<NewEvent, "step"> & { step?: number })[],
  objects: readonly [ObjectKind, string][] = [],
): ExplainContext {
  const builder = createTraceBuilder();
  events.forEach((event, at) => builder.push({ step: at, ...event }));
  const trace: Trace = {
    version: TRACE_VERSION,
    file: "a.rs",
    entry: "main",
    edition: 2021,
    lines: [1, 30],
    threads: ["main", "thread 1", "thread 2"].map((name, index) => ({
      index,
      name,
      parent: undefined,
      start: 0,
      end: undefined,
    })),
    objects: objects.map(([kind, name], index) => ({ index, kind, name, type: "", line: 1 })),
    events: builder.finish(),
    ending: { status: "ok", exitCode: 0, stdout: "", stderr: "", findings: [] },
    schedule: "",
  };
  return { index: buildTraceIndex(trace), source: undefined };
}

function last(cx: ExplainContext): string {
  return spaces(eventText(cx, cx.index.trace.events.count - 1));
}

describe("explain: templates", () => {
  it("fills names and keeps program text as text", () => {
    const sentence = fill("{thread} **blocks** on `lock` {rest}", {
      thread: { text: "**main**", style: "thread" },
      rest: "{thread}",
    });
    assert.deepEqual(
      sentence.map((segment) => `${segment.style}:${segment.text}`),
      ["thread:**main**", "plain: ", "strong:blocks", "plain: on ", "code:lock", "plain: {thread}"],
    );
  });

  it("shows a name that is missing", () => {
    assert.equal(plainText(fill("a {b} c")), "a {b} c");
  });

  it("lists, counts and rounds as people write", () => {
    assert.equal(plainText(listOf(["a", "b", "c"], "and")), "a, b and c");
    assert.equal(spaces(formatCount(12298)), "12 298");
    assert.equal(spaces(formatPercent(0.375)), "37.5 %");
    assert.equal(spaces(formatPercent(1)), "100 %");
    assert.equal(spaces(formatPercent(0.0004)), "< 0.1 %");
    assert.equal(spaces(formatPercent(0.9999)), "> 99.9 %");
    assert.equal(shorten("a\n  b", 10), "a b");
    assert.equal(shorten("abcdefgh", 5), "abcd…");
  });
});

describe("explain: the counter", () => {
  const cx = contextOf(counterSample());

  it("tells of a spawn what moves and how many owners there are", () => {
    assert.equal(
      said(cx, "spawn", 0, 2),
      "main starts thread 3 (line 11) and moves counter into it. counter has 4 owners.",
    );
  });

  it("tells what blocks, since when, and until when", () => {
    assert.equal(
      said(cx, "blocked", 3),
      "thread 3 calls counter.lock() (line 12) and blocks: thread 1 holds the mutex counter since line 12 and gives it back " +
        "when num is dropped at the end of its block (line 15). thread 2 waits for it too; either may get it next. Why?",
    );
  });

  it("links “why” to the acquire that is in the way", () => {
    const blocked = Array.from({ length: 43 }, (_, row) =>
      eventAt(cx.index.trace.events, row),
    ).find((event) => event.kind === "blocked" && event.thread === 2);
    const why = eventSentence(cx, blocked?.row ?? 0)
      .flat()
      .find((segment) => segment.text === "Why?");
    assert.ok(why?.ref?.kind === "row");
    const cause = eventAt(cx.index.trace.events, why.ref.row);
    assert.deepEqual([cause.kind, cause.thread], ["acquire", 1]);
  });

  it("tells of a release who may come next", () => {
    assert.equal(
      said(cx, "release", 1),
      "thread 1 drops num at the end of its block (line 15): the mutex counter is free. thread 2 and thread 3 wait for it; either may get it.",
    );
  });

  it("tells of a write what it changes and why nobody sees it yet", () => {
    assert.equal(
      said(cx, "write", 1),
      "thread 1 writes *num (line 14): 0 becomes 1. No other thread can see it meanwhile: num holds counter.",
    );
  });

  it("tells of a temporary guard when it goes", () => {
    assert.equal(
      said(cx, "acquire", 0),
      "main acquires the mutex counter (line 23). The guard is a temporary, dropped at the end of the statement (line 23).",
    );
  });

  it("tells why a thread can go on", () => {
    assert.equal(said(cx, "unblocked", 2), "thread 2 can run again: counter is free.");
    assert.equal(
      said(cx, "unblocked", 0),
      "main can run again: the thread that it waits for has ended.",
    );
  });

  it("follows a join to what it waits for", () => {
    assert.equal(
      said(cx, "blocked", 0, 1),
      "main waits in handle.join() for thread 2 to end (line 20).",
    );
  });

  it("counts the owners that are left", () => {
    assert.equal(
      said(cx, "dropCount", 1),
      "thread 1 drops counter (line 15): the Arc counter has 3 owners left.",
    );
  });

  it("says something for every event, without a hole", () => {
    for (const sample of [counterSample(), deadlockSample(), channelSample()]) {
      const context = contextOf(sample);
      for (let row = 0; row < sample.trace.events.count; row++) {
        const text = eventText(context, row);
        assert.ok(text.length > 5 && !/[{}]|undefined/.test(text), text);
      }
    }
  });
});

describe("explain: single events", () => {
  it("has a sentence for each kind, also when columns are empty", () => {
    for (const kind of EVENT_KINDS) {
      const text = last(small([{ kind, thread: 0, line: 7, object: 0 }], [["mutex", "m"]]));
      assert.ok(text.length > 5 && !/[{}]|undefined/.test(text), `${kind}: ${text}`);
    }
  });

  it("has one for each way of waiting", () => {
    const waits = [
      "mutex",
      "rwlockRead",
      "rwlockWrite",
      "join",
      "recv",
      "send",
      "condvar",
      "barrier",
      "once",
      "park",
      "scope",
      "sleep",
      "stdout",
    ];
    for (const text of waits) {
      const sentence = last(
        small([{ kind: "blocked", thread: 1, line: 7, object: 0, a: 0, text }], [["mutex", "m"]]),
      );
      assert.ok(
        sentence.startsWith("thread 1 ") && !/[{}]|undefined/.test(sentence),
        `${text}: ${sentence}`,
      );
      assert.ok(!/[{}]|undefined/.test(blockReasonText({ wait: text, object: "m" })));
    }
  });

  it("says that a thread waits for itself", () => {
    const events = [
      { kind: "acquire", thread: 0, line: 3, object: 0, text: "first" },
      { kind: "blocked", thread: 0, line: 4, object: 0, a: 0, b: 3, text: "mutex" },
    ] as const;
    const cx = small(events, [["mutex", "m"]]);
    assert.equal(
      last(cx),
      "main calls lock() (line 4) and blocks on itself: it holds the mutex m since line 3. Nobody else can give it back.",
    );
    assert.equal(plainText(threadReason(cx, 0, 1)), "waits for m, which it holds itself");
  });

  it("calls a notification that finds nobody lost", () => {
    assert.equal(
      last(
        small([{ kind: "notify", thread: 0, line: 9, object: 0, a: 0 }], [["condvar", "ready"]]),
      ),
      "main notifies the condition variable ready (line 9), but nobody waits there: the notification is lost. Why does a wait belong in a loop?",
    );
  });

  it("tells a stale load from an ordinary one", () => {
    const load = (b: number) =>
      last(
        small(
          [{ kind: "load", thread: 1, line: 18, object: 0, b, text: "Relaxed\n0\n0\nload" }],
          [["atomic", "data"]],
        ),
      );
    assert.equal(load(0), "thread 1 loads data = 0 (line 18, Relaxed).");
    assert.match(
      load(1),
      /an older value: a newer one is stored, but nothing orders that store before this load/,
    );
  });

  it("tells a read-modify-write from an exchange that did not happen", () => {
    const rmw = (text: string) =>
      last(small([{ kind: "rmw", thread: 1, line: 5, object: 0, text }], [["atomic", "hits"]]));
    assert.equal(
      rmw("SeqCst\n1\n2\nfetch_add"),
      "thread 1 does fetch_add on hits (line 5, SeqCst): 1 becomes 2, in one indivisible step.",
    );
    assert.equal(
      rmw("SeqCst\n1\n1\ncompare_exchange"),
      "thread 1 does compare_exchange on hits (line 5, SeqCst): it holds 1, so nothing is exchanged.",
    );
  });

  it("tells of a panic what it poisons", () => {
    const cx = small(
      [
        { kind: "acquire", thread: 1, line: 20, object: 0, text: "scores" },
        { kind: "panic", thread: 1, line: 22, text: "index out of bounds" },
      ],
      [["mutex", "table"]],
    );
    assert.equal(
      last(cx),
      "thread 1 panics (line 22): “index out of bounds”. It holds the mutex table: unwinding drops the guards and poisons what they lock.",
    );
  });

  it("tells what receiving and dropping the last sender mean", () => {
    const cx = contextOf(channelSample());
    assert.equal(
      said(cx, "recv", 0),
      'main receives "job 1" from the channel rx (line 16): the value now belongs to it; thread 1 can no longer use it.',
    );
    assert.equal(
      said(cx, "endDropped", 2),
      "courier drops the last Sender of the channel rx (line 12): a loop over it ends once the queue is empty.",
    );
    assert.equal(
      said(cx, "recv", 0, 4),
      "main finds the channel rx empty and without a Sender (line 16): recv gives Err, a loop over it ends.",
    );
  });

  it("leaves out a place that there is not", () => {
    assert.equal(
      last(
        small(
          [{ kind: "dropCount", thread: 0, line: 0, object: 0, a: 1, text: "a" }],
          [["arc", "a"]],
        ),
      ),
      "main drops a: the Arc a has 1 owner left.",
    );
  });

  it("shows a panic message as text, never as a template", () => {
    assert.match(
      last(small([{ kind: "panic", thread: 0, line: 1, text: "{thread} **x** `y`" }])),
      /“\{thread\} \*\*x\*\* `y`”/,
    );
  });
});

describe("explain: tracks", () => {
  it("says what a band and a guard are", () => {
    const cx = contextOf(counterSample());
    assert.equal(
      plainText(bandSentence(cx, 3, 16)),
      "thread 3 waits for counter, which thread 1 holds",
    );
    assert.equal(plainText(bandSentence(cx, 0, 16)), "main waits for thread 1 to end");
    const slice = cx.index.slices[0];
    assert.ok(slice !== undefined);
    assert.equal(plainText(sliceSentence(cx, slice)), "num holds counter from line 12 to line 15");
  });
});

describe("explain: deadlocks", () => {
  it("goes round the cycle and names the repair", () => {
    const sample = deadlockSample();
    const story = deadlockStory(
      contextOf(sample),
      sample.trace.ending.findings[0] ?? { kind: "", message: "", line: 0, related: [] },
    );
    assert.deepEqual(story?.links.map(plainText), [
      "thread 1 holds alice (line 5) and wants bob (line 6).",
      "thread 2 holds bob (line 5) and wants alice (line 6).",
    ]);
    assert.deepEqual(story?.close.map(plainText), [
      "Each waits for the next, and the last for the first.",
      "It cannot happen when all threads take these locks in the same order.",
    ]);
  });

  it("leaves findings without a cycle to their message", () => {
    assert.equal(
      deadlockStory(contextOf(counterSample()), {
        kind: "lost_wakeup",
        message: "",
        line: 1,
        related: [],
      }),
      undefined,
    );
  });
});

describe("explain: verdicts", () => {
  const sayAll = (verdict: Verdict): string =>
    spaces(verdictSentence(verdict).map(plainText).join(" "));

  it("claims “every schedule” only when every schedule was checked", () => {
    assert.equal(
      sayAll(COUNTER_VERDICT),
      "Prints Result: 3 under every schedule. Every schedule checked: 20 states, 3 ms.",
    );
    const bounded = {
      ...COUNTER_VERDICT,
      complete: false,
      completeExceptOutput: false,
      bound: "time",
    };
    assert.ok(!sayAll(bounded).includes("under every schedule"), sayAll(bounded));
    assert.match(
      sayAll(bounded),
      /^One outcome so far: Result: 3\. Not every schedule is checked: time\./,
    );
    assert.match(sayAll(bounded), /this is not a proof/);
    assert.deepEqual(verdictChip(bounded), { tone: "neutral", text: "no failure found so far" });
  });

  it("puts a failure first, with its share and the way there", () => {
    assert.match(
      sayAll(DEADLOCK_VERDICT),
      /^Can deadlock: probability 37\.5 % when each ready thread is equally likely; 3 of 187 schedules; shortest way there: 2 switches\. 2 different outcomes: 90 60 \(62\.5 %\) and deadlock \(37\.5 %\)\./,
    );
    assert.deepEqual(
      { ...verdictChip(DEADLOCK_VERDICT), text: spaces(verdictChip(DEADLOCK_VERDICT).text) },
      { tone: "bad", text: "deadlock 37.5 %" },
    );
  });

  it("says what was covered when a bound was hit, and gives no green chip", () => {
    assert.match(
      sayAll(CHANNEL_VERDICT),
      /Not every schedule is checked: schedules with more than 3 preemptions\. Covered: 218 000 states/,
    );
    assert.equal(verdictChip(CHANNEL_VERDICT).tone, "neutral");
  });

  it("calls a data race what it is", () => {
    const outcome: Outcome = {
      ...(COUNTER_VERDICT.outcomes[0] as Outcome),
      findings: [{ kind: "data_race", message: "", line: 3, related: [] }],
    };
    const verdict = {
      ...COUNTER_VERDICT,
      complete: false,
      bound: "undefined behaviour",
      outcomes: [outcome],
    };
    assert.match(sayAll(verdict), /There is a data race: .*the list of outcomes is no promise\./);
  });

  it("names outcomes and assumptions", () => {
    assert.equal(outcomeTitle({ status: "ok", exitCode: 0, stdout: "a\nb\n" }), "a ⏎ b");
    assert.equal(outcomeTitle({ status: "ok", exitCode: 0, stdout: "" }), "no output");
    assert.equal(outcomeTitle({ status: "exit", exitCode: 3, stdout: "x" }), "exit code 3");
    assert.equal(
      plainText(assumptionSentence({ id: "cores", line: 4 })),
      "available_parallelism is 8 (line 4)",
    );
    assert.equal(plainText(assumptionSentence({ id: "new-id", line: 0 })), "new-id");
  });
});

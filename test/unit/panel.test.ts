import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { PanelDiagnostic, ToPanel } from "../../src/protocol/messages.ts";
import { createTraceBuilder } from "../../src/trace/builder.ts";
import { EVENT_KINDS } from "../../src/trace/trace.ts";
import { buildTraceIndex } from "../../src/trace/traceIndex.ts";
import { encodePageData } from "../../src/exports/pageData.ts";
import { decodePageData } from "../../src/webview/pageData.ts";
import { htmlPage, SCRIPT_MARK, STYLE_MARK } from "../../src/exports/htmlPage.ts";
import { svgOfTimeline } from "../../src/exports/timelineSvg.ts";
import { textColumns } from "../../src/exports/textColumns.ts";
import { tellVerdict } from "../../src/explain/verdictSentence.ts";
import { filmOf, LONGEST_FILM } from "../../src/exports/filmSvg.ts";
import { base64Of } from "../../src/base/base64.ts";
import { createFrame } from "../../src/webview/frame.ts";
import { curveBetween } from "../../src/webview/memory/connectors.ts";
import { createPictureCache } from "../../src/webview/pictures.ts";
import { THEME_VARIABLES } from "../../src/exports/themeVariables.ts";
import { initialSession, outcomeOfRun, receive } from "../../src/webview/session.ts";
import { escape } from "../../src/exports/escape.ts";
import { objectRanks } from "../../src/draw/scene.ts";
import { highlight } from "../../src/webview/views/highlight.ts";
import { excerptOf } from "../../src/webview/views/excerpt.ts";
import { printedBy } from "../../src/webview/views/printed.ts";
import { COUNTER_VERDICT, counterSample } from "../support/samples/counter.ts";
import { DEADLOCK_VERDICT, deadlockSample } from "../support/samples/deadlock.ts";
import { longSample } from "../support/samples/long.ts";
import type { Sample } from "../support/sampleWorld.ts";

const PLAIN_LOOK = { pinned: [], colors: {}, font: "sans-serif" };

function traceMessage(sample: Sample): Extract<ToPanel, { kind: "trace" }> {
  return {
    kind: "trace",
    trace: sample.trace,
    scheduler: { kind: "roundRobin" },
    pictures: sample.pictures,
    from: 0,
    next: [],
    source: sample.source,
    cursor: 0,
  };
}

const EVIL = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'\u2028`;

function evilSample(): Sample {
  const sample = counterSample();
  return {
    ...sample,
    trace: {
      ...sample.trace,
      file: EVIL,
      threads: sample.trace.threads.map((thread) => ({ ...thread, name: EVIL })),
      objects: sample.trace.objects.map((object) => ({ ...object, name: EVIL })),
      events: {
        ...sample.trace.events,
        strings: sample.trace.events.strings.map((text) => (text === "" ? "" : EVIL)),
      },
    },
  };
}

describe("panel: session", () => {
  it("shows the latest run, rejection or refusal", () => {
    const run = receive(initialSession(), traceMessage(counterSample()));
    assert.equal(run.screen, "run");
    const rejected = receive(run, {
      kind: "rejected",
      file: "a.rs",
      entry: "main",
      diagnostics: [],
      source: { firstLine: 1, lines: [] },
      whatIf: false,
    });
    assert.equal(rejected.screen, "rejected");
    assert.equal(receive(rejected, traceMessage(counterSample())).rejected, undefined);
  });

  it("ends progress with the verdict and busy with the run", () => {
    const busy = receive(receive(initialSession(), { kind: "busy", what: "analysing" }), {
      kind: "exploring",
      states: 5,
      outcomes: 1,
      elapsedMs: 3,
    });
    assert.deepEqual([busy.busy, busy.exploring?.states], ["analysing", 5]);
    const done = receive(receive(busy, traceMessage(counterSample())), {
      kind: "verdict",
      verdict: COUNTER_VERDICT,
      told: tellVerdict(COUNTER_VERDICT),
    });
    assert.deepEqual([done.busy, done.exploring, done.verdict], ["", undefined, COUNTER_VERDICT]);
  });

  it("knows which outcome this run is", () => {
    assert.equal(outcomeOfRun(COUNTER_VERDICT, counterSample().trace.ending), 0);
    assert.equal(outcomeOfRun(DEADLOCK_VERDICT, deadlockSample().trace.ending), 1);
    assert.equal(outcomeOfRun(DEADLOCK_VERDICT, counterSample().trace.ending), -1);
  });
});

describe("panel: pictures", () => {
  it("asks for a window around the cursor, once", () => {
    const cache = createPictureCache();
    const first = cache.wanted(100, 1000);
    assert.ok(first !== undefined && first.from <= 100 && first.to > 100);
    assert.equal(cache.wanted(100, 1000), undefined);
    assert.equal(cache.wanted(101, 1000), undefined);
  });

  it("asks for nothing that is there", () => {
    const cache = createPictureCache();
    const { pictures } = counterSample();
    cache.add(0, pictures, 0);
    assert.equal(cache.wanted(10, pictures.length), undefined);
    assert.equal(cache.get(10), pictures[10]);
  });

  it("shows the last one before a row that is still on its way", () => {
    const cache = createPictureCache();
    const { pictures } = counterSample();
    cache.add(0, pictures.slice(0, 5), 0);
    assert.equal(cache.nearest(8), pictures[4]);
  });

  it("keeps what is near the cursor when it is full", () => {
    const cache = createPictureCache(10);
    const { pictures } = counterSample();
    cache.add(0, pictures, 40);
    assert.ok(cache.size <= 10);
    assert.ok(cache.get(40) !== undefined && cache.get(0) === undefined);
  });
});

describe("panel: frames", () => {
  it("draws once however many ask, and goes on while something moves", () => {
    const queue: ((time: number) => void)[] = [];
    const frame = createFrame({ requestAnimationFrame: (callback) => queue.push(callback) });
    let draws = 0;
    let moves = 3;
    frame.onDraw(() => draws++);
    frame.onTick(() => --moves > 0);
    frame.request();
    frame.request();
    assert.equal(queue.length, 1);
    for (let time = 0; queue.length > 0; time += 16) queue.shift()?.(time);
    assert.equal(draws, 3);
  });

  it("does not leap after a pause", () => {
    const queue: ((time: number) => void)[] = [];
    const frame = createFrame({ requestAnimationFrame: (callback) => queue.push(callback) });
    const steps: number[] = [];
    frame.onTick((ms) => steps.push(ms) < 3);
    frame.request();
    for (const time of [0, 16, 60_000]) queue.shift()?.(time);
    assert.deepEqual(steps, [0, 16, 100]);
  });
});

describe("panel: output", () => {
  it("is what was printed up to the cursor", () => {
    const index = buildTraceIndex(counterSample().trace);
    assert.equal(printedBy(index, 10), "");
    assert.equal(printedBy(index, index.trace.events.count - 1), "Result: 3\n");
  });
});

describe("panel: source colours", () => {
  const show = (line: string) =>
    highlight(line)
      .filter((token) => token.style !== "plain")
      .map((token) => `${token.style}:${token.text}`);

  it("tells keywords, types, macros, numbers, strings and comments", () => {
    assert.deepEqual(show('let x: Arc<i32> = vec![1_000, 0x1f]; // "no string"'), [
      "keyword:let",
      "type:Arc",
      "type:i32",
      "macro:vec!",
      "number:1_000",
      "number:0x1f",
      'comment:// "no string"',
    ]);
    assert.deepEqual(show(`println!("a \\" b // c", 'x', b'\\n')`), [
      "macro:println!",
      'string:"a \\" b // c"',
      "string:'x'",
      "string:b'\\n'",
    ]);
  });

  it("does not take a lifetime for a character, nor != for a macro", () => {
    assert.deepEqual(show("fn f<'a>(x: &'a str) -> bool { a != b }"), [
      "keyword:fn",
      "type:str",
      "type:bool",
    ]);
  });

  it("loses no letter", () => {
    fc.assert(
      fc.property(
        fc.string(),
        (line) =>
          highlight(line.replace(/[\r\n]/g, ""))
            .map((token) => token.text)
            .join("") === line.replace(/[\r\n]/g, ""),
      ),
    );
  });
});

describe("panel: excerpt of an error", () => {
  const source = {
    firstLine: 1,
    lines: ["fn main() {", "    let a = Rc::new(1);", "", "", "    spawn(move || a);", "}"],
  };
  const diagnostic: PanelDiagnostic = {
    severity: "error",
    code: "E0277",
    message: "",
    line: 5,
    column: 11,
    endLine: 5,
    endColumn: 20,
    related: [{ line: 2, column: 9, message: "here" }],
  };

  it("underlines the primary span and the related words, in order of lines", () => {
    const lines = excerptOf(diagnostic, source);
    assert.deepEqual(
      lines.map((line) => (line.gap ? "…" : line.number)),
      [2, "…", 5],
    );
    assert.deepEqual(lines[0]?.marks, [{ primary: false, indent: 8, width: 1, message: "here" }]);
    assert.deepEqual(lines[2]?.marks, [{ primary: true, indent: 10, width: 9, message: "" }]);
  });

  it("survives places outside the text", () => {
    const lines = excerptOf(
      { ...diagnostic, line: 99, endLine: 120, related: [{ line: 50, column: 400, message: "x" }] },
      source,
    );
    assert.deepEqual(lines, []);
  });
});

describe("panel: exports", () => {
  it("carries a trace through a page's data unchanged", () => {
    const message = traceMessage(counterSample());
    const [back] = decodePageData(encodePageData([message]));
    assert.deepEqual(JSON.parse(JSON.stringify(back)), JSON.parse(JSON.stringify(message)));
    assert.ok(
      back?.kind === "trace" &&
        back.trace.events.kind instanceof Uint8Array &&
        back.trace.events.object instanceof Int32Array,
    );
    assert.deepEqual(back.trace.events.object, message.trace.events.object);
  });

  it("lets no program text become markup in a page", () => {
    const data = encodePageData([traceMessage(evilSample())]);
    assert.ok(!data.includes("<"), "a `<` could end the element");
    const page = htmlPage({
      language: { name: `en"><img>`, catalogue: { Play: "</script><img src=x>" } },
      title: EVIL,
      data,
      variables: new Map([["--vscode-foreground", "red;}</style><script>"]]),
      bodyClass: `"><script>`,
      nonce: "abc",
    });
    assert.equal(page.match(/<script/g)?.length, 3);
    assert.equal(page.match(/<\/script>/g)?.length, 3);
    assert.equal(page.match(/<img/g), null);
    assert.equal(page.match(/<\/style>/g)?.length, 1);
  });

  it("makes a page with marks for style and player and no way out to the network", () => {
    const page = htmlPage({
      language: { name: "en" },
      title: "a",
      data: "[]",
      variables: new Map(),
      bodyClass: "",
      nonce: "abc",
    });
    assert.ok(page.includes(STYLE_MARK) && page.includes(SCRIPT_MARK));
    assert.match(page, /default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'/);
    assert.ok(!/https?:/.test(page));
  });

  it("draws the timeline as one escaped SVG", () => {
    const index = buildTraceIndex(evilSample().trace);
    const svg = svgOfTimeline(index, { from: 0, to: 43 }, objectRanks(index), PLAIN_LOOK);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.ok(!svg.includes("<script") && !svg.includes("<img") && svg.includes("&lt;/script&gt;"));
    assert.ok(!svg.includes("NaN") && !svg.includes("undefined"));
  });

  it("writes a column for each thread", () => {
    const sample = counterSample();
    const text = textColumns(
      { index: buildTraceIndex(sample.trace), source: sample.source },
      COUNTER_VERDICT,
    );
    assert.match(text, /^counter\.rs › main\n/);
    const blocked = text.split("\n").find((line) => line.includes("17  "));
    assert.ok(blocked !== undefined);
    assert.ok(text.includes("calls counter.lock() (line 12)"));
    assert.ok(text.includes("Prints Result: 3 under every schedule."));
    assert.ok(text.includes(sample.trace.schedule));
  });

  it("films a run without a script, and stands still for who prefers that", () => {
    for (const { trace, source } of [counterSample(), evilSample(), longSample(3000)]) {
      const look = { ...PLAIN_LOOK, cursor: 1500 };
      const film = filmOf({ index: buildTraceIndex(trace), source }, look);
      assert.match(film, /^<svg xmlns=/);
      assert.ok(!/<script|<img|<foreignObject|\bon\w+=|href/.test(film.replace(/>[^<]*</g, "><")));
      assert.ok(!film.includes("NaN") && !film.includes("undefined"));
      assert.match(film, /prefers-reduced-motion/);
      const said = film.match(/class="said"/g)?.length;
      assert.equal(said, Math.min(trace.events.count, LONGEST_FILM));
    }
  });

  it("escapes what XML cannot hold", () => {
    assert.equal(escape("a<b>&\"'\u0007"), "a&lt;b&gt;&amp;&quot;&#39;\ufffd");
  });

  it("draws a long run without holes", () => {
    const index = buildTraceIndex(longSample(3000).trace);
    const svg = svgOfTimeline(index, { from: 1000, to: 2000 }, objectRanks(index), PLAIN_LOOK);
    assert.ok(!svg.includes("NaN"));
  });
});

describe("panel: theme", () => {
  it("carries exactly the variables that the style sheet uses", () => {
    const css = readFileSync("media/panel.css", "utf8");
    const used = [...new Set(css.match(/--vscode-[A-Za-z][\w-]*/g))].sort();
    assert.deepEqual([...THEME_VARIABLES].sort(), used);
  });

  it("takes every colour from the theme", () => {
    const css = readFileSync("media/panel.css", "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    assert.deepEqual(css.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi), null);
  });
});

describe("panel: any trace", () => {
  const event = fc.record({
    kind: fc.constantFrom(...EVENT_KINDS),
    thread: fc.nat(4),
    step: fc.nat(60),
    line: fc.nat(20),
    column: fc.nat(30),
    endLine: fc.nat(20),
    endColumn: fc.nat(30),
    object: fc.integer({ min: -1, max: 5 }),
    a: fc.integer({ min: -2, max: 6 }),
    b: fc.integer({ min: -4, max: 60 }),
    text: fc.oneof(
      fc.constantFrom("", "mutex", "join", "recv", "num\nscopeEnd", "SeqCst\n1\n2\nfetch_add"),
      fc.string(),
    ),
  });

  it("is drawn and told without a throw, a hole or a NaN, however odd its events", () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 40 }), (events) => {
        const base = counterSample();
        const builder = createTraceBuilder();
        events.forEach((one) => builder.push(one));
        const index = buildTraceIndex({ ...base.trace, events: builder.finish() });
        const text = textColumns({ index, source: base.source }, undefined);
        assert.ok(!text.includes("undefined"));
        const svg = svgOfTimeline(
          index,
          { from: 0, to: events.length },
          objectRanks(index),
          PLAIN_LOOK,
        );
        assert.ok(!svg.includes("NaN"));
      }),
      { numRuns: 60 },
    );
  });
});

describe("panel: memory curves", () => {
  it("leave and arrive horizontally", () => {
    assert.equal(curveBetween({ x: 0, y: 0 }, { x: 100, y: 50 }), "M0 0C50 0 50 50 100 50");
  });
});

describe("panel: bytes as base64", () => {
  it("writes what everybody reads", () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(bytes, (some) => base64Of(some) === Buffer.from(some).toString("base64")),
    );
  });
});

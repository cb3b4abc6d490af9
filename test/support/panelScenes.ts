// What the panel is shown with in screenshots and accessibility checks: messages as the host would send them, by scene.

import { exportRun } from "../../src/exports/exportRun.ts";
import type { FromPanel, ToPanel } from "../../src/protocol/messages.ts";
import { CHANNEL_VERDICT, channelSample } from "./samples/channel.ts";
import { COUNTER_VERDICT, counterSample } from "./samples/counter.ts";
import { DEADLOCK_VERDICT, deadlockSample } from "./samples/deadlock.ts";
import { longSample } from "./samples/long.ts";
import { zooSample } from "./samples/zoo.ts";
import { tellVerdict } from "../../src/explain/verdictSentence.ts";
import type { Verdict } from "../../src/trace/verdict.ts";
import type { Sample } from "./sampleWorld.ts";

export interface SceneSetup {
  readonly messages: readonly ToPanel[];
  /** Pictures that the host would answer with. */
  readonly sample: Sample | undefined;
}

function runOf(
  sample: Sample,
  cursor: number,
  rest: Partial<Extract<ToPanel, { kind: "trace" }>> = {},
): ToPanel {
  return {
    kind: "trace",
    trace: sample.trace,
    scheduler: { kind: "roundRobin" },
    pictures: sample.pictures,
    from: 0,
    next: [],
    source: sample.source,
    cursor,
    ...rest,
  };
}

/** What the checking thread would make of the scene's run. */
export function exported(setup: SceneSetup, message: FromPanel): string {
  const trace = setup.messages.find((one) => one.kind === "trace");
  const verdict = setup.messages.find((one) => one.kind === "verdict");
  if (message.kind !== "export" || trace?.kind !== "trace") return "";
  if (message.format === "schedule" || message.format === "link") return trace.trace.schedule;
  const pictures = (from: number, to: number) => setup.sample?.pictures.slice(from, to) ?? [];
  const { look, format } = message;
  return exportRun(
    {
      message: trace,
      verdict: verdict?.verdict,
      look,
      nonce: "export",
      language: { name: "en" },
      pictures,
    },
    format,
  );
}

function verdictMessage(verdict: Verdict): ToPanel {
  return { kind: "verdict", verdict, told: tellVerdict(verdict) };
}

export function sceneOf(name: string): SceneSetup {
  switch (name) {
    case "counter": {
      const sample = counterSample();
      return {
        sample,
        messages: [runOf(sample, 16), verdictMessage(COUNTER_VERDICT)],
      };
    }
    case "counterEnd": {
      const sample = counterSample();
      return {
        sample,
        messages: [
          runOf(sample, 1000),
          { kind: "exploring", states: 12298, outcomes: 1, elapsedMs: 2400 },
          { kind: "stale", stale: true },
        ],
      };
    }
    case "choose": {
      const full = counterSample();
      const rows = 17;
      const events = full.trace.events;
      const cut = Object.fromEntries(
        Object.entries(events).map(([key, value]) => [
          key,
          ArrayBuffer.isView(value) ? (value as Uint8Array).slice(0, rows) : value,
        ]),
      );
      const sample: Sample = {
        ...full,
        trace: { ...full.trace, events: { ...events, ...cut, count: rows } },
        pictures: full.pictures.slice(0, rows),
      };
      return {
        sample,
        messages: [
          runOf(sample, rows - 1, {
            scheduler: { kind: "choose", prefix: [0, 1, 1] },
            next: [{ index: 0, thread: 1, label: "", needs: undefined }],
          }),
          verdictMessage(COUNTER_VERDICT),
        ],
      };
    }
    case "deadlock": {
      const sample = deadlockSample();
      return {
        sample,
        messages: [
          runOf(sample, 1000, {
            scheduler: { kind: "schedule", schedule: "L1.21.99ab12.1f", label: "deadlock" },
          }),
          verdictMessage(DEADLOCK_VERDICT),
        ],
      };
    }
    case "channel": {
      const sample = channelSample();
      return {
        sample,
        messages: [runOf(sample, 12), verdictMessage(CHANNEL_VERDICT)],
      };
    }
    case "million": {
      const sample = longSample(1_000_000);
      return { sample, messages: [runOf(sample, 500_000)] };
    }
    case "long": {
      const sample = longSample(100_000);
      return { sample, messages: [runOf(sample, 50_000)] };
    }
    case "zoo": {
      const sample = zooSample();
      return { sample, messages: [runOf(sample, 1000)] };
    }
    case "many": {
      const sample = longSample(900, 40);
      return { sample, messages: [runOf(sample, 300)] };
    }
    case "whatIf": {
      const sample = counterSample();
      return {
        sample,
        messages: [
          runOf(sample, 20, { whatIf: true, scheduler: { kind: "random", seed: 7 } }),
          { kind: "busy", what: "exploring" },
        ],
      };
    }
    // What the page itself carries (`--data`).
    case "data":
      return { sample: undefined, messages: [] };
    case "waiting":
      return { sample: undefined, messages: [{ kind: "busy", what: "analysing counter.rs" }] };
    case "rejected":
      return { sample: undefined, messages: [REJECTED] };
    default:
      return {
        sample: undefined,
        messages: [
          {
            kind: "refused",
            file: "fetch.rs",
            message: "This program uses the network, which the model does not have.",
            reasons: [
              { line: 8, what: "reqwest::get", reason: "needs the network" },
              { line: 12, what: "std::fs::write", reason: "writes a file" },
            ],
          },
        ],
      };
  }
}

const REJECTED: ToPanel = {
  kind: "rejected",
  file: "counter_rc.rs",
  entry: "main",
  whatIf: true,
  source: {
    firstLine: 1,
    lines: [
      "use std::rc::Rc;",
      "use std::sync::Mutex;",
      "use std::thread;",
      "",
      "fn main() {",
      "    let counter = Rc::new(Mutex::new(0));",
      "    let mut handles = vec![];",
      "",
      "    for _ in 0..10 {",
      "        let counter = Rc::clone(&counter);",
      "        let handle = thread::spawn(move || {",
      "            let mut num = counter.lock().unwrap();",
      "",
      "            *num += 1;",
      "        });",
      "        handles.push(handle);",
      "    }",
      "}",
    ],
  },
  diagnostics: [
    {
      severity: "error",
      code: "E0277",
      message: "`Rc<Mutex<i32>>` cannot be sent between threads safely",
      line: 11,
      column: 36,
      endLine: 15,
      endColumn: 10,
      related: [
        { line: 11, column: 22, message: "required by a bound introduced by this call" },
        {
          line: 10,
          column: 13,
          message:
            "this `Rc` is captured by the closure; its clones change one count without synchronisation",
        },
      ],
    },
    {
      severity: "warning",
      code: "unused_mut",
      message: "variable does not need to be mutable",
      line: 7,
      column: 9,
      endLine: 7,
      endColumn: 20,
      related: [],
    },
  ],
};

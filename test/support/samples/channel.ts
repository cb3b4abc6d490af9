// A hand-made run: a producer and a consumer with a channel between them.

import type { Verdict } from "../../../src/trace/verdict.ts";
import { createWorld, local, node, OK } from "../sampleWorld.ts";
import type { Sample } from "../sampleWorld.ts";

export const CHANNEL_SOURCE = `use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();

    for id in 1..=2 {
        let tx = tx.clone();
        thread::spawn(move || {
            tx.send(format!("job {id}")).unwrap();
            tx.send(format!("bye {id}")).unwrap();
        });
    }
    drop(tx);

    for job in rx {
        println!("{job}");
    }
}
`;

/** Two producers, one receiver that waits, and the loop that ends with the last sender. */
export function channelSample(): Sample {
  const w = createWorld("jobs.rs", CHANNEL_SOURCE, [4, 19]);
  const main = w.threads[0];
  if (main === undefined) throw new Error("no main");
  const channel = w.object("channel", "rx", "Receiver<String>", 5);
  const box = node("ch", "channel", "rx", "channel of String", {
    object: channel,
    queue: [],
    senders: 1,
    receiverAlive: true,
  });
  w.event("start", 0, 4);
  w.shot();
  w.event("create", 0, 5, { object: channel, at: "mpsc::channel()" });
  w.nodes.push(box);
  box.owners.push({ thread: 0, name: "rx" }, { thread: 0, name: "tx" });
  main.locals.push(
    local("tx", "Sender<String>", "Sender", { node: "ch" }),
    local("rx", "Receiver<String>", "Receiver", { node: "ch" }),
  );
  w.shot();
  for (let id = 1; id <= 2; id++) {
    const thread = w.addThread(id === 1 ? "thread 1" : "courier", 0);
    w.event("spawn", 0, 9, { a: thread, text: "tx, id", at: "thread::spawn" });
    w.threads[thread]?.locals.push(
      local("tx", "Sender<String>", "Sender", { node: "ch" }),
      local("id", "i32", String(id)),
    );
    box.senders = id + 1;
    box.owners.push({ thread, name: "tx" });
    w.shot();
  }
  const dropSender = (thread: number, line: number, at: string): void => {
    box.senders = (box.senders ?? 1) - 1;
    w.event("endDropped", thread, line, { object: channel, a: box.senders, b: 0, at });
    box.owners = box.owners.filter((owner) => !(owner.thread === thread && owner.name === "tx"));
    const own = w.threads[thread];
    if (own !== undefined) own.locals = own.locals.filter((entry) => entry.name !== "tx");
    w.shot();
  };
  const sendMessage = (thread: number, line: number, value: string): void => {
    const queue = box.queue ?? [];
    w.event("send", thread, line, {
      object: channel,
      a: queue.length + 1,
      text: value,
      at: "tx.send",
    });
    queue.push(value);
    box.changed = true;
    w.shot();
  };
  const receive = (from: number): void => {
    const value = box.queue?.shift() ?? "";
    w.event("recv", 0, 16, {
      object: channel,
      a: box.queue?.length ?? 0,
      b: from,
      text: value,
      at: "rx",
    });
    main.locals = [
      ...main.locals.filter((entry) => entry.name !== "job"),
      local("job", "String", value),
    ];
    box.changed = true;
    w.shot();
    w.event("print", 0, 17, { text: `${value.replaceAll('"', "")}\n`, at: 'println!("{job}")' });
    w.world.stdout += `${value.replaceAll('"', "")}\n`;
    w.shot();
  };
  dropSender(0, 14, "drop(tx)");
  w.event("blocked", 0, 16, { object: channel, a: -1, text: "recv", at: "rx" });
  main.state = "waiting";
  main.waitsFor = { object: channel, reason: "waits for a message in rx" };
  box.waiting = [0];
  w.shot();
  w.event("start", 1, 9, { at: "move ||" });
  w.shot();
  sendMessage(1, 10, '"job 1"');
  w.event("unblocked", 0, 16, { at: "rx" });
  main.state = "ready";
  box.waiting = [];
  w.shot();
  w.event("start", 2, 9, { at: "move ||" });
  w.shot();
  sendMessage(2, 10, '"job 2"');
  receive(1);
  sendMessage(1, 11, '"bye 1"');
  dropSender(1, 12, "}");
  w.event("end", 1, 12, { at: "}" });
  Object.assign(w.threads[1] ?? {}, { state: "done", locals: [], end: w.row() - 1 });
  w.shot();
  receive(2);
  sendMessage(2, 11, '"bye 2"');
  receive(1);
  dropSender(2, 12, "}");
  w.event("end", 2, 12, { at: "}" });
  Object.assign(w.threads[2] ?? {}, { state: "done", locals: [], end: w.row() - 1 });
  w.shot();
  receive(2);
  w.event("recv", 0, 16, { object: channel, a: 0, b: -3, at: "rx" });
  w.shot();
  w.event("end", 0, 19, { at: "}" });
  main.state = "done";
  w.shot();
  return w.finish({ ...OK, stdout: w.world.stdout });
}

export const CHANNEL_VERDICT: Verdict = {
  status: "explored",
  complete: false,
  completeExceptOutput: false,
  bound: "schedules with more than 3 preemptions",
  covered: "218 000 states, then 10 000 random schedules",
  counts: "estimated",
  states: 218000,
  executions: 41000,
  schedules: "41200",
  elapsedMs: 8200,
  assumptions: [
    { id: "cut-line", line: 17 },
    { id: "cores", line: 0 },
  ],
  outcomes: [
    ["job 1\nbye 1\njob 2\nbye 2\n", 0.41],
    ["job 1\njob 2\nbye 1\nbye 2\n", 0.31],
    ["job 2\njob 1\nbye 1\nbye 2\n", 0.17],
    ["job 2\nbye 2\njob 1\nbye 1\n", 0.0904],
    ["job 2\njob 1\nbye 2\nbye 1\n", 0.0196],
  ].map(([stdout, probability], at) => ({
    status: "ok",
    exitCode: 0,
    stdout: String(stdout),
    findings: [],
    needs: at === 4 ? ["timer"] : [],
    schedules: String(9000 - at * 1700),
    probability: Number(probability),
    preemptions: at,
    switches: at + 3,
    schedule: `L1.21.7711ab.${at}`,
  })),
};

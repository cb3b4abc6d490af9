// In the thread: a batch of programs made by chance, as Rust text for a crate that really runs, with what exploration says each
// can do. `compare`: explores without the reduction too.
import fc from "fast-check";
import { parentPort } from "node:worker_threads";
import { createEngine } from "../../src/driver/engine.ts";
import { machineOf, prepare } from "../../src/driver/program.ts";
import { machineModel } from "../../src/explore/machineModel.ts";
import { createSearch } from "../../src/explore/search.ts";
import { preamble, randomProgram, rustFunction } from "../../test/support/randomProgram.ts";

interface Batch {
  readonly seed: number;
  readonly count: number;
  readonly maxStates: number;
  readonly compare: boolean;
}

type Ready = Parameters<typeof machineOf>[0];

const engine = createEngine();

parentPort?.on("message", (batch: Batch) => {
  try {
    parentPort?.postMessage(answer(batch));
  } catch (error) {
    parentPort?.postMessage({
      crash: error instanceof Error ? (error.stack ?? "") : String(error),
    });
  }
});

function answer({ seed, count, maxStates, compare }: Batch): object {
  const programs = fc.sample(randomProgram, { numRuns: count, seed });
  const functions = programs.map((program, index) => rustFunction(`run${index}`, program));
  const entries = functions.map(
    (text, index) => `${text}fn p${index}() { println!("{}", run${index}()); }\n`,
  );
  const analysis = engine.analyze(`${preamble("")}${entries.join("\n")}fn main() {}\n`, {
    file: "main.rs",
    edition: 2021,
  });
  const results = programs.map((_, index) => {
    const ready = prepare(analysis, { path: `p${index}` });
    if (ready.kind !== "ready") return { refused: JSON.stringify(ready.kind) };
    const endings = explore(ready, true, maxStates);
    const all = compare && endings ? explore(ready, false, maxStates * 4) : undefined;
    return { endings, all };
  });
  return { functions, results, header: preamble(JITTER) };
}

/** Status and output of every ending; undefined: too many states. */
function explore(ready: Ready, reduce: boolean, maxStates: number): string[] | undefined {
  const search = createSearch(machineModel(machineOf(ready, reduce)), {
    reduce,
    output: true,
    schedulingOnly: false,
    maxStates,
  });
  while (!search.done && search.bound === undefined) search.advance(1_000_000);
  if (!search.done) return undefined;
  const groups = [...search.endings.groups.values()];
  return groups.map(({ status, stdout }) => `${status} ${stdout.trimEnd()}`).sort();
}

/** Now and then another thread goes first, or much later. */
const JITTER = `
    thread_local!(static SEED: std::cell::Cell<u64> = const { std::cell::Cell::new(0) });
    SEED.with(|seed| {
        let mut x = seed.get();
        if x == 0 {
            let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
            x = now.as_nanos() as u64 ^ (seed as *const _ as u64) | 1;
        }
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        seed.set(x);
        match x % 16 {
            0..=4 => thread::yield_now(),
            5..=7 => for _ in 0..x % 300 { hint::spin_loop() },
            8 => thread::sleep(Duration::from_micros(x % 90)),
            _ => {}
        }
    })
`;

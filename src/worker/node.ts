// The checking thread on Node's worker_threads. Started with `make`, it does nothing but write the snapshot of std that the
// extension keeps, and ends.

import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { makeSnapshot, SNAPSHOT_NAME } from "../driver/keptStd.ts";
import type { ToWorker } from "../protocol/work.ts";
import { serve } from "./serve.ts";

interface Started {
  /** Folder in which snapshots are kept. */
  readonly kept?: string;
  readonly make?: boolean;
}

export function startWorker(): void {
  const { kept, make } = (workerData ?? {}) as Started;
  const port = parentPort;
  if (kept !== undefined && SNAPSHOT_NAME !== undefined && make === true) {
    writeKept(kept, SNAPSHOT_NAME);
  } else if (port !== null) {
    const handle = serve({
      post: (message) => port.postMessage(message),
      now: () => performance.now(),
      later: (task) => setImmediate(task),
      snapshot: () => readKept(kept),
    });
    port.on("message", (message: ToWorker) => handle(message));
  }
}

function readKept(folder: string | undefined): string | undefined {
  if (folder === undefined || SNAPSHOT_NAME === undefined) return undefined;
  try {
    return readFileSync(join(folder, SNAPSHOT_NAME), "latin1");
  } catch {
    return undefined;
  }
}

/** Complete or not at all, in place of those of other versions. */
function writeKept(folder: string, name: string): void {
  const text = makeSnapshot();
  mkdirSync(folder, { recursive: true });
  const half = join(folder, `${name}.${process.pid}`);
  writeFileSync(half, text, "latin1");
  for (const old of readdirSync(folder))
    if (old.endsWith(".pack")) rmSync(join(folder, old), { force: true });
  renameSync(half, join(folder, name));
}

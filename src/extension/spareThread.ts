// A checking thread in reserve: started while nobody waits for it, so that the first panel's first picture does not wait for
// std to be opened and for code to be compiled. The next panel takes it; without one, it gets a thread as before.

import type { WorkerPort } from "../protocol/work.ts";
import type { Host } from "./workerClient.ts";

export interface SpareThread {
  /** What panels get their threads from. */
  readonly host: Host;
  /** Sees to it that there is one, soon. */
  prepare(): void;
  dispose(): void;
}

/** What the editor has to do for a text that was just opened or changed comes first. */
const IDLE_MS = 300;

export function keepSpareThread(host: Host): SpareThread {
  let spare: WorkerPort | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const start = () => {
    timer = undefined;
    const fresh = host.createWorker();
    fresh.onError(() => {
      if (spare === fresh) spare = undefined;
    });
    fresh.post({ kind: "warmUp", id: 0 });
    spare = fresh;
  };
  const stopWaiting = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    host: {
      ...host,
      createWorker() {
        stopWaiting();
        const taken = spare ?? host.createWorker();
        spare = undefined;
        return taken;
      },
    },
    prepare() {
      if (spare !== undefined) return;
      stopWaiting();
      timer = setTimeout(start, IDLE_MS);
    },
    dispose() {
      stopWaiting();
      spare?.terminate();
      spare = undefined;
    },
  };
}

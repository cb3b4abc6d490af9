// The checking thread on Node's worker_threads.

import { parentPort } from "node:worker_threads";
import type { ToWorker } from "../protocol/work.ts";
import { serve } from "./serve.ts";

const port = parentPort;
if (port !== null) {
  const handle = serve({
    post: (message) => port.postMessage(message),
    now: () => performance.now(),
    later: (task) => setImmediate(task),
  });
  port.on("message", (message: ToWorker) => handle(message));
}

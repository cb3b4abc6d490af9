// The checking thread as a web worker.

import type { ToWorker } from "../protocol/work.ts";
import { serve } from "./serve.ts";

export function startWorker(): void {
  const handle = serve({
    post: (message) => self.postMessage(message),
    now: () => performance.now(),
    later: (task) => void setTimeout(task, 0),
  });
  self.addEventListener("message", (event: MessageEvent<ToWorker>) => handle(event.data));
}

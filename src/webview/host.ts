// The other end: VS Code's webview API, or nothing at all on an exported page.

import type { FromPanel } from "../protocol/messages.ts";

export interface Host {
  /** False on an exported page: nothing can be run, explored or exported. */
  readonly live: boolean;
  post(message: FromPanel): void;
  load(): unknown;
  save(state: unknown): void;
}

/** The second of two runs: what it says is marked so, and it remembers nothing. */
export function otherHost(host: Host): Host {
  return {
    live: host.live,
    post: (message) => {
      if (message.kind !== "cursor") host.post({ kind: "other", message });
    },
    load: () => undefined,
    save: () => undefined,
  };
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare global {
  function acquireVsCodeApi(): VsCodeApi;
}

export function connectHost(): Host {
  if (typeof acquireVsCodeApi !== "function") {
    return { live: false, post: () => undefined, load: () => undefined, save: () => undefined };
  }
  const api = acquireVsCodeApi();
  return {
    live: true,
    post: (message) => api.postMessage(message),
    load: () => api.getState(),
    save: (state) => api.setState(state),
  };
}

// What the program writes.

import { extendDigest } from "../state/digest.ts";
import type { State } from "../state/state.ts";

export function appendStderr(state: State, text: string): void {
  state.stderr += text;
}

/** The only way to stdout: the running hash must keep step. */
export function appendStdout(state: State, text: string): void {
  state.stdout += text;
  state.stdoutHash = extendDigest(state.stdoutHash, text);
}

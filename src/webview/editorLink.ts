// The way back to the host: where the threads stand, which pictures are needed, and what is to be remembered.

import type { Signal } from "@preact/signals";
import type { Picture } from "../trace/picture.ts";
import { lineAt, stateAt } from "../trace/traceIndex.ts";
import type { Host } from "./host.ts";
import type { PictureCache } from "./pictures.ts";
import type { Player } from "./player.ts";
import type { Session } from "./session.ts";

export interface EditorLink {
  /** Marks lines and asks for pictures ahead; with `reveal` the editor also scrolls to that line. */
  cursorMoved(reveal: number | undefined): void;
  save(): void;
  /** All pictures of the first rows, when they have come; holes where they did not. */
  loadPictures(rows: number): Promise<readonly (Picture | undefined)[]>;
}

interface Parts {
  readonly host: Host;
  readonly session: Signal<Session>;
  readonly player: Signal<Player>;
  readonly cache: PictureCache;
}

/** The editor need not mark lines more often than this. */
const TELL_MS = 60;
const SAVE_MS = 150;
const WINDOW = 200;
const WAIT_MS = 100;
const MOST_WAITS = 50;

export function createEditorLink(parts: Parts): EditorLink {
  const { host, session, player, cache } = parts;
  const state: { telling: number | undefined; reveal: number | undefined; saving: boolean } = {
    telling: undefined,
    reveal: undefined,
    saving: false,
  };
  return {
    cursorMoved(reveal) {
      const run = session.value.run;
      if (run === undefined) return;
      const wanted = cache.wanted(player.value.cursor, run.index.trace.events.count);
      if (wanted !== undefined) host.post({ kind: "needPictures", ...wanted });
      state.reveal = reveal ?? state.reveal;
      state.telling ??= window.setTimeout(() => {
        tellCursor(parts, state.reveal);
        state.telling = undefined;
        state.reveal = undefined;
      }, TELL_MS);
    },
    save() {
      if (state.saving) return;
      state.saving = true;
      window.setTimeout(() => {
        state.saving = false;
        host.save({ player: player.value, target: session.value.target });
      }, SAVE_MS);
    },
    async loadPictures(rows) {
      for (let from = 0; from < rows; from += WINDOW) {
        const to = Math.min(rows, from + WINDOW);
        if (missing(cache, from, to)) host.post({ kind: "needPictures", from, to });
      }
      for (let waits = 0; waits < MOST_WAITS && missing(cache, 0, rows); waits++)
        await new Promise((done) => window.setTimeout(done, WAIT_MS));
      return Array.from({ length: rows }, (_, row) => cache.get(row));
    },
  };
}

function tellCursor(parts: Parts, reveal: number | undefined): void {
  const run = parts.session.value.run;
  if (run === undefined) return;
  const row = parts.player.value.cursor;
  const lines = run.index.tracks.flatMap((track) => {
    const line = lineAt(run.index, track.thread, row);
    return line === 0
      ? []
      : [
          {
            thread: track.thread,
            line,
            state: stateAt(run.index, track.thread, row)?.state ?? "unborn",
          },
        ];
  });
  parts.host.post({ kind: "cursor", row, lines, reveal });
}

function missing(cache: { get(row: number): unknown }, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (cache.get(row) === undefined) return true;
  return false;
}

// The way back to the host: where the threads stand, which pictures are needed, and what is to be remembered.

import type { Signal } from "@preact/signals";
import { lineAt, stateAt } from "../trace/traceIndex.ts";
import type { Host } from "./host.ts";
import type { PictureCache } from "./pictures.ts";
import type { Player } from "./player.ts";
import type { Session } from "./session.ts";

export interface EditorLink {
  /** Marks lines and asks for pictures ahead; with `reveal` the editor also scrolls to that line. */
  cursorMoved(reveal: number | undefined): void;
  save(): void;
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

// Ties it together: the host's messages, the player, the frame, and what the views read.

import { computed, signal } from "@preact/signals";
import type { ToPanel } from "../protocol/messages.ts";
import { caretMoved, openRef, runCommand } from "./commands.ts";
import {
  eventDelay,
  firstView,
  geometryOf,
  keptRows,
  lanesOf,
  sameScheduler,
  settledPlayer,
} from "./derived.ts";
import { lookOf } from "./look.ts";
import { createEditorLink } from "./editorLink.ts";
import type { EditorLink } from "./editorLink.ts";
import type { Host } from "./host.ts";
import { createFrame } from "./frame.ts";
import { createPictureCache } from "./pictures.ts";
import { initialPlayer, reduce, restorePlayer } from "./player.ts";
import type { Action, Player } from "./player.ts";
import { forgetVerdict, initialSession, receive } from "./session.ts";
import type { Hover, Store } from "./store.ts";

export function createStore(host: Host, other?: Store): Store {
  const parts = createParts(host);
  const { frame, session, player, settled, cache, cacheVersion } = parts;
  const pinned = computed(() => player.value.pinned);
  const lanes = computed(() => lanesOf(session.value.run, pinned.value));
  const store: Store = {
    ...parts,
    other,
    lanes,
    geometry: computed(() =>
      geometryOf(session.value.run, player.value, parts.width.value, lanes.value),
    ),
    explain: computed(() => {
      const run = session.value.run;
      return run === undefined ? undefined : { index: run.index, source: run.source };
    }),
    kept: computed(() => keptRows(session.value.run, settled.value.filter)),
    picture: computed(() => {
      void cacheVersion.value;
      const exact = cache.get(settled.value.cursor);
      const shown = exact ?? cache.nearest(settled.value.cursor);
      return shown === undefined ? undefined : { picture: shown, exact: exact !== undefined };
    }),
    dispatch: (action) => dispatch(parts, action),
    accept: (message) => accept(parts, store, message),
    run: (scheduler, whatIf) =>
      host.post({ kind: "run", scheduler, whatIf: whatIf ?? player.value.whatIf }),
    rerun() {
      session.value = { ...forgetVerdict(session.value), stale: false };
      host.post({ kind: "rerun" });
    },
    explore() {
      session.value = { ...session.value, exploring: { states: 0, outcomes: 0, elapsedMs: 0 } };
      host.post({ kind: "explore" });
    },
    open: (ref) => openRef(store, ref),
    filter: (filter) => dispatch(parts, { kind: "filter", filter }),
    visit(row) {
      dispatch(parts, { kind: "seek", row, follow: true });
      const line = session.value.run?.index.trace.events.line[player.value.cursor];
      parts.once.ownLine = line ?? 0;
      parts.link.cursorMoved(line);
    },
    pick(index) {
      const scheduler = player.value.scheduler;
      if (scheduler.kind === "choose")
        store.run({ kind: "choose", prefix: [...scheduler.prefix, index] });
    },
    command: (command) => runCommand(store, command),
    export: (format) => host.post({ kind: "export", format, look: lookOf(player.value) }),
  };
  frame.onTick((ms) => {
    if (!player.value.playing) return false;
    dispatch(parts, { kind: "tick", ms, delay: (row) => eventDelay(session.value.run, row) });
    return player.value.playing;
  });
  return store;
}

type Parts = ReturnType<typeof createParts>;

function createParts(host: Host) {
  const saved = restorePlayer(readSaved(host.load()));
  const session = signal(initialSession());
  const player = signal(saved ?? firstPlayer(host));
  const cache = createPictureCache();
  const link: EditorLink = createEditorLink({ host, session, player, cache });
  return {
    host,
    frame: createFrame(window),
    session,
    player,
    settled: settledPlayer(player),
    width: signal(0),
    hover: signal<Hover | undefined>(undefined),
    helpOpen: signal(false),
    cache,
    cacheVersion: signal(0),
    link,
    once: { restored: saved === undefined, ownLine: 0 },
  };
}

/** A page that stands alone shows the source, which otherwise the editor does. */
function firstPlayer(host: Host): Player {
  const player = initialPlayer();
  return host.live ? player : { ...player, folded: ["events"] };
}

function dispatch(parts: Parts, action: Action): void {
  const before = parts.player.value;
  const after = reduce(before, action);
  if (after === before) return;
  parts.player.value = after;
  parts.frame.request();
  parts.link.save();
  if (after.cursor !== before.cursor || after.run !== before.run) parts.link.cursorMoved(undefined);
}

function accept(parts: Parts, store: Store, message: ToPanel): void {
  parts.session.value = receive(parts.session.value, message);
  if (message.kind === "trace") openRun(parts, message);
  if (message.kind === "pictures") {
    parts.cache.add(message.from, message.pictures, parts.player.value.cursor);
    parts.cacheVersion.value++;
  }
  if (message.kind === "other") store.other?.accept(message.message);
  if (message.kind === "caret") caretMoved(store, message.line, parts.once.ownLine);
  if (message.kind === "target") parts.link.save();
  parts.frame.request();
}

function openRun(parts: Parts, message: Extract<ToPanel, { readonly kind: "trace" }>): void {
  const { player, cache, once } = parts;
  const trace = message.trace;
  const program = `${trace.file}\n${trace.entry}`;
  if (player.value.program !== program || player.value.run !== trace.schedule) cache.clear();
  cache.add(message.from, message.pictures, message.cursor);
  parts.cacheVersion.value++;
  const restored = once.restored ? undefined : player.value;
  once.restored = true;
  dispatch(parts, {
    kind: "open",
    program,
    run: trace.schedule,
    rows: trace.events.count,
    cursor: message.cursor,
    scheduler: message.scheduler,
    whatIf: message.whatIf === true,
    view: firstView(trace.events.count, message.cursor, parts.width.value),
  });
  parts.link.cursorMoved(undefined);
  // After a reload the host starts afresh; a run that was picked before is asked for again, once.
  if (
    restored !== undefined &&
    restored.program === program &&
    !sameScheduler(restored.scheduler, message.scheduler)
  ) {
    parts.host.post({ kind: "run", scheduler: restored.scheduler, whatIf: restored.whatIf });
  }
}

function readSaved(state: unknown): unknown {
  return typeof state === "object" && state !== null && "player" in state
    ? state.player
    : undefined;
}

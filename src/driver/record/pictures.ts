// Pictures for the panel: scenes with the numbers of the trace, and who holds and waits.

import { blockReasonText } from "../../explain/blockReason.ts";
import type { Picture, PictureNode, PictureThread, ThreadState } from "../../trace/picture.ts";
import type { ObjectKind } from "../../trace/trace.ts";
import type { SceneNode } from "../picture/nodes.ts";
import type { Scene, SceneThread } from "../picture/scene.ts";
import type { Numbering } from "./number.ts";
import type { Row } from "./rows.ts";
import { newTracking, track, type Tracking } from "./tracking.ts";

export interface PictureSource {
  readonly rows: readonly Row[];
  readonly scenes: readonly (Scene | undefined)[];
  readonly numbering: Numbering;
  readonly lineOf: (position: number) => number;
  readonly threadName: (thread: number) => string;
  readonly objectName: (key: string) => string;
}

/** Pictures of the rows in [from, to) that have a scene. */
export function picturesBetween(source: PictureSource, from: number, to: number): Picture[] {
  const tracking = newTracking();
  const pictures: Picture[] = [];
  const before = new Map<string, string>();
  for (let at = 0; at < Math.min(to, source.rows.length); at++) {
    const row = source.rows[at] as Row;
    track(tracking, row, source.lineOf(row.span.start));
    const scene = source.scenes[at];
    if (at < from || scene === undefined) continue;
    pictures.push(picture(source, tracking, scene, at, before));
  }
  return pictures;
}

function picture(
  source: PictureSource,
  tracking: Tracking,
  scene: Scene,
  row: number,
  before: Map<string, string>,
): Picture {
  const { numbering } = source;
  const threads = numbering.threads.map((id, index) =>
    pictureThread(
      source,
      tracking,
      scene.threads.find((one) => one.id === id),
      id,
      index,
    ),
  );
  const nodes = scene.nodes.map((node) => pictureNode(source, tracking, node, before));
  return { row, threads, nodes, stdout: tracking.stdout };
}

function pictureThread(
  source: PictureSource,
  tracking: Tracking,
  seen: SceneThread | undefined,
  id: number,
  index: number,
): PictureThread {
  const state = stateOf(tracking, id);
  const waits = tracking.waiting.get(id);
  const object = waits?.key === undefined ? undefined : source.numbering.objectIndex.get(waits.key);
  const holder = waits === undefined || waits.a < 0 ? undefined : waits.a;
  const reason =
    waits === undefined
      ? undefined
      : blockReasonText({
          wait: waits.text,
          ...(waits.key === undefined ? {} : { object: source.objectName(waits.key) }),
          ...(holder === undefined ? {} : { holder: source.threadName(holder) }),
          own: holder === id,
        });
  const alive = state !== "done" && state !== "panicked" && state !== "unborn";
  return {
    thread: index,
    state,
    line: alive ? (seen?.line ?? 0) : 0,
    fn: seen?.fn ?? "",
    locals: (seen?.locals ?? []).map(({ node, guards, ...local }) => ({
      ...local,
      ...(node === undefined ? {} : { node }),
      ...(guards === undefined ? {} : { guards }),
    })),
    ...(reason === undefined
      ? {}
      : {
          waitsFor: {
            reason,
            ...(object === undefined ? {} : { object }),
            ...(waits?.text === "join" && holder !== undefined
              ? { thread: source.numbering.threadIndex.get(holder) ?? 0 }
              : {}),
          },
        }),
    enabled: alive && waits === undefined,
  };
}

function stateOf(tracking: Tracking, id: number): ThreadState {
  const ended = tracking.ended.get(id);
  if (ended !== undefined) return ended ? "panicked" : "done";
  if (!tracking.started.has(id)) return "unborn";
  const waits = tracking.waiting.get(id);
  if (waits === undefined) return tracking.last === id ? "running" : "ready";
  if (waits.text === "park") return "parked";
  if (waits.text === "sleep") return "sleeping";
  return waits.text === "join" ||
    waits.text === "recv" ||
    waits.text === "condvar" ||
    waits.text === "scope"
    ? "waiting"
    : "blocked";
}

function pictureNode(
  source: PictureSource,
  tracking: Tracking,
  node: SceneNode,
  before: Map<string, string>,
): PictureNode {
  const { numbering } = source;
  const threadIndex = (id: number) => numbering.threadIndex.get(id) ?? 0;
  const holders = (tracking.holders.get(node.key) ?? []).map((one) => ({
    ...one,
    thread: threadIndex(one.thread),
  }));
  const waiting = [...tracking.waiting]
    .filter(([, row]) => row.key === node.key)
    .map(([thread]) => threadIndex(thread));
  const object = numbering.objectIndex.get(node.key);
  const state = JSON.stringify([
    node.value,
    node.strong,
    node.weak,
    holders,
    waiting,
    node.channel,
    node.arrived,
    node.history,
  ]);
  const changed = before.has(node.key) && before.get(node.key) !== state;
  before.set(node.key, state);
  const queued = tracking.queued.get(node.key) ?? 0;
  return {
    id: node.key,
    kind: node.kind as ObjectKind | "value",
    name: node.name,
    type: node.type,
    owners: node.owners.map((one) => ({ thread: threadIndex(one.thread), name: one.name })),
    holders,
    waiting,
    poisoned: tracking.poisoned.has(node.key),
    children: node.children.map((child) => pictureNode(source, tracking, child, before)),
    changed,
    ...(object === undefined ? {} : { object }),
    ...(node.strong === undefined ? {} : { strong: node.strong }),
    ...(node.weak === undefined ? {} : { weak: node.weak }),
    ...(node.value === undefined ? {} : { value: node.value }),
    ...(node.arrived === undefined ? {} : { arrived: node.arrived }),
    ...(node.history.length === 0 ? {} : { history: node.history }),
    ...(node.channel === undefined
      ? {}
      : { ...node.channel, queue: withHidden(node.channel.queue, queued) }),
  };
}

/** Messages of a rendezvous lie in their senders' frames: they are counted, not shown. */
function withHidden(queue: readonly string[], queued: number): readonly string[] {
  const hidden = Math.max(0, queued - queue.length);
  return [...queue, ...Array.from({ length: hidden }, () => "message")];
}

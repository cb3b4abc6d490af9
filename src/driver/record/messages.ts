// The values that go through channels: read off the queues, which show a message behind its send and before its receive.

import type { SceneNode } from "../picture/nodes.ts";
import type { Scene } from "../picture/scene.ts";
import type { Row } from "./rows.ts";

export interface MessageNames {
  /** Gives sends and receives among `rows` their values; `scene` is what exists behind them. */
  name(rows: readonly Row[], scene: Scene): void;
}

export function createMessageNames(): MessageNames {
  const queues = new Map<string, string[]>();
  return {
    name(rows, scene) {
      const now = new Map(channelsIn(scene.nodes));
      const sends = new Map<string, Row[]>();
      for (const row of rows) {
        const key = row.key ?? "";
        if (row.kind === "recv" && row.b > -2) row.text = queues.get(key)?.shift() ?? "";
        if (row.kind === "send" && row.b === 0) sends.set(key, [...(sends.get(key) ?? []), row]);
      }
      for (const [key, list] of sends) {
        // The last send put the last message there.
        const queue = now.get(key) ?? [];
        list.forEach((row, at) => (row.text = queue[queue.length - list.length + at] ?? ""));
      }
      for (const [key, queue] of now) queues.set(key, [...queue]);
    },
  };
}

function* channelsIn(nodes: readonly SceneNode[]): Generator<[string, readonly string[]]> {
  for (const node of nodes) {
    if (node.channel !== undefined) yield [node.key, node.channel.queue];
    yield* channelsIn(node.children);
  }
}

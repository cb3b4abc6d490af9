// Where the curves of the memory picture run. The browser lays the boxes out; this reads where they came to lie.

import type { Picture, PictureNode } from "../../trace/picture.ts";
import type { ThreadIndex } from "../../trace/trace.ts";

export interface Connector {
  readonly id: string;
  readonly kind: "owner" | "weak" | "guard";
  readonly thread: ThreadIndex;
  readonly node: string;
  readonly path: string;
  /** Its tip. */
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Up to this width the picture is stacked, and boxes name their owners instead (`@container memory` in media/panel.css). */
const NARROW = 420;

export function connect(root: HTMLElement, picture: Picture): readonly Connector[] {
  if (root.offsetWidth <= NARROW) return [];
  const anchors = new Map<string, Place>();
  for (const element of root.querySelectorAll<HTMLElement>("[data-anchor]")) {
    anchors.set(element.dataset["anchor"] ?? "", placeOf(element, root));
  }
  const connectors: Connector[] = [];
  const arrivals = new Map<string, number>();
  for (const thread of picture.threads) {
    for (const local of thread.locals) {
      const from = anchors.get(`local:${thread.thread}:${local.name}`);
      const target = local.guards ?? local.node;
      if (from === undefined || target === undefined || local.moved) continue;
      const guard = local.guards !== undefined;
      const inner = guard ? innerOf(picture.nodes, target) : target;
      const to = anchors.get(`node:${inner}`);
      const box = root.querySelector<HTMLElement>(`[data-node="${CSS.escape(inner)}"]`);
      if (to === undefined || box === null) continue;
      const edge = placeOf(box, root);
      const nth = guard ? 0 : (arrivals.get(target) ?? 0);
      arrivals.set(target, nth + 1);
      const start = { x: from.left + from.width + 2, y: from.top + from.height / 2 };
      const end = {
        x: edge.left,
        y: to.top + (guard ? to.height / 2 : Math.min(to.height - 3, 7 + nth * 4)),
      };
      connectors.push({
        id: `${thread.thread}:${local.name}`,
        kind: guard
          ? "guard"
          : isOwner(picture.nodes, target, thread.thread, local.name)
            ? "owner"
            : "weak",
        thread: thread.thread,
        node: target,
        path: curveBetween(start, end),
        x: end.x,
        y: end.y,
      });
    }
  }
  return connectors;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the layout has put it: boxes that still glide are already there. */
export function placeOf(element: HTMLElement, root: HTMLElement): Place {
  let left = 0;
  let top = 0;
  let at: HTMLElement | null = element;
  for (; at !== null && at !== root; at = at.offsetParent as HTMLElement | null) {
    left += at.offsetLeft;
    top += at.offsetTop;
  }
  return { left, top, width: element.offsetWidth, height: element.offsetHeight };
}

/** A `Weak` leads to a counted box without being one of its owners. */
function isOwner(
  nodes: readonly PictureNode[],
  id: string,
  thread: ThreadIndex,
  name: string,
): boolean {
  return nodes.some((node) =>
    node.id === id
      ? node.strong === undefined ||
        node.owners.some((owner) => owner.thread === thread && owner.name === name)
      : isOwner(node.children, id, thread, name),
  );
}

/** A curve that leaves and arrives horizontally. */
export function curveBetween(from: Point, to: Point): string {
  const reach = Math.max(18, (to.x - from.x) * 0.5);
  const p = (value: number) => Math.round(value * 10) / 10;
  return `M${p(from.x)} ${p(from.y)}C${p(from.x + reach)} ${p(from.y)} ${p(to.x - reach)} ${p(to.y)} ${p(to.x)} ${p(to.y)}`;
}

/** What a guard leads to: the value inside the lock. */
function innerOf(nodes: readonly PictureNode[], id: string): string {
  for (const node of nodes) {
    if (node.id === id) return node.children[0]?.id ?? id;
    const inside = innerOf(node.children, id);
    if (inside !== id || node.children.some((child) => child.id === id)) return inside;
  }
  return id;
}

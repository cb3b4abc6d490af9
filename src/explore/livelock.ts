// Livelock: threads that run for ever without getting anywhere.
//
// A trap is a component of the graph that holds a cycle and no ending, and that no edge leaves: whoever gets in stays, whatever
// the scheduler does. An obstruction can be left, but a fair schedule can stay: each thread that can run again and again does
// run again and again (strong fairness), and they undo each other's work. It is found as a fair cycle of a Streett automaton (Emerson
// and Lei, "Modalities for model checking", 1987): where a thread can run and does not, its states are taken out, and what is
// left is cut into components again. A loop that waits for a thread which can run is none.
//
// Threads that never end anyway (servers) obstruct nobody among themselves; where they keep one from getting on that could
// end, it starves.

import { stronglyConnected } from "./components.ts";
import { StateGraph } from "./graph.ts";

/** One node of each trap, the one reached first. */
export function traps(graph: StateGraph, ends: ReadonlySet<number>): number[] {
  const components = stronglyConnected(graph);
  const leaves = new Uint8Array(components.count);
  for (let node = 0; node < graph.nodeCount; node++) {
    const own = components.of[node] as number;
    if (ends.has(node)) leaves[own] = 1;
    const first = graph.firstEdge.at(node);
    for (let edge = first; edge < first + graph.edgeCount.at(node); edge++) {
      if (components.of[graph.target.at(edge)] !== own) leaves[own] = 1;
    }
  }
  const found = new Map<number, number>();
  for (let node = graph.nodeCount - 1; node >= 0; node--) {
    const own = components.of[node] as number;
    if (components.cyclic[own] === 1 && leaves[own] === 0) found.set(own, node);
  }
  return [...found.values()];
}

/** Threads that can keep each other from getting on, and a state in which they do. */
export interface Obstruction {
  readonly node: number;
  readonly threads: readonly number[];
  /** Those of them that get nowhere; the others never end and do what they are for. */
  readonly kept: readonly number[];
}

/** The first obstruction of at least two threads; traps are none. */
export function obstruction(
  graph: StateGraph,
  trapped: readonly number[],
  canEnd: (thread: number) => boolean,
): Obstruction | undefined {
  const components = stronglyConnected(graph);
  const skipped = new Set(trapped.map((node) => components.of[node]));
  const groups = new Map<number, number[]>();
  for (let node = 0; node < graph.nodeCount; node++) {
    const own = components.of[node] as number;
    if (components.cyclic[own] === 0 || skipped.has(own)) continue;
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [node]);
    else group.push(node);
  }
  for (const group of groups.values()) {
    const found = fairPart(graph, group, canEnd);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fairPart(
  graph: StateGraph,
  start: readonly number[],
  canEnd: (thread: number) => boolean,
): Obstruction | undefined {
  const open: (readonly number[])[] = [start];
  for (let nodes = open.pop(); nodes !== undefined; nodes = open.pop()) {
    for (const part of cyclicParts(graph, nodes)) {
      const inside = new Set(part);
      const stepping = steppingThreads(graph, inside);
      const fair = part.filter((node) =>
        graph.enabledThreads(node).every((thread) => stepping.has(thread)),
      );
      const kept = [...stepping].filter(canEnd).sort();
      if (fair.length < part.length) open.push(fair);
      else if (stepping.size > 1 && kept.length > 0)
        return { node: Math.min(...part), threads: [...stepping].sort(), kept };
    }
  }
  return undefined;
}

function steppingThreads(graph: StateGraph, inside: ReadonlySet<number>): Set<number> {
  const threads = new Set<number>();
  for (const node of inside)
    for (const edge of plainEdges(graph, node))
      if (inside.has(graph.target.at(edge))) threads.add(graph.thread.at(edge));
  return threads;
}

/** Components with a cycle, among these nodes and over choices of scheduling alone. */
function cyclicParts(graph: StateGraph, nodes: readonly number[]): number[][] {
  const place = new Map(nodes.map((node, index) => [node, index]));
  const part = new StateGraph();
  for (const _ of nodes) part.addNode();
  nodes.forEach((node, index) => {
    part.open(index, []);
    for (const edge of plainEdges(graph, node)) {
      const target = place.get(graph.target.at(edge));
      if (target !== undefined) part.addEdge(index, target, graph.thread.at(edge), 0, 0);
    }
  });
  const components = stronglyConnected(part);
  const parts: number[][] = Array.from({ length: components.count }, () => []);
  nodes.forEach((node, index) => parts[components.of[index] as number]?.push(node));
  return parts.filter((_, index) => components.cyclic[index] === 1);
}

function plainEdges(graph: StateGraph, node: number): number[] {
  const first = graph.firstEdge.at(node);
  const edges: number[] = [];
  for (let edge = first; edge < first + graph.edgeCount.at(node); edge++)
    if (graph.need.at(edge) === 0) edges.push(edge);
  return edges;
}

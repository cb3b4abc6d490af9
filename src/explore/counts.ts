// Counting on the unreduced graph: how many schedules lead to each ending, and how likely it is.
//
// Without cycles both are sums over the graph in topological order, the counts in exact integers. With cycles the number of
// schedules is infinite and the probabilities are those of the absorbing Markov chain in which each enabled thread is
// equally likely, found by sweeping until nothing changes (Kemeny and Snell, "Finite Markov Chains", 1960).

import type { Components } from "./components.ts";
import type { StateGraph } from "./graph.ts";

export interface Counts {
  /** False: a cycle makes the number of schedules infinite. */
  readonly finite: boolean;
  /** By class of ending. */
  readonly schedules: readonly bigint[];
  readonly probability: readonly number[];
}

/** `classOf` gives the class of an ending node, -1 for others; `classes` is their number. Node 0 is the start. */
export function countSchedules(
  graph: StateGraph,
  components: Components,
  classOf: Int32Array,
  classes: number,
): Counts {
  const order = topological(components, graph.nodeCount);
  const finite = !components.cyclic.includes(1);
  return {
    finite,
    schedules: finite ? exactCounts(graph, order, classOf, classes) : [],
    probability: probabilities(graph, order, finite, classOf, classes),
  };
}

/** Nodes with every node before those it leads to, cycles aside. */
function topological(components: Components, size: number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, node) => node);
  return order.sort((a, b) => (components.of[b] as number) - (components.of[a] as number));
}

function exactCounts(
  graph: StateGraph,
  order: Int32Array,
  classOf: Int32Array,
  classes: number,
): bigint[] {
  const ways = new Array<bigint>(graph.nodeCount).fill(0n);
  const totals = new Array<bigint>(classes).fill(0n);
  ways[0] = 1n;
  for (const node of order) {
    const here = ways[node] as bigint;
    if (here === 0n) continue;
    const ending = classOf[node] as number;
    if (ending >= 0) totals[ending] = (totals[ending] as bigint) + here;
    const first = graph.firstEdge.at(node);
    for (let edge = first; edge < first + graph.edgeCount.at(node); edge++) {
      const target = graph.target.at(edge);
      ways[target] = (ways[target] as bigint) + here;
    }
    ways[node] = 0n;
  }
  return totals;
}

const MAX_SWEEPS = 2000;
const SMALL = 1e-12;
const ROUNDING = 1e-6;

function probabilities(
  graph: StateGraph,
  order: Int32Array,
  finite: boolean,
  classOf: Int32Array,
  classes: number,
): number[] {
  const reach = new Float64Array(graph.nodeCount);
  const totals = new Array<number>(classes).fill(0);
  reach[0] = 1;
  // Mass flows forward; on a cycle it comes back smaller each time, so that sweeping again moves what is left.
  for (let sweep = 0; sweep < (finite ? 1 : MAX_SWEEPS); sweep++) {
    let moved = 0;
    for (const node of order) {
      const here = reach[node] as number;
      if (here === 0) continue;
      reach[node] = 0;
      const ending = classOf[node] as number;
      const count = graph.edgeCount.at(node);
      if (ending >= 0) totals[ending] = (totals[ending] as number) + here;
      if (ending >= 0 || count === 0) continue;
      moved += here;
      spread(graph, node, here, reach);
    }
    if (moved < SMALL) break;
  }
  // What is left on cycles at the end is no ending's, but rounding.
  const all = totals.reduce((sum, one) => sum + one, 0);
  return all > 1 - ROUNDING ? totals.map((one) => one / all) : totals;
}

/** Each thread gets the same share, each of its alternatives the same part of that. */
function spread(graph: StateGraph, node: number, mass: number, reach: Float64Array): void {
  const first = graph.firstEdge.at(node);
  const last = first + graph.edgeCount.at(node);
  const ways = new Map<number, number>();
  for (let edge = first; edge < last; edge++) {
    const thread = graph.thread.at(edge);
    ways.set(thread, (ways.get(thread) ?? 0) + 1);
  }
  for (let edge = first; edge < last; edge++) {
    const target = graph.target.at(edge);
    const share = mass / ways.size / (ways.get(graph.thread.at(edge)) ?? 1);
    reach[target] = (reach[target] as number) + share;
  }
}

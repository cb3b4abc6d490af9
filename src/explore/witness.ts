// The shortest way to each ending: fewest choices beyond scheduling, then preemptions, then switches, then steps.
//
// Dijkstra's algorithm over pairs (state, thread of the last step), since a switch depends on who ran before. A switch away
// from a thread that could have gone on is a preemption (Musuvathi and Qadeer, PLDI 2007).

import type { StateGraph } from "./graph.ts";
import { NEEDS, type Need } from "./model.ts";
import { CostHeap } from "./heap.ts";

export interface WitnessStep {
  readonly thread: number;
  readonly alternative: number;
}

export interface Witness {
  readonly preemptions: number;
  readonly switches: number;
  readonly needs: readonly Need[];
  readonly choices: readonly WitnessStep[];
}

export interface Reached {
  readonly node: number;
  readonly witness: Witness;
}

export const NO_WITNESS: Witness = { preemptions: 0, switches: 0, needs: [], choices: [] };

// One number orders needs, preemptions, switches and steps lexicographically.
const STEP = 1;
const SWITCH = 1e5;
const PREEMPTION = 1e9;
const NEED = 1e13;

/** Node 0 is the start. Gives the node of each target list that is cheapest to reach; undefined: none can be. */
export function shortestWitnesses(
  graph: StateGraph,
  targets: readonly (readonly number[])[],
): (Reached | undefined)[] {
  const groups = new Map<number, number>();
  targets.forEach((nodes, group) => nodes.forEach((node) => groups.set(node, group)));
  const found: (Reached | undefined)[] = targets.map(() => undefined);
  let missing = targets.length;
  const ways = new Ways(graph);
  for (let key = ways.next(); key >= 0 && missing > 0; key = ways.next()) {
    const node = ways.nodeOf(key);
    const group = groups.get(node);
    if (group !== undefined && found[group] === undefined) {
      found[group] = { node, witness: ways.build(key) };
      missing--;
    }
    ways.extend(key);
  }
  return found;
}

export function cheaper(a: Witness, b: Witness): boolean {
  const order = [
    a.needs.length - b.needs.length,
    a.preemptions - b.preemptions,
    a.switches - b.switches,
    a.choices.length - b.choices.length,
  ];
  return (order.find((difference) => difference !== 0) ?? 0) < 0;
}

/** The search in progress. A key stands for (node, last thread): node · width + thread + 1; thread -1 before the first step. */
class Ways {
  private readonly width: number;
  private readonly cost: Float64Array;
  private readonly from: Int32Array;
  private readonly via: Int32Array;
  private readonly settled: Uint8Array;
  private readonly heap = new CostHeap();

  constructor(private readonly graph: StateGraph) {
    this.width = maxThread(graph) + 2;
    const keys = graph.nodeCount * this.width;
    this.cost = new Float64Array(keys).fill(Infinity);
    this.from = new Int32Array(keys);
    this.via = new Int32Array(keys).fill(-1);
    this.settled = new Uint8Array(keys);
    if (keys > 0) this.cost[0] = 0;
    this.heap.push(0, 0);
  }

  nodeOf(key: number): number {
    return Math.floor(key / this.width);
  }

  /** The cheapest key not yet dealt with; -1 when there is none. */
  next(): number {
    while (this.heap.size > 0) {
      const { item: key } = this.heap.pop();
      if (this.settled[key] === 1) continue;
      this.settled[key] = 1;
      return key;
    }
    return -1;
  }

  extend(key: number): void {
    const { graph } = this;
    const node = this.nodeOf(key);
    const last = (key % this.width) - 1;
    const first = graph.firstEdge.at(node);
    for (let edge = first; edge < first + graph.edgeCount.at(node); edge++) {
      const next = graph.target.at(edge) * this.width + graph.thread.at(edge) + 1;
      const total = (this.cost[key] as number) + edgeCost(graph, node, edge, last);
      if (total >= (this.cost[next] as number)) continue;
      this.cost[next] = total;
      this.from[next] = key;
      this.via[next] = edge;
      this.heap.push(next, total);
    }
  }

  build(end: number): Witness {
    const { graph } = this;
    const choices: WitnessStep[] = [];
    const needs = new Set<Need>();
    let preemptions = 0;
    let switches = 0;
    for (let key = end, edge = this.via[key] as number; edge >= 0; edge = this.via[key] as number) {
      const thread = graph.thread.at(edge);
      choices.push({ thread, alternative: graph.alternative.at(edge) });
      const need = NEEDS[graph.need.at(edge) - 1];
      if (need !== undefined) needs.add(need);
      key = this.from[key] as number;
      const last = (key % this.width) - 1;
      if (last < 0 || last === thread) continue;
      switches++;
      if (graph.enabledThreads(this.nodeOf(key)).includes(last)) preemptions++;
    }
    choices.reverse();
    return { preemptions, switches, needs: NEEDS.filter((need) => needs.has(need)), choices };
  }
}

function maxThread(graph: StateGraph): number {
  let most = 0;
  for (let edge = 0; edge < graph.thread.length; edge++)
    most = Math.max(most, graph.thread.at(edge));
  return most;
}

function edgeCost(graph: StateGraph, node: number, edge: number, last: number): number {
  const need = graph.need.at(edge) === 0 ? 0 : NEED;
  const thread = graph.thread.at(edge);
  if (last < 0 || thread === last) return need + STEP;
  const preempts = graph.enabledThreads(node).includes(last);
  return need + STEP + SWITCH + (preempts ? PREEMPTION : 0);
}

// The shortest way to each ending: fewest choices beyond scheduling, then preemptions, then switches, then steps.
//
// Dijkstra's algorithm over pairs (state, thread of the last step), since a switch depends on who ran before. A switch away
// from a thread that could have gone on is a preemption (Musuvathi and Qadeer, PLDI 2007).

import type { StateGraph } from "./graph.ts";
import { NEEDS, type Need } from "./model.ts";
import { CostHeap } from "./heap.ts";

export interface Witness {
  readonly preemptions: number;
  readonly switches: number;
  readonly needs: readonly Need[];
  readonly choices: readonly { readonly thread: number; readonly alternative: number }[];
}

// One number orders needs, preemptions, switches and steps lexicographically.
const STEP = 1;
const SWITCH = 1e5;
const PREEMPTION = 1e9;
const NEED = 1e13;

/** Node 0 is the start. Gives the cheapest witness of each node asked for that can be reached. */
export function shortestWitnesses(
  graph: StateGraph,
  wanted: ReadonlySet<number>,
): Map<number, Witness> {
  const threads = 1 + maxThread(graph);
  // Key of (node, last thread): node * (threads + 1) + thread + 1; thread -1 before the first step.
  const width = threads + 1;
  const cost = new Map<number, number>([[0, 0]]);
  const via = new Map<number, { readonly from: number; readonly edge: number }>();
  const heap = new CostHeap();
  const found = new Map<number, Witness>();
  const settled = new Set<number>();
  heap.push(0, 0);
  while (heap.size > 0 && found.size < wanted.size) {
    const { item: key } = heap.pop();
    if (settled.has(key)) continue;
    settled.add(key);
    const node = Math.floor(key / width);
    const last = (key % width) - 1;
    if (wanted.has(node) && !found.has(node)) found.set(node, build(graph, via, key, width));
    const first = graph.firstEdge.at(node);
    for (let edge = first; edge < first + graph.edgeCount.at(node); edge++) {
      const next = graph.target.at(edge) * width + graph.thread.at(edge) + 1;
      const total = (cost.get(key) ?? 0) + edgeCost(graph, node, edge, last);
      if (total >= (cost.get(next) ?? Infinity)) continue;
      cost.set(next, total);
      via.set(next, { from: key, edge });
      heap.push(next, total);
    }
  }
  return found;
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

function build(
  graph: StateGraph,
  via: ReadonlyMap<number, { readonly from: number; readonly edge: number }>,
  end: number,
  width: number,
): Witness {
  const choices: { thread: number; alternative: number }[] = [];
  const needs = new Set<Need>();
  let preemptions = 0;
  let switches = 0;
  for (let key = end; ;) {
    const step = via.get(key);
    if (step === undefined) break;
    const thread = graph.thread.at(step.edge);
    choices.push({ thread, alternative: graph.alternative.at(step.edge) });
    const need = NEEDS[graph.need.at(step.edge) - 1];
    if (need !== undefined) needs.add(need);
    const last = (step.from % width) - 1;
    if (last >= 0 && last !== thread) {
      switches++;
      if (graph.enabledThreads(Math.floor(step.from / width)).includes(last)) preemptions++;
    }
    key = step.from;
  }
  choices.reverse();
  return { preemptions, switches, needs: NEEDS.filter((need) => needs.has(need)), choices };
}

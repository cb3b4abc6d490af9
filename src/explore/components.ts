// Strongly connected components (Tarjan, SIAM J. Comput. 1972), without recursion, in reverse topological order.

import type { StateGraph } from "./graph.ts";

export interface Components {
  /** Component of each node; an edge between components goes from a higher number to a lower one. */
  readonly of: Int32Array;
  readonly count: number;
  /** True where a component holds a cycle. */
  readonly cyclic: Uint8Array;
}

export function stronglyConnected(graph: StateGraph): Components {
  const size = graph.nodeCount;
  const of = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const nextEdge = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const stack: number[] = [];
  const path: number[] = [];
  const cyclic: number[] = [];
  let counter = 0;
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue;
    path.push(root);
    while (path.length > 0) {
      const node = path[path.length - 1] as number;
      if (index[node] === -1) {
        index[node] = low[node] = counter++;
        stack.push(node);
        onStack[node] = 1;
      }
      const first = graph.firstEdge.at(node);
      const edge = nextEdge[node] as number;
      if (edge < graph.edgeCount.at(node)) {
        nextEdge[node] = edge + 1;
        const target = graph.target.at(first + edge);
        if (index[target] === -1) path.push(target);
        else if (onStack[target] === 1)
          low[node] = Math.min(low[node] as number, index[target] as number);
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above !== undefined) low[above] = Math.min(low[above] as number, low[node] as number);
      if (low[node] !== index[node]) continue;
      let members = 0;
      for (;;) {
        const member = stack.pop() as number;
        onStack[member] = 0;
        of[member] = count;
        members++;
        if (member === node) break;
      }
      cyclic.push(members > 1 || hasSelfLoop(graph, node) ? 1 : 0);
      count++;
    }
  }
  return { of, count, cyclic: Uint8Array.from(cyclic) };
}

function hasSelfLoop(graph: StateGraph, node: number): boolean {
  const first = graph.firstEdge.at(node);
  for (let edge = first; edge < first + graph.edgeCount.at(node); edge++) {
    if (graph.target.at(edge) === node) return true;
  }
  return false;
}

// The graph of states found by a search: dense node numbers, edges in order of expansion, in typed arrays.

/** A list of 32-bit numbers that grows. */
export class IntList {
  private items = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }

  at(index: number): number {
    return this.items[index] as number;
  }

  set(index: number, value: number): void {
    this.items[index] = value;
  }
}

/** Edges of node n are [firstEdge(n), firstEdge(n) + edgeCount(n)); a node that was never expanded has none. */
export class StateGraph {
  readonly firstEdge = new IntList();
  readonly edgeCount = new IntList();
  /** Enabled threads of node n: the list number `enabled[n]` in `enabledSets`. */
  readonly enabled = new IntList();
  readonly enabledSets: number[][] = [];
  readonly target = new IntList();
  readonly thread = new IntList();
  readonly alternative = new IntList();
  /** Index into NEEDS plus one; 0 for plain scheduling. */
  readonly need = new IntList();
  private readonly setIds = new Map<string, number>();

  get nodeCount(): number {
    return this.firstEdge.length;
  }

  addNode(): number {
    this.firstEdge.push(0);
    this.edgeCount.push(0);
    this.enabled.push(-1);
    return this.nodeCount - 1;
  }

  /** Begins the edges of a node; they must follow before the next node's. */
  open(node: number, enabledThreads: readonly number[]): void {
    this.firstEdge.set(node, this.target.length);
    const key = enabledThreads.join();
    let id = this.setIds.get(key);
    if (id === undefined) {
      id = this.enabledSets.length;
      this.enabledSets.push([...enabledThreads]);
      this.setIds.set(key, id);
    }
    this.enabled.set(node, id);
  }

  addEdge(node: number, target: number, thread: number, alternative: number, need: number): void {
    this.target.push(target);
    this.thread.push(thread);
    this.alternative.push(alternative);
    this.need.push(need);
    this.edgeCount.set(node, this.edgeCount.at(node) + 1);
  }

  enabledThreads(node: number): readonly number[] {
    return this.enabledSets[this.enabled.at(node)] ?? [];
  }
}

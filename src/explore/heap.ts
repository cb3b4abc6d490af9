// A binary heap of numbers ordered by cost, for shortest paths.

export class CostHeap {
  private readonly items: number[] = [];
  private readonly costs: number[] = [];

  get size(): number {
    return this.items.length;
  }

  push(item: number, cost: number): void {
    let at = this.items.length;
    this.items.push(item);
    this.costs.push(cost);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((this.costs[above] as number) <= cost) break;
      this.move(above, at);
      at = above;
    }
    this.items[at] = item;
    this.costs[at] = cost;
  }

  /** The cheapest item; only when `size` is not 0. */
  pop(): { readonly item: number; readonly cost: number } {
    const top = { item: this.items[0] as number, cost: this.costs[0] as number };
    const item = this.items.pop() as number;
    const cost = this.costs.pop() as number;
    if (this.items.length > 0) this.sink(item, cost);
    return top;
  }

  private sink(item: number, cost: number): void {
    const { length } = this.items;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && (this.costs[child + 1] as number) < (this.costs[child] as number))
        child++;
      if ((this.costs[child] as number) >= cost) break;
      this.move(child, at);
      at = child;
    }
    this.items[at] = item;
    this.costs[at] = cost;
  }

  private move(from: number, to: number): void {
    this.items[to] = this.items[from] as number;
    this.costs[to] = this.costs[from] as number;
  }
}

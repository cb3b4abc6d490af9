// The unification table: inference variables as a union-find with snapshots.
//
// Union by rank without path compression inside snapshots, an undo log, `general`, `int` and `float` variables in
// one numbering. Follows `ena::unify` as rustc uses it.

import type { Const, Ty } from "../ty.ts";
import type { Span } from "../../base/span.ts";

export type VarClass = "general" | "int" | "float";

interface Undo {
  readonly kind: "parent" | "value" | "class" | "constParent" | "constValue";
  readonly at: number;
  readonly before: unknown;
}

export interface Snapshot {
  readonly undo: number;
  readonly tys: number;
  readonly consts: number;
}

export class UnificationTable {
  private readonly parent: number[] = [];
  private readonly rank: number[] = [];
  private readonly value: (Ty | undefined)[] = [];
  private readonly classes: VarClass[] = [];
  readonly origins: Span[] = [];
  /** Diverging variables fall back to `!` or `()`. */
  readonly diverging: boolean[] = [];
  private readonly constParent: number[] = [];
  private readonly constValue: (Const | undefined)[] = [];
  private readonly undo: Undo[] = [];
  private open = 0;
  /** Grows with every binding: lets pending obligations see that nothing changed. */
  version = 0;

  newVar(kind: VarClass, origin: Span, diverging = false): number {
    const id = this.parent.length;
    this.parent.push(id);
    this.rank.push(0);
    this.value.push(undefined);
    this.classes.push(kind);
    this.origins.push(origin);
    this.diverging.push(diverging);
    return id;
  }

  newConst(): number {
    const id = this.constParent.length;
    this.constParent.push(id);
    this.constValue.push(undefined);
    return id;
  }

  get count(): number {
    return this.parent.length;
  }

  root(variable: number): number {
    let at = variable;
    for (let up = this.parent[at] as number; up !== at; up = this.parent[at] as number) at = up;
    return at;
  }

  /** What the variable is bound to; may itself be a variable's value, never a variable. */
  probe(variable: number): Ty | undefined {
    return this.value[this.root(variable)];
  }

  /** Still the root, unbound and of that class. */
  isUntouched(variable: number, kind: VarClass): boolean {
    return (
      this.parent[variable] === variable &&
      this.value[variable] === undefined &&
      this.classes[variable] === kind
    );
  }

  classOf(variable: number): VarClass {
    return this.classes[this.root(variable)] as VarClass;
  }

  bind(variable: number, ty: Ty): void {
    const root = this.root(variable);
    this.log("value", root, this.value[root]);
    this.value[root] = ty;
    this.version++;
  }

  /** Makes two unbound variables one; the more special class wins. False for `int` with `float`. */
  union(a: number, b: number): boolean {
    const [x, y] = [this.root(a), this.root(b)];
    if (x === y) return true;
    const [p, q] = [this.classes[x] as VarClass, this.classes[y] as VarClass];
    if (p !== q && p !== "general" && q !== "general") return false;
    const [child, root] = (this.rank[x] as number) > (this.rank[y] as number) ? [y, x] : [x, y];
    this.log("parent", child, child);
    this.parent[child] = root;
    if (this.rank[child] === this.rank[root]) this.rank[root] = (this.rank[root] as number) + 1;
    const joined = p === "general" ? q : p;
    if (this.classes[root] !== joined) {
      this.log("class", root, this.classes[root]);
      this.classes[root] = joined;
    }
    this.version++;
    return true;
  }

  rootConst(variable: number): number {
    let at = variable;
    for (let up = this.constParent[at] as number; up !== at; up = this.constParent[at] as number)
      at = up;
    return at;
  }

  probeConst(variable: number): Const | undefined {
    return this.constValue[this.rootConst(variable)];
  }

  bindConst(variable: number, value: Const): void {
    const root = this.rootConst(variable);
    this.log("constValue", root, this.constValue[root]);
    this.constValue[root] = value;
    this.version++;
  }

  unionConst(a: number, b: number): void {
    const [x, y] = [this.rootConst(a), this.rootConst(b)];
    if (x === y) return;
    this.log("constParent", x, x);
    this.constParent[x] = y;
    this.version++;
  }

  snapshot(): Snapshot {
    this.open++;
    return { undo: this.undo.length, tys: this.parent.length, consts: this.constParent.length };
  }

  commit(_snapshot: Snapshot): void {
    this.open--;
    if (this.open === 0) this.undo.length = 0;
  }

  rollback(snapshot: Snapshot): void {
    this.open--;
    while (this.undo.length > snapshot.undo) this.revert(this.undo.pop() as Undo);
    for (const list of [
      this.parent,
      this.rank,
      this.value,
      this.classes,
      this.origins,
      this.diverging,
    ]) {
      list.length = snapshot.tys;
    }
    this.constParent.length = snapshot.consts;
    this.constValue.length = snapshot.consts;
    this.version++;
  }

  private log(kind: Undo["kind"], at: number, before: unknown): void {
    if (this.open > 0) this.undo.push({ kind, at, before });
  }

  private revert(entry: Undo): void {
    switch (entry.kind) {
      case "parent":
        this.parent[entry.at] = entry.at;
        return;
      case "value":
        this.value[entry.at] = entry.before as Ty | undefined;
        return;
      case "class":
        this.classes[entry.at] = entry.before as VarClass;
        return;
      case "constParent":
        this.constParent[entry.at] = entry.at;
        return;
      case "constValue":
        this.constValue[entry.at] = entry.before as Const | undefined;
        return;
    }
  }
}

// Collects events into columns. One table per run; rows are appended in the order in which they happen.

import { EVENT_KINDS } from "./trace.ts";
import type { EventKind, EventTable, ObjectIndex, ThreadIndex } from "./trace.ts";

/** One event to be appended. What is left out is 0, "" or no object. */
export interface NewEvent {
  readonly kind: EventKind;
  readonly thread: ThreadIndex;
  readonly step: number;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly object?: ObjectIndex | undefined;
  readonly a?: number;
  readonly b?: number;
  readonly text?: string;
}

export interface TraceBuilder {
  /** Rows so far; the next event gets this row. */
  readonly count: number;
  /** Appends and returns the row. */
  push(event: NewEvent): number;
  finish(): EventTable;
}

export function createTraceBuilder(): TraceBuilder {
  const columns = new Columns();
  return {
    get count() {
      return columns.count;
    },
    push: (event) => columns.push(event),
    finish: () => columns.finish(),
  };
}

const KIND_CODES: ReadonlyMap<EventKind, number> = new Map(
  EVENT_KINDS.map((kind, code) => [kind, code]),
);

class Columns {
  count = 0;
  private capacity = 256;
  private kind = new Uint8Array(this.capacity);
  private thread = new Uint16Array(this.capacity);
  private step = new Uint32Array(this.capacity);
  private line = new Uint32Array(this.capacity);
  private column = new Uint32Array(this.capacity);
  private endLine = new Uint32Array(this.capacity);
  private endColumn = new Uint32Array(this.capacity);
  private object = new Int32Array(this.capacity);
  private a = new Int32Array(this.capacity);
  private b = new Int32Array(this.capacity);
  private text = new Uint32Array(this.capacity);
  private readonly strings: string[] = [""];
  private readonly codes = new Map<string, number>([["", 0]]);

  push(event: NewEvent): number {
    const row = this.count;
    if (row === this.capacity) this.grow();
    this.kind[row] = KIND_CODES.get(event.kind) ?? 0;
    this.thread[row] = event.thread;
    this.step[row] = event.step;
    this.line[row] = event.line;
    this.column[row] = event.column ?? 1;
    this.endLine[row] = event.endLine ?? event.line;
    this.endColumn[row] = event.endColumn ?? event.column ?? 1;
    this.object[row] = event.object ?? -1;
    this.a[row] = event.a ?? 0;
    this.b[row] = event.b ?? 0;
    this.text[row] = this.intern(event.text ?? "");
    this.count = row + 1;
    return row;
  }

  finish(): EventTable {
    const count = this.count;
    return {
      count,
      kind: this.kind.slice(0, count),
      thread: this.thread.slice(0, count),
      step: this.step.slice(0, count),
      line: this.line.slice(0, count),
      column: this.column.slice(0, count),
      endLine: this.endLine.slice(0, count),
      endColumn: this.endColumn.slice(0, count),
      object: this.object.slice(0, count),
      a: this.a.slice(0, count),
      b: this.b.slice(0, count),
      text: this.text.slice(0, count),
      strings: [...this.strings],
    };
  }

  private intern(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    const code = this.strings.length;
    this.strings.push(text);
    this.codes.set(text, code);
    return code;
  }

  private grow(): void {
    this.capacity *= 2;
    this.kind = grown(this.kind, new Uint8Array(this.capacity));
    this.thread = grown(this.thread, new Uint16Array(this.capacity));
    this.step = grown(this.step, new Uint32Array(this.capacity));
    this.line = grown(this.line, new Uint32Array(this.capacity));
    this.column = grown(this.column, new Uint32Array(this.capacity));
    this.endLine = grown(this.endLine, new Uint32Array(this.capacity));
    this.endColumn = grown(this.endColumn, new Uint32Array(this.capacity));
    this.object = grown(this.object, new Int32Array(this.capacity));
    this.a = grown(this.a, new Int32Array(this.capacity));
    this.b = grown(this.b, new Int32Array(this.capacity));
    this.text = grown(this.text, new Uint32Array(this.capacity));
  }
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

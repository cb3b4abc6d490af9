// Rows of a recording before they are numbered: machine's ids and keys instead of indexes.

import type { Span } from "../../base/span.ts";
import type { EventKind } from "../../trace/trace.ts";

/** An event as recorded. `key` names the object: `o5` for the machine's objects, a place for counted boxes and cells. */
export interface Row {
  readonly kind: EventKind;
  readonly thread: number;
  readonly step: number;
  readonly span: Span;
  key: string | undefined;
  a: number;
  b: number;
  text: string;
  /** `a` is a machine's thread id, to be numbered as in the trace. */
  readonly threadInA?: boolean;
}

// Errors that the analyses of this room find, as data. Wording, codes and spans are rustc's.

import type { Span } from "../base/span.ts";
import type { BodyOwner } from "../mir/mir.ts";

export interface FlowError {
  readonly code: string | undefined;
  /** The headline. */
  readonly message: string;
  /** Primary span, with its label. */
  readonly span: Span;
  readonly label: string | undefined;
  readonly related: readonly FlowNote[];
  readonly owner: BodyOwner;
  /** The body or its crate has other errors: rustc would not have come so far. To be told, not to be reported. */
  readonly tentative: boolean;
}

export interface FlowNote {
  readonly span: Span;
  readonly message: string;
}

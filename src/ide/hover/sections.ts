// The parts of a hover: each section asks one question of the target and may stay silent.

import type { Analysis } from "../../driver/contract.ts";
import type { HoverAction } from "../contract.ts";
import type { Target } from "../locate.ts";
import type { Span } from "../../base/span.ts";

export interface Section {
  /** Lines of Markdown. */
  readonly lines: readonly string[];
  readonly actions?: readonly HoverAction[];
  readonly tint?: Span;
  /** It says all there is to say: later sections stay silent. */
  readonly final?: boolean;
}

export type SectionOf = (analysis: Analysis, target: Target) => Section | undefined;

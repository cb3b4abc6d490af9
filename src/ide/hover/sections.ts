// The parts of a hover: each section asks one question of the target and may stay silent.

import type { Span } from "../../base/span.ts";
import type { Analysis } from "../../driver/contract.ts";
import type { HoverAction } from "../contract.ts";
import type { Target } from "../locate.ts";
import type { HoverPicture } from "../pictures.ts";

/** A link without its words. */
export type Action = Omit<HoverAction, "title">;

export interface Section {
  /** Lines of Markdown. */
  readonly lines: readonly string[];
  readonly actions?: readonly Action[];
  readonly tint?: Span;
  readonly picture?: HoverPicture;
  /** It is told only where no other section has something to say. */
  readonly fallback?: boolean;
  /** It says all there is to say: later sections stay silent. */
  readonly final?: boolean;
}

export type SectionOf = (analysis: Analysis, target: Target) => Section | undefined;

export const VISUALIZE: Action = { action: "visualize", argument: "" };
export const EXPLORE: Action = { action: "explore", argument: "" };
export const WHAT_IF: Action = { action: "whatIf", argument: "" };

// What the editor shows, as plain data: positions are offsets into the source.

import type { Span } from "../base/span.ts";
import type { HoverPicture } from "./pictures.ts";

/** A link under a hover. The host turns it into a command of its own; `argument` is an id or a line, never program text. */
export interface HoverAction {
  readonly title: string;
  readonly action: "visualize" | "explore" | "whatIf" | "card";
  readonly argument: string;
}

export interface Hover {
  /** CommonMark; every piece of program text in it is escaped. */
  readonly markdown: string;
  readonly span: Span;
  readonly actions: readonly HoverAction[];
  /** Says at a glance what the text says. */
  readonly picture?: HoverPicture;
  /** Lines to tint while the hover is shown: the life of a guard. */
  readonly tint?: Span;
}

export interface Lens {
  readonly span: Span;
  readonly title: string;
  readonly entry: string;
}

/** Lines on which a guard lives. */
export interface CriticalSection {
  readonly span: Span;
  /** What is locked, as written. */
  readonly name: string | undefined;
}

/** Where a guard goes. */
export interface ReleaseHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

export interface FunctionStatus {
  readonly text: string;
  readonly tooltip: string;
}

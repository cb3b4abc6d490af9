// What the timeline is drawn with: a handful of shapes in named colours, so that one scene serves the canvas, the SVG
// export and the tests.

import type { Curve } from "./layout.ts";
import { LOCK_COLORS, THREAD_COLORS } from "../trace/palette.ts";

export type ColorName =
  | "background"
  | "surface"
  | "text"
  | "muted"
  | "line"
  | "accent"
  | "bad"
  | "good"
  | `thread${number}`
  | `lock${number}`;

export interface Paint {
  readonly color: ColorName;
  /** 0 to 1. */
  readonly alpha?: number;
}

export interface Stroke extends Paint {
  readonly width: number;
  readonly dash?: readonly number[];
  readonly round?: boolean;
}

export interface TextStyle extends Paint {
  readonly size: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  /** Longer text is cut with an ellipsis; no room for two letters draws nothing. */
  readonly maxWidth?: number;
}

export interface Painter {
  rect(x: number, y: number, width: number, height: number, paint: Paint, radius?: number): void;
  /** Many boxes of one colour: x, y, width, height after each other. */
  boxes(boxes: readonly number[], paint: Paint): void;
  outline(
    x: number,
    y: number,
    width: number,
    height: number,
    stroke: Stroke,
    radius?: number,
  ): void;
  /** Diagonal stripes; `slant` tells colours apart without colour. */
  hatch(x: number, y: number, width: number, height: number, paint: Paint, slant: 1 | -1): void;
  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void;
  /** Through points, smoothly enough for a small wave. */
  wave(x1: number, x2: number, y: number, stroke: Stroke): void;
  curve(points: Curve, stroke: Stroke): void;
  arrow(x: number, y: number, paint: Paint): void;
  circle(x: number, y: number, radius: number, fill: Paint, stroke?: Stroke): void;
  text(x: number, y: number, text: string, style: TextStyle): void;
}

export function threadColorName(thread: number): ColorName {
  return `thread${thread % THREAD_COLORS}`;
}

/** Locks take their colours in order of creation, counted among what can be held or waited for. */
export function lockColorName(rank: number): ColorName {
  return `lock${rank % LOCK_COLORS}`;
}

/** Objects without a rank are nobody's to hold. */
export function objectColor(
  ranks: ReadonlyMap<number, number>,
  object: number | undefined,
): ColorName {
  const rank = object === undefined ? undefined : ranks.get(object);
  return rank === undefined ? "muted" : lockColorName(rank);
}

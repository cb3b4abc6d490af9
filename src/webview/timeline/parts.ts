// The elements of the timeline that are drawn on and pointed at.

import { bug } from "../../base/assertNever.ts";

export interface Parts {
  readonly body: HTMLElement;
  readonly view: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly axis: HTMLElement;
  readonly handle: HTMLElement;
  readonly overview: HTMLElement;
  readonly overviewCanvas: HTMLCanvasElement;
}

/** Sizes the canvas for the screen's pixels and gives its context, scaled back to CSS pixels. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  const wide = Math.max(1, Math.round(width * ratio));
  const high = Math.max(1, Math.round(height * ratio));
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext("2d");
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

export function findParts(root: HTMLElement): Parts {
  const part = <T extends HTMLElement>(name: string): T =>
    root.querySelector<T>(`[data-part="${name}"]`) ?? bug(`no part ${name}`);
  return {
    body: part("body"),
    view: part("view"),
    canvas: part<HTMLCanvasElement>("canvas"),
    axis: part("axis"),
    handle: part("handle"),
    overview: part("overview"),
    overviewCanvas: part<HTMLCanvasElement>("overviewCanvas"),
  };
}

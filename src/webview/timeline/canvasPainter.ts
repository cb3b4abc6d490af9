// Paints on a canvas. Colours are resolved once per theme; stripes are cached patterns.

import type { Curve } from "../../draw/layout.ts";
import type { ColorName, Paint, Painter, Stroke } from "../../draw/painter.ts";

export interface CanvasTheme {
  color(name: ColorName): string;
  readonly font: string;
  /** Stripes by colour and slant, made on demand for this canvas. */
  readonly patterns: Map<string, CanvasPattern>;
  /** Widths of texts, by font and text. */
  readonly widths: Map<string, number>;
}

export function createCanvasPainter(
  context: CanvasRenderingContext2D,
  theme: CanvasTheme,
): Painter {
  const fill = (paint: Paint): void => {
    context.globalAlpha = paint.alpha ?? 1;
    context.fillStyle = theme.color(paint.color);
  };
  const stroke = (style: Stroke): void => {
    context.globalAlpha = style.alpha ?? 1;
    context.strokeStyle = theme.color(style.color);
    context.lineWidth = style.width;
    context.lineCap = style.round === true ? "round" : "butt";
    context.setLineDash(style.dash === undefined ? [] : [...style.dash]);
  };
  const box = (x: number, y: number, width: number, height: number, radius: number): void => {
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
  };
  return {
    rect(x, y, width, height, paint, radius = 0) {
      if (width <= 0 || height <= 0) return;
      fill(paint);
      // A corner of a box this small cannot be seen.
      if (radius === 0 || width < 4) {
        context.fillRect(x, y, width, height);
        return;
      }
      box(x, y, width, height, radius);
      context.fill();
    },
    boxes(boxes, paint) {
      if (boxes.length === 0) return;
      fill(paint);
      // Single rectangles on whole pixels are several times faster than one path of them all.
      for (let at = 0; at < boxes.length; at += 4) {
        const x = Math.round(boxes[at] ?? 0);
        context.fillRect(
          x,
          boxes[at + 1] ?? 0,
          Math.max(1, Math.round((boxes[at] ?? 0) + (boxes[at + 2] ?? 0)) - x),
          boxes[at + 3] ?? 0,
        );
      }
    },
    outline(x, y, width, height, style, radius = 0) {
      if (width <= 0 || height <= 0) return;
      stroke(style);
      if (width < 6) {
        context.strokeRect(x, y, width, height);
        return;
      }
      box(x, y, width, height, radius);
      context.stroke();
    },
    hatch(x, y, width, height, paint, slant) {
      if (width <= 0) return;
      context.globalAlpha = paint.alpha ?? 1;
      context.fillStyle = patternOf(context, theme, paint.color, slant) ?? theme.color(paint.color);
      context.fillRect(x, y, width, height);
    },
    line(x1, y1, x2, y2, style) {
      if (x2 < x1) return;
      stroke(style);
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
    },
    wave(x1, x2, y, style) {
      if (x2 <= x1) return;
      stroke(style);
      context.beginPath();
      context.moveTo(x1, y);
      for (let x = x1; x < x2; x += 2) context.lineTo(x, y + Math.sin((x - x1) / 3) * 2.5);
      context.stroke();
    },
    curve(points, style) {
      stroke(style);
      trace(context, points);
      context.stroke();
    },
    arrow(x, y, paint) {
      fill(paint);
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x - 6, y - 3.5);
      context.lineTo(x - 6, y + 3.5);
      context.closePath();
      context.fill();
    },
    circle(x, y, radius, paint, style) {
      context.beginPath();
      context.arc(x, y, radius, 0, Math.PI * 2);
      fill(paint);
      context.fill();
      if (style === undefined) return;
      stroke(style);
      context.stroke();
    },
    text(x, y, text, style) {
      context.font = `${style.bold === true ? "600 " : ""}${style.size}px ${theme.font}`;
      const shown = style.maxWidth === undefined ? text : fit(context, theme, text, style.maxWidth);
      if (shown === "") return;
      fill(style);
      context.textAlign =
        style.anchor === "middle" ? "center" : style.anchor === "end" ? "right" : "left";
      context.textBaseline = "middle";
      context.fillText(shown, x, y);
    },
  };
}

function trace(context: CanvasRenderingContext2D, points: Curve): void {
  context.beginPath();
  context.moveTo(points.x1, points.y1);
  context.bezierCurveTo(points.cx1, points.cy1, points.cx2, points.cy2, points.x2, points.y2);
}

function fit(
  context: CanvasRenderingContext2D,
  theme: CanvasTheme,
  text: string,
  room: number,
): string {
  if (room < 14) return "";
  if (widthOf(context, theme, text) <= room) return text;
  for (let length = Math.min(text.length - 1, Math.floor(room / 4)); length >= 2; length--) {
    const cut = `${text.slice(0, length)}…`;
    if (widthOf(context, theme, cut) <= room) return cut;
  }
  return "";
}

/** Measuring costs more than drawing, and the same names come again and again. */
function widthOf(context: CanvasRenderingContext2D, theme: CanvasTheme, text: string): number {
  const key = `${context.font}\n${text}`;
  const known = theme.widths.get(key);
  if (known !== undefined) return known;
  const width = context.measureText(text).width;
  if (theme.widths.size > MOST_WIDTHS) theme.widths.clear();
  theme.widths.set(key, width);
  return width;
}

const MOST_WIDTHS = 5000;

const TILE = 6;

function patternOf(
  context: CanvasRenderingContext2D,
  theme: CanvasTheme,
  color: ColorName,
  slant: 1 | -1,
): CanvasPattern | undefined {
  const key = `${color}${slant}`;
  const known = theme.patterns.get(key);
  if (known !== undefined) return known;
  const ratio = Math.max(1, Math.round(context.getTransform().a));
  const tile = document.createElement("canvas");
  tile.width = tile.height = TILE * ratio;
  const inner = tile.getContext("2d");
  if (inner === null) return undefined;
  inner.scale(ratio, ratio);
  inner.strokeStyle = theme.color(color);
  inner.lineWidth = 1.6;
  inner.beginPath();
  for (const shift of [-TILE, 0, TILE]) {
    inner.moveTo(shift, slant === 1 ? TILE : 0);
    inner.lineTo(shift + TILE, slant === 1 ? 0 : TILE);
  }
  inner.stroke();
  const pattern = context.createPattern(tile, "repeat");
  if (pattern === null) return undefined;
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  theme.patterns.set(key, pattern);
  return pattern;
}

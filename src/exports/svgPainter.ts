// Paints into SVG text, for the export. Program text is escaped; nothing else comes from outside.

import { escape } from "./escape.ts";
import type { ColorName, Paint, Painter, Stroke } from "../draw/painter.ts";

export interface SvgPainter extends Painter {
  /** What has been painted, and the patterns that it refers to. */
  parts(): { readonly body: string; readonly defs: string };
  /** The finished picture. */
  finish(width: number, height: number, title: string): string;
}

export function createSvgPainter(color: (name: ColorName) => string, font: string): SvgPainter {
  const parts: string[] = [];
  const patterns = new Map<string, string>();
  const alpha = (paint: Paint, name: "fill" | "stroke"): string =>
    `${name}="${escape(color(paint.color))}"${paint.alpha === undefined ? "" : ` ${name}-opacity="${paint.alpha}"`}`;
  const pen = (stroke: Stroke): string => {
    const dash = stroke.dash === undefined ? "" : ` stroke-dasharray="${stroke.dash.join(" ")}"`;
    return `fill="none" ${alpha(stroke, "stroke")} stroke-width="${stroke.width}"${dash}${stroke.round === true ? ' stroke-linecap="round"' : ""}`;
  };
  const box = (x: number, y: number, width: number, height: number, radius: number): string =>
    `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${radius > 0 ? ` rx="${radius}"` : ""}`;
  const patternId = (name: ColorName, slant: 1 | -1): string => {
    const id = `hatch-${name}-${slant === 1 ? "up" : "down"}`;
    const path = slant === 1 ? "M-1 7L7-1M-4 4L4-4M2 10L10 2" : "M-1-1L7 7M-4 2L4 10M2-4L10 4";
    patterns.set(
      id,
      `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"><path d="${path}" stroke="${escape(color(name))}" stroke-width="1.6"/></pattern>`,
    );
    return id;
  };
  return {
    rect(x, y, width, height, paint, radius = 0) {
      if (width > 0 && height > 0)
        parts.push(`<rect ${box(x, y, width, height, radius)} ${alpha(paint, "fill")}/>`);
    },
    boxes(boxes, paint) {
      let path = "";
      for (let at = 0; at < boxes.length; at += 4)
        path += `M${n(boxes[at] ?? 0)} ${n(boxes[at + 1] ?? 0)}h${n(boxes[at + 2] ?? 0)}v${n(boxes[at + 3] ?? 0)}h-${n(boxes[at + 2] ?? 0)}Z`;
      if (path !== "") parts.push(`<path d="${path}" ${alpha(paint, "fill")}/>`);
    },
    outline(x, y, width, height, stroke, radius = 0) {
      if (width > 0 && height > 0)
        parts.push(`<rect ${box(x, y, width, height, radius)} ${pen(stroke)}/>`);
    },
    hatch(x, y, width, height, paint, slant) {
      if (width > 0)
        parts.push(
          `<rect ${box(x, y, width, height, 0)} fill="url(#${patternId(paint.color, slant)})" fill-opacity="${paint.alpha ?? 1}"/>`,
        );
    },
    line(x1, y1, x2, y2, stroke) {
      if (x2 >= x1) parts.push(`<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" ${pen(stroke)}/>`);
    },
    wave(x1, x2, y, stroke) {
      if (x2 <= x1) return;
      const points: string[] = [];
      for (let x = x1; x < x2; x += 3)
        points.push(`${n(x)} ${n(y + Math.sin((x - x1) / 3) * 2.5)}`);
      parts.push(`<path d="M${points.join("L")}" ${pen(stroke)}/>`);
    },
    curve(p, stroke) {
      parts.push(
        `<path d="M${n(p.x1)} ${n(p.y1)}C${n(p.cx1)} ${n(p.cy1)} ${n(p.cx2)} ${n(p.cy2)} ${n(p.x2)} ${n(p.y2)}" ${pen(stroke)}/>`,
      );
    },
    arrow(x, y, paint) {
      parts.push(
        `<path d="M${n(x)} ${n(y)}L${n(x - 6)} ${n(y - 3.5)}L${n(x - 6)} ${n(y + 3.5)}Z" ${alpha(paint, "fill")}/>`,
      );
    },
    circle(x, y, radius, paint, stroke) {
      const rim =
        stroke === undefined ? "" : ` ${alpha(stroke, "stroke")} stroke-width="${stroke.width}"`;
      parts.push(
        `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" ${alpha(paint, "fill")}${rim}/>`,
      );
    },
    text(x, y, text, style) {
      const limit =
        style.maxWidth === undefined
          ? text.length
          : Math.floor(style.maxWidth / (style.size * 0.56));
      if (limit < 2 && limit < text.length) return;
      const shown = text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
      const bold = style.bold === true ? ' font-weight="600"' : "";
      parts.push(
        `<text x="${n(x)}" y="${n(y)}" font-size="${style.size}" text-anchor="${style.anchor ?? "start"}" dominant-baseline="central"${bold} ${alpha(style, "fill")}>${escape(shown)}</text>`,
      );
    },
    parts: () => ({ body: parts.join(""), defs: [...patterns.values()].join("") }),
    finish(width, height, title) {
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img" font-family="${escape(font)}">` +
        `<title>${escape(title)}</title><defs>${[...patterns.values()].join("")}</defs>${parts.join("")}</svg>\n`
      );
    },
  };
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

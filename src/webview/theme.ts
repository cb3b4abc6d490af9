// The editor's theme as colours for the canvas. The style sheet derives `--ls-…` from `--vscode-…`; here a hidden probe
// lets the browser resolve them, once per theme.

import { LOCK_COLORS, THREAD_COLORS } from "../trace/palette.ts";
import type { CanvasTheme } from "./timeline/canvasPainter.ts";
import type { ColorName } from "../draw/painter.ts";

export const COLOR_NAMES: readonly ColorName[] = [
  "background",
  "surface",
  "text",
  "muted",
  "line",
  "accent",
  "bad",
  "good",
  ...Array.from({ length: THREAD_COLORS }, (_, at): ColorName => `thread${at}`),
  ...Array.from({ length: LOCK_COLORS }, (_, at): ColorName => `lock${at}`),
];

export function readTheme(): CanvasTheme {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const colors = new Map<ColorName, string>();
  for (const name of COLOR_NAMES) {
    probe.style.color = `var(--ls-${name})`;
    colors.set(name, getComputedStyle(probe).color);
  }
  const font = getComputedStyle(document.body).fontFamily;
  probe.remove();
  return {
    color: (name) => colors.get(name) ?? "gray",
    font,
    patterns: new Map(),
    widths: new Map(),
  };
}

/** Calls back when the theme changes: VS Code swaps classes of the body and variables of the root. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ["class", "data-vscode-theme-kind"],
  });
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["style", "class"],
  });
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  query.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    query.removeEventListener("change", changed);
  };
}

export function prefersReducedMotion(): boolean {
  return (
    window.matchMedia("(prefers-reduced-motion: reduce)").matches ||
    document.body.classList.contains("vscode-reduce-motion")
  );
}

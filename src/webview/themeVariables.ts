// The editor's theme variables that the style sheet uses: what an exported page has to carry. A test keeps list and sheet equal.

import { LOCK_COLORS, THREAD_COLORS } from "../trace/palette.ts";

const NAMES = [
  "button-background", "button-border", "button-foreground", "button-hoverBackground", "charts-blue", "charts-green",
  "charts-orange", "charts-purple", "charts-red", "charts-yellow", "contrastActiveBorder", "contrastBorder",
  "debugTokenExpression-name", "debugTokenExpression-number", "debugTokenExpression-string", "descriptionForeground",
  "dropdown-background", "dropdown-border", "editor-background", "editor-font-family",
  "editorHoverWidget-background", "editorHoverWidget-border", "editorHoverWidget-foreground",
  "editorWidget-background", "errorForeground", "focusBorder", "font-family", "font-size", "foreground",
  "list-hoverBackground", "menu-background", "menu-border", "menu-foreground", "menu-selectionBackground",
  "menu-selectionForeground", "progressBar-background", "terminal-ansiBrightBlue", "terminal-ansiBrightCyan",
  "terminal-ansiBrightGreen", "terminal-ansiBrightMagenta", "terminal-ansiCyan", "terminal-ansiMagenta",
  "terminal-ansiYellow", "textLink-foreground", "widget-shadow",
] as const;

export const THEME_VARIABLES: readonly string[] = [
  ...NAMES,
  ...Array.from({ length: THREAD_COLORS }, (_, at) => `lockstep-thread${at}`),
  ...Array.from({ length: LOCK_COLORS }, (_, at) => `lockstep-lock${at}`),
].map((name) => `--vscode-${name}`);

// How the panel looks at this moment, for exports.

import type { PanelLook } from "../protocol/messages.ts";
import type { Player } from "./player.ts";
import { COLOR_NAMES, readTheme } from "./theme.ts";

export function lookOf({ cursor, view, pinned }: Player): PanelLook {
  const theme = readTheme();
  const style = document.documentElement.style;
  return {
    cursor,
    view,
    pinned,
    colors: Object.fromEntries(COLOR_NAMES.map((name) => [name, theme.color(name)])),
    font: theme.font,
    // VS Code sets the theme's variables on the root itself.
    variables: Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)])),
    bodyClass: [...document.body.classList].filter((name) => name.startsWith("vscode-")).join(" "),
  };
}

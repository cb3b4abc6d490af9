// What each key does. Pure: a key press and the player give a command.

import type { OrderSide } from "../trace/order.ts";

export type Command =
  | { readonly kind: "togglePlay" }
  | { readonly kind: "step"; readonly by: number }
  | { readonly kind: "jump"; readonly direction: 1 | -1; readonly to: "same" | "switch" }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "zoom"; readonly factor: number }
  | { readonly kind: "pan"; readonly direction: 1 | -1 }
  | { readonly kind: "fit" }
  | { readonly kind: "thread"; readonly direction: 1 | -1 }
  | { readonly kind: "pin" }
  | { readonly kind: "faster"; readonly direction: 1 | -1 }
  | { readonly kind: "pick"; readonly choice: number }
  | { readonly kind: "order"; readonly side: OrderSide }
  | { readonly kind: "holder" }
  | { readonly kind: "mark" }
  | { readonly kind: "nextMark" }
  | { readonly kind: "clear" }
  | { readonly kind: "help" };

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, Alt or Meta: those belong to the editor. */
  readonly modified: boolean;
}

export function commandOf(press: KeyPress): Command | undefined {
  if (press.modified) return undefined;
  switch (press.key) {
    case " ":
      return { kind: "togglePlay" };
    case "ArrowRight":
      return press.shift ? { kind: "jump", direction: 1, to: "same" } : { kind: "step", by: 1 };
    case "ArrowLeft":
      return press.shift ? { kind: "jump", direction: -1, to: "same" } : { kind: "step", by: -1 };
    case "]":
      return { kind: "jump", direction: 1, to: "switch" };
    case "[":
      return { kind: "jump", direction: -1, to: "switch" };
    case "Home":
      return { kind: "start" };
    case "End":
      return { kind: "end" };
    case "w":
    case "W":
      return { kind: "zoom", factor: 0.7 };
    case "s":
    case "S":
      return { kind: "zoom", factor: 1 / 0.7 };
    case "a":
    case "A":
      return { kind: "pan", direction: -1 };
    case "d":
    case "D":
      return { kind: "pan", direction: 1 };
    case "f":
      return { kind: "fit" };
    case "ArrowUp":
      return { kind: "thread", direction: -1 };
    case "ArrowDown":
      return { kind: "thread", direction: 1 };
    case "p":
      return { kind: "pin" };
    case "b":
      return { kind: "order", side: "before" };
    case "n":
      return { kind: "order", side: "after" };
    case "c":
      return { kind: "order", side: "concurrent" };
    case "h":
      return { kind: "holder" };
    case "m":
      return { kind: "mark" };
    case "M":
      return { kind: "nextMark" };
    case ".":
      return { kind: "jump", direction: 1, to: "same" };
    case ",":
      return { kind: "jump", direction: -1, to: "same" };
    case ">":
      return { kind: "faster", direction: 1 };
    case "<":
      return { kind: "faster", direction: -1 };
    case "Escape":
      return { kind: "clear" };
    case "?":
      return { kind: "help" };
    default:
      return /^[1-9]$/.test(press.key)
        ? { kind: "pick", choice: Number(press.key) - 1 }
        : undefined;
  }
}

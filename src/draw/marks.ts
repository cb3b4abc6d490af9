// Which sign stands for which event, and how important it is when there is little room.

import type { EventKind, TraceEvent } from "../trace/trace.ts";

export interface Mark {
  readonly glyph: string;
  readonly weight: "major" | "minor";
  readonly tone: "thread" | "bad";
  /** Key of the legend's words. */
  readonly legend: LegendKey | undefined;
}

export type LegendKey =
  | "spawn"
  | "join"
  | "read"
  | "write"
  | "send"
  | "recv"
  | "print"
  | "panic"
  | "notify"
  | "wait"
  | "atomic"
  | "tryFailed"
  | "barrier"
  | "once"
  | "unpark"
  | "poison"
  | "exit"
  | "clone"
  | "drop";

/** The sign of a kind of event, whatever this one did: for the legend. */
export function signOf(event: TraceEvent): string {
  return SIGNS[event.kind]?.[0] ?? "";
}

export function markOf(event: TraceEvent): Mark {
  const [glyph, legend, weight, tone] = SIGNS[event.kind] ?? ["", undefined, "minor", "thread"];
  // Without synchronisation a read is half of the story that a lost update tells.
  const plainRead = event.kind === "load" && event.text.startsWith("\n");
  return {
    glyph: ownGlyph(event) ?? glyph,
    weight: plainRead ? "major" : (weight ?? "minor"),
    tone: tone ?? "thread",
    legend: plainRead ? "read" : legend,
  };
}

type Sign = readonly [string, LegendKey | undefined, ("major" | "minor")?, ("thread" | "bad")?];

const SIGNS: Partial<Record<EventKind, Sign>> = {
  spawn: ["S", "spawn", "major"],
  join: ["J", "join", "major"],
  write: ["=", "write", "major"],
  store: ["=", "write", "major"],
  rmw: ["±", "atomic", "major"],
  load: ["r", "atomic"],
  send: ["↑", "send", "major"],
  recv: ["↓", "recv", "major"],
  print: ["P", "print", "major"],
  panic: ["✕", "panic", "major", "bad"],
  poison: ["!", "poison", "major", "bad"],
  clearPoison: ["✓", undefined, "major"],
  notify: ["N", "notify", "major"],
  wait: ["W", "wait", "major"],
  woken: ["w", "wait", "major"],
  tryFailed: ["?", "tryFailed", "major"],
  barrier: ["B", "barrier", "major"],
  once: ["1", "once", "major"],
  unpark: ["U", "unpark", "major"],
  park: ["p", undefined],
  exit: ["■", "exit", "major"],
  catch: ["c", undefined, "major"],
  clone: ["+", "clone"],
  upgrade: ["+", "clone"],
  dropCount: ["−", "drop"],
  downgrade: ["w", undefined],
  endDropped: ["−", "drop"],
};

/** `+1` for what added one; an assignment is one, whatever was there before. */
function ownGlyph(event: TraceEvent): string | undefined {
  if (event.kind === "write" || event.kind === "rmw") {
    const [, before = "", after = "", op = ""] = event.text.split("\n");
    return /^([+-]=|fetch_(add|sub))$/.test(op) ? differenceOf(before, after) : undefined;
  }
  if ((event.kind === "send" || event.kind === "recv") && event.b <= -2) return "?";
  return undefined;
}

/** Short enough for a circle, or undefined. */
function differenceOf(before: string, after: string): string | undefined {
  if (!/^-?\d{1,15}$/.test(before) || !/^-?\d{1,15}$/.test(after)) return undefined;
  const difference = Number(after) - Number(before);
  if (difference === 0 || Math.abs(difference) > 9) return undefined;
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}

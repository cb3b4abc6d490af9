// Titles of the what-ifs: what would be different.

import { quoted, say, sayAll } from "./hoverText.ts";

export const VARIANT_WORDS = {
  dropEarlier: "{name} dropped after line {line}",
  order: "{to} instead of {from}, line {line}",
  everyOrder: "{to} everywhere",
  twins: "{to} instead of {from}",
  turns: "{count} turns of the loop instead of {now}, line {line}",
};

const W = VARIANT_WORDS;

export const VARIANTS = {
  dropEarlier: (name: string, line: number) => say(W.dropEarlier, { name: quoted(name), line }),
  order: (from: string, to: string, line: number) =>
    say(W.order, { from: quoted(from), to: quoted(to), line }),
  everyOrder: (to: string) => say(W.everyOrder, { to: quoted(to) }),
  twins: (from: readonly string[], to: readonly string[]) =>
    say(W.twins, { from: sayAll(from.map(quoted)), to: sayAll(to.map(quoted)) }),
  turns: (count: number, now: number, line: number) => say(W.turns, { count, now, line }),
} as const;

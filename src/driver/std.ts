// std as programs see it: its definitions, with the contexts in which the answers about them are kept.

import type { Program } from "../hir/defs.ts";
import type { MirContext } from "../mir/context.ts";
import type { TyContext } from "../ty/context.ts";

export interface Limits {
  /** Types that mention std alone. */
  readonly types: number;
  /** Functions of std made for certain types. */
  readonly bodies: number;
}

/** Far more than any one program needs. */
export const STD_LIMITS: Limits = { types: 200_000, bodies: 5_000 };

/** What many programs have made of std is kept for the next ones; not for ever. */
export function isOvergrown({ cx, mir }: Std, limits: Limits): boolean {
  return cx.tcx.shared > limits.types || mir.instanceBodies.size > limits.bodies;
}

export interface Std {
  readonly program: Program;
  readonly cx: TyContext;
  readonly mir: MirContext;
}

// std as programs see it: its definitions, with the contexts in which the answers about them are kept.

import type { Program } from "../hir/defs.ts";
import type { MirContext } from "../mir/context.ts";
import type { TyContext } from "../ty/context.ts";

export interface Std {
  readonly program: Program;
  readonly cx: TyContext;
  readonly mir: MirContext;
}

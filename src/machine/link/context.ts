// What linking one body needs at hand.

import type { Body } from "../../mir/mir.ts";
import type { GenericArgs } from "../../ty/ty.ts";
import type { Machine } from "../machine.ts";

export interface LinkContext {
  readonly machine: Machine;
  readonly body: Body;
  /** Generic arguments of the instance, for constants that the body leaves generic. */
  readonly args: GenericArgs;
  /** First cell of each local. */
  readonly offsets: readonly number[];
  readonly sizes: readonly number[];
  /** Index in `ops` at which each block starts. */
  readonly blocks: readonly number[];
}

// What a macro call is expanded with.

import type { Expr, MacroCall } from "../../syntax/ast.ts";
import type { MacroFrame } from "../crate.ts";

/** Where a call stands, for builtins that ask. */
export interface CallSite {
  readonly call: MacroCall;
  readonly frame: MacroFrame | undefined;
  readonly modulePath: string;
  /** The literal that an argument is after expansion. */
  readonly literal: (expr: Expr) => Expr | undefined;
}

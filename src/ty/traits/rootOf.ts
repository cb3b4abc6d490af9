// The obligation that started a chain.

import type { Obligation } from "./solverCx.ts";

export function rootOf(obligation: Obligation): Obligation {
  const { code } = obligation.cause;
  return code.kind === "impl" || code.kind === "builtin" ? rootOf(code.parent) : obligation;
}

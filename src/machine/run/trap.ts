// What stops a run at once from deep inside an operation. Thrown by memory accesses and arithmetic on cells, caught by the
// run loop (exec.ts), which turns it into the state's status. Nothing else in the machine throws.

export class Trap {
  constructor(
    readonly kind: "undefinedBehaviour" | "unsupported" | "limit" | "observed",
    readonly message: string,
    readonly reason: string = "",
    readonly limit: number = 0,
  ) {}
}

/** Undefined behaviour: the message says which. */
export function undefinedBehaviour(message: string): never {
  throw new Trap("undefinedBehaviour", message);
}

export function unsupported(what: string, reason: string): never {
  throw new Trap("unsupported", what, reason);
}

export function limitReached(what: string, limit: number): never {
  throw new Trap("limit", what, "", limit);
}

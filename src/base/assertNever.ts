/** Ends an exhaustive switch: the type checker refuses the call while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

/** Reports a defect of Lockstep itself. Bad input never comes here: it is a diagnostic. */
export function bug(message: string): never {
  throw new Error(`bug: ${message}`);
}

// The functions of std that a panic of the machine's own goes through, found by their lang items.

import type { Code } from "../code.ts";
import type { Machine } from "../machine.ts";

export interface PanicFunctions {
  /** `panic(message: &'static str)`: the payload is a `&'static str`. */
  plain(machine: Machine): Code | undefined;
  /** `panic_string(message: &str)`: the payload is a `String`. */
  formatted(machine: Machine): Code | undefined;
  /** `panic_in_cleanup()`: the hook is told of a panic that ends the process. */
  inCleanup(machine: Machine): Code | undefined;
}

export function panicFunctions(): PanicFunctions {
  return {
    plain: (machine) => langCode(machine, "panic"),
    formatted: (machine) => langCode(machine, "panic_string"),
    inCleanup: (machine) => langCode(machine, "panic_in_cleanup"),
  };
}

function langCode(machine: Machine, lang: string): Code | undefined {
  const def = machine.cx.ty.lang(lang);
  return def === undefined ? undefined : machine.codeOf(machine.program.resolve(def, []));
}

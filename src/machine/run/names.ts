// Names of functions, for people.

import type { MirContext } from "../../mir/context.ts";
import type { Instance } from "../../mir/instance.ts";

export function describeInstance(cx: MirContext, instance: Instance): string {
  switch (instance.kind) {
    case "item":
    case "ctor":
    case "primitive":
      return cx.ty.program.path(instance.def);
    case "closure":
      return `${cx.ty.program.path(instance.owner)}::{closure#${instance.index}}`;
    case "virtual":
      return cx.ty.program.path(instance.method);
    case "unsupported":
      return instance.what;
    case "dropGlue":
      return "drop";
    case "clone":
      return "clone";
    default:
      return "call";
  }
}

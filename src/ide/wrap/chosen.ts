// What the arguments of a wrapper decide: the types that its type parameters stand for.

import type { Analysis, Entry } from "../../driver/contract.ts";
import { typedBody } from "../facts/typedBody.ts";

/** `T = i32, F = …`, of the call in the wrapper. */
export function chosenTypes(analysis: Analysis, wrapper: Entry, name: string): string {
  const { cx, program } = analysis;
  const typed = typedBody(analysis, wrapper.def);
  const callee = [...(typed?.results.resolutions.values() ?? [])].find(
    ({ def }) => program.def(def).name === name,
  );
  if (callee === undefined) return "";
  const generics = cx.genericsOf(callee.def);
  const own = [...(generics.parent?.own ?? []), ...generics.own];
  return own
    .flatMap((param) => {
      const arg = callee.args[param.index];
      if (param.kind !== "type" || arg === undefined || !("hasParam" in arg)) return [];
      if (arg.kind === "constant" || arg.kind === "closure") return [];
      return [`${param.name} = ${cx.show(arg)}`];
    })
    .join(", ");
}

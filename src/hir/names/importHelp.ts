// "consider importing this struct": where std has a name that is missing here.

import type { Crate, Namespace } from "../crate.ts";
import { moduleOfDef, nodeOf } from "../crate.ts";
import { describeRes } from "./describe.ts";
import { publicPaths } from "./paths.ts";
import type { DefId } from "../defs.ts";

const MAX_SHOWN = 4;

/** rustc's suggestion, with the `use` lines behind the colon. */
export function importHelp(crate: Crate, name: string, ns: Namespace): string | undefined {
  const { std } = crate;
  if (std === undefined) return undefined;
  const found: { readonly def: DefId; readonly path: string }[] = [];
  for (const [def, path] of publicPaths(std)) {
    if (path.endsWith(`::${name}`) && inNamespace(std, def, ns)) found.push({ def, path });
  }
  const [first] = found;
  if (first === undefined) return undefined;
  const lines = found
    .slice(0, MAX_SHOWN)
    .map((one) => `\`use ${one.path};\``)
    .join(" or ");
  const nouns = new Set(found.map((one) => describeRes(std, { kind: "def", def: one.def })));
  const noun = nouns.size === 1 ? [...nouns][0] : "item";
  return found.length === 1
    ? `consider importing this ${noun}: ${lines}`
    : `consider importing one of these ${noun}s: ${lines}`;
}

function inNamespace(std: Crate, def: DefId, ns: Namespace): boolean {
  const { kind } = nodeOf(std, def);
  const isValue = kind === "fn" || kind === "const" || kind === "static";
  if (ns === "values") return isValue;
  return !isValue && (moduleOfDef(std, def)?.kind !== "normal" || kind === "mod");
}

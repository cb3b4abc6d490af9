// Paths for people: `std::sync::Mutex`, `main::inner`.

import type { Crate, ModuleData } from "../crate.ts";
import { homeOf, nodeOf } from "../crate.ts";
import type { DefId } from "../defs.ts";

export function pathOf(crate: Crate, id: DefId): string {
  const node = nodeOf(crate, id);
  const home = homeOf(crate, id);
  if (node.parent === undefined) return home.name;
  const above = pathOf(crate, node.parent);
  const name = node.kind === "impl" ? "{impl}" : node.name;
  return above === "" ? name : `${above}::${name}`;
}

/** What `module_path!()` gives. */
export function modulePath(crate: Crate, module: ModuleData): string {
  let at: ModuleData | undefined = module;
  while (at !== undefined && at.kind !== "normal") at = at.parent;
  return at === undefined ? crate.name : pathOf(crate, at.id);
}

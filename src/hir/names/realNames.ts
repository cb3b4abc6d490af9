// The names that the real std has, from src/std/names.rs: what tells a typo from something Lockstep does not declare.
//
// Each `#![lockstep::names = "path: a b +other::Trait"]` lists a module, a type, a trait or (`prim u8`) a primitive type;
// `+path` stands for all names of another entry, and the entry `*` belongs to every type.

import { attrValue, pathText } from "../attrs.ts";
import type { Crate, ModuleData, RealNames } from "../crate.ts";
import { moduleOfDef } from "../crate.ts";
import type { DefId } from "../defs.ts";

export function readRealNames(crate: Crate): RealNames | undefined {
  const holder = crate.nodes.find((node) =>
    node.attrs.some((attr) => attr.doc === undefined && pathText(attr.path) === "lockstep::names"),
  );
  if (holder === undefined) return undefined;
  const lines = new Map<string, string>();
  for (const attr of holder.attrs) {
    if (attr.doc !== undefined || pathText(attr.path) !== "lockstep::names") continue;
    const text = attrValue(attr) ?? "";
    const colon = text.indexOf(": ");
    if (colon > 0) lines.set(text.slice(0, colon), text.slice(colon + 2));
  }
  return { lines, sets: new Map(), entryOf: new Map(), modules: new Set() };
}

/** Connects the entries with what std declares; its modules are complete from then on. */
export function attachRealNames(crate: Crate, names: RealNames): void {
  for (const entry of names.lines.keys()) {
    if (entry === "*" || entry.startsWith("prim ")) continue;
    const def = entry === "std" ? crate.root.id : defAt(crate, entry.split("::"));
    if (def === undefined) continue;
    const module = crate.modules.get(def);
    if (module?.kind !== "normal") {
      names.entryOf.set(def, entry);
      continue;
    }
    names.modules.add(entry);
    if (isPrelude(crate, module)) continue;
    module.incomplete = false;
    module.real = () => namesOf(names, entry);
  }
}

/** Modules have no associated names. */
function isModule(names: RealNames, entry: string): boolean {
  return names.modules.has(entry);
}

/** The preludes are what they are: nothing unknown hides in them. */
export function isPrelude(crate: Crate, module: ModuleData): boolean {
  return (
    crate.prelude !== undefined &&
    module.parent !== undefined &&
    module.parent === crate.prelude.parent
  );
}

function defAt(crate: Crate, path: readonly string[]): DefId | undefined {
  let module: ModuleData = crate.root;
  for (const [index, name] of path.entries()) {
    const res = module.names.types.get(name)?.res;
    if (res?.kind !== "def") return undefined;
    if (index === path.length - 1) return res.def;
    const next = moduleOfDef(crate, res.def);
    if (next === undefined) return undefined;
    module = next;
  }
  return undefined;
}

/** All names of an entry; undefined where there is none. */
export function namesOf(names: RealNames, entry: string): ReadonlySet<string> | undefined {
  const known = names.sets.get(entry);
  if (known !== undefined) return known;
  const text = names.lines.get(entry);
  if (text === undefined) return undefined;
  const out = new Set<string>();
  names.sets.set(entry, out);
  for (const word of text.split(" ")) {
    if (!word.startsWith("+")) out.add(word);
    else for (const name of namesOf(names, word.slice(1)) ?? []) out.add(name);
  }
  if (entry !== "*" && !isModule(names, entry))
    for (const name of namesOf(names, "*") ?? []) out.add(name);
  return out;
}

// Paths for people: `std::sync::Mutex`, `main::inner`.
//
// Something of std is named by the shortest public path that leads to it, as rustc does (`visible_parent_map`); what
// belongs to an impl stands below the type.

import { attrArgs, findAttr } from "../attrs.ts";
import type { Crate, ModuleData } from "../crate.ts";
import { homeOf, moduleOfDef, nodeOf } from "../crate.ts";
import type { DefId } from "../defs.ts";

export function pathOf(crate: Crate, id: DefId): string {
  const home = homeOf(crate, id);
  const known = home.paths.get(id);
  if (known !== undefined) return known;
  const path = publicPath(home, id) ?? ownPath(crate, id);
  home.paths.set(id, path);
  return path;
}

function ownPath(crate: Crate, id: DefId): string {
  const node = nodeOf(crate, id);
  if (node.parent === undefined) return homeOf(crate, id).name;
  if (node.kind === "impl") return implPath(crate, id) ?? `${pathOf(crate, node.parent)}::{impl}`;
  return `${pathOf(crate, node.parent)}::${node.name}`;
}

/** The path of the type that an impl is for. */
function implPath(crate: Crate, id: DefId): string | undefined {
  const def = homeOf(crate, id).defOf(id);
  if (def.kind !== "impl" || def.self.kind !== "path" || def.self.path.kind !== "resolved")
    return undefined;
  const { res } = def.self.path;
  if (res.kind === "prim") return res.prim;
  return res.kind === "def" && nodeOf(crate, res.def).kind !== "tyParam"
    ? pathOf(crate, res.def)
    : undefined;
}

/** Only std has re-exports that people know better than the source. */
function publicPath(home: Crate, id: DefId): string | undefined {
  return home.std === undefined ? publicPaths(home).get(id) : undefined;
}

/** Breadth first from the root through public names: the shortest path of every public item. */
export function publicPaths(home: Crate): ReadonlyMap<DefId, string> {
  if (home.publicPaths.size === 0) findPublicPaths(home);
  return home.publicPaths;
}

function findPublicPaths(crate: Crate): void {
  const queue: { readonly module: ModuleData; readonly path: string }[] = [
    { module: crate.root, path: crate.name },
  ];
  crate.publicPaths.set(crate.root.id, crate.name);
  for (const { module, path } of queue) {
    const real = module.real?.();
    for (const ns of ["types", "values"] as const) {
      for (const [name, { res, visibility }] of module.names[ns]) {
        if (res.kind !== "def" || visibility.kind !== "public" || crate.publicPaths.has(res.def))
          continue;
        // What only our std has is no name that people know.
        if (real !== undefined && !real.has(name)) continue;
        if (name.startsWith("_#") || isHidden(crate, res.def) || !isModuleItem(crate, res.def))
          continue;
        const inner = `${path}::${name}`;
        crate.publicPaths.set(res.def, inner);
        const next = moduleOfDef(crate, res.def);
        if (next?.kind === "normal") queue.push({ module: next, path: inner });
      }
    }
  }
}

/** Variants stand below their enum even where they are re-exported. */
function isModuleItem(crate: Crate, id: DefId): boolean {
  const { parent } = nodeOf(crate, id);
  return parent !== undefined && nodeOf(crate, parent).kind === "mod";
}

function isHidden(crate: Crate, id: DefId): boolean {
  const attr = findAttr(nodeOf(crate, id).attrs, "doc");
  const args = attr === undefined ? undefined : attrArgs(attr);
  return args !== undefined && args.table.text(args.from) === "hidden";
}

/** What `module_path!()` gives. */
export function modulePath(crate: Crate, module: ModuleData): string {
  let at: ModuleData | undefined = module;
  while (at !== undefined && at.kind !== "normal") at = at.parent;
  return at === undefined ? crate.name : ownModulePath(crate, at);
}

function ownModulePath(crate: Crate, module: ModuleData): string {
  if (module.parent === undefined) return crate.name;
  return `${modulePath(crate, module.parent)}::${nodeOf(crate, module.id).name}`;
}

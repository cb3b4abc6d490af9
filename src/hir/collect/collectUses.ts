// `use` and `extern crate`: imports are gathered here and resolved later (names/imports.ts).

import type { Attribute, Ident, Item, UseTree } from "../../syntax/ast.ts";
import { hasAttr } from "../attrs.ts";
import { reportError, spanOfNode } from "../crate.ts";
import type { Import, Place } from "../crate.ts";
import type { DefVisibility } from "../defs.ts";
import type { Res } from "../hir.ts";
import { define } from "../names/define.ts";
import { bindingOf, externCrate } from "../names/lookup.ts";
import { visibilityOf } from "./place.ts";

export function collectUse(place: Place, tree: UseTree, item: Item): void {
  const visibility = visibilityOf(place, item.visibility);
  addImports(place, tree, [], false, visibility);
}

function addImports(
  place: Place,
  tree: UseTree,
  prefix: readonly Ident[],
  global: boolean,
  visibility: DefVisibility,
): void {
  const own = (tree.path?.segments ?? []).map((segment) => segment.ident);
  const path = [...prefix, ...own];
  const isGlobal =
    prefix.length === 0
      ? global || (tree.kind === "path" ? tree.path.global : tree.global)
      : global;
  if (tree.kind === "nested") {
    for (const inner of tree.trees) addImports(place, inner, path, isGlobal, visibility);
    return;
  }
  if (tree.kind === "glob") {
    addImport(
      place,
      {
        kind: "glob",
        path,
        source: undefined,
        target: undefined,
        typesOnly: false,
        tree,
        global: isGlobal,
      },
      visibility,
    );
    return;
  }
  const last = path[path.length - 1];
  if (last === undefined) return;
  // `a::b::{self}` names the module `a::b`, in the type namespace alone.
  const isSelf = last.name === "self" && path.length > 1;
  if (isSelf && own.length > 1) {
    const message = "`self` imports are only allowed within a { } list";
    const before = own[own.length - 2]?.end ?? last.start;
    reportError(place.crate, { code: "E0429", message, span: { start: before, end: last.end } });
  }
  const shortened = isSelf ? path.slice(0, -1) : path;
  const source = shortened[shortened.length - 1] as Ident;
  const target = tree.rename ?? source;
  const steps = shortened.slice(0, -1);
  addImport(
    place,
    { kind: "single", path: steps, source, target, typesOnly: isSelf, tree, global: isGlobal },
    visibility,
  );
}

interface NewImport {
  readonly kind: "single" | "glob";
  readonly path: readonly Ident[];
  readonly source: Ident | undefined;
  readonly target: Ident | undefined;
  readonly typesOnly: boolean;
  readonly tree: UseTree;
  readonly global: boolean;
}

function addImport(place: Place, made: NewImport, visibility: DefVisibility): void {
  const { crate, module } = place;
  const one: Import = {
    kind: made.kind,
    module,
    path: made.path,
    source: made.source,
    target: made.target,
    global: made.global,
    typesOnly: made.typesOnly,
    visibility,
    span: spanOfNode(made.tree),
    into: undefined,
    done: false,
    foundIn: new Set(),
  };
  crate.imports.push(one);
  if (one.kind === "glob") module.globs.push(one);
  else if (one.target !== undefined) {
    const { name } = one.target;
    const known = module.singles.get(name);
    if (known === undefined) module.singles.set(name, [one]);
    else known.push(one);
  }
}

export function collectExternCrate(
  place: Place,
  item: Item & { kind: "externCrate" },
  attrs: readonly Attribute[],
): void {
  const { crate, module } = place;
  const name = item.name.name;
  const root = name === "self" ? crate.root : externCrate(crate, name);
  const target = item.rename ?? item.name;
  if (root === undefined) {
    crate.incomplete = true;
    crate.macrosUnknown ||= hasAttr(attrs, "macro_use");
  }
  if (target.name === "_") return;
  const res: Res =
    root === undefined ? { kind: "error", certain: false } : { kind: "def", def: root.id };
  const visibility = visibilityOf(place, item.visibility);
  define(crate, module, "types", target.name, {
    ...bindingOf(res),
    visibility,
    span: spanOfNode(item),
    externCrate: true,
  });
}

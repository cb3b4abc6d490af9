// Names in modules: what a name means there, and what happens when it is given twice.

import type { Binding, Crate, Import, ModuleData, NameRes, Namespace } from "../crate.ts";
import { isAccessible, reportError } from "../crate.ts";
import { describeRes } from "./describe.ts";

/** Puts a binding into a module and on through the globs that look into it. Reports a clash of definitions. */
export function define(
  crate: Crate,
  module: ModuleData,
  ns: Namespace,
  name: string,
  binding: Binding,
): void {
  const names = module.names[ns];
  const old = names.get(name);
  if (old !== undefined) {
    if (binding.glob) {
      if (old.glob && !sameRes(old.res, binding.res) && old.ambiguous === undefined) {
        names.set(name, { ...old, ambiguous: binding });
      }
      return;
    }
    if (!old.glob) {
      reportClash(crate, ns, name, old, binding);
      return;
    }
  }
  names.set(name, binding);
  module.traits = undefined;
  for (const importer of module.importers) passThroughGlob(crate, importer, ns, name, binding);
}

export function sameRes(a: NameRes, b: NameRes): boolean {
  if (a.kind !== b.kind) return false;
  if ((a.kind === "def" || a.kind === "ctor") && (b.kind === "def" || b.kind === "ctor"))
    return a.def === b.def;
  if (a.kind === "macro" && b.kind === "macro") return a.macro === b.macro;
  if (a.kind === "prim" && b.kind === "prim") return a.prim === b.prim;
  return a.kind === "error";
}

function reportClash(
  crate: Crate,
  ns: Namespace,
  name: string,
  old: Binding,
  binding: Binding,
): void {
  // Textual scope lets one macro_rules shadow another of the same name.
  if (ns === "macros" && binding.import === undefined && old.import === undefined) return;
  if (old.res.kind === "error" || binding.res.kind === "error") return;
  const imports = (old.import === undefined ? 0 : 1) + (binding.import === undefined ? 0 : 1);
  const code = clashCode(imports, [old, binding].filter((one) => one.externCrate === true).length);
  // The error stands at the later of the two in the text.
  const [first, second] = old.span.start > binding.span.start ? [binding, old] : [old, binding];
  reportError(crate, {
    code,
    message: `the name \`${name}\` is defined multiple times`,
    span: second.span,
    related: [
      {
        span: first.span,
        message: `previous ${imports === 2 ? "import" : "definition"} of ${spaceNoun(crate, first, ns)} \`${name}\` here`,
      },
    ],
  });
}

function clashCode(imports: number, externCrates: number): string {
  if (externCrates === 2) return "E0259";
  if (externCrates === 1) return imports === 0 ? "E0260" : "E0254";
  return imports === 0 ? "E0428" : imports === 1 ? "E0255" : "E0252";
}

function spaceNoun(crate: Crate, binding: Binding, ns: Namespace): string {
  if (binding.import !== undefined || binding.res.kind !== "def") {
    return ns === "macros" ? "the macro" : ns === "values" ? "the value" : "the type";
  }
  const noun = describeRes(crate, binding.res);
  return noun === "module" || noun === "trait"
    ? `the ${noun}`
    : ns === "values"
      ? "the value"
      : ns === "macros"
        ? "the macro"
        : "the type";
}

export function passThroughGlob(
  crate: Crate,
  one: Import,
  ns: Namespace,
  name: string,
  binding: Binding,
): void {
  if (!isAccessible(binding.visibility, one.module)) return;
  define(crate, one.module, ns, name, {
    res: binding.res,
    visibility: one.visibility,
    span: one.span,
    import: one,
    glob: true,
  });
}

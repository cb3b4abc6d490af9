// What can be run: `main`, tests, and functions that need no arguments.

import type { Def, DefId, Program } from "../hir/defs.ts";
import type { SourceFile } from "../syntax/ast.ts";
import type { Entry } from "./contract.ts";

export function findEntries(
  program: Program,
  file: SourceFile,
  fragment: boolean,
): readonly Entry[] {
  return program.localDefs.flatMap((id) => {
    const def = program.def(id);
    const kind = kindOf(program, def, fragment);
    if (kind === undefined) return [];
    const nameSpan =
      fragment && kind === "snippet" ? { start: file.start, end: file.start } : def.nameSpan;
    return [{ def: id, path: pathInCrate(program, id), kind, span: def.span, nameSpan }];
  });
}

/** The entry that a caller means: by path, by test name, by the lines in focus, else `main`, else the first. */
export function chooseEntry(
  entries: readonly Entry[],
  wanted: {
    readonly path?: string | undefined;
    readonly test?: string | undefined;
    readonly at?: number | undefined;
  },
): Entry | undefined {
  const { path, test, at } = wanted;
  if (path !== undefined) return entries.find((entry) => entry.path === path);
  if (test !== undefined) {
    return entries.find(
      (entry) => entry.kind === "test" && (entry.path === test || entry.path.endsWith(`::${test}`)),
    );
  }
  const around = (entry: Entry) =>
    at !== undefined && entry.span.start <= at && at <= entry.span.end;
  return (
    entries.find((entry) => entry.kind === "test" && around(entry)) ??
    entries.find((entry) => entry.kind === "main" || entry.kind === "snippet") ??
    entries.find(around) ??
    entries[0]
  );
}

function kindOf(program: Program, def: Def, fragment: boolean): Entry["kind"] | undefined {
  if (def.kind !== "fn" || !def.hasBody || def.sig.inputs.length > 0 || def.sig.async)
    return undefined;
  if (def.generics.params.length > 0 || def.generics.parent !== undefined) return undefined;
  if (
    def.attrs.some((attr) => attr.path.segments.map((one) => one.ident.name).join("::") === "test")
  )
    return "test";
  if (def.name === "main" && def.parent === program.root) return fragment ? "snippet" : "main";
  return "function";
}

/** `module::name`, without the crate. */
function pathInCrate(program: Program, id: DefId): string {
  const names: string[] = [];
  for (
    let at: DefId | undefined = id;
    at !== undefined && at !== program.root;
    at = program.def(at).parent
  ) {
    names.unshift(program.def(at).name);
  }
  return names.join("::");
}

// E0425, E0412, E0433: a name of std that is not imported. The paths are those that rustc's help would name.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import type { Proposal } from "./fix.ts";
import { importEdit } from "./imports.ts";

export function importName(analysis: Analysis, { span }: Diagnostic): readonly Proposal[] {
  const error = analysis.program.errors.find(
    (one) => one.span.start === span.start && one.span.end === span.end && one.help !== undefined,
  );
  const paths = [...(error?.help ?? "").matchAll(/`use ([\w:]+);`/g)].map(([, path]) => path ?? "");
  return paths.flatMap((path) => {
    const edit = importEdit(analysis, path);
    return edit === undefined ? [] : [{ title: FIXES.importName(path), edits: [edit] }];
  });
}

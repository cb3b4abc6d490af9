// What is run when somebody points at a place: an entry of the text, or a wrapper where nothing leads there.
//
// A selection is a focus: the entry that reaches the function around it is run. Only where none does is the selection taken out of its
// function, or the function called, with arguments that can be written.

import type { Span } from "../../base/span.ts";
import type { Analysis, Entry } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import { typedBody } from "../facts/typedBody.ts";
import { entryReaching } from "./callers.ts";
import type { FnDef } from "./fields.ts";
import { selectedIn } from "./selection.ts";
import { wrapCall, wrapSelection, type Wrapped } from "./wrapper.ts";

export type EntryPlan =
  /** Undefined: whatever is run by default. */
  | { readonly kind: "entry"; readonly entry: Entry | undefined }
  /** In order of preference: one that rustc would not accept gives way to the next. */
  | { readonly kind: "wrap"; readonly ways: readonly Wrapped[] };

export interface Pointed {
  /** Path of a function. */
  readonly path: string | undefined;
  /** Selection or caret. */
  readonly at: Span | undefined;
}

export function planEntry(analysis: Analysis, { path, at }: Pointed): EntryPlan {
  const def = path !== undefined ? functionAt(analysis, path) : at && functionAround(analysis, at);
  if (def === undefined) return { kind: "entry", entry: undefined };
  const entry =
    path === undefined
      ? entryReaching(analysis, def.id)
      : analysis.entries.find((one) => one.def === def.id);
  if (entry !== undefined) return { kind: "entry", entry };
  const typed = typedBody(analysis, def.id);
  if (typed === undefined || def.sig.async) return { kind: "entry", entry: undefined };
  const selected =
    path === undefined && at !== undefined && at.end > at.start && at.end < def.span.end
      ? selectedIn(typed, analysis.text, at)
      : undefined;
  const taken = selected && wrapSelection(analysis, typed, def, selected);
  return { kind: "wrap", ways: [...(taken ? [taken] : []), wrapCall(analysis, typed, def)] };
}

function functionAt(analysis: Analysis, path: string): FnDef | undefined {
  const found = analysis.entries.find((entry) => entry.path === path);
  if (found !== undefined) return asFunction(analysis, found.def);
  return functions(analysis).find((def) => analysis.program.path(def.id).endsWith(path));
}

/** The innermost one. */
function functionAround(analysis: Analysis, at: Span): FnDef | undefined {
  return functions(analysis).findLast(
    ({ span }) => span.start <= at.start && at.start <= span.end && at.end <= span.end,
  );
}

function functions(analysis: Analysis): readonly FnDef[] {
  return analysis.program.localDefs.flatMap((id) => asFunction(analysis, id) ?? []);
}

function asFunction({ program }: Analysis, id: DefId): FnDef | undefined {
  const def = program.def(id);
  const parent = def.parent === undefined ? undefined : program.def(def.parent);
  const derived = parent?.kind === "impl" && parent.derived !== undefined;
  return def.kind === "fn" && def.hasBody && !derived ? (def as FnDef) : undefined;
}

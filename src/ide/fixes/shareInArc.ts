// E0382: a value that several closures want to own is put into an `Arc`, and each closure gets a clone of that.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import type { HirStmt } from "../../hir/hir.ts";
import { isHandle } from "../facts/handles.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import { bodyAt } from "../locate.ts";
import { insertAt, nameIn, type Proposal, type TextEdit } from "./fix.ts";
import { importEdit } from "./imports.ts";
import { blocksOf, lineBefore, statementAround } from "./layout.ts";

export function shareInArc(analysis: Analysis, diagnostic: Diagnostic): readonly Proposal[] {
  const name = nameIn(diagnostic.message);
  const typed = bodyAt(analysis, diagnostic.span.start);
  const path = pointerPath(analysis);
  if (name === undefined || typed === undefined || path === undefined) return [];
  const made = declarationOf(typed, name);
  const closure = closureWith(typed, diagnostic, name);
  if (made?.init === undefined || made.ty !== undefined || closure === undefined) return [];
  const ty = typed.results.exprTys[made.init.id];
  if (ty === undefined || ty.kind === "ref" || isHandle(analysis, ty)) return [];
  const pointer = path.slice(path.lastIndexOf("::") + 2);
  const statement = statementAround(typed, closure);
  const clone =
    statement &&
    lineBefore(analysis, statement.span.start, `let ${name} = ${pointer}::clone(&${name});`);
  if (clone === undefined) return [];
  const { start, end } = made.init.span;
  const known = new RegExp(`^use [^;]*\\b${pointer}\\b`, "m").test(analysis.text);
  const imported = known ? undefined : importEdit(analysis, path);
  const edits: (TextEdit | undefined)[] = [
    imported,
    insertAt(start, `${pointer}::new(`),
    insertAt(end, ")"),
    clone,
  ];
  const title = FIXES.shareInArc(name, pointer);
  return [{ title, edits: edits.filter((edit) => edit !== undefined) }];
}

/** Path of the pointer that threads can share. */
function pointerPath({ program }: Analysis): string | undefined {
  const arc = program.lang("Arc");
  return arc === undefined ? undefined : program.path(arc);
}

function declarationOf(
  typed: TypedBody,
  name: string,
): (HirStmt & { readonly kind: "let" }) | undefined {
  for (const block of blocksOf(typed)) {
    for (const statement of block.statements) {
      if (statement.kind !== "let" || statement.pat.kind !== "binding") continue;
      const { local, mutable } = statement.pat;
      const declared = typed.body.locals.find((one) => one.id === local);
      if (declared?.name === name && !mutable) return statement;
    }
  }
  return undefined;
}

/** The closure that takes the value by `move`. */
function closureWith(typed: TypedBody, diagnostic: Diagnostic, name: string) {
  const places = [diagnostic.span, ...diagnostic.related.map((one) => one.span)];
  return typed
    .map()
    .closures.filter((closure) =>
      typed.results.closures[closure.index]?.captures.some(
        (capture) => capture.name === name && capture.mode === "value",
      ),
    )
    .find(({ headSpan }) =>
      places.some(({ start }) => headSpan.start <= start && start <= headSpan.end),
    )?.span;
}

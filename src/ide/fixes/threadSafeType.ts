// E0277: a type of one thread is replaced by the one that threads can share: `Rc` by `Arc`, `RefCell` by `Mutex`.
//
// std's declarations say which (`#[lockstep::threaded = "path"]`). The name is replaced in the whole file, its import too, and
// calls that borrow become calls that lock.

import type { Span } from "../../base/span.ts";
import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import type { DefId } from "../../hir/defs.ts";
import { checkItems } from "../../ty/checkItems.ts";
import type { GenericArg } from "../../ty/ty.ts";
import type { BoundReason } from "../../ty/typeck.ts";
import { calleeOf, typedBodies } from "../facts/typedBody.ts";
import type { Proposal, TextEdit } from "./fix.ts";
import { compareUses, importEdit } from "./imports.ts";

interface Replacement {
  readonly def: DefId;
  readonly name: string;
  /** Path of the type that takes its place. */
  readonly path: string;
}

export function threadSafeType(analysis: Analysis, diagnostic: Diagnostic): readonly Proposal[] {
  const found = replacementsIn(analysis, diagnostic.span);
  const each = found.map((one) => proposalOf(analysis, [one]));
  return found.length > 1 ? [...each, proposalOf(analysis, found)] : each;
}

/** Types of one thread among those that stand in the way. */
function replacementsIn(analysis: Analysis, span: Span): Replacement[] {
  const found = new Map<DefId, Replacement>();
  const look = (arg: GenericArg): void => {
    if (arg.kind === "region" || arg.kind === "constant") return;
    if (arg.kind === "ref") return look(arg.ty);
    if (arg.kind === "tuple") return arg.tys.forEach(look);
    if (arg.kind !== "adt") return;
    const path = analysis.program.marker(arg.def, "threaded");
    if (path !== undefined)
      found.set(arg.def, { def: arg.def, name: analysis.program.def(arg.def).name, path });
    arg.args.forEach(look);
  };
  for (const reason of reasonsAt(analysis, span)) look(reason.ty);
  for (const typed of typedBodies(analysis)) {
    for (const expr of typed.map().exprs) {
      const ty = typed.results.exprTys[expr.id];
      if (expr.span.start === span.start && expr.span.end === span.end && ty !== undefined)
        look(ty);
    }
  }
  return [...found.values()];
}

/** Why a bound does not hold there, in a body or in the type of an item. */
export function reasonsAt(analysis: Analysis, span: Span): readonly BoundReason[] {
  const inBodies = typedBodies(analysis).flatMap((typed) => typed.results.errors);
  return [...inBodies, ...checkItems(analysis.cx)]
    .filter((error) => error.span.start === span.start)
    .flatMap((error) => error.reasons ?? []);
}

function proposalOf(analysis: Analysis, replacements: readonly Replacement[]): Proposal {
  return {
    title: FIXES.threaded(replacements.map(({ name, path }) => [name, lastOf(path)] as const)),
    edits: replacements.flatMap((one) => editsFor(analysis, one)),
  };
}

export function editsFor(
  analysis: Analysis,
  { def, name, path }: Replacement,
): readonly TextEdit[] {
  return [...namesToEdits(analysis, name, path), ...borrowEdits(analysis, def)];
}

/** The other type's name, in the import too. */
export function namesToEdits(analysis: Analysis, name: string, path: string): readonly TextEdit[] {
  const { text } = analysis;
  const imports = importEdits(analysis, name, path);
  const inImport = ({ start }: Span) =>
    imports.some(({ span }) => span.start <= start && start < span.end);
  const names = [...text.matchAll(new RegExp(`\\b${name}\\b`, "g"))]
    .map(({ index }) => ({ start: index, end: index + name.length }))
    .filter((span) => !inImport(span) && isCode(text, span.start))
    .map((span): TextEdit => ({ span, text: lastOf(path) }));
  return [...imports, ...names];
}

/** `use std::rc::Rc;` becomes the other import, or goes when that is there already. */
function importEdits(analysis: Analysis, name: string, path: string): readonly TextEdit[] {
  const { text } = analysis;
  const single = new RegExp(`^use [\\w:]+::${name};\\r?\\n`, "m").exec(text);
  if (single === null) return [];
  const span = { start: single.index, end: single.index + single[0].length };
  const rest = text.slice(0, span.start) + text.slice(span.end);
  const there = new RegExp(`^use [^;]*\\b${lastOf(path)}\\b`, "m").test(rest);
  if (there) return [{ span, text: "" }];
  const written = /^use ([^;]+);/.exec(single[0])?.[1] ?? "";
  const [before, after] = [neighbour(text, span.start, -1), neighbour(text, span.end, 1)];
  const fits =
    (before === undefined || compareUses(analysis, before, path) < 0) &&
    (after === undefined || compareUses(analysis, path, after) < 0);
  if (fits) return [{ span, text: single[0].replace(written, path) }];
  const other = importEdit(analysis, path);
  return other === undefined ? [] : [{ span, text: "" }, other];
}

/** Path of the `use` line before or behind a position. */
function neighbour(text: string, position: number, direction: -1 | 1): string | undefined {
  const part = direction < 0 ? text.slice(0, position) : text.slice(position);
  const pattern = direction < 0 ? /(?:^|\n)use ([^;]+);\r?\n$/ : /^use ([^;]+);/;
  return pattern.exec(part)?.[1];
}

/** `x.borrow_mut()` on a cell becomes `x.lock().unwrap()`. */
function borrowEdits(analysis: Analysis, def: DefId): readonly TextEdit[] {
  return typedBodies(analysis).flatMap((typed) =>
    typed.map().exprs.flatMap((expr): TextEdit[] => {
      if (expr.kind !== "methodCall" || expr.args.length > 0) return [];
      const callee = calleeOf(typed, expr);
      const output = callee === undefined ? undefined : analysis.cx.fnSig(callee.def).output;
      const guard =
        output?.kind === "adt" ? analysis.program.marker(output.def, "guard") : undefined;
      const self = callee?.args.length === 0 ? undefined : selfOf(analysis, callee?.def);
      if (guard === undefined || self !== def) return [];
      return [
        { span: { start: expr.segment.span.start, end: expr.span.end }, text: "lock().unwrap()" },
      ];
    }),
  );
}

/** The type whose method it is. */
function selfOf(analysis: Analysis, method: DefId | undefined): DefId | undefined {
  const parent = method === undefined ? undefined : analysis.program.def(method).parent;
  const ty = parent === undefined ? undefined : analysis.cx.fnSig(method as DefId).inputs[0];
  const bare = ty?.kind === "ref" ? ty.ty : ty;
  return bare?.kind === "adt" ? bare.def : undefined;
}

/** Not in a comment or a string, as far as one line tells. */
function isCode(text: string, position: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", position - 1) + 1, position);
  return !line.includes("//") && (line.match(/"/g)?.length ?? 0) % 2 === 0;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("::") + 2);
}

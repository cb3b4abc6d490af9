// A program after an edit inside one function's body: everything but that body is taken over.
//
// The text of the body has changed and nothing else has moved (base/padding.ts), so that definitions, signatures, imports
// and all other bodies stand as they are. The old crate stays what it was: the new one has tables of its own.

import type { Span } from "../base/span.ts";
import type { Item, SourceFile } from "../syntax/ast.ts";
import { errorKey, moduleOfScope, unsupportedKey } from "./crate.ts";
import type { Crate, DefNode, DefSource, Place, ResolveOptions } from "./crate.ts";
import type { DefId, HirError, Program } from "./defs.ts";
import { bodyOf, defOf, programOf } from "./program.ts";
import type { ResolvedProgram } from "./program.ts";

export interface BodyEdit {
  /** The file with the new body in it. */
  readonly file: SourceFile;
  /** The function and the items around it, outermost first: as they were and as they are. */
  readonly items: readonly (readonly [before: Item, after: Item])[];
  /** Where the body stood. */
  readonly stood: Span;
  /** What stands behind it has other line numbers now. */
  readonly linesMoved: boolean;
  readonly locate: ResolveOptions["locate"];
}

export interface Replaced {
  readonly program: Program;
  /** The function. */
  readonly owner: DefId;
}

/** Undefined where more depends on the body than the function itself, or where it holds items. */
export function replaceBody(program: Program, edit: BodyEdit): Replaced | undefined {
  const before = (program as ResolvedProgram).crate;
  const [was, is] = edit.items.at(-1) ?? [];
  const owner = was && before.itemDefs.get(was);
  if (was?.kind !== "fn" || is?.kind !== "fn" || is.body === undefined || owner === undefined)
    return undefined;
  const { header } = was;
  if (edit.linesMoved && before.located) return undefined;
  if (header.const || header.async || header.gen || before.macroFailed) return undefined;
  if (
    before.nodes.some((node) => node.parent === owner && node.kind !== "tyParam" && !isParam(node))
  )
    return undefined;
  const crate = copyCrate(before, edit);
  forget(crate, owner, edit.stood);
  replaceSource(crate, crate.root.id, { kind: "root", file: edit.file });
  for (const [old, item] of edit.items) replaceItem(crate, old, item);
  const made = crate.nodes.length;
  const node = crate.nodes[owner - crate.base] as DefNode;
  crate.collector.block(insideOf(crate, node), is.body);
  if (crate.nodes.length > made || crate.imports.length > 0 || crate.waiting.length > 0)
    return undefined;
  return { program: programOf(crate, program.std), owner };
}

function isParam({ kind }: DefNode): boolean {
  return kind === "lifetimeParam" || kind === "constParam";
}

function copyCrate(crate: Crate, { file, locate }: BodyEdit): Crate {
  const copy: Crate = {
    ...crate,
    options: { ...crate.options, ...(locate === undefined ? {} : { locate }) },
    files: crate.files.map((one, index) => (index === 0 ? { ...one, file } : one)),
    nodes: [...crate.nodes],
    defs: [...crate.defs],
    bodies: new Map(crate.bodies),
    modules: new Map(crate.modules),
    blocks: new Map(crate.blocks),
    macros: new Map(crate.macros),
    itemDefs: new Map(crate.itemDefs),
    calls: new Map(crate.calls),
    imports: [...crate.imports],
    waiting: [...crate.waiting],
    impls: [...crate.impls],
    errors: [...crate.errors],
    unsupported: [...crate.unsupported],
    reported: new Set(crate.reported),
    scopes: [...crate.scopes],
    outerLocals: new Map(crate.outerLocals),
    lateErrors: [...crate.lateErrors],
    paths: new Map(crate.paths),
    uses: [...crate.uses],
    bodyOf: (id) => bodyOf(copy, id),
    defOf: (id) => defOf(copy, id),
  };
  return copy;
}

function replaceItem(crate: Crate, old: Item, item: Item): void {
  const id = crate.itemDefs.get(old);
  if (id === undefined) return;
  crate.itemDefs.delete(old);
  crate.itemDefs.set(item, id);
  replaceSource(crate, id, { kind: "item", item });
  const at = id - crate.base;
  const { start, end } = item;
  const def = crate.defs[at];
  crate.nodes[at] = { ...(crate.nodes[at] as DefNode), span: { start, end } };
  if (def !== undefined) crate.defs[at] = { ...def, span: { start, end } };
}

function replaceSource(crate: Crate, id: DefId, source: DefSource): void {
  const at = id - crate.base;
  crate.nodes[at] = { ...(crate.nodes[at] as DefNode), source };
}

/** Inside the function, as the collector stood there. */
function insideOf(crate: Crate, node: DefNode): Place {
  const trait = node.parent === undefined ? undefined : crate.modules.get(node.parent);
  return {
    crate,
    module: trait?.kind === "trait" ? trait : moduleOfScope(node.scope),
    owner: node.id,
    scope: node.scope,
    text: { current: node.text },
    frame: undefined,
    filePath: node.filePath,
  };
}

/** What the old body brought. */
function forget(crate: Crate, owner: DefId, stood: Span): void {
  crate.bodies.delete(owner);
  const isGone = (span: Span): boolean => stood.start <= span.start && span.end <= stood.end;
  const head = crate.nodes[owner - crate.base]?.span.start ?? stood.start;
  // What is wrong in a body may stand elsewhere: in the macro that it calls.
  const goes = ({ span, owner: of }: HirError): boolean =>
    isGone(span) || (of === owner && !(head <= span.start && span.end <= stood.start));
  drop(crate, crate.errors, goes, errorKey);
  drop(crate, crate.lateErrors, goes, errorKey);
  drop(crate, crate.unsupported, ({ span }) => isGone(span), unsupportedKey);
  for (const call of crate.calls.keys()) if (isGone(call)) crate.calls.delete(call);
  for (const block of crate.blocks.keys()) if (isGone(block)) crate.blocks.delete(block);
}

/** Takes out of a list what goes, so that it can be reported again. */
function drop<T>(
  crate: Crate,
  list: T[],
  goes: (one: T) => boolean,
  keyOf: (one: T) => string,
): void {
  const rest = list.filter((one) => !goes(one));
  for (const one of list) if (goes(one)) crate.reported.delete(keyOf(one));
  list.splice(0, list.length, ...rest);
}

// A small builder for bodies that no source text stands behind: drop glue, clone shims, call shims.

import { NO_SPAN } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { Ty } from "../../ty/ty.ts";
import type {
  BasicBlock,
  BlockId,
  Body,
  Local,
  LocalDecl,
  Operand,
  Place,
  Projection,
  Rvalue,
  Statement,
  Terminator,
  TerminatorKind,
} from "../mir.ts";

export interface Shim {
  readonly locals: LocalDecl[];
  readonly blocks: { statements: Statement[]; terminator: Terminator; cleanup: boolean }[];
  readonly argCount: number;
}

export const RETURN: Place = { local: 0 as Local, projections: [] };

export function startShim(returnTy: Ty, args: readonly Ty[]): Shim {
  const decl = (ty: Ty, kind: LocalDecl["kind"]): LocalDecl => ({
    ty,
    mutable: true,
    name: undefined,
    span: NO_SPAN,
    kind,
    synthetic: true,
  });
  return {
    locals: [decl(returnTy, "return"), ...args.map((ty) => decl(ty, "arg"))],
    blocks: [],
    argCount: args.length,
  };
}

export function shimTemp(shim: Shim, ty: Ty): Place {
  shim.locals.push({
    ty,
    mutable: true,
    name: undefined,
    span: NO_SPAN,
    kind: "temporary",
    synthetic: true,
  });
  return { local: (shim.locals.length - 1) as Local, projections: [] };
}

export function shimBlock(
  shim: Shim,
  statements: readonly Statement[],
  terminator: TerminatorKind,
  cleanup = false,
): BlockId {
  shim.blocks.push({
    statements: [...statements],
    terminator: { ...terminator, span: NO_SPAN },
    cleanup,
  });
  return (shim.blocks.length - 1) as BlockId;
}

/** Blocks are made from the end backwards; `entry` becomes block 0. */
export function finishShim(shim: Shim, owner: DefId, entry: BlockId): Body {
  const last = shim.blocks.length - 1;
  const renumber = (block: BlockId): BlockId => (last - block) as BlockId;
  const blocks = shim.blocks
    .map((block): BasicBlock => ({ ...block, terminator: retarget(block.terminator, renumber) }))
    .reverse();
  const body: Body = {
    owner: { def: owner },
    argCount: shim.argCount,
    locals: shim.locals,
    blocks,
    variables: [],
    span: NO_SPAN,
    endSpan: NO_SPAN,
  };
  if (entry !== last) throw new Error("bug: the entry of a shim must be made last");
  return body;
}

function retarget(terminator: Terminator, map: (block: BlockId) => BlockId): Terminator {
  const optional = (block: BlockId | undefined) => (block === undefined ? undefined : map(block));
  switch (terminator.kind) {
    case "goto":
      return { ...terminator, target: map(terminator.target) };
    case "switch":
      return {
        ...terminator,
        targets: terminator.targets.map(map),
        otherwise: map(terminator.otherwise),
      };
    case "drop":
      return { ...terminator, target: map(terminator.target), unwind: optional(terminator.unwind) };
    case "call":
      return {
        ...terminator,
        target: optional(terminator.target),
        unwind: optional(terminator.unwind),
      };
    default:
      return terminator;
  }
}

export function argument(index: number): Place {
  return { local: (index + 1) as Local, projections: [] };
}

export function projected(place: Place, ...projections: readonly Projection[]): Place {
  return { local: place.local, projections: [...place.projections, ...projections] };
}

export function set(place: Place, value: Rvalue): Statement {
  return { kind: "assign", place, value, span: NO_SPAN };
}

export function use(operand: Operand): Rvalue {
  return { kind: "use", operand };
}

export function functionOperand(ty: Ty): Operand {
  return { kind: "constant", constant: { kind: "zst" }, ty, span: NO_SPAN };
}

export function integer(value: bigint, ty: Ty): Operand {
  return { kind: "constant", constant: { kind: "int", value }, ty, span: NO_SPAN };
}

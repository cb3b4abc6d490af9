// A body being rewritten: blocks and locals are added, statements are put in, terminators replaced.

import type { Span } from "../../base/span.ts";
import type {
  BasicBlock,
  BlockId,
  Body,
  Local,
  LocalDecl,
  Statement,
  Terminator,
  TerminatorKind,
} from "../mir.ts";
import { mapTargets } from "../successors.ts";
import type { Ty } from "../../ty/ty.ts";

export interface PatchBlock {
  statements: Statement[];
  terminator: Terminator;
  readonly cleanup: boolean;
}

export interface Patch {
  readonly body: Body;
  readonly locals: LocalDecl[];
  readonly blocks: PatchBlock[];
}

export function startPatch(body: Body): Patch {
  return {
    body,
    locals: [...body.locals],
    blocks: body.blocks.map((block) => ({
      statements: [...block.statements],
      terminator: block.terminator,
      cleanup: block.cleanup,
    })),
  };
}

export function finishPatch(patch: Patch): Body {
  return { ...patch.body, locals: patch.locals, blocks: patch.blocks as readonly BasicBlock[] };
}

export function addBlock(
  patch: Patch,
  statements: readonly Statement[],
  terminator: TerminatorKind,
  span: Span,
  cleanup: boolean,
): BlockId {
  patch.blocks.push({ statements: [...statements], terminator: { ...terminator, span }, cleanup });
  return (patch.blocks.length - 1) as BlockId;
}

export function addTemp(patch: Patch, ty: Ty, span: Span): Local {
  patch.locals.push({
    ty,
    mutable: true,
    name: undefined,
    span,
    kind: "temporary",
    synthetic: true,
  });
  return (patch.locals.length - 1) as Local;
}

/** Puts a block of its own on the edge from `from` to `to`, with these statements. */
export function splitEdge(
  patch: Patch,
  from: BlockId,
  to: BlockId,
  statements: readonly Statement[],
): void {
  const block = patch.blocks[from] as PatchBlock;
  const target = patch.blocks[to] as PatchBlock;
  const between = addBlock(
    patch,
    statements,
    { kind: "goto", target: to },
    block.terminator.span,
    target.cleanup,
  );
  block.terminator = mapTargets(block.terminator, (next) => (next === to ? between : next));
}

// Drop elaboration: from "dropped unless moved" to code that says exactly what is dropped.
//
// Follows `rustc_mir_transform::elaborate_drops`. By the initialisation analysis each `drop` is dead (removed), static
// (kept), conditional (guarded by a drop flag, a boolean set where the value comes and cleared where it goes), or open
// (parts have been moved out: the remaining parts are dropped one by one, see openDrop.ts).

import type { MirContext } from "../context.ts";
import { hasBit, stateBefore } from "../dataflow.ts";
import type { Location } from "../dataflow.ts";
import type { BlockId, Body, Local, Statement } from "../mir.ts";
import { typeNeedsDrop } from "../traits.ts";
import { placeTy } from "../placeTys.ts";
import { flagOf, setFlag, testFlag } from "./elaborator.ts";
import type { DropStyle, DropTerminator, Elaborator } from "./elaborator.ts";
import { solveInit } from "./initialized.ts";
import type { InitState } from "./initialized.ts";
import { eachSubpath, gatherMoves, lookupPath } from "./movePaths.ts";
import type { MovePath, MovePathId } from "./movePaths.ts";
import { openDrop } from "./openDrop.ts";
import { addBlock, finishPatch, splitEdge, startPatch } from "./patch.ts";
import type { PatchBlock } from "./patch.ts";

export function elaborateDrops(cx: MirContext, body: Body): Body {
  const data = gatherMoves(cx, body);
  const { analysis, flow } = solveInit(cx, data, "drops");
  const e: Elaborator = {
    cx,
    env: cx.ty.paramEnv(body.owner.def),
    data,
    patch: startPatch(body),
    flags: new Map(),
    elaborate: elaborateDrop,
  };
  body.blocks.forEach((block, index) => {
    if (block.terminator.kind !== "drop") return;
    const state = stateBefore(analysis, flow, {
      block: index as BlockId,
      index: block.statements.length,
    });
    if (state) elaborateBlock(e, index as BlockId, block.terminator, state);
  });
  setFlags(e);
  return finishPatch(e.patch);
}

function elaborateBlock(
  e: Elaborator,
  block: BlockId,
  drop: DropTerminator,
  state: InitState,
): void {
  const target = e.patch.blocks[block] as PatchBlock;
  if (!typeNeedsDrop(e.cx, e.env, placeTy(e.cx, e.data.body, drop.place))) {
    target.terminator = { kind: "goto", target: drop.target, span: drop.span };
    return;
  }
  const found = lookupPath(e.data, drop.place);
  if (!found.exact) return;
  const entry = elaborateDrop(e, drop, found.path, state, target.cleanup);
  target.terminator = { kind: "goto", target: entry, span: drop.span };
}

function elaborateDrop(
  e: Elaborator,
  drop: DropTerminator,
  path: MovePathId,
  state: InitState,
  cleanup: boolean,
): BlockId {
  switch (styleOf(e, path, state)) {
    case "dead":
      return drop.target;
    case "static":
      return addBlock(e.patch, [], drop, drop.span, cleanup);
    case "conditional":
      return flagTest(e, drop, path, cleanup);
    case "open":
      return openDrop(e, { drop, path, state, cleanup });
  }
}

function styleOf(e: Elaborator, path: MovePathId, state: InitState): DropStyle {
  let live = false;
  let dead = false;
  let parts = 0;
  eachSubpath(e.data, path, (sub) => {
    const { ty } = e.data.paths[sub] as MovePath;
    if (sub !== path && !typeNeedsDrop(e.cx, e.env, ty)) return;
    live ||= hasBit(state.maybeInit, sub);
    dead ||= hasBit(state.maybeUninit, sub);
    parts++;
  });
  if (!live) return "dead";
  if (!dead) return "static";
  return parts > 1 ? "open" : "conditional";
}

function flagTest(
  e: Elaborator,
  drop: DropTerminator,
  path: MovePathId,
  cleanup: boolean,
): BlockId {
  const clear = setFlag(flagOf(e, path), e, false, drop.span);
  return testFlag(
    e,
    path,
    addBlock(e.patch, [clear], drop, drop.span, cleanup),
    drop.target,
    drop.span,
    cleanup,
  );
}

// ---- keeping the flags

function setFlags(e: Elaborator): void {
  if (e.flags.size === 0) return;
  const { body } = e.data;
  const insertions = new Map<string, Statement[]>();
  const insert = (at: Location, statement: Statement): void => {
    const key = `${at.block}:${at.index}`;
    const list = insertions.get(key);
    if (list) list.push(statement);
    else insertions.set(key, [statement]);
  };
  for (const move of e.data.moves) {
    // A drop keeps its own flag; the end of storage clears it for the next turn of a loop.
    if (move.cause === "drop") continue;
    // A statement's effect stands behind it, a terminator's before it leaves.
    const last = (body.blocks[move.at.block] as Body["blocks"][number]).statements.length;
    const at = { block: move.at.block, index: Math.min(move.at.index + 1, last) };
    eachFlag(e, move.path, (flag) => insert(at, setFlag(flag, e, false, body.span)));
  }
  const start: Statement[] = [...e.flags.values()].map((flag) =>
    setFlag(flag, e, false, body.span),
  );
  const onReturn = new Map<BlockId, Statement[]>();
  for (const init of e.data.inits) {
    eachFlag(e, init.path, (flag) => {
      const statement = setFlag(flag, e, true, body.span);
      if (!init.at) start.push(statement);
      else if (init.onReturn)
        onReturn.set(init.at.block, [...(onReturn.get(init.at.block) ?? []), statement]);
      else insert({ block: init.at.block, index: init.at.index + 1 }, statement);
    });
  }
  applyInsertions(e, insertions);
  for (const [block, statements] of onReturn) {
    const { terminator } = e.patch.blocks[block] as PatchBlock;
    if (terminator.kind === "call" && terminator.target !== undefined)
      splitEdge(e.patch, block, terminator.target, statements);
  }
  const first = e.patch.blocks[0] as PatchBlock;
  first.statements = [...start, ...first.statements];
}

function eachFlag(e: Elaborator, path: MovePathId, visit: (flag: Local) => void): void {
  eachSubpath(e.data, path, (sub) => {
    const flag = e.flags.get(sub);
    if (flag !== undefined) visit(flag);
  });
}

function applyInsertions(
  e: Elaborator,
  insertions: ReadonlyMap<string, readonly Statement[]>,
): void {
  e.data.body.blocks.forEach((block, index) => {
    const out: Statement[] = [];
    block.statements.forEach((statement, i) => {
      out.push(...(insertions.get(`${index}:${i}`) ?? []), statement);
    });
    out.push(...(insertions.get(`${index}:${block.statements.length}`) ?? []));
    (e.patch.blocks[index] as PatchBlock).statements = out;
  });
}

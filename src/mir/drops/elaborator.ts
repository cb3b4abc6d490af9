// The state of drop elaboration, and drop flags.

import type { Span } from "../../base/span.ts";
import type { MirContext } from "../context.ts";
import { hasBit } from "../dataflow.ts";
import type { BlockId, Local, Statement, Terminator } from "../mir.ts";
import type { InitState } from "./initialized.ts";
import type { MoveData, MovePathId } from "./movePaths.ts";
import { addBlock, addTemp } from "./patch.ts";
import type { Patch } from "./patch.ts";

export interface Elaborator {
  readonly cx: MirContext;
  readonly env: ReturnType<MirContext["ty"]["paramEnv"]>;
  readonly data: MoveData;
  readonly patch: Patch;
  readonly flags: Map<MovePathId, Local>;
  /** Makes blocks that drop the place of `path` as far as it is initialised; gives the first. */
  readonly elaborate: (
    e: Elaborator,
    drop: DropTerminator,
    path: MovePathId,
    state: InitState,
    cleanup: boolean,
  ) => BlockId;
}

export type DropTerminator = Terminator & { kind: "drop" };

/** What is done with one `drop`. */
export type DropStyle = "dead" | "static" | "conditional" | "open";

/** For the place itself, without regard to its parts. */
export function shallowDrop(
  e: Elaborator,
  drop: DropTerminator,
  path: MovePathId,
  state: InitState,
  cleanup: boolean,
): BlockId {
  if (!hasBit(state.maybeInit, path)) return drop.target;
  if (!hasBit(state.maybeUninit, path)) return addBlock(e.patch, [], drop, drop.span, cleanup);
  return testFlag(
    e,
    path,
    addBlock(e.patch, [], drop, drop.span, cleanup),
    drop.target,
    drop.span,
    cleanup,
  );
}

export function testFlag(
  e: Elaborator,
  path: MovePathId,
  set: BlockId,
  unset: BlockId,
  span: Span,
  cleanup: boolean,
): BlockId {
  const operand = { kind: "copy", place: { local: flagOf(e, path), projections: [] } } as const;
  return addBlock(
    e.patch,
    [],
    { kind: "switch", operand, values: [0n], targets: [unset], otherwise: set },
    span,
    cleanup,
  );
}

export function flagOf(e: Elaborator, path: MovePathId): Local {
  let flag = e.flags.get(path);
  if (flag === undefined) {
    flag = addTemp(e.patch, e.cx.ty.tcx.bool, e.data.body.span);
    e.flags.set(path, flag);
  }
  return flag;
}

export function setFlag(flag: Local, e: Elaborator, value: boolean, span: Span): Statement {
  const operand = {
    kind: "constant",
    constant: { kind: "bool", value },
    ty: e.cx.ty.tcx.bool,
    span,
  } as const;
  return {
    kind: "assign",
    place: { local: flag, projections: [] },
    value: { kind: "use", operand },
    span,
  };
}

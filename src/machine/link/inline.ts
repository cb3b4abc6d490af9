// Small functions of std put into their callers, themselves std's: an index into a Vec is then one frame and not four.
//
// As rustc's MIR inliner: arguments become assignments to fresh locals, the callee's blocks follow the caller's, a return
// becomes an assignment of the result. Only functions without cleanup of their own, so that unwinding goes on as before;
// user code is left as it is, because people watch its frames and its steps.
//
// Not modelled: inlining of closures, of calls through trait objects, of functions that never return.

import { isStdSpan } from "../../base/span.ts";
import type { Instance } from "../../mir/instance.ts";
import type {
  BasicBlock,
  BlockId,
  Body,
  Local,
  LocalDecl,
  Operand,
  Statement,
  Terminator,
} from "../../mir/mir.ts";
import { mapTargets } from "../../mir/successors.ts";
import { layoutOf } from "../layout/layout.ts";
import type { Machine } from "../machine.ts";
import { watchedWord } from "../memoryModel.ts";
import { renameStatement, renameTerminator } from "./rename.ts";

type Call = Terminator & { kind: "call" };
type MutableBlock = { -readonly [K in keyof BasicBlock]: BasicBlock[K] };

/** Callees beyond this are called. */
const MAX_BLOCKS = 8;
const MAX_STATEMENTS = 32;
/** Callers stop growing here. */
const MAX_CALLER_BLOCKS = 160;

/** The body of a function of std with its small callees inside. */
export function inlineCalls(machine: Machine, instance: Instance, body: Body): Body {
  // A machine that watches words of std puts fewer callees into their callers.
  const shared = machine.memory?.unchecked === true ? undefined : machine.program.inlined;
  const inlined = shared?.(instance) ?? machine.inlined;
  const known = inlined.get(instance);
  if (known) return known;
  // While it is being made, calls of itself see it as it is.
  inlined.set(instance, body);
  const made = inlineInto(machine, body);
  inlined.set(instance, made);
  return made;
}

function inlineInto(machine: Machine, body: Body): Body {
  const locals: LocalDecl[] = [...body.locals];
  const blocks: MutableBlock[] = body.blocks.map((block) => ({ ...block }));
  for (let index = 0; index < body.blocks.length && blocks.length < MAX_CALLER_BLOCKS; index++) {
    const block = blocks[index] as MutableBlock;
    if (block.cleanup || block.terminator.kind !== "call") continue;
    const callee = inlinable(machine, block.terminator);
    if (callee) splice(block, block.terminator, callee, locals, blocks);
  }
  return { ...body, locals, blocks };
}

function inlinable(machine: Machine, call: Call): Body | undefined {
  const { func } = call;
  if (call.target === undefined || func.kind !== "constant" || func.ty.kind !== "fnDef")
    return undefined;
  const instance = machine.program.resolve(func.ty.def, func.ty.args);
  if (instance.kind !== "item" || watchedWord(machine, instance) !== undefined) return undefined;
  if (machine.cx.ty.program.marker(instance.def, "place") !== undefined) return undefined;
  const own = machine.program.body(instance);
  if (own === undefined || !isSmall(own) || !isStdSpan(own.span)) return undefined;
  const body = inlineCalls(machine, instance, own);
  return isSmall(body) && body.locals.every((local) => layoutOf(machine, local.ty).sized)
    ? body
    : undefined;
}

function isSmall(body: Body): boolean {
  if (body.blocks.length > MAX_BLOCKS || body.untuple) return false;
  const statements = body.blocks.reduce((sum, block) => sum + block.statements.length, 0);
  return (
    statements <= MAX_STATEMENTS &&
    body.blocks.every((block) => !block.cleanup && canMove(block.terminator))
  );
}

function canMove(terminator: Terminator): boolean {
  switch (terminator.kind) {
    case "goto":
    case "switch":
    case "return":
    case "unreachable":
    case "falseEdge":
      return true;
    case "call":
      return terminator.unwind === undefined;
    case "assert":
    case "drop":
      return terminator.unwind === undefined;
    default:
      return false;
  }
}

function splice(
  block: MutableBlock,
  call: Call,
  callee: Body,
  locals: LocalDecl[],
  blocks: MutableBlock[],
): void {
  const base = locals.length;
  const first = blocks.length;
  locals.push(
    ...callee.locals.map((local): LocalDecl => ({ ...local, kind: "temporary", name: undefined })),
  );
  for (const each of callee.blocks) blocks.push(moveBlock(each, call, callee, base, first));
  const { span } = call;
  const passed = call.args.map((arg, index): Statement => assignLocal(base + 1 + index, arg, span));
  block.statements = [...block.statements, ...passed];
  block.terminator = { kind: "goto", target: first as BlockId, span };
}

function moveBlock(
  block: BasicBlock,
  call: Call,
  callee: Body,
  base: number,
  first: number,
): MutableBlock {
  const statements = block.statements.map((statement) => renameStatement(statement, base));
  const { terminator } = block;
  if (terminator.kind !== "return") {
    const renamed = mapTargets(
      renameTerminator(terminator, base),
      (target) => (target + first) as BlockId,
    );
    return { statements, terminator: withUnwind(renamed, call.unwind), cleanup: false };
  }
  const { span } = call;
  const result: Operand = { kind: "move", place: { local: base as Local, projections: [] } };
  const deliver: Statement = {
    kind: "assign",
    place: call.destination,
    value: { kind: "use", operand: result },
    span,
  };
  const ends = callee.locals.map((_, local): Statement => ({
    kind: "storageDead",
    local: (base + local) as Local,
    span,
  }));
  return {
    statements: [...statements, deliver, ...ends],
    terminator: { kind: "goto", target: call.target as BlockId, span },
    cleanup: false,
  };
}

/** A panic in the callee goes on where one out of the call would. */
function withUnwind(terminator: Terminator, unwind: BlockId | undefined): Terminator {
  if (terminator.kind !== "call" && terminator.kind !== "assert" && terminator.kind !== "drop")
    return terminator;
  return { ...terminator, unwind };
}

function assignLocal(local: number, operand: Operand, span: Statement["span"]): Statement {
  return {
    kind: "assign",
    place: { local: local as Local, projections: [] },
    value: { kind: "use", operand },
    span,
  };
}

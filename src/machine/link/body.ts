// A body linked: cells for its locals, indices for its blocks, an operation for each statement that does something.
//
// Locals lie one behind the other from the return place on, so that arguments are consecutive. A `goto` costs nothing: the
// operation before it goes straight to the target. Storage statements matter only for locals that were borrowed (their
// old content must not stay behind); liveness answers for the others.

import type { Span } from "../../base/span.ts";
import { isStdSpan } from "../../base/span.ts";
import type { Instance } from "../../mir/instance.ts";
import type { Body, Statement, Terminator } from "../../mir/mir.ts";
import type { GenericArgs } from "../../ty/ty.ts";
import type { Blame, Code, DefId, Op, OpOrigin, Site } from "../code.ts";
import { cellsOf } from "../layout/layout.ts";
import type { Machine } from "../machine.ts";
import { observed, watchedWord } from "../memoryModel.ts";
import type { Observation } from "../memoryModel.ts";
import { sizeOf } from "../layout/size.ts";
import { Trap, unsupported } from "../run/trap.ts";
import type { Cell } from "../state/value.ts";
import { statementAccesses, terminatorAccesses } from "./accesses.ts";
import type { LinkedAccess } from "./accesses.ts";
import { borrowedLocals } from "./borrowed.ts";
import { compileCall } from "./calls.ts";
import type { LinkContext } from "./context.ts";
import { compileStatement } from "./statements.ts";
import {
  compileAbort,
  compileAssert,
  compileDrop,
  compileResume,
  compileReturn,
  compileSwitch,
  compileUnreachable,
  compileUnsupported,
  target,
} from "./terminators.ts";

const NO_ACCESS = (): readonly LinkedAccess[] => [];

type MutableOrigin = { -readonly [K in keyof OpOrigin]: OpOrigin[K] };

export function linkBody(
  machine: Machine,
  body: Body,
  instance: Instance | undefined,
  args: GenericArgs,
  name: string,
): Code {
  const { offsets, sizes, count } = placeLocals(machine, body);
  const plan = planBlocks(body);
  const link: LinkContext = { machine, body, args, offsets, sizes, blocks: plan.starts };
  const isUser = isUserCode(body, instance);
  const out = compileBlocks(link, plan, observation(machine, instance, isUser));
  const blank = new Array<Cell>(count).fill(undefined);
  const argsAt = sizes[0] ?? 0;
  let argsSize = 0;
  for (let local = 1; local <= body.argCount; local++) argsSize += sizes[local] ?? 0;
  return {
    id: machine.codeId(),
    instance,
    body,
    name,
    ops: out.ops,
    spans: out.spans,
    sites: out.sites,
    origins: out.origins,
    accesses: out.accesses,
    entry: plan.starts[0] ?? 0,
    blocks: plan.starts,
    offsets,
    sizes,
    cellCount: count,
    blank,
    argsAt,
    argsSize,
    returnSize: argsAt,
    stackBytes: stackBytes(machine, body),
    isUser,
    blames: blameOf(machine, instance, isUser),
    live: undefined,
  };
}

function observation(
  machine: Machine,
  instance: Instance | undefined,
  isUser: boolean,
): Observation | undefined {
  const { memory: model } = machine;
  if (model === undefined) return undefined;
  if (isUser) return { model, what: "" };
  const what = watchedWord(machine, instance);
  return what === undefined ? undefined : { model, what };
}

/** Glue and shims are nobody's code. */
function isUserCode(body: Body, instance: Instance | undefined): boolean {
  const made = instance !== undefined && instance.kind !== "item" && instance.kind !== "closure";
  return !made && body.span.end > 0 && !isStdSpan(body.span);
}

function blameOf(machine: Machine, instance: Instance | undefined, isUser: boolean): Blame {
  if (instance?.kind !== "item") return isUser ? "itself" : "caller";
  const { program } = machine.cx.ty;
  const place = program.marker(instance.def, "place");
  if (place !== undefined) return { place: `library/${place}` };
  return isUser && !tracksCaller(machine, instance.def) ? "itself" : "caller";
}

/** `#[track_caller]`, here or where the trait declares the method. */
function tracksCaller(machine: Machine, def: DefId): boolean {
  const { ty } = machine.cx;
  if (ty.program.marker(def, "track_caller") !== undefined) return true;
  const { name, parent } = ty.def(def);
  const trait = parent === undefined ? undefined : ty.implTraitRef(parent)?.trait;
  const declared = trait === undefined ? undefined : ty.assocItem(trait, name, "value");
  return declared !== undefined && ty.program.marker(declared, "track_caller") !== undefined;
}

/** The context of code that is linked already, to evaluate further places in its frames. */
export function linkContextOf(machine: Machine, code: Code): LinkContext {
  const { body, offsets, sizes, blocks } = code;
  return { machine, body, args: [], offsets, sizes, blocks };
}

function placeLocals(
  machine: Machine,
  body: Body,
): { offsets: number[]; sizes: number[]; count: number } {
  const offsets: number[] = [];
  const sizes = body.locals.map((local) => known(() => cellsOf(machine, local.ty)));
  let count = 0;
  for (const size of sizes) {
    offsets.push(count);
    count += size;
  }
  return { offsets, sizes, count };
}

/** What a debug build would roughly take: every local in memory, and a call's overhead. */
function stackBytes(machine: Machine, body: Body): number {
  let bytes = 64;
  for (const local of body.locals) bytes += known(() => sizeOf(machine, local.ty));
  return bytes;
}

/** Nothing for a local whose type is unknown: whatever would use it stops the run, and only that. */
function known(size: () => number): number {
  return linked(size, () => 0);
}

/** A part of the body that cannot be linked is refused when the run reaches it. */
function linked<T>(compile: () => T, refuse: (trap: Trap) => T): T {
  try {
    return compile();
  } catch (error) {
    if (error instanceof Trap && error.kind === "unsupported") return refuse(error);
    throw error;
  }
}

function refuse(trap: Trap): Op {
  return () => unsupported(trap.message, trap.reason);
}

interface Plan {
  readonly starts: number[];
  /** Statements that become operations, by block. */
  readonly statements: (readonly { readonly statement: Statement; readonly index: number }[])[];
  /** Blocks whose `goto` needs an operation: an empty block in a cycle of empty blocks. */
  readonly spins: ReadonlySet<number>;
  readonly order: readonly number[];
}

function planBlocks(body: Body): Plan {
  const borrowed = borrowedLocals(body);
  const statements = body.blocks.map((block) =>
    block.statements
      .map((statement, index) => ({ statement, index }))
      .filter(({ statement }) => isOperation(statement, borrowed)),
  );
  const forward = (block: number): boolean => {
    const { terminator } = body.blocks[block] ?? body.blocks[0]!;
    return (
      statements[block]?.length === 0 &&
      (terminator.kind === "goto" || terminator.kind === "falseEdge")
    );
  };
  const spins = spinningBlocks(body, forward);
  const starts: number[] = new Array<number>(body.blocks.length).fill(-1);
  const order: number[] = [];
  let at = 0;
  body.blocks.forEach((block, index) => {
    if (forward(index) && !spins.has(index)) return;
    starts[index] = at;
    order.push(index);
    const free = block.terminator.kind === "goto" || block.terminator.kind === "falseEdge";
    at += (statements[index]?.length ?? 0) + (free && !spins.has(index) ? 0 : 1);
  });
  body.blocks.forEach((_, index) => {
    starts[index] = starts[finalBlock(body, index, (each) => starts[each] === -1)] ?? 0;
  });
  return { starts, statements, spins, order };
}

function isOperation(statement: Statement, borrowed: ReadonlySet<number>): boolean {
  if (statement.kind === "assign" || statement.kind === "setDiscriminant") return true;
  return statement.kind === "storageDead" && borrowed.has(statement.local);
}

function spinningBlocks(body: Body, forward: (block: number) => boolean): Set<number> {
  const spins = new Set<number>();
  body.blocks.forEach((_, start) => {
    const seen = new Set<number>();
    for (let at = start; forward(at) && !spins.has(at); at = gotoTarget(body, at)) {
      if (seen.has(at)) {
        spins.add(at);
        break;
      }
      seen.add(at);
    }
  });
  return spins;
}

function finalBlock(body: Body, start: number, passes: (block: number) => boolean): number {
  let at = start;
  while (passes(at)) at = gotoTarget(body, at);
  return at;
}

function gotoTarget(body: Body, block: number): number {
  const terminator = body.blocks[block]?.terminator;
  return terminator?.kind === "goto" || terminator?.kind === "falseEdge"
    ? terminator.target
    : block;
}

interface Output {
  readonly watch: Observation | undefined;
  readonly accesses: Map<number, readonly LinkedAccess[]>;
  readonly ops: Op[];
  readonly spans: Span[];
  readonly sites: (Site | undefined)[];
  readonly origins: MutableOrigin[];
}

function compileBlocks(link: LinkContext, plan: Plan, watch: Observation | undefined): Output {
  const out: Output = { watch, accesses: new Map(), ops: [], spans: [], sites: [], origins: [] };
  for (const index of plan.order) {
    const block = link.body.blocks[index];
    if (block === undefined) continue;
    const statements = plan.statements[index] ?? [];
    const { terminator } = block;
    const free =
      (terminator.kind === "goto" || terminator.kind === "falseEdge") && !plan.spins.has(index);
    statements.forEach(({ statement, index: position }, each) => {
      const last = free && each === statements.length - 1;
      const next = last ? target(link, gotoTarget(link.body, index)) : out.ops.length + 1;
      const accesses = watch ? linked(() => statementAccesses(link, statement), NO_ACCESS) : [];
      push(
        out,
        linked(() => compileStatement(link, statement, next), refuse),
        accesses,
        statement.span,
        undefined,
        index,
        position,
      );
    });
    if (!free) pushTerminator(link, out, terminator, index, block.statements.length);
  }
  return out;
}

function pushTerminator(
  link: LinkContext,
  out: Output,
  terminator: Terminator,
  block: number,
  position: number,
): void {
  const pc = out.ops.length;
  const accesses = out.watch ? linked(() => terminatorAccesses(link, terminator), NO_ACCESS) : [];
  if (terminator.kind === "call") {
    const call = linked<{ op: Op; site: Site | undefined }>(
      () => compileCall(link, terminator, pc),
      (trap) => ({ op: refuse(trap), site: undefined }),
    );
    push(
      out,
      call.op,
      accesses,
      { ...terminator.span, start: terminator.fnSpan.start },
      call.site,
      block,
      position,
    );
    return;
  }
  push(
    out,
    linked(() => compileTerminator(link, terminator, pc), refuse),
    accesses,
    terminator.span,
    siteOf(link, terminator),
    block,
    position,
  );
}

function compileTerminator(link: LinkContext, terminator: Terminator, pc: number): Op {
  switch (terminator.kind) {
    case "goto":
    case "falseEdge":
      return spin(target(link, terminator.target));
    case "switch":
      return compileSwitch(link, terminator);
    case "return":
      return compileReturn();
    case "unreachable":
      return compileUnreachable();
    case "resume":
      return compileResume(pc);
    case "abort":
      return compileAbort(pc);
    case "drop":
      return compileDrop(link, terminator, pc);
    case "assert":
      return compileAssert(link, terminator, pc);
    case "unsupported":
      return compileUnsupported(terminator);
    case "call":
      return compileCall(link, terminator, pc).op;
  }
}

function siteOf(link: LinkContext, terminator: Terminator): Site | undefined {
  if (terminator.kind !== "drop" && terminator.kind !== "assert") return undefined;
  return {
    target: target(link, terminator.target),
    unwind: terminator.unwind === undefined ? undefined : target(link, terminator.unwind),
    destination: { kind: "none" },
    size: 0,
    primitive: undefined,
  };
}

function spin(next: number): Op {
  return () => next;
}

function push(
  out: Output,
  op: Op,
  accesses: readonly LinkedAccess[],
  span: Span,
  site: Site | undefined,
  block: number,
  statement: number,
): void {
  const pc = out.ops.length;
  if (accesses.length > 0) out.accesses.set(pc, accesses);
  out.ops.push(out.watch && accesses.length > 0 ? observed(op, out.watch, accesses, pc) : op);
  out.spans.push(span);
  out.sites.push(site);
  out.origins.push({ block: block as OpOrigin["block"], statement });
}

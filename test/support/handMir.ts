// MIR written by hand: bodies for tests of the machine, without a front end.

import { NO_SPAN } from "../../src/base/span.ts";
import { createMachine } from "../../src/machine/machine.ts";
import type { Machine, MachineOptions } from "../../src/machine/machine.ts";
import type { PrimitiveTable } from "../../src/machine/primitive.ts";
import type { MirContext } from "../../src/mir/context.ts";
import type { Instance } from "../../src/mir/instance.ts";
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
  StatementKind,
  Terminator,
  TerminatorKind,
} from "../../src/mir/mir.ts";
import { Interner } from "../../src/ty/intern.ts";
import type { IntTy, Ty } from "../../src/ty/ty.ts";

export const tcx = new Interner(undefined, 0);
export type DefId = Parameters<Interner["adt"]>[0];
type BinaryOp = Extract<Rvalue, { kind: "binary" }>["op"];

export const int = (name: IntTy): Ty => tcx.int(name);
export const at = (local: number, ...projections: Projection[]): Place => ({
  local: local as Local,
  projections,
});
export const copy = (local: number, ...projections: Projection[]): Operand => ({
  kind: "copy",
  place: at(local, ...projections),
});
export const move = (local: number, ...projections: Projection[]): Operand => ({
  kind: "move",
  place: at(local, ...projections),
});
export const deref: Projection = { kind: "deref" };
export const field = (index: number, ty: Ty): Projection => ({ kind: "field", index, ty });
export const indexBy = (local: number): Projection => ({ kind: "index", local: local as Local });
export const number = (value: number | bigint, ty: Ty): Operand => ({
  kind: "constant",
  constant: { kind: "int", value: BigInt(value) },
  ty,
  span: NO_SPAN,
});
export const fnItem = (def: number): Operand => ({
  kind: "constant",
  constant: { kind: "zst" },
  ty: tcx.fnDef(def as DefId, []),
  span: NO_SPAN,
});

export const use = (operand: Operand): Rvalue => ({ kind: "use", operand });
export const binary = (op: BinaryOp, left: Operand, right: Operand, ty: Ty): Rvalue => ({
  kind: "binary",
  op,
  left,
  right,
  ty,
});
export const checked = (op: BinaryOp, left: Operand, right: Operand, ty: Ty): Rvalue => ({
  kind: "checkedBinary",
  op,
  left,
  right,
  ty,
});
export const ref = (place: Place): Rvalue => ({ kind: "ref", borrow: "mut", place });

export const set = (place: Place | number, value: Rvalue): StatementKind => ({
  kind: "assign",
  place: typeof place === "number" ? at(place) : place,
  value,
});
export const goto = (target: number): TerminatorKind => ({
  kind: "goto",
  target: target as BlockId,
});
export const ret: TerminatorKind = { kind: "return" };
export const resume: TerminatorKind = { kind: "resume" };
export const branch = (
  operand: Operand,
  value: number,
  target: number,
  otherwise: number,
): TerminatorKind => ({
  kind: "switch",
  operand,
  values: [BigInt(value)],
  targets: [target as BlockId],
  otherwise: otherwise as BlockId,
});
export const call = (
  func: Operand,
  args: Operand[],
  destination: number,
  target: number | undefined,
  unwind?: number,
): TerminatorKind => ({
  kind: "call",
  func,
  args,
  destination: at(destination),
  target: target as BlockId,
  unwind: unwind as BlockId,
  fnSpan: NO_SPAN,
});
export const assertNoOverflow = (
  flag: Operand,
  op: BinaryOp,
  left: Operand,
  right: Operand,
  target: number,
  unwind?: number,
): TerminatorKind => ({
  kind: "assert",
  condition: flag,
  expected: false,
  message: { kind: "overflow", op, left, right },
  target: target as BlockId,
  unwind: unwind as BlockId,
});

export interface HandBlock {
  readonly statements: readonly StatementKind[];
  readonly end: TerminatorKind;
  readonly cleanup?: boolean;
}

export const block = (statements: readonly StatementKind[], end: TerminatorKind): HandBlock => ({
  statements,
  end,
});
export const cleanup = (statements: readonly StatementKind[], end: TerminatorKind): HandBlock => ({
  statements,
  end,
  cleanup: true,
});

/** Types of the return place, the arguments and the other locals. */
export function body(
  def: number,
  argCount: number,
  tys: readonly Ty[],
  blocks: readonly HandBlock[],
): Body {
  return {
    owner: { def: def as DefId },
    argCount,
    locals: tys.map((ty, index): LocalDecl => ({
      ty,
      mutable: true,
      name: undefined,
      span: NO_SPAN,
      synthetic: false,
      kind: index === 0 ? "return" : index <= argCount ? "arg" : "temporary",
    })),
    blocks: blocks.map((each): BasicBlock => ({
      statements: each.statements.map((statement): Statement => ({ ...statement, span: NO_SPAN })),
      terminator: { ...each.end, span: NO_SPAN } as Terminator,
      cleanup: each.cleanup ?? false,
    })),
    variables: [],
    span: NO_SPAN,
    endSpan: NO_SPAN,
  };
}

/** Functions by number; 0 is main. A name instead of a body: the primitive of that key. */
export function machineOf(
  functions: Readonly<Record<number, Body | string>>,
  primitives: PrimitiveTable = new Map(),
  options: Partial<MachineOptions> = {},
): Machine {
  const instances = new Map<number, Instance>();
  const unused = (): never => {
    throw new Error("not in these tests");
  };
  const cx = {
    ty: {
      tcx,
      lang: () => undefined,
      def: () => ({ name: "", parent: undefined }),
      program: { path: (def: number) => `f${def}`, marker: () => undefined },
    },
  } as unknown as MirContext;
  return createMachine({
    cx,
    primitives,
    entry: { def: 0 as DefId },
    program: {
      resolve(def) {
        const known = instances.get(def);
        if (known) return known;
        const found = functions[def];
        const key = `f${def}`;
        const instance: Instance =
          typeof found === "string"
            ? { kind: "primitive", name: found, def, args: [], key }
            : { kind: "item", def, args: [], key };
        instances.set(def, instance);
        return instance;
      },
      body: (instance) => ("def" in instance ? (functions[instance.def] as Body) : undefined),
      dropGlue: () => undefined,
      closureFnPointer: unused,
      callOnce: unused,
    },
    ...options,
  });
}

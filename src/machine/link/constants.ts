// Constants: cells that are known when code is linked; only constants that contain a synchronisation object are evaluated
// anew at each use, since every use is another object.
//
// A constant that cannot be evaluated is reported where it is executed, not where it is linked.

import type { Constant } from "../../mir/mir.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Emit, Scalar } from "../code.ts";
import { layoutOf } from "../layout/layout.ts";
import { constantBytes, constantText } from "../state/images.ts";
import { canonical } from "../num/ints.ts";
import { Trap, unsupported } from "../run/trap.ts";
import type { Cell } from "../state/value.ts";
import type { LinkContext } from "./context.ts";

/** `cells` undefined: not the same every time, use the closures. */
export interface ConstantCode {
  readonly size: number;
  readonly cells: readonly Cell[] | undefined;
  readonly scalar: Scalar;
  readonly emit: Emit;
}

export function compileConstant(link: LinkContext, constant: Constant, ty: Ty): ConstantCode {
  try {
    return compile(link, constant, ty);
  } catch (error) {
    if (error instanceof Trap) return rethrown(layoutOf(link.machine, ty).cells, error);
    throw error;
  }
}

function compile(link: LinkContext, constant: Constant, ty: Ty): ConstantCode {
  switch (constant.kind) {
    case "int":
      return fixed([canonical(constant.value)]);
    case "bool":
      return fixed([constant.value ? 1 : 0]);
    case "char":
      return fixed([constant.value]);
    case "float":
      return fixed([isSingle(ty) ? Math.fround(constant.value) : constant.value]);
    case "str":
      return fixed([constantText(link.machine, constant.value)]);
    case "byteStr":
      return fixed([constantBytes(link.machine, constant.value, pointsToSlice(ty))]);
    case "zst":
      return fixed([]);
    case "static":
      return fixed([link.machine.constant.staticPointer(constant.def)]);
    case "constParam":
      return fixed([genericConstant(link, constant.index)]);
    case "const":
    case "nested":
      return evaluated(link, constant);
    case "promoted":
      return fixed([link.machine.constant.promoted(constant)]);
  }
}

function evaluated(
  link: LinkContext,
  constant: Constant & { kind: "const" | "nested" },
): ConstantCode {
  const evaluator = link.machine.constant;
  const value = evaluator.value(constant);
  if (!value.fresh) return fixed(value.cells);
  return {
    size: value.cells.length,
    cells: undefined,
    scalar: (x) => evaluator.run(x, constant)[0],
    emit: (x, out, at) =>
      evaluator.run(x, constant).forEach((cell, index) => (out[at + index] = cell)),
  };
}

function genericConstant(link: LinkContext, index: number): Cell {
  const argument = link.args[index];
  if (argument?.kind !== "constant" || argument.const !== "value")
    return unsupported("a constant that is not known", "");
  const value = argument.value;
  if (typeof value === "bigint") return canonical(value);
  return typeof value === "boolean" ? Number(value) : value.codePointAt(0);
}

function isSingle(ty: Ty): boolean {
  return ty.kind === "float" && ty.float === "f32";
}

function pointsToSlice(ty: Ty): boolean {
  return ty.kind === "ref" && ty.ty.kind === "slice";
}

function fixed(cells: readonly Cell[]): ConstantCode {
  return { size: cells.length, cells, scalar: () => cells[0], emit: () => {} };
}

function rethrown(size: number, error: Trap): ConstantCode {
  const fail = (): never => {
    throw error;
  };
  return { size, cells: undefined, scalar: fail, emit: fail };
}

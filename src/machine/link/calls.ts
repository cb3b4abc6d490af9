// Calls: chosen by what is called, a known instance, a primitive, a method of a trait object, or a function pointer.
//
// Arguments are copied cell by cell one behind the other, so a tuple that is spread over several parameters needs no care.

import type { Instance } from "../../mir/instance.ts";
import type { Operand, Place, Terminator } from "../../mir/mir.ts";
import { enterCall, pushFrame } from "../run/calls.ts";
import type { Code, Destination, Exec, Op, PrimitiveSite, Scalar, Site } from "../code.ts";
import { cellsOf } from "../layout/layout.ts";
import { checkRange } from "../state/memory.ts";
import { performPrimitive } from "../run/perform.ts";
import { observed } from "../state/forgetting.ts";
import type { InlineFunction, Primitive } from "../primitive.ts";
import { undefinedBehaviour, unsupported } from "../run/trap.ts";
import type { Cell, Pointer } from "../state/value.ts";
import { receiverType, virtualTarget } from "../layout/vtables.ts";
import type { LinkContext } from "./context.ts";
import { clearAll, compileOperand } from "./operands.ts";
import type { OperandCode } from "./operands.ts";
import { compilePlace, placeEval, writableEval } from "./places.ts";
import type { PlaceCode } from "./places.ts";
import { target } from "./terminators.ts";

type Call = Terminator & { kind: "call" };

export interface LinkedCall {
  readonly op: Op;
  readonly site: Site;
}

interface CallParts {
  readonly args: readonly OperandCode[];
  readonly starts: readonly number[];
  readonly size: number;
  readonly clear: ((x: Exec) => void) | undefined;
  readonly destination: PlaceCode;
  readonly site: Site;
  readonly pc: number;
}

export function compileCall(link: LinkContext, terminator: Call, pc: number): LinkedCall {
  const func = calleeOf(link, terminator.func);
  const parts = callParts(link, terminator, pc);
  if (func.kind === "pointer") return { op: pointerCall(func.value, parts), site: parts.site };
  const { instance } = func;
  switch (instance.kind) {
    case "primitive":
      return primitiveCall(link, instance, parts);
    case "virtual":
      return { op: virtualCall(link, instance, terminator, parts), site: parts.site };
    case "unsupported":
      return { op: () => unsupported(instance.what, instance.reason), site: parts.site };
    default:
      return { op: directCall(instance, parts), site: parts.site };
  }
}

type Callee =
  | { readonly kind: "instance"; readonly instance: Instance }
  | { readonly kind: "pointer"; readonly value: Scalar };

function calleeOf(link: LinkContext, func: Operand): Callee {
  const code = compileOperand(link, func);
  if (code.ty.kind !== "fnDef") return { kind: "pointer", value: code.scalar };
  return { kind: "instance", instance: link.machine.program.resolve(code.ty.def, code.ty.args) };
}

function callParts(link: LinkContext, terminator: Call, pc: number): CallParts {
  const args = terminator.args.map((operand) => compileOperand(link, operand));
  const starts: number[] = [];
  let size = 0;
  for (const arg of args) {
    starts.push(size);
    size += arg.size;
  }
  const destination = compilePlace(link, terminator.destination);
  return {
    args,
    starts,
    size,
    clear: clearAll(args),
    destination,
    site: siteOf(link, terminator, destination),
    pc,
  };
}

function siteOf(link: LinkContext, terminator: Call, place: PlaceCode): Site {
  return {
    target: terminator.target === undefined ? undefined : target(link, terminator.target),
    unwind: terminator.unwind === undefined ? undefined : target(link, terminator.unwind),
    destination: destinationOf(place),
    size: terminator.target === undefined ? 0 : place.size,
    primitive: undefined,
  };
}

function destinationOf(place: PlaceCode): Destination {
  if (place.size === 0) return { kind: "none" };
  if (place.base === undefined) return { kind: "local", offset: place.offset };
  return { kind: "place", place: writableEval(place) };
}

function directCall(instance: Instance, parts: CallParts): Op {
  const { args, starts, clear, pc } = parts;
  const emits = args.flatMap((arg, index) =>
    arg.size > 0 ? [{ emit: arg.emit, at: starts[index] ?? 0 }] : [],
  );
  const only = emits.length === 1 ? emits[0]?.emit : undefined;
  // Linked at the first call; operations belong to one machine.
  let code: Code | undefined;
  return (x) => {
    x.frame.pc = pc;
    code ??= x.machine.codeOf(instance);
    const frame = pushFrame(x, code, "none");
    const at = code.argsAt;
    if (only !== undefined) only(x, frame.cells, at);
    else for (const each of emits) each.emit(x, frame.cells, at + each.at);
    if (clear !== undefined) clear(x);
    return enterCall(x, frame);
  };
}

/** The callee is known when the call happens; it may be a primitive, whose stub then has a frame of its own. */
function dynamicCall(x: Exec, instance: Instance, parts: CallParts): number {
  const code = x.machine.codeOf(instance);
  const frame = pushFrame(x, code, "none");
  parts.args.forEach((arg, index) =>
    arg.emit(x, frame.cells, code.argsAt + (parts.starts[index] ?? 0)),
  );
  parts.clear?.(x);
  return enterCall(x, frame);
}

function pointerCall(value: Scalar, parts: CallParts): Op {
  const pc = parts.pc;
  return (x) => {
    x.frame.pc = pc;
    const pointer = value(x);
    if (typeof pointer !== "object" || pointer.kind !== "fn")
      return undefinedBehaviour("a call through something that is no function");
    return dynamicCall(x, pointer.instance, parts);
  };
}

/** The receiver's wide pointer says which type; the method gets a thin one. */
function virtualCall(
  link: LinkContext,
  instance: Instance & { kind: "virtual" },
  terminator: Call,
  parts: CallParts,
): Op {
  const receiver = parts.args[0];
  const first = terminator.args[0];
  if (receiver?.ty.kind === "dyn" && first && first.kind !== "constant") {
    return unsizedCall(instance, compilePlace(link, sourceOf(link, first.place)), parts);
  }
  const { pc } = parts;
  const size = receiver?.size ?? 0;
  return (x) => {
    x.frame.pc = pc;
    const self: Cell[] = [];
    receiver?.emit(x, self, 0);
    const found = receiverType(self, 0, size);
    const code = x.machine.codeOf(virtualTarget(x.machine, instance, found.ty));
    const frame = pushFrame(x, code, "none");
    parts.args.forEach((arg, index) =>
      arg.emit(x, frame.cells, code.argsAt + (parts.starts[index] ?? 0)),
    );
    const at = code.argsAt + found.at;
    frame.cells[at] = { ...(frame.cells[at] as Pointer), meta: undefined };
    parts.clear?.(x);
    return enterCall(x, frame);
  };
}

/** A local of unsized type holds nothing: the value stays where it was moved from. */
function sourceOf(link: LinkContext, place: Place): Place {
  if (place.projections.length > 0) return place;
  for (const block of link.body.blocks) {
    for (const statement of block.statements) {
      if (
        statement.kind !== "assign" ||
        statement.place.local !== place.local ||
        statement.value.kind !== "use"
      )
        continue;
      const { operand } = statement.value;
      if (operand.kind !== "constant") return operand.place;
    }
  }
  return place;
}

/** `move *pointer` of a trait object as receiver: its size is known from the metadata alone. */
function unsizedCall(
  instance: Instance & { kind: "virtual" },
  place: PlaceCode,
  parts: CallParts,
): Op {
  const evaluate = placeEval(place);
  const { pc } = parts;
  return (x) => {
    x.frame.pc = pc;
    evaluate(x);
    const { memory, offset, meta } = x;
    if (typeof meta !== "object")
      return undefinedBehaviour("a trait object without its type was called");
    const size = cellsOf(x.machine, meta.ty);
    checkRange(memory, offset, size);
    const code = x.machine.codeOf(virtualTarget(x.machine, instance, meta.ty));
    const frame = pushFrame(x, code, "none");
    for (let i = 0; i < size; i++) frame.cells[code.argsAt + i] = memory.cells[offset + i];
    const rest = code.argsAt + size - (parts.starts[1] ?? 0);
    parts.args.forEach(
      (arg, index) => index > 0 && arg.emit(x, frame.cells, rest + (parts.starts[index] ?? 0)),
    );
    parts.clear?.(x);
    return enterCall(x, frame);
  };
}

function primitiveCall(
  link: LinkContext,
  instance: Instance & { kind: "primitive" },
  parts: CallParts,
): LinkedCall {
  const { machine } = link;
  const primitive = machine.primitives.get(instance.name);
  if (primitive === undefined) {
    return {
      op: () => unsupported(machine.describe(instance), `no primitive ${instance.name}`),
      site: parts.site,
    };
  }
  const returnTy = parts.destination.ty;
  const quick = primitive.visible
    ? undefined
    : primitive.inline?.({ machine, generics: instance.args, returnTy });
  const apply =
    quick && (machine.forgetting === undefined ? quick : askingFirst(quick, primitive.forgotten));
  const op = apply && inlineCall(apply, parts);
  const own: PrimitiveSite = {
    primitive,
    key: instance.name,
    generics: instance.args,
    returnTy,
    args: parts.args.map((arg) => arg.emit),
    argSizes: parts.args.map((arg) => arg.size),
    stable: parts.args.every((arg) => arg.slot !== undefined || arg.constant !== undefined),
    clear: parts.clear,
  };
  const site: Site = { ...parts.site, primitive: own };
  const { pc } = parts;
  return {
    op:
      op ??
      ((x) => {
        x.frame.pc = pc;
        return performPrimitive(x, site, own);
      }),
    site: op ? parts.site : site,
  };
}

/** For machines that forget numbers. */
function askingFirst(apply: InlineFunction, forgotten: Primitive["forgotten"]): InlineFunction {
  if (forgotten === "moves") return apply;
  return (x, a, b, c) => {
    const symbol = [a, b, c].find((cell) => typeof cell === "symbol");
    if (typeof symbol !== "symbol") return apply(x, a, b, c);
    return forgotten === "calculates" ? symbol : observed(symbol);
  };
}

/** Undefined when arguments or result do not fit the quick form. */
function inlineCall(apply: InlineFunction, parts: CallParts): Op | undefined {
  const { args, destination, site, clear, pc } = parts;
  if (args.length > 3 || args.some((arg) => arg.size > 1) || destination.size > 1) return undefined;
  const [a, b, c] = args.map((arg) => (arg.size === 0 ? nothing : arg.scalar));
  const next = site.target;
  if (next === undefined) return undefined;
  const first = a ?? nothing;
  const second = b ?? nothing;
  const third = c ?? nothing;
  const store = storeScalar(destination);
  return (x) => {
    x.frame.pc = pc;
    const value = apply(x, first(x), second(x), third(x));
    if (clear !== undefined) clear(x);
    store(x, value);
    return next;
  };
}

const nothing: Scalar = () => undefined;

export function storeScalar(destination: PlaceCode): (x: Exec, value: Cell) => void {
  if (destination.size === 0) return () => {};
  if (destination.base === undefined) {
    const { offset } = destination;
    return (x, value) => {
      x.cells[offset] = value;
    };
  }
  const evaluate = writableEval(destination);
  return (x, value) => {
    evaluate(x);
    x.memory.cells[x.offset] = value;
  };
}

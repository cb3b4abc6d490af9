// MIR as text, in the style of rustc's `--emit=mir`, for tests and for people who debug Lockstep.

import { showTy } from "../ty/show.ts";
import type { Ty } from "../ty/ty.ts";
import type { MirContext } from "./context.ts";
import type {
  Aggregate,
  AssertMessage,
  Body,
  BlockId,
  Constant,
  Operand,
  Place,
  Projection,
  Rvalue,
  Statement,
  Terminator,
} from "./mir.ts";

export function prettyBody(cx: MirContext, body: Body): string {
  const lines: string[] = [];
  const name = body.owner.closure === undefined ? "" : `::{closure#${body.owner.closure}}`;
  const args = body.locals
    .slice(1, body.argCount + 1)
    .map((decl, i) => `_${i + 1}: ${tyText(cx, decl.ty)}`);
  lines.push(
    `fn ${cx.ty.program.path(body.owner.def)}${name}(${args.join(", ")}) -> ${tyText(cx, body.locals[0]?.ty)} {`,
  );
  body.locals.forEach((decl, local) => {
    if (local !== 0 && local <= body.argCount) return;
    const debug = decl.name === undefined ? "" : `  // ${decl.name}`;
    lines.push(`    let ${decl.mutable ? "mut " : ""}_${local}: ${tyText(cx, decl.ty)};${debug}`);
  });
  body.blocks.forEach((block, index) => {
    lines.push("", `    bb${index}${block.cleanup ? " (cleanup)" : ""}: {`);
    for (const statement of block.statements)
      lines.push(`        ${statementText(cx, statement)};`);
    lines.push(`        ${terminatorText(cx, block.terminator)};`, "    }");
  });
  lines.push("}");
  return lines.join("\n");
}

function tyText(cx: MirContext, ty: Ty | undefined): string {
  return ty ? showTy(cx.ty, ty) : "?";
}

export function placeText(place: Place): string {
  let text = `_${place.local}`;
  for (const projection of place.projections) text = projectionText(text, projection);
  return text;
}

function projectionText(base: string, projection: Projection): string {
  switch (projection.kind) {
    case "deref":
      return `(*${base})`;
    case "field":
      return `${base}.${projection.index}`;
    case "index":
      return `${base}[_${projection.local}]`;
    case "constantIndex":
      return `${base}[${projection.fromEnd ? "-" : ""}${projection.offset} of ${projection.minLength}]`;
    case "subslice":
      return `${base}[${projection.from}:${projection.fromEnd ? "-" : ""}${projection.to}]`;
    case "downcast":
      return `(${base} as variant#${projection.variant})`;
  }
}

function operandText(cx: MirContext, operand: Operand): string {
  if (operand.kind === "constant") return constantText(cx, operand.constant, operand.ty);
  return `${operand.kind} ${placeText(operand.place)}`;
}

function constantText(cx: MirContext, constant: Constant, ty: Ty): string {
  switch (constant.kind) {
    case "int":
      return `const ${constant.value}_${tyText(cx, ty)}`;
    case "bool":
      return `const ${constant.value}`;
    case "char":
      return `const ${JSON.stringify(String.fromCodePoint(constant.value))}`;
    case "float":
      return `const ${constant.value}${tyText(cx, ty)}`;
    case "str":
      return `const ${JSON.stringify(constant.value)}`;
    case "byteStr":
      return `const b[${constant.value.join(", ")}]`;
    case "zst":
      return ty.kind === "fnDef" ? tyText(cx, ty) : `const ${tyText(cx, ty)}`;
    case "static":
      return `const {static ${cx.ty.program.path(constant.def)}}`;
    case "const":
      return `const ${cx.ty.program.path(constant.def)}`;
    case "constParam":
      return `const #${constant.index}`;
    case "nested":
      return "const {nested}";
    case "promoted":
      return "const {promoted}";
  }
}

function rvalueText(cx: MirContext, rvalue: Rvalue): string {
  const operand = (value: Operand) => operandText(cx, value);
  switch (rvalue.kind) {
    case "use":
      return operand(rvalue.operand);
    case "repeat":
      return `[${operand(rvalue.operand)}; ${rvalue.count.const === "value" ? String(rvalue.count.value) : "_"}]`;
    case "ref": {
      const text = {
        shared: "&",
        mut: "&mut ",
        twoPhaseMut: "&two-phase mut ",
        uniqueImm: "&uniq ",
        fake: "&fake ",
      }[rvalue.borrow];
      return `${text}${placeText(rvalue.place)}`;
    }
    case "rawPtr":
      return `&raw ${rvalue.mutable ? "mut" : "const"} ${placeText(rvalue.place)}`;
    case "len":
      return `Len(${placeText(rvalue.place)})`;
    case "cast":
      return `${operand(rvalue.operand)} as ${tyText(cx, rvalue.ty)} (${rvalue.cast})`;
    case "binary":
      return `${operand(rvalue.left)} ${rvalue.op} ${operand(rvalue.right)}`;
    case "checkedBinary":
      return `checked(${operand(rvalue.left)} ${rvalue.op} ${operand(rvalue.right)})`;
    case "unary":
      return `${rvalue.op}(${operand(rvalue.operand)})`;
    case "discriminant":
      return `discriminant(${placeText(rvalue.place)})`;
    case "aggregate":
      return aggregateText(cx, rvalue.aggregate, rvalue.operands.map(operand).join(", "));
  }
}

function aggregateText(cx: MirContext, aggregate: Aggregate, operands: string): string {
  switch (aggregate.kind) {
    case "tuple":
      return `(${operands})`;
    case "array":
      return `[${operands}]`;
    case "adt": {
      const variant = cx.ty.adt(aggregate.def).variants[aggregate.variant];
      return `${cx.ty.program.path(variant?.def ?? aggregate.def)}(${operands})`;
    }
    case "closure":
      return `{closure#${aggregate.index}}(${operands})`;
  }
}

function statementText(cx: MirContext, statement: Statement): string {
  switch (statement.kind) {
    case "assign":
      return `${placeText(statement.place)} = ${rvalueText(cx, statement.value)}`;
    case "setDiscriminant":
      return `discriminant(${placeText(statement.place)}) = ${statement.variant}`;
    case "storageLive":
      return `StorageLive(_${statement.local})`;
    case "storageDead":
      return `StorageDead(_${statement.local})`;
    case "fakeRead":
      return `FakeRead(${statement.cause}, ${placeText(statement.place)})`;
    case "nop":
      return "nop";
  }
}

function edges(target: BlockId | undefined, unwind: BlockId | undefined): string {
  const to = target === undefined ? "never" : `bb${target}`;
  return unwind === undefined ? to : `[return: ${to}, unwind: bb${unwind}]`;
}

function terminatorText(cx: MirContext, terminator: Terminator): string {
  switch (terminator.kind) {
    case "goto":
      return `goto -> bb${terminator.target}`;
    case "switch": {
      const cases = terminator.values.map((value, i) => `${value}: bb${terminator.targets[i]}`);
      return `switchInt(${operandText(cx, terminator.operand)}) -> [${[...cases, `otherwise: bb${terminator.otherwise}`].join(", ")}]`;
    }
    case "drop":
      return `drop(${placeText(terminator.place)}) -> ${edges(terminator.target, terminator.unwind)} // ${terminator.reason}`;
    case "call": {
      const args = terminator.args.map((arg) => operandText(cx, arg)).join(", ");
      const call = `${placeText(terminator.destination)} = ${operandText(cx, terminator.func)}(${args})`;
      return `${call} -> ${edges(terminator.target, terminator.unwind)}`;
    }
    case "assert": {
      const not = terminator.expected ? "" : "!";
      const what = messageText(cx, terminator.message);
      return `assert(${not}${operandText(cx, terminator.condition)}, ${what}) -> ${edges(terminator.target, terminator.unwind)}`;
    }
    case "falseEdge":
      return `falseEdge -> [real: bb${terminator.target}, imaginary: bb${terminator.imaginary}]`;
    case "unsupported":
      return `unsupported(${terminator.what})`;
    case "return":
    case "unreachable":
    case "resume":
    case "abort":
      return terminator.kind;
  }
}

function messageText(cx: MirContext, message: AssertMessage): string {
  switch (message.kind) {
    case "overflow":
      return `overflow(${operandText(cx, message.left)} ${message.op} ${operandText(cx, message.right)})`;
    case "boundsCheck":
      return `bounds(${operandText(cx, message.index)} < ${operandText(cx, message.length)})`;
    default:
      return `${message.kind}(${operandText(cx, message.operand)})`;
  }
}

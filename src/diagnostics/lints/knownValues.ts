// The values that places are known to have, while a body is read from its start (`KnownPanicsLint::locals`,
// `CanConstProp`). A value is kept for scalars, by the fields on the way to them.

import type { MirContext } from "../../mir/context.ts";
import type { Body, Local, Operand, Place } from "../../mir/mir.ts";
import { operandTy } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";

export type Known = bigint | boolean;

export interface KnownValues {
  readonly body: Body;
  readonly cx: MirContext;
  operand(operand: Operand): Known | undefined;
  operandTy(operand: Operand): Ty;
  /** A field of the place; `[]` is the place itself. */
  set(place: Place, fields: readonly number[], value: Known | undefined): void;
  copy(place: Place, from: Operand): void;
  forget(local: Local): void;
  forgetPlace(place: Place): void;
  endBlock(): void;
}

type Mode = "always" | "inBlock" | "never";

export function createValues(cx: MirContext, body: Body): KnownValues {
  const known = new Map<string, Known>();
  const modes = modesOf(body);
  const written = new Set<Local>();
  const drop = (prefix: string) => {
    for (const key of known.keys())
      if (key === prefix || key.startsWith(`${prefix}.`)) known.delete(key);
  };
  const set = (place: Place, fields: readonly number[], value: Known | undefined) => {
    const key = keyOf(place);
    if (key === undefined || value === undefined || modes[place.local] === "never") return;
    known.set([key, ...fields].join("."), value);
    if (modes[place.local] === "inBlock") written.add(place.local);
  };
  return {
    cx,
    body,
    operand(operand) {
      if (operand.kind === "constant") return constantValue(cx, operand);
      const key = keyOf(operand.place);
      return key === undefined ? undefined : known.get(key);
    },
    operandTy: (operand) => operandTy(cx, body.locals, operand),
    set,
    copy(place, from) {
      if (from.kind === "constant") return set(place, [], constantValue(cx, from));
      const source = keyOf(from.place);
      const target = keyOf(place);
      if (source === undefined || target === undefined) return;
      for (const [key, value] of known) {
        if (key === source) set(place, [], value);
        else if (key.startsWith(`${source}.`))
          set(
            place,
            key
              .slice(source.length + 1)
              .split(".")
              .map(Number),
            value,
          );
      }
    },
    forget: (local) => drop(`${local}`),
    forgetPlace: (place) => drop(keyOf(place) ?? `${place.local}`),
    endBlock() {
      for (const local of written) drop(`${local}`);
      written.clear();
    },
  };
}

/** Undefined for what lies behind a reference, an index or a variant. */
function keyOf(place: Place): string | undefined {
  const parts: number[] = [place.local];
  for (const projection of place.projections) {
    if (projection.kind !== "field") return undefined;
    parts.push(projection.index);
  }
  return parts.join(".");
}

function constantValue(
  cx: MirContext,
  { constant, ty }: Operand & { kind: "constant" },
): Known | undefined {
  switch (constant.kind) {
    case "int":
      return constant.value;
    case "bool":
      return constant.value;
    case "const": {
      if (ty.kind !== "int" || constant.args.length > 0) return undefined;
      const value = cx.ty.constValue(constant.def, constant.args);
      return value.const === "value" && typeof value.value === "bigint" ? value.value : undefined;
    }
    default:
      return undefined;
  }
}

function modesOf(body: Body): readonly Mode[] {
  const modes: Mode[] = body.locals.map(() => "always");
  const assigned = new Set<Local>(
    Array.from({ length: body.argCount }, (_, index) => (index + 1) as Local),
  );
  const store = ({ local, projections }: Place) => {
    if (projections.some(({ kind }) => kind === "deref")) return;
    if (assigned.has(local) && modes[local] === "always") modes[local] = "inBlock";
    assigned.add(local);
  };
  const never = ({ local, projections }: Place) => {
    if (projections.every(({ kind }) => kind !== "deref")) modes[local] = "never";
  };
  for (const { statements, terminator } of body.blocks) {
    for (const statement of statements) {
      if (statement.kind === "setDiscriminant") store(statement.place);
      if (statement.kind !== "assign") continue;
      store(statement.place);
      const { value } = statement;
      if (value.kind === "ref" || value.kind === "rawPtr") never(value.place);
    }
    if (terminator.kind === "call") store(terminator.destination);
    if (terminator.kind === "drop") never(terminator.place);
  }
  return modes;
}

// Values as `{:?}` would show them, shortened. Types of std say by `#[lockstep::render = "…"]` how they are read; everything
// else is shown by its structure, also where the program implements no `Debug`.

import { layoutOf } from "../../machine/layout/layout.ts";
import { readText } from "../../machine/run/text.ts";
import type { Pointer } from "../../machine/state/value.ts";
import { linkedItems } from "./sequences.ts";
import {
  behind,
  elements,
  elementTy,
  fieldsOf,
  firstCell,
  handleIn,
  innerPointer,
  isInitialized,
  markerOf,
  payload,
  pointee,
  variantOf,
  type View,
  type Viewer,
} from "./view.ts";

const MAX_LENGTH = 80;
const MAX_ITEMS = 12;
const MAX_DEPTH = 5;

/** One line of at most 80 characters. */
export function valueText(viewer: Viewer, view: View): string {
  const text = show(viewer, view, 0);
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`;
}

function show(viewer: Viewer, view: View, depth: number): string {
  if (depth > MAX_DEPTH) return "…";
  const { ty } = view;
  switch (ty.kind) {
    case "int":
      return cellText(view);
    case "bool":
      return firstCell(view) === 1 ? "true" : firstCell(view) === 0 ? "false" : "?";
    case "char":
      return charText(firstCell(view));
    case "float":
      return floatText(firstCell(view));
    case "str":
      return textAt(viewer, view);
    case "never":
      return "!";
    case "tuple":
      return tuple(viewer, fieldsOf(viewer, view, 0), depth);
    case "array":
      return list(viewer, elements(viewer, view, ty.ty, arrayCount(view)), depth);
    case "slice":
      return list(viewer, elements(viewer, view, ty.ty, Number(view.meta ?? 0)), depth);
    case "ref":
    case "ptr":
      return reference(viewer, view, depth);
    case "fnDef":
    case "fnPtr":
      return "fn";
    case "closure":
      return "closure";
    case "adt":
      return adt(viewer, view, depth);
    default:
      return "?";
  }
}

function arrayCount(view: View): number {
  return view.ty.kind === "array" && view.ty.length.const === "value"
    ? Number(view.ty.length.value)
    : 0;
}

function cellText(view: View): string {
  const cell = firstCell(view);
  return typeof cell === "number" || typeof cell === "bigint" ? cell.toString() : "?";
}

function charText(cell: unknown): string {
  return typeof cell === "number" ? `'${String.fromCodePoint(cell).replace("'", "\\'")}'` : "?";
}

function floatText(cell: unknown): string {
  if (typeof cell !== "number") return "?";
  if (Number.isNaN(cell)) return "NaN";
  if (!Number.isFinite(cell)) return cell > 0 ? "inf" : "-inf";
  return Number.isInteger(cell) ? `${Object.is(cell, -0) ? "-0" : cell}.0` : String(cell);
}

function textAt(viewer: Viewer, view: View): string {
  const cell: Pointer = {
    kind: "pointer",
    alloc: view.memory.id,
    generation: view.memory.generation,
    offset: view.offset,
    meta: Math.min(Number(view.meta ?? 0), MAX_LENGTH),
  };
  return JSON.stringify(readText(viewer.machine, viewer.state, cell));
}

function reference(viewer: Viewer, view: View, depth: number): string {
  const target = behind(viewer, view);
  if (target === undefined || !isInitialized(viewer, target))
    return view.ty.kind === "ptr" ? "pointer" : "?";
  return view.ty.kind === "ptr" ? "pointer" : show(viewer, target, depth + 1);
}

function adt(viewer: Viewer, view: View, depth: number): string {
  if (!isInitialized(viewer, view)) return "moved";
  const render = markerOf(viewer, view.ty, "render");
  const isGuard = markerOf(viewer, view.ty, "guard") !== undefined;
  const shown = isGuard
    ? guarded(viewer, view, depth)
    : render && rendered(viewer, view, render, depth);
  return shown ?? structure(viewer, view, depth);
}

function rendered(viewer: Viewer, view: View, render: string, depth: number): string | undefined {
  switch (render) {
    case "str": {
      const bytes = sequence(viewer, view);
      return bytes?.first === undefined
        ? '""'
        : textAt(viewer, { ...bytes.first, meta: bytes.count });
    }
    case "seq": {
      const items = sequence(viewer, view);
      const element = elementTy(view.ty);
      if (items === undefined || element === undefined) return undefined;
      return items.first === undefined
        ? "[]"
        : list(viewer, elements(viewer, items.first, element, items.count), depth);
    }
    case "map":
    case "set":
      return mapText(viewer, view, render === "set", depth);
    case "deque":
    case "list":
      return list(viewer, linkedItems(viewer, view) ?? [], depth);
    case "box": {
      const target = behind(viewer, view);
      return target === undefined ? undefined : show(viewer, target, depth + 1);
    }
    case "arc":
    case "rc": {
      const inner = counted(viewer, view);
      return inner === undefined ? undefined : show(viewer, inner, depth + 1);
    }
    case "weak":
      return "(Weak)";
    case "cell":
    case "refcell":
    case "mutex":
    case "rwlock": {
      const inner = payload(viewer, view);
      const name = view.ty.kind === "adt" ? viewer.machine.cx.ty.def(view.ty.def).name : "";
      return inner === undefined ? undefined : `${name}(${show(viewer, inner, depth + 1)})`;
    }
    default:
      return undefined;
  }
}

/** std keeps the entries of maps and sets in a list of keys with values, as a pair or as a struct of its own. */
function mapText(viewer: Viewer, view: View, isSet: boolean, depth: number): string | undefined {
  const [key, value] = view.ty.kind === "adt" ? view.ty.args : [];
  const inner = isSet ? fieldsOf(viewer, view, 0)[0] : undefined;
  if (inner !== undefined && markerOf(viewer, inner.ty, "render") === "map")
    return mapText(viewer, inner, true, depth);
  const entries = fieldsOf(viewer, view, 0)[0];
  const items = entries && sequence(viewer, entries);
  const element = entries && elementTy(entries.ty);
  if (items === undefined || element === undefined) return undefined;
  if (items.first === undefined || items.count === 0) return "{}";
  const shown = elements(viewer, items.first, element, Math.min(items.count, MAX_ITEMS)).map(
    (entry) => {
      const fields = fieldsOf(viewer, entry, 0);
      const own = fields.find((field) => field.ty === key) ?? entry;
      const mapped = fields.findLast((field) => field.ty === value);
      const name = show(viewer, own, depth + 1);
      return isSet || mapped === undefined ? name : `${name}: ${show(viewer, mapped, depth + 1)}`;
    },
  );
  if (items.count > MAX_ITEMS) shown.push("…");
  return `{${shown.join(", ")}}`;
}

/** Vec and String: a pointer, then the length as the last cell. */
function sequence(
  viewer: Viewer,
  view: View,
): { first: View | undefined; count: number } | undefined {
  const pointer = innerPointer(viewer, view);
  const size = layoutOf(viewer.machine, view.ty).cells;
  const length = view.memory.cells[view.offset + size - 1];
  if (pointer === undefined || typeof length !== "number") return undefined;
  return { first: pointee(viewer, pointer.cell, pointer.ty), count: length };
}

/** The value that the owners of a counted box share. */
export function counted(viewer: Viewer, view: View): View | undefined {
  const pointer = innerPointer(viewer, view);
  const inner = pointer === undefined ? undefined : pointee(viewer, pointer.cell, pointer.ty);
  return inner === undefined ? undefined : payload(viewer, inner);
}

function guarded(viewer: Viewer, view: View, depth: number): string | undefined {
  const pointer = innerPointer(viewer, view);
  const lock = pointer === undefined ? undefined : pointee(viewer, pointer.cell, pointer.ty);
  if (lock === undefined) return undefined;
  const inner = markerOf(viewer, lock.ty, "object") === undefined ? lock : payload(viewer, lock);
  return inner === undefined ? undefined : show(viewer, inner, depth + 1);
}

function structure(viewer: Viewer, view: View, depth: number): string {
  if (view.ty.kind !== "adt") return "?";
  if (handleIn(viewer, view) !== undefined && markerOf(viewer, view.ty, "object") !== undefined) {
    return viewer.machine.cx.ty.def(view.ty.def).name;
  }
  const info = viewer.machine.cx.ty.adt(view.ty.def);
  const variant = variantOf(viewer, view);
  const chosen = variant === undefined ? undefined : info.variants[variant];
  if (chosen === undefined || variant === undefined) return "?";
  const name = viewer.machine.cx.ty.def(chosen.def).name;
  if (isOpaque(viewer, view.ty.def)) return name;
  const fields = fieldsOf(viewer, view, variant);
  if (fields.length === 0) return name;
  const values = fields.slice(0, MAX_ITEMS).map((field) => show(viewer, field, depth + 1));
  if (/^\d/.test(chosen.fields[0]?.name ?? "0")) return `${name}(${values.join(", ")})`;
  return `${name} { ${values.map((value, index) => `${chosen.fields[index]?.name ?? ""}: ${value}`).join(", ")} }`;
}

function tuple(viewer: Viewer, fields: readonly View[], depth: number): string {
  const items = fields.map((field) => show(viewer, field, depth + 1));
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
}

function list(viewer: Viewer, items: readonly View[], depth: number): string {
  const shown = items.slice(0, MAX_ITEMS).map((item) => show(viewer, item, depth + 1));
  if (items.length > MAX_ITEMS) shown.push("…");
  return `[${shown.join(", ")}]`;
}

/** std's own structs keep their fields to themselves: people see the type. */
function isOpaque(
  viewer: Viewer,
  def: Parameters<Viewer["machine"]["cx"]["ty"]["def"]>[0],
): boolean {
  const { program } = viewer.machine.cx.ty;
  if (program.std === undefined || def >= program.std.defCount) return false;
  const data = program.def(def);
  return (
    data.kind === "struct" &&
    data.variants.some((one) => one.fields.some((field) => field.visibility.kind !== "public"))
  );
}

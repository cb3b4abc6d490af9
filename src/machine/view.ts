// Values for people: as `{:?}` would print them, and as trees.
//
// The shape comes from the type. Types of std say by `#[lockstep::render = "seq"]` how their private fields are to be read;
// no name of a type matters. Everything is cut off at a depth and a length, and what is moved out or not yet there says so.

import type { Ty } from "../ty/ty.ts";
import { cellsOfValue, layoutOf } from "./layout.ts";
import type { Machine } from "./machine.ts";
import { findMemory } from "./memory.ts";
import { renderAdt } from "./render.ts";
import type { Memory, State } from "./state.ts";
import type { AllocId, Cell, ObjectId, Pointer } from "./value.ts";
import { decodeUtf8 } from "./utf8.ts";

export interface ValueView {
  readonly text: string;
  /** The `render` of its type in std. */
  readonly render: string | undefined;
  /** `moved`: moved out or not initialised. `gone`: what it refers to is gone. */
  readonly state: "value" | "moved" | "gone";
  readonly children: readonly NamedView[];
  /** The sync object whose handle the value holds itself. */
  readonly object?: ObjectId;
  /** Where a reference, box or counted pointer leads. */
  readonly pointsTo?: { readonly alloc: AllocId; readonly offset: number };
}

export interface NamedView {
  readonly name: string;
  readonly view: ValueView;
}

export interface Viewing {
  readonly machine: Machine;
  readonly state: State;
  readonly depth: number;
}

/** A stretch of memory that holds a value of a type. */
export interface Place {
  readonly memory: Memory;
  readonly offset: number;
  readonly meta: Pointer["meta"];
}

export const MAX_DEPTH = 6;
export const MAX_ELEMENTS = 20;
const MAX_TEXT = 120;

export function viewPlace(machine: Machine, state: State, ty: Ty, memory: Memory, offset: number, meta: Pointer["meta"]): ValueView {
  return view({ machine, state, depth: 0 }, ty, { memory, offset, meta });
}

export function view(viewing: Viewing, ty: Ty, place: Place): ValueView {
  const size = cellsOfValue(viewing.machine, ty, place.meta);
  if (size > 0 && isMoved(place, size)) return plain("moved", "moved");
  if (viewing.depth > MAX_DEPTH) return plain("…");
  const cell = place.memory.cells[place.offset];
  switch (ty.kind) {
    case "bool": return plain(cell === 1 ? "true" : "false");
    case "char": return plain(quote(String.fromCodePoint(Number(cell)), "'"));
    case "int": return plain(showNumber(cell));
    case "float": return plain(showFloat(Number(cell)));
    case "str": return plain(quote(readBytes(place, size), '"'));
    case "ref": case "ptr": return viewPointer(viewing, ty.ty, cell, ty.kind === "ptr");
    case "fnPtr": case "fnDef": return plain(ty.kind === "fnPtr" ? "fn" : "fn item");
    case "never": return plain("!");
    case "tuple": return viewTuple(viewing, ty.tys, fieldPlaces(viewing, ty, place, 0));
    case "array": return viewElements(viewing, ty.ty, place, elementCount(viewing, ty, size));
    case "slice": return viewElements(viewing, ty.ty, place, Number(place.meta ?? 0));
    case "closure": return viewClosure(viewing, ty, place);
    case "dyn": return viewDyn(viewing, place);
    case "adt": return renderAdt(viewing, ty, place);
    default: return plain("?");
  }
}

export function plain(text: string, state: ValueView["state"] = "value"): ValueView {
  return { text, render: undefined, state, children: [] };
}

export function deeper(viewing: Viewing): Viewing {
  return { ...viewing, depth: viewing.depth + 1 };
}

export function fieldPlaces(viewing: Viewing, ty: Ty, place: Place, variant: number): Place[] {
  const layout = layoutOf(viewing.machine, ty).variants[variant];
  return (layout?.offsets ?? []).map((offset) => ({ ...place, offset: place.offset + offset }));
}

/** Behind a pointer; undefined when it leads nowhere. */
export function followPlace(viewing: Viewing, cell: Cell): Place | undefined {
  if (typeof cell !== "object" || cell.kind !== "pointer") return undefined;
  const memory = findMemory(viewing.machine, viewing.state, cell);
  return memory && { memory, offset: cell.offset, meta: cell.meta };
}

export function viewElements(viewing: Viewing, element: Ty, place: Place, count: number): ValueView {
  const stride = layoutOf(viewing.machine, element).cells;
  const shown = Math.min(count, MAX_ELEMENTS);
  const children: NamedView[] = [];
  for (let i = 0; i < shown; i++) {
    const at = { memory: place.memory, offset: place.offset + i * stride, meta: undefined };
    children.push({ name: String(i), view: view(deeper(viewing), element, at) });
  }
  return { ...plain(listText("[", children.map((child) => child.view.text), "]", count > shown)), children };
}

/** Joined, with an ellipsis where it becomes too long or elements are left out. */
export function listText(open: string, parts: readonly string[], close: string, more: boolean): string {
  const kept: string[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.length + 2;
    if (length > MAX_TEXT && kept.length > 0) return `${open}${[...kept, "…"].join(", ")}${close}`;
    kept.push(part);
  }
  return `${open}${[...kept, ...(more ? ["…"] : [])].join(", ")}${close}`;
}

export function readBytes(place: Place, length: number): string {
  const shown = Math.min(length, MAX_TEXT * 2);
  const bytes = place.memory.cells.slice(place.offset, place.offset + shown).map(Number);
  return decodeUtf8(bytes) + (shown < length ? "…" : "");
}

export function quote(text: string, mark: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t").replaceAll("\r", "\\r").replaceAll("\0", "\\0");
  return mark + escaped.replaceAll(mark, `\\${mark}`) + mark;
}

export function showNumber(cell: Cell): string {
  return typeof cell === "object" ? "…" : String(cell);
}

function viewPointer(viewing: Viewing, target: Ty, cell: Cell, raw: boolean): ValueView {
  if (typeof cell !== "object" || cell.kind !== "pointer") return plain("?");
  const pointsTo = { alloc: cell.alloc, offset: cell.offset };
  if (raw) return { ...plain("pointer"), pointsTo };
  const place = followPlace(viewing, cell) ?? nowhere(viewing, target, cell);
  if (place === undefined) return { ...plain("gone", "gone"), pointsTo };
  const inner = view(deeper(viewing), target, place);
  return { ...inner, render: inner.render ?? "ref", pointsTo };
}

/** Empty values may lie at dangling addresses. */
function nowhere(viewing: Viewing, target: Ty, cell: Pointer): Place | undefined {
  if (cell.alloc !== 0 || cellsOfValue(viewing.machine, target, cell.meta) > 0) return undefined;
  const memory = { owner: -1, hash: undefined, id: 0 as AllocId, generation: 0, cells: [] };
  return { memory, offset: 0, meta: cell.meta };
}

function viewTuple(viewing: Viewing, tys: readonly Ty[], places: readonly Place[]): ValueView {
  const children = tys.map((ty, index) => ({ name: String(index), view: view(deeper(viewing), ty, places[index] as Place) }));
  const texts = children.map((child) => child.view.text);
  return { ...plain(texts.length === 1 ? `(${texts[0]},)` : listText("(", texts, ")", false)), children };
}

function viewClosure(viewing: Viewing, ty: Ty & { kind: "closure" }, place: Place): ValueView {
  const layout = layoutOf(viewing.machine, ty).variants[0];
  const captures = viewing.machine.cx.ty.closureInfo(ty.owner, ty.index)?.captures ?? [];
  const places = fieldPlaces(viewing, ty, place, 0);
  const children = (layout?.fields ?? []).map((field, index) => ({
    name: captures[index]?.name ?? String(index), view: view(deeper(viewing), field, places[index] as Place),
  }));
  return { ...plain("closure"), children };
}

function viewDyn(viewing: Viewing, place: Place): ValueView {
  const { meta } = place;
  return typeof meta === "object" ? view(viewing, meta.ty, { ...place, meta: undefined }) : plain("?");
}

function elementCount(viewing: Viewing, ty: Ty & { kind: "array" }, size: number): number {
  const stride = layoutOf(viewing.machine, ty.ty).cells;
  if (stride > 0) return size / stride;
  return ty.length.const === "value" ? Number(ty.length.value) : 0;
}

/** All cells uninitialised. */
function isMoved(place: Place, size: number): boolean {
  for (let i = 0; i < size; i++) if (place.memory.cells[place.offset + i] !== undefined) return false;
  return true;
}

/** As `{:?}`: always with a point or an exponent. */
function showFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

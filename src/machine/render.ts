// Structs and enums for people: derived `Debug` for the program's own, and the conventions of `#[lockstep::render = "…"]`
// for those of std, which find their parts by structure: the first raw pointer, the last field, the handle.

import type { Ty } from "../ty/ty.ts";
import { isTy } from "../ty/fold.ts";
import { layoutOf } from "./layout.ts";
import type { Cell, ObjectId } from "./value.ts";
import {
  deeper, fieldPlaces, followPlace, listText, plain, quote, readBytes, view, viewElements,
} from "./view.ts";
import type { NamedView, Place, ValueView, Viewing } from "./view.ts";

type Adt = Ty & { kind: "adt" };

export function renderAdt(viewing: Viewing, ty: Adt, place: Place): ValueView {
  const render = viewing.machine.cx.ty.program.marker(ty.def, "render");
  const own = render === undefined ? undefined : RENDERERS[render]?.(viewing, ty, place);
  const shown = own ?? (render === undefined ? structural(viewing, ty, place) : opaque(viewing, ty));
  const object = render === undefined ? undefined : handleOf(viewing, ty, place);
  return { ...shown, render, ...(object === undefined ? {} : { object }) };
}

type Renderer = (viewing: Viewing, ty: Adt, place: Place) => ValueView | undefined;

const RENDERERS: Readonly<Record<string, Renderer>> = {
  box: behind,
  rc: counted,
  arc: counted,
  weak: () => plain("(Weak)"),
  arcWeak: () => plain("(Weak)"),
  seq: sequence,
  str: text,
  cell: wrapped("value"),
  refcell: wrapped("value"),
  mutex: wrapped("data"),
  rwlock: wrapped("data"),
  atomic: (viewing, ty, place) => lastLeaf(viewing, ty, place),
  deque,
  map: (viewing, ty, place) => entries(viewing, ty, place, true),
  set: (viewing, ty, place) => entries(viewing, ty, place, false),
};

/** As `#[derive(Debug)]` would write it. */
function structural(viewing: Viewing, ty: Adt, place: Place): ValueView {
  const { machine } = viewing;
  const adt = machine.cx.ty.adt(ty.def);
  if (adt.kind === "union") return plain(`${machine.cx.ty.def(ty.def).name} { .. }`);
  const layout = layoutOf(machine, ty);
  const tag = layout.tagged ? place.memory.cells[place.offset] : 0;
  const index = typeof tag === "number" ? tag : 0;
  const variant = adt.variants[index];
  if (variant === undefined) return plain("?");
  const places = fieldPlaces(viewing, ty, place, index);
  const tys = layout.variants[index]?.fields ?? [];
  const children = tys.map((field, each) => ({
    name: variant.fields[each]?.name ?? String(each), view: view(deeper(viewing), field, places[each] as Place),
  }));
  return { ...plain(variantText(variant.name, variant.shape, children)), children };
}

function variantText(name: string, shape: "unit" | "tuple" | "named", children: readonly NamedView[]): string {
  if (shape === "unit") return name;
  if (shape === "tuple") return listText(`${name}(`, children.map((child) => child.view.text), ")", false);
  if (children.length === 0) return name;
  return listText(`${name} { `, children.map((child) => `${child.name}: ${child.view.text}`), " }", false);
}

function opaque(viewing: Viewing, ty: Adt): ValueView {
  return plain(`${viewing.machine.cx.ty.def(ty.def).name} { .. }`);
}

function behind(viewing: Viewing, ty: Adt, place: Place): ValueView | undefined {
  const found = firstPointer(viewing, ty, place);
  const target = found && followPlace(viewing, found.cell);
  if (found === undefined || target === undefined) return undefined;
  const inner = view(deeper(viewing), found.pointee, target);
  return { ...inner, children: [{ name: "*", view: inner }], pointsTo: { alloc: target.memory.id, offset: target.offset } };
}

/** The value is the last field of what the pointer leads to. */
function counted(viewing: Viewing, ty: Adt, place: Place): ValueView | undefined {
  const found = firstPointer(viewing, ty, place);
  const target = found && followPlace(viewing, found.cell);
  if (found === undefined || target === undefined) return undefined;
  const last = lastField(viewing, found.pointee, target);
  const inner = last ? view(deeper(viewing), last.ty, last.place) : plain("?");
  return { ...inner, children: [{ name: "*", view: inner }], pointsTo: { alloc: target.memory.id, offset: target.offset } };
}

function sequence(viewing: Viewing, ty: Adt, place: Place): ValueView | undefined {
  const element = typeArguments(ty)[0];
  const found = firstPointer(viewing, ty, place);
  const length = lastField(viewing, ty, place);
  if (element === undefined || found === undefined || length === undefined) return undefined;
  const count = Number(length.place.memory.cells[length.place.offset]);
  const target = followPlace(viewing, found.cell) ?? place;
  return viewElements(viewing, element, target, count);
}

function text(viewing: Viewing, ty: Adt, place: Place): ValueView | undefined {
  const bytes = lastField(viewing, ty, place);
  const found = firstPointer(viewing, ty, place);
  const length = bytes && lastField(viewing, bytes.ty, bytes.place);
  if (found === undefined || length === undefined) return undefined;
  const count = Number(length.place.memory.cells[length.place.offset]);
  const target = followPlace(viewing, found.cell);
  return plain(quote(target ? readBytes(target, count) : "", '"'));
}

/** `Mutex { data: … }`: the value lies in the last field, inside an UnsafeCell. */
function wrapped(name: string): Renderer {
  return (viewing, ty, place) => {
    const last = lastField(viewing, ty, place);
    const inner = last && unwrap(viewing, last.ty, last.place);
    if (inner === undefined) return undefined;
    const value = view(deeper(viewing), inner.ty, inner.place);
    const title = viewing.machine.cx.ty.def(ty.def).name;
    return { ...plain(`${title} { ${name}: ${value.text} }`), children: [{ name, view: value }] };
  };
}

/** ptr, cap, head, len: the elements from head on, around the end. */
function deque(viewing: Viewing, ty: Adt, place: Place): ValueView | undefined {
  const element = typeArguments(ty)[0];
  const found = firstPointer(viewing, ty, place);
  if (element === undefined || found === undefined) return undefined;
  const numbers = fieldPlaces(viewing, ty, place, 0).map((field) => field.memory.cells[field.offset]).filter((cell) => typeof cell === "number");
  const [capacity = 0, head = 0, length = 0] = numbers.slice(-3);
  const stride = layoutOf(viewing.machine, element).cells;
  const target = followPlace(viewing, found.cell) ?? place;
  const children: NamedView[] = [];
  for (let i = 0; i < Math.min(length, 20); i++) {
    const at = { ...target, offset: target.offset + ((head + i) % Math.max(capacity, 1)) * stride, meta: undefined };
    children.push({ name: String(i), view: view(deeper(viewing), element, at) });
  }
  return { ...plain(listText("[", children.map((child) => child.view.text), "]", length > 20)), children };
}

/** A map keeps a Vec of entries whose last two parts are key and value; a set keeps a map. */
function entries(viewing: Viewing, ty: Adt, place: Place, withValues: boolean): ValueView | undefined {
  const inner = withValues ? findRendered(viewing, ty, place, "seq") : findRendered(viewing, ty, place, "map");
  if (inner === undefined) return undefined;
  const list = withValues ? sequence(viewing, inner.ty, inner.place) : entries(viewing, inner.ty, inner.place, true);
  const children = (list?.children ?? []).map((child) => (withValues ? keyAndValue(child.view) : { name: child.name, view: child.view }));
  const texts = children.map((child) => (withValues ? `${child.name}: ${child.view.text}` : child.name));
  return { ...plain(listText("{", texts, "}", false)), children };
}

function keyAndValue(entry: ValueView): NamedView {
  const [key, value] = entry.children.slice(-2);
  return { name: key?.view.text ?? "?", view: value?.view ?? plain("?") };
}

/** The first field, at any depth, whose type is rendered so. */
function findRendered(viewing: Viewing, ty: Ty, place: Place, render: string): { readonly ty: Adt; readonly place: Place } | undefined {
  const layout = layoutOf(viewing.machine, ty);
  if (layout.tagged) return undefined;
  const places = fieldPlaces(viewing, ty, place, 0);
  for (const [index, field] of (layout.variants[0]?.fields ?? []).entries()) {
    const at = places[index] as Place;
    if (field.kind !== "adt") continue;
    if (viewing.machine.cx.ty.program.marker(field.def, "render") === render) return { ty: field, place: at };
    const deeperFound = findRendered(viewing, field, at, render);
    if (deeperFound) return deeperFound;
  }
  return undefined;
}

interface FoundPointer {
  readonly cell: Cell;
  readonly pointee: Ty;
}

function firstPointer(viewing: Viewing, ty: Ty, place: Place): FoundPointer | undefined {
  if (ty.kind === "ptr" || ty.kind === "ref") return { cell: place.memory.cells[place.offset], pointee: ty.ty };
  if (ty.kind !== "adt" && ty.kind !== "tuple") return undefined;
  const layout = layoutOf(viewing.machine, ty);
  const variant = layout.tagged ? Number(place.memory.cells[place.offset]) : 0;
  const places = fieldPlaces(viewing, ty, place, variant);
  for (const [index, field] of (layout.variants[variant]?.fields ?? []).entries()) {
    const found = firstPointer(viewing, field, places[index] as Place);
    if (found) return found;
  }
  return undefined;
}

/** The last field that has cells. */
function lastField(viewing: Viewing, ty: Ty, place: Place): { readonly ty: Ty; readonly place: Place } | undefined {
  const variant = layoutOf(viewing.machine, ty).variants[0];
  const places = fieldPlaces(viewing, ty, place, 0);
  for (let index = (variant?.fields.length ?? 0) - 1; index >= 0; index--) {
    const field = variant?.fields[index] as Ty;
    const layout = layoutOf(viewing.machine, field);
    if (layout.cells > 0 || !layout.sized) return { ty: field, place: places[index] as Place };
  }
  return undefined;
}

/** Through structs of one field. */
function unwrap(viewing: Viewing, ty: Ty, place: Place): { readonly ty: Ty; readonly place: Place } {
  const layout = layoutOf(viewing.machine, ty);
  const only = layout.variants[0]?.fields[0];
  const single = ty.kind === "adt" && layout.variants.length === 1 && layout.variants[0]?.fields.length === 1;
  const marked = ty.kind === "adt" && viewing.machine.cx.ty.lang("unsafe_cell") === ty.def;
  return single && marked && only ? { ty: only, place: fieldPlaces(viewing, ty, place, 0)[0] as Place } : { ty, place };
}

function lastLeaf(viewing: Viewing, ty: Ty, place: Place): ValueView | undefined {
  const last = lastField(viewing, ty, place);
  if (last === undefined) return undefined;
  return last.ty.kind === "adt" ? lastLeaf(viewing, last.ty, last.place) : view(viewing, last.ty, last.place);
}

function handleOf(viewing: Viewing, ty: Ty, place: Place): ObjectId | undefined {
  const { cells } = layoutOf(viewing.machine, ty);
  for (let i = 0; i < cells; i++) {
    const cell = place.memory.cells[place.offset + i];
    if (typeof cell === "object" && cell.kind === "object") return cell.id;
  }
  return undefined;
}

function typeArguments(ty: Adt): Ty[] {
  return ty.args.filter(isTy);
}

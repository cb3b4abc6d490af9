// Names for lifetimes in messages: as written, or `'1`, `'2` for those left out.

import { captureTys } from "../../mir/placeTys.ts";
import { positions } from "./shape.ts";
import type { RegionCx } from "./regionCx.ts";
import type { Universal } from "./universal.ts";

export function findUniversalName(r: RegionCx, universal: Universal): string {
  if (universal.name !== undefined) return universal.name;
  const unnamed = r.universal.list.filter((one) => one.name === undefined);
  return `'${unnamed.indexOf(universal) + 1}`;
}

/** The parameter in whose type an unnamed lifetime stands. */
export function argumentOf(
  r: RegionCx,
  universal: Universal,
): { name: string; span: RegionCx["cx"]["body"]["span"] } | undefined {
  if (universal.input === undefined) return undefined;
  const decl = r.cx.body.locals[universal.input + 1];
  return decl?.name === undefined ? undefined : { name: decl.name, span: decl.span };
}

/** A parameter whose type mentions the lifetime at all. */
export function argumentMentioning(
  r: RegionCx,
  universal: Universal,
): { name: string; span: RegionCx["cx"]["body"]["span"] } | undefined {
  const index = r.universal.inputs.findIndex((input) => input.regions.includes(universal.vid));
  const decl = index < 0 ? undefined : r.cx.body.locals[index + 1];
  return decl?.name === undefined ? undefined : { name: decl.name, span: decl.span };
}

/** In a closure's body: the variable captured in whose type a foreign lifetime stands. */
export function capturedWith(
  r: RegionCx,
  universal: Universal,
): { name: string; span: RegionCx["cx"]["body"]["span"] } | undefined {
  const { cx } = r;
  if (cx.owner.closure === undefined || universal.origin.kind !== "closure") return undefined;
  const info = cx.results.closures[cx.owner.closure];
  const first = cx.body.locals[1]?.ty;
  const closure = first?.kind === "ref" ? first.ty : first;
  if (!info || closure?.kind !== "closure") return undefined;
  let before = 0;
  const tys = captureTys(cx.mir, closure);
  const index = tys.findIndex(
    (ty) =>
      (before += positions(r.m.shapes, ty)) > (universal.origin as { position: number }).position,
  );
  const local = info.captures[index]?.place.local;
  const decl = local === undefined ? undefined : cx.results.body.locals[local];
  return decl && { name: decl.name, span: decl.span };
}

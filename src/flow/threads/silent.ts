// Functions that do nothing to threads, locks, channels or atomics: their calls need not be followed.

import type { DefId } from "../../hir/defs.ts";
import type { Instance } from "../../mir/instance.ts";
import { instanceBody, resolveInstance } from "../../mir/instances.ts";
import type { Terminator } from "../../mir/mir.ts";
import { placeTy } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Walk } from "./frame.ts";
import { runsUserDrop } from "./typesOf.ts";

const MARKERS = ["effect", "spawns", "access", "receives"];

/** Only for the user's functions; not for one that calls itself. */
export function isSilent(walk: Walk, instance: Instance): boolean {
  if (instance.kind !== "item" || instance.def < (walk.cx.ty.program.std?.defCount ?? 0))
    return false;
  const known = walk.silent.get(instance.key);
  if (known !== undefined) return known;
  if (walk.silent.has(instance.key)) return false;
  walk.silent.set(instance.key, undefined);
  const body = instanceBody(walk.cx, instance);
  const silent =
    body !== undefined &&
    body.blocks.every(({ cleanup, terminator }) => {
      if (cleanup) return true;
      if (terminator.kind === "drop")
        return runsUserDrop(walk, placeTy(walk.cx, body, terminator.place)) === "no";
      return terminator.kind !== "call" || callsNothing(walk, terminator);
    });
  walk.silent.set(instance.key, silent);
  return silent;
}

function callsNothing(walk: Walk, { func }: Terminator & { kind: "call" }): boolean {
  if (func.kind !== "constant" || func.ty.kind !== "fnDef") return false;
  const { def, args } = func.ty;
  const { program } = walk.cx.ty;
  const isStd = (id: DefId) => id < (program.std?.defCount ?? 0);
  if (isStd(def) && MARKERS.some((marker) => program.marker(def, marker) !== undefined))
    return false;
  const instance = resolveInstance(walk.cx, def, args);
  switch (instance.kind) {
    case "ctor":
    case "primitive":
      return true;
    case "item":
      // std calls what it is handed; whether that is silent is not looked at.
      return isStd(instance.def)
        ? instance.args.every((arg) => arg.kind === "region" || !mayBeCode(arg))
        : isSilent(walk, instance);
    default:
      return false;
  }
}

function mayBeCode(arg: { readonly kind: string }): boolean {
  return (
    arg.kind === "closure" || arg.kind === "fnDef" || arg.kind === "fnPtr" || arg.kind === "dyn"
  );
}

/** A value of std's in which nothing that is followed can lie. */
export function isPlain(walk: Walk, ty: Ty): boolean {
  switch (ty.kind) {
    case "int":
    case "bool":
    case "char":
    case "float":
    case "never":
      return true;
    case "tuple":
      return ty.tys.every((part) => isPlain(walk, part));
    case "adt":
      return (
        ty.def < (walk.cx.ty.program.std?.defCount ?? 0) &&
        FOLLOWED.every((marker) => walk.cx.ty.program.marker(ty.def, marker) === undefined) &&
        ty.args.every(
          (arg) => arg.kind === "constant" || (arg.kind !== "region" && isPlain(walk, arg)),
        )
      );
    default:
      return false;
  }
}

const FOLLOWED = ["shared_pointer", "guard", "handle", "end"];

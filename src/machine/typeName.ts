// Types in words, as `type_name` gives them: with full paths.

import { isTy } from "../ty/fold.ts";
import type { GenericArgs, Ty } from "../ty/ty.ts";
import type { DefId } from "./code.ts";
import type { Machine } from "./machine.ts";

export function typeName(machine: Machine, ty: Ty): string {
  return write(machine, ty, (def) => machine.cx.ty.program.path(def));
}

/** With last path segments only, for people. */
export function shortTypeName(machine: Machine, ty: Ty): string {
  return write(machine, ty, (def) => machine.cx.ty.def(def).name);
}

type Path = (def: DefId) => string;

function write(machine: Machine, ty: Ty, path: Path): string {
  const inner = (each: Ty): string => write(machine, each, path);
  switch (ty.kind) {
    case "bool":
    case "char":
    case "str":
      return ty.kind;
    case "int":
      return ty.int;
    case "float":
      return ty.float;
    case "never":
      return "!";
    case "ref":
      return `&${ty.mutable ? "mut " : ""}${inner(ty.ty)}`;
    case "ptr":
      return `*${ty.mutable ? "mut" : "const"} ${inner(ty.ty)}`;
    case "slice":
      return `[${inner(ty.ty)}]`;
    case "array":
      return `[${inner(ty.ty)}; ${constant(ty.length)}]`;
    case "tuple":
      return ty.tys.length === 1
        ? `(${inner(ty.tys[0] as Ty)},)`
        : `(${ty.tys.map(inner).join(", ")})`;
    case "adt":
    case "fnDef":
      return path(ty.def) + args(machine, ty.args, path);
    case "closure":
      return `${path(ty.owner)}::{{closure}}`;
    case "fnPtr":
      return `fn(${ty.sig.inputs.map(inner).join(", ")})${ty.sig.output.kind === "tuple" && ty.sig.output.tys.length === 0 ? "" : ` -> ${inner(ty.sig.output)}`}`;
    case "dyn":
      return `dyn ${[...(ty.principal ? [path(ty.principal.trait)] : []), ...ty.autos.map(path)].join(" + ")}`;
    default:
      return "_";
  }
}

function args(machine: Machine, list: GenericArgs, path: Path): string {
  const shown = list.flatMap((arg) => {
    if (isTy(arg)) return [write(machine, arg, path)];
    return arg.kind === "constant" ? [constant(arg)] : [];
  });
  return shown.length > 0 ? `<${shown.join(", ")}>` : "";
}

function constant(value: (Ty & { kind: "array" })["length"]): string {
  return value.const === "value" ? String(value.value) : "_";
}

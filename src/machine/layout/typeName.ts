// Types in words, as `type_name` gives them: with full paths.

import { isTy } from "../../ty/fold.ts";
import { adtArgs } from "../../ty/show.ts";
import type { ExistentialTraitRef, GenericArg, Ty } from "../../ty/ty.ts";
import type { DefId } from "../code.ts";
import type { Machine } from "../machine.ts";

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
      return path(ty.def) + args(machine, adtArgs(machine.cx.ty, ty), path);
    case "fnDef":
      return path(ty.def) + args(machine, ty.args, path);
    case "closure":
      return `${path(ty.owner)}::{{closure}}`;
    case "fnPtr":
      return `fn(${ty.sig.inputs.map(inner).join(", ")})${ty.sig.output.kind === "tuple" && ty.sig.output.tys.length === 0 ? "" : ` -> ${inner(ty.sig.output)}`}`;
    case "dyn":
      return `dyn ${[...(ty.principal ? [principal(machine, ty.principal, path)] : []), ...ty.autos.map(path)].join(" + ")}`;
    default:
      return "_";
  }
}

/** `Iterator<Item = u8>`, `Fn(i32) -> i32`. */
function principal(machine: Machine, ref: ExistentialTraitRef, path: Path): string {
  const { ty: cx } = machine.cx;
  const name = path(ref.trait);
  const inputs = ref.args[0];
  const isFn = ["fn", "fn_mut", "fn_once"].some((lang) => cx.lang(lang) === ref.trait);
  const outputs = ref.projections.map((one) => write(machine, one.ty, path));
  if (isFn && inputs !== undefined && isTy(inputs) && inputs.kind === "tuple") {
    const shown = inputs.tys.map((one) => write(machine, one, path)).join(", ");
    return `${name}(${shown})${outputs[0] === undefined || outputs[0] === "()" ? "" : ` -> ${outputs[0]}`}`;
  }
  const given = args(machine, ref.args, path).slice(1, -1);
  const named = ref.projections.map((one, at) => `${cx.def(one.def).name} = ${outputs[at]}`);
  const all = [...(given === "" ? [] : [given]), ...named];
  return all.length === 0 ? name : `${name}<${all.join(", ")}>`;
}

function args(machine: Machine, list: readonly GenericArg[], path: Path): string {
  const shown = list.flatMap((arg) => {
    if (isTy(arg)) return [write(machine, arg, path)];
    return arg.kind === "constant" ? [constant(arg)] : [];
  });
  return shown.length > 0 ? `<${shown.join(", ")}>` : "";
}

function constant(value: (Ty & { kind: "array" })["length"]): string {
  return value.const === "value" ? String(value.value) : "_";
}

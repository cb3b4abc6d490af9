// Which code a call runs, once all types are known. Follows `rustc_ty_utils::instance::resolve_instance`.
//
// A trait's function is looked up in the impl that proves the bound, or is the trait's default; closures, function items
// and pointers implement the call traits themselves; trait objects are left to the vtable.

import type { DefId } from "../../hir/defs.ts";
import { eraseArgs, isTy } from "../../ty/fold.ts";
import { fnTraitKind, kindExtends } from "../../ty/traits/builtin.ts";
import {
  argsFlags,
  flagsOf,
  HAS_INFER,
  HAS_OPAQUE,
  HAS_PARAM,
  HAS_UNKNOWN,
  IS_LOCAL,
} from "../../ty/intern.ts";
import type { GenericArg, GenericArgs, Ty } from "../../ty/ty.ts";
import type { MirContext } from "../context.ts";
import type { Instance, InstanceKind } from "../instance.ts";
import { revealTy } from "../normalize.ts";
import { selectImpl, traitMethod } from "../traits.ts";

/** `args` must be concrete. Unknown combinations give an `unsupported` instance, never an error. */
export function resolveInstance(cx: MirContext, def: DefId, given: GenericArgs): Instance {
  const args = cx.ty.tcx.args(given);
  if (cx.base !== undefined && isStds(cx, def, args)) return resolveInstance(cx.base, def, args);
  let byArgs = cx.resolved.get(def);
  if (byArgs === undefined) cx.resolved.set(def, (byArgs = new Map()));
  const known = byArgs.get(args);
  if (known !== undefined) return known;
  const instance = resolve(cx, def, args);
  byArgs.set(args, instance);
  return instance;
}

function resolve(cx: MirContext, def: DefId, given: GenericArgs): Instance {
  const args = concreteArgs(cx, given);
  const found = cx.ty.def(def);
  switch (found.kind) {
    case "struct":
    case "variant":
      return intern(cx, { kind: "ctor", def, args });
    case "fn":
    case "const": {
      const { parent } = found;
      if (parent !== undefined && cx.ty.def(parent).kind === "trait")
        return traitItem(cx, parent, def, args);
      return plain(cx, def, args);
    }
    case "static":
      return intern(cx, { kind: "item", def, args: [] });
    default:
      return unsupported(cx, found.name, "it cannot be called");
  }
}

function concreteArgs(cx: MirContext, args: GenericArgs): GenericArgs {
  const erased = eraseArgs(cx.ty.tcx, args);
  return cx.ty.tcx.args(erased.map((arg) => (isTy(arg) ? revealTy(cx, arg) : arg)));
}

/** A function that is no trait's. */
function plain(cx: MirContext, def: DefId, args: GenericArgs): Instance {
  const name = cx.ty.program.marker(def, "primitive");
  if (name !== undefined) return intern(cx, { kind: "primitive", name, def, args });
  const found = cx.ty.def(def);
  if ((found.kind === "fn" || found.kind === "const") && !found.hasBody) {
    return unsupported(cx, cx.ty.program.path(def), "it is defined outside Rust");
  }
  return intern(cx, { kind: "item", def, args });
}

function traitItem(cx: MirContext, trait: DefId, item: DefId, args: GenericArgs): Instance {
  const traitCount = cx.ty.genericsOf(trait).count;
  const traitArgs = cx.ty.tcx.args(args.slice(0, traitCount));
  const self = traitArgs[0];
  if (!self || !isTy(self))
    return unsupported(cx, cx.ty.program.path(item), "its Self type is not known");
  const source = selectImpl(cx, { trait, args: traitArgs });
  switch (source?.kind) {
    case "impl": {
      const own = cx.ty.implItem(source.header.def, item);
      if (own === undefined) return plain(cx, item, args);
      return plain(cx, own, rebase(cx, own, source.args, args.slice(traitCount)));
    }
    case "object":
      return intern(cx, { kind: "virtual", method: item, args });
    case "callable":
      return callable(cx, trait, self);
    case "builtin":
      if (item === traitMethod(cx, "clone")) return intern(cx, { kind: "clone", ty: self });
      return plain(cx, item, args);
    default:
      return unsupported(cx, cx.ty.program.path(item), "no impl was found for its types");
  }
}

/** Arguments of an impl's item: those of the impl, then its own; lifetimes may be declared differently. */
function rebase(cx: MirContext, item: DefId, implArgs: GenericArgs, own: GenericArgs): GenericArgs {
  const rest = own.filter((arg) => arg.kind !== "region");
  const out: GenericArg[] = [...implArgs];
  for (const param of cx.ty.genericsOf(item).own) {
    out.push(param.kind === "lifetime" ? cx.ty.tcx.erased : (rest.shift() ?? cx.ty.tcx.unknown));
  }
  return cx.ty.tcx.args(out);
}

function callable(cx: MirContext, trait: DefId, self: Ty): Instance {
  const wanted = fnTraitKind(cx.ty, trait);
  if (self.kind !== "closure")
    return intern(cx, { kind: "fnPtr", ty: self, receiver: wanted === "FnOnce" ? "value" : "ref" });
  const info = cx.ty.closureInfo(self.owner, self.index);
  if (!info || !wanted || !kindExtends(info.kind, wanted))
    return unsupported(cx, "a closure", "it is called in a way it does not allow");
  if (wanted === "FnOnce" && info.kind !== "FnOnce")
    return intern(cx, { kind: "closureOnce", ty: self });
  return intern(cx, { kind: "closure", owner: self.owner, index: self.index, args: self.args });
}

export function unsupported(cx: MirContext, what: string, reason: string): Instance {
  return intern(cx, { kind: "unsupported", what, reason });
}

/** The one object for this instance. */
export function intern(cx: MirContext, kind: InstanceKind): Instance {
  const { instances } = instanceHome(cx, kind);
  const key = keyOf(kind);
  const known = instances.get(key);
  if (known) return known;
  const instance: Instance = { ...kind, key };
  instances.set(key, instance);
  return instance;
}

/** By coherence, what names nothing of the program means the same in every program: std's context knows it, and keeps it for all. */
export function instanceHome(cx: MirContext, kind: InstanceKind): MirContext {
  return cx.base !== undefined && isStdInstance(cx, kind) ? cx.base : cx;
}

const NOT_STD = IS_LOCAL | HAS_INFER | HAS_PARAM | HAS_UNKNOWN | HAS_OPAQUE;

function isStdInstance(cx: MirContext, kind: InstanceKind): boolean {
  switch (kind.kind) {
    case "item":
    case "ctor":
    case "primitive":
      return isStds(cx, kind.def, kind.args);
    case "closure":
      return isStds(cx, kind.owner, kind.args);
    case "virtual":
      return isStds(cx, kind.method, kind.args);
    case "closureOnce":
    case "closureFnPointer":
    case "fnPtr":
    case "dropGlue":
    case "clone":
      return (flagsOf(kind.ty) & NOT_STD) === 0;
    case "unsupported":
      return false;
  }
}

function isStds(cx: MirContext, def: DefId, args: GenericArgs): boolean {
  return cx.ty.home(def) !== cx.ty && (argsFlags(args) & NOT_STD) === 0;
}

function keyOf(kind: InstanceKind): string {
  switch (kind.kind) {
    case "item":
    case "ctor":
      return `${kind.kind} ${kind.def}<${ids(kind.args)}>`;
    case "closure":
      return `closure ${kind.owner}.${kind.index}<${ids(kind.args)}>`;
    case "closureOnce":
    case "closureFnPointer":
    case "dropGlue":
    case "clone":
      return `${kind.kind} ${kind.ty.id}`;
    case "fnPtr":
      return `fnPtr ${kind.receiver} ${kind.ty.id}`;
    case "virtual":
      return `virtual ${kind.method}<${ids(kind.args)}>`;
    case "primitive":
      return `primitive ${kind.name} ${kind.def}<${ids(kind.args)}>`;
    case "unsupported":
      return `unsupported ${kind.what}: ${kind.reason}`;
  }
}

function ids(args: GenericArgs): string {
  return args.map((arg) => arg.id).join(",");
}

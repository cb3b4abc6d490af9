// Instances: what the machine runs. Every question it has about code is answered here; nothing generic is left.
//
// `resolveInstance` says which code a call means, `instanceBody` gives that code with all types concrete, drop glue and
// shims included. Both are cached: equal instances are the same object and have the same body object.

import type { DefId } from "../hir/defs.ts";
import type { Ty } from "../ty/ty.ts";
import type { MirContext } from "./context.ts";
import { elaboratedMir } from "./elaborate.ts";
import type { Instance } from "./instance.ts";
import { dropGlueBody } from "./instance/dropGlue.ts";
import { instanceHome, intern } from "./instance/resolve.ts";
import {
  cloneBody,
  closureFnPointerBody,
  closureOnceBody,
  ctorBody,
  fnPtrBody,
} from "./instance/shims.ts";
import { instantiateBody } from "./instance/substitute.ts";
import type { Body } from "./mir.ts";
import { NO_BOUNDS } from "./normalize.ts";
import { typeNeedsDrop } from "./traits.ts";

export type { Instance } from "./instance.ts";
export { resolveInstance } from "./instance/resolve.ts";
export { discriminantValue, variantOfDiscriminant } from "./discriminants.ts";
export { fieldTys } from "./placeTys.ts";

/** Undefined for instances without code of their own: primitives, virtual calls, unsupported ones. */
export function instanceBody(cx: MirContext, instance: Instance): Body | undefined {
  const home = instanceHome(cx, instance);
  if (home.instanceBodies.has(instance.key)) return home.instanceBodies.get(instance.key);
  const body = makeBody(home, instance);
  home.instanceBodies.set(instance.key, body);
  return body;
}

/** Where bodies with callees inside are kept: those that are std's alone for all programs. */
export function inlinedBodies(cx: MirContext, instance: Instance): Map<Instance, Body> {
  return instanceHome(cx, instance).inlined;
}

function makeBody(cx: MirContext, instance: Instance): Body | undefined {
  switch (instance.kind) {
    case "item":
      return concrete(cx, elaboratedMir(cx, { def: instance.def }), instance);
    case "closure":
      return concrete(
        cx,
        elaboratedMir(cx, { def: instance.owner, closure: instance.index }),
        instance,
      );
    case "ctor":
      return ctorBody(cx, instance.def, instance.args);
    case "closureOnce":
      return instance.ty.kind === "closure" ? closureOnceBody(cx, instance.ty) : undefined;
    case "closureFnPointer":
      return instance.ty.kind === "closure" ? closureFnPointerBody(cx, instance.ty) : undefined;
    case "fnPtr":
      return fnPtrBody(cx, instance.ty, instance.receiver);
    case "dropGlue":
      return dropGlueBody(cx, instance.ty);
    case "clone":
      return cloneBody(cx, instance.ty);
    case "virtual":
    case "primitive":
    case "unsupported":
      return undefined;
  }
}

function concrete(
  cx: MirContext,
  body: Body | undefined,
  instance: Instance & { kind: "item" | "closure" },
): Body | undefined {
  return body && instantiateBody(cx, body, instance.args, instance.key);
}

export function needsDrop(cx: MirContext, ty: Ty): boolean {
  return typeNeedsDrop(cx, NO_BOUNDS, ty);
}

/** Undefined: dropping the type does nothing. */
export function dropGlueOf(cx: MirContext, ty: Ty): Instance | undefined {
  return needsDrop(cx, ty) ? intern(cx, { kind: "dropGlue", ty }) : undefined;
}

/** The function pointer that a closure without captures becomes. */
export function closureFnPointer(cx: MirContext, ty: Ty): Instance {
  return intern(cx, { kind: "closureFnPointer", ty });
}

/** The initialiser of a constant or static. */
export function staticInstance(cx: MirContext, def: DefId): Instance {
  return intern(cx, { kind: "item", def, args: [] });
}

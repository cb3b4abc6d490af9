// What the machine asks of the program: which function a path means for concrete types, and its body.
//
// The one place where the machine meets mir's instances; tests put hand-made bodies here.

import type { MirContext } from "../mir/context.ts";
import type { Instance } from "../mir/instance.ts";
import {
  closureFnPointer,
  dropGlueOf,
  inlinedBodies,
  instanceBody,
  resolveInstance,
} from "../mir/instances.ts";
import type { Body } from "../mir/mir.ts";
import { traitMethod } from "../mir/traits.ts";
import type { GenericArgs, Ty } from "../ty/ty.ts";
import type { DefId } from "./code.ts";
import { unsupported } from "./run/trap.ts";

export interface ProgramSource {
  resolve(def: DefId, args: GenericArgs): Instance;
  /** Undefined: the machine performs it, or nobody can. */
  body(instance: Instance): Body | undefined;
  /** Bodies of std's functions with their small callees inside, which need not be made anew for every machine. */
  inlined?(instance: Instance): Map<Instance, Body>;
  /** Undefined: dropping does nothing. */
  dropGlue(ty: Ty): Instance | undefined;
  /** A closure without captures as a plain function. */
  closureFnPointer(ty: Ty): Instance;
  /** `<ty as FnOnce<args>>::call_once`. */
  callOnce(ty: Ty, args: Ty): Instance;
}

export function programOf(cx: MirContext): ProgramSource {
  return {
    resolve: (def, args) => resolveInstance(cx, def, args),
    body: (instance) => instanceBody(cx, instance),
    inlined: (instance) => inlinedBodies(cx, instance),
    dropGlue: (ty) => dropGlueOf(cx, ty),
    closureFnPointer: (ty) => closureFnPointer(cx, ty),
    callOnce: (ty, args) => {
      const method = traitMethod(cx, "fn_once");
      return method === undefined
        ? unsupported("a call of a value", "std has no FnOnce")
        : resolveInstance(cx, method, [ty, args]);
    },
  };
}

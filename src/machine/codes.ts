// Code by instance, linked at first use. A primitive that is called through a pointer gets a body that calls it.

import { NO_SPAN, isStdSpan } from "../base/span.ts";
import type { Span } from "../base/span.ts";
import type { Instance } from "../mir/instance.ts";
import type { Body, BlockId, Local, LocalDecl, Place } from "../mir/mir.ts";
import { revealTy } from "../mir/normalize.ts";
import { substitute } from "../ty/fold.ts";
import type { Ty } from "../ty/ty.ts";
import type { Code } from "./code.ts";
import { linkBody } from "./link/body.ts";
import { inlineCalls } from "./link/inline.ts";
import type { Machine } from "./machine.ts";
import { unsupported } from "./run/trap.ts";

export function codeOf(machine: Machine, instance: Instance): Code {
  const known = machine.codes.get(instance);
  if (known) return known;
  if (instance.kind === "unsupported") unsupported(instance.what, instance.reason);
  const body =
    instance.kind === "primitive"
      ? primitiveBody(machine, instance)
      : machine.program.body(instance);
  if (body === undefined) return unsupported(machine.describe(instance), "it has no body");
  const whole =
    instance.kind === "item" && isStdSpan(body.span) ? inlineCalls(machine, instance, body) : body;
  const code = linkBody(
    machine,
    whole,
    instance,
    "args" in instance ? instance.args : [],
    machine.describe(instance),
  );
  machine.codes.set(instance, code);
  return code;
}

/** `fn stub(_1, …) -> _0 { primitive(_1, …) }` */
function primitiveBody(machine: Machine, instance: Instance & { kind: "primitive" }): Body {
  const { ty } = machine.cx;
  const sig = ty.fnSig(instance.def);
  const span = ty.def(instance.def).span;
  const concrete = (each: Ty): Ty => revealTy(machine.cx, substitute(ty.tcx, each, instance.args));
  const inputs = sig.inputs.map(concrete);
  const locals = [concrete(sig.output), ...inputs].map((each, index) => declare(each, index, span));
  return {
    owner: { def: instance.def },
    argCount: inputs.length,
    locals,
    blocks: [
      {
        statements: [],
        cleanup: false,
        terminator: {
          kind: "call",
          func: {
            kind: "constant",
            constant: { kind: "zst" },
            ty: ty.tcx.fnDef(instance.def, instance.args),
            span,
          },
          args: inputs.map((_, index) => ({ kind: "move" as const, place: wholeLocal(index + 1) })),
          destination: wholeLocal(0),
          target: 1 as BlockId,
          unwind: undefined,
          fnSpan: span,
          span,
        },
      },
      { statements: [], cleanup: false, terminator: { kind: "return", span } },
    ],
    variables: [],
    span,
    endSpan: NO_SPAN,
  };
}

function declare(ty: Ty, index: number, span: Span): LocalDecl {
  return {
    ty,
    mutable: true,
    name: undefined,
    span,
    kind: index === 0 ? "return" : "arg",
    synthetic: true,
  };
}

function wholeLocal(local: number): Place {
  return { local: local as Local, projections: [] };
}

// Facts about the program's code that hold in every run, from the call graph of instances: which marked functions of std the
// user's code mentions, and whether dropping a type can be noticed by other threads.
//
// Calls through trait objects and function pointers can go anywhere: they count as visible.

import type { Instance } from "../mir/instance.ts";
import type { Body, Operand, Terminator } from "../mir/mir.ts";
import { placeTy } from "../mir/placeTys.ts";
import type { Ty } from "../ty/ty.ts";
import type { Machine } from "./machine.ts";

export interface Facts {
  /** Values of `#[lockstep::observes]` of the functions that user code mentions. */
  readonly mentioned: Map<string, ReadonlySet<string>>;
  /** By what is ignored. */
  readonly visibleDrops: Map<ReadonlySet<string>, Map<Ty, boolean>>;
}

export function createFacts(): Facts {
  return { mentioned: new Map(), visibleDrops: new Map() };
}

/** Whether the user's code calls or names a std function marked `#[lockstep::NAME = "value"]`. */
export function mentions(machine: Machine, value: string, marker = "observes"): boolean {
  const known = machine.facts.mentioned.get(marker) ?? collectMentions(machine, marker);
  machine.facts.mentioned.set(marker, known);
  return known.has(value);
}

/**
 * Whether dropping a value of the type can do something visible: a primitive that may be visible (other than those that
 * `ignore` names), or a call that can go anywhere. Answers are kept by the set object that is passed.
 */
export function dropIsVisible(
  machine: Machine,
  ty: Ty,
  ignore: ReadonlySet<string> = NONE,
): boolean {
  const table = machine.facts.visibleDrops.get(ignore) ?? new Map<Ty, boolean>();
  machine.facts.visibleDrops.set(ignore, table);
  const known = table.get(ty);
  if (known !== undefined) return known;
  const glue = machine.program.dropGlue(ty);
  const visible =
    ty.kind === "dyn" || (glue !== undefined && reachesVisible(machine, glue, ignore));
  table.set(ty, visible);
  return visible;
}

const NONE: ReadonlySet<string> = new Set();
/** Graphs beyond this size are taken to reach everything. */
const MAX_INSTANCES = 20_000;

/** By the types of the user's bodies, not by instances: code that never runs counts too, which errs on the safe side. */
function collectMentions(machine: Machine, marker: string): ReadonlySet<string> {
  const found = new Set<string>();
  const { ty } = machine.cx;
  for (const owner of ty.program.localDefs) {
    const def = ty.program.def(owner);
    if ((def.kind !== "fn" && def.kind !== "const" && def.kind !== "static") || !def.hasBody)
      continue;
    const results = ty.typeck(owner);
    for (const callee of [...results.resolutions.values(), ...results.methods.values()]) {
      const value = ty.program.marker(callee.def, marker);
      if (value !== undefined) found.add(value);
    }
  }
  return found;
}

function reachesVisible(machine: Machine, start: Instance, ignore: ReadonlySet<string>): boolean {
  let visible = false;
  visit(machine, start, (instance, body) => {
    if (instance.kind === "primitive") {
      visible ||=
        machine.primitives.get(instance.name)?.visible !== undefined && !ignore.has(instance.name);
    }
    visible ||= instance.kind === "virtual" || (body !== undefined && callsAnything(machine, body));
    return !visible;
  });
  return visible;
}

/** Depth first over what may be called; `see` false: stop. */
function visit(
  machine: Machine,
  start: Instance,
  see: (instance: Instance, body: Body | undefined) => boolean,
): void {
  const seen = new Set<Instance>([start]);
  const stack = [start];
  for (
    let next = stack.pop();
    next !== undefined && seen.size < MAX_INSTANCES;
    next = stack.pop()
  ) {
    const body =
      next.kind === "primitive" || next.kind === "virtual" ? undefined : machine.program.body(next);
    if (!see(next, body)) return;
    for (const callee of calleesOf(machine, next, body)) {
      if (seen.has(callee)) continue;
      seen.add(callee);
      stack.push(callee);
    }
  }
}

function calleesOf(machine: Machine, instance: Instance, body: Body | undefined): Instance[] {
  if (instance.kind === "primitive")
    return [...(machine.primitives.get(instance.name)?.calls?.(machine, instance.args) ?? [])];
  if (body === undefined) return [];
  const callees: Instance[] = [];
  for (const block of body.blocks) {
    const { terminator } = block;
    for (const operand of operandsOf(block.statements, terminator)) {
      if (operand.kind !== "constant" || operand.ty.kind !== "fnDef") continue;
      callees.push(machine.program.resolve(operand.ty.def, operand.ty.args));
    }
    if (terminator.kind === "drop") {
      const glue = machine.program.dropGlue(placeTy(machine.cx, body, terminator.place));
      if (glue) callees.push(glue);
    }
  }
  return callees;
}

function callsAnything(machine: Machine, body: Body): boolean {
  return body.blocks.some(({ terminator }) => {
    if (terminator.kind === "drop")
      return placeTy(machine.cx, body, terminator.place).kind === "dyn";
    return (
      terminator.kind === "call" &&
      !(terminator.func.kind === "constant" && terminator.func.ty.kind === "fnDef")
    );
  });
}

function operandsOf(
  statements: Body["blocks"][number]["statements"],
  terminator: Terminator,
): Operand[] {
  const operands: Operand[] =
    terminator.kind === "call" ? [terminator.func, ...terminator.args] : [];
  for (const statement of statements) {
    if (statement.kind !== "assign") continue;
    const { value } = statement;
    if (value.kind === "use" || value.kind === "cast" || value.kind === "repeat")
      operands.push(value.operand);
    else if (value.kind === "aggregate") operands.push(...value.operands);
  }
  return operands;
}

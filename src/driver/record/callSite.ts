// Where in the user's code something happens: the call or drop at which the innermost user frame stands.

import { isStdSpan, type Span } from "../../base/span.ts";
import type { Machine } from "../../machine/machine.ts";
import type { Frame, State } from "../../machine/state/state.ts";
import type { AllocId } from "../../machine/state/value.ts";
import type { Operand, Place, Terminator } from "../../mir/mir.ts";
import type { Ty } from "../../ty/ty.ts";
import { innerPointer, viewPlace } from "../picture/view.ts";

export function userFrame(state: State, thread: number): Frame | undefined {
  return state.threads[thread]?.frames.findLast((frame) => frame.code.isUser);
}

/** The terminator at which a frame stands; undefined in the middle of a block. */
export function standingAt(frame: Frame | undefined): Terminator | undefined {
  const origin = frame?.code.origins[frame.pc];
  const block = origin === undefined ? undefined : frame?.code.body.blocks[origin.block];
  return block !== undefined && origin?.statement === block.statements.length
    ? block.terminator
    : undefined;
}

/** The whole call with its receiver where `span` is only its name; the place of the frame where `span` is in std or nowhere. */
export function wholeSpan(state: State, thread: number, span: Span): Span {
  const frame = userFrame(state, thread);
  const terminator = standingAt(frame);
  if (terminator?.kind === "call" && !isStdSpan(terminator.span)) return terminator.span;
  if (!isStdSpan(span) && span.end > 0) return span;
  return frame?.code.spans[frame.pc] ?? span;
}

/** Names of what the closures among a call's arguments take with them. */
export function movedNames(
  state: State,
  thread: number,
  capturesOf: (ty: Ty) => readonly string[],
): string {
  const frame = userFrame(state, thread);
  const terminator = standingAt(frame);
  if (frame === undefined || terminator?.kind !== "call") return "";
  const names = terminator.args.flatMap((arg) => {
    if (arg.kind === "constant") return [];
    const ty = frame.code.body.locals[arg.place.local]?.ty;
    return ty?.kind === "closure" ? capturesOf(ty) : [];
  });
  return [...new Set(names)].join(", ");
}

/**
 * The variable that is dropped, or whose value is passed first, where the thread stands: the handle of `Arc::clone(&handle)`, the
 * variable of a drop. A closure that is dropped names the one of its captures that leads to `alloc`. "" where none is meant alone.
 */
export function handleName(
  machine: Machine,
  state: State,
  thread: number,
  alloc: AllocId | undefined,
): string {
  const frame = userFrame(state, thread);
  const terminator = standingAt(frame);
  if (frame === undefined || terminator === undefined) return "";
  const place =
    terminator.kind === "drop"
      ? terminator.place
      : terminator.kind === "call"
        ? placeOf(frame, terminator.args[0])
        : undefined;
  if (place === undefined) return "";
  const leadsThere = (handle: Place): boolean => {
    const view = viewPlace({ machine, state }, frame, handle);
    return view !== undefined && innerPointer({ machine, state }, view)?.cell.alloc === alloc;
  };
  const { variables } = frame.code.body;
  const own = variables.find((variable) => samePlace(variable.place, place));
  const gone = terminator.kind === "call" && terminator.args[0]?.kind === "move";
  if (own !== undefined) {
    // What a call takes is no longer there to be looked at.
    const isHandle = gone
      ? COUNTED.has(renderOf(machine, frame.code.body.locals[own.place.local]?.ty))
      : leadsThere(own.place);
    return isHandle ? own.name : "";
  }
  const inside = variables.filter(
    ({ place: { local, projections } }) =>
      local === place.local && projections.length > 0 && leadsThere({ local, projections }),
  );
  return inside.length === 1 ? (inside[0]?.name ?? "") : "";
}

/** `#[lockstep::render]` of what shares a counted value. */
const COUNTED: ReadonlySet<string | undefined> = new Set(["arc", "rc", "weak", "arcWeak"]);

function renderOf(machine: Machine, ty: Ty | undefined): string | undefined {
  return ty?.kind === "adt" ? machine.cx.ty.program.marker(ty.def, "render") : undefined;
}

/** What an operand is or refers to: `counter` for the temporary of `&counter`. */
function placeOf(frame: Frame, operand: Operand | undefined): Place | undefined {
  if (operand === undefined || operand.kind === "constant") return undefined;
  const { local, projections } = operand.place;
  if (projections.length > 0 || frame.code.body.locals[local]?.name !== undefined)
    return operand.place;
  for (const block of frame.code.body.blocks) {
    for (const statement of block.statements) {
      if (statement.kind !== "assign" || statement.place.local !== local) continue;
      if (statement.place.projections.length > 0) continue;
      if (statement.value.kind === "ref") return throughReborrow(frame, statement.value.place);
      if (statement.value.kind === "use" && statement.value.operand.kind !== "constant")
        return statement.value.operand.place;
    }
  }
  return operand.place;
}

/** `&*_5` of a temporary `_5 = &counter` means `counter`. */
function throughReborrow(frame: Frame, place: Place): Place {
  const [first, ...rest] = place.projections;
  if (first?.kind !== "deref" || rest.length > 0) return place;
  if (frame.code.body.locals[place.local]?.name !== undefined) return { ...place, projections: [] };
  const inner = placeOf(frame, { kind: "copy", place: { local: place.local, projections: [] } });
  return inner ?? place;
}

function samePlace(a: Place, b: Place): boolean {
  return (
    a.local === b.local &&
    a.projections.length === b.projections.length &&
    a.projections.every((one, at) => {
      const other = b.projections[at];
      return (
        one.kind === other?.kind &&
        (one.kind !== "field" || (other.kind === "field" && one.index === other.index))
      );
    })
  );
}

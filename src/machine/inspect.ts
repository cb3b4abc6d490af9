// A state seen from outside: threads, their frames in the user's code, and the variables in scope with their values.
//
// For panels and messages; nothing here changes a state or decides meaning.

import type { Span } from "../base/span.ts";
import type { VariableInfo } from "../mir/mir.ts";
import { viewExec } from "./exec.ts";
import { linkContextOf } from "./link/body.ts";
import { compilePlace, placeEval } from "./link/places.ts";
import type { Machine } from "./machine.ts";
import { threadOf } from "./state.ts";
import type { Frame, State, Thread } from "./state.ts";
import { Trap } from "./trap.ts";
import { shortTypeName } from "./typeName.ts";
import type { AllocId, ThreadId } from "./value.ts";
import { viewPlace } from "./view.ts";
import type { ValueView } from "./view.ts";

export interface ThreadView {
  readonly thread: ThreadId;
  readonly name: string | undefined;
  readonly status: Thread["status"];
  readonly panicking: boolean;
  /** Innermost first; only functions of the user's files. */
  readonly frames: readonly FrameView[];
}

export interface FrameView {
  readonly depth: number;
  readonly function: string;
  /** Where it stands. */
  readonly span: Span;
  readonly locals: readonly LocalView[];
}

export interface LocalView {
  readonly name: string;
  readonly type: string;
  /** Where it lies. */
  readonly place: { readonly alloc: AllocId; readonly offset: number } | undefined;
  readonly value: ValueView;
}

export function inspectThreads(machine: Machine, state: State): ThreadView[] {
  return state.threads.flatMap((thread) => (thread ? [inspectThread(machine, state, thread.id)] : []));
}

export function inspectThread(machine: Machine, state: State, id: ThreadId): ThreadView {
  const thread = threadOf(state, id);
  const frames: FrameView[] = [];
  for (let depth = thread.frames.length - 1; depth >= 0; depth--) {
    const frame = thread.frames[depth] as Frame;
    if (frame.code.isUser) frames.push(inspectFrame(machine, state, id, depth));
  }
  const { name, status, panicCount } = thread;
  return { thread: id, name: thread.path.length === 0 ? "main" : name, status, panicking: panicCount > 0, frames };
}

export function inspectFrame(machine: Machine, state: State, id: ThreadId, depth: number): FrameView {
  const frame = threadOf(state, id).frames[depth] as Frame;
  const { code } = frame;
  const span = code.spans[frame.pc] ?? code.body.span;
  const locals = code.body.variables.filter((variable) => isInScope(variable, span));
  return {
    depth, function: code.name, span,
    locals: locals.map((variable) => inspectVariable(machine, state, id, depth, variable)),
  };
}

/** The scope contains the place, and the declaration is behind us. */
function isInScope(variable: VariableInfo, at: Span): boolean {
  return variable.captured || (variable.scope.start <= at.start && at.start < variable.scope.end && variable.span.end <= at.end);
}

function inspectVariable(machine: Machine, state: State, id: ThreadId, depth: number, variable: VariableInfo): LocalView {
  const x = viewExec(machine, state, id, depth);
  try {
    const place = compilePlace(linkContextOf(machine, x.frame.code), variable.place);
    placeEval(place)(x);
    const value = viewPlace(machine, state, place.ty, x.memory, x.offset, x.meta);
    const where = { alloc: x.memory.id, offset: x.offset };
    return { name: variable.name, type: shortTypeName(machine, place.ty), place: where, value };
  } catch (error) {
    if (!(error instanceof Trap)) throw error;
    const gone: ValueView = { text: "?", render: undefined, state: "gone", children: [] };
    return { name: variable.name, type: "?", place: undefined, value: gone };
  }
}

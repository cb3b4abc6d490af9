// What the parts of the walk share: the walk itself, a frame of it, and a call in it.

import { isStdSpan, type Span } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { MirContext } from "../../mir/context.ts";
import type { Instance } from "../../mir/instance.ts";
import type { BlockId, Body, Terminator } from "../../mir/mir.ts";
import type { GenericArgs, Ty } from "../../ty/ty.ts";
import type { ThreadEvent, ThreadInfo } from "./events.ts";
import type { Shape } from "./shape.ts";
import type { State } from "./state.ts";
import type { Known } from "./values.ts";

export interface Walk {
  readonly cx: MirContext;
  readonly events: Map<string, ThreadEvent>;
  readonly threads: Map<string, ThreadInfo>;
  readonly shapes: Map<Body, Shape>;
  /** Instances that do nothing to threads or locks, by key; undefined while that is being found out. */
  readonly silent: Map<string, boolean | undefined>;
  /** Blocks that may still be visited. */
  budget: number;
  /** Runs an instance's code in a frame of its own; undefined where it cannot be followed. */
  readonly run: (walk: Walk, call: Entered, state: State) => Returned | undefined;
}

export interface Frame {
  readonly id: string;
  readonly thread: string;
  readonly body: Body;
  readonly instance: string;
  /** The calls that lead here, outermost first, in the user's text. */
  readonly path: readonly Span[];
  readonly caller: Frame | undefined;
  readonly sure: boolean;
  /** Called in a loop of a function of this thread. */
  readonly repeated: boolean;
  readonly shape: Shape;
}

/** What a call does to the state, and what it gives; no state: it does not return. */
export interface Returned {
  readonly state: State | undefined;
  readonly value: Known;
}

/** Code that is entered. */
export interface Entered {
  readonly instance: Instance;
  readonly id: string;
  readonly thread: string;
  readonly path: readonly Span[];
  readonly caller: Frame | undefined;
  readonly sure: boolean;
  readonly repeated: boolean;
  readonly args: readonly Known[];
}

export interface Call {
  readonly walk: Walk;
  readonly frame: Frame;
  readonly state: State;
  readonly block: BlockId;
  readonly terminator: Terminator & { kind: "call" };
  readonly def: DefId;
  readonly generics: GenericArgs;
  readonly args: readonly Known[];
  /** Type of the result. */
  readonly ty: Ty;
  /** Names this call among all of the program. */
  readonly id: string;
}

/** The innermost place in the user's text: the call itself, or the one that led into std. */
export function userSpan(frame: Frame, span: Span): Span {
  if (!isStdSpan(span)) return span;
  return frame.path.findLast((one) => !isStdSpan(one)) ?? span;
}

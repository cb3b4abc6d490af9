// The machine: a linked program, and what all its states share. `initialState`, `step` and their like are in step.ts.

import type { Span } from "../base/span.ts";
import { NO_SPAN } from "../base/span.ts";
import type { MirContext } from "../mir/context.ts";
import type { Instance } from "../mir/instance.ts";
import type { Body } from "../mir/mir.ts";
import type { Ty } from "../ty/ty.ts";
import type { Code, Constants, DefId, PlaceEval } from "./code.ts";
import { codeOf } from "./codes.ts";
import { createConstants } from "./run/consts.ts";
import { createFacts } from "./facts.ts";
import type { Facts } from "./facts.ts";
import type { Layout } from "./layout/layout.ts";
import { createLocations } from "./state/location.ts";
import type { Locations } from "./state/location.ts";
import type { Forgetting } from "./state/forgetting.ts";
import type { Images } from "./state/memory.ts";
import type { MemoryModel } from "./memoryModel.ts";
import { describeInstance } from "./run/names.ts";
import { panicFunctions } from "./run/panics.ts";
import type { PanicFunctions } from "./run/panics.ts";
import type { PrimitiveTable } from "./primitive.ts";
import { programOf } from "./program.ts";
import type { ProgramSource } from "./program.ts";
import type { SizeAlign } from "./layout/size.ts";
import type { SyncObject } from "./state/state.ts";
import type { Pointer, ThreadId, VTable } from "./state/value.ts";

export interface Limits {
  /** Operations in a row of one thread without a visible one. */
  readonly steps: number;
  readonly cells: number;
  readonly mainStackBytes: number;
  readonly stackBytes: number;
  readonly constantSteps: number;
  readonly threads: number;
}

export interface WeakMode {
  /** Fold histories until somebody could tell the difference: for searches that begin again when a location unfolds. */
  readonly folding: boolean;
  /** Locations whose history is kept in full. Grows while a search learns. */
  readonly unfolded: Set<string>;
}

export interface MachineOptions {
  readonly cx: MirContext;
  readonly primitives: PrimitiveTable;
  /** A function without parameters. */
  readonly entry: { readonly def: DefId };
  readonly limits?: Partial<Limits>;
  /** `src/main.rs:3:5`, for panic messages. */
  readonly locate?: (span: Span) => string;
  /** 1-based line, for the events of a trace. */
  readonly lineOf?: (span: Span) => number;
  /** What of a sync object programs can tell apart; default: all of it. */
  readonly encodeObject?: (object: SyncObject) => unknown;
  /** Which of the orders of hash maps. */
  readonly hashOrder?: number;
  /** Atomics as the memory model allows them (machine/clocks); undefined: every load gives the last store. */
  readonly weak?: WeakMode | undefined;
  /** Every operation on atomics is SeqCst, whatever is written. */
  readonly allSeqCst?: boolean;
  /** Default: accesses are plain. */
  readonly memory?: MemoryModel;
  /** Numbers that are left out of states. */
  readonly forgetting?: Forgetting | undefined;
  /** See `Machine.met`; to share with another machine of the same program. */
  readonly met?: Set<string>;
  /** Thread ids by spawn path, to share with another machine of the same program. */
  readonly threadIds?: Map<string, ThreadId>;
  /** Default: mir's instances. */
  readonly program?: ProgramSource;
}

export interface Machine {
  readonly cx: MirContext;
  readonly program: ProgramSource;
  readonly primitives: PrimitiveTable;
  readonly entry: { readonly def: DefId };
  readonly limits: Limits;
  readonly hashOrder: number;
  readonly weak: WeakMode | undefined;
  readonly allSeqCst: boolean;
  readonly memory: MemoryModel | undefined;
  readonly forgetting: Forgetting | undefined;
  readonly panics: PanicFunctions;
  readonly images: Images;
  readonly staticObjects: SyncObject[];
  locate(span: Span): string;
  lineOf(span: Span): number;
  encodeObject(object: SyncObject): unknown;
  /** Linked at first use. */
  codeOf(instance: Instance): Code;
  readonly constant: Constants;
  describe(instance: Instance): string;
  /** A fresh owner stamp. */
  stamp(): number;
  codeId(): number;

  // Caches, filled while code is linked. What is in them never changes.
  readonly codes: Map<Instance, Code>;
  readonly inlined: Map<Instance, Body>;
  readonly layouts: Map<Ty, Layout>;
  readonly sizes: Map<Ty, SizeAlign>;
  readonly texts: Map<string, Pointer>;
  readonly vtables: Map<Ty, VTable>;
  readonly virtuals: Map<string, Instance>;
  readonly locations: Locations;
  readonly facts: Facts;
  /** Ids of docs/model.md that runs have met. Only grows. */
  readonly met: Set<string>;
  /** Thread ids by spawn path. */
  readonly threadIds: Map<string, ThreadId>;
  /** Places that assignments of user code store to; only while a trace is recorded. */
  readonly writes: Map<Code, Map<number, PlaceEval | undefined>>;
  /** Where the last `line` event was; only while a trace is recorded. */
  readonly lastLine: { thread: number; line: number; depth: number };
}

export const DEFAULT_LIMITS: Limits = {
  steps: 50_000_000,
  cells: 8_000_000,
  mainStackBytes: 8 << 20,
  stackBytes: 2 << 20,
  constantSteps: 20_000_000,
  threads: 1000,
};

export function createMachine(options: MachineOptions): Machine {
  let stamps = 0;
  let codeIds = 0;
  const machine: Machine = {
    cx: options.cx,
    program: options.program ?? programOf(options.cx),
    primitives: options.primitives,
    entry: options.entry,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    hashOrder: options.hashOrder ?? 0,
    weak: options.weak,
    allSeqCst: options.allSeqCst ?? false,
    memory: options.memory,
    forgetting: options.forgetting,
    panics: panicFunctions(),
    images: { statics: [], constants: [] },
    staticObjects: [],
    locate: options.locate ?? (() => "src/main.rs"),
    lineOf: options.lineOf ?? ((span) => span.start),
    encodeObject: options.encodeObject ?? ((object) => object),
    codeOf: (instance) => codeOf(machine, instance),
    get constant() {
      return constants;
    },
    describe: (instance) => describeInstance(options.cx, instance),
    stamp: () => ++stamps,
    codeId: () => ++codeIds,
    codes: new Map(),
    inlined: new Map(),
    layouts: new Map(),
    sizes: new Map(),
    texts: new Map(),
    vtables: new Map(),
    virtuals: new Map(),
    locations: createLocations(),
    facts: createFacts(),
    met: options.met ?? new Set(),
    threadIds: options.threadIds ?? new Map(),
    writes: new Map(),
    lastLine: { thread: -1, line: -1, depth: -1 },
  };
  const constants = createConstants(machine);
  return machine;
}

export function spanOfEntry(machine: Machine): Span {
  return machine.cx.ty.def(machine.entry.def).nameSpan ?? NO_SPAN;
}

// What the views read and ask for: one store for each page.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { bug } from "../base/assertNever.ts";
import type { ExplainContext } from "../explain/names.ts";
import type { Ref } from "../explain/segments.ts";
import type { ExportFormat, Scheduler, ToPanel } from "../protocol/messages.ts";
import type { Picture } from "../trace/picture.ts";
import type { Frame } from "./frame.ts";
import type { Host } from "./host.ts";
import type { Command } from "./keys.ts";
import type { Lane, Scale } from "../draw/layout.ts";
import type { Action, Filter, Player } from "./player.ts";
import type { Session } from "./session.ts";
import type { Hit } from "./timeline/hitTest.ts";

export interface Store {
  readonly host: Host;
  /** The second of two runs that are shown side by side. */
  readonly other: Store | undefined;
  readonly frame: Frame;
  readonly session: Signal<Session>;
  readonly player: Signal<Player>;
  /** The player, unchanged while it is only zoomed, panned or waiting: what need not be drawn again for that reads this one. */
  readonly settled: ReadonlySignal<Player>;
  /** Width of the tracks in pixels, told by the view. */
  readonly width: Signal<number>;
  readonly hover: Signal<Hover | undefined>;
  readonly helpOpen: Signal<boolean>;
  readonly geometry: ReadonlySignal<Geometry | undefined>;
  /** Part of the geometry that zoom and pan leave alone. */
  readonly lanes: ReadonlySignal<readonly Lane[]>;
  readonly explain: ReadonlySignal<ExplainContext | undefined>;
  readonly kept: ReadonlySignal<Uint32Array | undefined>;
  /** The picture of the cursor's event; `exact` is false while the right one is on its way. */
  readonly picture: ReadonlySignal<
    { readonly picture: Picture; readonly exact: boolean } | undefined
  >;
  dispatch(action: Action): void;
  command(command: Command): void;
  accept(message: ToPanel): void;
  run(scheduler: Scheduler, whatIf?: boolean): void;
  rerun(): void;
  explore(): void;
  /** Leads to what a piece of a sentence names. */
  open(ref: Ref): void;
  filter(filter: Filter | undefined): void;
  /** Moves the cursor and shows the line in the editor. */
  visit(row: number): void;
  pick(index: number): void;
  export(format: ExportFormat): void;
}

export interface Hover {
  readonly hit: Hit;
  readonly x: number;
  readonly y: number;
}

export interface Geometry {
  readonly scale: Scale;
  readonly lanes: readonly Lane[];
  /** Rows that can be shown: those of the run, and room for the next choice. */
  readonly limit: number;
  readonly height: number;
}

export const StoreContext = createContext<Store | undefined>(undefined);

export function useStore(): Store {
  return useContext(StoreContext) ?? bug("no store around this view");
}

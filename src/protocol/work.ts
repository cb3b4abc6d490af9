// What the extension host asks of the checking thread, and what it answers. Every request has an id; answers repeat it.
// The thread is single-minded: it advances an exploration in slices of 20 ms and looks at its mail between them, so that
// `cancel` takes effect within 100 ms.

import type { Edition } from "../base/edition.ts";
import type { Catalogue } from "../base/language.ts";
import type { Verdict } from "../trace/verdict.ts";
import type { FileFormat, PanelLook, Scheduler, ToPanel } from "./messages.ts";

/** What is to be run: a text and where to start in it. */
export interface Subject {
  /** Shown to people and in panic messages. */
  readonly file: string;
  readonly text: string;
  readonly edition: Edition;
  /** Path of the entry function; undefined: found from `focus`, else `main`. */
  readonly entry: string | undefined;
  /** Offsets of the selection; both are the caret's where nothing is selected. */
  readonly focus: readonly [number, number] | undefined;
  /** Rust expressions for what the entry needs, in the order of its fields; undefined: those that Lockstep knows. */
  readonly arguments?: readonly string[] | undefined;
}

/** Of operations on atomics: as they are written, or all of them SeqCst. */
export type Orders = "asWritten" | "seqCst";

export type ToWorker =
  | {
      readonly kind: "run";
      readonly id: number;
      readonly subject: Subject;
      readonly scheduler: Scheduler;
      readonly whatIf: boolean;
      /** Default: as written. */
      readonly orders?: Orders;
      /** Look for what-ifs of this text too. */
      readonly variants: boolean;
    }
  | { readonly kind: "pictures"; readonly id: number; readonly from: number; readonly to: number }
  | {
      readonly kind: "explore";
      readonly id: number;
      readonly subject: Subject;
      readonly whatIf: boolean;
      /** Default: as written. A schedule found under one means nothing under the other. */
      readonly orders?: Orders;
      readonly timeLimitMs: number;
      readonly maxStates: number;
    }
  /** The run that was shown last, as a file. */
  | {
      readonly kind: "export";
      readonly id: number;
      readonly format: FileFormat;
      readonly look: PanelLook;
      readonly verdict: Verdict | undefined;
      readonly nonce: string;
    }
  | { readonly kind: "cancel"; readonly id: number }
  /** The first of all, where people are spoken to in another language than English. */
  | {
      readonly kind: "language";
      readonly id: number;
      /** As in `lang`. */
      readonly name: string;
      readonly catalogue: Catalogue;
    }
  /** Get ready for the first request; given up when one comes. */
  | { readonly kind: "warmUp"; readonly id: number };

export type FromWorker =
  | { readonly kind: "panel"; readonly id: number; readonly message: ToPanel }
  | { readonly kind: "exported"; readonly id: number; readonly content: string }
  | { readonly kind: "done"; readonly id: number }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };

/** The two ends of a channel to a worker, whatever the host makes it of. */
export interface WorkerPort {
  post(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  onError(listener: (error: Error) => void): void;
  terminate(): void;
}

// What panel, extension host and worker say to each other: tagged unions, one file. Both ends are of one build, so a message is trusted to have its shape;
// everything in it that came from a program is text, never markup.

import type { Picture } from "../trace/picture.ts";
import type { Trace } from "../trace/trace.ts";
import type { ToldVerdict } from "../explain/verdictSentence.ts";
import type { Verdict } from "../trace/verdict.ts";

export interface PanelDiagnostic {
  readonly severity: "error" | "warning" | "info";
  readonly code: string | undefined;
  readonly message: string;
  /** What rustc writes under the place itself. */
  readonly label?: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly {
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

/** Offsets in the text that was analysed. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A quick fix of a message. */
export interface Repair {
  /** Index into the diagnostics of `rejected`. */
  readonly diagnostic: number;
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A what-if: the program with something a little different. */
export interface PanelVariant {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Something that the entry needs to be called: a field to edit. */
export interface PanelArgument {
  readonly kind: "type" | "argument" | "variable";
  readonly name: string;
  readonly type: string;
  /** A Rust expression. */
  readonly value: string;
  /** rustc's words. */
  readonly error?: string | undefined;
}

/** What the shown program is compared with. */
export interface Comparison {
  /**
   * `variant`: a what-if, compared with the program as it is written; `edit`: the program as it was before an edit;
   * `arguments`: the entry with other arguments; `choose`: all that can happen, compared with what still can.
   */
  readonly kind: "variant" | "edit" | "arguments" | "choose";
  readonly title: string;
  readonly before: Verdict | undefined;
}

/** What a second run beside the first is a run of. */
export type Beside =
  | { readonly kind: "edition" }
  /** The text as it was before the last edit. */
  | { readonly kind: "before" }
  /** Index in the last `variants`. */
  | { readonly kind: "variant"; readonly variant: number }
  /** Another file, which the user is asked for. */
  | { readonly kind: "file" };

/** How threads are picked. */
export type Scheduler =
  | { readonly kind: "roundRobin" }
  | { readonly kind: "random"; readonly seed: number }
  /** A found outcome's schedule, or the steps chosen so far. */
  | { readonly kind: "schedule"; readonly schedule: string; readonly label: string }
  /** “You choose”: the choices made so far; the run stands where the next one is needed. */
  | { readonly kind: "choose"; readonly prefix: readonly number[] };

/** One of the threads that can be picked where “you choose” stands. */
export interface NextChoice {
  /** Position in the list of choices, to be appended to the prefix. */
  readonly index: number;
  readonly thread: number;
  readonly label: string;
  readonly needs: string | undefined;
}

export type ToPanel =
  /** For the second of two runs. */
  | { readonly kind: "other"; readonly message: ToPanel }
  /** What can be put beside this run: the other edition, the text before an edit. */
  | { readonly kind: "besides"; readonly edition: number; readonly before: boolean }
  /** Two runs are shown, under these titles; undefined: one. */
  | { readonly kind: "pair"; readonly titles: readonly [string, string] | undefined }
  /** How the two go in step: the row of each at each step. */
  | {
      readonly kind: "aligned";
      readonly left: readonly number[];
      readonly right: readonly number[];
    }
  | {
      readonly kind: "trace";
      readonly trace: Trace;
      readonly scheduler: Scheduler;
      readonly pictures: readonly Picture[];
      /** Row of the first picture. */ readonly from: number;
      readonly next: readonly NextChoice[];
      readonly source: SourceText;
      /** Where the player should stand first. */ readonly cursor: number;
      /** A check of the compiler is switched off. */ readonly whatIf?: boolean;
    }
  | { readonly kind: "pictures"; readonly from: number; readonly pictures: readonly Picture[] }
  | {
      readonly kind: "exploring";
      readonly states: number;
      readonly outcomes: number;
      readonly elapsedMs: number;
      /** How much of the present pass seems to be done, 0 to 1. */
      readonly progress?: number;
    }
  | { readonly kind: "verdict"; readonly verdict: Verdict; readonly told: ToldVerdict }
  /** The program does not compile: rustc's words; `whatIf` when it can run all the same with the check switched off. */
  | {
      readonly kind: "rejected";
      readonly file: string;
      readonly entry: string;
      readonly diagnostics: readonly PanelDiagnostic[];
      readonly source: SourceText;
      readonly whatIf: boolean;
    }
  /** What the entry is called with; empty where it needs nothing. `chosen`: `T = i32`. */
  | {
      readonly kind: "arguments";
      readonly name: string;
      readonly fields: readonly PanelArgument[];
      readonly chosen: string;
    }
  /** Edits that make a rejected program compile, each tried out; they come behind `rejected`. */
  | { readonly kind: "repairs"; readonly repairs: readonly Repair[] }
  /** What-ifs of the program as it is written; they come behind its first run. */
  | { readonly kind: "variants"; readonly variants: readonly PanelVariant[] }
  /** “You choose”: what can still happen behind the choices made so far; undefined where that is not known. */
  | { readonly kind: "reachable"; readonly verdict: Verdict | undefined }
  | { readonly kind: "comparing"; readonly with: Comparison | undefined }
  /** It cannot be run at all: nothing to run, outside the model. */
  | {
      readonly kind: "refused";
      readonly file: string;
      readonly message: string;
      readonly reasons: readonly {
        readonly line: number;
        readonly what: string;
        readonly reason: string;
      }[];
    }
  | { readonly kind: "busy"; readonly what: string }
  | { readonly kind: "stale"; readonly stale: boolean }
  /** What the host needs to find the text again after a reload; the panel keeps it in its state as `target` and does not look into it. */
  | { readonly kind: "target"; readonly target: unknown }
  /** The editor's caret moved to this line (1-based). */
  | { readonly kind: "caret"; readonly line: number };

/** Lines of the entry, for the panel's small source view and the exports. */
export interface SourceText {
  readonly firstLine: number;
  readonly lines: readonly string[];
}

export type FromPanel =
  | { readonly kind: "ready" }
  | { readonly kind: "run"; readonly scheduler: Scheduler; readonly whatIf: boolean }
  | { readonly kind: "needPictures"; readonly from: number; readonly to: number }
  | { readonly kind: "explore" }
  | { readonly kind: "cancel" }
  /** The cursor stands here: mark each thread's line in the editor. `reveal` also scrolls to it. */
  | {
      readonly kind: "cursor";
      readonly row: number;
      readonly lines: readonly {
        readonly thread: number;
        readonly line: number;
        readonly state: string;
      }[];
      readonly reveal: number | undefined;
    }
  | { readonly kind: "openLine"; readonly line: number; readonly column: number }
  | { readonly kind: "rerun" }
  /** Put a second run beside this one; undefined: show one again. */
  | { readonly kind: "beside"; readonly beside: Beside | undefined }
  /** From the second of two runs. */
  | { readonly kind: "other"; readonly message: FromPanel }
  /** Run the entry with these expressions. */
  | { readonly kind: "arguments"; readonly values: readonly string[] }
  /** Apply the repair of this index in the last `repairs`, and run again. */
  | { readonly kind: "repair"; readonly repair: number }
  /** Run the what-if of this index in the last `variants`; undefined: as written again. */
  | { readonly kind: "variant"; readonly variant: number | undefined }
  /** Make the file what the shown what-if is. */
  | { readonly kind: "applyVariant" }
  | { readonly kind: "openCard"; readonly concept: string }
  | { readonly kind: "export"; readonly format: ExportFormat; readonly look: PanelLook };

/** What becomes a file. */
export type FileFormat = "html" | "svg" | "film" | "text";
/** And what goes to the clipboard. */
export type ExportFormat = FileFormat | "schedule" | "link";

/** How the panel looks at the run, for exports that are to look like it. */
export interface PanelLook {
  readonly cursor: number;
  /** Rows that are shown; undefined: all. */
  readonly view: { readonly from: number; readonly to: number } | undefined;
  readonly pinned: readonly number[];
  /** The timeline's colours by name, resolved. */
  readonly colors: Readonly<Record<string, string>>;
  readonly font: string;
  /** The theme's variables by name. */
  readonly variables: Readonly<Record<string, string>>;
  /** Classes of the body, which tell light from dark. */
  readonly bodyClass: string;
}

/** The element of an exported page that holds its messages. */
export const PAGE_DATA_ID = "lockstep-data";

// What rustc and our static half say about one file, in one form.

export interface Facts {
  readonly locals: readonly LocalFact[];
  readonly closures: readonly ClosureFact[];
  readonly drops: readonly DropFact[];
}

/** Lines and columns are 1-based; columns count characters, as rustc's do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface LocalFact extends Position {
  readonly name: string;
  readonly ty: string;
}

export interface ClosureFact extends Position {
  readonly kind: "Fn" | "FnMut" | "FnOnce";
  /** `p__a ref String`, in the order of the closure's fields. */
  readonly captures: readonly string[];
}

/** A value that goes; `line` is 0 where it stands in a macro of std. */
export interface DropFact extends Position {
  /** The variable that it belongs to; empty for a temporary. */
  readonly name: string;
  readonly ty: string;
  readonly unwind: boolean;
}

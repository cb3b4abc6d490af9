// What a snapshot of a crate holds: rows of a pack, in terms of what is left of a crate once it is resolved.
//
// Of each definition: what others see of it (`Def`) and its body; of each module: its names. How definitions came about
// (syntax, macro calls, imports) is gone; nothing asks for it once the crate is sealed.

import type { Edition } from "../../base/edition.ts";
import type { Span } from "../../base/span.ts";
import type { Def, DefId, DefVisibility, VariantShape } from "../defs.ts";
import type { Res } from "../hir.ts";
import type { ModuleData } from "../crate.ts";

/** The first section to read; numbers name other sections of the pack. */
export interface StoredCrate {
  readonly name: string;
  readonly edition: Edition;
  readonly root: DefId;
  readonly defCount: number;
  /** Section of the first definition's `StoredDef`; the others follow. */
  readonly defs: number;
  /** By definition BODY_DIGITS digits: section of its body, 0 for none. */
  readonly bodies: string;
  /** Distinct attributes. */
  readonly attrs: readonly StoredAttr[];
  readonly modules: readonly StoredModule[];
  /** Modules and blocks around a place, innermost first, by number in `modules`. */
  readonly scopes: readonly (readonly number[])[];
  /** By ScopeId: number in `scopes`. */
  readonly blockScopes: readonly number[];
  /** Number of the prelude in `modules`. */
  readonly prelude: number | undefined;
  readonly macros: readonly StoredMacro[];
  /** Name and definition, of `#[macro_export]`ed macros and derives. */
  readonly exported: ReadonlyMap<string, DefId>;
  readonly langs: ReadonlyMap<string, DefId>;
  readonly markers: ReadonlyMap<DefId, ReadonlyMap<string, string>>;
  readonly impls: readonly DefId[];
  /** Section of the shortest public paths: `ReadonlyMap<DefId, string>`. */
  readonly publicPaths: number;
  /** Section of `StoredNames`; undefined where the crate lists none. */
  readonly realNames: number | undefined;
}

export interface StoredDef {
  readonly def: Omit<Def, "attrs">;
  /** Numbers in `StoredCrate.attrs`. */
  readonly attrs: readonly number[];
  readonly derived: Span | undefined;
  readonly shape: VariantShape;
  readonly hasSelf: boolean;
  /** Number in `StoredCrate.scopes`. */
  readonly scope: number;
}

export interface StoredAttr {
  readonly path: readonly string[];
  readonly inner: boolean;
  readonly unsafe: boolean;
  readonly tokens: readonly StoredToken[];
}

export interface StoredToken {
  readonly kind: number;
  readonly text: string;
  readonly spaced: boolean;
  readonly raw: boolean;
  readonly span: Span;
}

export interface StoredModule {
  readonly id: DefId;
  readonly kind: ModuleData["kind"];
  readonly parent: number | undefined;
  readonly incomplete: boolean;
  /** Section of `StoredBindings`. */
  readonly names: number;
  readonly traits: readonly DefId[];
  /** Entry of the module in the list of real names. */
  readonly entry: string | undefined;
  readonly globbed: readonly number[];
}

/** Bindings in each namespace. */
export interface StoredBindings {
  readonly types: ReadonlyMap<string, StoredBinding>;
  readonly values: ReadonlyMap<string, StoredBinding>;
  readonly macros: ReadonlyMap<string, StoredBinding>;
}

export interface StoredBinding {
  readonly res: Res | { readonly kind: "macro"; readonly id: DefId };
  readonly visibility: DefVisibility;
  readonly span: Span;
  readonly imported: boolean;
  readonly glob: boolean;
  readonly ambiguous: StoredBinding | undefined;
}

export interface StoredMacro {
  readonly id: DefId;
  readonly name: string;
  readonly span: Span;
  readonly builtin: string | undefined;
  readonly eager: boolean;
  readonly isMacroDef: boolean;
  /** Section of its tokens: `readonly StoredToken[]`. */
  readonly body: number;
}

export interface StoredNames {
  readonly lines: ReadonlyMap<string, string>;
  readonly modules: ReadonlySet<string>;
  readonly entryOf: ReadonlyMap<DefId, string>;
}

/** Digits of a section's number in `StoredCrate.bodies`. */
export const BODY_DIGITS = 3;

// The crate under resolution: its definitions, modules, macros and the tables that later phases fill.
//
// Names follow rustc_resolve: a module (also an enum, a trait or a block with items) maps names to bindings in three
// namespaces; an import makes bindings in its module. Everything here is private to the room; others see `Program`.

import type { Edition } from "../base/edition.ts";
import type { Span } from "../base/span.ts";
import type {
  Attribute,
  Block,
  GenericParam,
  Ident,
  Item,
  MacroCall,
  SourceFile,
  Stmt,
  TokenRange,
  Type,
  Variant,
  FieldDef,
  Expr,
  Pat,
} from "../syntax/ast.ts";
import type {
  Def,
  DefId,
  DefKind,
  DefVisibility,
  HirError,
  ImplIndex,
  Unsupported,
  VariantShape,
} from "./defs.ts";
import type { HirBody, Res } from "./hir.ts";
import type { Hygiene } from "./hygiene.ts";
import type { Rule } from "./macros/rules.ts";

export type Namespace = "types" | "values" | "macros";

export const NAMESPACES: readonly Namespace[] = ["types", "values", "macros"];

export type NameRes = Res | { readonly kind: "macro"; readonly macro: MacroDef };

export interface Binding {
  readonly res: NameRes;
  readonly visibility: DefVisibility;
  readonly span: Span;
  /** The import that made it; undefined for a definition. */
  readonly import: Import | undefined;
  readonly glob: boolean;
  /** Made by `extern crate`. */
  readonly externCrate?: boolean;
  /** Two globs supply different things under this name. */
  readonly ambiguous?: Binding;
}

export interface ModuleData {
  readonly id: DefId;
  readonly kind: "normal" | "enum" | "trait" | "block";
  readonly parent: ModuleData | undefined;
  readonly names: Readonly<Record<Namespace, Map<string, Binding>>>;
  /** Glob imports standing in this module. */
  readonly globs: Import[];
  /** Glob imports that look into this module. */
  readonly importers: Import[];
  /** Single imports standing in this module, by the name they give. */
  readonly singles: Map<string, Import[]>;
  /** Names that we cannot see may exist here. */
  incomplete: boolean;
  traits: readonly DefId[] | undefined;
  /** In std: the names that the real module has, declared here or not. */
  real: (() => ReadonlySet<string> | undefined) | undefined;
  /** Modules of std of which everything is imported. */
  readonly globbed: ModuleData[];
  /** The visibility of private items. */
  own: DefVisibility | undefined;
}

export interface Import {
  readonly kind: "single" | "glob";
  readonly module: ModuleData;
  /** Path up to the last segment; for a glob the whole path. */
  readonly path: readonly Ident[];
  /** The name looked up; undefined for a glob. */
  readonly source: Ident | undefined;
  /** The name given (`_` for an anonymous trait import). */
  readonly target: Ident | undefined;
  readonly global: boolean;
  readonly typesOnly: boolean;
  readonly visibility: DefVisibility;
  readonly span: Span;
  /** The module behind `path` once known; `"unknown"` when it lies outside what we can see. */
  into: ModuleData | "unknown" | undefined;
  done: boolean;
  readonly foundIn: Set<Namespace>;
}

export interface MacroDef {
  readonly id: DefId;
  readonly name: string;
  readonly body: TokenRange;
  readonly span: Span;
  readonly fromStd: boolean;
  readonly edition: Edition;
  /** Argument of `#[rustc_builtin_macro(name)]`. */
  readonly builtin: string | undefined;
  /** Its expansion may contain items: expanded while items are collected. Others wait for the body. */
  readonly eager: boolean;
  /** `macro name(…) {…}` instead of `macro_rules!`. */
  readonly isMacroDef: boolean;
  rules: readonly Rule[] | undefined;
}

/** Macros in textual scope: the innermost definition first. */
export interface TextScope {
  readonly name: string;
  readonly macro: MacroDef;
  readonly parent: TextScope | undefined;
}

/** Where types and paths of an item or body are looked up, innermost first. */
export type Scope =
  | { readonly kind: "module"; readonly module: ModuleData; readonly parent: undefined }
  | {
      readonly kind: "block";
      readonly module: ModuleData;
      readonly parent: Scope;
      readonly scopeId: number;
    }
  | {
      readonly kind: "generics";
      readonly owner: DefId;
      readonly params: ReadonlyMap<string, DefId>;
      readonly lifetimes: ReadonlyMap<string, DefId>;
      readonly parent: Scope;
    }
  | { readonly kind: "self"; readonly res: Res; readonly parent: Scope }
  /** Start of an item: generic parameters and locals outside are out of reach. */
  | { readonly kind: "item"; readonly owner: DefId; readonly parent: Scope }
  | { readonly kind: "binder"; readonly names: readonly string[]; readonly parent: Scope };

export interface GenericNode {
  readonly def: DefId;
  readonly kind: "lifetime" | "type" | "const";
  readonly name: string;
  readonly index: number;
  readonly span: Span;
  /** Undefined for `Self` of a trait; a type for `impl Trait` in argument position. */
  readonly ast: GenericParam | Type | undefined;
}

/** What a definition was made from. */
export type DefSource =
  | { readonly kind: "root"; readonly file: SourceFile }
  | { readonly kind: "item"; readonly item: Item }
  | { readonly kind: "variant"; readonly variant: Variant }
  | { readonly kind: "field"; readonly field: FieldDef }
  | { readonly kind: "param"; readonly param: GenericNode }
  | { readonly kind: "opaque"; readonly type: Type }
  | { readonly kind: "snippet"; readonly block: Block }
  /** From a snapshot: what is left of its syntax. */
  | { readonly kind: "stored"; readonly shape: VariantShape; readonly hasSelf: boolean };

export interface DefNode {
  readonly id: DefId;
  readonly kind: DefKind;
  readonly name: string;
  readonly parent: DefId | undefined;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly attrs: readonly Attribute[];
  readonly visibility: DefVisibility;
  readonly source: DefSource;
  /** Scope inside the definition: its own generics and `Self` included. */
  readonly scope: Scope;
  readonly generics: readonly GenericNode[];
  /** Generic parameters of the enclosing impl or trait. */
  readonly genericsBefore: number;
  /** Variants, fields, or associated items. */
  readonly children: DefId[];
  readonly text: TextScope | undefined;
  /** Outermost macro call that made it. */
  readonly macro: MacroFrame | undefined;
  readonly index: number;
  readonly derived: Span | undefined;
  readonly filePath: readonly string[];
}

/** The macro call inside which a piece of syntax stands. */
export interface MacroFrame {
  /** The outermost call, in a file. */
  readonly outer: Span;
  readonly depth: number;
}

/** What became of one macro call that was expanded while items were collected. */
export interface CallRecord {
  readonly macro: MacroDef;
  /** Undefined: reported. */
  readonly expansion: ExpansionResult | undefined;
}

export type ExpansionResult =
  | { readonly kind: "expr"; readonly expr: Expr | undefined; readonly frame: MacroFrame }
  | { readonly kind: "pat"; readonly pat: Pat | undefined; readonly frame: MacroFrame }
  | { readonly kind: "type"; readonly type: Type | undefined; readonly frame: MacroFrame }
  | { readonly kind: "items"; readonly items: readonly Item[]; readonly frame: MacroFrame }
  | {
      readonly kind: "statements";
      readonly statements: readonly Stmt[];
      readonly tail: Expr | undefined;
      readonly frame: MacroFrame;
    };

export interface CrateFile {
  /** File name or module path: `lib.rs`, `sync/mutex.rs`. */
  readonly name: string;
  readonly file: SourceFile;
}

export interface ResolveOptions {
  /** Keep `#[cfg(test)]` and `#[test]`. */
  readonly test?: boolean;
  /** Crates besides std that may exist; `"unknown"`: any name may be one. */
  readonly externCrates?: "unknown" | readonly string[];
  /** Name of the crate root in paths; `std` for std itself. */
  readonly crateName?: string;
  /** Line, column and file of a position, for `line!()` and its like. */
  readonly locate?: (position: number) => {
    readonly line: number;
    readonly column: number;
    readonly file: string;
  };
}

/** Where the collector stands. */
export interface Place {
  readonly crate: Crate;
  readonly module: ModuleData;
  /** Parent of the definitions made here. */
  readonly owner: DefId;
  readonly scope: Scope;
  /** Macros in textual scope; grows as definitions are met. */
  readonly text: { current: TextScope | undefined };
  readonly frame: MacroFrame | undefined;
  /** Path of the module inside the crate, for `mod name;`. */
  readonly filePath: readonly string[];
  /** Set while the impls of a derive are collected. */
  readonly derived?: Span;
}

export interface RealNames {
  readonly lines: ReadonlyMap<string, string>;
  readonly sets: Map<string, ReadonlySet<string>>;
  /** Entries that are modules. */
  readonly modules: Set<string>;
  /** Entry of each type and trait that std declares. */
  readonly entryOf: Map<DefId, string>;
}

/** The collector's functions, for those that would otherwise import each other in a circle. */
export interface Collector {
  items(place: Place, items: readonly Item[]): void;
  block(place: Place, block: Block): void;
  expr(place: Place, expr: Expr): void;
  statement(place: Place, statement: Stmt): void;
}

export interface Crate {
  readonly collector: Collector;
  readonly std: Crate | undefined;
  readonly name: string;
  edition: Edition;
  readonly options: ResolveOptions;
  readonly files: readonly CrateFile[];
  readonly base: number;
  readonly hygiene: Hygiene;
  readonly nodes: DefNode[];
  readonly defs: (Def | undefined)[];
  readonly bodies: Map<DefId, HirBody | undefined>;
  readonly modules: Map<DefId, ModuleData>;
  /** Blocks that hold items. */
  readonly blocks: Map<Block, Scope & { readonly kind: "block" }>;
  readonly macros: Map<DefId, MacroDef>;
  readonly itemDefs: Map<Item, DefId>;
  readonly itemMacros: Map<Item, MacroDef>;
  /** Items of `extern` blocks, with the ABI. */
  readonly foreign: Map<Item, string>;
  readonly implTypes: Map<Type, DefId>;
  readonly calls: Map<MacroCall, CallRecord>;
  readonly imports: Import[];
  /** Macro calls and derives whose macro an import may yet supply. `retry` tells whether it is dealt with. */
  readonly waiting: { readonly retry: (settled: boolean) => boolean }[];
  readonly impls: DefId[];
  readonly langs: Map<string, DefId>;
  readonly langOf: Map<DefId, string>;
  readonly markers: Map<DefId, ReadonlyMap<string, string>>;
  /** `#[macro_export]`ed macros and derive macros of this crate, for users of the crate. */
  readonly exported: Map<string, MacroDef>;
  realNames: RealNames | undefined;
  readonly errors: HirError[];
  readonly unsupported: Unsupported[];
  readonly reported: Set<string>;
  /** By ScopeId: blocks that hold items. */
  readonly scopes: (Scope & { readonly kind: "block" })[];
  /** Names of locals around a nested item, for E0434. */
  readonly outerLocals: Map<DefId, ReadonlyMap<string, Span>>;
  root: ModuleData;
  prelude: ModuleData | undefined;
  incomplete: boolean;
  /** A crate or file that we do not see may define macros for everyone. */
  macrosUnknown: boolean;
  /** A call matched no rule of its macro: rustc then reports no unresolved names. */
  macroFailed: boolean;
  /** Some code says in which line it stands. */
  located: boolean;
  /** Errors of passes behind name resolution: rustc gives them only when there are no others. */
  readonly lateErrors: HirError[];
  /** Items are collected; std may make no more definitions. */
  sealed: boolean;
  /** Paths for people, by definition; `publicPaths` of std only. */
  readonly paths: Map<DefId, string>;
  readonly publicPaths: Map<DefId, string>;
  /** What `use` lines bring in. */
  readonly uses: { readonly span: Span; readonly def: DefId }[];
  /** Where the parts of a crate come from that was read from a snapshot. */
  stored: StoredParts | undefined;
  bodyOf(id: DefId): HirBody | undefined;
  defOf(id: DefId): Def;
}

export interface StoredParts {
  node(id: DefId): DefNode;
  def(id: DefId): Def;
  body(id: DefId): HirBody | undefined;
  implIndex(): ImplIndex | undefined;
}

export function spanOfNode(node: { readonly start: number; readonly end: number }): Span {
  return { start: node.start, end: node.end };
}

export function nodeOf(crate: Crate, id: DefId): DefNode {
  const home = id < crate.base && crate.std !== undefined ? crate.std : crate;
  const node = home.nodes[id - home.base];
  if (node !== undefined) return node;
  if (home.stored === undefined) throw new Error(`bug: no definition ${id}`);
  return (home.nodes[id - home.base] = home.stored.node(id));
}

/** The crate to which a definition belongs. */
export function homeOf(crate: Crate, id: DefId): Crate {
  return id < crate.base && crate.std !== undefined ? crate.std : crate;
}

export function moduleOfDef(crate: Crate, id: DefId): ModuleData | undefined {
  return homeOf(crate, id).modules.get(id);
}

export function createModule(
  id: DefId,
  kind: ModuleData["kind"],
  parent: ModuleData | undefined,
): ModuleData {
  return {
    id,
    kind,
    parent,
    names: { types: new Map(), values: new Map(), macros: new Map() },
    globs: [],
    importers: [],
    singles: new Map(),
    incomplete: false,
    traits: undefined,
    real: undefined,
    globbed: [],
    own: undefined,
  };
}

/** The `mod` (or crate root) around a module. */
export function normalModule(module: ModuleData): ModuleData {
  let at = module;
  while (at.kind !== "normal" && at.parent !== undefined) at = at.parent;
  return at;
}

/** Whether something with `visibility` may be named inside `module`. */
export function isAccessible(visibility: DefVisibility, module: ModuleData): boolean {
  if (visibility.kind === "public") return true;
  for (let at: ModuleData | undefined = module; at !== undefined; at = at.parent) {
    if (at.id === visibility.in && at.kind !== "block") return true;
  }
  return false;
}

export function reportError(
  crate: Crate,
  error: Omit<HirError, "related"> & Partial<Pick<HirError, "related">>,
): void {
  if (isReported(crate, errorKey(error))) return;
  crate.errors.push({ ...error, related: error.related ?? [] });
}

/** For what rustc finds after name resolution. */
export function reportLate(crate: Crate, error: Omit<HirError, "related">): void {
  if (isReported(crate, errorKey(error))) return;
  crate.lateErrors.push({ ...error, related: [] });
}

export function reportUnsupported(crate: Crate, span: Span, what: string, reason: string): void {
  if (isReported(crate, unsupportedKey({ span, what }))) return;
  crate.unsupported.push({ span, what, reason });
}

/** What `reported` knows an error by. */
export function errorKey({ code, span, message }: Omit<HirError, "related">): string {
  return `${code}:${span.start}:${span.end}:${message}`;
}

export function unsupportedKey({ span, what }: Pick<Unsupported, "span" | "what">): string {
  return `u:${span.start}:${span.end}:${what}`;
}

function isReported(crate: Crate, key: string): boolean {
  if (crate.reported.has(key)) return true;
  crate.reported.add(key);
  return false;
}

/** The module (or block with items) in which names of a scope are looked up. */
export function moduleOfScope(scope: Scope): ModuleData {
  let at: Scope = scope;
  while (at.kind !== "module" && at.kind !== "block") at = at.parent;
  return at.module;
}

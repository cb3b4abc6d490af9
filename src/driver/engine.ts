// The engine: std analysed once, and analyses of texts on top of it. One per process or thread; it has no other state.
//
// A text that is being edited is opened with room for edits in it; after an edit inside one function's body, `edit` takes
// over all that does not depend on that body (src/README.md, "How it stays fast").

import { DEFAULT_EDITION, type Edition } from "../base/edition.ts";
import type { Catalogue } from "../base/language.ts";
import { buildLineIndex } from "../base/lineIndex.ts";
import { NO_PADDING, padText } from "../base/padding.ts";
import type { Span } from "../base/span.ts";
import type { Program } from "../hir/defs.ts";
import { replaceBody } from "../hir/replaceBody.ts";
import { resolveCrate } from "../hir/resolve.ts";
import { createMirContext, editedMirContext } from "../mir/context.ts";
import { createTyContext } from "../ty/context.ts";
import { locating, makeAnalysis } from "./analysis.ts";
import { editInBody, roomFor, type Page, type PageEdit } from "./bodyEdit.ts";
import type { Analysis } from "./contract.ts";
import { parseSource } from "./fragment.ts";
import { factsOfOthers } from "./memo.ts";
import { STD_LIMITS, isOvergrown, type Limits, type Std } from "./std.ts";
import { openStd } from "./stdSnapshot.ts";

export interface AnalyzeOptions {
  /** Name for messages, as given by the user. */
  readonly file: string;
  readonly edition?: Edition;
  /** Parts that are not the user's own. */
  readonly hidden?: readonly Span[];
}

export interface Engine {
  /** std's own program, loaded at first use. */
  std(): Program;
  /** Positions in the analysis are those of the text. */
  analyze(text: string, options: AnalyzeOptions): Analysis;
  /** The same for a text that will be edited: positions are those of `analysis.text`, which has room in it. */
  open(text: string, options: AnalyzeOptions): Analysis;
  /** The analysis of an edited text; `before` may still be read, but has lost what it has found out. */
  edit(before: Analysis, text: string): Analysis;
  /** Of the editor's language, for what std's declarations say. */
  readonly catalogue: Catalogue;
}

/** So many edits stand on one reading: then names and types that no text mentions any longer are let go. */
const MAX_EDITS = 500;

/**
 * `kept`: a snapshot of std that the host keeps, where the bundle carries none (stdKept.ts). std is opened anew when it has
 * outgrown its limits; analyses that stand on the old one go on with that.
 */
export function createEngine(
  kept: () => string | undefined = () => undefined,
  catalogue: Catalogue = {},
  limits: Limits = STD_LIMITS,
): Engine {
  let loaded: Std | undefined;
  const std = () => {
    if (loaded !== undefined && isOvergrown(loaded, limits)) loaded = undefined;
    return (loaded ??= openStd(kept));
  };
  const open = (text: string, options: AnalyzeOptions): Analysis => {
    const page = pageOf(text, options.edition ?? DEFAULT_EDITION);
    return analyze(page, { ...options, catalogue }, std());
  };
  return {
    std: () => std().program,
    analyze: (text, options) => {
      const { file, fragment } = parseSource(text, options.edition ?? DEFAULT_EDITION);
      const page = { source: text, padding: NO_PADDING, text, file, fragment };
      return analyze(page, { ...options, catalogue }, std());
    },
    open,
    edit: (before, text) =>
      text === before.source ? before : (edited(before, text, std()) ?? open(text, before)),
    catalogue,
  };
}

type Read = Page & { readonly fragment: boolean };

function pageOf(source: string, edition: Edition): Read {
  const { file, fragment } = parseSource(source, edition);
  const padding = fragment ? NO_PADDING : roomFor(source, file);
  if (padding.offsets.length === 0) return { source, padding, text: source, file, fragment };
  const text = padText(source, padding);
  return { source, padding, text, ...parseSource(text, edition) };
}

function analyze(
  page: Read,
  options: AnalyzeOptions & Pick<Engine, "catalogue">,
  std: Std,
): Analysis {
  const { text, file, fragment } = page;
  const edition = options.edition ?? DEFAULT_EDITION;
  const lines = buildLineIndex(text);
  const { position, place } = locating(options.file, lines);
  const crate = { name: "main.rs", file };
  const test = testsAreExtra(text);
  const program = resolveCrate([crate], std.program, { test, locate: position });
  const cx = createTyContext(program, { base: std.cx, locate: place });
  const mir = createMirContext(cx, std.mir);
  const { catalogue, hidden = [] } = options;
  const parts = {
    file: options.file,
    catalogue,
    edition,
    lines,
    hidden,
    fragment,
    program,
    cx,
    mir,
  };
  return makeAnalysis({ ...page, ...parts, syntax: file, edits: 0, memo: new Map() });
}

/**
 * Whether `cfg(test)` only adds to the program: then its tests are read with it, and can be run. Where something stands for the program
 * without tests (`not(test)`, `cfg!(test)`), the program is what `cargo run` builds.
 */
function testsAreExtra(text: string): boolean {
  return !/\bnot\s*\(\s*test\s*\)|\bcfg!\s*\(\s*test\b/.test(text);
}

/** Undefined where more has changed than the body of one function. */
function edited(before: Analysis, source: string, std: Std): Analysis | undefined {
  if (before.fragment || before.edits >= MAX_EDITS || before.cx.base !== std.cx) return undefined;
  if (testsAreExtra(before.source) !== testsAreExtra(source)) return undefined;
  const edit = editInBody({ ...before, file: before.syntax }, source, before.edition);
  return edit && withEdit(before, edit, std);
}

function withEdit(before: Analysis, edit: PageEdit, std: Std): Analysis | undefined {
  const { page, stood, linesMoved } = edit;
  const lines = buildLineIndex(page.text);
  const { position, place } = locating(before.file, lines);
  const replaced = replaceBody(before.program, { ...edit, file: page.file, locate: position });
  if (replaced === undefined) return undefined;
  const { program, owner } = replaced;
  const memo = factsOfOthers(before, owner, linesMoved);
  const previous = { cx: before.cx, edit: { owner, stood, linesMoved } };
  const cx = createTyContext(program, { base: std.cx, locate: place, previous });
  const mir = editedMirContext(before.mir, cx, owner);
  return makeAnalysis({
    ...page,
    file: before.file,
    edition: before.edition,
    fragment: false,
    lines,
    hidden: [],
    program,
    cx,
    mir,
    syntax: page.file,
    edits: before.edits + 1,
    catalogue: before.catalogue,
    memo,
  });
}

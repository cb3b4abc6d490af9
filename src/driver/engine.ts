// The engine: std analysed once, and analyses of texts on top of it. One per process or thread; it has no other state.

import { DEFAULT_EDITION, type Edition } from "../base/edition.ts";
import { buildLineIndex, lineColumnAt } from "../base/lineIndex.ts";
import { isStdSpan, type Span } from "../base/span.ts";
import { finish } from "../base/steps.ts";
import type { DefId, Program } from "../hir/defs.ts";
import { resolveCrate } from "../hir/resolve.ts";
import { createMirContext } from "../mir/context.ts";
import { createTyContext } from "../ty/context.ts";
import type { Analysis, Diagnostic } from "./contract.ts";
import { diagnose, diagnoseBody } from "./diagnose.ts";
import { findEntries } from "./entries.ts";
import { parseSource } from "./fragment.ts";
import type { Std } from "./std.ts";
import { openStd } from "./stdSnapshot.ts";
import { allDiagnostics } from "./warnings.ts";

export interface AnalyzeOptions {
  /** Name for messages, as given by the user. */
  readonly file: string;
  readonly edition?: Edition;
}

export interface Engine {
  /** std's own program, loaded at first use. */
  std(): Program;
  analyze(text: string, options: AnalyzeOptions): Analysis;
}

/** `kept`: a snapshot of std that the host keeps, where the bundle carries none (stdKept.ts). */
export function createEngine(kept: () => string | undefined = () => undefined): Engine {
  let loaded: Std | undefined;
  const std = () => (loaded ??= openStd(kept));
  return {
    std: () => std().program,
    analyze: (text, options) => analyze(text, options, std()),
  };
}

function analyze(text: string, options: AnalyzeOptions, std: Std): Analysis {
  const edition = options.edition ?? DEFAULT_EDITION;
  const lines = buildLineIndex(text);
  const { file, fragment } = parseSource(text, edition);
  const program = resolveCrate([{ name: "main.rs", file }], std.program, {
    test: true,
    locate: (position) => ({ ...lineColumnAt(lines, position), file: options.file }),
  });
  const locate = (span: Span): string => {
    if (isStdSpan(span)) return "std";
    const start = lineColumnAt(lines, span.start);
    return `${options.file}:${start.line}:${start.column}`;
  };
  const cx = createTyContext(program, { base: std.cx, locate });
  const mir = createMirContext(cx, std.mir);
  const base = {
    file: options.file,
    text,
    edition,
    lines,
    syntax: file,
    fragment,
    program,
    cx,
    mir,
  };
  const entries = findEntries(program, file, fragment);
  let found: ReturnType<typeof diagnose> | undefined;
  let all: readonly Diagnostic[] | undefined;
  const findings = () => (found ??= diagnose(base));
  const byBody = new Map<DefId, readonly Diagnostic[]>();
  const analysis: Analysis = {
    ...base,
    entries,
    diagnostics: () => (all ??= finish(allDiagnostics(analysis))),
    *diagnosing() {
      all ??= yield* allDiagnostics(analysis);
      return all;
    },
    compilerDiagnostics: () => findings().diagnostics,
    bodyDiagnostics(owner) {
      const known = byBody.get(owner) ?? diagnoseBody(base, owner);
      byBody.set(owner, known);
      return known;
    },
    unsupported: () => findings().unsupported,
    memo: new Map(),
  };
  return analysis;
}

// `format_args!`: the format string against its arguments (`rustc_builtin_macros::format`).
//
// Every argument is evaluated once, by reference, in the order written; names captured from the string come behind
// the written ones. `{x}` stands where it stands in the string, so that an error points there.

import type { Span } from "../../base/span.ts";
import type { Ident, MacroArg, MacroCall } from "../../syntax/ast.ts";
import type { BodyContext } from "./bodyContext.ts";
import { makeExpr } from "./bodyContext.ts";
import { reportError } from "../crate.ts";
import type { FormatCount, FormatPiece, FormatPlaceholder, HirExpr } from "../hir.ts";
import { argumentsOf, literalOf } from "./formatCall.ts";
import type { Literal } from "./formatCall.ts";
import { flattened } from "./flattenFormat.ts";
import { parseFormatString } from "../macros/formatString.ts";
import type { ParsedArgument, ParsedCount, ParsedPosition } from "../macros/formatString.ts";

interface Arguments {
  readonly cx: BodyContext;
  readonly literal: Literal;
  readonly written: readonly MacroArg[];
  readonly names: Map<string, number>;
  readonly captured: { readonly name: string; readonly span: Span }[];
  readonly used: Set<number>;
  readonly invalid: { readonly index: number; readonly span: Span; readonly implicit: boolean }[];
  failed: boolean;
}

export function lowerFormat(cx: BodyContext, call: MacroCall, newline: boolean): HirExpr {
  const fail = (message: string, span: Span): HirExpr => {
    reportError(cx.crate, { code: undefined, message, span: cx.span(span), owner: cx.owner });
    return makeExpr(cx, call, { kind: "error" });
  };
  const args = argumentsOf(cx, call);
  if ("message" in args) return fail(args.message, args.span);
  const [first, ...rest] = args.list;
  if (first === undefined) return fail("requires at least a format string argument", cx.span(call));
  const literal = first.name === undefined ? literalOf(cx, call, first.value) : undefined;
  if (literal === undefined) {
    return fail("format argument must be a string literal", {
      start: first.value.start,
      end: first.value.end,
    });
  }
  return assemble(cx, call, literal, rest, newline) ?? makeExpr(cx, call, { kind: "error" });
}

function assemble(
  cx: BodyContext,
  call: MacroCall,
  literal: Literal,
  written: readonly MacroArg[],
  newline: boolean,
): HirExpr | undefined {
  const state: Arguments = {
    cx,
    literal,
    written,
    names: new Map(),
    captured: [],
    used: new Set(),
    invalid: [],
    failed: false,
  };
  if (!readNames(state)) return undefined;
  const parsed = parseFormatString(literal.text);
  if (parsed.error !== undefined) {
    const { message, start, end } = parsed.error;
    report(state, `invalid format string: ${message}`, literal.at(start, end));
    return undefined;
  }
  const pieces: FormatPiece[] = [];
  for (const piece of parsed.pieces) {
    if (piece.kind === "text") pieces.push(piece);
    else {
      const placeholder = resolvePlaceholder(state, piece.argument);
      if (placeholder !== undefined) pieces.push(placeholder);
    }
  }
  checkIndices(state);
  checkUnused(state);
  if (state.failed) return undefined;
  if (newline) addText(pieces, "\n");
  const args = written.map((arg) => cx.lower.expr(cx, arg.value));
  for (const one of state.captured) args.push(capture(cx, literal, one));
  const text = flattened(pieces, args);
  if (text === undefined) return makeExpr(cx, call, { kind: "formatArgs", pieces, args });
  const flat: FormatPiece[] = text === "" ? [] : [{ kind: "text", text }];
  return makeExpr(cx, call, { kind: "formatArgs", pieces: flat, args: [] });
}

function addText(pieces: FormatPiece[], text: string): void {
  const last = pieces[pieces.length - 1];
  if (last?.kind === "text") pieces[pieces.length - 1] = { kind: "text", text: last.text + text };
  else pieces.push({ kind: "text", text });
}

function report(state: Arguments, message: string, span: Span): void {
  state.failed = true;
  reportError(state.cx.crate, {
    code: undefined,
    message,
    span: state.cx.span(span),
    owner: state.cx.owner,
  });
}

function readNames(state: Arguments): boolean {
  for (const [index, arg] of state.written.entries()) {
    if (arg.name === undefined) {
      if (state.names.size === 0) continue;
      report(state, "positional arguments cannot follow named arguments", {
        start: arg.value.start,
        end: arg.value.end,
      });
      return false;
    }
    const { name } = arg.name;
    if (state.names.has(name)) {
      report(state, `duplicate argument named \`${name}\``, {
        start: arg.name.start,
        end: arg.name.end,
      });
      return false;
    }
    state.names.set(name, index);
  }
  return true;
}

const TRAITS: Readonly<Record<string, FormatPlaceholder["trait"]>> = {
  "": "Display",
  "?": "Debug",
  x: "LowerHex",
  X: "UpperHex",
  o: "Octal",
  b: "Binary",
  e: "LowerExp",
  E: "UpperExp",
  p: "Pointer",
};

function resolvePlaceholder(
  state: Arguments,
  parsed: ParsedArgument,
): FormatPlaceholder | undefined {
  const trait = TRAITS[parsed.trait];
  const { literal } = state;
  if (trait === undefined) {
    const span = literal.at(parsed.traitStart, parsed.traitStart + parsed.trait.length);
    report(state, `unknown format trait \`${parsed.trait}\``, span);
    return undefined;
  }
  const precision = resolveCount(state, parsed.precision);
  const arg = resolvePosition(state, parsed.position);
  const width = resolveCount(state, parsed.width);
  if (arg === undefined) return undefined;
  return {
    kind: "placeholder",
    arg,
    trait,
    fill: parsed.fill,
    align: parsed.align,
    sign: parsed.sign,
    alternate: parsed.alternate,
    zeroPad: parsed.zeroPad,
    debugHex: parsed.debugHex,
    width,
    precision,
    span: state.cx.span(literal.at(parsed.start, parsed.end)),
  };
}

function resolveCount(state: Arguments, count: ParsedCount | undefined): FormatCount | undefined {
  if (count === undefined || count.kind === "literal") return count;
  const position: ParsedPosition =
    count.kind === "star"
      ? { kind: "index", index: count.index, implicit: true, start: count.start, end: count.end }
      : count.position;
  const arg = resolvePosition(state, position);
  return arg === undefined ? undefined : { kind: "arg", arg };
}

/** The index of an argument; a name that is no argument is captured from the surroundings. */
function resolvePosition(state: Arguments, position: ParsedPosition): number | undefined {
  const span = state.literal.at(position.start, position.end);
  if (position.kind === "index") {
    if (position.index < state.written.length) {
      state.used.add(position.index);
      return position.index;
    }
    state.invalid.push({ index: position.index, span, implicit: position.implicit });
    return undefined;
  }
  const known = state.names.get(position.name);
  if (known !== undefined) {
    state.used.add(known);
    return known;
  }
  if (!state.literal.direct) {
    report(state, `there is no argument named \`${position.name}\``, span);
    return undefined;
  }
  const earlier = state.captured.findIndex((one) => one.name === position.name);
  if (earlier >= 0) return state.written.length + earlier;
  state.captured.push({ name: position.name, span });
  return state.written.length + state.captured.length - 1;
}

function capture(
  cx: BodyContext,
  literal: Literal,
  one: { readonly name: string; readonly span: Span },
): HirExpr {
  const at = one.span;
  const ident: Ident = { name: one.name, context: literal.context, ...at };
  return cx.lower.expr(cx, {
    kind: "path",
    path: { ...at, global: false, segments: [{ ...at, ident }] },
    ...at,
  });
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** More placeholders than arguments, or an index that is too high. */
function checkIndices(state: Arguments): void {
  const [first] = state.invalid;
  if (first === undefined) return;
  const given = state.written.length;
  const have =
    given === 0
      ? "no arguments were given"
      : `there ${given === 1 ? "is" : "are"} ${plural(given, "argument")}`;
  const explicit = state.invalid.filter((one) => !one.implicit);
  if (explicit.length > 0 && explicit.length === state.invalid.length) {
    const named = [...new Set(explicit.map((one) => one.index))].sort((a, b) => a - b);
    const list =
      named.length === 1
        ? `argument ${named[0]}`
        : `arguments ${named.slice(0, -1).join(", ")} and ${named[named.length - 1]}`;
    report(
      state,
      `invalid reference to positional ${list} (${have})`,
      explicit[0]?.span ?? state.literal.span,
    );
    return;
  }
  const wanted =
    Math.max(...state.invalid.filter((one) => one.implicit).map((one) => one.index)) + 1;
  const message = `${plural(wanted, "positional argument")} in format string, but ${have}`;
  report(state, message, implicitSpan(state));
}

/** rustc underlines every `{}`; the primary place is the first. */
function implicitSpan(state: Arguments): Span {
  const parsed = parseFormatString(state.literal.text);
  for (const piece of parsed.pieces) {
    if (
      piece.kind === "argument" &&
      piece.argument.position.kind === "index" &&
      piece.argument.position.implicit
    ) {
      return state.literal.at(piece.argument.start, piece.argument.end);
    }
  }
  return state.literal.span;
}

function checkUnused(state: Arguments): void {
  if (state.failed) return;
  const unused = state.written.filter((_, index) => !state.used.has(index));
  const [first] = unused;
  if (first === undefined) return;
  const span = { start: first.value.start, end: first.value.end };
  if (unused.length > 1) report(state, "multiple unused formatting arguments", span);
  else
    report(
      state,
      first.name === undefined ? "argument never used" : "named argument never used",
      span,
    );
}

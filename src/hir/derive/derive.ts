// `#[derive]`: the impls that rustc's built-in derives write, as Rust text that goes through the parser.
//
// Every type parameter gets the trait as a bound, as does every projection of one that is a field's type. All tokens
// stand at the trait's name in the attribute and carry one hygiene mark, so that `$crate` and the locals of the
// generated code mean std's and its own. The derive macros are declared in std by `#[rustc_builtin_macro(derive_…)]`.

import type { Span } from "../../base/span.ts";
import type {
  Attribute,
  Bound,
  GenericParam,
  Generics,
  Item,
  Path,
  TokenRange,
} from "../../syntax/ast.ts";
import { parseFragment, parseItemsTokens, parseStatementsTokens } from "../../syntax/fragments.ts";
import { LaterBlock } from "../../syntax/grammar/laterBlock.ts";
import { tokenize } from "../../syntax/lexer.ts";
import { TokenBuffer } from "../../syntax/tokenBuffer.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import { DEFAULT_EDITION } from "../../base/edition.ts";
import { attrArgs, pathText, splitCommas } from "../attrs.ts";
import type { MacroDef, Place } from "../crate.ts";
import { reportError, reportUnsupported } from "../crate.ts";
import { deriveBody } from "./deriveBodies.ts";
import type { DeriveInput, DerivedImpl, DerivedMethod } from "./deriveBodies.ts";
import { deriveInput } from "./deriveInput.ts";
import { marker } from "../hygiene.ts";
import { findMacro } from "../names/macroCalls.ts";

type Adt = Item & { kind: "struct" | "enum" | "union" };

/** Collects the impls of all derives of an item, now or when the derive's macro is known. */
export function collectDerives(place: Place, item: Adt, attrs: readonly Attribute[]): void {
  for (const attr of attrs) {
    if (attr.doc !== undefined || pathText(attr.path) !== "derive") continue;
    const args = attrArgs(attr);
    if (args === undefined) continue;
    const paths = splitCommas(args).flatMap(pathOf);
    for (const path of paths) collectDerive(place, item, path, paths);
  }
}

function pathOf(part: TokenRange): Path[] {
  const parsed = parseFragment("path", part, DEFAULT_EDITION);
  return parsed === undefined ? [] : [(parsed.node as { path: Path }).path];
}

function collectDerive(place: Place, item: Adt, path: Path, all: readonly Path[]): void {
  const { crate } = place;
  const text = place.text.current;
  const attempt = (settled: boolean): boolean => {
    const found = findMacro(crate, path, place.module, text, settled);
    if (found.kind === "found") {
      expandDerive(place, item, found.macro, path, all);
      return true;
    }
    if (!settled) return false;
    missingDerive(place, path, found.kind === "none" && found.certain);
    return true;
  };
  if (!attempt(false)) crate.waiting.push({ retry: attempt });
}

function missingDerive(place: Place, path: Path, certain: boolean): void {
  const { crate } = place;
  const last = path.segments[path.segments.length - 1]?.ident;
  const span: Span = { start: path.start, end: path.end };
  if (certain && last !== undefined && path.segments.length === 1 && !crate.macrosUnknown) {
    reportError(crate, {
      code: undefined,
      message: `cannot find derive macro \`${last.name}\` in this scope`,
      span,
    });
    return;
  }
  crate.incomplete = true;
  reportUnsupported(
    crate,
    span,
    `derive(${pathText(path)})`,
    `the derive \`${pathText(path)}\` is not part of Lockstep's model`,
  );
}

function expandDerive(
  place: Place,
  item: Adt,
  macro: MacroDef,
  path: Path,
  all: readonly Path[],
): void {
  const { crate } = place;
  const span: Span = { start: path.start, end: path.end };
  const { builtin } = macro;
  if (builtin === undefined || !builtin.startsWith("derive_")) {
    reportUnsupported(
      crate,
      span,
      `derive(${macro.name})`,
      "only std's derives are part of Lockstep's model",
    );
    return;
  }
  const withCopy = builtin === "derive_clone" && all.some((other) => derivesCopy(place, other));
  const input = deriveInput(crate, item, withCopy);
  const body = deriveBody(builtin.slice("derive_".length), input);
  if (typeof body === "string") {
    reportError(crate, {
      code: body === "E0665" ? "E0665" : undefined,
      message: DERIVE_ERRORS[body] ?? body,
      span,
    });
    return;
  }
  const mark = marker(crate.hygiene, {
    macro,
    callSpan: span,
    callContext: 0,
    depth: (place.frame?.depth ?? 0) + 1,
    crateIsStd: macro.fromStd,
  })(0);
  const writer: Writer = { input, context: mark, span };
  const made = parseImpl(implText(input, body), writer);
  if (made === undefined) throw new Error(`bug: derive(${macro.name}) does not parse`);
  const items =
    body.method === undefined
      ? []
      : made.items.map((one) => withBody(one, body.method as DerivedMethod, writer));
  const generics = mergeGenerics(item.generics, made.generics);
  crate.collector.items({ ...place, derived: span }, [{ ...made, items, generics, attrs: [] }]);
}

const DERIVE_ERRORS: Readonly<Record<string, string>> = {
  E0665: "`#[derive(Default)]` on enum with no `#[default]`",
};

function derivesCopy(place: Place, path: Path): boolean {
  const found = findMacro(place.crate, path, place.module, place.text.current, false);
  return found.kind === "found" && found.macro.builtin === "derive_copy";
}

function implText(input: DeriveInput, body: DerivedImpl): string {
  const { bound } = body;
  const params = input.typeParams.map((name) => (bound === undefined ? name : `${name}: ${bound}`));
  const where = bound === undefined ? [] : input.projections.map((place) => `${place}: ${bound}`);
  const head = params.length === 0 ? "impl" : `impl<${params.join(", ")}>`;
  const tail = where.length === 0 ? "" : ` where ${where.join(", ")}`;
  return `${head} ${body.trait} for __atname ${input.self} __end ${tail} { ${body.method === undefined ? "" : `${body.method.head};`} }`;
}

/** How generated text becomes tokens. */
interface Writer {
  readonly input: DeriveInput;
  readonly context: number;
  readonly span: Span;
}

function parseImpl(text: string, writer: Writer): (Item & { kind: "impl" }) | undefined {
  const { node } = parseItemsTokens(tokensOf(text, writer), DEFAULT_EDITION);
  const [item] = node;
  return item?.kind === "impl" ? item : undefined;
}

function withBody(item: Item, method: DerivedMethod, writer: Writer): Item {
  if (item.kind !== "fn") return item;
  const { start, end } = writer.span;
  const body = new LaterBlock(
    start,
    end,
    () => parseStatementsTokens(tokensOf(method.body(), writer), DEFAULT_EDITION).node,
  );
  return { ...item, body };
}

/**
 * Generated text as tokens. `__crate` stands for `$crate`, `__typeN` for the n-th type of the input; from `__atN` to
 * `__end` the tokens stand at the n-th field, from `__atname` at the item's name.
 */
function tokensOf(text: string, writer: Writer): TokenRange {
  const { input, context, span } = writer;
  const lexed = tokenize(text, 0, DEFAULT_EDITION);
  const buffer = new TokenBuffer();
  let at = span;
  for (let row = 0; row < lexed.count; row += 1) {
    const kind = lexed.kinds[row] as TokenKind;
    const word = lexed.text(row);
    const isMark = kind === TokenKind.Ident && word.startsWith("__");
    const type =
      isMark && word.startsWith("__type") ? input.types[Number(word.slice(6))] : undefined;
    if (type !== undefined)
      buffer.pushInterpolated({ fragment: "ty", node: type }, at.start, at.end);
    else if (isMark && word === "__end") at = span;
    else if (isMark && word.startsWith("__at"))
      at = word === "__atname" ? input.name : (input.places[Number(word.slice(4))] ?? span);
    else {
      const shown = word === "__crate" ? "$crate" : word;
      buffer.push(kind, shown, at.start, at.end, context, lexed.spaced(row), lexed.isRaw(row));
    }
  }
  const table = buffer.finish();
  return { table, from: 0, to: table.count };
}

/** The item's own parameters with the derive's bounds in front; defaults do not belong on an impl. */
function mergeGenerics(own: Generics, made: Generics): Generics {
  const bounds = new Map<string, readonly Bound[]>();
  for (const param of made.params)
    if (param.kind === "type") bounds.set(param.name.name, param.bounds);
  const params = own.params.map((param): GenericParam => {
    if (param.kind === "lifetime") return param;
    const { default: _, ...rest } = param;
    if (rest.kind === "const") return rest;
    return { ...rest, bounds: [...(bounds.get(rest.name.name) ?? []), ...rest.bounds] };
  });
  return { start: own.start, end: own.end, params, where: [...own.where, ...made.where] };
}

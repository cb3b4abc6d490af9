// A function of our own that calls one of the user's, or runs statements taken out of it, with arguments that somebody wrote.
//
//     fn work(n: usize) { … }  fn lockstep_entry() { let _ = work(2); }
//
// It stands behind the function (or its `impl`), on the same line, so that private names are at hand and no line moves. Statements are
// left where they stand: what surrounds them in the function is blanked, and a head with the parameters that they use comes before
// them. A variable from around is bound by a `match`, whose value keeps its temporaries. The function itself remains as a stub.
//
// Not modelled: statements of a trait's or trait impl's function, which cannot get a neighbour.

import type { Span } from "../../base/span.ts";
import type { Analysis } from "../../driver/contract.ts";
import type { HirParam } from "../../hir/hir.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import { compose, type Composed, type Piece } from "./compose.ts";
import {
  argumentField,
  implParams,
  typeFields,
  typeText,
  variableField,
  type Field,
  type FnDef,
  type FreeVariable,
} from "./fields.ts";
import { nameFor } from "./names.ts";
import type { Selected } from "./selection.ts";
import { chosenType, type Values } from "./values.ts";

export interface Wrapped {
  /** What is run, for people: `work`. */
  readonly name: string;
  /** The function, or the statements. */
  readonly span: Span;
  readonly fields: readonly Field[];
  /** The text to run, with these values in place of the fields' own. */
  compose(values: readonly string[]): Composed;
}

export const WRAPPER = "lockstep_entry";
const TAKEN_OUT = "lockstep_selection";
/** What the text leaves out may be meant all the same, behind everything that it has. */
const NAMES = "#[allow(unused_imports)] use std::fragment::*;";

/** Calls the function. */
export function wrapCall(analysis: Analysis, typed: TypedBody, def: FnDef): Wrapped {
  const values = { analysis, of: def.id };
  const types = typeFields(values, def);
  const fields = [
    ...types,
    ...typed.body.params.map((param, at) => argumentField(values, def, param, at)),
  ];
  return {
    name: def.name,
    span: def.span,
    fields,
    compose: (given) =>
      compose(analysis.text, [
        { kind: "keep", to: containerEnd(analysis, def) },
        ...callPieces(values, def, def.name, { types: types.length, given }),
      ]),
  };
}

/** Runs the selected statements of the function; undefined where they cannot be taken out. */
export function wrapSelection(
  analysis: Analysis,
  typed: TypedBody,
  def: FnDef,
  selected: Selected,
): Wrapped | undefined {
  const container = def.parent === undefined ? undefined : analysis.program.def(def.parent);
  if (container?.kind === "trait" || (container?.kind === "impl" && container.trait !== undefined))
    return undefined;
  const values = { analysis, of: def.id };
  const params = selected.params.flatMap((at) => {
    const param = typed.body.params[at];
    return param === undefined ? [] : [{ param, field: argumentField(values, def, param, at) }];
  });
  const { variables } = selected;
  const types = typeFields(values, def);
  const first = types.length + params.length;
  const fields = [
    ...types,
    ...params.map((one) => one.field),
    ...variables.map((one) => variableField(values, one)),
  ];
  const { text } = analysis;
  return {
    name: def.name,
    span: selected.span,
    fields,
    compose: (given) =>
      compose(text, [
        { kind: "keep", to: def.span.start },
        { kind: "blank", to: selected.span.start },
        {
          kind: "insert",
          text: headOf(
            text,
            def,
            params.map((one) => one.param),
          ),
        },
        ...variables.flatMap((one, at) => bound(values, one, first + at, given)),
        ...(selected.expression ? [insert("let _ = ")] : []),
        { kind: "keep", to: selected.span.end },
        insert(`${selected.expression ? ";" : ""} ${"} }".repeat(variables.length)} }`),
        insert(` ${stubOf(text, def, typed)}`),
        { kind: "blank", to: def.span.end },
        { kind: "keep", to: containerEnd(analysis, def) },
        ...callPieces(values, def, TAKEN_OUT, {
          types: types.length,
          given: given.slice(0, first),
        }),
      ]),
  };
}

function insert(text: string): Piece {
  return { kind: "insert", text };
}

/** Behind the function, or behind the `impl` or trait that it is in. */
function containerEnd({ program }: Analysis, def: FnDef): number {
  const parent = def.parent === undefined ? undefined : program.def(def.parent);
  return parent?.kind === "impl" || parent?.kind === "trait" ? parent.span.end : def.span.end;
}

interface Given {
  /** How many of the values are type arguments. */
  readonly types: number;
  readonly given: readonly string[];
}

function callPieces(
  values: Values,
  def: FnDef,
  name: string,
  { types, given }: Given,
): readonly Piece[] {
  const outer = implParams(values.analysis, def).length;
  const field = (at: number): Piece => ({ kind: "insert", text: given[at] ?? "", field: at });
  const list = (from: number, to: number) =>
    given
      .slice(from, to)
      .flatMap((_, at) => [...(at === 0 ? [] : [insert(", ")]), field(from + at)]);
  const own = list(outer, types);
  const [before, behind] = surroundings(values, def);
  return [
    insert(` ${NAMES} fn ${WRAPPER}() { ${before}`),
    ...ownerOf(values, def, given.slice(0, outer)),
    insert(name),
    ...(own.length === 0 ? [] : [insert("::<"), ...own, insert(">")]),
    insert("("),
    ...list(types, given.length),
    insert(`)${behind}; }`),
  ];
}

/** What a function needs around its call: `unsafe`, a scope for its threads. */
function surroundings({ analysis }: Values, def: FnDef): readonly [string, string] {
  const opened = analysis.cx
    .fnSig(def.id)
    .inputs.flatMap((ty) => (ty.kind === "ref" ? [ty.ty] : []))
    .flatMap((ty) => (ty.kind === "adt" ? (analysis.program.marker(ty.def, "opens") ?? []) : []));
  const scope = opened[0] ?? "";
  const [unsafe, end] = def.sig.unsafe ? ["unsafe { ", " }"] : ["", ""];
  return [`let _ = ${scope}${unsafe}`, `${end}${")".repeat(scope === "" ? 0 : 1)}`];
}

/** `<Stack<i32>>::` or `<Stack<i32> as Run>::` before a method; nothing before a function. */
function ownerOf(values: Values, def: FnDef, given: readonly string[]): readonly Piece[] {
  const { program, text, cx } = values.analysis;
  const parent = def.parent === undefined ? undefined : program.def(def.parent);
  if (parent?.kind === "impl") {
    const names = implParams(values.analysis, def).map((param) => param.name);
    const written = ({ start, end }: Span) => withArguments(text.slice(start, end), names, given);
    const self = written(parent.self.span);
    const trait = parent.trait === undefined ? [] : [insert(" as "), ...written(parent.trait.span)];
    return [insert("<"), ...self, ...trait, insert(">::")];
  }
  if (parent?.kind !== "trait") return [];
  const self = cx.identityArgs(parent.id)[0];
  const chosen = self?.kind === "param" ? chosenType(values, self) : undefined;
  const named = chosen === undefined ? "_" : (typeText(values, chosen) ?? "_");
  return [insert(`<${named} as ${nameFor(values.analysis, def.id, parent.id)}>::`)];
}

/** A type as it is written, with what was given for its parameters. */
function withArguments(
  type: string,
  names: readonly string[],
  given: readonly string[],
): readonly Piece[] {
  return type.split(/(\b\w+\b)/).map((word, at, all): Piece => {
    const lifetime = all[at - 1]?.endsWith("'") === true;
    const field = lifetime ? -1 : names.indexOf(word);
    if (field >= 0) return { kind: "insert", text: given[field] ?? "", field };
    return insert(lifetime && word !== "static" && /^\w/.test(word) ? "_" : word);
  });
}

/** Head of the function that the statements become: the generics of their own, the parameters that they use. */
function headOf(text: string, def: FnDef, params: readonly HirParam[]): string {
  const written = ({ start, end }: Span) => text.slice(start, end);
  const where = def.generics.predicates
    .filter((one) => one.kind === "lifetime" || !one.inline)
    .map((one) => written(one.span));
  const generics = genericsOf(text, def);
  const head = `${def.sig.unsafe ? "unsafe " : ""}fn ${TAKEN_OUT}${generics}`;
  const bounds = where.length === 0 ? "" : ` where ${where.join(", ")}`;
  return `#[allow(unused)] ${head}(${params.map((one) => written(one.span)).join(", ")})${bounds} { `;
}

/** `<T: Send>`, as it stands behind the name. */
function genericsOf(text: string, def: FnDef): string {
  const { start, end } = def.generics.span;
  const written = text.slice(start, end).trim();
  return written.startsWith("<") ? written : "";
}

/** `match VALUE { x => { let mut x: T = x; …` */
function bound(
  values: Values,
  { name, mutable, ty }: FreeVariable,
  at: number,
  given: readonly string[],
): readonly Piece[] {
  const type = typeText(values, ty);
  const again = `let ${mutable ? "mut " : ""}${name}${type === undefined ? "" : `: ${type}`} = ${name};`;
  return [
    insert("match "),
    { kind: "insert", text: given[at] ?? "", field: at },
    insert(` { ${name} => { `),
    { kind: "insert", text: again, field: at },
    insert(" "),
  ];
}

/** The function's own head over a body that fits every result: nobody runs it. */
function stubOf(text: string, def: FnDef, { body }: TypedBody): string {
  const head = text.slice(def.span.start, body.value.span.start);
  return `${head.replaceAll(/\/\/[^\n]*/g, "").replaceAll(/\s+/g, " ")}{ loop {} }`;
}

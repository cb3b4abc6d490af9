// Where an edit lies: inside the body of one function, or anywhere else.
//
// As rust-analyzer reparses a block: the body is read by itself, if its braces stand and every token in it is whole. What the
// text gains comes out of the room behind the function (base/padding.ts), so that nothing else moves.

import type { Edition } from "../base/edition.ts";
import { paddedPosition, paddingFrom, makePadding, takeRoom } from "../base/padding.ts";
import type { Padding } from "../base/padding.ts";
import type { Span } from "../base/span.ts";
import type { Block, Item, SourceFile } from "../syntax/ast.ts";
import { lex } from "../syntax/lexer.ts";
import { parseBody } from "../syntax/parse.ts";
import type { Body } from "../syntax/parse.ts";
import type { Tokens } from "../syntax/tokens.ts";
import { hasMain } from "./fragment.ts";

/** What one function can grow by before the whole text is laid out anew. */
const ROOM = 400;

/** A text with what was read of it. */
export interface Page {
  /** As it was given. */
  readonly source: string;
  readonly padding: Padding;
  /** With the padding in it. */
  readonly text: string;
  readonly file: SourceFile;
}

export type ItemEdit = readonly [before: Item, after: Item];

export interface PageEdit {
  readonly page: Page;
  /** The function and the items around it, outermost first. */
  readonly items: readonly ItemEdit[];
  /** Where the body stood. */
  readonly stood: Span;
  readonly linesMoved: boolean;
}

/** Room behind every function that ends its line. */
export function roomFor(source: string, file: SourceFile): Padding {
  const offsets: number[] = [];
  const visit = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === "fn" && item.body !== undefined) {
        const end = lineEndFrom(source, item.end);
        if (end !== undefined && end !== offsets.at(-1)) offsets.push(end);
      } else visit(itemsIn(item));
    }
  };
  if (file.evenly !== undefined) visit(file.items);
  return makePadding(
    offsets,
    offsets.map(() => ROOM),
  );
}

/** The end of the line, if only white space stands before it. */
function lineEndFrom(source: string, from: number): number | undefined {
  let at = from;
  while (source[at] === " " || source[at] === "\t") at += 1;
  if (source[at] === "\n" || source.startsWith("\r\n", at)) return at;
  return undefined;
}

function itemsIn(item: Item): readonly Item[] {
  switch (item.kind) {
    case "mod":
      return item.items ?? [];
    case "impl":
    case "trait":
      return item.items;
    default:
      return [];
  }
}

/** Undefined where the edit reaches out of a body, or its function has no room. */
export function editInBody(page: Page, source: string, edition: Edition): PageEdit | undefined {
  const { file, padding } = page;
  const change = changeOf(page.source, source);
  const from = paddedPosition(padding, change.start);
  const to = paddedPosition(padding, change.end);
  const path = functionAround(file.items, from, to);
  const was = path.at(-1);
  const room = roomBehind(page, was, change.end);
  if (was?.kind !== "fn" || was.body === undefined || room === undefined) return undefined;
  const grows = source.length - page.source.length;
  if (room.width < grows) return undefined;
  const { start, end } = was.body;
  const inserted = source.slice(change.start, change.end + grows);
  const body = page.text.slice(start, from) + inserted + page.text.slice(to, end);
  const read = parseBody(body, start, edition);
  if (read === undefined) return undefined;
  const text = [
    page.text.slice(0, start) + body + page.text.slice(end, room.at),
    " ".repeat(room.width - grows) + page.text.slice(room.at + room.width),
  ].join("");
  const items = withBody(path, read.block);
  const after = fileAfter(file, text, items[0], { start, end: room.at }, read);
  if (after === undefined) return undefined;
  return {
    page: { source, padding: takeRoom(padding, room.index, grows), text, file: after },
    items,
    stood: { start, end },
    linesMoved: linesIn(inserted) !== linesIn(page.source.slice(change.start, change.end)),
  };
}

/** What stands between the longest common beginning and end: a range of the text before. */
function changeOf(before: string, after: string): Span {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  return { start, end: before.length - same };
}

/** The items around a place between the braces of a function, outermost first; empty elsewhere. */
function functionAround(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items.find((one) => one.start <= from && to <= one.end);
  if (item === undefined) return [];
  if (item.kind !== "fn") {
    const within = functionAround(itemsIn(item), from, to);
    return within.length === 0 ? [] : [item, ...within];
  }
  const { body } = item;
  return body !== undefined && body.start < from && to < body.end ? [item] : [];
}

interface Room {
  readonly index: number;
  /** Position of its spaces. */
  readonly at: number;
  readonly width: number;
}

/** The room on the line on which a function ends. */
function roomBehind(
  { padding, text }: Page,
  fn: Item | undefined,
  offset: number,
): Room | undefined {
  const index = paddingFrom(padding, offset);
  if (index < 0 || fn === undefined) return undefined;
  const at = (padding.offsets[index] ?? 0) + (padding.before[index] ?? 0);
  if (at < fn.end || /[^ \t]/.test(text.slice(fn.end, at))) return undefined;
  return { index, at, width: padding.widths[index] ?? 0 };
}

function withBody(path: readonly Item[], body: Block): readonly ItemEdit[] {
  const [before, ...rest] = path;
  if (before === undefined) return [];
  if (before.kind === "fn") return [[before, { ...before, body, end: body.end }]];
  const within = withBody(rest, body);
  const [child] = within;
  const items = itemsIn(before).map((one) => (one === child?.[0] ? child[1] : one));
  return [[before, { ...before, items } as Item], ...within];
}

/** Undefined where an error may change how other places are read, or what the whole is taken for. */
function fileAfter(
  file: SourceFile,
  text: string,
  edit: ItemEdit | undefined,
  stood: Span,
  read: Body,
): SourceFile | undefined {
  const isOutside = (at: number): boolean => at < stood.start || at >= stood.end;
  const { evenly, edition } = file;
  if (evenly === undefined || edit === undefined) return undefined;
  const items = file.items.map((one) => (one === edit[0] ? edit[1] : one));
  const errors = [...file.errors.filter((one) => isOutside(one.start)), ...read.errors].sort(
    (a, b) => a.start - b.start,
  );
  const multiline = [...evenly.multiline.filter(isOutside), ...read.multiline];
  if (errors.length > 0 && (multiline.length > 0 || !hasMain(items))) return undefined;
  let tokens: Tokens | undefined;
  return {
    start: file.start,
    end: file.end,
    edition,
    attrs: file.attrs,
    items,
    get tokens() {
      return (tokens ??= lex(text, 0, edition).tokens);
    },
    errors,
    evenly: { multiline },
  };
}

function linesIn(text: string): number {
  return text.split("\n").length;
}

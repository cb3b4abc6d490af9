// A text put together of parts of another one and of what is written in between; every line stays where it is.
//
// Parts of the original are kept, or blanked to spaces with their line breaks left alone; what is inserted has no line break. So a
// place of the new text has the line of the old one, and `originOf` leads back to its offset.

import type { Span } from "../../base/span.ts";

export type Piece =
  | { readonly kind: "keep"; readonly to: number }
  | { readonly kind: "blank"; readonly to: number }
  /** `field`: index of the argument that this text is about, to be told apart in messages. */
  | { readonly kind: "insert"; readonly text: string; readonly field?: number };

export interface Composed {
  readonly text: string;
  /** What was inserted, in the new text. */
  readonly inserted: readonly Span[];
  /** What is about each argument, in the new text. */
  readonly fields: readonly { readonly field: number; readonly span: Span }[];
}

/** The pieces cover the original from its start; what follows the last one is kept. */
export function compose(original: string, pieces: readonly Piece[]): Composed {
  const inserted: Span[] = [];
  const fields: { field: number; span: Span }[] = [];
  let text = "";
  let at = 0;
  for (const piece of [...pieces, { kind: "keep", to: original.length } as const]) {
    if (piece.kind !== "insert") {
      const part = original.slice(at, piece.to);
      text += piece.kind === "keep" ? part : part.replace(/[^\r\n]/g, " ");
      at = Math.max(at, piece.to);
      continue;
    }
    const span = { start: text.length, end: text.length + piece.text.length };
    text += piece.text.replace(/[\r\n]/g, " ");
    inserted.push(span);
    if (piece.field !== undefined) fields.push({ field: piece.field, span });
  }
  return { text, inserted, fields };
}

/** The offset in the original; undefined inside of what was inserted. */
export function originOf(
  { inserted }: Pick<Composed, "inserted">,
  offset: number,
): number | undefined {
  let shift = 0;
  for (const { start, end } of inserted) {
    if (offset < start) break;
    if (offset < end) return undefined;
    shift += end - start;
  }
  return offset - shift;
}

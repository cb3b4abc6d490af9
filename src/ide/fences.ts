// Rust fences of a Markdown text (CommonMark §4.5): where snippets live in notes.

/** `text` begins at offset `start` of the Markdown text; an indented fence keeps its indent. */
export interface Fence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const OPENING = /^( {0,3})(`{3,}|~{3,})\s*(?:rust|rs)\b[^`]*$/;

export function rustFences(markdown: string): Fence[] {
  const fences: Fence[] = [];
  let offset = 0;
  let open: { start: number; close: RegExp } | undefined;
  for (const line of markdown.split("\n")) {
    const next = offset + line.length + 1;
    const bare = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (open === undefined) {
      const match = OPENING.exec(bare);
      const mark = match?.[2];
      if (mark !== undefined) {
        open = { start: next, close: new RegExp(`^ {0,3}[${mark[0]}]{${mark.length},}\\s*$`) };
      }
    } else if (open.close.test(bare)) {
      fences.push({ start: open.start, end: offset, text: markdown.slice(open.start, offset) });
      open = undefined;
    }
    offset = next;
  }
  if (open !== undefined && open.start <= markdown.length) {
    fences.push({ start: open.start, end: markdown.length, text: markdown.slice(open.start) });
  }
  return fences;
}

// Offsets to lines and columns and back.

/** 1-based line and column; columns in UTF-16 units, as editors count. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** Offset at which each line starts. */
  readonly starts: readonly number[];
  readonly length: number;
}

export function buildLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return { starts, length: text.length };
}

export function lineColumnAt(index: LineIndex, offset: number): LineColumn {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (index.starts[low] ?? 0) + 1 };
}

/** The offset of a 1-based line and column, clamped to the text. */
export function offsetAt(index: LineIndex, line: number, column: number): number {
  const row = Math.min(Math.max(line, 1), index.starts.length) - 1;
  const start = index.starts[row] ?? 0;
  const end = index.starts[row + 1] ?? index.length;
  return Math.min(start + Math.max(column, 1) - 1, end);
}

// Memory pictures that have come so far, and which to ask for. Windows come on demand; what lies far from the cursor goes first.

import type { Picture } from "../trace/picture.ts";

export interface PictureCache {
  get(row: number): Picture | undefined;
  /** The last one at or before the row that is here, to be shown while the right one is on its way. */
  nearest(row: number): Picture | undefined;
  add(from: number, pictures: readonly Picture[], cursor: number): void;
  clear(): void;
  /** The window to ask for so that the row and its surroundings are here; undefined when they are, or are on their way. */
  wanted(row: number, rows: number): { readonly from: number; readonly to: number } | undefined;
  readonly size: number;
}

const BEHIND = 40;
const AHEAD = 160;
/** Ask again when fewer than this many lie ahead. */
const LOW = 40;

export function createPictureCache(capacity = 4000): PictureCache {
  const kept = new Map<number, Picture>();
  const asked = new Set<number>();
  return {
    get: (row) => kept.get(row),
    nearest(row) {
      for (let at = row; at >= 0 && at > row - 400; at--) {
        const picture = kept.get(at);
        if (picture !== undefined) return picture;
      }
      return undefined;
    },
    add(from, pictures, cursor) {
      pictures.forEach((picture, at) => {
        kept.set(from + at, picture);
        asked.delete(from + at);
      });
      if (kept.size > capacity) evict(kept, capacity, cursor);
    },
    clear() {
      kept.clear();
      asked.clear();
    },
    wanted(row, rows) {
      const last = Math.min(rows - 1, row + LOW);
      let missing: number | undefined;
      for (let at = row; at <= last; at++) {
        if (kept.has(at) || asked.has(at)) continue;
        missing = at;
        break;
      }
      if (missing === undefined) return undefined;
      const from = missing === row ? Math.max(0, row - BEHIND) : missing;
      const to = Math.min(rows, missing + AHEAD);
      for (let at = from; at < to; at++) asked.add(at);
      return { from, to };
    },
    get size() {
      return kept.size;
    },
  };
}

function evict(kept: Map<number, Picture>, capacity: number, cursor: number): void {
  const rows = [...kept.keys()].sort((a, b) => Math.abs(b - cursor) - Math.abs(a - cursor));
  for (const row of rows.slice(0, kept.size - Math.floor(capacity * 0.75))) kept.delete(row);
}

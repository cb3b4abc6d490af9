// Made-up addresses, for `{:p}` and `ptr as usize`: the same for the same schedule, different for different places.
//
// Not modelled: turning them back into pointers that may be used.

import { defined } from "../link/arithmetic.ts";
import type { Cell } from "./value.ts";

const HEAP = 0x5500_0000_0000;
const STACK = 0x7f00_0000_0000;
const CELL_BYTES = 8;

export function addressOf(cell: Cell): number | bigint {
  if (typeof cell !== "object") return defined(cell);
  if (cell.kind === "fn") return HEAP - 0x10_0000 + hashText(cell.instance.key) * 16;
  if (cell.kind === "object") return cell.id * CELL_BYTES;
  if (cell.kind === "instant") return cell.nanos;
  if (cell.alloc === 0) return cell.offset;
  const base = cell.alloc > 0 ? HEAP : STACK;
  return base + Math.abs(cell.alloc) * 0x1000 + cell.offset * CELL_BYTES;
}

function hashText(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) & 0xffff;
  return hash;
}

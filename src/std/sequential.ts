// The primitives of the sequential part of std, all in one table.

import type { PrimitiveTable } from "../machine/primitive.ts";
import { ALLOC } from "./alloc.ts";
import { FLOAT } from "./float.ts";
import { HASH } from "./hash.ts";
import { MEM } from "./mem.ts";
import { NUM } from "./num.ts";
import { PANIC } from "./panic.ts";
import { PTR } from "./ptr.ts";
import { SHARING } from "./sharing.ts";
import { STR } from "./str.ts";

export function sequentialPrimitives(): PrimitiveTable {
  return new Map([
    ...ALLOC,
    ...FLOAT,
    ...HASH,
    ...MEM,
    ...NUM,
    ...PANIC,
    ...PTR,
    ...SHARING,
    ...STR,
  ]);
}

// The primitives of the sequential part of std, all in one table.

import type { PrimitiveTable } from "../machine/primitive.ts";
import { ALLOC } from "./alloc.ts";
import { FLOAT } from "./num/float.ts";
import { HASH } from "./hash/hash.ts";
import { MEM } from "./mem/mem.ts";
import { NUM } from "./num/num.ts";
import { PANIC } from "./panic.ts";
import { PTR } from "./ptr/ptr.ts";
import { SHARING } from "./sync/sharing.ts";
import { STR } from "./str/str.ts";

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

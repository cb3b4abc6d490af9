// Every primitive of std, by key.

import type { PrimitiveTable } from "../machine/primitive.ts";
import { concurrentPrimitives } from "../std/concurrent.ts";
import { sequentialPrimitives } from "../std/sequential.ts";

export const primitives: PrimitiveTable = new Map([
  ...sequentialPrimitives(),
  ...concurrentPrimitives(),
]);

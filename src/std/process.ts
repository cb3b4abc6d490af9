// The end of the process, and of sync objects.
//
// Follows: std::process.

import type { VisibleOp } from "../machine/primitive.ts";
import { freeObject } from "../machine/state/objects.ts";
import { readText } from "../machine/run/text.ts";
import { objectArgument } from "../machine/sync/objects.ts";
import { argument, plain } from "./define.ts";
import type { Definition } from "./define.ts";
import { NOTHING, report } from "./visible.ts";

const EXIT: VisibleOp = { name: "exit", object: undefined, target: "process", access: "write" };

export const PROCESS: readonly Definition[] = [
  // The system keeps the lowest eight bits of the code.
  [
    "process.end",
    { visible: () => EXIT, run: (cx) => ({ kind: "exit", code: Number(argument(cx, 0)) & 255 }) },
  ],
  [
    "process.abort",
    { visible: () => EXIT, run: () => ({ kind: "exit", code: undefined, message: "abort" }) },
  ],
  [
    "process.abort_because",
    {
      visible: () => EXIT,
      run: (cx) => {
        const message = readText(cx.machine, cx.state, argument(cx, 0));
        return { kind: "exit", code: undefined, message };
      },
    },
  ],
  plain("object.destroy", (cx) => {
    const object = objectArgument(cx, 0);
    freeObject(cx.state, object);
    report(cx, () => ({ kind: "destroy", object }));
    return NOTHING;
  }),
];

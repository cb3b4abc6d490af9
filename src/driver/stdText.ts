// std from its text: the files of src/std as a crate of their own. The build and tests use it; everybody else reads the
// snapshot that the build makes of it (stdSnapshot.ts), or has this file put in its place where a bundle is to be small.

import { stdSources } from "lockstep:std";
import { STD_BASE } from "../base/span.ts";
import type { Program } from "../hir/defs.ts";
import { resolveCrate } from "../hir/resolve.ts";
import { createMirContext } from "../mir/context.ts";
import { parseLibraryFile } from "../syntax/parse.ts";
import { createTyContext } from "../ty/context.ts";
import type { Std } from "./std.ts";

/** std is written in the newest edition. */
const STD_EDITION = 2024;

export function readStdText(): Program {
  let base = STD_BASE;
  const files = stdSources().map(({ name, text }) => {
    const file = parseLibraryFile(text, base, STD_EDITION);
    base += text.length + 1;
    return { name: `${name}.rs`, file };
  });
  return resolveCrate(files, undefined, { test: false });
}

export function openStdText(): Std {
  const program = readStdText();
  const cx = createTyContext(program);
  return { program, cx, mir: createMirContext(cx) };
}

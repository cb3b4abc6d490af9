// Paths to lang items, which the sugar of the language stands for.

import { nodeOf, reportUnsupported } from "../crate.ts";
import type { BodyContext } from "./bodyContext.ts";
import { makeExpr } from "./bodyContext.ts";
import type { Crate } from "../crate.ts";
import type { DefId } from "../defs.ts";
import type { HirExpr, HirQPath, Res } from "../hir.ts";

type Located = { readonly start: number; readonly end: number };

export function langItem(crate: Crate, name: string): DefId | undefined {
  return (crate.std ?? crate).langs.get(name);
}

/** A path that names a lang item as if it were written at `at`. */
export function langPath(cx: BodyContext, at: Located, name: string, ctor: boolean): HirQPath {
  const def = langItem(cx.crate, name);
  const span = cx.span(at);
  if (def === undefined) {
    reportUnsupported(cx.crate, span, name, `std does not declare the lang item \`${name}\``);
    return {
      kind: "resolved",
      res: { kind: "error", certain: false },
      segments: [{ name, span }],
      span,
    };
  }
  const res: Res = ctor ? { kind: "ctor", def } : { kind: "def", def };
  const node = nodeOf(cx.crate, def);
  return { kind: "resolved", res, segments: [{ name: node.name, span, res }], span };
}

export function langExpr(cx: BodyContext, at: Located, name: string, ctor = false): HirExpr {
  return makeExpr(cx, at, { kind: "path", path: langPath(cx, at, name, ctor), scope: undefined });
}

export function langCall(
  cx: BodyContext,
  at: Located,
  name: string,
  args: readonly HirExpr[],
  ctor = false,
): HirExpr {
  return makeExpr(cx, at, { kind: "call", callee: langExpr(cx, at, name, ctor), args });
}

// A program with its types: text in, type context and results by position out.

import type { Edition } from "../../src/base/edition.ts";
import type { Span } from "../../src/base/span.ts";
import { loadStd } from "../../src/driver/stdSnapshot.ts";
import type { DefId, Program } from "../../src/hir/defs.ts";
import { resolveCrate } from "../../src/hir/resolve.ts";
import { parseFile } from "../../src/syntax/parse.ts";
import { createTyContext } from "../../src/ty/context.ts";
import type { TyContext } from "../../src/ty/context.ts";
import { walkExpr } from "../../src/ty/hirWalk.ts";
import type { Ty } from "../../src/ty/ty.ts";
import type { TypeckResults } from "../../src/ty/typeck.ts";

export interface TypedProgram {
  readonly text: string;
  readonly program: Program;
  readonly cx: TyContext;
  /** Results of every body, in source order. */
  readonly bodies: readonly TypeckResults[];
}

const shared: TyContext[] = [];

/** std's context, made once: programs share it. */
export function stdContext(): TyContext {
  shared[0] ??= createTyContext(loadStd());
  return shared[0];
}

export function typedProgram(text: string, edition: Edition = 2021): TypedProgram {
  const base = stdContext();
  const program = resolveCrate(
    [{ name: "main.rs", file: parseFile(text, 0, edition) }],
    base.program,
  );
  const cx = createTyContext(program, { base });
  const bodies = program.localDefs.flatMap((def) =>
    program.body(def) === undefined ? [] : [cx.typeck(def)],
  );
  return { text, program, cx, bodies };
}

export function findDef(typed: TypedProgram, name: string): DefId {
  const found = typed.program.localDefs.find((def) => typed.program.def(def).name === name);
  if (found === undefined) throw new Error(`no definition ${name}`);
  return found;
}

/** The type of the binding or expression that stands exactly at `span`. */
export function typeAt(typed: TypedProgram, span: Span): Ty | undefined {
  const here = (other: Span) => other.start === span.start && other.end === span.end;
  for (const results of typed.bodies) {
    const local = results.body.locals.find((l) => !l.synthetic && here(l.span));
    if (local) return results.localTys[local.id];
    let found: Ty | undefined;
    walkExpr(results.body.value, (expr) => {
      if (here(expr.span)) found ??= results.exprTys[expr.id];
    });
    if (found) return found;
  }
  return undefined;
}

// `unwrap`, `expect`, `?` and the like on the result of a call whose failure std explains (`#[lockstep::err = "…"]`).

import type { Analysis } from "../../driver/contract.ts";
import { ERR } from "../../explain/guardWords.ts";
import { say, uncapital } from "../../explain/hoverText.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { calleeOf, type TypedBody } from "../facts/typedBody.ts";
import { spoken } from "../stdWords.ts";
import { code } from "./markdown.ts";
import type { Section } from "./sections.ts";

export function errMeans(analysis: Analysis, typed: TypedBody, call: HirExpr): Section | undefined {
  if (call.kind !== "methodCall") return undefined;
  const meaning = meaningOf(analysis, typed, call.receiver);
  if (meaning === undefined) return undefined;
  const callee = calleeOf(typed, call);
  const panics = callee !== undefined && analysis.program.marker(callee.def, "on_err") === "panics";
  return {
    lines: [
      say(panics ? ERR.panics : ERR.means, {
        call: code(call.segment.name),
        meaning: uncapital(meaning),
      }),
    ],
  };
}

/** On the `?` itself. */
export function questionMeans(
  analysis: Analysis,
  typed: TypedBody,
  question: HirExpr,
): Section | undefined {
  if (question.kind !== "match" || question.scrutinee.kind !== "call") return undefined;
  const [tried] = question.scrutinee.args;
  const meaning = tried === undefined ? undefined : meaningOf(analysis, typed, tried);
  return meaning === undefined
    ? undefined
    : { lines: [`${say(ERR.means, { meaning: uncapital(meaning) })} ${ERR.propagates}`] };
}

/** Of the call that gave a result, also through a variable and through what only changes the error (`map_err`). */
function meaningOf(analysis: Analysis, typed: TypedBody, given: HirExpr): string | undefined {
  const callee = calleeOf(typed, given);
  const own = callee === undefined ? undefined : spoken(analysis, callee.def, "err");
  if (own !== undefined) return own;
  if (given.kind === "path" && given.path.kind === "resolved" && given.path.res.kind === "local") {
    const binding = typed.map().bindings.get(given.path.res.local);
    return binding?.whole === true && binding.init !== undefined && binding.init !== given
      ? meaningOf(analysis, typed, binding.init)
      : undefined;
  }
  return undefined;
}

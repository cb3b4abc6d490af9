// `let_underscore_lock`: the guard gets a name, so that the lock is held to the end of the block.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIX_WORDS } from "../../explain/fixWords.ts";
import { bodyAt } from "../locate.ts";
import type { Proposal } from "./fix.ts";
import { statementAround } from "./layout.ts";

export function bindGuard(analysis: Analysis, { span }: Diagnostic): readonly Proposal[] {
  const typed = bodyAt(analysis, span.start);
  const statement = typed && statementAround(typed, span)?.statement;
  if (statement?.kind !== "let" || statement.pat.kind !== "wild") return [];
  return [{ title: FIX_WORDS.bindGuard, edits: [{ span: statement.pat.span, text: "_guard" }] }];
}

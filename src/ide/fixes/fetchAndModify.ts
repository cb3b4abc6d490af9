// `load_then_store`: `x.store(x.load(o) + n, o)` becomes `x.fetch_add(n, o)`, one step that nobody can come between.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { bodyAt } from "../locate.ts";
import type { Proposal } from "./fix.ts";

const METHODS: Readonly<Record<string, string>> = {
  "+": "fetch_add",
  "-": "fetch_sub",
  "|": "fetch_or",
  "&": "fetch_and",
  "^": "fetch_xor",
};

export function fetchAndModify(analysis: Analysis, { span }: Diagnostic): readonly Proposal[] {
  const typed = bodyAt(analysis, span.start);
  const call = typed
    ?.map()
    .exprs.find((expr) => expr.span.start === span.start && expr.span.end === span.end);
  if (call?.kind !== "methodCall") return [];
  const [value, order] = call.args;
  if (value === undefined || order === undefined) return [];
  const written = (expr: HirExpr) => analysis.text.slice(expr.span.start, expr.span.end);
  const change = changeOf(value, written);
  if (change === undefined || written(change.load.receiver) !== written(call.receiver)) return [];
  const [loadOrder] = change.load.args;
  const ordering = loadOrder && strongest(written(loadOrder), written(order));
  if (ordering === undefined) return [];
  const { method, by } = change;
  const text = `${written(call.receiver)}.${method}(${by}, ${ordering})`;
  return [{ title: FIXES.oneStep(method), edits: [{ span, text }] }];
}

function changeOf(value: HirExpr, written: (expr: HirExpr) => string) {
  if (value.kind === "unary" && value.op === "!" && value.expr.kind === "methodCall")
    return { load: value.expr, method: "fetch_xor", by: "true" };
  if (value.kind !== "binary" || value.left.kind !== "methodCall") return undefined;
  const method = METHODS[value.op];
  if (method === undefined) return undefined;
  return { load: value.left, method, by: written(value.right) };
}

/** One ordering that does what both did: acquires like the load, releases like the store. */
function strongest(load: string, store: string): string | undefined {
  if (load === store) return store;
  const kinds = [load, store].map((text) => /(\w+)$/.exec(text)?.[1]);
  const prefix = store.slice(0, store.length - (kinds[1]?.length ?? 0));
  if (kinds.includes("SeqCst")) return `${prefix}SeqCst`;
  if (kinds[0] === "Acquire") return `${prefix}${kinds[1] === "Release" ? "AcqRel" : "Acquire"}`;
  return store;
}

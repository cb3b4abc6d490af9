// Format strings whose arguments are all literals are one text (`flatten_format_args`, `inline_literals`): the payload of
// `panic!("{}: {}", "a", "b")` is a `&str`, as it shows in a `downcast_ref`.
//
// Not modelled: a string of which only some arguments are literals stays as it is, which nobody can tell.

import type { FormatPiece, FormatPlaceholder, HirExpr } from "../hir.ts";

/** The pieces as one text, or undefined where something is formatted at run time. */
export function flattened(
  pieces: readonly FormatPiece[],
  args: readonly HirExpr[],
): string | undefined {
  let out = "";
  for (const piece of pieces) {
    const text = piece.kind === "text" ? piece.text : inlined(piece, args[piece.arg]);
    if (text === undefined) return undefined;
    out += text;
  }
  return out;
}

function inlined(placeholder: FormatPlaceholder, arg: HirExpr | undefined): string | undefined {
  if (arg === undefined || placeholder.trait !== "Display" || hasOptions(placeholder))
    return undefined;
  const expr = behindReferences(arg);
  if (expr.kind === "formatArgs") return flattened(expr.pieces, expr.args);
  if (expr.kind !== "lit") return undefined;
  if (expr.lit.kind === "str") return expr.lit.value;
  const isInteger = expr.lit.kind === "int" && !expr.lit.suffix.startsWith("f");
  return isInteger ? String(BigInt(expr.lit.digits)) : undefined;
}

function behindReferences(expr: HirExpr): HirExpr {
  return expr.kind === "addrOf" && !expr.raw ? behindReferences(expr.expr) : expr;
}

function hasOptions({
  width,
  precision,
  sign,
  alternate,
  zeroPad,
  align,
  fill,
}: FormatPlaceholder) {
  const counted = width !== undefined || precision !== undefined;
  return counted || sign !== "none" || alternate || zeroPad || align !== "none" || fill !== " ";
}

// Which expressions are statements without a semicolon.

import type { Expr } from "../ast.ts";

/** Block-like: in statement position nothing behind it belongs to it, except `.` and `?`. */
export function endsWithoutSemicolon(expr: Expr): boolean {
  switch (expr.kind) {
    case "if":
    case "match":
    case "block":
    case "unsafe":
    case "while":
    case "loop":
    case "for":
    case "try":
    case "constBlock":
      return true;
    default:
      return false;
  }
}

/** The expression's last token is a `}` that is not a macro's own. Such an initialiser may not stand before `else`. */
export function endsWithBrace(expr: Expr): boolean {
  switch (expr.kind) {
    case "addrOf":
    case "unary":
      return endsWithBrace(expr.expr);
    case "assign":
    case "assignOp":
    case "binary":
      return endsWithBrace(expr.right);
    case "range":
      return expr.to !== undefined && endsWithBrace(expr.to);
    case "let":
    case "become":
      return endsWithBrace(expr.kind === "let" ? expr.expr : expr.value);
    case "break":
    case "return":
    case "yield":
      return expr.value !== undefined && endsWithBrace(expr.value);
    case "closure":
      return endsWithBrace(expr.body);
    case "macro":
      return expr.call.delimiter === "{";
    case "struct":
    case "async":
    case "gen":
      return true;
    default:
      return endsWithoutSemicolon(expr);
  }
}

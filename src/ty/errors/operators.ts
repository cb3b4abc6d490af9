// Operators without meaning for their left operand: E0369, E0368, E0600. Where only the right one is wrong it is an
// unmet bound (E0277).

import { operatorTrait } from "../check/opTraits.ts";
import { report } from "../check/fnCtxt.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../ty.ts";

type OpExpr = HirExpr & { readonly kind: "binary" | "assignOp" };

const VERBS: Readonly<Record<string, (left: string, right: string) => string>> = {
  "+": (l, r) => `cannot add \`${r}\` to \`${l}\``,
  "-": (l, r) => `cannot subtract \`${r}\` from \`${l}\``,
  "*": (l, r) => `cannot multiply \`${l}\` by \`${r}\``,
  "/": (l, r) => `cannot divide \`${l}\` by \`${r}\``,
  "%": (l, r) => `cannot calculate the remainder of \`${l}\` divided by \`${r}\``,
  "&": (l, r) => `no implementation for \`${l} & ${r}\``,
  "|": (l, r) => `no implementation for \`${l} | ${r}\``,
  "^": (l, r) => `no implementation for \`${l} ^ ${r}\``,
  "<<": (l, r) => `no implementation for \`${l} << ${r}\``,
  ">>": (l, r) => `no implementation for \`${l} >> ${r}\``,
};

export function reportBadBinary(
  fcx: FnCtxt,
  expr: OpExpr,
  left: Ty,
  right: Ty,
  assign: boolean,
): void {
  const op = operatorTrait(fcx.cx, expr.op, assign);
  if (!op) return;
  const [l, r] = [fcx.cx.showInFull(left), fcx.cx.showInFull(right)];
  if (assign) {
    report(fcx, {
      code: "E0368",
      message: `binary assignment operation \`${expr.op}=\` cannot be applied to type \`${l}\``,
      span: expr.span,
      label: `cannot use \`${expr.op}=\` on type \`${l}\``,
    });
    return;
  }
  const message =
    VERBS[expr.op]?.(l, r) ?? `binary operation \`${expr.op}\` cannot be applied to type \`${l}\``;
  report(fcx, {
    code: "E0369",
    message,
    span: expr.opSpan,
    related: [
      { span: expr.left.span, message: l },
      { span: expr.right.span, message: r },
    ],
  });
}

export function reportBadUnary(fcx: FnCtxt, expr: HirExpr & { kind: "unary" }, ty: Ty): void {
  const text = fcx.cx.showInFull(ty);
  report(fcx, {
    code: "E0600",
    message: `cannot apply unary operator \`${expr.op}\` to type \`${text}\``,
    span: expr.span,
    label: `cannot apply unary operator \`${expr.op}\``,
  });
}

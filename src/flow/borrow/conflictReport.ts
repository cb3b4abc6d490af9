// Conflicts with a loan in rustc's words: E0499, E0502, E0503, E0505, E0506, in match guards E0510, and the closure
// variants E0500, E0501, E0524.
// Follows `conflict_errors.rs`.

import type { Span } from "../../base/span.ts";
import type { BorrowKind } from "../../mir/mir.ts";
import { describeAny, describePlace } from "../describe.ts";
import type { FlowError, FlowNote } from "../flowError.ts";
import { borrowSpans, mainSpan, moveSpans } from "../useSpans.ts";
import type { UseSpans } from "../useSpans.ts";
import type { Conflict } from "./access.ts";
import { explainLoan, explanationNotes } from "./explain.ts";
import type { Inferred } from "./infer.ts";
import type { Loan } from "./regionCx.ts";

export function conflictError(inferred: Inferred, conflict: Conflict): FlowError {
  const { access } = conflict;
  if (conflict.loan.borrow === "fake") return guardedError(inferred, conflict);
  switch (access.access.kind) {
    case "borrow":
    case "reserve":
      return borrowConflict(inferred, conflict, access.access.borrow);
    case "activate":
      return borrowConflict(inferred, conflict, access.access.loan.borrow);
    case "copy":
      return useWhileBorrowed(inferred, conflict);
    case "move":
      return moveWhileBorrowed(inferred, conflict);
    case "assign":
    case "replace":
    case "storageDead":
      return assignWhileBorrowed(inferred, conflict);
  }
}

interface Told {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  readonly label: string;
  readonly related: readonly FlowNote[];
}

function told(inferred: Inferred, conflict: Conflict, error: Told, borrowDesc: string): FlowError {
  const { cx } = inferred.r;
  const explanation = explainLoan(inferred, conflict.loan, conflict.at);
  const borrowed = mainSpan(loanSpans(inferred, conflict.loan));
  const notes = explanationNotes(cx, explanation, borrowDesc, undefined, borrowed);
  return { ...error, related: [...error.related, ...notes], owner: cx.owner, tentative: false };
}

export function loanSpans(inferred: Inferred, loan: Loan): UseSpans {
  return borrowSpans(inferred.r.cx, loan.span, loan.at);
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The use inside a closure that makes it hold the loan. */
function closureUse(
  inferred: Inferred,
  spans: UseSpans,
  what: string,
  conflict: Conflict,
): FlowNote[] {
  if (spans.kind !== "closure") return [];
  return [
    {
      span: spans.path,
      message: `${what} occurs due to use of ${describeAny(inferred.r.cx, conflict.access.place)} in closure`,
    },
  ];
}

function kindOf(borrow: BorrowKind): "shared" | "mut" | "unique" {
  if (borrow === "shared" || borrow === "fake") return "shared";
  return borrow === "uniqueImm" ? "unique" : "mut";
}

function borrowConflict(inferred: Inferred, conflict: Conflict, borrow: BorrowKind): FlowError {
  const { cx } = inferred.r;
  const { access, loan, at } = conflict;
  const spans = borrowSpans(cx, access.span, at);
  const span = mainSpan(spans);
  const old = loanSpans(inferred, loan);
  const oldSpan = mainSpan(old);
  const name = describeAny(cx, access.place);
  const kinds = `${kindOf(borrow)} ${kindOf(loan.borrow)}`;
  const again = sameSpan(span, oldSpan);
  const notes = [
    ...closureUse(inferred, old, old.kind === "closure" ? "first borrow" : "borrow", {
      ...conflict,
      access: { ...access, place: loan.place },
    }),
    ...closureUse(inferred, spans, "second borrow", conflict),
  ];
  if (kinds === "mut mut") {
    const label = again
      ? `${name} was mutably borrowed here in the previous iteration of the loop`
      : "second mutable borrow occurs here";
    const first = again ? [] : [{ span: oldSpan, message: "first mutable borrow occurs here" }];
    return told(
      inferred,
      conflict,
      {
        code: "E0499",
        message: `cannot borrow ${name} as mutable more than once at a time`,
        span,
        label,
        related: [...first, ...notes],
      },
      "first ",
    );
  }
  if (kinds === "unique unique") {
    return told(
      inferred,
      conflict,
      {
        code: "E0524",
        message: `two closures require unique access to ${name} at the same time`,
        span,
        label: again
          ? "closures are constructed here in different iterations of loop"
          : "second closure is constructed here",
        related: [
          ...(again ? [] : [{ span: oldSpan, message: "first closure is constructed here" }]),
          ...notes,
        ],
      },
      "first ",
    );
  }
  if (kinds.startsWith("unique")) {
    return told(
      inferred,
      conflict,
      {
        code: "E0500",
        message: `closure requires unique access to ${name} but it is already borrowed`,
        span,
        label: "closure construction occurs here",
        related: [{ span: oldSpan, message: "borrow occurs here" }, ...notes],
      },
      "first ",
    );
  }
  const wanted = kindOf(borrow) === "shared" ? "immutable" : "mutable";
  if (kinds.endsWith("unique")) {
    return told(
      inferred,
      conflict,
      {
        code: "E0501",
        message: `cannot borrow ${name} as ${wanted} because previous closure requires unique access`,
        span,
        label: "second borrow occurs here",
        related: [{ span: oldSpan, message: "closure construction occurs here" }, ...notes],
      },
      "first ",
    );
  }
  const existing = kindOf(loan.borrow) === "shared" ? "immutable" : "mutable";
  const label = `${wanted} borrow occurs here`;
  return told(
    inferred,
    conflict,
    {
      code: "E0502",
      message: `cannot borrow ${name} as ${wanted} because it is also borrowed as ${existing}`,
      span,
      label,
      related: [{ span: oldSpan, message: `${existing} borrow occurs here` }, ...notes],
    },
    `${existing} `,
  );
}

function useWhileBorrowed(inferred: Inferred, conflict: Conflict): FlowError {
  const { cx } = inferred.r;
  const { access, loan, at } = conflict;
  const spans = moveSpans(cx, access.place, at);
  const name = describeAny(cx, access.place);
  const borrowed = describeAny(cx, loan.place);
  return told(
    inferred,
    conflict,
    {
      code: "E0503",
      message: `cannot use ${name} because it was mutably borrowed`,
      span: spans.kind === "closure" ? spans.path : spans.span,
      label: `use of borrowed ${borrowed}`,
      related: [
        { span: mainSpan(loanSpans(inferred, loan)), message: `${borrowed} is borrowed here` },
      ],
    },
    "",
  );
}

function moveWhileBorrowed(inferred: Inferred, conflict: Conflict): FlowError {
  const { cx } = inferred.r;
  const { access, loan, at } = conflict;
  const spans = moveSpans(cx, access.place, at);
  const old = loanSpans(inferred, loan);
  const name = describeAny(cx, access.place);
  const decl = loan.place.projections.length === 0 ? cx.body.locals[loan.place.local] : undefined;
  const related: FlowNote[] = [];
  if (decl?.name !== undefined && old.kind !== "closure")
    related.push({ span: decl.span, message: `binding \`${decl.name}\` declared here` });
  related.push({
    span: mainSpan(old),
    message: `borrow of ${describeAny(cx, loan.place)} occurs here`,
  });
  if (old.kind === "closure")
    related.push({ span: old.path, message: "borrow occurs due to use in closure" });
  if (spans.kind === "closure")
    related.push({ span: spans.path, message: "move occurs due to use in closure" });
  return told(
    inferred,
    conflict,
    {
      code: "E0505",
      message: `cannot move out of ${name} because it is borrowed`,
      span: mainSpan(spans),
      label:
        `move out of ${name} ${spans.kind === "closure" ? "into closure " : ""}occurs here`.replace(
          "into closure occurs",
          "occurs",
        ),
      related,
    },
    "",
  );
}

/** What a match tests must stay as it is while a guard runs. */
function guardedError(inferred: Inferred, conflict: Conflict): FlowError {
  const { cx } = inferred.r;
  const { access, loan } = conflict;
  const text = describePlace(cx, access.place);
  const name = text === undefined ? "value" : `\`${text}\``;
  const borrows = access.access.kind === "borrow" || access.access.kind === "reserve";
  const action = borrows ? "mutably borrow" : "assign";
  return {
    code: "E0510",
    message: `cannot ${action} ${name} in match guard`,
    span: access.span,
    label: `cannot ${action}`,
    related: [{ span: loan.span, message: "value is immutable in match guard" }],
    owner: cx.owner,
    tentative: false,
  };
}

function assignWhileBorrowed(inferred: Inferred, conflict: Conflict): FlowError {
  const { cx } = inferred.r;
  const { access, loan } = conflict;
  const text = describePlace(cx, access.place);
  const name = text === undefined ? "value" : `\`${text}\``;
  const old = loanSpans(inferred, loan);
  return told(
    inferred,
    conflict,
    {
      code: "E0506",
      message: `cannot assign to ${name} because it is borrowed`,
      span: access.span,
      label: `${name} is assigned to here but it was already borrowed`,
      related: [
        { span: mainSpan(old), message: `${name} is borrowed here` },
        ...closureUse(inferred, old, "borrow", {
          ...conflict,
          access: { ...access, place: loan.place },
        }),
      ],
    },
    "",
  );
}

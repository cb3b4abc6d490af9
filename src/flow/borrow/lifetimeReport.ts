// Borrowed values that do not live long enough: E0597, E0716, E0515, E0373, E0713.
// Follows `report_borrowed_value_does_not_live_long_enough`.

import type { Span } from "../../base/span.ts";
import type { Place } from "../../mir/mir.ts";
import { dropImpl } from "../../mir/traits.ts";
import { placeTy } from "../../mir/placeTys.ts";
import { describePlace, isPrefix } from "../describe.ts";
import { spanAt } from "../flowCx.ts";
import type { FlowError, FlowNote } from "../flowError.ts";
import { mainSpan } from "../useSpans.ts";
import type { UseSpans } from "../useSpans.ts";
import type { Conflict } from "./access.ts";
import { loanSpans } from "./conflictReport.ts";
import { explainLoan, explanationNotes } from "./explain.ts";
import type { Explanation } from "./explain.ts";
import type { Inferred } from "./infer.ts";
import { findUniversalName } from "./regionNames.ts";

export function shortLivedError(inferred: Inferred, conflict: Conflict): FlowError {
  const { cx } = inferred.r;
  const { loan, access } = conflict;
  const spans = loanSpans(inferred, loan);
  const explanation = explainLoan(inferred, loan, conflict.at);
  const name = describePlace(cx, loan.place);
  if (conflictsWithDestructor(inferred, loan.place) && !isPrefix(loan.place, access.place)) {
    return destructorConflict(inferred, conflict, spans, explanation, name);
  }
  if (name !== undefined && spans.kind === "closure") {
    const escape = closureEscape(inferred, conflict, spans, explanation, name);
    if (escape) return escape;
  }
  if (explanation.kind === "mustOutlive" && explanation.constraint.category.kind === "return") {
    return returnsReference(inferred, conflict, explanation, name);
  }
  return name === undefined
    ? temporaryDropped(inferred, conflict, explanation)
    : localDropped(inferred, conflict, spans, explanation, name);
}

function finish(
  inferred: Inferred,
  error: Pick<FlowError, "code" | "message" | "span" | "label" | "related">,
): FlowError {
  return { ...error, owner: inferred.r.cx.owner, tentative: false };
}

/** Some struct on the way to the borrowed place has a destructor that will run. */
function conflictsWithDestructor(inferred: Inferred, place: Place): boolean {
  const { cx } = inferred.r;
  return place.projections.some((step, index) => {
    if (step.kind !== "field" && step.kind !== "downcast") return false;
    const base = placeTy(cx.mir, cx.body, {
      local: place.local,
      projections: place.projections.slice(0, index),
    });
    return base.kind === "adt" && dropImpl(cx.mir, base.def) !== undefined;
  });
}

function destructorConflict(
  inferred: Inferred,
  conflict: Conflict,
  spans: UseSpans,
  explanation: Explanation,
  name: string | undefined,
): FlowError {
  const { cx } = inferred.r;
  const { access } = conflict;
  const dropped = describePlace(cx, access.place);
  const what = dropped === undefined ? "temporary value" : `\`${dropped}\``;
  const ty = cx.mir.ty.showInFull(placeTy(cx.mir, cx.body, access.place));
  const because = `type \`${ty}\` implements the \`Drop\` trait`;
  const message =
    name === undefined
      ? `here is drop of ${what}; whose ${because}`
      : `here, drop of ${what} needs exclusive access to \`${name}\`, because the ${because}`;
  return finish(inferred, {
    code: "E0713",
    message: "borrow may still be in use when destructor runs",
    span: mainSpan(spans),
    label: undefined,
    related: [{ span: access.span, message }, ...explanationNotes(cx, explanation, "", name)],
  });
}

/** The closure holds a reference and leaves the function. */
function closureEscape(
  inferred: Inferred,
  conflict: Conflict,
  spans: UseSpans & { kind: "closure" },
  explanation: Explanation,
  name: string,
): FlowError | undefined {
  const inBlock =
    explanation.kind === "usedLater" && explanation.what === "captured here by closure";
  const leaves =
    explanation.kind === "mustOutlive" &&
    ["return", "opaque", "argument"].includes(explanation.constraint.category.kind);
  if (!inBlock && !leaves) return undefined;
  const related: FlowNote[] = [{ span: spans.path, message: `\`${name}\` is borrowed here` }];
  if (explanation.kind === "mustOutlive") {
    const { constraint, universal } = explanation;
    const message =
      constraint.category.kind !== "argument"
        ? "closure is returned here"
        : `function requires argument type to outlive \`${findUniversalName(inferred.r, universal)}\``;
    related.push({ span: constraint.span, message });
  }
  return finish(inferred, {
    code: "E0373",
    message: `closure may outlive the current ${inBlock ? "block" : "function"}, but it borrows \`${name}\`, which is owned by the current ${inBlock ? "block" : "function"}`,
    span: spans.args,
    label: `may outlive borrowed value \`${name}\``,
    related,
  });
}

function returnsReference(
  inferred: Inferred,
  conflict: Conflict,
  explanation: Explanation & { kind: "mustOutlive" },
  name: string | undefined,
): FlowError {
  const { cx } = inferred.r;
  const { loan } = conflict;
  const returned = explanation.constraint.span;
  const borrowed = spanAt(cx.body, loan.at);
  const direct = returned.start === borrowed.start && returned.end === borrowed.end;
  const decl = cx.body.locals[loan.place.local];
  let what: string;
  let note: string;
  if (name !== undefined) {
    const kind =
      loan.place.projections.length > 0
        ? "local data "
        : decl?.kind === "arg"
          ? "function parameter "
          : "local variable ";
    what = `${kind}\`${name}\``;
    note = `\`${name}\` is borrowed here`;
  } else {
    what =
      decl?.kind === "arg"
        ? "function parameter"
        : decl?.kind === "variable"
          ? "local binding"
          : "temporary value";
    note =
      what === "temporary value"
        ? "temporary value created here"
        : what === "local binding"
          ? "local binding introduced here"
          : `${what} borrowed here`;
  }
  const span = mainSpan(loanSpans(inferred, loan));
  const elsewhere = name === undefined && decl ? decl.span : span;
  return finish(inferred, {
    code: "E0515",
    message: `cannot return ${direct ? "reference to" : "value referencing"} ${what}`,
    span: returned,
    label: `returns a ${direct ? "reference to" : "value referencing"} data owned by the current function`,
    related:
      elsewhere.start === returned.start && elsewhere.end === returned.end
        ? []
        : [{ span: elsewhere, message: note }],
  });
}

function temporaryDropped(
  inferred: Inferred,
  conflict: Conflict,
  explanation: Explanation,
): FlowError {
  const { cx } = inferred.r;
  const span: Span = cx.body.locals[conflict.loan.place.local]?.span ?? conflict.loan.span;
  return finish(inferred, {
    code: "E0716",
    message: "temporary value dropped while borrowed",
    span,
    label: "creates a temporary value which is freed while still in use",
    related: [
      {
        span: conflict.access.span,
        message: "temporary value is freed at the end of this statement",
      },
      ...explanationNotes(cx, explanation, ""),
    ],
  });
}

function localDropped(
  inferred: Inferred,
  conflict: Conflict,
  spans: UseSpans,
  explanation: Explanation,
  name: string,
): FlowError {
  const { cx } = inferred.r;
  const related: FlowNote[] = [];
  const decl = cx.body.locals[conflict.loan.place.local];
  if (decl?.name !== undefined)
    related.push({ span: decl.span, message: `binding \`${decl.name}\` declared here` });
  if (spans.kind === "closure") related.push({ span: spans.args, message: "value captured here" });
  related.push({
    span: conflict.access.span,
    message: `\`${name}\` dropped here while still borrowed`,
  });
  related.push(...explanationNotes(cx, explanation, "", name));
  return finish(inferred, {
    code: "E0597",
    message: `\`${name}\` does not live long enough`,
    span: spans.kind === "closure" ? spans.path : spans.span,
    label: "borrowed value does not live long enough",
    related,
  });
}

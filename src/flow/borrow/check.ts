// The borrow check of one body: every access against every loan in force, mutability, and what the signature promises.
// Follows `do_mir_borrowck`. One error for each place and span.

import type { Span } from "../../base/span.ts";
import type { Location } from "../../mir/dataflow.ts";
import type { Local, Place } from "../../mir/mir.ts";
import { visitForward } from "../../mir/dataflow.ts";
import type { FlowCx } from "../flowCx.ts";
import type { FlowError } from "../flowError.ts";
import { accessesOf, findActivations, findConflict } from "./access.ts";
import type { Access, Activations } from "./access.ts";
import { placesConflict } from "./conflicts.ts";
import { conflictError } from "./conflictReport.ts";
import type { Inferred } from "./infer.ts";
import { shortLivedError } from "./lifetimeReport.ts";
import { mutabilityError } from "./mutability.ts";
import { pointOf } from "./points.ts";
import type { Loan } from "./regionCx.ts";
import { regionErrors } from "./regionReport.ts";

interface Checker {
  readonly cx: FlowCx;
  readonly inferred: Inferred;
  readonly activations: Activations;
  readonly reported: Set<string>;
  readonly errors: FlowError[];
  /** Exclusive borrows of variables that are not `mut`. */
  readonly mutBorrows: Map<Local, FlowError>;
  /** Conflicts already told when the borrow was made are not told again at its first use. */
  readonly reservations: Set<Loan>;
  /** Locals that get a value somewhere. */
  readonly initialized: ReadonlySet<number>;
}

/** `inferred`: of this body; undefined where the borrow checker gave up. */
export function checkBorrows(cx: FlowCx, inferred: Inferred | undefined): FlowError[] {
  if (!inferred) return [];
  const c: Checker = {
    cx,
    inferred,
    activations: findActivations(cx, inferred.r.loans),
    reported: new Set(),
    errors: [],
    mutBorrows: new Map(),
    reservations: new Set(),
    initialized: new Set(cx.moves.inits.map((init) => init.path)),
  };
  visitForward(cx.init.analysis, cx.init.flow, (_state, at, statement, terminator) => {
    const node = statement ?? terminator;
    if (!node) return;
    const loans = inferred.scopes.at(pointOf(inferred.r.points, at));
    checkActivations(c, at, loans, node.span);
    for (const access of accessesOf(node)) checkAccess(c, access, at, loans);
    if (terminator && (terminator.kind === "return" || terminator.kind === "resume"))
      checkExit(c, at, loans);
  });
  return [...c.errors, ...c.mutBorrows.values(), ...regionErrors(inferred)];
}

function checkActivations(c: Checker, at: Location, loans: readonly Loan[], span: Span): void {
  for (const [loan, activation] of c.activations) {
    if (
      !activation ||
      activation.block !== at.block ||
      activation.index !== at.index ||
      c.reservations.has(loan)
    )
      continue;
    const access: Access = {
      place: loan.place,
      depth: "deep",
      access: { kind: "activate", loan },
      span,
    };
    checkConflict(c, access, at, loans);
  }
}

function checkAccess(c: Checker, access: Access, at: Location, loans: readonly Loan[]): void {
  if (c.reported.size > 0 && c.reported.has(accessKey(access))) return;
  const mutability =
    isFirstAssignment(c, access) || !everInitialized(c, access.place)
      ? undefined
      : mutabilityError(c.cx, access, at);
  if (mutability?.borrowed !== undefined) addBorrowOf(c, mutability.borrowed, mutability.error);
  else if (mutability) c.errors.push(mutability.error);
  const conflict = checkConflict(c, access, at, loans);
  if (mutability || conflict) c.reported.add(accessKey(access));
}

function accessKey({ place, span }: Access): string {
  return `${placeKey(place)} ${span.start}:${span.end}`;
}

/** From the second one on the error stands at the declaration. */
function addBorrowOf(c: Checker, local: Local, error: FlowError): void {
  const known = c.mutBorrows.get(local);
  const decl = c.cx.body.locals[local];
  if (known === undefined || !decl) {
    c.mutBorrows.set(local, error);
    return;
  }
  const others =
    known.label === "not mutable"
      ? known.related
      : [{ span: known.span, message: known.label ?? "" }];
  const related = [...others, { span: error.span, message: error.label ?? "" }];
  c.mutBorrows.set(local, { ...known, span: decl.span, label: "not mutable", related });
}

/** Assignments to whole immutable variables are the business of `reassign.ts`. */
function isFirstAssignment(c: Checker, access: Access): boolean {
  if (access.access.kind !== "assign" || access.place.projections.length > 0) return false;
  return !(c.cx.body.locals[access.place.local]?.mutable ?? true);
}

/** What never gets a value is reported as such. */
function everInitialized(c: Checker, place: Place): boolean {
  return c.initialized.has(place.local);
}

function checkConflict(c: Checker, access: Access, at: Location, loans: readonly Loan[]): boolean {
  const loan = findConflict(c.cx, access, at, loans, c.activations);
  if (!loan) return false;
  if (access.access.kind === "reserve") {
    const own = c.inferred.r.loans.find(
      (one) => one.at.block === at.block && one.at.index === at.index,
    );
    if (own) c.reservations.add(own);
  }
  const conflict = { at, access, loan };
  if (access.access.kind === "storageDead") reportShortLived(c, conflict);
  else c.errors.push(conflictError(c.inferred, conflict));
  return true;
}

function reportShortLived(c: Checker, conflict: Parameters<typeof shortLivedError>[1]): void {
  // One loan, one story, however many ways lead out of the scope.
  const key = `short ${conflict.loan.index}`;
  if (c.reported.has(key)) return;
  c.reported.add(key);
  const error = shortLivedError(c.inferred, conflict);
  const twin = `${error.code} ${error.span.start}:${error.span.end} ${error.message}`;
  if (!c.reported.has(twin)) c.errors.push(error);
  c.reported.add(twin);
}

/** At the end of the function everything on its stack is gone. */
function checkExit(c: Checker, at: Location, loans: readonly Loan[]): void {
  if (c.cx.body.constant) return;
  for (const loan of loans) {
    const root: Place = { local: loan.place.local, projections: [] };
    if (!placesConflict(c.cx, loan.place, loan.borrow, root, "shallow")) continue;
    const access: Access = {
      place: root,
      depth: "shallow",
      access: { kind: "storageDead" },
      span: c.cx.body.endSpan,
    };
    reportShortLived(c, { at, access, loan });
  }
}

function placeKey(place: Place): string {
  return `${place.local}${place.projections.map((step) => (step.kind === "field" ? `.${step.index}` : step.kind)).join("")}`;
}

// Accesses to places, and the loans they conflict with: the heart of the borrow checker.
//
// Follows `MirBorrowckCtxt`: every statement is a list of accesses, each shallow or deep, a read or a write; a conflict with
// a loan in force is an error. Two-phase borrows are reads until their reference is first used.

import { dominates } from "../../mir/dominators.ts";
import type { Location } from "../../mir/dataflow.ts";
import type { BorrowKind, Local, Place, Statement, Terminator } from "../../mir/mir.ts";
import type { Span } from "../../base/span.ts";
import type { FlowCx } from "../flowCx.ts";
import { eachUse } from "../uses.ts";
import type { PlaceUse } from "../uses.ts";
import { placesConflict } from "./conflicts.ts";
import type { Depth } from "./conflicts.ts";
import type { Loan } from "./regionCx.ts";

export type AccessKind =
  | { readonly kind: "copy" }
  | { readonly kind: "borrow"; readonly borrow: BorrowKind }
  /** A two-phase borrow is made; `activate` is its first use. */
  | { readonly kind: "reserve"; readonly borrow: BorrowKind }
  | { readonly kind: "activate"; readonly loan: Loan }
  | { readonly kind: "move" }
  | { readonly kind: "assign" }
  | { readonly kind: "replace" }
  | { readonly kind: "storageDead" };

export interface Access {
  readonly place: Place;
  readonly depth: Depth;
  readonly access: AccessKind;
  readonly span: Span;
}

export interface Conflict {
  readonly at: Location;
  readonly access: Access;
  readonly loan: Loan;
}

/** The accesses of one node in order. */
export function accessesOf(node: Statement | Terminator): Access[] {
  const out: Access[] = [];
  eachUse(node, (use) => {
    const access = accessOf(use, node.kind === "call");
    if (access) out.push({ place: use.place, span: node.span, ...access });
  });
  return out;
}

function accessOf(use: PlaceUse, call: boolean): Pick<Access, "depth" | "access"> | undefined {
  switch (use.kind) {
    case "copy":
      return { depth: "deep", access: { kind: "copy" } };
    case "move":
      return { depth: "deep", access: { kind: "move" } };
    case "inspect":
      return { depth: "metadata", access: { kind: "copy" } };
    case "borrow":
      if (use.borrow === "fake")
        return { depth: "shallow", access: { kind: "borrow", borrow: "fake" } };
      if (use.borrow === "twoPhaseMut")
        return { depth: "deep", access: { kind: "reserve", borrow: use.borrow } };
      return { depth: "deep", access: { kind: "borrow", borrow: use.borrow } };
    case "rawBorrow":
      return { depth: "deep", access: { kind: "borrow", borrow: use.mutable ? "mut" : "shared" } };
    case "assign":
      return { depth: call ? "deep" : "shallow", access: { kind: "assign" } };
    case "storageDead":
      return { depth: "shallow", access: { kind: "storageDead" } };
    case "drop":
      return { depth: "drop", access: { kind: use.replace ? "replace" : "storageDead" } };
    case "fakeRead":
      return undefined;
  }
}

/** The first loan in force that the access conflicts with. */
export function findConflict(
  cx: FlowCx,
  access: Access,
  at: Location,
  loans: readonly Loan[],
  activations: Activations,
): Loan | undefined {
  for (const loan of loans) {
    if (!placesConflict(cx, loan.place, loan.borrow, access.place, access.depth)) continue;
    if (conflicts(cx, access.access, loan, at, activations)) return loan;
  }
  return undefined;
}

function conflicts(
  cx: FlowCx,
  access: AccessKind,
  loan: Loan,
  at: Location,
  activations: Activations,
): boolean {
  const readOnly = loan.borrow === "shared" || loan.borrow === "fake";
  switch (access.kind) {
    case "activate":
      return access.loan !== loan;
    case "copy":
      return !readOnly && isActive(cx, loan, at, activations);
    case "borrow":
      if (access.borrow === "fake") return false;
      if (access.borrow === "shared") return !readOnly && isActive(cx, loan, at, activations);
      return true;
    case "reserve":
      return !readOnly;
    case "move":
      return loan.borrow !== "fake";
    case "assign":
    case "replace":
    case "storageDead":
      return true;
  }
}

/** Where the reference of each two-phase borrow is first used; undefined: never. */
export type Activations = ReadonlyMap<Loan, Location | undefined>;

export function findActivations(cx: FlowCx, loans: readonly Loan[]): Activations {
  const out = new Map<Loan, Location | undefined>();
  const waiting = new Map<Local, Loan>();
  for (const loan of loans) {
    if (loan.borrow !== "twoPhaseMut" || loan.assigned.projections.length > 0) continue;
    waiting.set(loan.assigned.local, loan);
    out.set(loan, undefined);
  }
  if (waiting.size === 0) return out;
  cx.body.blocks.forEach((block, index) => {
    for (let i = 0; i <= block.statements.length; i++) {
      const node = block.statements[i] ?? block.terminator;
      eachUse(node, (use) => {
        const loan = waiting.get(use.place.local);
        if (
          !loan ||
          use.kind === "storageDead" ||
          (use.kind === "assign" && use.place.projections.length === 0)
        )
          return;
        out.set(loan, out.get(loan) ?? { block: index as Location["block"], index: i });
      });
    }
  });
  return out;
}

/** A two-phase borrow is only reserved on the ways from where it is made to where it is first used. */
function isActive(cx: FlowCx, loan: Loan, at: Location, activations: Activations): boolean {
  if (!activations.has(loan)) return true;
  const activation = activations.get(loan);
  if (!activation) return false;
  return (
    dominatesAt(cx, activation, at) ||
    !dominatesAt(cx, { block: loan.at.block, index: loan.at.index + 1 }, at)
  );
}

/** `a` stands on every way to `b`. */
function dominatesAt(cx: FlowCx, a: Location, b: Location): boolean {
  return a.block === b.block ? a.index <= b.index : dominates(cx.dominators, a.block, b.block);
}

// Fulfilment: the obligations still open in a body, tried again whenever one of their variables becomes known.
// Follows `FulfillmentContext`; a failed one is kept with the chain of obligations that led to it.

import { isTraitObligation } from "./solverCx.ts";
import { flagsOf, HAS_INFER, HAS_UNKNOWN } from "../intern.ts";
import { isPlainlySized } from "./sized.ts";
import { superTraits } from "./elaborate.ts";
import { isTy, walkTy } from "../fold.ts";
import { DEPTH_LIMIT } from "./solverCx.ts";
import type { VarClass } from "../infer/table.ts";
import type { Obligation, SolverCx } from "./solverCx.ts";
import type { GenericArg, GenericArgs, Predicate, Region, Ty } from "../ty.ts";
import type { DefId } from "../../hir/defs.ts";
import type { ImplHeader } from "../queries.ts";

export interface FulfillError {
  readonly obligation: Obligation;
  readonly kind: "trait" | "projection";
  /** The arguments as they were known when it failed. */
  readonly args: GenericArgs;
  /** For projections: what the type really is. */
  readonly found?: Ty;
  readonly negative?: ImplHeader;
}

interface Pending {
  readonly obligation: Obligation;
  /** Variables at whose binding it is worth trying again; empty: always. */
  stalledOn: readonly { readonly variable: number; readonly class: VarClass }[];
}

/** `T: 'a` seen on the way; the borrow checker's business, kept for `'static`. */
export interface OutlivesObligation {
  readonly ty: Ty;
  readonly region: Region;
  readonly obligation: Obligation;
}

export class Fulfillment {
  private pending: Pending[] = [];
  /** Errors of the current round of solving: one for all obligations that say the same. */
  private reported = new Set<string>();
  /** Likewise what was taken apart already: a recursive type asks the same of itself (rustc's `active_cache`). */
  private expanded = new Set<string>();
  readonly outlives: OutlivesObligation[] = [];
  private seenVersion = -1;
  private frozen = 0;
  private readonly sized: DefId | undefined;

  constructor(
    private readonly scx: SolverCx,
    private readonly onError: (error: FulfillError) => void,
  ) {
    this.sized = scx.cx.lang("sized");
  }

  register(obligation: Obligation): void {
    if (obligation.predicate.kind === "typeOutlives") {
      this.outlives.push({
        ty: obligation.predicate.ty,
        region: obligation.predicate.region,
        obligation,
      });
      return;
    }
    if (obligation.predicate.kind === "regionOutlives") return;
    this.pending.push({ obligation, stalledOn: [] });
    this.seenVersion = -1;
  }

  registerAll(obligations: readonly Obligation[]): void {
    for (const obligation of obligations) this.register(obligation);
  }

  /** Inside an attempt that may be undone nothing pending is solved; what is registered goes with it. */
  begin(): number {
    this.frozen++;
    return this.pending.length;
  }

  end(mark: number, keep: boolean): void {
    this.frozen--;
    if (!keep) this.pending.length = mark;
  }

  /** Something other than a variable became known (the captures of a closure). */
  wake(): void {
    this.seenVersion = -1;
  }

  /** Solves what can be solved now. */
  selectWherePossible(): void {
    const { table } = this.scx.infcx;
    if (this.frozen > 0 || this.seenVersion === table.version) return;
    let rounds = 0;
    this.reported = new Set();
    this.expanded = new Set();
    for (let progress = true; progress && rounds < 256; rounds++) {
      progress = false;
      const before = this.pending;
      this.pending = [];
      for (const entry of before) {
        if (this.isStalled(entry) || !this.process(entry)) this.pending.push(entry);
        else progress = true;
      }
    }
    this.seenVersion = table.version;
  }

  get open(): readonly Obligation[] {
    return this.pending.map((entry) => entry.obligation);
  }

  private isStalled(entry: Pending): boolean {
    const { table } = this.scx.infcx;
    return (
      entry.stalledOn.length > 0 &&
      entry.stalledOn.every((v) => table.isUntouched(v.variable, v.class))
    );
  }

  /** False: not decided yet. */
  private process(entry: Pending): boolean {
    const { obligation } = entry;
    if (obligation.depth > DEPTH_LIMIT) return true;
    this.scx.budget = 20_000;
    if (isTraitObligation(obligation))
      return this.processTrait(entry, obligation.predicate.ref.args);
    if (obligation.predicate.kind === "projection")
      return this.processProjection(entry, obligation.predicate);
    return true;
  }

  private processTrait(entry: Pending, args: readonly GenericArg[]): boolean {
    const { obligation } = entry;
    if (!isTraitObligation(obligation)) return true;
    if (obligation.predicate.ref.trait === this.sized && this.isSized(args)) return true;
    const selection = this.scx.select(this.scx, obligation);
    switch (selection.kind) {
      case "ambiguous":
        entry.stalledOn = this.variablesOf(args);
        return entry.stalledOn.length === 0 && this.mentionsUnknown(args);
      case "no":
        if (!this.mentionsUnknown(args))
          this.fail(
            obligation,
            "trait",
            args,
            selection.negative ? { negative: selection.negative } : {},
          );
        return true;
      case "ok":
        if (selection.nested.length > 0 && this.isNew(obligation.predicate.ref.trait, args))
          this.registerAll(selection.nested);
        return true;
    }
  }

  private isNew(trait: DefId, given: readonly GenericArg[]): boolean {
    const args = this.scx.infcx.resolveArgs(given);
    if (args.some((arg) => (flagsOf(arg) & HAS_INFER) !== 0)) return true;
    const key = `${trait} ${args.map((arg) => arg.id).join(",")}`;
    if (this.expanded.has(key)) return false;
    this.expanded.add(key);
    return true;
  }

  private isSized(args: readonly GenericArg[]): boolean {
    const self = args[0];
    return (
      self !== undefined && isTy(self) && isPlainlySized(this.scx.cx, this.scx.infcx.shallow(self))
    );
  }

  private processProjection(
    entry: Pending,
    predicate: Predicate & { kind: "projection" },
  ): boolean {
    const { infcx, cx } = this.scx;
    const { obligation } = entry;
    const projected = this.scx.project(
      this.scx,
      predicate.def,
      predicate.args,
      obligation.cause,
      obligation.depth,
    );
    if (projected.kind === "ambiguous") {
      entry.stalledOn = this.variablesOf(predicate.args);
      return false;
    }
    const found =
      projected.kind === "ty"
        ? projected.ty
        : cx.tcx.projection(predicate.def, infcx.resolveArgs(predicate.args));
    if (projected.kind === "ty") this.registerAll(projected.nested);
    if (!infcx.eq(found, predicate.ty) && !this.mentionsUnknown(predicate.args)) {
      this.fail(obligation, "projection", predicate.args, { found: infcx.resolve(found) });
    }
    return true;
  }

  private fail(
    obligation: Obligation,
    kind: FulfillError["kind"],
    given: readonly GenericArg[],
    more: Pick<FulfillError, "found" | "negative">,
  ): void {
    const args = this.scx.infcx.resolveArgs(given);
    const { predicate } = obligation;
    const subject =
      predicate.kind === "trait"
        ? predicate.ref.trait
        : predicate.kind === "projection"
          ? predicate.def
          : 0;
    const key = `${kind} ${subject} ${args.map((arg) => arg.id).join(",")}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.suppressImplied(obligation, args);
    this.onError({ obligation, kind, args, ...more });
  }

  /** Where `F: Fn` fails, `F: FnOnce` at the same place says nothing new. */
  private suppressImplied(obligation: Obligation, args: GenericArgs): void {
    if (!isTraitObligation(obligation)) return;
    for (const implied of superTraits(this.scx.cx, {
      trait: obligation.predicate.ref.trait,
      args,
    })) {
      this.reported.add(`trait ${implied.trait} ${implied.args.map((arg) => arg.id).join(",")}`);
    }
  }

  private variablesOf(args: readonly GenericArg[]): Pending["stalledOn"] {
    const out = new Map<number, VarClass>();
    for (const arg of args) {
      const resolved = this.scx.infcx.resolveArg(arg);
      if (resolved.kind === "region" || !(flagsOf(resolved) & HAS_INFER)) continue;
      // What waits for a constant is tried again each time.
      if (resolved.kind === "constant" || mentionsOpenConst(resolved)) return [];
      walkTy(resolved, (ty) => {
        if (ty.kind === "infer") out.set(ty.var, ty.class);
      });
    }
    return [...out].map(([variable, kind]) => ({ variable, class: kind }));
  }

  private mentionsUnknown(args: readonly GenericArg[]): boolean {
    return args.some((arg) => (flagsOf(this.scx.infcx.resolveArg(arg)) & HAS_UNKNOWN) !== 0);
  }
}

function mentionsOpenConst(ty: Ty): boolean {
  let found = false;
  walkTy(ty, (part) => {
    if (part.kind === "array") found ||= part.length.const === "infer";
    if ("args" in part)
      found ||= part.args.some((arg) => arg.kind === "constant" && arg.const === "infer");
  });
  return found;
}

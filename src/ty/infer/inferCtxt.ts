// The inference context of one body: variables, unification, resolution, and the closures in the making.
// Follows `rustc_infer::infer::InferCtxt`. Regions are erased here: relating ignores them.
//
// Not modelled: subtyping (higher-ranked `fn` pointers are related as if equal).

import { eraseSig, superFold } from "../fold.ts";
import { flagsOf, HAS_INFER } from "../intern.ts";
import { UnificationTable } from "./table.ts";
import type { Snapshot, VarClass } from "./table.ts";
import type { Span } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { Folder } from "../fold.ts";
import type { TyContext } from "../queries.ts";
import type { Const, ExistentialTraitRef, FnSig, GenericArg, GenericArgs, Ty } from "../ty.ts";

export type ClosureKind = "Fn" | "FnMut" | "FnOnce";

/** A closure of the body being checked. */
export interface ClosureState {
  sig: FnSig;
  /** The signature with the lifetimes that it binds; all others are erased. */
  readonly binder: FnSig;
  /** Undefined until capture analysis, where no bound demands one. */
  kind: ClosureKind | undefined;
  /** Types captured (by value or as references); undefined until capture analysis. */
  captures: readonly Ty[] | undefined;
  readonly mentionsOuter: boolean;
}

export class InferCtxt {
  readonly table = new UnificationTable();
  readonly closures: (ClosureState | undefined)[] = [];
  /** Hidden types of the opaque types that this body defines. */
  readonly opaques = new Map<DefId, Ty>();
  private readonly resolver: Folder;

  constructor(
    readonly cx: TyContext,
    readonly owner: DefId | undefined,
  ) {
    this.resolver = {
      ty: (ty, depth) => (flagsOf(ty) & HAS_INFER ? this.resolveParts(ty, depth) : ty),
      region: (region) => region,
      const: (value) => this.shallowConst(value),
    };
  }

  newVar(origin: Span, diverging = false): Ty {
    return this.cx.tcx.infer(this.table.newVar("general", origin, diverging), "general");
  }

  newNumber(kind: "int" | "float", origin: Span): Ty {
    return this.cx.tcx.infer(this.table.newVar(kind, origin), kind);
  }

  newConst(): Const {
    return this.cx.tcx.constInfer(this.table.newConst());
  }

  /** The type that a variable stands for, or the variable's root. */
  shallow(ty: Ty): Ty {
    if (ty.kind !== "infer") return ty;
    const root = this.table.root(ty.var);
    const bound = this.table.probe(root);
    if (bound) return bound;
    const kind: VarClass = this.table.classOf(root);
    return root === ty.var && kind === ty.class ? ty : this.cx.tcx.infer(root, kind);
  }

  shallowConst(value: Const): Const {
    if (value.const !== "infer") return value;
    const root = this.table.rootConst(value.var);
    return (
      this.table.probeConst(root) ?? (root === value.var ? value : this.cx.tcx.constInfer(root))
    );
  }

  resolve(ty: Ty): Ty {
    return this.resolver.ty(ty, 0);
  }

  resolveArg(arg: GenericArg): GenericArg {
    if (arg.kind === "region") return arg;
    return arg.kind === "constant" ? this.shallowConst(arg) : this.resolve(arg);
  }

  resolveArgs(args: GenericArgs): GenericArgs {
    let changed = false;
    const out = args.map((arg) => {
      const resolved = this.resolveArg(arg);
      changed ||= resolved !== arg;
      return resolved;
    });
    return changed ? this.cx.tcx.args(out) : args;
  }

  resolveSig(sig: FnSig): FnSig {
    return {
      ...sig,
      inputs: sig.inputs.map((ty) => this.resolve(ty)),
      output: this.resolve(sig.output),
    };
  }

  private resolveParts(ty: Ty, depth: number): Ty {
    const shallow = this.shallow(ty);
    return flagsOf(shallow) & HAS_INFER
      ? superFold(this.cx.tcx, this.resolver, shallow, depth)
      : shallow;
  }

  // ---- snapshots

  /** Runs `action` and undoes all it did to the variables. */
  probe<T>(action: () => T): T {
    const snapshot = this.table.snapshot();
    try {
      return action();
    } finally {
      this.table.rollback(snapshot);
    }
  }

  /** Keeps what `action` did only when it answers with something. */
  commitIf<T>(action: () => T | undefined | false): T | undefined {
    const snapshot = this.table.snapshot();
    let result: T | undefined | false;
    try {
      result = action();
    } catch (error) {
      this.table.rollback(snapshot);
      throw error;
    }
    if (result === undefined || result === false) {
      this.table.rollback(snapshot);
      return undefined;
    }
    this.table.commit(snapshot);
    return result;
  }

  snapshot(): Snapshot {
    return this.table.snapshot();
  }

  /** Computes types in a snapshot that is undone; variables made inside become fresh ones. */
  fudge(action: () => readonly Ty[] | undefined): readonly Ty[] | undefined {
    const snapshot = this.table.snapshot();
    let tys: readonly Ty[] | undefined;
    const origins: Span[] = [];
    const classes: VarClass[] = [];
    try {
      tys = action()?.map((ty) => this.resolve(ty));
      for (let i = snapshot.tys; i < this.table.count; i++) {
        origins.push(this.table.origins[i] as Span);
        classes.push(this.table.classOf(i));
      }
    } finally {
      this.table.rollback(snapshot);
    }
    return tys?.map((ty) => this.freshen(ty, snapshot, origins, classes, new Map()));
  }

  private freshen(
    ty: Ty,
    from: Snapshot,
    origins: readonly Span[],
    classes: readonly VarClass[],
    map: Map<number, Ty>,
  ): Ty {
    const folder: Folder = {
      ty: (part, depth) => {
        if (!(flagsOf(part) & HAS_INFER)) return part;
        if (part.kind !== "infer") return superFold(this.cx.tcx, folder, part, depth);
        if (part.var < from.tys) return part;
        const at = part.var - from.tys;
        const fresh =
          map.get(part.var) ??
          this.cx.tcx.infer(
            this.table.newVar(classes[at] ?? "general", origins[at] as Span),
            classes[at] ?? "general",
          );
        map.set(part.var, fresh);
        return fresh;
      },
      region: (region) => region,
      const: (value) =>
        value.const === "infer" && value.var >= from.consts ? this.newConst() : value,
    };
    return folder.ty(ty, 0);
  }

  // ---- unification

  /** Makes the types equal or says no; on no, variables may be half bound (use inside `commitIf` or `probe`). */
  unify(left: Ty, right: Ty): boolean {
    if (left === right) return true;
    const a = this.shallow(left);
    const b = this.shallow(right);
    if (a === b) return true;
    if (a.kind === "infer")
      return b.kind === "infer" ? this.table.union(a.var, b.var) : this.bind(a, b);
    if (b.kind === "infer") return this.bind(b, a);
    if (a.kind === "unknown" || b.kind === "unknown") return true;
    return this.unifyParts(a, b);
  }

  /** As `unify`, but leaves no trace on failure. */
  eq(a: Ty, b: Ty): boolean {
    if (a === b) return true;
    return this.commitIf(() => this.unify(a, b)) === true;
  }

  unifyArgs(a: GenericArgs, b: GenericArgs): boolean {
    if (a === b) return true;
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) {
      if (!this.unifyArg(a[i] as GenericArg, b[i] as GenericArg)) return false;
    }
    return true;
  }

  private unifyArg(a: GenericArg, b: GenericArg): boolean {
    if (a.kind === "region" || b.kind === "region") return a.kind === b.kind;
    if (a.kind === "constant") return b.kind === "constant" && this.unifyConst(a, b);
    return b.kind !== "constant" && this.unify(a, b);
  }

  unifyConst(left: Const, right: Const): boolean {
    const a = this.shallowConst(left);
    const b = this.shallowConst(right);
    if (a === b || a.const === "unknown" || b.const === "unknown") return true;
    if (a.const === "infer") {
      if (b.const === "infer") this.table.unionConst(a.var, b.var);
      else this.table.bindConst(a.var, b);
      return true;
    }
    if (b.const === "infer") {
      this.table.bindConst(b.var, a);
      return true;
    }
    return a.const === "value" && b.const === "value" && a.value === b.value;
  }

  unifySig(a: FnSig, b: FnSig): boolean {
    if (a.inputs.length !== b.inputs.length || a.variadic !== b.variadic || a.unsafe !== b.unsafe)
      return false;
    if (a.abi !== b.abi) return false;
    for (let i = 0; i < a.inputs.length; i++) {
      if (!this.unify(a.inputs[i] as Ty, b.inputs[i] as Ty)) return false;
    }
    return this.unify(a.output, b.output);
  }

  private unifyParts(a: Ty, b: Ty): boolean {
    switch (a.kind) {
      case "adt":
        return b.kind === "adt" && a.def === b.def && this.unifyArgs(a.args, b.args);
      case "fnDef":
        return b.kind === "fnDef" && a.def === b.def && this.unifyArgs(a.args, b.args);
      case "closure":
        return (
          b.kind === "closure" &&
          a.owner === b.owner &&
          a.index === b.index &&
          this.unifyArgs(a.args, b.args)
        );
      case "projection":
        return b.kind === "projection" && a.def === b.def && this.unifyArgs(a.args, b.args);
      case "opaque":
        return this.unifyOpaque(a, b);
      case "ref":
        return b.kind === "ref" && a.mutable === b.mutable && this.unify(a.ty, b.ty);
      case "ptr":
        return b.kind === "ptr" && a.mutable === b.mutable && this.unify(a.ty, b.ty);
      case "slice":
        return b.kind === "slice" && this.unify(a.ty, b.ty);
      case "array":
        return b.kind === "array" && this.unify(a.ty, b.ty) && this.unifyConst(a.length, b.length);
      case "tuple":
        return (
          b.kind === "tuple" &&
          a.tys.length === b.tys.length &&
          a.tys.every((ty, i) => this.unify(ty, b.tys[i] as Ty))
        );
      case "fnPtr":
        return b.kind === "fnPtr" && this.unifySig(this.open(a.sig), this.open(b.sig));
      case "dyn":
        return b.kind === "dyn" && this.unifyDyn(a, b);
      default:
        return b.kind === "opaque" && this.unifyOpaque(b, a);
    }
  }

  private open(sig: FnSig): FnSig {
    return eraseSig(this.cx.tcx, sig);
  }

  /** In the body that defines it, `impl Trait` is its hidden type. */
  private unifyOpaque(a: Ty & { kind: "opaque" }, b: Ty): boolean {
    if (b.kind === "opaque" && a.def === b.def) return this.unifyArgs(a.args, b.args);
    const hidden = this.opaques.get(a.def);
    if (hidden) return this.unify(hidden, b);
    const other = b.kind === "opaque" ? this.opaques.get(b.def) : undefined;
    return other !== undefined && this.unify(a, other);
  }

  private unifyDyn(a: Ty & { kind: "dyn" }, b: Ty & { kind: "dyn" }): boolean {
    if (a.autos.length !== b.autos.length || a.autos.some((def, i) => def !== b.autos[i]))
      return false;
    if (!a.principal || !b.principal) return a.principal === b.principal;
    return this.unifyExistential(a.principal, b.principal);
  }

  unifyExistential(a: ExistentialTraitRef, b: ExistentialTraitRef): boolean {
    if (a.trait !== b.trait || !this.unifyArgs(a.args, b.args)) return false;
    return a.projections.every((p) => {
      const other = b.projections.find((q) => q.def === p.def);
      return !other || this.unify(p.ty, other.ty);
    });
  }

  private bind(variable: Ty & { kind: "infer" }, ty: Ty): boolean {
    if (variable.class === "int" && ty.kind !== "int" && ty.kind !== "unknown") return false;
    if (variable.class === "float" && ty.kind !== "float" && ty.kind !== "unknown") return false;
    const resolved = this.resolve(ty);
    if (flagsOf(resolved) & HAS_INFER && this.occurs(variable.var, resolved)) return false;
    this.table.bind(variable.var, resolved);
    return true;
  }

  private occurs(variable: number, ty: Ty): boolean {
    let found = false;
    const folder: Folder = {
      ty: (part, depth) => {
        if (found || !(flagsOf(part) & HAS_INFER)) return part;
        if (part.kind === "infer") found = this.table.root(part.var) === variable;
        else superFold(this.cx.tcx, folder, part, depth);
        return part;
      },
      region: (region) => region,
      const: (value) => value,
    };
    folder.ty(ty, 0);
    return found;
  }
}

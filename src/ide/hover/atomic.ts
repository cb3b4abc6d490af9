// Atomics: what an ordering orders here, what not, and which operation of the file it works together with.

import type { Analysis } from "../../driver/contract.ts";
import { ATOMICS, ORDERINGS, PAIRS } from "../../explain/hoverAtomics.ts";
import { say, sayAll, sayEachLine } from "../../explain/hoverText.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { accessOf, atomicAccesses, orderName, type AccessKind, type AtomicAccess, type OrderName } from "../facts/atomics.ts";
import { ancestors } from "../facts/bodyMap.ts";
import { calleeOf, inputsOf, type TypedBody } from "../facts/typedBody.ts";
import { code } from "./markdown.ts";
import { textOf } from "./phrases.ts";
import type { Section } from "./sections.ts";
import { lineOf } from "./subject.ts";

type Row = Readonly<Record<AccessKind, string>>;

const EFFECT: Readonly<Record<OrderName, Row>> = {
  relaxed: { load: ORDERINGS.relaxedLoad, store: ORDERINGS.relaxedStore, rmw: ORDERINGS.relaxedRmw },
  acquire: { load: ORDERINGS.acquireLoad, store: ORDERINGS.none, rmw: ORDERINGS.acquireRmw },
  release: { load: ORDERINGS.none, store: ORDERINGS.releaseStore, rmw: ORDERINGS.releaseRmw },
  acqrel: { load: ORDERINGS.none, store: ORDERINGS.none, rmw: ORDERINGS.acqrelRmw },
  seqcst: { load: ORDERINGS.seqcstLoad, store: ORDERINGS.seqcstStore, rmw: ORDERINGS.seqcstRmw },
};

/** On an ordering that is the argument of an atomic operation. */
export function orderingLines(analysis: Analysis, typed: TypedBody, named: HirExpr): Section | undefined {
  const variant = typed.results.resolutions.get(named.id)?.def;
  const order = variant === undefined ? undefined : orderName(analysis, variant);
  if (order === undefined) return undefined;
  for (const call of ancestors(typed.map(), named)) {
    const callee = calleeOf(typed, call);
    const marker = callee === undefined ? undefined : analysis.program.marker(callee.def, "access");
    if (marker === undefined) continue;
    if (marker === "fence") return { lines: [ORDERINGS.fence] };
    const access = accessOf(analysis, typed, call);
    return access === undefined ? undefined : { lines: orderLines(analysis, access, order, isFailure(typed, call, named)) };
  }
  return undefined;
}

/** The second ordering of an exchange. */
function isFailure(typed: TypedBody, call: HirExpr, named: HirExpr): boolean {
  const orders = inputsOf(call).filter((arg) => arg.span.start >= named.span.start);
  const before = inputsOf(call).filter((arg) => arg.span.end <= named.span.start && typed.results.exprTys[arg.id] === typed.results.exprTys[named.id]);
  return orders.length > 0 && before.length > 0;
}

function orderLines(analysis: Analysis, access: AtomicAccess, order: OrderName, failure: boolean): readonly string[] {
  if (failure) return [`${ORDERINGS.failure} ${EFFECT[order].load}`];
  return [EFFECT[order][access.kind], ...partners(analysis, access, order)];
}

/** On the operation's name. */
export function atomicCall(analysis: Analysis, typed: TypedBody, call: HirExpr): Section | undefined {
  const access = accessOf(analysis, typed, call);
  const order = access?.orders[0];
  if (access === undefined || order === undefined) return undefined;
  return { lines: orderLines(analysis, access, order, false) };
}

const RELEASING: readonly OrderName[] = ["release", "acqrel", "seqcst"];
const ACQUIRING: readonly OrderName[] = ["acquire", "acqrel", "seqcst"];
const WORDS: Readonly<Record<OrderName, string>> = { relaxed: "Relaxed", release: "Release", acquire: "Acquire", acqrel: "AcqRel", seqcst: "SeqCst" };

/** What the operations at the other end do with this one. */
function partners(analysis: Analysis, access: AtomicAccess, order: OrderName): readonly string[] {
  if (access.key === undefined) return [];
  const all = atomicAccesses(analysis);
  const others = all.filter((one) => one.key === access.key && one.where !== access.where);
  const readers = access.kind === "load" ? [] : others.filter((one) => one.kind !== "store");
  const writers = access.kind === "store" ? [] : others.filter((one) => one.kind !== "load");
  const lines: string[] = [];
  if (readers.length > 0) lines.push(...asWriter(analysis, access, order, readers, all));
  if (writers.length > 0) lines.push(...asReader(analysis, access, order, writers, all));
  return lines.slice(0, 2);
}

function asWriter(analysis: Analysis, access: AtomicAccess, order: OrderName, readers: readonly AtomicAccess[], all: readonly AtomicAccess[]): readonly string[] {
  const data = writtenBefore(analysis, access, all);
  const loads = readers.filter((one) => one.kind === "load");
  const [reader] = loads.length > 0 ? loads : readers;
  const there = reader?.orders[0];
  if (reader === undefined || there === undefined) return [];
  const values = { lines: linesOf(analysis, [reader]), order: code(WORDS[there]), atomic: code(textOf(analysis, access.atomic.span, 30)) };
  if (RELEASING.includes(order)) return [say(ACQUIRING.includes(there) ? PAIRS.pairsLoad : PAIRS.weakLoad, values)];
  if (order !== "relaxed" || data === undefined) return [];
  const stale = say(PAIRS.stale, { data: code(textOf(analysis, data.atomic.span, 30)), line: linesOf(analysis, [data]) });
  return [`${stale} ${repair(analysis, access, reader, data)}`];
}

function asReader(analysis: Analysis, access: AtomicAccess, order: OrderName, writers: readonly AtomicAccess[], all: readonly AtomicAccess[]): readonly string[] {
  const stores = writers.filter((one) => one.kind === "store");
  const [writer] = stores.length > 0 ? stores : writers;
  const there = writer?.orders[0];
  if (writer === undefined || there === undefined) return [];
  const values = { lines: linesOf(analysis, [writer]), order: code(WORDS[there]) };
  if (ACQUIRING.includes(order)) return [say(RELEASING.includes(there) ? PAIRS.pairsStore : PAIRS.weakStore, values)];
  const data = writtenBefore(analysis, writer, all);
  return order !== "relaxed" || data === undefined ? [] : [repair(analysis, writer, access, data)];
}

function repair(analysis: Analysis, writer: AtomicAccess, reader: AtomicAccess, data: AtomicAccess): string {
  const name = code(textOf(analysis, data.atomic.span, 30));
  const dataLine = linesOf(analysis, [data]);
  return say(PAIRS.both, { writer: linesOf(analysis, [writer]), reader: linesOf(analysis, [reader]), data: name, dataLine });
}

/** The last write to another atomic in front of one, in the same thread: what people mean to publish. */
function writtenBefore(analysis: Analysis, access: AtomicAccess, all: readonly AtomicAccess[]): AtomicAccess | undefined {
  const before = all.filter(
    (one) => one.where === access.where && one.key !== access.key && one.kind !== "load" && one.call.span.end <= access.call.span.start,
  );
  return before.at(-1);
}

function linesOf(analysis: Analysis, accesses: readonly AtomicAccess[]): string {
  return sayEachLine(accesses.map((one) => lineOf(analysis, one.call.span.start)));
}

/** For a variable or static that is an atomic: where the file reads and writes it. */
export function atomicUses(analysis: Analysis, key: string): string | undefined {
  const uses = atomicAccesses(analysis).filter((one) => one.key === key);
  const part = (kind: AccessKind, template: string) => {
    const found = uses.filter((one) => one.kind === kind);
    return found.length === 0 ? undefined : say(template, { lines: linesOf(analysis, found) });
  };
  const parts = [part("store", ATOMICS.stores), part("rmw", ATOMICS.rmws), part("load", ATOMICS.loads)].filter((one) => one !== undefined);
  if (parts.length === 0) return undefined;
  const accesses = sayAll(parts);
  const template = new Set(uses.map((one) => one.where)).size > 1 ? ATOMICS.uses : ATOMICS.alone;
  return say(template, { accesses: `${accesses.charAt(0).toUpperCase()}${accesses.slice(1)}` });
}

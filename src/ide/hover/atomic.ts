// Atomics: what an ordering orders here, what not, and which operation of the file it works together with.

import type { Analysis } from "../../driver/contract.ts";
import { ATOMICS, ORDERINGS, PAIRS } from "../../explain/hoverAtomics.ts";
import { capital, say, sayAll, sayEachLine } from "../../explain/hoverText.ts";
import type { HirExpr } from "../../hir/hir.ts";
import {
  accessOf,
  atomicAccesses,
  mayMeet,
  orderName,
  type AccessKind,
  type AtomicAccess,
  type OrderName,
} from "../facts/atomics.ts";
import { ancestors } from "../facts/bodyMap.ts";
import { calleeOf, inputsOf, type TypedBody } from "../facts/typedBody.ts";
import { code } from "./markdown.ts";
import { textOf } from "./phrases.ts";
import type { Section } from "./sections.ts";
import { lineOf } from "./subject.ts";

type Row = Readonly<Record<AccessKind, keyof typeof ORDERINGS>>;

const EFFECT: Readonly<Record<OrderName, Row>> = {
  relaxed: {
    load: "relaxedLoad",
    store: "relaxedStore",
    rmw: "relaxedRmw",
  },
  acquire: { load: "acquireLoad", store: "none", rmw: "acquireRmw" },
  release: { load: "none", store: "releaseStore", rmw: "releaseRmw" },
  acqrel: { load: "none", store: "none", rmw: "acqrelRmw" },
  seqcst: { load: "seqcstLoad", store: "seqcstStore", rmw: "seqcstRmw" },
};

/** On an ordering that is the argument of an atomic operation. */
export function orderingLines(
  analysis: Analysis,
  typed: TypedBody,
  named: HirExpr,
): Section | undefined {
  const variant = typed.results.resolutions.get(named.id)?.def;
  const order = variant === undefined ? undefined : orderName(analysis, variant);
  if (order === undefined) return undefined;
  for (const call of ancestors(typed.map(), named)) {
    const callee = calleeOf(typed, call);
    const marker = callee === undefined ? undefined : analysis.program.marker(callee.def, "access");
    if (marker === undefined) continue;
    if (marker === "fence") return { lines: [ORDERINGS.fence] };
    const access = accessOf(analysis, typed, call);
    return access === undefined
      ? undefined
      : { lines: orderLines(analysis, access, order, isFailure(typed, call, named)) };
  }
  return undefined;
}

/** The second ordering of an exchange. */
function isFailure(typed: TypedBody, call: HirExpr, named: HirExpr): boolean {
  const orders = inputsOf(call).filter((arg) => arg.span.start >= named.span.start);
  const before = inputsOf(call).filter(
    (arg) =>
      arg.span.end <= named.span.start &&
      typed.results.exprTys[arg.id] === typed.results.exprTys[named.id],
  );
  return orders.length > 0 && before.length > 0;
}

function orderLines(
  analysis: Analysis,
  access: AtomicAccess,
  order: OrderName,
  failure: boolean,
): readonly string[] {
  if (failure) return [`${ORDERINGS.failure} ${ORDERINGS[EFFECT[order].load]}`];
  const own = ORDERINGS[EFFECT[order][access.kind]];
  const others = access.key === undefined ? [] : partnersOf(analysis, access);
  if (order === "relaxed") return [stale(analysis, access, others) ?? own];
  return [own, ...pairs(analysis, access, order, others)];
}

/** On the operation's name. */
export function atomicCall(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
): Section | undefined {
  const access = accessOf(analysis, typed, call);
  const order = access?.orders[0];
  if (access === undefined || order === undefined) return undefined;
  return { lines: orderLines(analysis, access, order, false) };
}

const RELEASING: readonly OrderName[] = ["release", "acqrel", "seqcst"];
const ACQUIRING: readonly OrderName[] = ["acquire", "acqrel", "seqcst"];
const WORDS: Readonly<Record<OrderName, string>> = {
  relaxed: "Relaxed",
  release: "Release",
  acquire: "Acquire",
  acqrel: "AcqRel",
  seqcst: "SeqCst",
};

/** Operations on the same atomic that other threads, or other functions, run. */
function partnersOf(analysis: Analysis, access: AtomicAccess): readonly AtomicAccess[] {
  return atomicAccesses(analysis).filter(
    (one) => one.key === access.key && one.where !== access.where && mayMeet(analysis, one, access),
  );
}

/** What a releasing write does with the read at the other end, and an acquiring read with the write. */
function pairs(
  analysis: Analysis,
  access: AtomicAccess,
  order: OrderName,
  others: readonly AtomicAccess[],
): readonly string[] {
  const reader =
    access.kind === "load" || !RELEASING.includes(order) ? undefined : readerAmong(others);
  const writer =
    access.kind === "store" || !ACQUIRING.includes(order) ? undefined : writerAmong(others);
  const lines: string[] = [];
  for (const [partner, strong, weak, enough] of [
    [reader, PAIRS.pairsLoad, PAIRS.weakLoad, ACQUIRING],
    [writer, PAIRS.pairsStore, PAIRS.weakStore, RELEASING],
  ] as const) {
    const there = partner?.orders[0];
    if (partner === undefined || there === undefined) continue;
    const values = {
      lines: linesOf(analysis, [partner]),
      order: code(WORDS[there]),
      atomic: code(textOf(analysis, access.atomic.span, 30)),
      operation: operationOf(partner),
    };
    lines.push(say(enough.includes(there) ? strong : weak, values));
  }
  return lines;
}

/** “load”, “store”, or the name of what does both. */
function operationOf({ kind, call }: AtomicAccess): string {
  return kind === "rmw" && call.kind === "methodCall"
    ? code(call.segment.name)
    : ATOMICS.operations[kind];
}

function readerAmong(others: readonly AtomicAccess[]): AtomicAccess | undefined {
  return others.find((one) => one.kind === "load") ?? others.find((one) => one.kind === "rmw");
}

function writerAmong(others: readonly AtomicAccess[]): AtomicAccess | undefined {
  return others.find((one) => one.kind === "store") ?? others.find((one) => one.kind === "rmw");
}

/** A `Relaxed` pair that people mean to publish something with. */
function stale(
  analysis: Analysis,
  access: AtomicAccess,
  others: readonly AtomicAccess[],
): string | undefined {
  const writer =
    access.kind === "load" ? writerAmong(others) : access.kind === "store" ? access : undefined;
  const reader =
    access.kind === "load" ? access : access.kind === "store" ? readerAmong(others) : undefined;
  if (writer === undefined || reader === undefined) return undefined;
  const data = published(analysis, writer, reader);
  if (data === undefined) return undefined;
  return say(access === writer ? PAIRS.staleStore : PAIRS.staleLoad, {
    data: code(textOf(analysis, data.atomic.span, 30)),
    dataLine: linesOf(analysis, [data]),
    reader: linesOf(analysis, [reader]),
    writer: linesOf(analysis, [writer]),
  });
}

/** What is written in front of the writer and read behind the reader: another atomic that the two threads share. */
function published(
  analysis: Analysis,
  writer: AtomicAccess,
  reader: AtomicAccess,
): AtomicAccess | undefined {
  const all = atomicAccesses(analysis).filter(
    (one) => one.key !== undefined && one.key !== writer.key,
  );
  const before = all.filter(
    (one) =>
      one.where === writer.where &&
      one.kind !== "load" &&
      one.call.span.end <= writer.call.span.start,
  );
  const behind = all.filter(
    (one) =>
      one.where === reader.where &&
      one.kind !== "store" &&
      one.call.span.start >= reader.call.span.end,
  );
  return before.findLast((one) => behind.some((other) => other.key === one.key));
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
  const parts = [
    part("store", ATOMICS.stores),
    part("rmw", ATOMICS.rmws),
    part("load", ATOMICS.loads),
  ].filter((one) => one !== undefined);
  if (parts.length === 0) return undefined;
  const accesses = sayAll(parts);
  return say(ATOMICS.uses, { accesses: capital(accesses) });
}

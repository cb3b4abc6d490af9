// The classic litmus tests as shapes: which operation stands where, orders left open.

import type { Litmus, LitmusOp, Order } from "./rc11.ts";

/** `W x 1` or `R x`. */
type Place = readonly ["W", string, number] | readonly ["R", string];

export const SHAPES: Readonly<Record<string, readonly (readonly Place[])[]>> = {
  SB: [
    [
      ["W", "x", 1],
      ["R", "y"],
    ],
    [
      ["W", "y", 1],
      ["R", "x"],
    ],
  ],
  MP: [
    [
      ["W", "x", 1],
      ["W", "y", 1],
    ],
    [
      ["R", "y"],
      ["R", "x"],
    ],
  ],
  LB: [
    [
      ["R", "x"],
      ["W", "y", 1],
    ],
    [
      ["R", "y"],
      ["W", "x", 1],
    ],
  ],
  "2+2W": [
    [
      ["W", "x", 1],
      ["W", "y", 2],
    ],
    [
      ["W", "y", 1],
      ["W", "x", 2],
    ],
  ],
  R: [
    [
      ["W", "x", 1],
      ["W", "y", 1],
    ],
    [
      ["W", "y", 2],
      ["R", "x"],
    ],
  ],
  S: [
    [
      ["W", "x", 2],
      ["W", "y", 1],
    ],
    [
      ["R", "y"],
      ["W", "x", 1],
    ],
  ],
  CoRR: [
    [
      ["W", "x", 1],
      ["W", "x", 2],
    ],
    [
      ["R", "x"],
      ["R", "x"],
    ],
  ],
  WRC: [
    [["W", "x", 1]],
    [
      ["R", "x"],
      ["W", "y", 1],
    ],
    [
      ["R", "y"],
      ["R", "x"],
    ],
  ],
  IRIW: [
    [["W", "x", 1]],
    [["W", "y", 1]],
    [
      ["R", "x"],
      ["R", "y"],
    ],
    [
      ["R", "y"],
      ["R", "x"],
    ],
  ],
};

const STORES: readonly Order[] = ["Relaxed", "Release", "SeqCst"];
const LOADS: readonly Order[] = ["Relaxed", "Acquire", "SeqCst"];
const FENCES: readonly (Order | undefined)[] = [
  undefined,
  "Acquire",
  "Release",
  "AcqRel",
  "SeqCst",
];

/** With every order at every operation. */
export function everyOrder(shape: readonly (readonly Place[])[]): Litmus[] {
  return product(shape.map((thread) => product(thread.map(opsOf))));
}

/** Relaxed, with every fence, or none, between the operations of each thread that has two. */
export function everyFence(shape: readonly (readonly Place[])[]): Litmus[] {
  return product(
    shape.map((thread) => {
      const [first, second] = thread.map((place) => opsOf(place)[0] as LitmusOp);
      if (first === undefined || second === undefined) return [[first as LitmusOp]];
      return FENCES.map((order): LitmusOp[] =>
        order === undefined ? [first, second] : [first, { kind: "fence", order }, second],
      );
    }),
  );
}

function opsOf(place: Place): LitmusOp[] {
  const [kind, at, value] = place;
  return kind === "W"
    ? STORES.map((order): LitmusOp => ({ kind: "store", at, order, value }))
    : LOADS.map((order): LitmusOp => ({ kind: "load", at, order }));
}

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>(
    (all, list) => all.flatMap((one) => list.map((next) => [...one, next])),
    [[]],
  );
}

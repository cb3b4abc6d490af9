// The minimal set of captured places: none is part of another. Follows `compute_min_captures`.

import { strongerUse, truncate } from "./precision.ts";
import type { CaptureUse } from "./precision.ts";
import type { PlaceProjection, UsePlace } from "./places.ts";
import type { LocalId } from "../../../hir/hir.ts";

type Ancestry = "same" | "ancestor" | "descendant" | "divergent";

export function minCaptures(uses: readonly CaptureUse[]): CaptureUse[] {
  const byRoot = new Map<LocalId, CaptureUse[]>();
  for (const use of uses) {
    if (use.place.local === undefined) continue;
    const list = byRoot.get(use.place.local);
    if (list) byRoot.set(use.place.local, insert(list, use));
    else byRoot.set(use.place.local, [use]);
  }
  return [...byRoot.values()].flatMap((list) => list.sort(byFieldOrder));
}

function insert(list: readonly CaptureUse[], given: CaptureUse): CaptureUse[] {
  let use = given;
  let absorbed = false;
  const kept = list.filter((other) => {
    if (ancestry(use.place, other.place) !== "ancestor") return true;
    absorbed = true;
    const cut = truncate(other, use.place.projections.length);
    use = { ...strongerUse(use, cut), place: use.place };
    return false;
  });
  if (absorbed) return [...kept, use];
  const at = kept.findIndex((other) =>
    ["same", "descendant"].includes(ancestry(use.place, other.place)),
  );
  if (at < 0) return [...kept, use];
  const ancestor = kept[at] as CaptureUse;
  const cut = truncate(use, ancestor.place.projections.length);
  kept[at] = { ...strongerUse(ancestor, cut), place: ancestor.place };
  return kept;
}

/** `a` seen from `b`: an ancestor is a prefix. */
function ancestry(a: UsePlace, b: UsePlace): Ancestry {
  const shared = Math.min(a.projections.length, b.projections.length);
  for (let i = 0; i < shared; i++) {
    if (!sameProjection(a.projections[i] as PlaceProjection, b.projections[i] as PlaceProjection))
      return "divergent";
  }
  if (a.projections.length === b.projections.length) return "same";
  return a.projections.length < b.projections.length ? "ancestor" : "descendant";
}

function sameProjection(a: PlaceProjection, b: PlaceProjection): boolean {
  if (a.kind !== "field" || b.kind !== "field") return a.kind === b.kind;
  return a.index === b.index && a.variant === b.variant;
}

/** Fields of one variable are captured in declaration order. */
function byFieldOrder(a: CaptureUse, b: CaptureUse): number {
  const length = Math.min(a.place.projections.length, b.place.projections.length);
  for (let i = 0; i < length; i++) {
    const [p, q] = [a.place.projections[i], b.place.projections[i]];
    if (p?.kind === "field" && q?.kind === "field" && p.index !== q.index) return p.index - q.index;
  }
  return 0;
}

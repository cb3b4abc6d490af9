// Putting a definition under its name, and where rustc points at it.

import type { Span } from "../../base/span.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import type { Tokens } from "../../syntax/tokens.ts";
import type { DefNode, NameRes, Namespace, Place, Scope } from "../crate.ts";
import type { DefVisibility } from "../defs.ts";
import type { Res } from "../hir.ts";
import { define } from "../names/define.ts";
import { bindingOf } from "../names/lookup.ts";

export function defineName(
  place: Place,
  ns: Namespace,
  node: DefNode,
  res: NameRes,
  visibility?: DefVisibility,
): void {
  if (node.name === "_") return;
  const binding = {
    ...bindingOf(res),
    visibility: visibility ?? node.visibility,
    span: headSpan(place, node),
  };
  define(place.crate, place.module, ns, node.name, binding);
}

/** An item up to its `{`: where rustc points at a definition. */
function headSpan(place: Place, node: DefNode): Span {
  const { crate } = place;
  if (crate.std === undefined || node.macro !== undefined || node.source.kind !== "item")
    return node.nameSpan;
  const { start, end } = node.span;
  const file = crate.files.find((one) => start >= one.file.start && end <= one.file.end)?.file;
  if (file === undefined) return node.nameSpan;
  const { tokens } = file;
  let row = rowAt(tokens, node.nameSpan.start);
  while (row < tokens.count && (tokens.starts[row] ?? end) < end) {
    if (tokens.kinds[row] === TokenKind.Open && tokens.text(row) === "{")
      return { start, end: tokens.ends[row - 1] ?? end };
    row += 1;
  }
  return { start, end };
}

function rowAt(tokens: Tokens, position: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.starts[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function defRes(node: DefNode): Res {
  return { kind: "def", def: node.id };
}

/** The scope around an item's own generics. Inside a body the item starts afresh. */
export function itemScope(place: Place, node: DefNode): Scope {
  if (place.scope.kind === "module") return place.scope;
  return { kind: "item", owner: node.id, parent: place.scope };
}

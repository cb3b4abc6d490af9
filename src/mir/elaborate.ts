// The run form of a body: drops exact, edges and reads that exist only for the analyses removed.

import type { MirContext } from "./context.ts";
import { homeOf, ownerKey } from "./context.ts";
import { buildMir } from "./build.ts";
import { elaborateDrops } from "./drops/elaborate.ts";
import type { BasicBlock, Body, BodyOwner, Statement, Terminator } from "./mir.ts";
import { pruneBlocks } from "./prune.ts";

export function elaboratedMir(given: MirContext, owner: BodyOwner): Body | undefined {
  const cx = homeOf(given, owner.def);
  const key = ownerKey(owner);
  const known = cx.elaborated.get(key);
  if (known) return known;
  const body = cx.stored?.(key) ?? elaborate(cx, owner);
  if (body) cx.elaborated.set(key, body);
  return body;
}

function elaborate(cx: MirContext, owner: BodyOwner): Body | undefined {
  const built = buildMir(cx, owner);
  return built && runForm(cx, built);
}

/** Also for constants nested in other bodies. */
export function runForm(cx: MirContext, body: Body): Body {
  return pruneBlocks(
    elaborateDrops(cx, pruneBlocks(withoutAnalysisParts(endingAtUnsupported(body)))),
  );
}

/** What follows an unsupported operation never runs, and its types may not be known. */
function endingAtUnsupported(body: Body): Body {
  const blocks = body.blocks.map((block): BasicBlock => {
    const { terminator } = block;
    if (terminator.kind !== "unsupported" || terminator.target === undefined) return block;
    const { what, reason, span } = terminator;
    return { ...block, terminator: { kind: "unsupported", what, reason, span } };
  });
  return { ...body, blocks };
}

function withoutAnalysisParts(body: Body): Body {
  const blocks = body.blocks.map((block): BasicBlock => {
    const { terminator } = block;
    const real: Terminator =
      terminator.kind === "falseEdge"
        ? { kind: "goto", target: terminator.target, span: terminator.span }
        : terminator;
    const statements = block.statements.filter(
      (statement) =>
        statement.kind !== "fakeRead" && statement.kind !== "nop" && !isFakeBorrow(statement),
    );
    return { ...block, statements, terminator: real };
  });
  return { ...body, blocks };
}

function isFakeBorrow(statement: Statement): boolean {
  return (
    statement.kind === "assign" &&
    statement.value.kind === "ref" &&
    statement.value.borrow === "fake"
  );
}

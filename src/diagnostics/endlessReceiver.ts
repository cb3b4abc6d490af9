// `lockstep::endless_receiver`: a loop that ends when every sender is gone, in a thread that keeps one alive.
//
// The walk knows which variables certainly hold a sender each time the loop asks for a message. The loop must have no other
// way out: every edge that leaves it is chosen by what `recv` gave.

import { WARNING_WORDS, WARNINGS } from "../explain/warningWords.ts";
import type { Wait } from "../flow/threads/events.ts";
import { ordinarySuccessors } from "../flow/threads/shape.ts";
import type { BasicBlock, Body, Local } from "../mir/mir.ts";
import { type Warning, type WarningCx } from "./warning.ts";

export function endlessReceivers(cx: WarningCx): Warning[] {
  return cx.behaviours.flatMap((behaviour) =>
    behaviour.events.flatMap((event): Warning[] => {
      if (event.kind !== "wait" || event.effect !== "recv" || event.senders.length === 0) return [];
      if (!endsOnlyByResult(event)) return [];
      const kept = event.senders.map(({ root }) => variableOf(event, root));
      const sender = kept.find((one) => one !== undefined);
      return [
        {
          severity: "warning",
          code: "lockstep::endless_receiver",
          message: WARNINGS.endlessReceiver(sender?.name, sender && cx.lineOf(sender.span)),
          span: event.span,
          related: sender ? [{ span: sender.span, message: WARNING_WORDS.senderHere }] : [],
          claim: { entry: behaviour.entry, sure: event.sure, waits: [event.span] },
        },
      ];
    }),
  );
}

/** The variable of the same function that keeps the sender. */
function variableOf(event: Wait, root: string) {
  const [frame, local] = root.split(":");
  if (event.key.slice(0, event.key.lastIndexOf("/")) !== frame) return undefined;
  const decl = event.body.locals[Number(local)];
  return decl?.name === undefined ? undefined : { name: decl.name, span: decl.span };
}

function endsOnlyByResult({ body, block }: Wait): boolean {
  const loop = loopAround(body, block);
  const call = (body.blocks[block] as BasicBlock).terminator;
  if (loop.size === 0 || call.kind !== "call") return false;
  const result = call.destination.local;
  for (const inner of loop) {
    const { terminator } = body.blocks[inner] as BasicBlock;
    const next = ordinarySuccessors(terminator);
    // Ends the thread or the program.
    if (next.length === 0 && terminator.kind !== "unreachable") return false;
    const leaves = next.some((one) => !loop.has(one) && !isUnreachable(body, one));
    if (leaves && !tests(body.blocks[inner] as BasicBlock, result)) return false;
  }
  return !diverges(body, loop);
}

/** A call that does not return stands beside the loop: an end by panic or exit. */
function diverges(body: Body, loop: ReadonlySet<number>): boolean {
  for (const inner of loop) {
    const { terminator } = body.blocks[inner] as BasicBlock;
    for (const next of ordinarySuccessors(terminator)) {
      const { terminator: then } = body.blocks[next] as BasicBlock;
      if (!loop.has(next) && then.kind === "call" && then.target === undefined) return true;
    }
  }
  return false;
}

function isUnreachable(body: Body, block: number): boolean {
  return (body.blocks[block] as BasicBlock).terminator.kind === "unreachable";
}

/** The block chooses by the variant of what the call gave. */
function tests(block: BasicBlock, result: Local): boolean {
  const { terminator } = block;
  if (terminator.kind !== "switch" || terminator.operand.kind === "constant") return false;
  const { local } = terminator.operand.place;
  return block.statements.some(
    (statement) =>
      statement.kind === "assign" &&
      statement.place.local === local &&
      statement.value.kind === "discriminant" &&
      statement.value.place.local === result,
  );
}

/** The blocks from which control comes back to this one. */
function loopAround(body: Body, block: number): ReadonlySet<number> {
  const reached = new Set<number>(nextOf(body, block));
  for (const one of reached) for (const next of nextOf(body, one)) reached.add(next);
  const back = new Set<number>();
  if (!reached.has(block)) return back;
  back.add(block);
  for (let grown = true; grown;) {
    grown = false;
    for (const one of reached) {
      if (back.has(one) || !nextOf(body, one).some((next) => back.has(next))) continue;
      back.add(one);
      grown = true;
    }
  }
  return back;
}

function nextOf(body: Body, block: number): readonly number[] {
  return ordinarySuccessors((body.blocks[block] as BasicBlock).terminator);
}

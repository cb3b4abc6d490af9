// How the run ends, once the cursor is there; a deadlock with its cycle, drawn and in words.

import { deadlockStory } from "../../explain/deadlock.ts";
import { shorten } from "../../explain/segments.ts";
import type { CycleLink, Ending, TraceFinding } from "../../trace/trace.ts";
import { useStore } from "../store.ts";
import type { Store } from "../store.ts";
import { lockClass, Segments, threadClass } from "../views/segments.tsx";
import { say, UI } from "../words.ts";
import { RaceCard } from "./race.tsx";
import { layoutCycle, NODE_HALF } from "./cycleLayout.ts";

export function EndingCard() {
  const store = useStore();
  const run = store.session.value.run;
  const player = store.settled.value;
  if (run === undefined || player.cursor < player.rows - 1 || player.rows === 0) return null;
  if (player.scheduler.kind === "choose" && run.next.length > 0) return null;
  const ending = run.index.trace.ending;
  const plain = ending.status === "ok" && ending.findings.length === 0;
  if (plain) return null;
  return (
    <section class={`ls-ending ls-ending--${ending.status}`} aria-label={UI.ending}>
      <p class="ls-ending__text">{endingText(ending)}</p>
      {ending.findings.slice(0, FINDINGS_SHOWN).map((finding, at) => (
        <Finding key={at} finding={finding} />
      ))}
      {ending.findings.length > FINDINGS_SHOWN && (
        <p class="ls-ending__finding ls-muted">
          {say(UI.more, { count: ending.findings.length - FINDINGS_SHOWN })}
        </p>
      )}
    </section>
  );
}

/** The first ones tell the story. */
const FINDINGS_SHOWN = 3;

function endingText(ending: Ending): string {
  if (ending.findings.some((finding) => finding.kind === "undefined_behaviour"))
    return UI.endBroken;
  switch (ending.status) {
    case "ok":
      return UI.endOk;
    case "panic":
      return say(UI.endPanic, { code: ending.exitCode ?? 101 });
    case "exit":
      return say(UI.endExit, { code: ending.exitCode ?? "?" });
    case "deadlock":
      return UI.endDeadlock;
    case "limit":
      return say(UI.endLimit, { reason: ending.reason ?? "" });
    case "unsupported":
      return say(UI.endUnsupported, { reason: ending.reason ?? "" });
    case "error":
      return say(UI.endError, { reason: ending.reason ?? "" });
  }
}

function Finding({ finding }: { readonly finding: TraceFinding }) {
  const store = useStore();
  const cx = store.explain.value;
  const story = cx === undefined ? undefined : deadlockStory(cx, finding);
  if (finding.kind === "data_race") return <RaceCard finding={finding} />;
  if (story === undefined) {
    return (
      <p class="ls-ending__finding">
        {finding.message} {finding.line > 0 && <LineLink line={finding.line} />}
        {finding.related.map((related, at) => (
          <span key={at}>
            {" "}
            · {related.message} <LineLink line={related.line} />
          </span>
        ))}
      </p>
    );
  }
  return (
    <div class="ls-deadlock">
      <CycleFigure cycle={finding.cycle ?? []} store={store} />
      <div class="ls-deadlock__story">
        <h2 class="ls-deadlock__title">{story.title}</h2>
        <ol>
          {story.links.map((link, at) => (
            <li key={at}>
              <Segments sentence={link} />
            </li>
          ))}
        </ol>
        <p>
          {story.close.map((sentence, at) => (
            <span key={at}>
              {at > 0 && " "}
              <Segments sentence={sentence} />
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

function LineLink({ line }: { readonly line: number }) {
  const store = useStore();
  return (
    <button
      type="button"
      class="ls-link ls-segment--line"
      onClick={() => store.open({ kind: "line", line, column: 1 })}
    >
      {say(UI.threadLine, { line })}
    </button>
  );
}

interface CycleNode {
  readonly kind: "thread" | "object";
  readonly name: string;
  readonly color: string;
  /** What leads from it to the next. */
  readonly arrow: string;
  readonly line: number;
}

function CycleFigure({
  cycle,
  store,
}: {
  readonly cycle: readonly CycleLink[];
  readonly store: Store;
}) {
  const nodes = cycleNodes(cycle, store);
  const shape = layoutCycle(nodes.length);
  return (
    <svg
      class="ls-cycle"
      viewBox={`0 0 ${shape.width} ${shape.height}`}
      width={shape.width}
      height={shape.height}
      aria-hidden="true"
    >
      <defs>
        <marker
          id="ls-cycle-tip"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0.5 8 4 0 7.5z" class="ls-cycle__tip" />
        </marker>
      </defs>
      {shape.arrows.map((arrow, at) => (
        <g key={at} class={`ls-cycle__arrow ls-cycle__arrow--${nodes[at]?.kind ?? "thread"}`}>
          <path d={arrow.path} marker-end="url(#ls-cycle-tip)" />
          <text x={arrow.label.x} y={arrow.label.y}>
            {nodes[at]?.arrow}
          </text>
        </g>
      ))}
      {nodes.map((node, at) => {
        const point = shape.points[at] ?? { x: 0, y: 0 };
        return (
          <g
            key={at}
            class={`ls-cycle__node ls-cycle__node--${node.kind} ${node.color}`}
            transform={`translate(${point.x} ${point.y})`}
          >
            <rect
              x={-NODE_HALF.width}
              y={-NODE_HALF.height}
              width={NODE_HALF.width * 2}
              height={NODE_HALF.height * 2}
              rx={node.kind === "thread" ? 15 : 4}
            />
            <text>{shorten(node.name, 13)}</text>
          </g>
        );
      })}
    </svg>
  );
}

/** thread –wants→ lock –held by→ thread …; a join leads from thread to thread. */
function cycleNodes(cycle: readonly CycleLink[], store: Store): readonly CycleNode[] {
  const trace = store.session.value.run?.index.trace;
  return cycle.flatMap((link, at): CycleNode[] => {
    const name = trace?.threads[link.thread]?.name ?? "";
    const wants = `${UI.wants} · ${say(UI.threadLine, { line: link.wantsAt })}`;
    const thread: CycleNode = {
      kind: "thread",
      name,
      color: threadClass(link.thread),
      arrow: wants,
      line: link.wantsAt,
    };
    if (link.wantsKind === "thread")
      return [{ ...thread, arrow: `join · ${say(UI.threadLine, { line: link.wantsAt })}` }];
    const owner = cycle[(at + 1) % cycle.length];
    const object = trace?.objects[link.wants]?.name ?? "";
    const arrow =
      owner?.holds === link.wants
        ? `${UI.heldBy} · ${say(UI.threadLine, { line: owner.holdsSince })}`
        : UI.heldBy;
    return [
      thread,
      {
        kind: "object",
        name: object,
        color: lockClass(store.session.value, link.wants),
        arrow,
        line: owner?.holdsSince ?? 0,
      },
    ];
  });
}

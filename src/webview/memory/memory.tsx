// What exists after the cursor's event: threads with their variables on the left, shared objects as nested boxes on the
// right, and a curve from each variable to what it owns, refers to or guards.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Picture, PictureLocal, PictureNode, PictureThread } from "../../trace/picture.ts";
import type { Run } from "../session.ts";
import { useStore } from "../store.ts";
import { Card } from "../views/card.tsx";
import { threadClass } from "../views/segments.tsx";
import { say, STATE_WORDS, UI } from "../words.ts";
import { animateBoxes } from "./animate.ts";
import type { BoxMemory } from "./animate.ts";
import { connect } from "./connectors.ts";
import type { Connector } from "./connectors.ts";
import { Folded } from "./folded.tsx";
import { NodeBox } from "./nodeBox.tsx";

/** Outermost boxes that are shown at first. */
const ROOTS_SHOWN = 12;

export function Memory() {
  const store = useStore();
  const shown = store.picture.value;
  return (
    <Card section="memory" title={UI.memory}>
      {shown === undefined ? (
        <p class="ls-note">{store.host.live ? UI.memoryLoading : UI.memoryMissing}</p>
      ) : (
        <PictureView picture={shown.picture} exact={shown.exact} />
      )}
    </Card>
  );
}

function PictureView({ picture, exact }: { readonly picture: Picture; readonly exact: boolean }) {
  const store = useStore();
  const root = useRef<HTMLDivElement>(null);
  const boxes = useRef<BoxMemory>(new Map());
  const [connectors, setConnectors] = useState<readonly Connector[]>([]);
  const session = store.session.value;
  const fast = store.settled.value.playing && store.settled.value.speed > 4;

  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const update = () => setConnectors(connect(element, picture));
    update();
    animateBoxes(element, boxes.current, fast);
    const sizes = new ResizeObserver(update);
    // Boxes that unfold change the picture's height.
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [picture, fast]);

  const threads = picture.threads.filter((thread) => thread.state !== "unborn");
  return (
    <div class={`ls-memory ${exact ? "" : "ls-memory--old"}`} ref={root}>
      <ul class="ls-memory__threads">
        {threads.map((thread) => (
          <ThreadBox
            key={thread.thread}
            thread={thread}
            name={session.run?.index.trace.threads[thread.thread]?.name ?? ""}
          />
        ))}
      </ul>
      <div class="ls-memory__nodes">
        {picture.nodes.length === 0 && (
          <p class="ls-note">
            {hadObjects(session.run, picture.row) ? UI.memoryGone : UI.memoryEmpty}
          </p>
        )}
        <Folded shown={ROOTS_SHOWN}>
          {picture.nodes.map((node) => (
            <NodeBox key={node.id} node={node} parent={undefined} />
          ))}
        </Folded>
      </div>
      <svg class="ls-memory__wires" aria-hidden="true">
        {connectors.map((wire) => (
          <g
            key={wire.id}
            class={`ls-wire ls-wire--${wire.kind} ${wire.kind === "guard" ? lockOf(store, picture, wire.node) : threadClass(wire.thread)}`}
          >
            <path d={wire.path} />
            <circle cx={wire.x} cy={wire.y} r="2.5" />
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Something was shared before this event. */
function hadObjects(run: Run | undefined, row: number): boolean {
  const objects = run?.index.trace.events.object.subarray(0, row + 1);
  return objects?.some((object) => object >= 0) ?? false;
}

/** Longer lists of variables say how many more there are. */
const LOCALS_SHOWN = 7;

function ThreadBox({ thread, name }: { readonly thread: PictureThread; readonly name: string }) {
  const ended = thread.state === "done" || thread.state === "panicked";
  const locals = [...thread.locals].sort((a, b) => rank(a) - rank(b));
  const shown = ended ? [] : locals.slice(0, LOCALS_SHOWN);
  return (
    <li
      class={`ls-threadBox ${threadClass(thread.thread)} ls-threadBox--${thread.state}`}
      data-anchor={`thread:${thread.thread}`}
    >
      <div class="ls-threadBox__head">
        <span class="ls-dot" aria-hidden="true" />
        <span class="ls-threadBox__name">{name}</span>
        <span class="ls-threadBox__state" title={thread.waitsFor?.reason}>
          {STATE_WORDS[thread.state]}
        </span>
        {thread.line > 0 && (
          <span class="ls-threadBox__line">{say(UI.threadLine, { line: thread.line })}</span>
        )}
      </div>
      {shown.length > 0 && (
        <ul class="ls-locals">
          {shown.map((local) => (
            <LocalRow key={local.name} thread={thread.thread} local={local} />
          ))}
          {locals.length > shown.length && (
            <li class="ls-local ls-muted">
              {say(UI.more, { count: locals.length - shown.length })}
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function LocalRow({ thread, local }: { readonly thread: number; readonly local: PictureLocal }) {
  const linked = local.node !== undefined || local.guards !== undefined;
  const value = local.moved
    ? UI.moved
    : local.guards !== undefined
      ? UI.guardOf
      : linked
        ? ""
        : local.value;
  return (
    <li
      class={`ls-local ${local.moved ? "ls-local--moved" : ""} ${linked ? "ls-local--linked" : ""}`}
      title={local.type}
      data-anchor={`local:${thread}:${local.name}`}
    >
      <code class="ls-local__name">{local.name}</code>
      {local.perThread === true && <span class="ls-local__value">{UI.perThread}</span>}
      {value !== "" && <span class="ls-local__value">{value}</span>}
    </li>
  );
}

/** Guards and owners first: they carry the curves. */
function rank(local: PictureLocal): number {
  if (local.moved) return 3;
  return local.guards !== undefined ? 0 : local.node !== undefined ? 1 : 2;
}

function lockOf(store: ReturnType<typeof useStore>, picture: Picture, id: string): string {
  const rankOf = store.session.value.run?.ranks;
  const node = findNode(picture.nodes, id);
  const colored = node?.object === undefined ? undefined : rankOf?.get(node.object);
  return colored === undefined ? "ls-plainObject" : `ls-k${colored % 4}`;
}

function findNode(nodes: readonly PictureNode[], id: string): PictureNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

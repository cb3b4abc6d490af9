// One object as a box: what it is, who holds it, who waits, what is inside.

import type { ComponentChildren } from "preact";
import type { PictureNode } from "../../trace/picture.ts";
import type { ThreadIndex } from "../../trace/trace.ts";
import { useStore } from "../store.ts";
import { lockClass, threadClass } from "../views/segments.tsx";
import { Icon } from "../views/icons.tsx";
import { say, UI } from "../words.ts";
import { Folded } from "./folded.tsx";

/** Boxes inside a box that are shown at first. */
const CHILDREN_SHOWN = 8;

export function NodeBox({
  node,
  parent,
}: {
  readonly node: PictureNode;
  readonly parent: PictureNode | undefined;
}) {
  const store = useStore();
  if (node.children.length === 0 && isLeaf(node)) return <Leaf node={node} />;
  const held = node.holders.length > 0;
  const kind = node.kind === "box" || node.kind === "value" ? "plain" : node.kind;
  const named = node.name !== "" && node.name !== parent?.name && node.name !== node.type;
  const object = node.object;
  // Both ends lead to the same box: it is neither of them.
  const head = node.kind === "channel" ? UI.channel : headline(node.type);
  const [only] = node.children;
  const inline = isPlainCell(node) ? only?.value : undefined;
  return (
    <div
      class={`ls-node ls-node--${kind} ${held ? "ls-node--held" : ""} ${node.poisoned ? "ls-node--poisoned" : ""} ${lockClass(store.session.value, object)}`}
      data-node={node.id}
      data-changed={node.changed}
    >
      <div class="ls-node__head" data-anchor={`node:${node.id}`}>
        {object === undefined ? (
          <span class="ls-node__kind" title={node.type}>
            {head}
          </span>
        ) : (
          <button
            type="button"
            class="ls-node__kind ls-link"
            title={node.type}
            onClick={() => store.filter({ kind: "object", object })}
          >
            {head}
          </button>
        )}
        {named && <code class="ls-node__name">{node.name}</code>}
        {inline !== undefined && <span class="ls-leaf__value">= {inline}</span>}
        <Facts node={node} />
      </div>
      {node.owners.length > 0 && (
        <div class="ls-node__owners">
          {UI.owners}{" "}
          {node.owners.map((owner) => (
            <ThreadChip key={`${owner.thread}:${owner.name}`} thread={owner.thread}>
              {" "}
              <code>{owner.name}</code>
            </ThreadChip>
          ))}
        </div>
      )}
      {node.queue !== undefined && <Queue queue={node.queue} />}
      {node.value !== undefined && node.children.length > 0 && (
        <div class="ls-node__value">{node.value}</div>
      )}
      {node.value !== undefined && node.children.length === 0 && (
        <span class="ls-leaf__value">{node.value}</span>
      )}
      {node.history !== undefined && (
        <div class="ls-node__waiting">
          {say(UI.stillLoaded, { values: node.history.join(", ") })}
        </div>
      )}
      {node.children.length > 0 && inline === undefined && (
        <div class="ls-node__children">
          <Folded shown={CHILDREN_SHOWN}>
            {node.children.map((child) => (
              <NodeBox key={child.id} node={child} parent={node} />
            ))}
          </Folded>
        </div>
      )}
      {(node.waiting.length > 0 || canWait(node)) && (
        <div class="ls-node__waiting">
          {node.waiting.length === 0 ? UI.nobody : UI.waiting}{" "}
          {node.waiting.map((thread) => (
            <ThreadChip key={thread} thread={thread} />
          ))}
        </div>
      )}
    </div>
  );
}

function ThreadChip({
  thread,
  children,
}: {
  readonly thread: ThreadIndex;
  readonly children?: ComponentChildren;
}) {
  const store = useStore();
  const name = store.session.value.run?.index.trace.threads[thread]?.name ?? "";
  return (
    <span class={`ls-threadChip ${threadClass(thread)}`}>
      <span class="ls-dot" aria-hidden="true" />
      {name}
      {children}
    </span>
  );
}

function Leaf({ node }: { readonly node: PictureNode }) {
  return (
    <div
      class="ls-leaf"
      data-node={node.id}
      data-changed={node.changed}
      data-anchor={`node:${node.id}`}
      title={node.type}
    >
      {node.name !== "" && node.name !== node.type && (
        <code class="ls-leaf__name">{node.name}</code>
      )}
      {/* `Inner { … }` says its type itself. */}
      {node.value?.startsWith(headline(node.type)) !== true && (
        <>
          <span class="ls-leaf__type">{headline(node.type)}</span>
          <span class="ls-leaf__equals" aria-hidden="true">
            =
          </span>
        </>
      )}
      <span class="ls-leaf__value">{node.value ?? ""}</span>
    </div>
  );
}

/** Counts, holders, poison, ends: what the head of a box tells beside its name. */
function Facts({ node }: { readonly node: PictureNode }) {
  return (
    <span class="ls-node__facts">
      {node.strong !== undefined && (
        <>
          <Fact>{say(UI.strong, { count: node.strong })}</Fact>
          <Fact quiet={(node.weak ?? 0) === 0}>{say(UI.weak, { count: node.weak ?? 0 })}</Fact>
        </>
      )}
      {isLock(node) && node.holders.length === 0 && <Fact quiet>{UI.free}</Fact>}
      {node.holders.length > 0 && <Holders node={node} />}
      {node.poisoned && <span class="ls-badge ls-badge--bad">{UI.poisoned}</span>}
      {node.arrived !== undefined && (
        <Fact>{say(UI.arrived, { count: node.arrived[0], size: node.arrived[1] })}</Fact>
      )}
      {node.senders !== undefined && (
        <Fact>
          {node.senders === 0
            ? UI.sendersNone
            : node.senders === 1
              ? UI.sendersOne
              : say(UI.senders, { count: node.senders })}
        </Fact>
      )}
      {node.receiverAlive !== undefined && (
        <Fact quiet={node.receiverAlive}>{node.receiverAlive ? UI.receiver : UI.receiverGone}</Fact>
      )}
    </span>
  );
}

function Fact({
  children,
  quiet,
}: {
  readonly children: ComponentChildren;
  readonly quiet?: boolean;
}) {
  return <span class={`ls-fact ${quiet === true ? "ls-muted" : ""}`}>{children}</span>;
}

function Holders({ node }: { readonly node: PictureNode }) {
  const [first] = node.holders;
  if (first === undefined) return null;
  const words = {
    lock: UI.locked,
    write: UI.writing,
    read: UI.reading,
    shared: UI.borrowed,
    mut: UI.mutBorrowed,
  }[first.mode];
  const [before = "", after = ""] = words.split(/\{\w+\}/);
  return (
    <span class="ls-fact ls-fact--held">
      {node.kind !== "refcell" && isLock(node) && <Icon name="lock" />}
      {before.trim()}{" "}
      {node.holders.map((holder) => (
        <ThreadChip key={`${holder.thread}:${holder.since}`} thread={holder.thread} />
      ))}{" "}
      {after}
      {first.since > 0 && (
        <span class="ls-muted">{say(UI.lockedSince, { line: first.since })}</span>
      )}
    </span>
  );
}

/** Messages in the order in which they will be received; the front is on the right, where the receiver takes them. */
const QUEUE_SHOWN = 8;

function Queue({ queue }: { readonly queue: readonly string[] }) {
  if (queue.length === 0) return <div class="ls-queue ls-muted">{UI.queueEmpty}</div>;
  return (
    <ol class="ls-queue" aria-label={UI.queue}>
      {queue.slice(0, QUEUE_SHOWN).map((message, at) => (
        <li key={at} class="ls-queue__cell">
          {message}
        </li>
      ))}
      {queue.length > QUEUE_SHOWN && (
        <li class="ls-muted">{say(UI.more, { count: queue.length - QUEUE_SHOWN })}</li>
      )}
    </ol>
  );
}

function isLeaf(node: PictureNode): boolean {
  return (
    node.value !== undefined &&
    node.holders.length === 0 &&
    node.waiting.length === 0 &&
    node.queue === undefined &&
    node.strong === undefined &&
    node.senders === undefined &&
    !isLock(node)
  );
}

/** An atomic or a cell with a single value in it: one line is enough. */
function isPlainCell(node: PictureNode): boolean {
  const [only] = node.children;
  return (
    (node.kind === "atomic" || node.kind === "cell") &&
    node.children.length === 1 &&
    only !== undefined &&
    isLeaf(only) &&
    only.children.length === 0
  );
}

/** Their boxes always have the line of those who wait, so that nothing jumps when somebody does. */
function canWait({ kind }: PictureNode): boolean {
  return ["mutex", "rwlock", "condvar", "channel", "barrier"].includes(kind);
}

function isLock(node: PictureNode): boolean {
  return node.kind === "mutex" || node.kind === "rwlock" || node.kind === "refcell";
}

/** `Arc` of `Arc<Mutex<i32>>`: what is inside is drawn inside. */
function headline(type: string): string {
  const at = type.indexOf("<");
  return at > 0 ? type.slice(0, at) : type;
}

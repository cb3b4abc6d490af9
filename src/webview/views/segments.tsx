// A sentence with its parts: names in the colours of what they name, and a click on each leads there.

import { LOCK_COLORS, THREAD_COLORS } from "../../trace/palette.ts";
import type { Segment, Sentence } from "../../explain/segments.ts";
import type { Session } from "../session.ts";
import { useStore } from "../store.ts";

export function Segments({ sentence }: { readonly sentence: Sentence }) {
  return (
    <>
      {sentence.map((segment, at) => (
        <SegmentView key={at} segment={segment} />
      ))}
    </>
  );
}

export function threadClass(thread: number): string {
  return `ls-t${thread % THREAD_COLORS}`;
}

export function lockClass(session: Session, object: number | undefined): string {
  const rank = object === undefined ? undefined : session.run?.ranks.get(object);
  return rank === undefined ? "ls-plainObject" : `ls-k${rank % LOCK_COLORS}`;
}

function SegmentView({ segment }: { readonly segment: Segment }) {
  const store = useStore();
  const ref = segment.ref;
  const name = `ls-segment ls-segment--${segment.style} ${colorClass(segment, store.session.value)}`;
  if (ref === undefined || (!store.host.live && ref.kind === "card")) {
    if (segment.style === "plain") return <>{segment.text}</>;
    return segment.style === "code" ? (
      <code class={name}>{segment.text}</code>
    ) : (
      <span class={name}>{segment.text}</span>
    );
  }
  // A real button would not break across lines as the words around it do.
  return (
    <span
      role="button"
      tabIndex={0}
      class={`${name} ls-link ls-link--${ref.kind}`}
      onClick={() => store.open(ref)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        store.open(ref);
      }}
    >
      {segment.text}
    </span>
  );
}

function colorClass(segment: Segment, session: Session): string {
  if (segment.ref?.kind === "thread") return threadClass(segment.ref.thread);
  if (segment.ref?.kind === "object") return lockClass(session, segment.ref.object);
  return "";
}

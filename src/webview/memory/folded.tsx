// A list that shows its first entries, and the rest when asked.

import { toChildArray } from "preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { say, UI } from "../words.ts";

export function Folded({
  shown,
  children,
}: {
  readonly shown: number;
  readonly children: ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  const all = toChildArray(children);
  // One more is not worth a button.
  if (all.length <= shown + 1) return <>{all}</>;
  return (
    <>
      {open ? all : all.slice(0, shown)}
      <button
        type="button"
        class="ls-link ls-folded"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? UI.fewer : say(UI.more, { count: all.length - shown })}
      </button>
    </>
  );
}

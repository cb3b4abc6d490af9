// A titled part of the lower half that can be folded away; what is folded is remembered.

import type { ComponentChildren } from "preact";
import type { Section } from "../player.ts";
import { useStore } from "../store.ts";
import { Icon } from "./icons.tsx";

export function Card({
  section,
  title,
  aside,
  children,
}: {
  readonly section: Section;
  readonly title: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const store = useStore();
  const folded = store.settled.value.folded.includes(section);
  const id = `ls-card-${section}`;
  return (
    <section
      class={`ls-card ls-card--${section} ${folded ? "ls-card--folded" : ""}`}
      aria-labelledby={`${id}-title`}
    >
      <div class="ls-card__head">
        <h2 class="ls-card__title" id={`${id}-title`}>
          <button
            type="button"
            class="ls-card__fold"
            aria-expanded={!folded}
            aria-controls={id}
            onClick={() => store.dispatch({ kind: "fold", section })}
          >
            <Icon name={folded ? "right" : "down"} />
            {title}
          </button>
        </h2>
        {!folded && aside}
      </div>
      <div class="ls-card__body" id={id} hidden={folded}>
        {!folded && children}
      </div>
    </section>
  );
}

// Changes of the memory picture: boxes glide to their new places, new ones appear, changed ones flash once.

import { prefersReducedMotion } from "../theme.ts";
import { placeOf } from "./connectors.ts";

/** Where each box was. */
export type BoxMemory = Map<string, { readonly x: number; readonly y: number }>;

const GLIDE_MS = 180;
const FLASH_MS = 600;

export function animateBoxes(root: HTMLElement, before: BoxMemory, still: boolean): void {
  const first = before.size === 0;
  const quiet = still || prefersReducedMotion();
  const now: BoxMemory = new Map();
  for (const element of root.querySelectorAll<HTMLElement>("[data-node]")) {
    const id = element.dataset["node"] ?? "";
    const { left, top } = placeOf(element, root);
    const place = { x: left, y: top };
    now.set(id, place);
    if (!quiet && !first) animateBox(element, before.get(id), place);
  }
  before.clear();
  for (const [id, place] of now) before.set(id, place);
}

function animateBox(
  element: HTMLElement,
  was: { readonly x: number; readonly y: number } | undefined,
  place: { readonly x: number; readonly y: number },
): void {
  if (was === undefined) {
    element.animate(
      [
        { opacity: 0, transform: "scale(0.96)" },
        { opacity: 1, transform: "none" },
      ],
      { duration: GLIDE_MS, easing: "ease-out" },
    );
    return;
  }
  const dx = was.x - place.x;
  const dy = was.y - place.y;
  // A box inside one that moved has moved with it; only the outermost glides.
  const outermost = element.parentElement?.closest("[data-node]") === null;
  if (outermost && Math.abs(dx) + Math.abs(dy) > 1) {
    element.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: "none" }], {
      duration: GLIDE_MS,
      easing: "ease-out",
    });
  }
  if (element.dataset["changed"] === "true") {
    element.animate(
      [{ boxShadow: "0 0 0 2px var(--ls-accent)" }, { boxShadow: "0 0 0 2px transparent" }],
      { duration: FLASH_MS, easing: "ease-out" },
    );
  }
}

// A button with a menu: arrow keys, Escape, and a click elsewhere behave as in the editor.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icons.tsx";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly run: () => void;
}

export function Menu({
  label,
  items,
  class: extra,
  children,
}: {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    stayInside(root.current?.querySelector<HTMLElement>(".ls-menu__list"));
    root.current?.querySelector<HTMLElement>("[role^=menuitem]:not([aria-disabled=true])")?.focus();
    const away = (event: Event) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true)
        setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [open]);
  return (
    <div
      class={`ls-menu ${extra ?? ""}`}
      ref={root}
      onKeyDown={(event) => moveInMenu(event, root.current, open, close)}
    >
      <button
        type="button"
        ref={button}
        class="ls-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {children}
        <Icon name="down" />
      </button>
      {open && (
        <div class="ls-menu__list" role="menu" aria-label={label}>
          {items.map((item) => (
            <button
              type="button"
              key={item.id}
              class="ls-menu__item"
              role={item.checked === undefined ? "menuitem" : "menuitemradio"}
              {...(item.checked === undefined ? {} : { "aria-checked": item.checked })}
              aria-disabled={item.disabled === true}
              tabIndex={-1}
              onClick={() => {
                if (item.disabled === true) return;
                close(true);
                item.run();
              }}
            >
              <span class="ls-menu__check">{item.checked === true && <Icon name="check" />}</span>
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** A list that would stick out of the panel is moved back into it. */
function stayInside(list: HTMLElement | null | undefined): void {
  if (list === null || list === undefined) return;
  const box = list.getBoundingClientRect();
  const beyond = Math.max(0, box.right + EDGE - innerWidth);
  list.style.translate = `${box.left < EDGE ? EDGE - box.left : -beyond}px`;
}

const EDGE = 6;

function moveInMenu(
  event: KeyboardEvent,
  root: HTMLElement | null,
  open: boolean,
  close: (refocus: boolean) => void,
): void {
  if (!open || root === null) return;
  const items = [...root.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const focus = (to: number) => items[(to + items.length) % items.length]?.focus();
  if (event.key === "Escape") close(true);
  else if (event.key === "Tab") close(false);
  else if (event.key === "ArrowDown") focus(at + 1);
  else if (event.key === "ArrowUp") focus(at - 1);
  else if (event.key === "Home") focus(0);
  else if (event.key === "End") focus(items.length - 1);
  else {
    event.stopPropagation();
    return;
  }
  event.stopPropagation();
  if (event.key !== "Tab") event.preventDefault();
}

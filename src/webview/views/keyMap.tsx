// The map of keys that `?` shows.

import { useEffect, useRef } from "preact/hooks";
import { useStore } from "../store.ts";
import { KEY_WORDS, UI } from "../words.ts";
import { Legend } from "../timeline/legend.tsx";
import { Icon } from "./icons.tsx";

export function KeyMap() {
  const store = useStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = store.helpOpen.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      class="ls-keys"
      ref={dialog}
      aria-label={UI.keys}
      onClose={() => {
        store.helpOpen.value = false;
      }}
    >
      <div class="ls-keys__head">
        <h2>{UI.keys}</h2>
        <button
          type="button"
          class="ls-mini"
          aria-label={UI.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <dl class="ls-keys__list">
        {KEY_WORDS.map(([keys, words]) => (
          <div key={words} class="ls-keys__row">
            <dt>
              {keys.split("  ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {open && <Legend />}
    </dialog>
  );
}

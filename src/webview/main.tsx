// Entry of the panel: in VS Code it talks to the host; on an exported page it plays what the page carries.

import { render } from "preact";
import type { ToPanel } from "../protocol/messages.ts";
import { createStore } from "./createStore.ts";
import { readPageData } from "./pageData.ts";
import { connectHost, otherHost } from "./host.ts";
import { commandOf } from "./keys.ts";
import { speakLanguage } from "./language.ts";
import { StoreContext } from "./store.ts";
import type { Store } from "./store.ts";
import { pairCommand } from "./pair.ts";
import { App } from "./views/app.tsx";

function start(): void {
  const root = document.getElementById("root");
  if (root === null) return;
  speakLanguage(document);
  const host = connectHost();
  const store = createStore(host, createStore(otherHost(host)));
  render(
    <StoreContext.Provider value={store}>
      <App />
    </StoreContext.Provider>,
    root,
  );
  document.addEventListener("keydown", (event) => pressed(store, event));
  window.addEventListener("message", (event: MessageEvent<ToPanel>) => {
    if (isMessage(event.data)) store.accept(event.data);
  });
  for (const message of readPageData(document)) store.accept(message);
  host.post({ kind: "ready" });
}

/** Keys belong to the timeline unless a field, a menu or a dialog has them. */
function pressed(store: Store, event: KeyboardEvent): void {
  if (event.defaultPrevented || store.session.value.screen !== "run") return;
  const target = event.target instanceof Element ? event.target : undefined;
  if (
    target?.closest("input, select, textarea, dialog, [role=menu]") !== null &&
    target !== undefined
  )
    return;
  // Space and Enter on a button press the button.
  if (event.key === " " && target?.closest("button") !== null && target !== undefined) return;
  const command = commandOf({
    key: event.key,
    shift: event.shiftKey,
    modified: event.ctrlKey || event.altKey || event.metaKey,
  });
  if (command === undefined) return;
  if (store.session.value.pair === undefined) store.command(command);
  else pairCommand(store, command);
  event.preventDefault();
}

function isMessage(data: unknown): data is ToPanel {
  return (
    typeof data === "object" && data !== null && "kind" in data && typeof data.kind === "string"
  );
}

start();

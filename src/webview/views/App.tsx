// The whole panel: header, toolbar, timeline, sentence, and below them memory, outcomes, output, events and source.

import { EndingCard } from "../outcomes/Deadlock.tsx";
import { Outcomes } from "../outcomes/Outcomes.tsx";
import { Memory } from "../memory/Memory.tsx";
import { useStore } from "../store.ts";
import { Timeline } from "../timeline/Timeline.tsx";
import { UI } from "../words.ts";
import { Events } from "./Events.tsx";
import { Banners, Header } from "./Header.tsx";
import { KeyMap } from "./KeyMap.tsx";
import { Narration } from "./Narration.tsx";
import { Output } from "./Output.tsx";
import { RefusedView, RejectedView } from "./Rejected.tsx";
import { Source } from "./Source.tsx";
import { Toolbar } from "./Toolbar.tsx";

export function App() {
  const store = useStore();
  const screen = store.session.value.screen;
  return (
    <div class={`ls-app ls-app--${screen}`}>
      <header class="ls-app__top">
        <Header />
        {screen === "run" && <Toolbar />}
        <Banners />
      </header>
      {screen === "waiting" && (
        <main class="ls-note ls-app__waiting">
          <p role="status">{UI.loading}</p>
        </main>
      )}
      {screen === "rejected" && <RejectedView />}
      {screen === "refused" && <RefusedView />}
      {screen === "run" && <RunView />}
      <KeyMap />
    </div>
  );
}

function RunView() {
  return (
    <main class="ls-run">
      <Timeline />
      <Narration />
      <EndingCard />
      <div class="ls-grid">
        <div class="ls-grid__wide">
          <Memory />
          <Source />
        </div>
        <div class="ls-grid__side">
          <Outcomes />
          <Output />
          <Events />
        </div>
      </div>
    </main>
  );
}

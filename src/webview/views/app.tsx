// The whole panel: header, toolbar, timeline, sentence, and below them memory, outcomes, output, events and source.

import { EndingCard } from "../outcomes/deadlock.tsx";
import { Outcomes } from "../outcomes/outcomes.tsx";
import { Memory } from "../memory/memory.tsx";
import { useStore } from "../store.ts";
import { Timeline } from "../timeline/timeline.tsx";
import { UI } from "../words.ts";
import { Arguments } from "./arguments.tsx";
import { Events } from "./events.tsx";
import { Banners, Header } from "./header.tsx";
import { KeyMap } from "./keyMap.tsx";
import { Narration } from "./narration.tsx";
import { Output } from "./output.tsx";
import { PairView } from "./pair.tsx";
import { RefusedView, RejectedView } from "./rejected.tsx";
import { Source } from "./source.tsx";
import { Toolbar } from "./toolbar.tsx";

export function App() {
  const store = useStore();
  const { screen, pair } = store.session.value;
  const paired = pair !== undefined;
  return (
    <div class={`ls-app ls-app--${screen}`}>
      <header class="ls-app__top">
        <Header />
        {screen === "run" && !paired && <Toolbar />}
        <Arguments />
        <Banners />
      </header>
      {screen === "waiting" && (
        <main class="ls-note ls-app__waiting">
          <p role="status">{UI.loading}</p>
        </main>
      )}
      {screen === "rejected" && <RejectedView />}
      {screen === "refused" && <RefusedView />}
      {screen === "run" && (paired ? <PairView /> : <RunView />)}
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

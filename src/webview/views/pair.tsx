// Two runs side by side: one scrubber over both, a column for each; below each other where the panel is narrow.

import { useEffect, useState } from "preact/hooks";
import { effect } from "@preact/signals";
import { EndingCard } from "../outcomes/deadlock.tsx";
import { Outcomes } from "../outcomes/outcomes.tsx";
import { Memory } from "../memory/memory.tsx";
import { follow, pairStep, seekPair } from "../pair.ts";
import { StoreContext, useStore } from "../store.ts";
import type { Store } from "../store.ts";
import { Timeline } from "../timeline/timeline.tsx";
import { say, UI } from "../words.ts";
import { Icon } from "./icons.tsx";
import type { IconName } from "./icons.tsx";
import { InlineCode } from "./inlineCode.tsx";
import { Narration } from "./narration.tsx";
import { RefusedView, RejectedView } from "./rejected.tsx";

const STEP_MS = 700;

export function PairView() {
  const store = useStore();
  const { pair } = store.session.value;
  const { other } = store;
  useEffect(() => {
    const stops = [
      effect(() => void (store.player.value.cursor, follow(store, "left"))),
      effect(() => void (other?.player.value.cursor, follow(store, "right"))),
    ];
    return () => stops.forEach((stop) => stop());
  }, [store, other]);
  if (pair === undefined || other === undefined) return null;
  return (
    <main class="ls-pair">
      <PairBar />
      <Side store={store} title={pair[0]} />
      <Side store={other} title={pair[1]} />
    </main>
  );
}

function PairBar() {
  const store = useStore();
  const [playing, setPlaying] = useState(false);
  const steps = store.session.value.aligned?.left.length ?? 0;
  const step = pairStep(store);
  const last = step >= steps - 1;
  useEffect(() => {
    if (!playing) return undefined;
    if (last) return setPlaying(false);
    const timer = setTimeout(() => seekPair(store, step + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, step, last]);
  const button = (icon: IconName, label: string, to: number, disabled: boolean) => (
    <button
      type="button"
      class="ls-button ls-button--bare"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => seekPair(store, to)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="ls-pair__bar" role="toolbar" aria-label={UI.pair}>
      {button("toStart", UI.toStart, 0, step === 0)}
      {button("back", UI.back, step - 1, step === 0)}
      <button
        type="button"
        class="ls-button ls-button--primary"
        aria-label={playing ? UI.pause : UI.play}
        disabled={steps < 2}
        onClick={() => {
          if (!playing && last) seekPair(store, 0);
          setPlaying(!playing);
        }}
      >
        <Icon name={playing ? "pause" : "play"} />
      </button>
      {button("step", UI.step, step + 1, last)}
      {button("toEnd", UI.toEnd, steps - 1, last)}
      <input
        class="ls-pair__scrubber"
        type="range"
        min={0}
        max={Math.max(0, steps - 1)}
        value={step}
        aria-label={UI.pairStep}
        aria-valuetext={say(UI.pairStepOf, { step: step + 1, count: steps })}
        onInput={(event) => seekPair(store, Number(event.currentTarget.value))}
      />
      <span class="ls-muted">{say(UI.pairStepOf, { step: step + 1, count: steps })}</span>
      <button
        type="button"
        class="ls-button ls-button--small"
        onClick={() => store.host.post({ kind: "beside", beside: undefined })}
      >
        {UI.pairEnd}
      </button>
    </div>
  );
}

function Side({ store, title }: { readonly store: Store; readonly title: string }) {
  const { screen } = store.session.value;
  return (
    <StoreContext.Provider value={store}>
      <section class="ls-pair__side" aria-label={title.replaceAll("`", "")}>
        <h2 class="ls-pair__title">
          <InlineCode text={title} />
        </h2>
        {screen === "waiting" && <p class="ls-note">{UI.loading}</p>}
        {screen === "rejected" && <RejectedView />}
        {screen === "refused" && <RefusedView />}
        {screen === "run" && (
          <>
            <Timeline />
            <Narration />
            <EndingCard />
            <Memory />
            <Outcomes />
          </>
        )}
      </section>
    </StoreContext.Provider>
  );
}

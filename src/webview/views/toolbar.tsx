// Transport, speed, scheduler, exploration, export.

import type { Beside, Scheduler } from "../../protocol/messages.ts";
import { SPEEDS } from "../player.ts";
import { useStore } from "../store.ts";
import type { Store } from "../store.ts";
import { say, UI } from "../words.ts";
import { Icon } from "./icons.tsx";
import type { IconName } from "./icons.tsx";
import { Menu } from "./menu.tsx";
import type { MenuItem } from "./menu.tsx";

export function Toolbar() {
  const store = useStore();
  const player = store.settled.value;
  const live = store.host.live;
  const exploring = store.session.value.exploring !== undefined;
  const atStart = player.cursor === 0;
  const atEnd = player.cursor >= player.rows - 1;
  return (
    <div class="ls-toolbar" role="toolbar" aria-label={UI.timeline} onKeyDown={moveInToolbar}>
      <div class="ls-toolbar__group">
        <Tool
          icon="toStart"
          label={UI.toStart}
          bare
          disabled={atStart}
          run={() => store.command({ kind: "start" })}
        />
        <Tool
          icon="back"
          label={UI.back}
          disabled={atStart}
          run={() => store.command({ kind: "step", by: -1 })}
        />
        <Tool
          icon={player.playing ? "pause" : "play"}
          label={player.playing ? UI.pause : UI.play}
          primary
          run={() => store.command({ kind: "togglePlay" })}
        />
        <Tool
          icon="step"
          label={UI.step}
          iconLast
          disabled={atEnd}
          run={() => store.command({ kind: "step", by: 1 })}
        />
        <Tool
          icon="toEnd"
          label={UI.toEnd}
          bare
          disabled={atEnd}
          run={() => store.command({ kind: "end" })}
        />
      </div>
      <Menu
        label={`${UI.speed}: ${player.speed}×`}
        class="ls-menu--quiet"
        items={speedItems(store)}
      >
        <span>{player.speed}×</span>
      </Menu>
      {live && (
        <Menu
          label={`${UI.scheduler}: ${schedulerName(player.scheduler)}`}
          class="ls-menu--scheduler"
          items={schedulerItems(store)}
        >
          <span class="ls-wide">{UI.scheduler}:&nbsp;</span>
          <span class="ls-menu__value">{schedulerName(player.scheduler)}</span>
        </Menu>
      )}
      {live && player.scheduler.kind === "choose" && (
        <Tool
          icon="undo"
          label={UI.undoChoice}
          bare
          disabled={player.scheduler.prefix.length === 0}
          run={() => undoChoice(store)}
        />
      )}
      <div class="ls-toolbar__space" />
      <div class="ls-toolbar__group ls-toolbar__group--end">
        {live && (
          <button
            type="button"
            class="ls-button"
            disabled={exploring}
            onClick={() => store.explore()}
          >
            <Icon name="graph" />
            <span class="ls-wide">{UI.explore}</span>
            <span class="ls-narrow">{UI.exploreShort}</span>
          </button>
        )}
        {live && store.session.value.variants.length > 0 && (
          <Menu label={UI.whatIfMenu} items={variantItems(store)} class="ls-menu--end">
            <span>{UI.whatIfMenu}</span>
          </Menu>
        )}
        {live && store.session.value.besides !== undefined && (
          <Menu label={UI.beside} items={besideItems(store)} class="ls-menu--end">
            <span>{UI.beside}</span>
          </Menu>
        )}
        {live && (
          <Menu label={UI.exporting} items={exportItems(store)} class="ls-menu--end">
            <Icon name="export" />
            <span class="ls-wide">{UI.exporting}</span>
          </Menu>
        )}
        <Tool icon="keyboard" label={UI.help} bare run={() => store.command({ kind: "help" })} />
      </div>
    </div>
  );
}

function Tool({
  icon,
  label,
  run,
  bare,
  primary,
  iconLast,
  disabled,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly run: () => void;
  readonly bare?: boolean;
  readonly primary?: boolean;
  readonly iconLast?: boolean;
  readonly disabled?: boolean;
}) {
  return (
    <button
      type="button"
      class={`ls-button ${primary === true ? "ls-button--primary" : ""} ${bare === true ? "ls-button--bare" : ""}`}
      aria-label={label}
      title={label}
      disabled={disabled === true}
      onClick={run}
    >
      {iconLast !== true && <Icon name={icon} />}
      {bare !== true && <span class="ls-wide">{label}</span>}
      {iconLast === true && <Icon name={icon} />}
    </button>
  );
}

function schedulerName(scheduler: Scheduler): string {
  switch (scheduler.kind) {
    case "roundRobin":
      return UI.roundRobin;
    case "random":
      return say(UI.random, { seed: scheduler.seed });
    case "choose":
      return UI.choose;
    case "schedule":
      return say(UI.scheduleOf, { label: scheduler.label });
  }
}

function speedItems(store: Store): readonly MenuItem[] {
  return SPEEDS.map((speed) => ({
    id: String(speed),
    label: `${speed}×`,
    checked: store.settled.value.speed === speed,
    run: () => store.dispatch({ kind: "speed", speed }),
  }));
}

function schedulerItems(store: Store): readonly MenuItem[] {
  const { scheduler } = store.settled.value;
  const seed = scheduler.kind === "random" ? scheduler.seed : 1;
  return [
    {
      id: "roundRobin",
      label: UI.roundRobin,
      checked: scheduler.kind === "roundRobin",
      run: () => store.run({ kind: "roundRobin" }),
    },
    {
      id: "random",
      label: say(UI.random, { seed }),
      checked: scheduler.kind === "random",
      run: () => store.run({ kind: "random", seed }),
    },
    {
      id: "newSeed",
      label: UI.newSeed,
      run: () => store.run({ kind: "random", seed: newSeed(seed) }),
    },
    {
      id: "choose",
      label: UI.choose,
      checked: scheduler.kind === "choose",
      run: () => store.run({ kind: "choose", prefix: [] }),
    },
    ...(scheduler.kind === "schedule"
      ? [
          {
            id: "schedule",
            label: schedulerName(scheduler),
            checked: true,
            run: () => store.run(scheduler),
          },
        ]
      : []),
  ];
}

/** Another seed than this one, small enough to be told to a colleague. */
function newSeed(than: number): number {
  const seed = 1 + Math.floor(Math.random() * 9999);
  return seed === than ? seed + 1 : seed;
}

function undoChoice(store: Store): void {
  const { scheduler } = store.settled.value;
  if (scheduler.kind === "choose")
    store.run({ kind: "choose", prefix: scheduler.prefix.slice(0, -1) });
}

function variantItems(store: Store): readonly MenuItem[] {
  const { variants, comparing } = store.session.value;
  const shown = comparing?.kind === "variant" ? comparing.title : undefined;
  const post = (variant: number | undefined) => store.host.post({ kind: "variant", variant });
  return [
    {
      id: "none",
      label: UI.variantOff,
      checked: shown === undefined,
      run: () => post(undefined),
    },
    ...variants.map(({ title }, index) => ({
      id: String(index),
      label: title.replaceAll("`", ""),
      checked: title === shown,
      run: () => post(index),
    })),
  ];
}

function besideItems(store: Store): readonly MenuItem[] {
  const { variants, besides } = store.session.value;
  const item = (label: string, beside: Beside): MenuItem => ({
    id: label,
    label,
    run: () => store.host.post({ kind: "beside", beside }),
  });
  return [
    ...variants.map(({ title }, variant) =>
      item(say(UI.besideVariant, { title: title.replaceAll("`", "") }), {
        kind: "variant",
        variant,
      }),
    ),
    ...(besides?.before === true ? [item(UI.besideBefore, { kind: "before" })] : []),
    item(say(UI.besideEdition, { edition: besides?.edition ?? "" }), { kind: "edition" }),
    item(UI.besideFile, { kind: "file" }),
  ];
}

function exportItems(store: Store): readonly MenuItem[] {
  return [
    { id: "html", label: UI.exportHtml, run: () => store.export("html") },
    { id: "svg", label: UI.exportSvg, run: () => store.export("svg") },
    { id: "film", label: UI.exportFilm, run: () => store.export("film") },
    { id: "text", label: UI.exportText, run: () => store.export("text") },
    { id: "schedule", label: UI.exportSchedule, run: () => store.export("schedule") },
    { id: "link", label: UI.exportLink, run: () => store.export("link") },
  ];
}

/** Arrow keys go along a toolbar; the menus inside keep theirs. */
function moveInToolbar(event: KeyboardEvent): void {
  if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
  const bar = event.currentTarget as HTMLElement;
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>("button:not(:disabled):not([role])")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (at < 0) return;
  buttons[(at + (event.key === "ArrowRight" ? 1 : -1) + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
  event.stopPropagation();
}

// Shows the panel with sample runs in a headless browser, takes screenshots and checks it with axe-core:
//   node scripts/panelShot.mjs [--out DIR] [--scene counter,deadlock] [--theme dark,light,contrast] [--size wide,narrow] [--time] [--journey] [--data FILE]
// Exits with 1 when axe-core or the page's console has something to say.
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { THEMES } from "./panelThemes.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
const SIZES = { wide: [1200, 800], medium: [680, 900], narrow: [360, 900], tiny: [300, 800] };
const SCENES = [
  "counter",
  "counterEnd",
  "choose",
  "deadlock",
  "channel",
  "long",
  "whatIf",
  "rejected",
  "refused",
  "waiting",
  "zoo",
  "many",
  "menu",
  "keys",
  "lists",
  "hover",
  "zoomedOut",
];

/** Scenes that are another one with something done to it. */
const ACTIONS = {
  menu: ["counter", (tab) => tab.click(".ls-menu--scheduler > button")],
  keys: ["counter", (tab) => tab.keyboard.press("?")],
  lists: [
    "counter",
    async (tab) => {
      for (const card of ["events", "source"]) await tab.click(`.ls-card--${card} .ls-card__fold`);
      await tab.click(".ls-narration .ls-segment--object");
    },
  ],
  hover: [
    "deadlock",
    async (tab) => {
      const box = await tab.locator("[data-part=view]").boundingBox();
      await tab.mouse.move(box.x + box.width * 0.8, box.y + 80);
    },
  ],
  zoomedOut: ["long", (tab) => tab.keyboard.press("f")],
};
const BROWSER = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? "").split(",");
};
const out = option("out", [join(".cache", "panel")])[0];
mkdirSync(out, { recursive: true });

const bundle = async (entry, globalName) => {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2023",
    jsx: "automatic",
    jsxImportSource: "preact",
    ...(globalName === undefined ? {} : { globalName }),
  });
  return result.outputFiles[0].text;
};
const [panel, scenes] = await Promise.all([
  bundle("src/webview/main.tsx"),
  bundle("test/support/panelScenes.ts", "scenes"),
]);
const style = readFileSync("media/panel.css", "utf8");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Plays the host: answers `ready` with the scene's messages and `needPictures` with the sample's. */
const HOST = `
window.posted = [];
window.acquireVsCodeApi = () => ({
  getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null") ?? undefined,
  setState: (state) => {
    window.savedState = state;
    sessionStorage.setItem("state", JSON.stringify(state));
  },
  postMessage: (message) => {
    window.posted.push(message);
    const say = (answer) => setTimeout(() => window.postMessage(answer, "*"));
    if (message.kind === "ready") window.setup.messages.forEach(say);
    if (message.kind === "needPictures" && window.setup.sample !== undefined && window.setup.sample.pictures.length > 0) {
      say({ kind: "pictures", from: message.from, pictures: window.setup.sample.pictures.slice(message.from, message.to) });
    }
  },
});
window.setup = scenes.sceneOf(new URLSearchParams(location.search).get("scene"));
`;

const nonce = "panelShot";
const data = option("data", [undefined])[0];
const carried =
  data === undefined
    ? ""
    : `<script nonce="panelShot" type="application/json" id="lockstep-data">${readFileSync(data, "utf8")}</script>`;
const page = (
  theme,
) => `<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>Lockstep</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'nonce-${nonce}' 'unsafe-eval'">
<link rel="stylesheet" href="/vscode.css"><link rel="stylesheet" href="/theme-${theme}.css"><link rel="stylesheet" href="/panel.css"></head>
<body class="${THEMES[theme].bodyClass}"><div id="root"></div>${carried}
<script nonce="${nonce}" src="/scenes.js"></script><script nonce="${nonce}" src="/host.js"></script><script nonce="${nonce}" src="/panel.js"></script></body></html>`;
const themeCss = (theme) =>
  `:root{${Object.entries(THEMES[theme].variables)
    .map(([name, value]) => `${name}:${value};`)
    .join("")}}`;
/** What VS Code puts into every webview. */
const DEFAULTS = `
body { background-color: transparent; color: var(--vscode-editor-foreground); font-family: var(--vscode-font-family); margin: 0; padding: 0 20px; }
a, a code { color: var(--vscode-textLink-foreground); }
code { color: #d0d0d0; background-color: #3c3c3c; padding: 1px 3px; border-radius: 4px; }
kbd { background-color: #8080802b; border: 1px solid #3339; border-radius: 3px; vertical-align: middle; padding: 1px 3px; }
`;
const files = new Map([
  ["/vscode.css", ["text/css", DEFAULTS]],
  ["/panel.css", ["text/css", style]],
  ["/panel.js", ["text/javascript", panel]],
  ["/scenes.js", ["text/javascript", scenes]],
  ["/host.js", ["text/javascript", HOST]],
  ...Object.keys(THEMES).flatMap((theme) => [
    [`/theme-${theme}.css`, ["text/css", themeCss(theme)]],
    [`/${theme}`, ["text/html", page(theme)]],
  ]),
]);
const server = createServer((request, response) => {
  const [type, text] = files.get(new URL(request.url, "http://localhost").pathname) ?? [
    "text/plain",
    "",
  ];
  response.setHeader("Content-Type", `${type}; charset=utf-8`);
  response.end(text);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const port = server.address().port;

const { existsSync } = await import("node:fs");
const executablePath = process.env.LOCKSTEP_BROWSER ?? BROWSER.find((path) => existsSync(path));
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
let bad = 0;
for (const scene of option("scene", SCENES)) {
  for (const theme of option("theme", Object.keys(THEMES))) {
    for (const size of option("size", ["wide", "narrow"])) {
      const [width, height] = SIZES[size];
      const tab = await browser.newPage({ viewport: { width, height } });
      tab.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") {
          bad++;
          console.log(`${scene} ${theme} ${size}: console: ${message.text()}`);
        }
      });
      tab.on("pageerror", (error) => {
        bad++;
        console.log(`${scene} ${theme} ${size}: ${error.stack ?? error.message}`);
      });
      const [base, act] = ACTIONS[scene] ?? [scene];
      await tab.goto(`http://127.0.0.1:${port}/${theme}?scene=${base}`);
      await tab.waitForTimeout(base === "million" ? 5000 : base === "long" ? 900 : 350);
      if (act !== undefined) {
        await act(tab);
        await tab.waitForTimeout(300);
      }
      await tab.screenshot({
        path: join(out, `${scene}-${theme}-${size}.png`),
        fullPage: process.argv.includes("--full"),
      });
      await tab.evaluate(axe);
      const { violations } = await tab.evaluate(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] })",
      );
      for (const violation of violations) {
        bad++;
        console.log(`${scene} ${theme} ${size}: ${violation.id}: ${violation.help}`);
        for (const node of violation.nodes.slice(0, 3))
          console.log(`    ${node.html.slice(0, 160)}  ${node.any[0]?.message ?? ""}`);
      }
      if (process.argv.includes("--time"))
        console.log(`${scene} ${theme} ${size}: ${await timing(tab)}`);
      await tab.close();
    }
  }
}
if (process.argv.includes("--journey")) {
  for (const [name, journey] of Object.entries(await journeys())) {
    const tab = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    const errors = [];
    tab.on("pageerror", (error) => errors.push(error.message));
    tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    try {
      await journey(tab);
      if (errors.length > 0) throw new Error(errors.join("; "));
      console.log(`ok       ${name}`);
    } catch (error) {
      bad++;
      console.log(`NOT OK   ${name}: ${error.message}`);
    }
    await tab.close();
  }
}
await browser.close();
server.close();
console.log(bad === 0 ? `No complaints. Pictures are in ${out}.` : `${bad} complaints.`);
process.exitCode = bad === 0 ? 0 : 1;

/** What a user does, and what must come of it. */
async function journeys() {
  const open = async (tab, scene) => {
    await tab.goto(`http://127.0.0.1:${port}/dark?scene=${scene}`);
    await tab.waitForTimeout(300);
  };
  const posted = (tab, kind) =>
    tab.evaluate((wanted) => window.posted.filter((message) => message.kind === wanted), kind);
  const text = (tab, selector) => tab.locator(selector).first().innerText();
  const expect = (condition, message) => {
    if (!condition) throw new Error(message);
  };
  const download = async (tab, index) => {
    await tab.locator(".ls-menu--end > button").last().click();
    await tab.locator(".ls-menu--end [role=menuitem]").nth(index).click();
    for (let waited = 0; waited < 60; waited++) {
      const [message] = await posted(tab, "export");
      if (message !== undefined)
        return tab.evaluate(
          (asked) => globalThis.scenes.exported(globalThis.setup, asked),
          message,
        );
      await tab.waitForTimeout(100);
    }
    throw new Error("nothing was exported");
  };
  return {
    "steps, plays and jumps by keyboard": async (tab) => {
      await open(tab, "counter");
      await tab.keyboard.press("ArrowRight");
      expect((await text(tab, ".ls-narration__count")) === "18 / 43", "ArrowRight did not step");
      await tab.keyboard.press("Home");
      expect(
        (await text(tab, ".ls-narration__count")) === "1 / 43",
        "Home did not go to the start",
      );
      await tab.keyboard.press("Space");
      await tab.waitForTimeout(1500);
      await tab.keyboard.press("Space");
      expect(
        Number((await text(tab, ".ls-narration__count")).split(" ")[0]) > 2,
        "Space did not play",
      );
      await tab.keyboard.press("End");
      await tab.waitForTimeout(200);
      expect(
        (await text(tab, ".ls-output")).trim() === "Result: 3",
        "the output is not shown at the end",
      );
    },
    "tells the editor where the threads stand": async (tab) => {
      await open(tab, "counter");
      const cursors = await posted(tab, "cursor");
      const lines = cursors
        .at(-1)
        ?.lines.map((line) => `${line.thread}:${line.line}`)
        .join(" ");
      expect(lines === "0:20 1:14 2:12 3:12", `lines were ${lines}`);
    },
    "scrubs along the axis and keeps its state": async (tab) => {
      await open(tab, "counter");
      const box = await tab.locator("[data-part=axis]").boundingBox();
      await tab.mouse.move(box.x + box.width * 0.5, box.y + 10);
      await tab.mouse.down();
      await tab.mouse.move(box.x + box.width * 0.9, box.y + 10, { steps: 5 });
      await tab.mouse.up();
      await tab.waitForTimeout(300);
      const saved = await tab.evaluate(() => window.savedState.player.cursor);
      expect(saved > 34 && saved < 42, `saved cursor ${saved}`);
    },
    "comes back after a reload as it was": async (tab) => {
      await open(tab, "counter");
      await tab.keyboard.press("End");
      await tab.keyboard.press("ArrowLeft");
      await tab.click(".ls-card--memory .ls-card__fold");
      await tab.waitForTimeout(300);
      await tab.reload();
      await tab.waitForTimeout(300);
      expect((await text(tab, ".ls-narration__count")) === "42 / 43", "the cursor is lost");
      expect(
        (await tab.locator(".ls-card--memory.ls-card--folded").count()) === 1,
        "the fold is lost",
      );
      expect((await posted(tab, "run")).length === 0, "the same run was asked for again");
    },
    "asks after a reload for the run that was chosen": async (tab) => {
      await open(tab, "counter");
      await tab.waitForTimeout(200);
      await tab.evaluate(() => {
        const state = JSON.parse(sessionStorage.getItem("state"));
        sessionStorage.setItem(
          "state",
          JSON.stringify({
            ...state,
            player: { ...state.player, scheduler: { kind: "random", seed: 7 } },
          }),
        );
      });
      await tab.reload();
      await tab.waitForTimeout(300);
      const [run] = await posted(tab, "run");
      expect(run?.scheduler.seed === 7, JSON.stringify(run));
    },
    "asks for pictures that it lacks": async (tab) => {
      await open(tab, "long");
      await tab.waitForTimeout(600);
      const [first] = await posted(tab, "needPictures");
      expect(
        first !== undefined && first.from <= 50000 && first.to > 50000,
        "no pictures were asked for",
      );
    },
    "runs the thread that is picked, by button and by digit": async (tab) => {
      await open(tab, "choose");
      await tab.click(".ls-pick__button");
      await tab.keyboard.press("1");
      const runs = await posted(tab, "run");
      expect(
        runs.length === 2 && runs.every((run) => run.scheduler.prefix.join() === "0,1,1,0"),
        JSON.stringify(runs),
      );
    },
    "replays an outcome": async (tab) => {
      await open(tab, "deadlock");
      await tab.locator(".ls-outcome__replay").nth(1).click();
      const [run] = await posted(tab, "run");
      expect(
        run.scheduler.kind === "schedule" && run.scheduler.schedule === "L1.21.99ab12.1f",
        JSON.stringify(run),
      );
    },
    "offers what would go wrong": async (tab) => {
      await open(tab, "rejected");
      await tab.click(".ls-rejected__whatIf button");
      const [run] = await posted(tab, "run");
      expect(run.whatIf === true, JSON.stringify(run));
    },
    "filters by a click on a lock, clears with Escape": async (tab) => {
      await open(tab, "counter");
      await tab.click(".ls-narration .ls-segment--object");
      expect((await text(tab, ".ls-filter")).includes("counter"), "no filter");
      await tab.keyboard.press("Escape");
      expect((await tab.locator(".ls-filter").count()) === 0, "the filter stays");
    },
    "walks the event list by keyboard": async (tab) => {
      await open(tab, "counter");
      await tab.click(".ls-card--events .ls-card__fold");
      await tab.locator(".ls-event[aria-selected=true]").focus();
      await tab.keyboard.press("ArrowDown");
      await tab.keyboard.press("ArrowDown");
      await tab.waitForTimeout(100);
      expect(
        (await text(tab, ".ls-narration__count")) === "19 / 43",
        "the list did not move the cursor",
      );
      expect(
        (await tab.evaluate(() => document.activeElement.getAttribute("aria-posinset"))) === "19",
        "the focus did not follow",
      );
    },
    "zooms with Ctrl and the wheel, pans, fits": async (tab) => {
      await open(tab, "counter");
      const box = await tab.locator("[data-part=view]").boundingBox();
      await tab.mouse.move(box.x + 300, box.y + 40);
      await tab.keyboard.down("Control");
      await tab.mouse.wheel(0, -60);
      await tab.keyboard.up("Control");
      await tab.waitForTimeout(250);
      const view = await tab.evaluate(() => window.savedState.player.view);
      expect(view.to - view.from < 30, JSON.stringify(view));
      await tab.keyboard.press("f");
      await tab.waitForTimeout(250);
      expect(
        (await tab.evaluate(() => window.savedState.player.view)) === undefined,
        "f did not fit",
      );
    },
    "exports a page that plays by itself": async (tab) => {
      await open(tab, "counter");
      const content = await download(tab, 0);
      files.set("/export.html", [
        "text/html",
        content
          .replace("/*lockstep:style*/", () => style)
          .replace("/*lockstep:script*/", () => panel),
      ]);
      await tab.goto(`http://127.0.0.1:${port}/export.html`);
      await tab.waitForTimeout(400);
      await tab.screenshot({ path: join(out, "export-page.png") });
      await tab.keyboard.press("ArrowRight");
      expect((await text(tab, ".ls-narration__count")) === "18 / 43", "the page does not step");
      expect(
        (await tab.locator(".ls-leaf__value").first().innerText()) === "1",
        "the page has no memory",
      );
    },
    "exports SVG, text and schedule": async (tab) => {
      for (const [index, start] of [
        [1, "<svg"],
        [2, "<svg"],
        [3, "counter.rs"],
        [4, "L1"],
      ]) {
        await open(tab, "counter");
        const content = await download(tab, index);
        expect(content.startsWith(start), content.slice(0, 80));
        if (index === 1 || index === 2) {
          files.set("/export.svg", ["image/svg+xml", content]);
          await tab.goto(`http://127.0.0.1:${port}/export.svg`);
          await tab.waitForTimeout(index === 2 ? 14_000 : 0);
          await tab.screenshot({ path: join(out, `export-svg${index}.png`) });
        }
        if (index === 3) console.log(content.split("\n").slice(0, 24).join("\n"));
      }
    },
  };
}

/** How long frames take while the timeline pans and zooms. */
async function timing(tab) {
  return tab.evaluate(async () => {
    const view = document.querySelector("[data-part=view]");
    if (view === null) return "no timeline";
    const box = view.getBoundingClientRect();
    const frames = [];
    const wheel = (extra) =>
      view.dispatchEvent(
        new WheelEvent("wheel", {
          bubbles: true,
          cancelable: true,
          clientX: box.left + 300,
          clientY: box.top + 20,
          ...extra,
        }),
      );
    const measure = async (count, act) => {
      let last = performance.now();
      for (let at = 0; at < count; at++) {
        act(at);
        await new Promise((done) => requestAnimationFrame(done));
        const now = performance.now();
        frames.push(now - last);
        last = now;
      }
    };
    const press = (key) =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    await measure(40, () => press("ArrowRight"));
    const steps = frames.splice(0).sort((a, b) => a - b);
    await measure(40, () => wheel({ deltaX: 40 }));
    await measure(40, () => wheel({ ctrlKey: true, deltaY: 40 }));
    await measure(40, () => wheel({ deltaX: 40 }));
    frames.sort((a, b) => a - b);
    return `step median ${steps[20].toFixed(1)} ms, p95 ${steps[38].toFixed(1)} ms; pan and zoom: frame median ${frames[frames.length >> 1].toFixed(1)} ms, p95 ${frames[Math.floor(frames.length * 0.95)].toFixed(1)} ms`;
  });
}

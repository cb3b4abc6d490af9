// Makes what is to be exported and hands it to the host, which saves it.

import type { ToPanel } from "../../protocol/messages.ts";
import type { Picture } from "../../trace/picture.ts";
import { shownView, wholeView } from "../player.ts";
import type { Store } from "../store.ts";
import { readTheme } from "../theme.ts";
import { THEME_VARIABLES } from "../themeVariables.ts";
import { htmlPage } from "./htmlPage.ts";
import { encodePageData } from "./pageData.ts";
import { LONGEST_WHOLE_SVG, svgOfTimeline } from "./svgExport.ts";
import { textColumns } from "./textColumns.ts";

/** More memory pictures than this make a page too heavy to mail. */
const MOST_PICTURES = 2000;

export async function exportRun(
  store: Store,
  format: "html" | "svg" | "text" | "schedule",
): Promise<void> {
  const content = await contentOf(store, format);
  if (content !== undefined) store.host.post({ kind: "export", format, content });
}

async function contentOf(
  store: Store,
  format: "html" | "svg" | "text" | "schedule",
): Promise<string | undefined> {
  const run = store.session.value.run;
  const cx = store.explain.value;
  if (run === undefined || cx === undefined) return undefined;
  const player = store.player.value;
  switch (format) {
    case "schedule":
      return run.index.trace.schedule;
    case "text":
      return textColumns(cx, store.session.value.verdict);
    case "svg": {
      const whole = player.rows <= LONGEST_WHOLE_SVG;
      return svgOfTimeline(
        run.index,
        whole ? wholeView(player.rows) : shownView(player, player.rows),
        player.pinned,
        run.ranks,
        readTheme(),
      );
    }
    case "html":
      return pageOf(store);
  }
}

async function pageOf(store: Store): Promise<string | undefined> {
  store.preparing.value = true;
  const rows = Math.min(MOST_PICTURES, store.player.value.rows);
  const pictures = await store.loadPictures(rows);
  store.preparing.value = false;
  const run = store.session.value.run;
  if (run === undefined) return undefined;
  const { trace } = run.index;
  const known = pictures.filter((picture): picture is Picture => picture !== undefined);
  const messages: ToPanel[] = [
    {
      kind: "trace",
      trace,
      scheduler: store.player.value.scheduler,
      pictures: [],
      from: 0,
      next: [],
      source: run.source,
      cursor: store.player.value.cursor,
      ...(run.whatIf ? { whatIf: true } : {}),
    },
    ...known.map((picture): ToPanel => ({
      kind: "pictures",
      from: picture.row,
      pictures: [picture],
    })),
  ];
  const verdict = store.session.value.verdict;
  if (verdict !== undefined) messages.push({ kind: "verdict", verdict });
  return htmlPage({
    title: `${trace.file} › ${trace.entry}`,
    data: encodePageData(messages),
    variables: themeVariables(),
    bodyClass: [...document.body.classList].filter((name) => name.startsWith("vscode-")).join(" "),
    nonce: randomNonce(),
  });
}

/** The theme's values at this moment, so that the page looks as the panel does. */
function themeVariables(): ReadonlyMap<string, string> {
  const style = getComputedStyle(document.documentElement);
  const values = THEME_VARIABLES.map((name) => [name, style.getPropertyValue(name)] as const);
  return new Map(values.filter(([, value]) => value !== ""));
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

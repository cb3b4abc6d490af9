// One run, as something that leaves the editor: a page, a picture, a film, text.

import { objectRanks } from "../draw/scene.ts";
import { wholeView } from "../draw/layout.ts";
import type { FileFormat, PanelLook, ToPanel } from "../protocol/messages.ts";
import { encodePageData } from "./pageData.ts";
import type { Picture } from "../trace/picture.ts";
import { buildTraceIndex } from "../trace/traceIndex.ts";
import type { Verdict } from "../trace/verdict.ts";
import { tellVerdict } from "../explain/verdictSentence.ts";
import { filmOf } from "./filmSvg.ts";
import { htmlPage, type PageLanguage } from "./htmlPage.ts";
import { textColumns } from "./textColumns.ts";
import { THEME_VARIABLES } from "./themeVariables.ts";
import { LONGEST_WHOLE_SVG, svgOfTimeline } from "./timelineSvg.ts";

export interface ExportedRun {
  /** As the panel was sent it. */
  readonly message: Extract<ToPanel, { readonly kind: "trace" }>;
  readonly verdict: Verdict | undefined;
  readonly look: PanelLook;
  readonly language: PageLanguage;
  /** For the page's own style and script. */
  readonly nonce: string;
  pictures(from: number, to: number): readonly Picture[];
}

/** More memory pictures than this make a page too heavy to mail. */
const MOST_PICTURES = 2000;

export function exportRun(run: ExportedRun, format: FileFormat): string {
  const { trace, source } = run.message;
  switch (format) {
    case "text":
      return textColumns({ index: buildTraceIndex(trace), source }, run.verdict);
    case "svg": {
      const index = buildTraceIndex(trace);
      const rows = trace.events.count;
      const whole = rows <= LONGEST_WHOLE_SVG || run.look.view === undefined;
      const view = whole ? wholeView(Math.min(rows, LONGEST_WHOLE_SVG)) : run.look.view;
      return svgOfTimeline(index, view, objectRanks(index), run.look);
    }
    case "film":
      return filmOf({ index: buildTraceIndex(trace), source }, run.look);
    case "html":
      return pageOf(run);
  }
}

function pageOf({ message, verdict, look, language, nonce, pictures }: ExportedRun): string {
  const { trace } = message;
  const known = pictures(0, Math.min(MOST_PICTURES, trace.events.count));
  const messages: ToPanel[] = [
    { ...message, pictures: [], next: [], cursor: look.cursor },
    { kind: "pictures", from: 0, pictures: known },
  ];
  if (verdict !== undefined)
    messages.push({ kind: "verdict", verdict, told: tellVerdict(verdict) });
  return htmlPage({
    title: `${trace.file} › ${trace.entry}`,
    data: encodePageData(messages),
    language,
    variables: new Map(
      THEME_VARIABLES.flatMap((name) => {
        const value = look.variables[name];
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
    bodyClass: look.bodyClass,
    nonce,
  });
}

// The run as text: a column for each thread, a line for each event.

import { eventTitle } from "../explain/eventSentence.ts";
import { plainText, shorten } from "../explain/segments.ts";
import { threadReason } from "../explain/blockReason.ts";
import type { ExplainContext } from "../explain/names.ts";
import type { Verdict } from "../trace/verdict.ts";
import { verdictSentence } from "../explain/verdictSentence.ts";
import { EXPORT_WORDS } from "../explain/exportWords.ts";

const COLUMN = 34;

export function textColumns(cx: ExplainContext, verdict: Verdict | undefined): string {
  const { trace } = cx.index;
  const threads = trace.threads;
  const number = String(trace.events.count).length;
  const head = ["".padStart(number), ...threads.map((thread) => thread.name.padEnd(COLUMN))]
    .join("  ")
    .trimEnd();
  const rule = "-".repeat(number + threads.length * (COLUMN + 2));
  const lines = [`${trace.file} › ${trace.entry}`, "", head, rule];
  for (let row = 0; row < trace.events.count; row++) {
    const thread = trace.events.thread[row] ?? 0;
    const own = wrap(withoutName(eventTitle(cx, row), threads[thread]?.name ?? ""), COLUMN);
    own.forEach((text, at) => {
      const cells = threads.map((_, column) =>
        (column === thread ? text : at === 0 ? sign(cx, column, row) : "").padEnd(COLUMN),
      );
      lines.push(
        [at === 0 ? String(row + 1).padStart(number) : "".padStart(number), ...cells]
          .join("  ")
          .trimEnd(),
      );
    });
  }
  lines.push(rule, "");
  if (verdict !== undefined) lines.push(...verdictSentence(verdict).map(plainText), "");
  if (trace.ending.stdout !== "") lines.push(`${EXPORT_WORDS.output}:`, trace.ending.stdout);
  lines.push(`${EXPORT_WORDS.schedule}: ${trace.schedule}`, "");
  return lines.join("\n");
}

/** What the other threads do meanwhile: nothing to say while they are ready. */
function sign(cx: ExplainContext, thread: number, row: number): string {
  const reason = plainText(threadReason(cx, thread, row));
  if (/^(waits|is parked|sleeps)/.test(reason)) return `· ${shorten(reason, COLUMN - 2)}`;
  return "";
}

function withoutName(title: string, name: string): string {
  return title.startsWith(`${name} `) ? title.slice(name.length + 1) : title;
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) =>
    part.length > width ? `${part.slice(0, width - 1)}…` : part,
  );
}

// Every text that people read and a translation has to give: the tables of `explain` and of the panel, and what the
// declarations of std say.

import { textsOf } from "../../src/base/language.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { TABLES } from "../../src/explain/tables.ts";
import { spokenTexts } from "../../src/ide/stdWords.ts";
import { PANEL_TABLES } from "../../src/webview/words.ts";

/** Sorted, each once. Texts without a letter outside of what is filled in are the same in every language. */
export function allTexts(): readonly string[] {
  const texts = [
    ...textsOf(TABLES),
    ...textsOf(PANEL_TABLES),
    ...spokenTexts(createEngine().std()),
  ];
  return [...new Set(texts)].filter((text) => /[a-z]/i.test(text.replace(/\{\w+\}/g, ""))).sort();
}

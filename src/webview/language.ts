// The panel's language: the host, or an exported page, carries the catalogue; the tables are filled in before anything is drawn.

import { translate, type Catalogue } from "../base/language.ts";
import { RUN_TABLES } from "../explain/runTables.ts";
import { LANGUAGE_ID } from "../protocol/page.ts";
import { PANEL_TABLES } from "./words.ts";

export function speakLanguage(page: Document): void {
  const text = page.getElementById(LANGUAGE_ID)?.textContent;
  if (typeof text !== "string") return;
  const catalogue = JSON.parse(text) as Catalogue;
  translate(RUN_TABLES, catalogue);
  translate(PANEL_TABLES, catalogue);
}

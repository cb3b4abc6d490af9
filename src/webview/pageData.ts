// What an exported page carries instead of a host's messages; `exports/pageData.ts` writes it.

import { PAGE_DATA_ID } from "../protocol/messages.ts";
import type { ToPanel } from "../protocol/messages.ts";

export function decodePageData(text: string): readonly ToPanel[] {
  const messages: unknown = JSON.parse(text, (_, value: unknown) => decodeColumn(value));
  return Array.isArray(messages) ? (messages as ToPanel[]) : [];
}

/** The messages of this page; none in VS Code. */
export function readPageData(page: Document): readonly ToPanel[] {
  const element = page.getElementById(PAGE_DATA_ID);
  return element === null ? [] : decodePageData(element.textContent ?? "[]");
}

const COLUMNS = { Uint8Array, Uint16Array, Uint32Array, Int32Array } as const;

type ColumnName = keyof typeof COLUMNS;

function decodeColumn(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("column" in value) || !("base64" in value))
    return value;
  const make = COLUMNS[value.column as ColumnName];
  if (make === undefined || typeof value.base64 !== "string") return value;
  const text = atob(value.base64);
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  return new make(bytes.buffer);
}

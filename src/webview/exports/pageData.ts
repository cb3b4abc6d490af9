// What an exported page carries: the messages that the host would send, as JSON in a script element that nobody executes.
// Columns are base64, since a page cannot hold bytes; `<` is escaped, so that no program text can end the element.

import type { ToPanel } from "../../protocol/messages.ts";

export const DATA_ID = "lockstep-data";

/** JSON that is safe inside a script element. */
export function encodePageData(messages: readonly ToPanel[]): string {
  return JSON.stringify(messages, (_, value: unknown) => encodeColumn(value))
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

export function decodePageData(text: string): readonly ToPanel[] {
  const messages: unknown = JSON.parse(text, (_, value: unknown) => decodeColumn(value));
  return Array.isArray(messages) ? (messages as ToPanel[]) : [];
}

/** The messages of this page; none in VS Code. */
export function readPageData(page: Document): readonly ToPanel[] {
  const element = page.getElementById(DATA_ID);
  return element === null ? [] : decodePageData(element.textContent ?? "[]");
}

const COLUMNS = { Uint8Array, Uint16Array, Uint32Array, Int32Array } as const;

type ColumnName = keyof typeof COLUMNS;

function encodeColumn(value: unknown): unknown {
  if (!ArrayBuffer.isView(value) || value instanceof DataView) return value;
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { column: value.constructor.name, base64: btoa(text) };
}

function decodeColumn(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("column" in value) || !("base64" in value))
    return value;
  const make = COLUMNS[value.column as ColumnName];
  if (make === undefined || typeof value.base64 !== "string") return value;
  const text = atob(value.base64);
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  return new make(bytes.buffer);
}

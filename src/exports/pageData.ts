// What an exported page carries: the messages that the host would send, as JSON in a script element that nobody executes.
// Columns are base64, since a page cannot hold bytes; `<` is escaped, so that no program text can end the element.
// `webview/pageData.ts` reads it.

import { base64Of } from "../base/base64.ts";
import type { ToPanel } from "../protocol/messages.ts";
import { scriptJson } from "../protocol/page.ts";

export function encodePageData(messages: readonly ToPanel[]): string {
  return scriptJson(messages, (_, value) => encodeColumn(value));
}

function encodeColumn(value: unknown): unknown {
  if (!ArrayBuffer.isView(value) || value instanceof DataView) return value;
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return { column: value.constructor.name, base64: base64Of(bytes) };
}

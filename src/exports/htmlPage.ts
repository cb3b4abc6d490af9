// A page that plays the run by itself. Style and player are put in by the host at two marks: the panel cannot read its own
// files. The page allows its own style and script and nothing else; no request leaves it.

import { escape } from "./escape.ts";
import type { Catalogue } from "../base/language.ts";
import { PAGE_DATA_ID } from "../protocol/messages.ts";
import { LANGUAGE_ID, scriptJson } from "../protocol/page.ts";

export const STYLE_MARK = "/*lockstep:style*/";
export const SCRIPT_MARK = "/*lockstep:script*/";

/** The language that the page speaks; without a catalogue, English. */
export interface PageLanguage {
  readonly name: string;
  readonly catalogue?: Catalogue;
}

export interface PageParts {
  readonly title: string;
  /** Safe inside a script element: see encodePageData. */
  readonly data: string;
  readonly language: PageLanguage;
  /** Values of the theme's variables, by name. */
  readonly variables: ReadonlyMap<string, string>;
  /** Classes of the body, which tell light from dark. */
  readonly bodyClass: string;
  /** Only this page's own elements carry it. */
  readonly nonce: string;
}

export function htmlPage(parts: PageParts): string {
  const policy = `default-src 'none'; style-src 'nonce-${parts.nonce}'; script-src 'nonce-${parts.nonce}'; base-uri 'none'; form-action 'none'`;
  const variables = [...parts.variables]
    .map(([name, value]) => `${name}:${cssValue(value)};`)
    .join("");
  const { catalogue } = parts.language;
  const words =
    catalogue === undefined
      ? ""
      : `<script type="application/json" id="${LANGUAGE_ID}" nonce="${parts.nonce}">${scriptJson(catalogue)}</script>
`;
  return `<!DOCTYPE html>
<html lang="${escape(parts.language.name)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(parts.title)}</title>
<style nonce="${parts.nonce}">:root{${variables}}
${STYLE_MARK}</style>
</head>
<body class="${escape(parts.bodyClass)}">
<div id="root"></div>
${words}<script type="application/json" id="${PAGE_DATA_ID}" nonce="${parts.nonce}">${parts.data}</script>
<script nonce="${parts.nonce}">${SCRIPT_MARK}</script>
</body>
</html>
`;
}

/** A value that cannot leave its declaration. */
function cssValue(value: string): string {
  return value.replace(/[<>{};]/g, " ").trim();
}

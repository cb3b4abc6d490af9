// A pseudo-locale: English with accents on its vowels, so that what nobody has translated shows.

import type { Catalogue } from "../../src/base/language.ts";

const ACCENTS: Readonly<Record<string, string>> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  y: "ý",
};

/** Placeholders and code stay; every other vowel gets an accent. */
export function pseudo(text: string): string {
  return text
    .split(/(\{\w+\}|`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/[aeiouy]/gi, (one) => ACCENTS[one.toLowerCase()] ?? one),
    )
    .join("");
}

export function pseudoCatalogue(texts: readonly string[]): Catalogue {
  return Object.fromEntries(texts.map((text) => [text, pseudo(text)]));
}

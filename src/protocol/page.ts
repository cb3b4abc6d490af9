// Data in a page: JSON in a script element that nobody executes, so that no text in it can become markup.

/** Element with the catalogue of the panel's language; missing where people are spoken to in English. */
export const LANGUAGE_ID = "lockstep-language";

/** JSON that is safe inside a script element. */
export function scriptJson(
  value: unknown,
  replacer?: (key: string, value: unknown) => unknown,
): string {
  return JSON.stringify(value, replacer)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

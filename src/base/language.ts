// The language that people are spoken to in: the tables of words, filled in from a catalogue of translated sentences.
//
// A catalogue is keyed by the English text, placeholders and marks included, as VS Code's `l10n` bundles are. A process speaks
// one language, known when it starts: each entry (extension, checking thread, panel) puts the catalogue into its tables once,
// before anything is said. That is why sentences need no language among their parameters, and why English costs nothing.
//
// Not translated: rustc's own messages and the names of what is not modelled, which people look up by their wording.

/** English text → the same in another language. What is missing stays English. */
export type Catalogue = Readonly<Record<string, string>>;

/** A table of words: texts, however they are grouped. */
export type Words = string | readonly Words[] | { readonly [name: string]: Words };

/** Puts the catalogue into the tables. */
export function translate(tables: Words, catalogue: Catalogue | undefined): void {
  if (catalogue === undefined || typeof tables === "string") return;
  const open = tables as Record<string, Words>;
  for (const [name, words] of Object.entries(open)) {
    if (typeof words !== "string") translate(words, catalogue);
    else open[name] = catalogue[words] ?? words;
  }
}

/** Every text of the tables. */
export function textsOf(tables: Words): readonly string[] {
  return typeof tables === "string" ? [tables] : Object.values(tables).flatMap(textsOf);
}

// What std's own declarations say to people: their doc comments (concept cards) and the sentences in their attributes. They
// stand in src/std/*.rs beside what they describe; a catalogue has them by their English text, as it has the tables of `explain`.

import type { Analysis } from "../driver/contract.ts";
import type { Def, DefId, Program } from "../hir/defs.ts";

/** Attributes whose value is read by people. */
export const SPOKEN = ["err", "repair", "waits", "why"] as const;

/** `#[lockstep::err = "…"]` of a declaration, in the editor's language. */
export function spoken(
  { program, catalogue }: Pick<Analysis, "program" | "catalogue">,
  def: DefId,
  attribute: (typeof SPOKEN)[number],
): string | undefined {
  const text = program.marker(def, attribute);
  return text === undefined ? undefined : (catalogue[text] ?? text);
}

/** The doc comment of a declaration as one paragraph of English. */
export function paragraph(doc: string): string {
  return doc.trim().replace(/\s*\n\s*/g, " ");
}

/** Cards are shown in modules that declare themselves to be about sharing, threads or locks (`#![lockstep::concept]`). */
export function isOnSubject(program: Program, def: Def): boolean {
  for (
    let at: Def | undefined = def;
    at !== undefined;
    at = at.parent === undefined ? undefined : program.def(at.parent)
  ) {
    if (program.marker(at.id, "concept") !== undefined) return true;
  }
  return false;
}

/** Every sentence that `program`'s own declarations carry. */
export function spokenTexts(program: Program): readonly string[] {
  return program.localDefs.flatMap((id) => {
    const def = program.def(id);
    const doc = isOnSubject(program, def) && isPublic(program, def) ? def.doc : undefined;
    const attributes = SPOKEN.map((attribute) => program.marker(id, attribute));
    return [...(doc === undefined ? [] : [paragraph(doc)]), ...attributes].filter(
      (text) => text !== undefined,
    );
  });
}

/** Nothing around it is a module's own business. What implements a trait is as visible as the trait. */
function isPublic(program: Program, def: Def): boolean {
  const parent = def.parent === undefined ? undefined : program.def(def.parent);
  const ofTrait = parent?.kind === "impl" && parent.trait !== undefined;
  const inherits = ofTrait || ["impl", "variant", "mod"].includes(def.kind);
  if (!inherits && "visibility" in def && def.visibility.kind !== "public") return false;
  return parent === undefined || isPublic(program, parent);
}

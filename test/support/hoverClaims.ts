// What hovers must say, written below a program so that its line numbers stay put:
//
//     //? 7 total: **Shared by 5 owners**     the hover on `total` in line 7 contains this
//     //? 9 total#2 is silent                 the second `total` of line 9 has no hover
//     //? 9 total never: words                the hover does not contain this

export interface HoverClaim {
  /** Line of the claim itself, for messages. */
  readonly at: number;
  readonly offset: number;
  readonly word: string;
  readonly kind: "says" | "never" | "silent";
  readonly text: string;
}

const CLAIM = /^\/\/\? (\d+) (\S+?)(?:#(\d+))?(?: (never|is silent))?(?:: (.*))?$/;

export function readHoverClaims(text: string): HoverClaim[] {
  const lines = text.split("\n");
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  return lines.flatMap((line, index) => {
    if (!line.startsWith("//?")) return [];
    const match = CLAIM.exec(line);
    if (match === null) throw new Error(`line ${index + 1}: not a claim: ${line}`);
    const [, number, word = "", nth, how, said = ""] = match;
    const source = lines[Number(number) - 1] ?? "";
    const column = columnOf(source, word, Number(nth ?? 1));
    if (column < 0) throw new Error(`line ${index + 1}: no ${word} in line ${number}: ${source}`);
    const kind = how === "never" ? "never" : how === "is silent" ? "silent" : "says";
    const start = starts[Number(number) - 1] ?? 0;
    return [{ at: index + 1, offset: start + column, word, kind, text: said.trim() }];
  });
}

/** Column of the nth occurrence as a word of its own. */
function columnOf(line: string, word: string, nth: number): number {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = /^\w/.test(word) ? new RegExp(`\\b${escaped}\\b`, "g") : new RegExp(escaped, "g");
  return [...line.matchAll(pattern)][nth - 1]?.index ?? -1;
}

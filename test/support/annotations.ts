// Facts about marked ranges: a comment line whose carets stand below the range that they speak of.
//
//     let guard = lock.lock().unwrap();
//         ^^^^^ type: MutexGuard<'_, i32>   (written behind `//` in the first two columns)

export interface Annotation {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** The word before the colon. */
  readonly fact: string;
  readonly value: string;
}

export function readAnnotations(text: string): Annotation[] {
  const out: Annotation[] = [];
  let offset = 0;
  let target = 0;
  text.split("\n").forEach((line, index) => {
    const match = /^\s*\/\/\s*(\^+) ([\w ]+): (.*)$/.exec(line);
    if (match) {
      const from = line.indexOf("^");
      const carets = match[1] ?? "";
      out.push({
        start: target + from,
        end: target + from + carets.length,
        line: index + 1,
        fact: match[2] ?? "",
        value: (match[3] ?? "").trim(),
      });
    } else {
      target = offset;
    }
    offset += line.length + 1;
  });
  return out;
}

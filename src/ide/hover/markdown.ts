// Program text in Markdown: always as code, never as markup.

/** Inline code that holds any text, backticks included (CommonMark §6.1). */
export function code(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  const runs = flat.match(/`+/g)?.map((run) => run.length) ?? [];
  let fence = "`";
  while (runs.includes(fence.length)) fence += "`";
  const pad = flat.startsWith("`") || flat.endsWith("`") || flat === "" ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** A message of a compiler, in which backticks quote code: the rest is escaped. */
export function prose(message: string): string {
  return message
    .split(/(`[^`]*`)/)
    .map((part) =>
      part.startsWith("`") && part.length > 1 ? code(part.slice(1, -1)) : escape(part),
    )
    .join("");
}

export function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, (mark) => `\\${mark}`).replace(/\s+/g, " ");
}

// The text of a doc comment, as rustdoc reads it.

export function docText(comment: string): string {
  const text = comment.replaceAll("\r\n", "\n");
  if (text.startsWith("//")) return text.slice(3);
  return beautified(text.slice(3, text.endsWith("*/") && text.length >= 5 ? -2 : undefined));
}

/** A block comment without the column of stars that its lines may begin with. */
function beautified(body: string): string {
  const lines = body.split("\n");
  if (lines.length === 1) return body;
  if (/^\**\s*$/.test(lines[0] ?? "")) lines.shift();
  if (/^\s*\**\s*$/.test(lines.at(-1) ?? "")) lines.pop();
  const rest = lines.filter((line) => line.trim() !== "");
  if (rest.length > 0 && rest.every((line) => /^\s*\*/.test(line)))
    return lines.map((line) => line.replace(/^\s*\*/, "")).join("\n");
  const indent = Math.min(...rest.map((line) => line.length - line.trimStart().length));
  return Number.isFinite(indent) && indent > 0
    ? lines.map((line) => line.slice(indent)).join("\n")
    : lines.join("\n");
}

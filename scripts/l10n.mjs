// npm run l10n: collects what the extension says through vscode.l10n.t into l10n/bundle.l10n.json, the file that translators copy.
// The words of hovers, verdicts and events are tables of their own in src/explain.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "./say.mjs";

export function l10nBundle() {
  const found = new Set();
  for (const file of readdirSync("src/extension", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const text = readFileSync(join("src/extension", file), "utf8");
    for (const [, quoted] of text.matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g))
      found.add(JSON.parse(quoted));
  }
  return Object.fromEntries([...found].sort().map((text) => [text, text]));
}

if (process.argv[1]?.endsWith("l10n.mjs")) {
  mkdirSync("l10n", { recursive: true });
  writeFileSync("l10n/bundle.l10n.json", `${JSON.stringify(l10nBundle(), null, 2)}\n`);
  say("wrote l10n/bundle.l10n.json");
}

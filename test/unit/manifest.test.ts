// The manifest: every word of it can be translated, every command is registered, nothing of development is shipped.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const text = readFileSync("package.json", "utf8");
const manifest = JSON.parse(text);
const words: Record<string, string> = JSON.parse(readFileSync("package.nls.json", "utf8"));

const sources = readdirSync("src/extension", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join("src/extension", file), "utf8"))
  .join("\n");

describe("the manifest", () => {
  it("takes its words from package.nls.json, and uses all of them", () => {
    const used = new Set([...text.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? ""));
    assert.deepEqual(
      [...used].filter((key) => words[key] === undefined || words[key] === ""),
      [],
    );
    assert.deepEqual(
      Object.keys(words).filter((key) => !used.has(key)),
      [],
    );
  });

  it("leaves no title or description untranslatable", () => {
    const plain: string[] = [];
    const walk = (node: unknown, path: string) => {
      if (typeof node !== "object" || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        const spoken = /^(title|description|markdownDescription|altText)$/.test(key);
        if (spoken && typeof value === "string" && !value.startsWith("%") && value !== "Lockstep")
          plain.push(`${path}.${key}`);
        walk(value, `${path}.${key}`);
      }
    };
    walk(manifest.contributes, "contributes");
    assert.deepEqual(plain, []);
  });

  it("has a handler for every command and a description for every setting", () => {
    const commands: string[] = manifest.contributes.commands.map(
      (one: { command: string }) => one.command,
    );
    assert.deepEqual(
      commands.filter((command) => !sources.includes(`"${command}"`)),
      [],
    );
    const settings = Object.entries<Record<string, unknown>>(
      manifest.contributes.configuration.properties,
    );
    for (const [name, { markdownDescription, default: initial }] of settings) {
      assert.ok(markdownDescription !== undefined && initial !== undefined, name);
      assert.ok(sources.includes(`"${name.slice("lockstep.".length)}"`), `${name} is never read`);
    }
  });

  it("names files that exist", () => {
    const media = manifest.contributes.walkthroughs.flatMap(
      (one: { steps: { media: { svg: string } }[] }) => one.steps.map((step) => step.media.svg),
    );
    for (const file of [manifest.icon, ...media]) assert.ok(existsSync(file), file);
  });

  it("starts with Rust files, links and restored panels only", () => {
    assert.deepEqual(manifest.activationEvents, [
      "onLanguage:rust",
      "onUri",
      "onWebviewPanel:lockstep.panel",
    ]);
  });
});

// The panel's script is parsed before anything can be seen: it has a budget.

import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, it } from "mocha";

const BUDGET = 60_000;

describe("panel: size", () => {
  it("stays within 60 kB, compressed", async () => {
    const { outputFiles } = await build({
      bundle: true,
      minify: true,
      write: false,
      platform: "browser",
      format: "iife",
      target: "es2023",
      jsx: "automatic",
      jsxImportSource: "preact",
      entryPoints: ["src/webview/main.tsx"],
      define: { LOCKSTEP_UNIVERSAL: "false" },
    });
    const size = gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
    assert.ok(size <= BUDGET, `${size} bytes`);
  }).timeout(20_000);
});

// The reader of the comments in test/programs, as the tests use it.
import { build } from "esbuild";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export async function ownDirectives() {
  const folder = join(".cache", "oracle", String(process.pid));
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, "directives.mjs");
  await build({
    entryPoints: ["test/support/directives.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  return (await import(pathToFileURL(outfile).href)).readProgram;
}

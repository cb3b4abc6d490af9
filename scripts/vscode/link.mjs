// Puts the built extension where the server looks for extensions, as an installed one.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Copies what a package would contain; a link would make the server watch node_modules. */
export function linkExtension(dataDir) {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const name = `${manifest.publisher}.${manifest.name}-${manifest.version}`;
  const folder = resolve(dataDir, "extensions", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ["package.json", "package.nls.json", "l10n", "README.md", "dist", "media"])
    cpSync(part, join(folder, part), { recursive: true });
  const location = { $mid: 1, path: pathToFileURL(folder).pathname, scheme: "file" };
  const entry = {
    identifier: { id: `${manifest.publisher}.${manifest.name}` },
    version: manifest.version,
    location,
    relativeLocation: name,
  };
  writeFileSync(resolve(dataDir, "extensions", "extensions.json"), JSON.stringify([entry]));
  return folder;
}

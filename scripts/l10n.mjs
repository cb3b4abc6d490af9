// npm run l10n: collects every text that people read into l10n/bundle.l10n.json, the file that translators copy to
// bundle.l10n.LANGUAGE.json. Keys are the English texts (src/base/language.ts).
import { createRequire } from "node:module";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { say } from "./say.mjs";
import { stdPlugin } from "./stdPlugin.mjs";

const outfile = resolve(`.cache/texts_${process.pid}.cjs`);
await build({
  entryPoints: ["test/support/allTexts.ts"],
  outfile,
  bundle: true,
  platform: "node",
  format: "cjs",
  plugins: [stdPlugin],
  logLevel: "error",
});
const { allTexts } = createRequire(import.meta.url)(outfile);
rmSync(outfile, { force: true });
const bundle = Object.fromEntries(allTexts().map((text) => [text, text]));
mkdirSync("l10n", { recursive: true });
writeFileSync("l10n/bundle.l10n.json", `${JSON.stringify(bundle, null, 2)}\n`);
say(`wrote l10n/bundle.l10n.json: ${Object.keys(bundle).length} texts`);

// The package's one bundle: extension and checking thread, on the desktop and in the browser, share the engine's code.
//
// What each of them needs alone (`vscode`, Node's modules) is loaded only by the part that asks for it. std goes in as text,
// a tenth of its snapshot; it is read when the first file needs it.
import { writeFileSync } from "node:fs";
import { build } from "esbuild";
import { stdText } from "./stdPlugin.mjs";

const ENTRY = `
const inBrowser = typeof WorkerGlobalScope !== "undefined";
if (globalThis.lockstepWorker === true)
  inBrowser ? import("./src/worker/web.ts") : import("./src/worker/node.ts");

/** The worker's code is this file again, told by a flag what it is. */
export async function activate(context) {
  const host = inBrowser
    ? await import("./src/extension/web/activate.ts")
    : await import("./src/extension/node/activate.ts");
  return host.activate(context);
}
`;

export async function buildUniversal(common, out) {
  await build({
    ...common,
    stdin: { contents: ENTRY, resolveDir: ".", sourcefile: "universal.ts", loader: "ts" },
    outfile: `${out}/lockstep.js`,
    platform: "neutral",
    format: "cjs",
    charset: "utf8",
    legalComments: "none",
    external: ["vscode", "node:*"],
    define: { LOCKSTEP_UNIVERSAL: "true" },
    plugins: [stdText],
  });
  writeFileSync(`${out}/extension.js`, 'module.exports = require("./lockstep.js");\n');
  writeFileSync(
    `${out}/worker.js`,
    'globalThis.lockstepWorker = true;\nrequire("./lockstep.js");\n',
  );
}

// The package's one bundle: extension and checking thread, on the desktop and in the browser, share the engine's code.
//
// What each of them needs alone (`vscode`, Node's modules) is there or not; what asks for it runs only where it is. std goes in
// as text, a tenth of its snapshot; it is read when the first file needs it.
import { writeFileSync } from "node:fs";
import { build } from "esbuild";
import { shorten } from "./shorten.mjs";
import { stdText } from "./stdPlugin.mjs";

const ENTRY = `
import { activate as activateOnDesktop } from "./src/extension/node/activate.ts";
import { activate as activateInBrowser } from "./src/extension/web/activate.ts";
import { startWorker as startThread } from "./src/worker/node.ts";
import { startWorker as startWebWorker } from "./src/worker/web.ts";

const inBrowser = typeof WorkerGlobalScope !== "undefined";
if (globalThis.lockstepWorker === true) inBrowser ? startWebWorker() : startThread();

/** The worker's code is this file again, told by a flag what it is. */
export function activate(context) {
  return inBrowser ? activateInBrowser(context) : activateOnDesktop(context);
}
`;

/** An import of what only one host has: elsewhere, something of which every member is the same nothing. Dynamic imports instead would wrap every module that they reach. */
const hostModules = {
  name: "lockstep-host",
  setup(build) {
    build.onResolve({ filter: /^(vscode$|node:)/ }, ({ path, namespace }) =>
      namespace === "lockstep-host"
        ? { path, external: true }
        : { path, namespace: "lockstep-host" },
    );
    build.onLoad({ filter: /.*/, namespace: "lockstep-host" }, ({ path }) => ({
      contents: `
        const nothing = new Proxy(() => nothing, { get: () => nothing, getPrototypeOf: () => nothing });
        try { module.exports = require(${JSON.stringify(path)}); } catch { module.exports = nothing; }`,
      loader: "js",
    }));
  },
};

export async function buildUniversal(common, out) {
  await build({
    ...common,
    stdin: { contents: ENTRY, resolveDir: ".", sourcefile: "universal.ts", loader: "ts" },
    outfile: `${out}/lockstep.js`,
    platform: "neutral",
    format: "cjs",
    charset: "utf8",
    legalComments: "none",
    define: { LOCKSTEP_UNIVERSAL: "true" },
    plugins: [stdText, hostModules],
  });
  await shorten(`${out}/lockstep.js`);
  writeFileSync(`${out}/extension.js`, 'module.exports = require("./lockstep.js");\n');
  writeFileSync(
    `${out}/worker.js`,
    'globalThis.lockstepWorker = true;\nrequire("./lockstep.js");\n',
  );
}

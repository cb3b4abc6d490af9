// What starts the checking thread in a bundle of its own: esbuild's `stdin`. `host`: node or web.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

export const workerEntry = (host) => ({
  contents: `import { startWorker } from "./src/worker/${host}.ts"; startWorker();`,
  resolveDir: root,
});

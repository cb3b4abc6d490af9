// esbuild plugin: the module `lockstep:std` is the text of every src/std/**/*.rs.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "src", "std");

export const stdPlugin = {
  name: "lockstep-std",
  setup(build) {
    build.onResolve({ filter: /^lockstep:std$/ }, () => ({ path: "std", namespace: "lockstep" }));
    build.onLoad({ filter: /.*/, namespace: "lockstep" }, () => {
      const files = readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".rs"))
        .sort();
      const sources = files.map((file) => ({
        name: relative(root, join(root, file)).replaceAll("\\", "/").replace(/\.rs$/, ""),
        text: readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n"),
      }));
      return {
        contents: `export const STD_SOURCES = ${JSON.stringify(sources)};`,
        loader: "js",
        watchFiles: files.map((file) => join(root, file)),
      };
    });
  },
};

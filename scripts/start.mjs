// npm start: sets up, builds, and opens VS Code with the extension on samples/.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { say, stop } from "./say.mjs";
import { setUp } from "./setup.mjs";

setUp();
say("building");
if (spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" }).status !== 0) {
  stop("The build failed; the messages above name file and line.");
}
const windows = process.platform === "win32";
const desktop = spawnSync("code", ["--version"], { shell: windows, stdio: "ignore" }).status === 0;
if (desktop) {
  say("opening VS Code");
  const args = [`--extensionDevelopmentPath=${resolve(".")}`, resolve("samples")];
  const run = spawnSync("code", args, { stdio: "inherit", shell: windows });
  if (run.status !== 0)
    stop("`code` could not open the folder; start VS Code yourself and press F5 in this project.");
} else {
  await openInBrowser();
}

async function openInBrowser() {
  const { installServer, startServer } = await import("./vscode/server.mjs");
  const { linkExtension } = await import("./vscode/link.mjs");
  installServer();
  const dataDir = resolve(".cache", "start");
  mkdirSync(dataDir, { recursive: true });
  linkExtension(dataDir);
  const token = randomBytes(16).toString("hex");
  const server = await startServer({ dataDir, token, smoke: false }).catch((error) =>
    stop(error.message),
  );
  const url = `${server.base}/?folder=${encodeURIComponent(resolve("samples"))}&tkn=${token}`;
  say(`VS Code is at ${url}`);
  say("press Ctrl+C to end it");
  openBrowser(url);
  process.on("SIGINT", () => {
    server.stop();
    process.exit(0);
  });
  process.on("SIGTERM", () => {
    server.stop();
    process.exit(0);
  });
}

function openBrowser(url) {
  const [command, args] =
    process.platform === "darwin"
      ? ["open", [url]]
      : windows
        ? ["cmd", ["/c", "start", "", url]]
        : ["xdg-open", [url]];
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  spawnSync(command, args, { stdio: "ignore" });
}

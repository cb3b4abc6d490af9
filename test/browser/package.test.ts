// The package: small, complete, installs from its file, and works in the web host, where the extension has no Node.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import {
  installFromFile,
  packExtension,
  startWebHost,
  unpack,
  type WebHost,
} from "../support/packaged.ts";
import { hoverOver, panelFrame, runCommand } from "../support/workbench.ts";

describe("the package", function () {
  this.timeout(240_000);
  let vsix = "";
  let bytes = 0;
  let files: readonly string[] = [];
  let folder = "";

  before(() => {
    ({ vsix, bytes } = packExtension());
    ({ files, folder } = unpack(vsix));
  });

  it("is under 600 KB and carries what it must, nothing of development", () => {
    assert.ok(bytes < 600 * 1024, `${bytes} bytes`);
    for (const file of [
      "extension.vsixmanifest",
      "[Content_Types].xml",
      "extension/package.json",
      "extension/package.nls.json",
      "extension/README.md",
      "extension/CHANGELOG.md",
      "extension/LICENSE-MIT",
      "extension/THIRD-PARTY-NOTICES",
      "extension/dist/lockstep.js",
      "extension/dist/webview.js",
      "extension/media/icon.png",
    ])
      assert.ok(files.includes(file), file);
    const stray = files.filter((file) =>
      /node_modules|\.ts$|\.map$|\/test\/|\/scripts\//.test(file),
    );
    assert.deepEqual(stray, []);
  });

  it("installs from its file", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "lockstep-install-"));
    try {
      const said = await installFromFile(dataDir, vsix);
      assert.match(said, /lockstep\.vsix' was successfully installed/);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  describe("in the web host", () => {
    let host: WebHost;
    let page: Page;
    let panel: Frame;

    before(async () => {
      host = await startWebHost(folder);
      page = host.page;
    });
    after(async () => host?.close());

    it("starts with a command and opens its example as an untitled file", async () => {
      await runCommand(page, "Lockstep: Open an example");
      await page.locator(".view-lines", { hasText: "thread::spawn" }).waitFor({ timeout: 60_000 });
      await page
        .locator(".codelens-decoration", { hasText: "Visualize concurrency · 4 threads · 1 mutex" })
        .waitFor({ timeout: 60_000 });
    });

    it("hovers", async () => {
      assert.match(await hoverOver(page, "lock"), /Acquires counter/);
    });

    it("runs and explores in its web worker", async () => {
      await page.mouse.move(5, 5);
      await runCommand(page, "Visualize concurrency");
      panel = await panelFrame(page);
      await panel.getByText("Result: 3").first().waitFor({ timeout: 60_000 });
      await panel
        .getByText(/under every schedule/)
        .first()
        .waitFor({ timeout: 60_000 });
    });
  });
});

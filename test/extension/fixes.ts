// Journeys of messages and their fixes: code actions that work, warnings with pages, settings, silence where others speak.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codeOf, eventually, find, open, ours } from "./editor.ts";

async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: string,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    kind,
  );
}

async function untitled(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: "rust", content });
  await vscode.window.showTextDocument(document);
  return document;
}

async function reported(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> {
  return eventually(code, () => ours(document).find((one) => codeOf(one) === code));
}

const MOVED = `use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let counter = Arc::new(Mutex::new(0));
    for _ in 0..2 {
        thread::spawn(move || *counter.lock().unwrap() += 1);
    }
}
`;

const PLAIN = 'fn main() {\n    let n = 1;\n    n += 1;\n    println!("{n}");\n}\n';

describe("Messages and fixes in the extension host", () => {
  const settings = () => vscode.workspace.getConfiguration("lockstep");

  it("clones the Arc before the closure takes it", async () => {
    const document = await untitled(MOVED);
    const error = await reported(document, "E0382");
    const actions = await actionsAt(document, error.range);
    const clone = actions.find((one) => one.title.startsWith("Clone `counter`"));
    assert.ok(clone?.edit, actions.map((one) => one.title).join("; "));
    assert.ok(await vscode.workspace.applyEdit(clone.edit));
    assert.match(document.getText(), /let counter = Arc::clone\(&counter\);\n {8}thread::spawn/);
    await eventually("no error", () => (ours(document).length === 0 ? true : undefined));
  });

  it("offers the only fix as the preferred one, and all of them at once", async () => {
    const document = await untitled(MOVED.replace("for _", "let n = 1;\n    n += 1;\n    for _"));
    const error = await reported(document, "E0384");
    const [only] = (await actionsAt(document, error.range)).filter((one) =>
      one.title.includes("mut"),
    );
    assert.equal(only?.isPreferred, true);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [all] = await actionsAt(document, whole, "source.fixAll.lockstep");
    assert.ok(all?.edit);
    await vscode.workspace.applyEdit(all.edit);
    await eventually("no error", () => (ours(document).length === 0 ? true : undefined));
  });

  it("warns of locks in opposite orders, with a page behind the code", async () => {
    const document = await open("src/bin/two_locks.rs");
    const warning = await reported(document, "lockstep::lock_order");
    assert.equal(warning.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok((warning.relatedInformation?.length ?? 0) >= 2);
    const target = typeof warning.code === "object" ? warning.code.target : undefined;
    assert.ok(target);
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(page, /^# `lockstep::lock_order`/);
  });

  it("has the severity that the settings say", async () => {
    const document = await open("src/bin/two_locks.rs");
    await reported(document, "lockstep::lock_order");
    try {
      await settings().update("diagnostics.severity", { lock_order: "error" }, true);
      await eventually("an error", () => ours(document).find((one) => one.severity === 0));
      await settings().update("diagnostics.severity", { lock_order: "off" }, true);
      await eventually("nothing", () => (ours(document).length === 0 ? true : undefined));
    } finally {
      await settings().update("diagnostics.severity", undefined, true);
    }
  });

  it("is silent while another extension reports the same code on the line", async () => {
    const document = await untitled(MOVED);
    const error = await reported(document, "E0382");
    const others = vscode.languages.createDiagnosticCollection("rustc");
    const same = new vscode.Diagnostic(error.range, "borrow of moved value");
    same.code = "E0382";
    others.set(document.uri, [same]);
    await eventually("silence", () => (ours(document).length === 0 ? true : undefined));
    others.dispose();
    await reported(document, "E0382");
  });

  it("speaks unasked only where threads, locks or sharing are used", async () => {
    const document = await untitled(PLAIN);
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(ours(document), []);
    try {
      await settings().update("diagnostics.everywhere", true, true);
      await reported(document, "E0384");
    } finally {
      await settings().update("diagnostics.everywhere", undefined, true);
    }
  });

  it("finds the place in a Markdown fence", async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "markdown",
      content: `# Notes\n\n\`\`\`rust\n${MOVED}\`\`\`\n`,
    });
    await vscode.window.showTextDocument(document);
    const error = await reported(document, "E0382");
    assert.equal(error.range.start.line, find(document, "move ||").line);
    const clone = (await actionsAt(document, error.range)).find((one) =>
      one.title.startsWith("Clone"),
    );
    assert.ok(clone?.edit);
    await vscode.workspace.applyEdit(clone.edit);
    assert.match(document.getText(), /let counter = Arc::clone\(&counter\);\n {8}thread::spawn/);
  });
});

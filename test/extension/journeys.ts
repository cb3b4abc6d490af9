// Journeys inside the extension host: what the extension offers to VS Code, on the files of samples/.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codeOf, eventually, find, open, ours } from "./editor.ts";

interface Api {
  readonly version: string;
  readonly openPanels: () => number;
}

async function hover(document: vscode.TextDocument, text: string, nth = 1): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    find(document, text, nth).translate(0, 1),
  );
  return hovers
    .flatMap((one) => one.contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

describe("Lockstep in the extension host", () => {
  let api: Api;

  before(async () => {
    const extension = vscode.extensions.getExtension<Api>("lockstep.lockstep");
    assert.ok(extension, "the extension is there");
    api = await extension.activate();
  });

  it("reports the moved counter on rustc's line, with the closure beside it", async () => {
    const document = await open("src/bin/moved_counter.rs");
    const found = await eventually("E0382", () =>
      ours(document).find((one) => codeOf(one) === "E0382"),
    );
    assert.equal(found.message, "borrow of moved value: `counter`");
    assert.equal(found.range.start.line, find(document, "println!").line);
    const closure = find(document, "move ||").line;
    assert.ok(
      found.relatedInformation?.some((place) => place.location.range.start.line === closure),
    );
  });

  it("tells the story of the move on both lines", async () => {
    const document = await open("src/bin/moved_counter.rs");
    assert.match(await hover(document, "counter.lock", 1), /previous iteration of the loop/);
    assert.match(await hover(document, "counter.lock", 2), /previous iteration of the loop/);
  });

  it("says why an Rc may not cross into a thread", async () => {
    const document = await open("src/bin/rc_counter.rs");
    const found = await eventually("E0277", () =>
      ours(document).find((one) => codeOf(one) === "E0277"),
    );
    assert.equal(found.message, "`Rc<Mutex<i32>>` cannot be sent between threads safely");
    assert.equal(found.range.start.line, find(document, "thread::spawn").line);
    assert.match(await hover(document, "counter.lock", 1), /not `Send`/);
  });

  it("tells how long the lock is held", async () => {
    const document = await open("src/bin/counter.rs");
    assert.match(await hover(document, "lock()", 1), /held|Held/);
  });

  it("says nothing false about a program that compiles", async () => {
    const document = await open("src/bin/counter.rs");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const errors = ours(document).filter((one) => one.severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(
      errors.map((one) => one.message),
      [],
    );
  });

  it("names only the typo, and still tells the move as information", async () => {
    const document = await open("src/bin/typo.rs");
    await eventually("E0425", () => ours(document).find((one) => codeOf(one) === "E0425"));
    const errors = ours(document).filter((one) => one.severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(errors.map(codeOf), ["E0425"]);
    assert.ok(
      ours(document).some(
        (one) => codeOf(one) === "E0382" && one.severity === vscode.DiagnosticSeverity.Information,
      ),
    );
  });

  it("reads the Rust fences of a Markdown file", async () => {
    const document = await open("notes.md");
    const error = await eventually("a syntax error", () =>
      ours(document).find((one) => one.severity === vscode.DiagnosticSeverity.Error),
    );
    assert.equal(error.range.start.line, find(document, "Rc<Mutex::new(0)").line);
    assert.notEqual(await hover(document, "counter.lock", 1), "");
  });

  it("shows a lens above main", async () => {
    const document = await open("src/bin/counter.rs");
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
    );
    assert.ok(lenses.some((lens) => lens.command?.title.includes("Visualize concurrency")));
  });

  it("opens the panel beside the editor", async () => {
    await open("src/bin/counter.rs");
    const before = api.openPanels();
    await vscode.commands.executeCommand("lockstep.visualizeConcurrency");
    assert.equal(api.openPanels(), before + 1);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("follows an edit", async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "rust",
      content:
        "use std::thread;\nfn main() {\n    let x = 1;\n    x = 2;\n    thread::spawn(move || x);\n}\n",
    });
    await vscode.window.showTextDocument(document);
    await eventually("E0384", () => ours(document).find((one) => codeOf(one) === "E0384"));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, find(document, "x = 1"), "mut ");
    await vscode.workspace.applyEdit(edit);
    await eventually("no error", () =>
      ours(document).some((one) => one.severity === 0) ? undefined : true,
    );
  });
});

// Journeys inside the extension host: what the extension offers to VS Code, on the files of samples/.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codeOf, eventually, find, open, ours } from "./editor.ts";

interface Api {
  readonly version: string;
  readonly openPanels: () => number;
  readonly statusText: () => string | undefined;
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

  it("says in the status bar what the function under the caret starts and holds", async () => {
    const document = await open("src/bin/counter.rs");
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const inside = find(document, "*num += 1").translate(0, 2);
    editor.selection = new vscode.Selection(inside, inside);
    const text = await eventually("the status", () => {
      const said = api.statusText();
      return said?.includes("held here") === true ? said : undefined;
    });
    assert.equal(text, "11 threads · 1 mutex · held here: counter");
  });

  it("hints where a guard is released, once that is asked for", async () => {
    const document = await open("src/bin/counter.rs");
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>(
        "vscode.executeInlayHintProvider",
        document.uri,
        whole,
      );
    assert.deepEqual(await hints(), []);
    const settings = vscode.workspace.getConfiguration("lockstep");
    await settings.update("inlayHints.releases", true, vscode.ConfigurationTarget.Global);
    try {
      const found = await hints();
      assert.deepEqual(
        found.map((hint) => `${hint.position.line + 1} ${String(hint.label)}`),
        [`${find(document, "});").line + 1} counter is free`],
      );
    } finally {
      await settings.update("inlayHints.releases", undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it("draws the life of a guard in its hover", async () => {
    const document = await open("src/bin/counter.rs");
    assert.match(
      await hover(document, "lock()", 1),
      /!\[Lines \d+ to \d+: counter is held\]\(data:image/,
    );
  });

  it("copies a report with version, program and schedule", async () => {
    const document = await open("src/bin/counter.rs");
    await vscode.commands.executeCommand("lockstep.visualizeConcurrency");
    const report = await eventually("the run", async () => {
      await vscode.commands.executeCommand("lockstep.copyReport");
      const text = await vscode.env.clipboard.readText();
      return text.includes("schedule `") ? text : undefined;
    });
    assert.match(report, new RegExp(`Lockstep ${api.version.replaceAll(".", "\\.")}`));
    assert.ok(report.includes(document.getText().trimEnd()));
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("opens its examples as untitled files and hovers there", async () => {
    await vscode.commands.executeCommand("lockstep.openExample", "moved");
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled && document.languageId === "rust");
    assert.match(await hover(document, "counter", 1), /is gone after the first turn/);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("hovers in read-only documents and keeps their problems to itself", async () => {
    const scheme = "git";
    const text =
      'fn main() {\n    let m = std::sync::Mutex::new(1);\n    let x = 1;\n    x = *m.lock().unwrap();\n    println!("{x}");\n}\n';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => text,
    });
    try {
      const uri = vscode.Uri.from({ scheme, path: "/old/main.rs" });
      const document = await vscode.workspace.openTextDocument(uri);
      assert.match(await hover(document, "lock", 1), /for this statement only/);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.deepEqual(ours(document), []);
    } finally {
      provider.dispose();
    }
  });

  it("reads the Rust cells of a notebook together", async () => {
    const cell = (text: string) =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, "rust");
    const notebook = await vscode.workspace.openNotebookDocument(
      "jupyter-notebook",
      new vscode.NotebookData([
        cell("use std::sync::Mutex;\nlet total = Mutex::new(0);"),
        cell("{\n    let mut sum = total.lock().unwrap();\n    *sum += 1;\n}"),
      ]),
    );
    const second = notebook.cellAt(1).document;
    assert.match(await hover(second, "lock", 1), /Acquires `total`/);
  });
});

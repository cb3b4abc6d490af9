// The programs that the walkthrough opens: untitled, so that nothing on disk changes.

import * as vscode from "vscode";

const COUNTER = `use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let counter = Arc::new(Mutex::new(0));
    let mut handles = vec![];

    for _ in 0..3 {
        let counter = Arc::clone(&counter);
        let handle = thread::spawn(move || {
            let mut num = counter.lock().unwrap();
            *num += 1;
        });
        handles.push(handle);
    }

    for handle in handles {
        handle.join().unwrap();
    }

    println!("Result: {}", *counter.lock().unwrap());
}
`;

const MOVED = `use std::sync::Mutex;
use std::thread;

fn main() {
    let counter = Mutex::new(0);

    for _ in 0..3 {
        thread::spawn(move || {
            *counter.lock().unwrap() += 1;
        });
    }

    println!("Result: {}", *counter.lock().unwrap());
}
`;

export function registerExamples(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand("lockstep.openExample", async (which?: unknown) => {
      const content = which === "moved" ? MOVED : COUNTER;
      const document = await vscode.workspace.openTextDocument({ language: "rust", content });
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    }),
  );
}

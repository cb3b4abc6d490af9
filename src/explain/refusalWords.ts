// Why nothing can be shown, and what the editor says in passing.

export const REFUSALS = {
  noFunction: "There is no function {path} without parameters in this text.",
  noTest: "There is no test {test} in this text.",
  noEntry: "There is nothing to run here: no `main`, no test, and no function without parameters.",
  noValue: "no value of this type is known: write one",
  wrongValues: "This function runs once each argument has a value of its type.",
  otherText: "This schedule belongs to another text: the program has changed.",
  otherEdition: "This schedule belongs to edition {edition}.",
  otherEntry: "This schedule belongs to the entry {entry}.",
  failed: "Lockstep failed here: {reason}",
  stopped: "The checking thread stopped: {reason}",
  gone: "The text this panel showed is gone.",
};

export const EDITOR_WORDS = {
  status: "Lockstep: threads and locks",
  scheduleCopied: "The schedule is on the clipboard.",
  besideFile: "Run beside this one",
  besideFileHint: "A Rust file whose run is shown beside this one, step by step",
  besideAsk: "What to run beside it?",
  asWritten: "as written",
  beforeEdit: "before the edit",
  nowText: "now",
  edition: "edition {edition}",
  otherFile: "Another file…",
  notRust:
    "Lockstep visualizes Rust: open a Rust file, or put the caret into a Rust fence of a Markdown file.",
  linkCopied:
    "The link is on the clipboard. It carries the program: whoever has the link can read it.",
  reportCopied: "The report is on the clipboard: version, program and schedule. Nothing was sent.",
  fixAll: "Apply every fix that needs no choice",
};

/** Links that replay a run. The first three by `LinkProblem` (trace/link.ts). */
export const LINK_WORDS = {
  tooLong: "This link is too long: nothing is run.",
  damaged: "This link is damaged: nothing is run.",
  version: "This link was made by another version of Lockstep: nothing is run.",
  programTooLong: "The program is too long for a link. The HTML page carries it whole.",
  label: "from a link",
  ask: "Replay this run in Lockstep?",
  askDetail:
    "The link is about {file}, as shown in the editor. Lockstep runs it on its simulated machine: nothing of it touches your computer.",
  replay: "Replay",
} as const;

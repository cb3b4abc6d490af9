// Expectations written as comments in a Rust program (after rustc's UI tests and Miri's):
//   //@ status: ok deadlock              the statuses that can occur, or `error`
//   //@ outcome: ok "Result: 10\n"       one line for each distinct outcome; where any is given, the set is exact
//   //@ exit: 3                         the exit code, where `ok` (0) or `panic` (101) does not say it
//   //@ stderr: "thread 'main' …"        what is written to stderr, without thread numbers; the file is `main.rs`
//   //@ finding: leak                    a finding that some outcome must have
//   //@ edition: 2024
//   //@ known-wrong: reason              right, but not yet so: fails when it starts to pass
//   //~ ERROR[E0382] text                a message on this line that contains the text; `//~^` on the line above, `//~^^` two above

export interface Program {
  readonly file: string;
  readonly text: string;
  readonly edition: 2015 | 2018 | 2021 | 2024;
  readonly statuses: readonly string[];
  readonly outcomes: readonly ExpectedOutcome[];
  readonly exitCode: number | undefined;
  readonly stderr: string | undefined;
  readonly findings: readonly string[];
  readonly messages: readonly ExpectedMessage[];
  readonly knownWrong: string | undefined;
}

export interface ExpectedOutcome {
  readonly status: string;
  readonly stdout: string;
}

export interface ExpectedMessage {
  readonly line: number;
  readonly severity: "error" | "warning" | "info";
  readonly code: string | undefined;
  readonly text: string;
}

const KEYS = new Set([
  "status",
  "outcome",
  "exit",
  "stderr",
  "finding",
  "edition",
  "known-wrong",
  "about",
  "oracle",
]);

export function readProgram(file: string, text: string): Program {
  const lines = text.split("\n");
  const values = new Map<string, string[]>();
  const messages: ExpectedMessage[] = [];
  lines.forEach((line, index) => {
    const directive = /^\s*\/\/@\s*([\w-]+):\s*(.*?)\s*$/.exec(line);
    if (directive !== null) {
      const [, key = "", value = ""] = directive;
      if (!KEYS.has(key)) throw new Error(`${file}:${index + 1}: there is no directive \`${key}\``);
      values.set(key, [...(values.get(key) ?? []), value]);
    }
    const message = /\/\/~(\^*)\s*(ERROR|WARNING|INFO)(?:\[([\w:-]+)\])?\s*(.*?)\s*$/.exec(line);
    if (message === null) return;
    const [, carets = "", severity = "", code, expected = ""] = message;
    messages.push({
      line: index + 1 - carets.length,
      severity: severity.toLowerCase() as ExpectedMessage["severity"],
      code,
      text: expected,
    });
  });
  const statuses = values.get("status")?.join(" ").split(/\s+/) ?? [];
  if (statuses.length === 0) throw new Error(`${file}: a program needs \`//@ status:\``);
  return {
    file,
    text,
    edition: Number(values.get("edition")?.[0] ?? 2021) as Program["edition"],
    statuses,
    outcomes: (values.get("outcome") ?? []).map((value) => readOutcome(file, value)),
    exitCode: numberOf(values.get("exit")),
    stderr: values.has("stderr")
      ? (JSON.parse(values.get("stderr")?.[0] ?? "") as string)
      : undefined,
    findings: values.get("finding") ?? [],
    messages,
    knownWrong: values.get("known-wrong")?.[0],
  };
}

function numberOf(values: readonly string[] | undefined): number | undefined {
  return values === undefined ? undefined : Number(values[0]);
}

function readOutcome(file: string, value: string): ExpectedOutcome {
  const match = /^(\w+)\s+(".*")$/.exec(value);
  if (match === null)
    throw new Error(`${file}: an outcome is a status and a JSON string, not \`${value}\``);
  return { status: match[1] ?? "", stdout: JSON.parse(match[2] ?? '""') as string };
}

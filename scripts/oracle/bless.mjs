// Writes what real runs showed into a program's comments.

/** The text with `status`, `outcome`, `exit` and, where every run wrote the same, `stderr` of the runs. */
export function blessed(text, runs) {
  const statuses = [...new Set(runs.map(({ status }) => status))].sort();
  const outcomes = [
    ...new Set(runs.map(({ status, stdout }) => `${status} ${JSON.stringify(stdout)}`)),
  ].sort();
  const codes = new Set(runs.map(({ exitCode }) => exitCode));
  const messages = new Set(runs.map(({ stderr }) => stderr));
  const [code] = codes;
  const [stderr] = messages;
  const lines = [
    `//@ status: ${statuses.join(" ")}`,
    ...outcomes.map((outcome) => `//@ outcome: ${outcome}`),
    ...(codes.size === 1 && code !== undefined && code !== 0 && code !== 101
      ? [`//@ exit: ${code}`]
      : []),
    ...(messages.size === 1 && stderr !== "" ? [`//@ stderr: ${JSON.stringify(stderr)}`] : []),
  ];
  const kept = text
    .split("\n")
    .filter((line) => !/^\/\/@ (?:status|outcome|exit|stderr):/.test(line))
    .join("\n");
  return `${lines.join("\n")}\n${kept}`;
}

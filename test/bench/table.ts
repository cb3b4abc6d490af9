// What a benchmark prints, and how it measures: medians and percentiles of wall or processor time, beside a yardstick of
// the same run.

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: string;
}

export function print(table: Table): void {
  const rows = [table.columns, ...table.rows];
  const widths = table.columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const [head = [], ...body] = rows;
  const lines = ["", table.title, line(head), rule, ...body.map(line)];
  if (table.note !== undefined) lines.push(table.note);
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Processor time of one call in milliseconds: this process alone, what helps it in other threads included. */
export function cpuTime(action: () => unknown): number {
  const begun = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Wall time of one call in milliseconds. */
export function time(action: () => unknown): number {
  const begun = performance.now();
  action();
  return performance.now() - begun;
}

/** The value that `share` of the measurements do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

export function ratio(value: number, yardstick: number): string {
  const times = value / yardstick;
  return `${times < 10 ? times.toFixed(2) : times.toFixed(0)}x`;
}

/** `ok`, or by how much a goal is missed. */
export function against(value: number, goal: number): string {
  return value <= goal ? "ok" : `${(value / goal).toFixed(1)}x over`;
}

// Schedules as short strings: `L1~edition~hash~entry~threads~steps`.
//
// A thread is named by its spawn numbers from main (`0.2`: the third child of main's first child; main is empty), which no
// interleaving changes. Steps are indexes into the list of threads, with `!n` for an alternative and `*n` for repetition.
// The hash is that of the program's text: on another text a schedule means nothing, and reading it says so.

export interface ScheduleStep {
  /** Spawn numbers from main, joined by dots. */
  readonly thread: string;
  readonly alternative: number;
}

export interface Schedule {
  readonly edition: number;
  /** `textHash` of the program. */
  readonly program: string;
  readonly entry: string;
  readonly steps: readonly ScheduleStep[];
}

const VERSION = "L1";
/** Longer strings are refused before they are read. */
const MAX_LENGTH = 1_000_000;
const MAX_STEPS = 5_000_000;

export function encodeSchedule(schedule: Schedule): string {
  const threads = [...new Set(schedule.steps.map((step) => step.thread))];
  const steps: string[] = [];
  for (let at = 0; at < schedule.steps.length;) {
    const step = schedule.steps[at] as ScheduleStep;
    let count = 1;
    while (isSame(step, schedule.steps[at + count])) count++;
    const alternative = step.alternative === 0 ? "" : `!${step.alternative.toString(36)}`;
    const repeat = count === 1 ? "" : `*${count.toString(36)}`;
    steps.push(threads.indexOf(step.thread).toString(36) + alternative + repeat);
    at += count;
  }
  const entry = encodeURIComponent(schedule.entry).replaceAll("~", "%7E");
  return [
    VERSION,
    schedule.edition,
    schedule.program,
    entry,
    threads.join("-"),
    steps.join("-"),
  ].join("~");
}

/** The schedule, or a sentence that says why the text is not one. */
export function decodeSchedule(text: string): Schedule | string {
  if (text.length > MAX_LENGTH) return "This schedule is too long.";
  const parts = text.trim().split("~");
  if (parts[0] !== VERSION || parts.length !== 6) {
    return "This is not a schedule of this version of Lockstep.";
  }
  const [, edition = "", program = "", entry = "", threadList = "", stepList = ""] = parts;
  const threads = threadList.split("-");
  const steps: ScheduleStep[] = [];
  for (const item of stepList === "" ? [] : stepList.split("-")) {
    const match = /^([0-9a-z]+)(?:!([0-9a-z]+))?(?:\*([0-9a-z]+))?$/.exec(item);
    const thread = threads[parseInt(match?.[1] ?? "", 36)];
    const count = parseInt(match?.[3] ?? "1", 36);
    if (match === null || thread === undefined || steps.length + count > MAX_STEPS) {
      return "This schedule is damaged.";
    }
    const alternative = parseInt(match[2] ?? "0", 36);
    for (let turn = 0; turn < count; turn++) steps.push({ thread, alternative });
  }
  try {
    return { edition: Number(edition), program, entry: decodeURIComponent(entry), steps };
  } catch {
    return "This schedule is damaged.";
  }
}

function isSame(a: ScheduleStep, b: ScheduleStep | undefined): boolean {
  return b !== undefined && a.thread === b.thread && a.alternative === b.alternative;
}

// A folder of programs with recorded outcomes: `truth.json` beside them says by path how each can end.
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { walk } from "./sources.mjs";

/** The folder's programs that rustc accepts. `recorded` is undefined where no `truth.json` speaks of one. */
export function folderPrograms(folder) {
  const file = join(folder, "truth.json");
  const truth = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return walk(folder, ".rs").flatMap((path) => {
    const text = readFileSync(path, "utf8");
    const name = relative(folder, path);
    const known = truth[name];
    if (known !== undefined && known.expect !== "run") return [];
    const edition = Number(known?.edition ?? /^\/\/@ edition: *(\d+)/m.exec(text)?.[1] ?? 2021);
    const recorded =
      known === undefined ? undefined : { complete: known.complete, outcomes: known.outcomes };
    return [{ origin: "folder", name, text, edition, recorded }];
  });
}

/** Why a run is none of the recorded ones; undefined where it is one. What never ends has no exit code. */
export function against({ complete, outcomes }, { status, exitCode, stdout }) {
  const ended = status === "limit" ? "deadlock" : status;
  const fits = outcomes.some(
    (one) =>
      one.status === ended &&
      (!complete || (one.stdout === stdout && (ended === "deadlock" || one.exitCode === exitCode))),
  );
  return fits ? undefined : `${status} ${exitCode} ${JSON.stringify(stdout)}`;
}

// lockstep hover: what the editor would show at a place.

import { offsetAt } from "../base/lineIndex.ts";
import type { Analysis } from "../driver/contract.ts";
import { hoverAt } from "../ide/hover.ts";
import type { Arguments } from "./args.ts";
import { placeOf, type Report } from "./report.ts";

export function hover(analysis: Analysis, args: Arguments): Report {
  const shown = hoverAt(analysis, offsetAt(analysis.lines, args.line, args.column));
  if (shown === undefined) return { json: null, text: "Nothing to say here.\n", found: false };
  return {
    json: { file: analysis.file, markdown: shown.markdown, range: placeOf(analysis, shown.span) },
    text: `${shown.markdown}\n`,
    found: false,
  };
}

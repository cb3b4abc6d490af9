// A run as a link: program, entry, schedule and cursor, compressed, for `vscode://…/replay?run=…`.
//
// A link comes from anywhere: nothing in it is trusted. Its length is bounded before and its text after inflation, each part
// must have its type, and a link that is not one is a reason in words, never an exception.

import { Inflate, deflateSync, strFromU8, strToU8 } from "fflate";
import { base64Of, bytesOfBase64 } from "../base/base64.ts";

export interface RunLink {
  /** For people, and to find the file among those that are there. */
  readonly file: string;
  readonly text: string;
  readonly edition: number;
  readonly entry: string | undefined;
  /** What somebody wrote for what the entry needs. */
  readonly arguments: readonly string[];
  readonly schedule: string;
  readonly cursor: number;
}

export type LinkProblem = "tooLong" | "damaged" | "version";

const VERSION = 1;
/** Longer ones are cut by browsers, mail and operating systems. */
const MAX_LINK = 60_000;
const MAX_INFLATED = 1_000_000;
/** Input bytes at a time: what comes out of one piece is bounded before the next goes in. */
const PIECE = 512;
const MAX_NAME = 500;
const MAX_ARGUMENTS = 100;

/** The link's query; undefined where it would be too long to be of use. */
export function encodeLink(link: RunLink): string | undefined {
  const { file, text, edition, entry, schedule, cursor } = link;
  const parts = [VERSION, file, text, edition, entry ?? "", link.arguments, schedule, cursor];
  const packed = base64Of(deflateSync(strToU8(JSON.stringify(parts)), { level: 9 }));
  const query = `run=${packed.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  return query.length > MAX_LINK ? undefined : query;
}

export function decodeLink(query: string): RunLink | LinkProblem {
  if (query.length > MAX_LINK) return "tooLong";
  const packed = /^run=([A-Za-z0-9_-]+)$/.exec(query)?.[1];
  if (packed === undefined) return "damaged";
  const bytes = bytesOfBase64(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const inflated = bytes === undefined ? "damaged" : inflate(bytes);
  if (typeof inflated === "string") return inflated;
  try {
    return linkOf(JSON.parse(strFromU8(inflated)));
  } catch {
    return "damaged";
  }
}

function inflate(bytes: Uint8Array): Uint8Array | LinkProblem {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    size += piece.length;
    if (size <= MAX_INFLATED) pieces.push(piece);
  });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      if (size > MAX_INFLATED) return "tooLong";
    }
  } catch {
    return "damaged";
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function linkOf(parts: unknown): RunLink | LinkProblem {
  if (!Array.isArray(parts)) return "damaged";
  const [version, file, text, edition, entry, written, schedule, cursor] = parts as unknown[];
  if (version !== VERSION) return "version";
  const texts = [file, text, entry, schedule];
  const fits =
    texts.every((part) => typeof part === "string") &&
    String(file).length <= MAX_NAME &&
    String(entry).length <= MAX_NAME &&
    [2015, 2018, 2021, 2024].includes(Number(edition)) &&
    Array.isArray(written) &&
    written.length <= MAX_ARGUMENTS &&
    written.every((one) => typeof one === "string") &&
    Number.isSafeInteger(cursor) &&
    Number(cursor) >= 0;
  if (!fits) return "damaged";
  return {
    // Only ever shown and compared, but a name is one line without controls.
    file: String(file).replace(/\p{C}/gu, ""),
    text: String(text),
    edition: Number(edition),
    entry: entry === "" ? undefined : String(entry),
    arguments: written as readonly string[],
    schedule: String(schedule),
    cursor: Number(cursor),
  };
}

// UTF-8 and back. Text in the machine's memory is one byte per cell.
//
// Not modelled: surrogates on their own; they become U+FFFD, as in every Rust string literal they cannot occur.

export function encodeUtf8(text: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes.push(unit);
    else {
      const code = text.codePointAt(i) ?? 0xfffd;
      if (code > 0xffff) i++;
      pushCodePoint(bytes, code >= 0xd800 && code <= 0xdfff ? 0xfffd : code);
    }
  }
  return bytes;
}

/** Bad sequences become U+FFFD. */
export function decodeUtf8(bytes: readonly number[], from = 0, to = bytes.length): string {
  let text = "";
  let at = from;
  while (at < to) {
    const run = asciiRun(bytes, at, to);
    if (run > at) text += String.fromCharCode(...bytes.slice(at, run));
    at = run;
    if (at >= to) break;
    const length = sequenceLength(bytes, at, to);
    text += length > 0 ? String.fromCodePoint(codePointAt(bytes, at, length)) : "\ufffd";
    at += Math.max(length, 1);
  }
  return text;
}

/** Bytes of the well-formed sequence at `at`; 0 when there is none; negative: the length of the bad part; -255 when cut short. */
export function sequenceLength(bytes: readonly number[], at: number, to: number): number {
  return Math.max(0, checkSequence(bytes, at, to));
}

/** As `sequenceLength`; what is wrong comes back negative: -1 to -3 the length of the bad sequence, -255 it is cut short. */
export function checkSequence(bytes: readonly number[], at: number, to: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return -1;
  for (let i = 1; i < length; i++) {
    if (at + i >= to) return -255;
    const byte = bytes[at + i] ?? 0;
    const [low, high] = i === 1 ? secondRange(first) : [0x80, 0xbf];
    if (byte < low || byte > high) return -i;
  }
  return length;
}

/** The range of the second byte leaves out overlong forms, surrogates and what is beyond U+10FFFF. */
function secondRange(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

function codePointAt(bytes: readonly number[], at: number, length: number): number {
  let code = (bytes[at] ?? 0) & (length === 1 ? 0x7f : 0xff >> (length + 1));
  for (let i = 1; i < length; i++) code = (code << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return code;
}

/** At most a chunk that fits the argument list of a call. */
function asciiRun(bytes: readonly number[], at: number, to: number): number {
  const end = Math.min(to, at + 4096);
  let run = at;
  while (run < end && (bytes[run] ?? 0x80) < 0x80) run++;
  return run;
}

function pushCodePoint(bytes: number[], code: number): void {
  if (code < 0x800) bytes.push(0xc0 | (code >> 6));
  else {
    if (code < 0x10000) bytes.push(0xe0 | (code >> 12));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f));
    bytes.push(0x80 | ((code >> 6) & 0x3f));
  }
  bytes.push(0x80 | (code & 0x3f));
}

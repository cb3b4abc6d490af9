// Bytes as base64 (RFC 4648), where no environment gives it.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    parts.push(
      (LETTERS[three >> 18] ?? "") + (LETTERS[(three >> 12) & 63] ?? ""),
      left > 1 ? (LETTERS[(three >> 6) & 63] ?? "") : "=",
      left > 2 ? (LETTERS[three & 63] ?? "") : "=",
    );
  }
  return parts.join("");
}

/** Undefined for what is not base64; padding at the end may be missing. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  const letters = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}

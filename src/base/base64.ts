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

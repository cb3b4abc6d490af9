// Goes into the package's bundle: std's text out of what packedModule (stdPlugin.mjs) has made of it.
//
// The decoder is taken by its file: the library's entry would bring the encoder along, five times as large.
import { Decoder } from "../node_modules/lzma1/lib/decoder.js";
import { InputBuffer, OutputBuffer } from "../node_modules/lzma1/lib/streams.js";

/** `packed`: base64 of an LZMA stream of UTF-8. */
export function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const text = new OutputBuffer(bytes.length * 8);
  new Decoder().decompress(new InputBuffer(bytes), text);
  return new TextDecoder().decode(text.toArray());
}

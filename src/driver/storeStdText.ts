// Entry of the build step that makes the snapshot of std.

export { storeStd } from "./storeStd.ts";
export { readStdText } from "./stdText.ts";

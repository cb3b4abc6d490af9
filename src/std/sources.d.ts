// The text of every src/std/**/*.rs, gathered by the build (scripts/stdPlugin.mjs).
declare module "lockstep:std" {
  /** `name` is the path below src/std without `.rs`, e.g. `sync/mutex`; `lib` is the crate root. */
  export function stdSources(): readonly { readonly name: string; readonly text: string }[];
  /** Changes with the text and with the front end that reads it. */
  export const STD_KEY: string;
}

// What our own front end makes of that text, written by the build (src/driver/storeStd.ts).
declare module "lockstep:std-snapshot" {
  import type { Pack } from "../base/pack/format.ts";
  export function stdSnapshot(): Pack;
}

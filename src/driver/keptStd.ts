// What hosts need to know of the snapshot that they keep for the engine.

export { SNAPSHOT_NAME, makeSnapshot } from "./stdSnapshot.ts";

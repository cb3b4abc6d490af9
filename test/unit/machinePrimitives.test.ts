import assert from "node:assert/strict";
import { stdSources } from "lockstep:std";
import { concurrentPrimitives } from "../../src/std/concurrent.ts";
import { sequentialPrimitives } from "../../src/std/sequential.ts";

describe("primitives", () => {
  const declared = new Set<string>();
  for (const { text } of stdSources()) {
    for (const [, key] of text.matchAll(/#\[lockstep::primitive = "([^"]+)"\]/g))
      if (key) declared.add(key);
  }
  const table = new Map([...sequentialPrimitives(), ...concurrentPrimitives()]);

  it("are all there that std declares", () => {
    assert.deepEqual(
      [...declared].filter((key) => !table.has(key)),
      [],
    );
  });

  it("are all declared in std", () => {
    assert.deepEqual(
      [...table.keys()].filter((key) => !declared.has(key)),
      [],
    );
  });
});

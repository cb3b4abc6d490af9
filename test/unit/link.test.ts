// Links that replay a run: what goes in comes out, and what comes from strangers does no harm.

import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, it } from "mocha";
import { base64Of, bytesOfBase64 } from "../../src/base/base64.ts";
import { decodeLink, encodeLink, type RunLink } from "../../src/trace/link.ts";

const LINK: RunLink = {
  file: "src/bin/counter.rs",
  text: 'fn main() {\n    println!("Grüße, 世界");\n}\n',
  edition: 2024,
  entry: "main",
  arguments: ["3", 'String::from("a")'],
  schedule: "L1~2024~0~main~~0*g",
  cursor: 17,
};

const packed = (value: unknown) =>
  `run=${deflateRawSync(JSON.stringify(value)).toString("base64url")}`;
const PARTS = [1, "a.rs", "fn main() {}", 2021, "main", [], "L1", 0];
const withPart = (at: number, part: unknown) => packed(PARTS.with(at, part as never));

describe("links", () => {
  it("carry a run there and back, in letters that need no escaping", () => {
    const query = encodeLink(LINK) ?? assert.fail();
    assert.match(query, /^run=[\w-]+$/);
    assert.deepEqual(decodeLink(query), LINK);
    const whole = { ...LINK, entry: undefined, arguments: [] };
    assert.deepEqual(decodeLink(encodeLink(whole) ?? ""), whole);
  });

  it("are refused where they would be too long to be of use", () => {
    const noise = Array.from({ length: 80_000 }, (_, at) => Math.imul(at, 2654435761) >>> 7);
    assert.equal(encodeLink({ ...LINK, text: noise.join(" ") }), undefined);
    assert.equal(decodeLink(`run=${"A".repeat(100_000)}`), "tooLong");
  });

  it("do not inflate beyond measure", () => {
    assert.equal(decodeLink(packed("a".repeat(30_000_000))), "tooLong");
  });

  it("are refused when a part is not what it should be", () => {
    assert.equal(typeof decodeLink(packed(PARTS)), "object");
    for (const [at, part] of [
      [1, 5],
      [1, "n".repeat(501)],
      [2, undefined],
      [3, 2020],
      [4, {}],
      [5, "x"],
      [5, [7]],
      [6, null],
      [7, -1],
      [7, 1.5],
      [7, "1"],
    ] as const)
      assert.equal(decodeLink(withPart(at, part)), "damaged", `${at} ${String(part).slice(0, 9)}`);
    assert.equal(decodeLink(withPart(0, 2)), "version");
    for (const query of ["", "run=", "run=%3Cscript%3E", "x=1", "run=AAAA", packed({})])
      assert.equal(decodeLink(query), "damaged", query);
  });

  it("name a file on one line, without controls", () => {
    const link = decodeLink(withPart(1, "a\u202e\n.rs"));
    assert.equal(typeof link === "object" && link.file, "a.rs");
  });

  it("never throw, whatever comes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), (text) => {
        for (const query of [text, `run=${text}`, packed(text)])
          assert.ok(["string", "object"].includes(typeof decodeLink(query)));
      }),
    );
  });

  it("read the base64 that they write", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        assert.deepEqual(bytesOfBase64(base64Of(bytes)), bytes);
        assert.deepEqual(bytesOfBase64(base64Of(bytes).replace(/=+$/, "")), bytes);
      }),
    );
    assert.equal(bytesOfBase64("a*b"), undefined);
  });
});

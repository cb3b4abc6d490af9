// Pictures in hovers: small, well formed whatever the program's text is, and never markup of the program's.

import assert from "node:assert/strict";
import { draw, pictureMarkdown, type HoverPicture } from "../../src/ide/pictures.ts";

const PALETTE = { text: "#111", dim: "#222", lock: "#333", good: "#444", bad: "#555", box: "#666" };

function range(lines: readonly string[]): HoverPicture {
  return { kind: "range", first: 7, last: 6 + lines.length, lines, name: "counter" };
}

describe("pictures in hovers", () => {
  it("draw each line of a guard's life with its number", () => {
    const { svg, alt } = draw(range(["    let g = m.lock();", "    *g += 1;", "}"]), PALETTE);
    for (const piece of [">7<", ">8<", ">9<", "let g = m.lock();"])
      assert.ok(svg.includes(piece), piece);
    assert.equal(alt, "Lines 7 to 9: counter is held");
  });

  it("cut the middle out of a long life", () => {
    const { svg, height } = draw(range(Array.from({ length: 80 }, () => "x();")), PALETTE);
    assert.ok(svg.includes("⋯") && svg.includes(">7<") && svg.includes(">86<"));
    assert.ok(height < 200, `${height}`);
  });

  it("draw the path of a trait with a mark for each type", () => {
    const steps = [
      { type: "Arc<RefCell<i32>>", mark: "Send", holds: false },
      { type: "RefCell<i32>", mark: "Sync", holds: false },
    ];
    const { svg, alt } = draw({ kind: "path", steps }, PALETTE);
    assert.ok(svg.includes("Arc&#60;RefCell&#60;i32&#62;&#62;") && svg.includes("✗ Sync"));
    assert.equal(alt, "Arc<RefCell<i32>> ✗ Send ← RefCell<i32> ✗ Sync");
  });

  it("take program text as text", () => {
    const nasty = 'a"</text><script>alert(1)</script>&#0;\u0000\ud800](x) 💥';
    const markdown = pictureMarkdown(draw(range([nasty, nasty, nasty]), PALETTE));
    const address = /\]\(data:image\/svg\+xml,([^|]*)\|width=\d+,height=\d+\)$/.exec(markdown)?.[1];
    assert.ok(address !== undefined && !/[()\s<>"']/.test(address), markdown.slice(0, 200));
    const svg = decodeURIComponent(address);
    assert.doesNotMatch(svg, /<script/);
    assert.equal(svg.match(/<text/g)?.length, svg.match(/<\/text>/g)?.length);
  });
});

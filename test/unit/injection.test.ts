// Program text is data: names, strings, comments, file names and messages never become markup, links or commands in hovers.

import assert from "node:assert/strict";
import { createEngine } from "../../src/driver/engine.ts";
import { hoverAt } from "../../src/ide/hover.ts";

const EVIL =
  "![x](command:evil) [y](https://evil.example) <img src=x onerror=alert(1)> `z` | **b** \u202E";
const FILE = "<b>](command:evil).rs";

const PROGRAMS = [
  `use std::sync::{Arc, Mutex};
/// ${EVIL}
struct Account { /// ${EVIL}
    money: Mutex<String> }
fn main() {
    let account = Arc::new(Account { money: Mutex::new(String::from(${JSON.stringify(EVIL)})) });
    let guard = account.money.lock().expect(${JSON.stringify(EVIL)}); // ${EVIL}
    println!("{guard}");
    let again = account.money.lock().unwrap();
    panic!(${JSON.stringify(EVIL)});
}
`,
  `use std::rc::Rc;
const TEXT: &str = ${JSON.stringify(EVIL)};
fn main() {
    let r#struct = Rc::new(TEXT);
    let label = [Rc::clone(&r#struct)];
    std::thread::spawn(move || println!("{} {}", label[0], missing(${JSON.stringify(EVIL)})));
    let x: Result<u8, &str> = Err(${JSON.stringify(EVIL)});
    x.unwrap();
}
`,
  `fn main() { let ${"`"}evil${"`"} = 1; <img src=x>; [y](command:evil) "${EVIL}`,
];

describe("injection", () => {
  const engine = createEngine();
  PROGRAMS.forEach((text, index) => {
    it(`program ${index + 1}: every hover is plain`, () => {
      const analysis = engine.analyze(text, { file: FILE, edition: 2021 });
      const seen = new Set<string>();
      for (let at = 0; at < text.length; at++) {
        const hover = hoverAt(analysis, at);
        if (hover === undefined || seen.has(hover.markdown)) continue;
        seen.add(hover.markdown);
        checkMarkdown(hover.markdown);
        for (const { title, argument } of hover.actions) {
          assert.ok(!/[[\]()<>]/.test(title), title);
          assert.match(argument, /^[\w: .,-]*$/);
        }
      }
    });
  });

  it("the checker of this test sees what it looks for", () => {
    for (const bad of ["[a](command:x)", "<img src=x>", "![p](https://evil.example/p.png)"])
      assert.throws(() => checkMarkdown(bad));
    checkMarkdown("`<img src=x>` and \\[a\\]\\(command:x\\) [std](https://doc.rust-lang.org/std/)");
  });
});

/** Outside of code there are no tags, and links lead to Rust's documentation alone. */
function checkMarkdown(markdown: string): void {
  const prose = markdown.replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, "").replace(/\\[^\w\s]/g, "");
  assert.ok(!/<[a-z/!]/i.test(prose), markdown);
  for (const [, target = ""] of prose.matchAll(/\]\(([^)]*)\)/g))
    assert.match(target, /^https:\/\/doc\.rust-lang\.org\//, markdown);
}

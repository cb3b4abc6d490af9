// What the reference calls undefined behaviour ends the run with a sentence; and the seam for a memory model.
import assert from "node:assert/strict";
import type { MemoryAccess } from "../../src/machine/memoryModel.ts";
import { initialState, settle } from "../../src/machine/step.ts";
import { machineFor, runText } from "../support/runText.ts";

const CASES: readonly (readonly [name: string, body: string, message: RegExp])[] = [
  [
    "use after free",
    'let p = Box::into_raw(Box::new(5)); unsafe { drop(Box::from_raw(p)); println!("{}", *p); }',
    /use after free/,
  ],
  [
    "double free",
    "let p = Box::into_raw(Box::new(5)); unsafe { drop(Box::from_raw(p)); drop(Box::from_raw(p)); }",
    /use after free|freed twice/,
  ],
  ["null", 'let p: *const i32 = std::ptr::null(); unsafe { println!("{}", *p); }', /null pointer/],
  [
    "out of bounds",
    'let a = vec![1, 2, 3]; let p = a.as_ptr(); unsafe { println!("{}", *p.add(20)); }',
    /outside/,
  ],
  [
    "write out of bounds",
    "let mut a = vec![1, 2]; let p = a.as_mut_ptr(); unsafe { *p.add(2) = 5; }",
    /outside/,
  ],
  [
    "a local that is gone",
    'fn f() -> *const i32 { let x = 5; &x } let p = f(); unsafe { println!("{}", *p); }',
    /after its function returned/,
  ],
  [
    "a slot with a new tenant",
    'let p = Box::into_raw(Box::new(5)); unsafe { drop(Box::from_raw(p)); } let _q = Box::new(6); unsafe { println!("{}", *p); }',
    /use after free/,
  ],
  [
    "a buffer that has moved",
    'let mut v = vec![1]; let p = v.as_ptr(); v.reserve(100); unsafe { println!("{}", *p); }',
    /use after free/,
  ],
  [
    "uninitialised",
    'let x: i32 = unsafe { std::mem::MaybeUninit::uninit().assume_init() }; println!("{}", x + 1);',
    /uninitialised/,
  ],
  [
    "no such variant",
    "#[allow(dead_code)] #[repr(u8)] enum E { A, B } let e: E = unsafe { std::mem::transmute(7u8) }; let _ = e as u8;",
    /discriminant/,
  ],
  [
    "unreachable",
    "let x = 3; if x == 3 { unsafe { std::hint::unreachable_unchecked() } }",
    /unreachable/,
  ],
];

describe("machine: undefined behaviour", () => {
  for (const [name, body, message] of CASES) {
    it(name, () => {
      const { state } = runText(`fn main() {\n    ${body}\n}\n`);
      const { status } = state;
      assert.ok(status?.kind === "undefinedBehaviour", JSON.stringify(status));
      assert.match(status.message, message);
    });
  }
});

describe("machine: memory model", () => {
  const source = `fn main() {
    let mut x = 1;
    let p = &mut x as *mut i32;
    unsafe { *p = 2; }
    let r = &mut x;
    *r += 1;
    println!("{x}");
}`;

  it("is told of every access of user code through a pointer", () => {
    const seen: string[] = [];
    const perform = (_machine: unknown, _state: unknown, access: MemoryAccess): void => {
      seen.push(`${access.raw ? "raw" : "reference"} ${access.write ? "write" : "read"}`);
    };
    const machine = machineFor(source, { memory: { visible: () => undefined, perform } });
    settle(machine, initialState(machine));
    assert.deepEqual(seen.slice(0, 3), ["raw write", "reference read", "reference write"]);
  });

  it("can make a thread stop before one", () => {
    const op = { name: "store", object: undefined, target: "memory", access: "write" } as const;
    const visible = (_machine: unknown, _state: unknown, access: MemoryAccess) =>
      access.raw ? op : undefined;
    const { state } = runText(source, (all) => all[0], { memory: { visible, perform: () => {} } });
    assert.equal(state.stdout, "3\n");
    // The store is a step of its own, beside the print and the end.
    const plain = runText(source);
    assert.equal(state.step, plain.state.step + 1);
  });
});

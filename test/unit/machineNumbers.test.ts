// Expectations printed by rustc 1.95.
import assert from "node:assert/strict";
import { exactOp, wrappingOp } from "../../src/machine/num/arith.ts";
import { floatToInt, intToFloat, intToInt } from "../../src/machine/num/casts.ts";
import {
  doubleBits,
  doubleFromBits,
  fixed,
  fusedMultiplyAdd,
  parseFloatText,
  positional,
  scientific,
  scientificFixed,
  shortest,
  singleBits,
  singleFromBits,
} from "../../src/machine/num/floats.ts";
import { INTS, exactShr, fitsInt } from "../../src/machine/num/ints.ts";
import type { Int } from "../../src/machine/num/ints.ts";
import { parseInteger } from "../../src/std/num/num.ts";

describe("machine: integers", () => {
  it("wrap in their width and stay canonical", () => {
    const { i64, u64, i128 } = INTS;
    assert.equal(wrappingOp("-", i64)(i64.min, 1), 9223372036854775807n);
    assert.equal(wrappingOp("*", u64)(u64.max, u64.max), 1);
    assert.equal(wrappingOp("+", i128)(i128.max, 5), -170141183460469231731687303715884105724n);
    assert.equal(exactOp("+", u64)(9007199254740991, 1), 9007199254740992n);
    assert.equal(exactOp("-", u64)(9007199254740992n, 1), 9007199254740991);
    assert.equal(wrappingOp("*", INTS.i32)(65536, 65536), 0);
    assert.equal(wrappingOp("*", INTS.i32)(2147483647, 2147483647), 1);
    assert.equal(wrappingOp("*", INTS.u32)(4294967295, 4294967295), 1);
  });

  it("divide towards zero, without minus zero", () => {
    assert.equal(exactOp("/", INTS.i64)(-7, 2), -3);
    assert.equal(exactOp("%", INTS.i64)(-7, 2), -1);
    assert.ok(Object.is(exactOp("%", INTS.i64)(-4, 2), 0));
    assert.ok(Object.is(exactOp("*", INTS.i64)(0, -5), 0));
    assert.ok(Object.is(exactOp("/", INTS.i64)(-1, 2), 0));
    assert.equal(exactOp("/", INTS.i64)(9007199254740991, 3), 3002399751580330);
  });

  it("shift by their own rules", () => {
    assert.equal(exactShr(-7, 1), -4);
    assert.equal(wrappingOp("<<", INTS.i32)(2147483647, 33), -2);
    assert.equal(wrappingOp(">>", INTS.i32)(-8, 34), -2);
    assert.equal(
      wrappingOp("&", INTS.u64)(exactShr(0x1234_5678_9abc_def0n, 7), 0xffff_ffff_ffff),
      115091990477245,
    );
  });

  it("cast as `as` does", () => {
    const to = (value: Int, name: keyof typeof INTS): Int => intToInt(INTS[name])(value);
    assert.deepEqual([to(300, "u8"), to(-1, "u8"), to(to(-129, "i8"), "u8")], [44, 255, 127]);
    assert.equal(to(-1, "u64"), 18446744073709551615n);
    assert.equal(to(-1, "u128"), INTS.u128.max);
    assert.equal(to(18446744073709551615n, "i64"), -1);
    assert.deepEqual([3.99, -5, 1e20, Number.NaN].map(floatToInt(INTS.u8)), [3, 0, 255, 0]);
    assert.deepEqual([Number.MAX_VALUE, 1e18, -1e300, 2 ** 63].map(floatToInt(INTS.i64)), [
      9223372036854775807n,
      1000000000000000000n,
      -9223372036854775808n,
      9223372036854775807n,
    ]);
    const single = intToFloat(true);
    assert.deepEqual(
      [INTS.u64.max, 16777217, (1n << 60n) | (1n << 36n) | 1n].map(single),
      [1.8446744073709552e19, 16777216, 1.1529216420458004e18],
    );
    assert.equal(intToFloat(false)(9007199254740993n), 9007199254740992);
  });

  it("are parsed with std's error kinds: 1 empty, 2 invalid digit, 3 and 4 overflow", () => {
    const table: readonly (readonly [string, string, string])[] = [
      ["", "1", "1"],
      ["-", "2", "2"],
      ["+", "2", "2"],
      ["+12", "=12", "=12"],
      ["-12", "=-12", "2"],
      ["128", "3", "=128"],
      ["-128", "=-128", "2"],
      ["-129", "4", "2"],
      ["256", "3", "3"],
      ["1a", "2", "2"],
      ["9".repeat(44), "3", "3"],
      [`${"9".repeat(44)}x`, "3", "3"],
      ["\u0663", "2", "2"],
    ];
    const show = ([code, value]: readonly [number, Int]): string =>
      code === 0 ? `=${value}` : String(code);
    for (const [text, signed, unsigned] of table) {
      assert.equal(show(parseInteger(text, 10, INTS.i8)), signed, text);
      assert.equal(show(parseInteger(text, 10, INTS.u8)), unsigned, text);
    }
    assert.ok(!fitsInt(INTS.u8, 256));
  });
});

/** bits | {} | {:.0} | {:.1} | {:.2} | {:.3} | {:e} | {:.2e} | {:.0e} */
const DOUBLES = `0|0|0|0.0|0.00|0.000|0e0|0.00e0|0e0
4607182418800017408|1|1|1.0|1.00|1.000|1e0|1.00e0|1e0
4591870180066957722|0.1|0|0.1|0.10|0.100|1e-1|1.00e-1|1e-1
4612811918334230528|2.5|2|2.5|2.50|2.500|2.5e0|2.50e0|2e0
4615063718147915776|3.5|4|3.5|3.50|3.500|3.5e0|3.50e0|4e0
4602678819172646912|0.5|0|0.5|0.50|0.500|5e-1|5.00e-1|5e-1
4609434218613702656|1.5|2|1.5|1.50|1.500|1.5e0|1.50e0|2e0
4502148214488346440|0.0000001|0|0.0|0.00|0.000|1e-7|1.00e-7|1e-7
4728057454355546112|123456789.125|123456789|123456789.1|123456789.12|123456789.125|1.23456789125e8|1.23e8|1e8
4599676419421066581|0.3333333333333333|0|0.3|0.33|0.333|3.333333333333333e-1|3.33e-1|3e-1
4586646004499207946|0.045|0|0.0|0.04|0.045|4.5e-2|4.50e-2|4e-2
4607204936798154260|1.005|1|1.0|1.00|1.005|1.005e0|1.00e0|1e0
4831355200913801216|1000000000000000|1000000000000000|1000000000000000.0|1000000000000000.00|1000000000000000.000|1e15|1.00e15|1e15
4922434392715952128|1180591620717411300000|1180591620717411303424|1180591620717411303424.0|1180591620717411303424.00|1180591620717411303424.000|1.1805916207174113e21|1.18e21|1e21`;

const SINGLES = `1036831949|0.1|1e-1
1050253722|0.3|3e-1
1266679808|16777216|1.6777216e7
1343554297|10000000000|1e10
2139095039|340282350000000000000000000000000000000|3.4028235e38
1|0.000000000000000000000000000000000000000000001|1e-45
8388608|0.000000000000000000000000000000000000011754944|1.1754944e-38
1051372203|0.33333334|3.3333334e-1
872415232|0.00000011920929|1.1920929e-7
699351|0.00000000000000000000000000000000000000098|9.8e-40
1258291201|8388609|8.388609e6
1056964608|0.5|5e-1`;

const PARSED = `1.|4607182418800017408|1065353216
  1||
+.5e3|4647503709213818880|1140457472
.||
e5||
1e||
1e400|9218868437227405312|2139095040
-1e-400|9223372036854775808|2147483648
inf|9218868437227405312|2139095040
-Infinity|18442240474082181120|4286578688
0x1||
1_0||
16777217|4715268810125344768|1266679808
16777217.0000001|4715268810125344795|1266679809
0.1|4591870180066957722|1036831949
1.00000005960464477540|4607182419068452864|1065353217`;

describe("machine: floats", () => {
  it("become text as std writes it, ties to even", () => {
    for (const line of DOUBLES.split("\n")) {
      const [bits = "", ...texts] = line.split("|");
      const value = doubleFromBits(BigInt(bits));
      const short = shortest(value, false);
      const got = [
        positional(short),
        fixed(value, 0),
        fixed(value, 1),
        fixed(value, 2),
        fixed(value, 3),
        scientific(short),
        scientificFixed(value, 2),
        scientificFixed(value, 0),
      ];
      assert.deepEqual(got, texts, line);
    }
    assert.equal(scientificFixed(5e-324, 2), "4.94e-324");
    assert.equal(scientificFixed(Number.MAX_VALUE, 2), "1.80e308");
    assert.equal(fixed(Number.MAX_VALUE, 1), `${BigInt(Number.MAX_VALUE)}.0`);
  });

  it("find the shortest digits of an f32", () => {
    for (const line of SINGLES.split("\n")) {
      const [bits = "", ...texts] = line.split("|");
      const short = shortest(singleFromBits(Number(bits)), true);
      assert.deepEqual([positional(short), scientific(short)], texts, line);
    }
  });

  it("are read by std's grammar, rounded once", () => {
    const show = (value: number | undefined, single: boolean): string =>
      value === undefined ? "" : String(single ? singleBits(value) : doubleBits(value));
    for (const line of PARSED.split("\n")) {
      const [text = "", ...bits] = line.split("|");
      assert.deepEqual(
        [show(parseFloatText(text, false), false), show(parseFloatText(text, true), true)],
        bits,
        text,
      );
    }
  });

  it("multiply and add with one rounding", () => {
    assert.equal(doubleBits(fusedMultiplyAdd(0.1, 10, -1)), 4363988038922010624n);
    assert.equal(fusedMultiplyAdd(1e308, 10, -1e308), Infinity);
    assert.equal(fusedMultiplyAdd(5e-324, 0.5, 5e-324), 1e-323);
    assert.equal(fusedMultiplyAdd(2, 3, 4), 10);
  });
});

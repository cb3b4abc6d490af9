fn byte() -> u8 {
    200
}

fn main() {
    let plain = 1;
//      ^^^^^ type: i32
    let float = 2.5;
//      ^^^^^ type: f64
    let small = byte() + 1;
//      ^^^^^ type: u8
    let wide = byte() as u32 * 1000;
//      ^^^^ type: u32
    let shifted = 1u64 << plain;
//      ^^^^^^^ type: u64
    let negative = -(small as i16);
//      ^^^^^^^^ type: i16
    let compared = small < 3 && !(wide == 5);
//      ^^^^^^^^ type: bool
    let ratio = float * 2.0 / wide as f64;
//      ^^^^^ type: f64
    let maximum = i128::MAX;
//      ^^^^^^^ type: i128
    let power = 2u32.pow(3);
//      ^^^^^ type: u32
    let checked = small.checked_add(1);
//      ^^^^^^^ type: Option<u8>
    let (wrapped, overflowed) = small.overflowing_mul(2);
//       ^^^^^^^ type: u8
//                ^^^^^^^^^^ type: bool
    let bits = small.count_ones();
//      ^^^^ type: u32
    let root = ratio.sqrt();
//      ^^^^ type: f64
    let clamped = plain.clamp(0, 10);
//      ^^^^^^^ type: i32
    let letter = (b'a' + 1) as char;
//      ^^^^^^ type: char
    let index = [1, 2, 3].len() - 1;
//      ^^^^^ type: usize
    let array = [0i8; 4];
//      ^^^^^ type: [i8; 4]
    let element = array[index];
//      ^^^^^^^ type: i8
    let range = 0..index;
//      ^^^^^ type: Range<usize>
    let inclusive = 1..=small;
//      ^^^^^^^^^ type: RangeInclusive<u8>
    let total: u64 = [1, 2, 3].iter().sum();
//      ^^^^^ type: u64
    let mean = total as f32 / 3.0;
//      ^^^^ type: f32
    let remainder = plain % 2 == 0;
//      ^^^^^^^^^ type: bool
    drop((shifted, negative, compared, maximum, power, checked, wrapped, overflowed, bits, root, clamped, letter));
    drop((element, range, inclusive, mean, remainder));
}

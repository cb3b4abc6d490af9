//@ status: ok
//@ oracle: rustc
use std::num::{NonZeroU32, Wrapping};

fn main() {
    assert_eq!((200u8.checked_add(56), 200u8.checked_add(55), i32::MIN.checked_neg()), (None, Some(255), None));
    assert_eq!((200u8.wrapping_add(100), 0u8.wrapping_sub(1), i64::MIN.wrapping_neg()), (44, 255, i64::MIN));
    assert_eq!((200u8.saturating_add(100), i32::MAX.saturating_mul(-2), 2u8.saturating_pow(9)), (255, i32::MIN, 255));
    assert_eq!((255u8.overflowing_add(1), 5u8.overflowing_sub(6)), ((0, true), (255, true)));
    assert_eq!((2i32.pow(10), (-3i32).pow(3), 5i32.checked_pow(20), 7u8.wrapping_pow(9)), (1024, -27, None, 71));
    assert_eq!((-7 / 2, -7 % 2, (-7i32).div_euclid(2), (-7i32).rem_euclid(2), 7i32.rem_euclid(-3)), (-3, -1, -4, 1, 1));
    assert_eq!(
        (12u8.count_ones(), 1u32.leading_zeros(), 8u16.trailing_zeros(), (-1i32).leading_ones()),
        (2, 31, 3, 32)
    );
    assert_eq!((0x12u8.rotate_left(4), 0x1234u16.swap_bytes(), 1u8.reverse_bits()), (0x21, 0x3412, 128));
    assert_eq!(((-5i32).abs(), (-5i32).signum(), 5u8.abs_diff(9), (-128i8).unsigned_abs()), (5, -1, 4, 128));
    assert_eq!(
        (5u32.next_power_of_two(), 200u8.checked_next_power_of_two(), 7u32.div_ceil(2), 7u32.next_multiple_of(4)),
        (8, None, 4, 8)
    );
    assert_eq!((99u32.isqrt(), 100i32.isqrt(), u64::MAX.isqrt()), (9, 10, 4294967295));
    assert_eq!((1000u32.ilog10(), 1024u32.ilog2(), 81u32.ilog(3), 0u8.checked_ilog2()), (3, 10, 4, None));
    assert_eq!((1u8.checked_shl(8), 1u32 << 31, -16i32 >> 2, 1u8.unbounded_shl(9)), (None, 2147483648, -4, 0));
    assert_eq!((258u32.to_be_bytes(), i16::from_le_bytes([255, 255])), ([0, 0, 1, 2], -1));
    assert_eq!(
        (5u32.checked_add_signed(-6), 5u8.checked_sub_signed(-6), 3u8.checked_signed_diff(200)),
        (None, Some(11), None)
    );

    // Beyond what a 64-bit float can hold.
    assert_eq!(9007199254740993u64 * 3, 27021597764222979);
    assert_eq!((u64::MAX as u128 * u64::MAX as u128) >> 64, 18446744073709551614);
    assert_eq!((u128::MAX / 3).to_string(), "113427455640312821154458202477256070485");
    assert_eq!(i128::MIN.to_string(), "-170141183460469231731687303715884105728");
    assert_eq!((i64::MIN / 3, u64::MAX % 1000, u64::MAX as f64), (-3074457345618258602, 615, 18446744073709552000.0));

    assert_eq!((Wrapping(250u8) + Wrapping(10)).0, 4);
    let mut w = Wrapping(0u8);
    w -= 1;
    assert_eq!((w, w * Wrapping(2), -Wrapping(1i8)), (Wrapping(255), Wrapping(254), Wrapping(-1)));
    let five = NonZeroU32::new(5).unwrap();
    assert_eq!((five.get(), NonZeroU32::new(0), 12 / five), (5, None, 2));
    assert_eq!((3.clamp(5, 9), 5.max(3), std::cmp::min(2, 1)), (5, 5, 1));
    assert_eq!((i32::midpoint(3, 8), 7u8.midpoint(2), 10u8.is_multiple_of(5)), (5, 4, true));
}

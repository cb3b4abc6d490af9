// What `&<expression>` promotes to a value that lives for ever, and what stays a temporary.
// edition: 2021

use std::cell::Cell;

const FOUR: i32 = 4;
const CELL: Cell<i32> = Cell::new(1);

fn sum() -> &'static i32 {
    &(1 + 2)
}

fn negated() -> &'static i32 {
    &-(1 + 2)
}

fn shifted() -> &'static u8 {
    &(1u8 << 2)
}

fn divided() -> &'static i32 {
    &(7 / 2)
}

fn compared() -> &'static bool {
    &(1 < 2)
}

fn widened() -> &'static u64 {
    &(3u32 as u64)
}

fn converted() -> &'static f32 {
    &(7 as f32)
}

fn letter() -> &'static char {
    &(b'a' as char)
}

fn truncated() -> &'static u8 {
    &(7.5 as u8)
}

fn closure() -> &'static dyn Fn() -> i32 {
    &|| 2
}

fn capturing(number: i32) -> &'static dyn Fn() -> i32 {
    &move || number //~ ERROR[E0515] cannot return reference to temporary value <- &move || number
}

fn slice() -> &'static [i32] {
    &[1, 2 + 3]
}

fn element() -> &'static i32 {
    &[1, 2, 3][1]
}

fn part() -> &'static i32 {
    &(1, 2).0
}

fn nothing() -> &'static Option<String> {
    &None
}

fn something() -> &'static Option<String> {
    &Some(String::new()) //~ ERROR[E0515] cannot return reference to temporary value <- &Some(String::new())
}

fn no_strings() -> &'static [String] {
    &[]
}

fn no_numbers() -> &'static mut [i32] {
    &mut []
}

fn one_number() -> &'static mut [i32] {
    &mut [1] //~ ERROR[E0515] cannot return reference to temporary value <- &mut [1]
}

fn block() -> &'static i32 {
    &{ 5 }
}

fn branch() -> &'static i32 {
    &if true { 1 } else { 2 } //~ ERROR[E0515] cannot return reference to temporary value <- &if true { 1 } else { 2 }
}

fn named() -> &'static [i32; 3] {
    &[FOUR; 3]
}

fn cell() -> &'static Cell<i32> {
    &Cell::new(1) //~ ERROR[E0515] cannot return reference to temporary value <- &Cell::new(1)
}

fn named_cell() -> &'static Cell<i32> {
    &CELL //~ ERROR[E0515] cannot return reference to temporary value <- &CELL
}

fn function() -> &'static fn() -> &'static i32 {
    &(part as fn() -> &'static i32)
}

fn size<T>() -> &'static usize {
    &std::mem::size_of::<T>()
}

fn twice() -> &'static usize {
    &(std::mem::align_of::<u32>() * 2)
}

fn null() -> &'static *const u8 {
    &std::ptr::null()
}

fn least() -> &'static i32 {
    &i32::min_value()
}

fn range() -> &'static std::ops::RangeInclusive<i32> {
    &(1..=3)
}

fn range_to(end: i32) -> &'static std::ops::RangeInclusive<i32> {
    &(1..=end) //~ ERROR[E0515] cannot return reference to temporary value <- &(1..=end)
}

fn rotated() -> &'static u32 {
    &1u32.rotate_left(3) //~ ERROR[E0515] cannot return reference to temporary value <- &1u32.rotate_left(3)
}

fn any_element(index: usize) -> &'static i32 {
    &[1, 2, 3][index]
}

fn any_of(number: i32, index: usize) -> &'static i32 {
    &[number, 2][index] //~ ERROR[E0515] cannot return reference to temporary value <- &[number, 2][index]
}

fn text() {
    let shown = {
        let shown = format_args!("{} {}", 0, "a");
        shown
    };
    println!("{shown}");
}

fn fallback<'a>(value: Option<&'a i32>) -> &'a i32 {
    value.unwrap_or(&0)
}

fn main() {}

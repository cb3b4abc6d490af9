//@ status: ok
//@ outcome: ok "all caught\n"
//@ stderr: "\nthread 'main' panicked at main.rs:12:29:\nattempt to add with overflow\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n\nthread 'main' panicked at main.rs:13:29:\nattempt to divide by zero\n\nthread 'main' panicked at main.rs:14:29:\nattempt to divide with overflow\n\nthread 'main' panicked at main.rs:15:29:\nattempt to shift left with overflow\n\nthread 'main' panicked at main.rs:16:29:\nattempt to negate with overflow\n\nthread 'main' panicked at main.rs:17:29:\nindex out of bounds: the len is 2 but the index is 2\n\nthread 'main' panicked at main.rs:8:18:\ncalled `Result::unwrap()` on an `Err` value: ParseIntError { kind: InvalidDigit }\n\nthread 'main' panicked at main.rs:19:48:\nnobody home\n\nthread 'main' panicked at main.rs:20:50:\ncalled `Result::unwrap()` on an `Err` value: \"late\"\n"
//@ oracle: rustc
use std::panic::catch_unwind;

fn parsed(text: &str) -> i32 {
    text.parse().unwrap()
}

fn main() {
    let _ = catch_unwind(|| parsed("2147483647") + 1);
    let _ = catch_unwind(|| 1 / parsed("0"));
    let _ = catch_unwind(|| parsed("-2147483648") / parsed("-1"));
    let _ = catch_unwind(|| 1u8 << parsed("9"));
    let _ = catch_unwind(|| -parsed("-2147483648"));
    let _ = catch_unwind(|| [1, 2][parsed("2") as usize]);
    let _ = catch_unwind(|| parsed("x"));
    let _ = catch_unwind(|| Option::<u8>::None.expect("nobody home"));
    let _ = catch_unwind(|| Err::<u8, _>("late").unwrap());
    println!("all caught");
}

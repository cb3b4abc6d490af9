//@ status: ok
//@ outcome: ok "1.5s 20ms 3.25µs 7ns 0ns\n2.5s None 500ms\n1s 1.23s|  4ms|+4ms\n1500 1.5\n"
//@ oracle: rustc
use std::time::Duration;

fn main() {
    let long = Duration::from_millis(1500);
    let rest = (Duration::from_millis(20), Duration::from_nanos(3250), Duration::from_nanos(7));
    println!("{long:?} {:?} {:?} {:?} {:?}", rest.0, rest.1, rest.2, Duration::ZERO);
    println!("{:?} {:?} {:?}", long + Duration::from_secs(1), Duration::ZERO.checked_sub(long), long / 3);
    let four = Duration::from_millis(4);
    println!("{:.0?} {:.2?}|{four:>5?}|{four:+?}", Duration::from_millis(1499), Duration::from_micros(1_234_999));
    println!("{} {}", long.as_millis(), long.as_secs_f64());
}

//@ status: ok
//@ outcome: ok "plate 11 false\nplate 1 false\nplate 12 true\nplate 2 true\ntrue false\nplate 0 false\n"
//@ stderr: "\nthread 'main' panicked at main.rs:18:5:\ntripped\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
//@ oracle: rustc
use std::panic::catch_unwind;
use std::thread::panicking;

struct Plate(u8);

impl Drop for Plate {
    fn drop(&mut self) {
        println!("plate {} {}", self.0, panicking());
    }
}

fn carry(plate: Plate) {
    let _extra = Plate(plate.0 + 10);
    assert!(plate.0 != 2, "tripped");
}

fn main() {
    let _kept = Plate(0);
    let result = catch_unwind(|| {
        for n in 1..4 {
            carry(Plate(n));
        }
    });
    println!("{} {}", result.is_err(), panicking());
}

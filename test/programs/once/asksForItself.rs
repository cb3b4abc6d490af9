//@ status: deadlock
//@ outcome: deadlock "outer\n"
//@ finding: deadlock_cycle
//@ oracle: std says it panics or deadlocks; on Linux it waits for ever
use std::sync::OnceLock;

fn main() {
    static CELL: OnceLock<u8> = OnceLock::new();
    CELL.get_or_init(|| {
        println!("outer");
        *CELL.get_or_init(|| 1)
    });
}

//@ status: ok
//@ outcome: ok "late: true\n"
//@ oracle: rustc
use std::cell::Cell;
use std::thread;

struct Last;

impl Drop for Last {
    fn drop(&mut self) {
        println!("late: {}", OTHER.try_with(|_| ()).is_err());
    }
}

struct Other(Cell<u8>);

impl Drop for Other {
    fn drop(&mut self) {
        self.0.set(1);
    }
}

thread_local! {
    static LAST: Last = Last;
    static OTHER: Other = const { Other(Cell::new(0)) };
}

fn main() {
    thread::spawn(|| LAST.with(|_| OTHER.with(|_| ()))).join().unwrap();
}

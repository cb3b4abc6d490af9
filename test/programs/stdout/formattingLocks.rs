//@ status: deadlock ok
//@ outcome: ok "main 1\nthread 2\n"
//@ outcome: ok "thread 1\nmain 2\n"
//@ outcome: deadlock ""
//@ finding: deadlock_cycle
//@ oracle: reasoning: one holds stdout and wants the mutex, the other holds the mutex and wants stdout
use std::fmt;
use std::sync::Mutex;
use std::thread;

struct Counter(Mutex<u8>);

impl fmt::Display for Counter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut count = self.0.lock().unwrap();
        *count += 1;
        write!(f, "{count}")
    }
}

fn main() {
    let counter = Counter(Mutex::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            let mut count = counter.0.lock().unwrap();
            *count += 1;
            println!("thread {count}");
        });
        println!("main {counter}");
    });
}

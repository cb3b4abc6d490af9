// Programs for the benchmarks: source of any length that looks like what people write, and tight loops.

const PART = (n: number): string => `
/// Work number ${n}: some threads share a counter and a list.
struct Store${n} {
    total: Arc<Mutex<u64>>,
    names: Arc<RwLock<Vec<String>>>,
}

impl Store${n} {
    fn new() -> Self {
        Store${n} { total: Arc::new(Mutex::new(0)), names: Arc::new(RwLock::new(Vec::new())) }
    }

    fn add(&self, amount: u64) -> u64 {
        let mut total = self.total.lock().unwrap();
        *total += amount;
        *total
    }

    fn register(&self, name: &str) {
        let mut names = self.names.write().unwrap();
        if !names.iter().any(|known| known == name) {
            names.push(name.to_string());
        }
    }
}

fn work${n}(rounds: u64) -> u64 {
    let store = Arc::new(Store${n}::new());
    let (sender, receiver) = mpsc::channel();
    let mut handles = Vec::new();
    for id in 0..4 {
        let store = Arc::clone(&store);
        let sender = sender.clone();
        handles.push(thread::spawn(move || {
            for round in 0..rounds {
                store.register(&format!("worker {id}"));
                sender.send(store.add(round)).unwrap();
            }
        }));
    }
    drop(sender);
    let best = receiver.iter().max().unwrap_or_default();
    for handle in handles {
        handle.join().unwrap();
    }
    best
}
`;

const HEAD = "use std::sync::{mpsc, Arc, Mutex, RwLock};\nuse std::thread;\n";

/** A program of about `lines` lines. */
export function longProgram(lines: number): string {
  const perPart = PART(0).split("\n").length - 1;
  const parts = Math.max(1, Math.round((lines - 6) / perPart));
  const text = Array.from({ length: parts }, (_, n) => PART(n)).join("");
  return `${HEAD}${text}\nfn main() {\n    println!("{}", work0(3));\n}\n`;
}

export function counter(threads: number): string {
  return `use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let counter = Arc::new(Mutex::new(0));
    let mut handles = vec![];
    for _ in 0..${threads} {
        let counter = Arc::clone(&counter);
        let handle = thread::spawn(move || {
            let mut num = counter.lock().unwrap();
            *num += 1;
        });
        handles.push(handle);
    }
    for handle in handles {
        handle.join().unwrap();
    }
    println!("Result: {}", *counter.lock().unwrap());
}
`;
}

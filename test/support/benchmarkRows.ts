// The programs on which checkers are compared, as ordinary Rust: counters, philosophers, producers and consumers, atomics,
// channels, readers and writers. Beside each what was measured for its peers on one core, release builds: executions of
// loom 0.7.2 and of Shuttle 0.9.3's exhaustive search with their time (`>`: stopped after so many), and the number of
// inequivalent executions.

export interface BenchmarkRow {
  readonly name: string;
  readonly source: string;
  /** How many different endings there are, deadlocks included. */
  readonly outcomes: number;
  readonly classes: number;
  readonly loom: string;
  readonly shuttle: string;
  /** Milliseconds that loom and Shuttle took, where they finished. */
  readonly peerMs: readonly (number | undefined)[];
}

type Peers = Pick<BenchmarkRow, "classes" | "loom" | "shuttle" | "peerMs">;

function peers(
  classes: number,
  loom: string,
  shuttle: string,
  ...peerMs: readonly (number | undefined)[]
): Peers {
  return { classes, loom, shuttle, peerMs };
}

export function benchmarkRows(): BenchmarkRow[] {
  return [
    ...counters(),
    ...independents(),
    ...philosophers(),
    ...buffers(),
    ...atomics(),
    ...channels(),
    ...readersAndWriters(),
  ];
}

function counters(): BenchmarkRow[] {
  const row = (threads: number, rounds: number, measured: Peers): BenchmarkRow => ({
    name: rounds === 1 ? `counter(${threads})` : `counter(${threads}) x ${rounds}`,
    source: counter(threads, rounds),
    outcomes: 1,
    ...measured,
  });
  return [
    row(2, 1, peers(2, "9 (0.23 ms)", "51 (0.20 ms)", 0.23, 0.2)),
    row(3, 1, peers(6, "414 (13.7 ms)", "12,786 (60 ms)", 13.7, 60)),
    row(4, 1, peers(24, "56,805 (2.45 s)", "9,194,944 (58.9 s)", 2450, 58_900)),
    row(5, 1, peers(120, "thread limit", "> 8,182,906 (60 s)")),
    row(6, 1, peers(720, "thread limit", "> 1.18 M (10 s)")),
    row(8, 1, peers(40_320, "thread limit", "> 0.89 M (10 s)")),
    row(10, 1, peers(3_628_800, "thread limit", "> 0.66 M (10 s)")),
    row(2, 2, peers(6, "30 (0.8 ms)", "518", 0.8)),
    row(2, 3, peers(20, "105 (2.8 ms)", "6,867", 2.8)),
    row(2, 4, peers(70, "378 (9.9 ms)", "109,770 (0.70 s)", 9.9, 700)),
    row(3, 2, peers(90, "7,847 (0.26 s)", "> 4.6 M (30 s)", 260)),
  ];
}

function counter(threads: number, rounds: number): string {
  const body =
    rounds === 1
      ? "*counter.lock().unwrap() += 1;"
      : `for _ in 0..${rounds} { *counter.lock().unwrap() += 1; }`;
  return `use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let counter = Arc::new(Mutex::new(0));
    let handles: Vec<_> = (0..${threads})
        .map(|_| {
            let counter = Arc::clone(&counter);
            thread::spawn(move || { ${body} })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    println!("{}", *counter.lock().unwrap());
}
`;
}

function independents(): BenchmarkRow[] {
  const row = (threads: number, measured: Peers): BenchmarkRow => ({
    name: `independent(${threads})`,
    source: `use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let cells: Vec<_> = (0..${threads}).map(|_| Arc::new(Mutex::new(0))).collect();
    let handles: Vec<_> = cells
        .iter()
        .map(|cell| {
            let cell = Arc::clone(cell);
            thread::spawn(move || { *cell.lock().unwrap() += 1; })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    println!("{}", cells.iter().map(|cell| *cell.lock().unwrap()).sum::<i32>());
}
`,
    outcomes: 1,
    ...measured,
  });
  return [
    row(2, peers(1, "3", "923")),
    row(3, peers(1, "26", "> 5.2 M (30 s)")),
    row(4, peers(1, "493 (28 ms)", "> 3.9 M (30 s)", 28)),
  ];
}

function philosophers(): BenchmarkRow[] {
  const row = (count: number, ordered: boolean, measured: Peers): BenchmarkRow => ({
    name: `dining ${ordered ? "ordered" : "in a circle"}(${count})`,
    source: dining(count, ordered),
    outcomes: ordered ? 1 : 2,
    ...measured,
  });
  return [
    row(2, true, peers(2, "12", "172")),
    row(3, true, peers(6, "514 (28 ms)", "2,111,852 (15.0 s)", 28, 15_000)),
    row(4, true, peers(14, "29,941 (2.39 s)", "> 8.2 M (60 s)", 2390)),
    row(5, true, peers(30, "thread limit", "-")),
    row(
      3,
      false,
      peers(7, "106 to the first failure (4 ms)", "34,405 to the first (0.40 s)", 4, 400),
    ),
    row(4, false, peers(15, "5,853 to the first failure (0.41 s)", "> 7,077,880 (60 s)", 410)),
    row(5, false, peers(31, "thread limit", "> 5,154,628 (60 s)")),
  ];
}

function dining(count: number, ordered: boolean): string {
  const forks = ordered ? "(i.min(next), i.max(next))" : "(i, next)";
  return `use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let forks: Arc<Vec<Mutex<u32>>> = Arc::new((0..${count}).map(|_| Mutex::new(0)).collect());
    let handles: Vec<_> = (0..${count})
        .map(|i| {
            let forks = Arc::clone(&forks);
            thread::spawn(move || {
                let next = (i + 1) % ${count};
                let (first, second) = ${forks};
                let mut a = forks[first].lock().unwrap();
                let mut b = forks[second].lock().unwrap();
                *a += 1;
                *b += 1;
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    let uses: u32 = forks.iter().map(|fork| *fork.lock().unwrap()).sum();
    println!("{uses}");
}
`;
}

function buffers(): BenchmarkRow[] {
  const row = (
    producers: number,
    consumers: number,
    items: number,
    outcomes: number,
    measured: Peers,
  ): BenchmarkRow => ({
    name: `pc ${producers}P${consumers}C, ${items} each`,
    source: boundedBuffer(producers, consumers, items),
    outcomes,
    ...measured,
  });
  return [
    row(1, 1, 1, 1, peers(2, "9", "195")),
    row(1, 1, 2, 1, peers(10, "156 (4.6 ms)", "9,705 (65 ms)", 4.6, 65)),
    row(1, 1, 3, 1, peers(58, "2,892 (90 ms)", "643,205 (4.6 s)", 90, 4600)),
    row(1, 1, 4, 1, peers(338, "52,536 (1.62 s)", "> 8.0 M", 1620)),
    row(2, 2, 1, 2, peers(156, "> 1,309,491 (60 s)", "> 8,425,403 (60 s)")),
  ];
}

/** A buffer of one place, with one condition variable for each side. */
function boundedBuffer(producers: number, consumers: number, items: number): string {
  return `use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Buffer {
    slot: Mutex<Option<usize>>,
    filled: Condvar,
    emptied: Condvar,
}

impl Buffer {
    fn put(&self, item: usize) {
        let mut slot = self.slot.lock().unwrap();
        while slot.is_some() {
            slot = self.emptied.wait(slot).unwrap();
        }
        *slot = Some(item);
        self.filled.notify_one();
    }

    fn take(&self) -> usize {
        let mut slot = self.slot.lock().unwrap();
        loop {
            if let Some(item) = slot.take() {
                self.emptied.notify_one();
                return item;
            }
            slot = self.filled.wait(slot).unwrap();
        }
    }
}

fn main() {
    let buffer = Arc::new(Buffer {
        slot: Mutex::new(None),
        filled: Condvar::new(),
        emptied: Condvar::new(),
    });
    let producers: Vec<_> = (0..${producers})
        .map(|id| {
            let buffer = Arc::clone(&buffer);
            thread::spawn(move || {
                for item in 0..${items} {
                    buffer.put(id * 10 + item);
                }
            })
        })
        .collect();
    let consumers: Vec<_> = (0..${consumers})
        .map(|_| {
            let buffer = Arc::clone(&buffer);
            thread::spawn(move || (0..${items}).map(|_| buffer.take()).collect::<Vec<_>>())
        })
        .collect();
    for producer in producers {
        producer.join().unwrap();
    }
    let taken: Vec<_> = consumers.into_iter().map(|consumer| consumer.join().unwrap()).collect();
    println!("{taken:?}");
}
`;
}

function atomics(): BenchmarkRow[] {
  const fetch = (threads: number, outcomes: number, measured: Peers): BenchmarkRow => ({
    name: `fetch_add(${threads})`,
    source: atomic(threads, "counter.fetch_add(1, Ordering::SeqCst)", 'println!("{seen:?}");'),
    outcomes,
    ...measured,
  });
  const lost = (threads: number, measured: Peers): BenchmarkRow => ({
    name: `lost update(${threads})`,
    source: atomic(
      threads,
      "{ let now = counter.load(Ordering::SeqCst); counter.store(now + 1, Ordering::SeqCst); }",
      'drop(seen); println!("{}", counter.load(Ordering::SeqCst));',
    ),
    outcomes: threads,
    ...measured,
  });
  return [
    fetch(2, 2, peers(2, "9", "19")),
    fetch(3, 6, peers(6, "414 (14.8 ms)", "1,121 (4.2 ms)", 14.8, 4.2)),
    fetch(4, 24, peers(24, "56,805 (2.45 s)", "134,545 (0.61 s)", 2450, 610)),
    fetch(5, 120, peers(120, "thread limit", "> 11.0 M")),
    lost(2, peers(4, "30", "69")),
    lost(3, peers(36, "9,941 (0.36 s)", "25,424 (0.10 s)", 360, 100)),
    lost(4, peers(576, "> 664,417 (30 s)", "> 5.76 M (30 s)")),
    lost(5, peers(14_400, "thread limit", "-")),
  ];
}

function atomic(threads: number, work: string, report: string): string {
  return `use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

fn main() {
    let counter = Arc::new(AtomicUsize::new(0));
    let handles: Vec<_> = (0..${threads})
        .map(|_| {
            let counter = Arc::clone(&counter);
            thread::spawn(move || ${work})
        })
        .collect();
    let seen: Vec<_> = handles.into_iter().map(|handle| handle.join().unwrap()).collect();
    ${report}
}
`;
}

function channels(): BenchmarkRow[] {
  const row = (senders: number, outcomes: number, measured: Peers): BenchmarkRow => ({
    name: `mpsc(${senders})`,
    source: `use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    let handles: Vec<_> = (0..${senders})
        .map(|id| {
            let sender = sender.clone();
            thread::spawn(move || sender.send(id).unwrap())
        })
        .collect();
    drop(sender);
    let order: Vec<usize> = receiver.iter().collect();
    for handle in handles {
        handle.join().unwrap();
    }
    println!("{order:?}");
}
`,
    outcomes,
    ...measured,
  });
  return [
    row(2, 2, peers(2, "19", "120")),
    row(3, 6, peers(6, "820 (30 ms)", "14,116 (57 ms)", 30, 57)),
    row(4, 24, peers(24, "106,962 (4.74 s)", "3,327,816 (18.4 s)", 4740, 18_400)),
    row(5, 120, peers(120, "thread limit", "> 9.96 M")),
    row(6, 720, peers(720, "thread limit", "> 8.68 M (60 s)")),
  ];
}

function readersAndWriters(): BenchmarkRow[] {
  const row = (
    readers: number,
    writers: number,
    outcomes: number,
    measured: Peers,
  ): BenchmarkRow => ({
    name: `RwLock ${readers}r${writers}w`,
    source: `use std::sync::{Arc, RwLock};
use std::thread;

fn main() {
    let value = Arc::new(RwLock::new(0));
    let writers: Vec<_> = (0..${writers})
        .map(|_| {
            let value = Arc::clone(&value);
            thread::spawn(move || { *value.write().unwrap() += 1; })
        })
        .collect();
    let readers: Vec<_> = (0..${readers})
        .map(|_| {
            let value = Arc::clone(&value);
            thread::spawn(move || *value.read().unwrap())
        })
        .collect();
    for writer in writers {
        writer.join().unwrap();
    }
    let seen: Vec<_> = readers.into_iter().map(|reader| reader.join().unwrap()).collect();
    println!("{seen:?}");
}
`,
    outcomes,
    ...measured,
  });
  return [
    row(2, 1, 4, peers(4, "414 (14.3 ms)", "12,854 (62 ms)", 14.3, 62)),
    row(3, 1, 8, peers(8, "56,805 (2.4 s)", "> 10.1 M", 2400)),
    row(2, 2, 9, peers(18, "56,805 (2.4 s)", "7,152,214 (46.3 s)", 2400, 46_300)),
  ];
}

//! A small job system: a bounded queue of jobs, a few workers, results over a channel, progress in atomics,
//! and a shutdown that loses nothing. Some 300 lines, as they stand in real programs.
//!
//! Things to try: filter the timeline by `jobs`, jump from a blocked worker to the one that holds the lock,
//! make `CAPACITY` smaller, or turn the `while` in `push` into an `if`.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, RwLock};
use std::thread;

/// As many jobs may wait as this; who submits more has to wait too.
const CAPACITY: usize = 2;
const WORKERS: usize = 2;

/// What a worker is asked to do.
#[derive(Debug, Clone, PartialEq)]
enum Work {
    /// Sum up the numbers from 1 to this one.
    Sum(u32),
    /// Count the words of a text.
    Words(String),
    /// Look a price up in the catalogue.
    Price { item: String, pieces: u32 },
}

#[derive(Debug, Clone, PartialEq)]
struct Job {
    id: u32,
    work: Work,
}

/// What comes back.
#[derive(Debug, Clone, PartialEq)]
enum Answer {
    Number(u32),
    Failed(JobError),
}

#[derive(Debug, Clone, PartialEq)]
enum JobError {
    Empty,
    Unknown(String),
}

impl fmt::Display for JobError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JobError::Empty => write!(f, "nothing to count"),
            JobError::Unknown(item) => write!(f, "no price for {item}"),
        }
    }
}

#[derive(Debug)]
struct Report {
    job: u32,
    worker: usize,
    answer: Answer,
}

/// The queue is closed: no job will ever come again.
#[derive(Debug, PartialEq)]
struct Closed;

/// What the lock of a queue keeps together.
struct Inner {
    waiting: VecDeque<Job>,
    open: bool,
}

/// A queue with room for `CAPACITY` jobs. `push` waits for room, `pop` waits for a job.
struct JobQueue {
    inner: Mutex<Inner>,
    not_empty: Condvar,
    not_full: Condvar,
    capacity: usize,
}

impl JobQueue {
    fn new(capacity: usize) -> Self {
        JobQueue {
            inner: Mutex::new(Inner {
                waiting: VecDeque::with_capacity(capacity),
                open: true,
            }),
            not_empty: Condvar::new(),
            not_full: Condvar::new(),
            capacity,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner
            .lock()
            .expect("no worker panics with the queue locked")
    }

    /// Waits while the queue is full; gives the job back as an error when the queue is closed.
    fn push(&self, job: Job) -> Result<(), Closed> {
        let mut inner = self.lock();
        while inner.open && inner.waiting.len() >= self.capacity {
            inner = self.not_full.wait(inner).expect("not poisoned");
        }
        if !inner.open {
            return Err(Closed);
        }
        inner.waiting.push_back(job);
        drop(inner);
        self.not_empty.notify_one();
        Ok(())
    }

    /// Waits for a job; `None` when the queue is closed and empty.
    fn pop(&self) -> Option<Job> {
        let mut inner = self.lock();
        loop {
            if let Some(job) = inner.waiting.pop_front() {
                drop(inner);
                self.not_full.notify_one();
                return Some(job);
            }
            if !inner.open {
                return None;
            }
            inner = self.not_empty.wait(inner).expect("not poisoned");
        }
    }

    /// Lets the workers finish what waits and go home.
    fn close(&self) {
        self.lock().open = false;
        self.not_empty.notify_all();
        self.not_full.notify_all();
    }
}

/// Numbers that everybody may look at while the work goes on.
#[derive(Default)]
struct Progress {
    submitted: AtomicUsize,
    done: AtomicUsize,
    failed: AtomicU32,
    cancelled: AtomicBool,
}

impl Progress {
    fn finished(&self, answer: &Answer) {
        if matches!(answer, Answer::Failed(_)) {
            self.failed.fetch_add(1, Ordering::Relaxed);
        }
        // What was written before is visible to whoever sees the new count.
        self.done.fetch_add(1, Ordering::Release);
    }

    fn line(&self) -> String {
        format!(
            "{} of {} done, {} failed",
            self.done.load(Ordering::Acquire),
            self.submitted.load(Ordering::Relaxed),
            self.failed.load(Ordering::Relaxed),
        )
    }
}

/// Prices change rarely and are read often.
struct Catalogue {
    prices: RwLock<BTreeMap<String, u32>>,
}

impl Catalogue {
    fn new() -> Self {
        let mut prices = BTreeMap::new();
        prices.insert(String::from("bolt"), 3);
        prices.insert(String::from("gear"), 40);
        Catalogue {
            prices: RwLock::new(prices),
        }
    }

    fn price(&self, item: &str) -> Option<u32> {
        let prices = self.prices.read().expect("not poisoned");
        prices.get(item).copied()
    }

    fn set(&self, item: &str, price: u32) {
        let mut prices = self.prices.write().expect("not poisoned");
        prices.insert(item.to_string(), price);
    }
}

/// Everything that the workers share.
struct Shop {
    jobs: JobQueue,
    progress: Progress,
    catalogue: Catalogue,
}

impl Shop {
    fn new() -> Self {
        Shop {
            jobs: JobQueue::new(CAPACITY),
            progress: Progress::default(),
            catalogue: Catalogue::new(),
        }
    }

    fn submit(&self, id: u32, work: Work) -> Result<(), Closed> {
        self.jobs.push(Job { id, work })?;
        self.progress.submitted.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn carry_out(&self, work: &Work) -> Answer {
        match work {
            Work::Sum(last) => Answer::Number((1..=*last).sum()),
            Work::Words(text) => match text.split_whitespace().count() {
                0 => Answer::Failed(JobError::Empty),
                count => Answer::Number(count as u32),
            },
            Work::Price { item, pieces } => match self.catalogue.price(item) {
                Some(price) => Answer::Number(price * pieces),
                None => Answer::Failed(JobError::Unknown(item.clone())),
            },
        }
    }
}

/// One worker: takes jobs until there are none, and reports each.
fn work(shop: &Shop, worker: usize, reports: Sender<Report>) -> u32 {
    let mut done = 0;
    while let Some(job) = shop.jobs.pop() {
        if shop.progress.cancelled.load(Ordering::Acquire) {
            break;
        }
        let answer = shop.carry_out(&job.work);
        shop.progress.finished(&answer);
        done += 1;
        let report = Report {
            job: job.id,
            worker,
            answer,
        };
        if reports.send(report).is_err() {
            break;
        }
    }
    done
}

/// Gathers the reports in the order of the jobs, whatever order they come in.
fn gather(reports: Receiver<Report>) -> BTreeMap<u32, Answer> {
    let mut answers = BTreeMap::new();
    for report in reports {
        let Report {
            job,
            worker,
            answer,
        } = report;
        assert!(worker < WORKERS, "only workers report");
        let before = answers.insert(job, answer);
        assert!(before.is_none(), "job {job} was done twice");
    }
    answers
}

/// The jobs of this run.
fn orders() -> Vec<Work> {
    vec![
        Work::Sum(4),
        Work::Words(String::from("lock step by step")),
        Work::Price {
            item: String::from("gear"),
            pieces: 2,
        },
        Work::Words(String::new()),
    ]
}

fn main() {
    let shop = Arc::new(Shop::new());
    let (sender, receiver) = mpsc::channel();

    let workers: Vec<_> = (0..WORKERS)
        .map(|number| {
            let shop = Arc::clone(&shop);
            let reports = sender.clone();
            thread::Builder::new()
                .name(format!("worker {number}"))
                .spawn(move || work(&shop, number, reports))
                .expect("a thread can be started")
        })
        .collect();
    // Each worker has a sender of its own. With this one alive, `gather` would wait for ever.
    drop(sender);

    let answers = thread::scope(|scope| {
        let gathering = scope.spawn(|| gather(receiver));
        shop.catalogue.set("gear", 42);
        for (id, order) in orders().into_iter().enumerate() {
            shop.submit(id as u32, order).expect("the queue is open");
        }
        shop.jobs.close();
        gathering.join().expect("gathering does not panic")
    });

    let done: u32 = workers
        .into_iter()
        .map(|worker| worker.join().expect("no worker panics"))
        .sum();
    assert_eq!(done as usize, answers.len());
    println!("{}", shop.progress.line());
    for (job, answer) in &answers {
        match answer {
            Answer::Number(number) => println!("{job}: {number}"),
            Answer::Failed(error) => println!("{job}: {error}"),
        }
    }
}

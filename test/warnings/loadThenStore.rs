// Atomics that get a value computed from what they held, in two steps.
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

static HITS: AtomicU32 = AtomicU32::new(0);

// ---- raised

fn in_one_expression() {
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                HITS.store(HITS.load(Ordering::SeqCst) + 1, Ordering::SeqCst); //~ WARNING[lockstep::load_then_store] `HITS`
            });
        }
    });
}

fn through_a_variable() {
    let total = Arc::new(AtomicUsize::new(0));
    let other = Arc::clone(&total);
    let adder = thread::spawn(move || {
        let old = other.load(Ordering::Relaxed);
        other.store(old + 5, Ordering::Relaxed); //~ WARNING[lockstep::load_then_store]
    });
    total.fetch_add(1, Ordering::Relaxed);
    adder.join().unwrap();
}

fn against_a_plain_store() {
    let level = AtomicU32::new(1);
    thread::scope(|scope| {
        scope.spawn(|| level.store(7, Ordering::SeqCst));
        let doubled = level.load(Ordering::SeqCst) * 2;
        level.store(doubled, Ordering::SeqCst); //~ WARNING[lockstep::load_then_store]
    });
}

fn a_flag_is_turned() {
    let light = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| light.store(!light.load(Ordering::SeqCst), Ordering::SeqCst)); //~ WARNING[lockstep::load_then_store]
        scope.spawn(|| light.store(true, Ordering::SeqCst));
    });
}

fn in_a_function() {
    fn bump(counter: &AtomicU32) {
        let now = counter.load(Ordering::Acquire);
        counter.store(now.wrapping_add(1), Ordering::Release); //~ WARNING[lockstep::load_then_store] `counter`
    }
    let counter = AtomicU32::new(0);
    thread::scope(|scope| {
        scope.spawn(|| bump(&counter));
        scope.spawn(|| bump(&counter));
    });
}

// ---- not raised

fn in_one_step() {
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| HITS.fetch_add(1, Ordering::SeqCst));
        }
    });
}

fn one_thread_writes() {
    let progress = AtomicU32::new(0);
    thread::scope(|scope| {
        scope.spawn(|| println!("{}", progress.load(Ordering::Relaxed)));
        let now = progress.load(Ordering::Relaxed);
        progress.store(now + 1, Ordering::Relaxed);
    });
}

fn behind_a_lock() {
    let gate = Mutex::new(());
    let count = AtomicU32::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let _held = gate.lock().unwrap();
                count.store(count.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
            });
        }
    });
}

fn a_value_of_its_own() {
    thread::scope(|scope| {
        scope.spawn(|| HITS.store(3, Ordering::SeqCst));
        println!("{}", HITS.load(Ordering::SeqCst));
        HITS.store(4, Ordering::SeqCst);
    });
}

fn after_the_join() {
    let total = Arc::new(AtomicUsize::new(0));
    let other = Arc::clone(&total);
    let adder = thread::spawn(move || other.store(5, Ordering::Relaxed));
    adder.join().unwrap();
    total.store(total.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
}

fn from_one_atomic_to_another() {
    let (from, to) = (AtomicU32::new(1), AtomicU32::new(0));
    thread::scope(|scope| {
        scope.spawn(|| to.store(from.load(Ordering::SeqCst) + 1, Ordering::SeqCst));
        scope.spawn(|| to.store(9, Ordering::SeqCst));
    });
}

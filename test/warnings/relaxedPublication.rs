// Flags that say that data is ready, without ordering it.
use std::sync::atomic::{fence, AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

static DATA: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

// ---- raised

fn two_statics() {
    let reader = thread::spawn(|| {
        while !READY.load(Ordering::Relaxed) {}
        println!("{}", DATA.load(Ordering::Relaxed));
    });
    DATA.store(7, Ordering::Relaxed);
    READY.store(true, Ordering::Relaxed); //~ WARNING[lockstep::relaxed_publication] `READY` says that `DATA` is ready
    reader.join().unwrap();
}

fn only_the_store_is_relaxed() {
    let (data, ready) = (AtomicU32::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            data.store(7, Ordering::Relaxed);
            ready.store(true, Ordering::Relaxed); //~ WARNING[lockstep::relaxed_publication]
        });
        while !ready.load(Ordering::Acquire) {
            thread::yield_now();
        }
        println!("{}", data.load(Ordering::Relaxed));
    });
}

fn only_the_load_is_relaxed() {
    let (data, ready) = (AtomicU32::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            while !ready.load(Ordering::Relaxed) {
                std::hint::spin_loop();
            }
            println!("{}", data.load(Ordering::Relaxed));
        });
        data.store(7, Ordering::Relaxed);
        ready.store(true, Ordering::Release); //~ WARNING[lockstep::relaxed_publication]
    });
}

struct Box2 {
    full: AtomicBool,
    value: AtomicU32,
}

fn fields_behind_an_arc() {
    let shared = Arc::new(Box2 { full: AtomicBool::new(false), value: AtomicU32::new(0) });
    let other = Arc::clone(&shared);
    let filler = thread::spawn(move || {
        other.value.store(3, Ordering::Relaxed);
        other.full.store(true, Ordering::Relaxed); //~ WARNING[lockstep::relaxed_publication] `other.full`
    });
    while !shared.full.load(Ordering::Relaxed) {}
    println!("{}", shared.value.load(Ordering::Relaxed));
    filler.join().unwrap();
}

fn in_functions() {
    fn publish() {
        DATA.store(1, Ordering::Relaxed);
        READY.store(true, Ordering::Relaxed); //~ WARNING[lockstep::relaxed_publication]
    }
    fn consume() -> u32 {
        while !READY.load(Ordering::Relaxed) {}
        DATA.load(Ordering::Relaxed)
    }
    thread::scope(|scope| {
        scope.spawn(publish);
        println!("{}", consume());
    });
}

// ---- not raised

fn release_and_acquire() {
    let reader = thread::spawn(|| {
        while !READY.load(Ordering::Acquire) {}
        println!("{}", DATA.load(Ordering::Relaxed));
    });
    DATA.store(7, Ordering::Relaxed);
    READY.store(true, Ordering::Release);
    reader.join().unwrap();
}

fn sequentially_consistent() {
    thread::scope(|scope| {
        scope.spawn(|| {
            while !READY.load(Ordering::SeqCst) {}
            println!("{}", DATA.load(Ordering::SeqCst));
        });
        DATA.store(7, Ordering::SeqCst);
        READY.store(true, Ordering::SeqCst);
    });
}

fn a_counter_on_its_own() {
    thread::scope(|scope| {
        scope.spawn(|| DATA.fetch_add(1, Ordering::Relaxed));
        println!("{}", DATA.load(Ordering::Relaxed));
    });
}

fn a_stop_flag() {
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| while !stop.load(Ordering::Relaxed) {});
        stop.store(true, Ordering::Relaxed);
    });
}

fn data_behind_a_lock() {
    let data = Mutex::new(0);
    let ready = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !ready.load(Ordering::Relaxed) {}
            println!("{}", data.lock().unwrap());
        });
        *data.lock().unwrap() = 7;
        ready.store(true, Ordering::Relaxed);
    });
}

fn with_fences() {
    let (data, ready) = (AtomicU32::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            while !ready.load(Ordering::Relaxed) {}
            fence(Ordering::Acquire);
            println!("{}", data.load(Ordering::Relaxed));
        });
        data.store(7, Ordering::Relaxed);
        fence(Ordering::Release);
        ready.store(true, Ordering::Relaxed);
    });
}

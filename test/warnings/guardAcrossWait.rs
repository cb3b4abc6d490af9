// Guards that live while their thread waits for something else.
use std::sync::{mpsc, Arc, Barrier, Condvar, Mutex};
use std::thread;
use std::time::Duration;

// ---- raised

fn over_join() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let shared = Arc::clone(&log);
    let mut lines = log.lock().unwrap();
    let writer = thread::spawn(move || shared.lock().unwrap().push("written"));
    lines.push("waiting");
    writer.join().unwrap(); //~ WARNING[lockstep::guard_across_wait] line 12
}

fn over_recv() {
    let total = Arc::new(Mutex::new(0));
    let shared = Arc::clone(&total);
    let (tx, rx) = mpsc::channel();
    let worker = thread::spawn(move || {
        *shared.lock().unwrap() += 1;
        tx.send(5).unwrap();
    });
    let mut sum = total.lock().unwrap();
    *sum += rx.recv().unwrap(); //~ WARNING[lockstep::guard_across_wait] waits for a message
    drop(sum);
    worker.join().unwrap();
}

fn over_sleep() {
    let state = Arc::new(Mutex::new(0));
    let shared = Arc::clone(&state);
    let reader = thread::spawn(move || println!("{}", shared.lock().unwrap()));
    let mut guard = state.lock().unwrap();
    *guard += 1;
    thread::sleep(Duration::from_millis(20)); //~ INFO[lockstep::guard_across_wait] sleeps
    drop(guard);
    reader.join().unwrap();
}

fn over_a_barrier() {
    let gate = Barrier::new(2);
    let shared = Mutex::new(0);
    thread::scope(|scope| {
        scope.spawn(|| {
            *shared.lock().unwrap() += 1;
            gate.wait();
        });
        let guard = shared.lock().unwrap();
        gate.wait(); //~ WARNING[lockstep::guard_across_wait] barrier
        drop(guard);
    });
}

fn a_second_lock_over_a_condvar() {
    let names = Mutex::new(Vec::new());
    let ready = Mutex::new(false);
    let bell = Condvar::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            names.lock().unwrap().push("late");
            *ready.lock().unwrap() = true;
            bell.notify_one();
        });
        let held = names.lock().unwrap();
        let mut open = ready.lock().unwrap();
        while !*open {
            open = bell.wait(open).unwrap(); //~ WARNING[lockstep::guard_across_wait] `names`
        }
        drop(held);
    });
}

// ---- not raised

fn dropped_before_join() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let shared = Arc::clone(&log);
    let mut lines = log.lock().unwrap();
    let writer = thread::spawn(move || shared.lock().unwrap().push("written"));
    lines.push("waiting");
    drop(lines);
    writer.join().unwrap();
}

fn a_lock_that_the_thread_leaves_alone() {
    let log = Mutex::new(0);
    let guard = log.lock().unwrap();
    let worker = thread::spawn(|| 2 + 2);
    println!("{} {}", worker.join().unwrap(), guard);
}

fn the_receiver_is_behind_the_lock() {
    let (tx, rx) = mpsc::channel::<u32>();
    let inbox = Arc::new(Mutex::new(rx));
    let mut workers = Vec::new();
    for _ in 0..2 {
        let inbox = Arc::clone(&inbox);
        workers.push(thread::spawn(move || {
            let message = inbox.lock().unwrap().recv();
            println!("{}", message.is_ok());
        }));
    }
    tx.send(1).unwrap();
    tx.send(2).unwrap();
    for worker in workers {
        worker.join().unwrap();
    }
}

fn a_condvar_gives_its_own_lock_back() {
    let ready = Mutex::new(false);
    let bell = Condvar::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            *ready.lock().unwrap() = true;
            bell.notify_one();
        });
        let mut open = ready.lock().unwrap();
        while !*open {
            open = bell.wait(open).unwrap();
        }
    });
}

fn sleeps_without_the_lock() {
    let state = Mutex::new(0);
    thread::scope(|scope| {
        scope.spawn(|| *state.lock().unwrap() += 1);
        *state.lock().unwrap() += 1;
        thread::sleep(Duration::from_millis(20));
    });
}

fn nobody_else_is_there() {
    let state = Mutex::new(0);
    let guard = state.lock().unwrap();
    thread::sleep(Duration::from_millis(5));
    println!("{guard}");
}

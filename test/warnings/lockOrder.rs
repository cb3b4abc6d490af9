// Locks taken in opposite orders by threads that run together.
use std::sync::{Arc, Mutex, RwLock};
use std::thread;

static INK: Mutex<u32> = Mutex::new(1);
static PEN: Mutex<u32> = Mutex::new(1);
static PAD: Mutex<u32> = Mutex::new(1);

// ---- raised

fn two_statics() {
    let writer = thread::spawn(|| {
        let ink = INK.lock().unwrap();
        let pen = PEN.lock().unwrap(); //~ WARNING[lockstep::lock_order] `PEN` then `INK` on line 18
        drop((ink, pen));
    });
    let pen = PEN.lock().unwrap();
    let ink = INK.lock().unwrap();
    drop((ink, pen));
    writer.join().unwrap();
}

fn two_threads_with_arcs() {
    let left = Arc::new(Mutex::new(0));
    let right = Arc::new(Mutex::new(0));
    let (l, r) = (Arc::clone(&left), Arc::clone(&right));
    let a = thread::spawn(move || {
        let mut one = l.lock().unwrap();
        let two = r.lock().unwrap(); //~ WARNING[lockstep::lock_order]
        *one += *two;
    });
    let b = thread::spawn(move || {
        let mut two = right.lock().unwrap();
        let one = left.lock().unwrap();
        *two += *one;
    });
    a.join().unwrap();
    b.join().unwrap();
}

struct Account {
    money: Mutex<u32>,
}

fn transfer(from: &Account, to: &Account) {
    let mut taken = from.money.lock().unwrap();
    let mut given = to.money.lock().unwrap(); //~ WARNING[lockstep::lock_order] opposite orders
    *taken -= 1;
    *given += 1;
}

fn one_function_with_swapped_arguments() {
    let (a, b) = (Account { money: Mutex::new(5) }, Account { money: Mutex::new(5) });
    thread::scope(|scope| {
        scope.spawn(|| transfer(&a, &b));
        scope.spawn(|| transfer(&b, &a));
    });
}

fn three_in_a_ring() {
    thread::scope(|scope| {
        scope.spawn(|| {
            let _ink = INK.lock().unwrap();
            *PEN.lock().unwrap() += 1; //~ WARNING[lockstep::lock_order] 3 threads
        });
        scope.spawn(|| {
            let _pen = PEN.lock().unwrap();
            *PAD.lock().unwrap() += 1;
        });
        scope.spawn(|| {
            let _pad = PAD.lock().unwrap();
            *INK.lock().unwrap() += 1;
        });
    });
}

fn in_a_function_that_is_called() {
    fn refill() {
        *INK.lock().unwrap() += 1; //~ WARNING[lockstep::lock_order]
    }
    let helper = thread::spawn(|| {
        let _pad = PAD.lock().unwrap();
        refill();
    });
    let _ink = INK.lock().unwrap();
    *PAD.lock().unwrap() += 1;
    drop(_ink);
    helper.join().unwrap();
}

fn reader_and_writer() {
    let map = RwLock::new(1);
    let list = Mutex::new(1);
    thread::scope(|scope| {
        scope.spawn(|| {
            let seen = map.read().unwrap();
            *list.lock().unwrap() += *seen; //~ WARNING[lockstep::lock_order]
        });
        scope.spawn(|| {
            let all = list.lock().unwrap();
            *map.write().unwrap() += *all;
        });
    });
}

// ---- not raised

fn same_order() {
    let writer = thread::spawn(|| {
        let ink = INK.lock().unwrap();
        let pen = PEN.lock().unwrap();
        drop((ink, pen));
    });
    let ink = INK.lock().unwrap();
    let pen = PEN.lock().unwrap();
    drop((ink, pen));
    writer.join().unwrap();
}

fn one_after_the_other() {
    let writer = thread::spawn(|| {
        let _ink = INK.lock().unwrap();
        *PEN.lock().unwrap() += 1;
    });
    writer.join().unwrap();
    let _pen = PEN.lock().unwrap();
    *INK.lock().unwrap() += 1;
}

fn behind_a_common_lock() {
    thread::scope(|scope| {
        scope.spawn(|| {
            let _pad = PAD.lock().unwrap();
            let _ink = INK.lock().unwrap();
            *PEN.lock().unwrap() += 1;
        });
        scope.spawn(|| {
            let _pad = PAD.lock().unwrap();
            let _pen = PEN.lock().unwrap();
            *INK.lock().unwrap() += 1;
        });
    });
}

fn given_back_between() {
    thread::scope(|scope| {
        scope.spawn(|| {
            let ink = *INK.lock().unwrap();
            *PEN.lock().unwrap() += ink;
        });
        scope.spawn(|| {
            let pen = *PEN.lock().unwrap();
            let mut ink = INK.lock().unwrap();
            *ink += pen;
        });
    });
}

fn one_thread_only() {
    {
        let _ink = INK.lock().unwrap();
        *PEN.lock().unwrap() += 1;
    }
    let _pen = PEN.lock().unwrap();
    *INK.lock().unwrap() += 1;
}

fn a_message_says_when() {
    let (done, wait) = std::sync::mpsc::channel();
    let writer = thread::spawn(move || {
        {
            let _ink = INK.lock().unwrap();
            *PEN.lock().unwrap() += 1;
        }
        done.send(()).unwrap();
    });
    wait.recv().unwrap();
    let _pen = PEN.lock().unwrap();
    *INK.lock().unwrap() += 1;
    drop(_pen);
    writer.join().unwrap();
}

fn locks_of_each_thread_alone() {
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let (a, b) = (Mutex::new(1), Mutex::new(2));
                {
                    let _one = a.lock().unwrap();
                    *b.lock().unwrap() += 1;
                }
                let _two = b.lock().unwrap();
                *a.lock().unwrap() += 1;
            });
        }
    });
}

fn joined_in_a_loop() {
    let mut threads = Vec::new();
    for _ in 0..2 {
        threads.push(thread::spawn(|| {
            let _ink = INK.lock().unwrap();
            *PEN.lock().unwrap() += 1;
        }));
    }
    for thread in threads {
        thread.join().unwrap();
    }
    let _pen = PEN.lock().unwrap();
    *INK.lock().unwrap() += 1;
}

// Locking twice in one thread. Each function without parameters is a program of its own.
use std::sync::{Arc, Mutex, RwLock};

static LEDGER: Mutex<Vec<u32>> = Mutex::new(Vec::new());

// ---- raised

fn named_guard() {
    let seats = Mutex::new(3);
    let first = seats.lock().unwrap();
    let second = seats.lock().unwrap(); //~ WARNING[lockstep::double_lock] since line 10
    println!("{first} {second}");
}

fn two_in_one_statement() {
    let score = Mutex::new(1);
    *score.lock().unwrap() += *score.lock().unwrap(); //~ WARNING[lockstep::double_lock]
}

fn in_a_function_that_is_called() {
    let mut ledger = LEDGER.lock().unwrap();
    ledger.push(1);
    print_ledger(); //~ WARNING[lockstep::double_lock] locks it again (line 29)
}

fn print_ledger() {
    println!("{} entries",
        // The guard of the caller is still there.
        LEDGER.lock().unwrap().len()
    );
}

struct Stock {
    counts: Mutex<[u32; 2]>,
}

impl Stock {
    fn total(&self) -> u32 {
        self.counts.lock().unwrap().iter().sum()
    }

    fn take(&self, which: usize) {
        let mut counts = self.counts.lock().unwrap();
        counts[which] -= 1;
        println!("{} left", self.total()); //~ WARNING[lockstep::double_lock]
    }
}

fn through_a_method() {
    Stock { counts: Mutex::new([2, 3]) }.take(0);
}

fn through_a_clone_of_the_arc() {
    let pot = Arc::new(Mutex::new(String::new()));
    let same = Arc::clone(&pot);
    let guard = pot.lock().unwrap();
    let again = same.lock().unwrap(); //~ WARNING[lockstep::double_lock]
    drop((guard, again));
}

fn write_while_reading() {
    let page = RwLock::new(7);
    let reading = page.read().unwrap();
    if *reading == 7 {
        *page.write().unwrap() = 8; //~ WARNING[lockstep::double_lock]
    }
}

fn guard_of_a_match() {
    let light = Mutex::new(Some(2));
    match light.lock().unwrap().as_ref() {
        Some(_) => *light.lock().unwrap() = None, //~ WARNING[lockstep::double_lock]
        None => {}
    };
}

fn in_a_closure() {
    let tally = Mutex::new(0);
    let bump = || *tally.lock().unwrap() += 1;
    let guard = tally.lock().unwrap();
    bump(); //~ WARNING[lockstep::double_lock]
    drop(guard);
}

// ---- not raised

fn dropped_first() {
    let seats = Mutex::new(3);
    let first = seats.lock().unwrap();
    drop(first);
    let second = seats.lock().unwrap();
    println!("{second}");
}

fn block_ends_first() {
    let seats = Mutex::new(3);
    {
        let mut first = seats.lock().unwrap();
        *first += 1;
    }
    println!("{}", seats.lock().unwrap());
}

fn two_locks_of_one_struct() {
    struct Pair {
        left: Mutex<i32>,
        right: Mutex<i32>,
    }
    let pair = Pair { left: Mutex::new(1), right: Mutex::new(2) };
    let left = pair.left.lock().unwrap();
    let right = pair.right.lock().unwrap();
    println!("{}", *left + *right);
}

fn two_readers() {
    let page = RwLock::new(7);
    let one = page.read().unwrap();
    let two = page.read().unwrap();
    println!("{}", *one + *two);
}

fn never_both() {
    let seats = Mutex::new(3);
    let early = std::env::args().count() > 90;
    let mut kept = None;
    if early {
        kept = Some(seats.lock().unwrap());
    }
    if !early {
        println!("{}", seats.lock().unwrap());
    }
    drop(kept);
}

fn only_tried() {
    let seats = Mutex::new(3);
    let first = seats.lock().unwrap();
    let second = seats.try_lock().is_err();
    println!("{first} {second}");
}

fn a_lock_for_each_turn() {
    for round in 0..3 {
        let seats = Mutex::new(round);
        let guard = seats.lock().unwrap();
        println!("{guard}");
    }
}

fn value_taken_out() {
    let score = Mutex::new(1);
    let old = *score.lock().unwrap();
    *score.lock().unwrap() = old + 1;
}

fn handed_to_a_function_that_drops_it() {
    fn finish(guard: std::sync::MutexGuard<'_, i32>) {
        println!("{guard}");
    }
    let score = Mutex::new(1);
    finish(score.lock().unwrap());
    finish(score.lock().unwrap());
}

// Condition variables whose condition is not looked at again.
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

// ---- raised

fn only_if() {
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let other = Arc::clone(&pair);
    let setter = thread::spawn(move || {
        *other.0.lock().unwrap() = true;
        other.1.notify_one();
    });
    let mut open = pair.0.lock().unwrap();
    if !*open {
        open = pair.1.wait(open).unwrap(); //~ WARNING[lockstep::wait_without_loop] `pair.1`
    }
    println!("{open}");
    drop(open);
    setter.join().unwrap();
}

fn no_condition_at_all() {
    let lock = Mutex::new(());
    let bell = Condvar::new();
    thread::scope(|scope| {
        scope.spawn(|| bell.notify_one());
        let guard = lock.lock().unwrap();
        let _guard = bell.wait(guard).unwrap(); //~ WARNING[lockstep::wait_without_loop]
    });
}

struct Gate {
    open: Mutex<bool>,
    bell: Condvar,
}

impl Gate {
    fn pass(&self) {
        let open = self.open.lock().unwrap();
        if !*open {
            drop(self.bell.wait(open)); //~ WARNING[lockstep::wait_without_loop] `self.bell`
        }
    }

    fn pass_well(&self) {
        let mut open = self.open.lock().unwrap();
        while !*open {
            open = self.bell.wait(open).unwrap();
        }
    }

    fn pass_shortly(&self) {
        let open = self.open.lock().unwrap();
        let _open = self.bell.wait_while(open, |open| !*open).unwrap();
    }
}

fn in_a_match() {
    let slot = Mutex::new(None);
    let filled = Condvar::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            *slot.lock().unwrap() = Some(3);
            filled.notify_all();
        });
        let guard = slot.lock().unwrap();
        let guard = match *guard {
            Some(_) => guard,
            None => filled.wait(guard).unwrap(), //~ WARNING[lockstep::wait_without_loop]
        };
        println!("{guard:?}");
    });
}

fn in_a_function() {
    fn once(lock: &Mutex<u32>, bell: &Condvar) -> u32 {
        let guard = lock.lock().unwrap();
        *bell.wait(guard).unwrap() //~ WARNING[lockstep::wait_without_loop]
    }
    let lock = Mutex::new(1);
    let bell = Condvar::new();
    thread::scope(|scope| {
        scope.spawn(|| bell.notify_one());
        println!("{}", once(&lock, &bell));
    });
}

// ---- not raised

fn the_loop_looks_again() {
    let gate = Gate { open: Mutex::new(false), bell: Condvar::new() };
    thread::scope(|scope| {
        scope.spawn(|| {
            *gate.open.lock().unwrap() = true;
            gate.bell.notify_all();
        });
        gate.pass_well();
    });
}

fn wait_while() {
    let gate = Gate { open: Mutex::new(true), bell: Condvar::new() };
    gate.pass_shortly();
}

fn loop_and_break() {
    let turn = Mutex::new(0);
    let bell = Condvar::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            *turn.lock().unwrap() = 1;
            bell.notify_one();
        });
        let mut guard = turn.lock().unwrap();
        loop {
            if *guard == 1 {
                break;
            }
            guard = bell.wait(guard).unwrap();
        }
    });
}

fn with_a_time_limit() {
    let lock = Mutex::new(0);
    let bell = Condvar::new();
    let guard = lock.lock().unwrap();
    let (_guard, result) = bell.wait_timeout(guard, Duration::from_millis(1)).unwrap();
    println!("{}", result.timed_out());
}

fn looked_at_by_the_caller() {
    fn step<'a>(bell: &Condvar, guard: std::sync::MutexGuard<'a, u32>) -> std::sync::MutexGuard<'a, u32> {
        bell.wait(guard).unwrap()
    }
    let lock = Mutex::new(0);
    let bell = Condvar::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            *lock.lock().unwrap() = 2;
            bell.notify_one();
        });
        let mut guard = lock.lock().unwrap();
        while *guard != 2 {
            guard = step(&bell, guard);
        }
    });
}

//@ status: error
//@ about: lints that are errors by default, and what turns them off
use std::sync::atomic::{fence, AtomicUsize, Ordering};
use std::sync::{Mutex, RwLock};

static TICKETS: AtomicUsize = AtomicUsize::new(0);

fn guards(m: &Mutex<i32>, rw: &RwLock<i32>) {
    let _ = m.lock(); //~ ERROR[let_underscore_lock] non-binding let on a synchronization lock
    let _ = rw.read().unwrap(); //~ ERROR[let_underscore_lock] non-binding let on a synchronization lock
    let (_, n) = (rw.write().unwrap(), 1); //~ ERROR[let_underscore_lock] non-binding let on a synchronization lock
    _ = m.lock().unwrap(); //~ ERROR[let_underscore_lock] non-binding let on a synchronization lock
    let _ = *m.lock().unwrap() + n;
    #[allow(let_underscore_lock)]
    let _ = m.lock();
    #[expect(let_underscore)]
    {
        let _ = m.lock();
    }
}

fn orderings() {
    TICKETS.load(Ordering::Release); //~ ERROR[invalid_atomic_ordering] atomic loads cannot have `Release` or `AcqRel` ordering
    TICKETS.store(1, Ordering::AcqRel); //~ ERROR[invalid_atomic_ordering] atomic stores cannot have `Acquire` or `AcqRel` ordering
    fence(Ordering::Relaxed); //~ ERROR[invalid_atomic_ordering] memory fences cannot have `Relaxed` ordering
    let _ = TICKETS.compare_exchange(0, 1, Ordering::SeqCst, Ordering::Release); //~ ERROR[invalid_atomic_ordering] `compare_exchange`'s failure ordering may not be `Release` or `AcqRel`, since a failed `compare_exchange` does not result in a write
    let _ = TICKETS.fetch_update(Ordering::SeqCst, Ordering::AcqRel, |n| Some(n + 1)); //~ ERROR[invalid_atomic_ordering] `fetch_update`'s failure ordering may not be `Release` or `AcqRel`, since a failed `fetch_update` does not result in a write
    let chosen = Ordering::Release;
    TICKETS.load(chosen);
}

#[allow(arithmetic_overflow, unused)]
mod careless {
    pub fn sum() -> u8 {
        250 + 10
    }
    pub fn literal() -> u8 {
        256 //~ ERROR[overflowing_literals] literal out of range for `u8`
    }
}

fn arithmetic(n: usize) {
    let full = u8::MAX;
    println!("{}", full + 1); //~ ERROR[arithmetic_overflow] this arithmetic operation will overflow
    let mut count = 3u32;
    count -= 4;
    let zero = 0;
    let half = 10 / zero; //~ ERROR[unconditional_panic] this operation will panic at runtime
    let three = [1, 2, 3];
    let at = if n > 5 { three[n] } else { three[3] }; //~ ERROR[unconditional_panic] this operation will panic at runtime
    let wide = 1u32 << 32; //~ ERROR[arithmetic_overflow] this arithmetic operation will overflow
    let borrowed = 5u32;
    let look = &borrowed;
    println!("{count} {half} {at} {wide} {look} {}", borrowed - 6);
}

fn literals() -> (i8, i8, i8) {
    let tiny = -129; //~ ERROR[overflowing_literals] literal out of range for `i8`
    (tiny, -128, 128) //~ ERROR[overflowing_literals] literal out of range for `i8`
}

fn main() {
    guards(&Mutex::new(1), &RwLock::new(2));
    orderings();
    arithmetic(careless::sum() as usize + careless::literal() as usize);
    println!("{:?}", literals());
}

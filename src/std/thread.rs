// Threads: starting, waiting for the end, sleeping, parking, what belongs to one thread.
//
// Builders are in thread/builder.rs, join handles in thread/join.rs, scopes in thread/scoped.rs, thread-locals in
// thread/local.rs, what runs first and last in a thread in thread/life.rs.
//
// Follows: std::thread. Not modelled: stack sizes are not checked against the machine's; a parked thread may wake for no
// reason only in explorations.

#![lockstep::concept = "ch16-01-threads"]

mod builder;
mod id;
mod join;
mod life;
pub mod local;
mod scoped;

pub use self::builder::Builder;
pub use self::id::{Thread, ThreadId, current};
pub use self::join::JoinHandle;
pub use self::local::{AccessError, LocalKey};
pub use self::scoped::{Scope, ScopedJoinHandle, scope};

use crate::any::Any;
use crate::io;
use crate::num::NonZero;
use crate::time::{Duration, Instant};

pub(crate) use self::local::run_destructors;

mod sys {
    use crate::time::Instant;
    #[lockstep::primitive = "thread.sleep_until"]
    pub fn sleep_until(deadline: Instant);
    #[lockstep::primitive = "thread.yield"]
    pub fn yield_now();
    /// True: there was a token. False: parked.
    #[lockstep::primitive = "thread.park"]
    #[lockstep::effect = "park"]
    pub fn park() -> bool;
    #[lockstep::primitive = "thread.parked"]
    pub fn parked();
    #[lockstep::primitive = "thread.parked_until"]
    pub fn parked_until(deadline: Instant);
    #[lockstep::primitive = "thread.available_parallelism"]
    pub fn available_parallelism() -> usize;
}

/// What a thread ends with: the value of its closure, or what its panic carried.
pub type Result<T> = crate::result::Result<T, Box<dyn Any + Send + 'static>>;

/// Starts a thread that runs `f`. The closure and its result must be `Send` and borrow nothing, because the new thread may
/// outlive the function that started it. Dropping the handle lets the thread run on; the end of `main` stops it.
#[lockstep::spawns]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    Builder::new().spawn(f).expect("failed to spawn thread")
}

/// Sleeps at least this long. It says nothing about the order in which threads go on afterwards.
#[lockstep::waits = "until the time is up"]
#[lockstep::effect = "sleep"]
pub fn sleep(dur: Duration) {
    if !dur.is_zero() {
        sys::sleep_until(Instant::after(dur));
    }
}

/// As `sleep`, in milliseconds.
#[deprecated(since = "1.6.0", note = "replaced by `std::thread::sleep`")]
pub fn sleep_ms(ms: u32) {
    sleep(Duration::from_millis(ms as u64));
}

/// Offers the processor to other threads. It guarantees nothing.
pub fn yield_now() {
    sys::yield_now();
}

/// Waits for the token that `unpark` leaves, and takes it. It can also return for no reason.
#[lockstep::waits = "until another thread unparks it"]
#[lockstep::effect = "park"]
pub fn park() {
    if !sys::park() {
        sys::parked();
    }
}

/// As `park`, but no longer than `dur`.
#[lockstep::waits = "until another thread unparks it or the time is up"]
#[lockstep::effect = "park"]
pub fn park_timeout(dur: Duration) {
    let deadline = Instant::after(dur);
    if !sys::park() {
        sys::parked_until(deadline);
    }
}

/// As `park_timeout`, in milliseconds.
#[deprecated(since = "1.6.0", note = "replaced by `std::thread::park_timeout`")]
pub fn park_timeout_ms(ms: u32) {
    park_timeout(Duration::from_millis(ms as u64));
}

/// Whether this thread is unwinding after a panic.
#[must_use]
pub fn panicking() -> bool {
    crate::panicking::panicking()
}

/// How many threads can usefully run at once. Lockstep always says 8.
#[lockstep::assumes = "cores"]
pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    Ok(NonZero::new(sys::available_parallelism()).unwrap())
}

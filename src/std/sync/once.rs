// `Once`: code that runs one time in the whole program.
//
// Follows: std::sync::Once: whoever comes while the code runs waits for it, the running thread itself included (for ever).
// A panic in the code poisons; only the `_force` forms go on after that.

#![lockstep::concept = ""]

use super::Handle;
use crate::fmt;
use crate::panic::{RefUnwindSafe, UnwindSafe};

mod sys {
    /// Nothing has run yet.
    #[lockstep::primitive = "once.new"]
    pub const fn new() -> usize;
    /// Waits while another call runs. 0: run it now, 1: now, after an earlier run panicked, 2: done already,
    /// 3: poisoned and not `force`d.
    #[lockstep::primitive = "once.begin"]
    pub fn begin(once: usize, force: bool) -> u8;
    #[lockstep::primitive = "once.finish"]
    pub fn finish(once: usize, poison: bool);
    #[lockstep::primitive = "once.is_completed"]
    pub fn is_completed(once: usize) -> bool;
    /// Waits until the code has run; false when it is poisoned and not `force`d.
    #[lockstep::primitive = "once.wait"]
    pub fn wait(once: usize, force: bool) -> bool;
    /// 0 not run, 1 poisoned, 2 done: for whoever owns the object alone.
    #[lockstep::primitive = "once.state_owned"]
    pub fn state_owned(once: usize) -> u8;
}

/// Runs a piece of code exactly once, however many threads ask for it. The others wait until it is done.
#[lockstep::object = "once"]
#[lockstep::render = "once"]
#[lockstep::first_fields = "4"]
pub struct Once {
    handle: Handle,
}

/// What `call_once_force` tells its closure: whether an earlier run panicked.
pub struct OnceState {
    poisoned: bool,
    /// Set by the closure of an initialisation that failed: the `Once` is poisoned without a panic.
    failed: crate::cell::Cell<bool>,
}

/// A `Once` for statics, from before `Once::new` could make one.
#[deprecated(since = "1.38.0", note = "the `Once::new()` function is now preferred")]
pub const ONCE_INIT: Once = Once::new();

impl UnwindSafe for Once {}
impl RefUnwindSafe for Once {}
impl !Sync for OnceState {}

impl Once {
    /// Nothing has run yet.
    pub const fn new() -> Once {
        Once { handle: Handle::new(sys::new()) }
    }

    /// Runs `f` if nobody has yet, and waits if somebody is at it. Panics if an earlier run panicked.
    pub fn call_once<F>(&self, f: F)
    where
        F: FnOnce(),
    {
        self.call(false, |_| f());
    }

    /// As `call_once`, but runs `f` again after an earlier run panicked.
    pub fn call_once_force<F>(&self, f: F)
    where
        F: FnOnce(&OnceState),
    {
        self.call(true, f);
    }

    /// Whether the code has run to its end.
    pub fn is_completed(&self) -> bool {
        sys::is_completed(self.handle.id())
    }

    /// Waits until some thread has run the code.
    #[lockstep::place = "std/src/sync/once.rs:296:24"]
    pub fn wait(&self) {
        if !sys::wait(self.handle.id(), false) {
            poisoned();
        }
    }

    /// As `wait`, also when a run panicked.
    pub fn wait_force(&self) {
        sys::wait(self.handle.id(), true);
    }

    /// 0 not run, 1 poisoned, 2 done.
    pub(super) fn state_owned(&mut self) -> u8 {
        sys::state_owned(self.handle.id())
    }

    fn call<F>(&self, force: bool, f: F)
    where
        F: FnOnce(&OnceState),
    {
        let found = sys::begin(self.handle.id(), force);
        if found == 2 {
            return;
        }
        if found == 3 {
            poisoned();
        }
        let mut running = Running { once: self, poison: true };
        let state = OnceState { poisoned: found == 1, failed: crate::cell::Cell::new(false) };
        f(&state);
        running.poison = state.failed.get();
    }
}

/// The code is running; dropped while it panics, the `Once` is poisoned.
struct Running<'a> {
    once: &'a Once,
    poison: bool,
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        sys::finish(self.once.handle.id(), self.poison);
    }
}

fn poisoned() -> ! {
    panic!("Once instance has previously been poisoned")
}

impl OnceState {
    /// Whether an earlier run panicked.
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }

    pub(super) fn poison(&self) {
        self.failed.set(true);
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}

impl fmt::Debug for OnceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceState").field("poisoned", &self.is_poisoned()).finish()
    }
}

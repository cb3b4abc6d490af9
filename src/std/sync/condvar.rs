// `Condvar`: waiting for a condition that another thread will make true.
//
// A wait is three visible steps: give the mutex back and join the waiters; be woken; take the mutex again. Who is woken by
// `notify_one`, and whether a wait ends without any notify, is open. A notify that finds nobody waiting is lost.
//
// Follows: std::sync::Condvar. Not modelled: using one condvar with two mutexes at once is allowed here, as on Linux.

#![lockstep::concept = ""]

use super::Handle;
use super::mutex::{self, MutexGuard};
use super::poison::{LockResult, PoisonError, wrap};
use crate::fmt;
use crate::time::{Duration, Instant};

mod sys {
    use crate::time::Instant;
    /// A condition variable that nobody waits on yet. It belongs to one mutex.
    #[lockstep::primitive = "condvar.new"]
    pub const fn new() -> usize;
    /// Gives the mutex back and joins the waiters, in one step.
    #[lockstep::primitive = "condvar.begin_wait"]
    pub fn begin_wait(condvar: usize, mutex: usize);
    /// Until notified, or woken for no reason.
    #[lockstep::primitive = "condvar.wait"]
    pub fn wait(condvar: usize);
    /// The same, or until the deadline: true.
    #[lockstep::primitive = "condvar.wait_until"]
    pub fn wait_until(condvar: usize, deadline: Instant) -> bool;
    #[lockstep::primitive = "condvar.notify_one"]
    pub fn notify_one(condvar: usize);
    #[lockstep::primitive = "condvar.notify_all"]
    pub fn notify_all(condvar: usize);
}

/// Lets threads wait, with a mutex given back meanwhile, until another thread notifies them. A wait can end without a
/// notify, so it belongs in a loop that tests the condition; a notify is lost when nobody waits yet.
#[lockstep::object = "condvar"]
#[lockstep::render = "condvar"]
#[lockstep::qualified]
#[lockstep::first_fields = "4"]
pub struct Condvar {
    handle: Handle,
}

/// Whether a timed wait ended by its timeout.
#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// True when the time was up, not when a notify came.
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

impl Condvar {
    /// A condition variable that nobody waits on yet. It belongs to one mutex.
    pub const fn new() -> Condvar {
        Condvar { handle: Handle::new(sys::new()) }
    }

    /// Gives the mutex back, sleeps until woken, and takes the mutex again. It can wake without a notify.
    #[lockstep::err = "A thread panicked while it held the mutex, so the data may be half changed (*poisoned*). The `Err` still holds the guard: `into_inner` gives it, `clear_poison` declares the data good again."]
    #[lockstep::waits = "until another thread notifies"]
    #[lockstep::effect = "wait"]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let mutex = guard.mutex().id();
        sys::begin_wait(self.handle.id(), mutex);
        sys::wait(self.handle.id());
        let poisoned = mutex::sys::lock(mutex);
        wrap(guard, poisoned)
    }

    /// Waits as long as `condition` is true.
    #[lockstep::waits = "until the condition is gone"]
    #[lockstep::rechecks]
    #[lockstep::effect = "wait_while"]
    pub fn wait_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        while condition(&mut *guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    /// As `wait_timeout`, in milliseconds.
    #[deprecated(since = "1.6.0", note = "replaced by `std::sync::Condvar::wait_timeout`")]
    #[lockstep::waits = "until another thread notifies or the time is up"]
    #[lockstep::effect = "wait_timeout"]
    pub fn wait_timeout_ms<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        ms: u32,
    ) -> LockResult<(MutexGuard<'a, T>, bool)> {
        match self.wait_timeout(guard, Duration::from_millis(ms as u64)) {
            Ok((guard, result)) => Ok((guard, !result.timed_out())),
            Err(error) => {
                let (guard, result) = error.into_inner();
                Err(PoisonError::new((guard, !result.timed_out())))
            }
        }
    }

    /// As `wait`, but no longer than `dur`.
    #[lockstep::waits = "until another thread notifies or the time is up"]
    #[lockstep::effect = "wait_timeout"]
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        dur: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        self.wait_until(guard, Instant::after(dur))
    }

    /// Waits as long as `condition` is true, but no longer than `dur`.
    #[lockstep::waits = "until the condition is gone or the time is up"]
    #[lockstep::rechecks]
    #[lockstep::effect = "wait_while"]
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        dur: Duration,
        mut condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        let deadline = Instant::after(dur);
        let mut late = WaitTimeoutResult(false);
        loop {
            if !condition(&mut *guard) {
                return Ok((guard, WaitTimeoutResult(false)));
            }
            if late.timed_out() {
                return Ok((guard, late));
            }
            (guard, late) = self.wait_until(guard, deadline)?;
        }
    }

    /// Wakes one waiting thread, any of them; nothing happens when none waits.
    #[lockstep::notifies = "one"]
    pub fn notify_one(&self) {
        sys::notify_one(self.handle.id());
    }

    /// Wakes every thread that waits now.
    #[lockstep::notifies = "all"]
    pub fn notify_all(&self) {
        sys::notify_all(self.handle.id());
    }

    fn wait_until<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        deadline: Instant,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let mutex = guard.mutex().id();
        sys::begin_wait(self.handle.id(), mutex);
        let late = sys::wait_until(self.handle.id(), deadline);
        let poisoned = mutex::sys::lock(mutex);
        wrap((guard, WaitTimeoutResult(late)), poisoned)
    }
}

impl Default for Condvar {
    fn default() -> Condvar {
        Condvar::new()
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Condvar").finish_non_exhaustive()
    }
}

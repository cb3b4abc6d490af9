// Poisoning: how a lock tells the next thread that a panic struck while it was held.
//
// Follows: std::sync::poison.

#![lockstep::concept = "ch16-03-shared-state"]

use crate::error::Error;
use crate::fmt;

pub use super::condvar::{Condvar, WaitTimeoutResult};
pub use super::mutex::{Mutex, MutexGuard};
pub use super::once::{ONCE_INIT, Once, OnceState};
pub use super::rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The lock was acquired, but a thread panicked while it held it, so the data may be half changed. The guard is inside:
/// `into_inner` takes it all the same.
pub struct PoisonError<T> {
    data: T,
}

/// Why a `try_` lock gave no guard: the lock is held, or it is poisoned.
#[lockstep::qualified]
pub enum TryLockError<T> {
    /// Acquired, but poisoned; the guard is inside.
    Poisoned(PoisonError<T>),
    /// Somebody holds the lock.
    WouldBlock,
}

/// What locking gives: the guard, or the guard inside a `PoisonError`.
pub type LockResult<T> = Result<T, PoisonError<T>>;

/// What a `try_` lock gives.
pub type TryLockResult<Guard> = Result<Guard, TryLockError<Guard>>;

impl<T> fmt::Debug for PoisonError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PoisonError").finish_non_exhaustive()
    }
}

impl<T> fmt::Display for PoisonError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("poisoned lock: another task failed inside")
    }
}

impl<T> Error for PoisonError<T> {}

impl<T> PoisonError<T> {
    /// An error with what the lock would have given.
    pub fn new(data: T) -> PoisonError<T> {
        PoisonError { data }
    }

    /// Takes the guard out of the error: access in spite of the poison.
    pub fn into_inner(self) -> T {
        self.data
    }

    /// A look at what the error holds, in spite of the poison.
    pub fn get_ref(&self) -> &T {
        &self.data
    }

    /// What the error holds, to change, in spite of the poison.
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }
}

impl<T> From<PoisonError<T>> for TryLockError<T> {
    fn from(error: PoisonError<T>) -> TryLockError<T> {
        TryLockError::Poisoned(error)
    }
}

impl<T> fmt::Debug for TryLockError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TryLockError::Poisoned(..) => fmt::Debug::fmt("Poisoned(..)", f),
            TryLockError::WouldBlock => fmt::Debug::fmt("WouldBlock", f),
        }
    }
}

impl<T> fmt::Display for TryLockError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TryLockError::Poisoned(..) => f.pad("poisoned lock: another task failed inside"),
            TryLockError::WouldBlock => f.pad("try_lock failed because the operation would block"),
        }
    }
}

impl<T> Error for TryLockError<T> {}

/// A result that carries the poison from the lock to what it guards.
pub(crate) fn wrap<T>(value: T, poisoned: bool) -> LockResult<T> {
    if poisoned { Err(PoisonError::new(value)) } else { Ok(value) }
}

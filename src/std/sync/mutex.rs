// `Mutex`: one thread at a time.
//
// Follows: std::sync::Mutex on Linux: locking twice in one thread waits for ever. Who holds it and whether it is poisoned is
// kept in the machine's object; the data lies here.

#![lockstep::concept = "ch16-03-shared-state"]

use super::Handle;
use super::poison::{LockResult, PoisonError, TryLockError, TryLockResult, wrap};
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::ops::{Deref, DerefMut};
use crate::panic::{RefUnwindSafe, UnwindSafe};
use crate::thread;

pub(super) mod sys {
    #[lockstep::primitive = "mutex.new"]
    pub const fn new() -> usize;
    /// Waits until the mutex is free and takes it; true when it is poisoned.
    #[lockstep::primitive = "mutex.lock"]
    pub fn lock(mutex: usize) -> bool;
    /// 0 taken, 1 taken and poisoned, 2 held by somebody.
    #[lockstep::primitive = "mutex.try_lock"]
    pub fn try_lock(mutex: usize) -> u8;
    /// Gives the mutex back.
    #[lockstep::primitive = "mutex.unlock"]
    pub fn unlock(mutex: usize, poison: bool);
    #[lockstep::primitive = "mutex.is_poisoned"]
    pub fn is_poisoned(mutex: usize) -> bool;
    #[lockstep::primitive = "mutex.clear_poison"]
    pub fn clear_poison(mutex: usize);
    /// Poison as the only owner sees it: nobody can change it meanwhile.
    #[lockstep::primitive = "mutex.poison_held"]
    pub fn poison_held(mutex: usize) -> bool;
}

/// Lets one thread at a time reach the data inside. `lock` waits until no other thread holds the mutex and gives a guard;
/// dropping the guard gives the mutex back.
#[lockstep::object = "mutex"]
#[lockstep::render = "mutex"]
#[lockstep::qualified]
#[lockstep::first_fields = "4 1"]
pub struct Mutex<T: ?Sized> {
    handle: Handle,
    data: UnsafeCell<T>,
}

/// Access to the data of a locked mutex. The mutex is unlocked when the guard is dropped; the guard cannot move to another
/// thread.
#[lockstep::guard = "mutex"]
#[must_use = "if unused the Mutex will immediately unlock"]
#[lockstep::qualified]
#[lockstep::sample = "Mutex::new({0}).lock().unwrap()"]
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    lock: &'a Mutex<T>,
    /// The thread was panicking already when it locked: then its panic does not poison.
    panicking: bool,
}

unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
#[lockstep::why = "The thread that locked has to unlock: some systems allow nothing else."]
#[lockstep::repair = "send the value itself, or an `Arc` of the lock, and lock over there."]
impl<T: ?Sized> !Send for MutexGuard<'_, T> {}
unsafe impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}
impl<T: ?Sized> UnwindSafe for Mutex<T> {}
impl<T: ?Sized> RefUnwindSafe for Mutex<T> {}

impl<T> Mutex<T> {
    /// A new mutex, not locked.
    pub const fn new(t: T) -> Mutex<T> {
        Mutex { handle: Handle::new(sys::new()), data: UnsafeCell::new(t) }
    }

    /// Takes the data out. No lock is needed: owning the mutex proves that nobody else uses it.
    pub fn into_inner(self) -> LockResult<T> {
        let poisoned = sys::poison_held(self.handle.id());
        wrap(self.data.into_inner(), poisoned)
    }
}

impl<T: ?Sized> Mutex<T> {
    /// Waits until no other thread holds the mutex, then holds it. `Err` when a thread panicked while holding it.
    /// A thread that already holds it waits for itself, for ever.
    #[lockstep::err = "A thread panicked while it held the lock, so the data may be half changed (*poisoned*). The `Err` still holds the guard: `into_inner` gives it, `clear_poison` declares the data good again."]
    #[lockstep::waits = "until no other thread holds it"]
    #[lockstep::effect = "lock"]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let poisoned = sys::lock(self.handle.id());
        wrap(MutexGuard::new(self), poisoned)
    }

    /// Takes the mutex if it is free now, and never waits.
    #[lockstep::err = "`WouldBlock`: somebody holds the lock now. `Poisoned`: acquired, but a thread panicked while holding it; the guard is inside."]
    #[lockstep::effect = "try_lock"]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        match sys::try_lock(self.handle.id()) {
            0 => Ok(MutexGuard::new(self)),
            1 => Err(TryLockError::Poisoned(PoisonError::new(MutexGuard::new(self)))),
            _ => Err(TryLockError::WouldBlock),
        }
    }

    /// Whether a thread panicked while holding the mutex. Another thread can change that at any time.
    pub fn is_poisoned(&self) -> bool {
        sys::is_poisoned(self.handle.id())
    }

    /// Declares the data to be good again: later `lock` calls give `Ok`.
    pub fn clear_poison(&self) {
        sys::clear_poison(self.handle.id());
    }

    /// The data without locking: `&mut self` proves that nobody else can hold a guard.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let poisoned = sys::poison_held(self.handle.id());
        wrap(self.data.get_mut(), poisoned)
    }

    pub(super) fn id(&self) -> usize {
        self.handle.id()
    }
}

impl<'mutex, T: ?Sized> MutexGuard<'mutex, T> {
    /// The mutex has just been taken.
    fn new(lock: &'mutex Mutex<T>) -> MutexGuard<'mutex, T> {
        MutexGuard { lock, panicking: thread::panicking() }
    }

    /// For `Condvar`: the mutex goes back without the guard being dropped.
    pub(super) fn mutex(&self) -> &'mutex Mutex<T> {
        self.lock
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;
    /// The data behind the lock.
    fn deref(&self) -> &T {
        unsafe { &*self.lock.data.get() }
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.lock.data.get() }
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    /// Unlocks; poisons the mutex when the thread began to panic while holding it.
    fn drop(&mut self) {
        sys::unlock(self.lock.handle.id(), !self.panicking && thread::panicking());
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(t: T) -> Mutex<T> {
        Mutex::new(t)
    }
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Mutex<T> {
        Mutex::new(Default::default())
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("Mutex");
        match self.try_lock() {
            Ok(guard) => {
                d.field("data", &&*guard);
            }
            Err(TryLockError::Poisoned(error)) => {
                d.field("data", &&**error.get_ref());
            }
            Err(TryLockError::WouldBlock) => {
                d.field("data", &"<locked>");
            }
        }
        d.field("poisoned", &self.is_poisoned());
        d.finish_non_exhaustive()
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

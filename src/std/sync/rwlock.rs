// `RwLock`: many readers or one writer.
//
// Follows: std::sync::RwLock on Linux. A read that finds a writer waiting may go ahead of it or wait behind it; a thread that
// reads twice can therefore lock itself out. Only a writer's panic poisons.

#![lockstep::concept = ""]

use super::Handle;
use super::poison::{LockResult, PoisonError, TryLockError, TryLockResult, wrap};
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::marker::PhantomData;
use crate::mem;
use crate::ops::{Deref, DerefMut};
use crate::panic::{RefUnwindSafe, UnwindSafe};
use crate::ptr::NonNull;
use crate::thread;

mod sys {
    #[lockstep::primitive = "rwlock.new"]
    pub const fn new() -> usize;
    /// True: reading. False: in the queue behind a waiting writer.
    #[lockstep::primitive = "rwlock.read"]
    pub fn read(lock: usize) -> bool;
    /// From the queue to reading.
    #[lockstep::primitive = "rwlock.read_queued"]
    pub fn read_queued(lock: usize);
    #[lockstep::primitive = "rwlock.try_read"]
    pub fn try_read(lock: usize) -> bool;
    #[lockstep::primitive = "rwlock.unlock_read"]
    pub fn unlock_read(lock: usize);
    /// True: writing. False: waiting, and seen to be waiting.
    #[lockstep::primitive = "rwlock.write"]
    pub fn write(lock: usize) -> bool;
    #[lockstep::primitive = "rwlock.write_queued"]
    pub fn write_queued(lock: usize);
    #[lockstep::primitive = "rwlock.try_write"]
    pub fn try_write(lock: usize) -> bool;
    #[lockstep::primitive = "rwlock.unlock_write"]
    pub fn unlock_write(lock: usize, poison: bool);
    /// The writer goes on as a reader; nobody writes in between.
    #[lockstep::primitive = "rwlock.downgrade"]
    pub fn downgrade(lock: usize);
    #[lockstep::primitive = "rwlock.is_poisoned"]
    pub fn is_poisoned(lock: usize) -> bool;
    #[lockstep::primitive = "rwlock.clear_poison"]
    pub fn clear_poison(lock: usize);
    /// Poison as the holder sees it: nobody can change it meanwhile.
    #[lockstep::primitive = "rwlock.poison_held"]
    pub fn poison_held(lock: usize) -> bool;
}

/// Lets any number of threads read the data inside at the same time, or one thread write it. Each gets a guard; the lock is
/// given back when the guard is dropped.
#[lockstep::object = "rwlock"]
#[lockstep::render = "rwlock"]
#[lockstep::qualified]
#[lockstep::first_fields = "4 4 1"]
pub struct RwLock<T: ?Sized> {
    handle: Handle,
    data: UnsafeCell<T>,
}

/// Shared access to the data of a read-locked `RwLock`, until it is dropped.
#[lockstep::guard = "rwlockRead"]
#[must_use = "if unused the RwLock will immediately unlock"]
#[lockstep::qualified]
#[lockstep::size = "16"]
#[lockstep::sample = "RwLock::new({0}).read().unwrap()"]
pub struct RwLockReadGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
    /// The real guard points to the data: it is unwind safe only where `T` allows it.
    data: PhantomData<NonNull<T>>,
}

/// Sole access to the data of a write-locked `RwLock`, until it is dropped.
#[lockstep::guard = "rwlockWrite"]
#[must_use = "if unused the RwLock will immediately unlock"]
#[lockstep::qualified]
#[lockstep::sample = "RwLock::new({0}).write().unwrap()"]
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
    panicking: bool,
}

unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
#[lockstep::why = "The thread that locked has to unlock: some systems allow nothing else."]
#[lockstep::repair = "send the value itself, or an `Arc` of the lock, and lock over there."]
impl<T: ?Sized> !Send for RwLockReadGuard<'_, T> {}
unsafe impl<T: ?Sized + Sync> Sync for RwLockReadGuard<'_, T> {}
#[lockstep::why = "The thread that locked has to unlock: some systems allow nothing else."]
#[lockstep::repair = "send the value itself, or an `Arc` of the lock, and lock over there."]
impl<T: ?Sized> !Send for RwLockWriteGuard<'_, T> {}
unsafe impl<T: ?Sized + Sync> Sync for RwLockWriteGuard<'_, T> {}
impl<T: ?Sized> UnwindSafe for RwLock<T> {}
impl<T: ?Sized> RefUnwindSafe for RwLock<T> {}

impl<T> RwLock<T> {
    /// A new lock, held by nobody.
    pub const fn new(t: T) -> RwLock<T> {
        RwLock { handle: Handle::new(sys::new()), data: UnsafeCell::new(t) }
    }

    /// Takes the data out; owning the lock proves that nobody else uses it.
    pub fn into_inner(self) -> LockResult<T> {
        let poisoned = sys::poison_held(self.handle.id());
        wrap(self.data.into_inner(), poisoned)
    }
}

impl<T: ?Sized> RwLock<T> {
    /// Waits until no thread writes, then reads together with other readers. It may also wait behind a writer that is
    /// waiting: a second `read` in a thread that still reads can block for ever.
    #[lockstep::err = "A thread panicked while it was writing, so the data may be half changed (*poisoned*). The `Err` still holds the guard: `into_inner` gives it, `clear_poison` declares the data good again."]
    #[lockstep::waits = "until no thread writes"]
    #[lockstep::effect = "lock"]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        if !sys::read(self.handle.id()) {
            sys::read_queued(self.handle.id());
        }
        wrap(RwLockReadGuard { lock: self, data: PhantomData }, sys::poison_held(self.handle.id()))
    }

    /// Reads if that is possible now, and never waits.
    #[lockstep::err = "`WouldBlock`: somebody holds the lock now. `Poisoned`: acquired, but a thread panicked while writing; the guard is inside."]
    #[lockstep::effect = "try_lock"]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        if !sys::try_read(self.handle.id()) {
            return Err(TryLockError::WouldBlock);
        }
        let guard = RwLockReadGuard { lock: self, data: PhantomData };
        if sys::poison_held(self.handle.id()) {
            return Err(TryLockError::Poisoned(PoisonError::new(guard)));
        }
        Ok(guard)
    }

    /// Waits until no thread reads or writes, then has the data alone.
    #[lockstep::err = "A thread panicked while it was writing, so the data may be half changed (*poisoned*). The `Err` still holds the guard: `into_inner` gives it, `clear_poison` declares the data good again."]
    #[lockstep::waits = "until no other thread reads or writes"]
    #[lockstep::effect = "lock"]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        if !sys::write(self.handle.id()) {
            sys::write_queued(self.handle.id());
        }
        wrap(RwLockWriteGuard::new(self), sys::poison_held(self.handle.id()))
    }

    /// Writes if nobody holds the lock now, and never waits.
    #[lockstep::err = "`WouldBlock`: somebody holds the lock now. `Poisoned`: acquired, but a thread panicked while writing; the guard is inside."]
    #[lockstep::effect = "try_lock"]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        if !sys::try_write(self.handle.id()) {
            return Err(TryLockError::WouldBlock);
        }
        let guard = RwLockWriteGuard::new(self);
        if sys::poison_held(self.handle.id()) {
            return Err(TryLockError::Poisoned(PoisonError::new(guard)));
        }
        Ok(guard)
    }

    /// Whether a thread panicked while writing.
    pub fn is_poisoned(&self) -> bool {
        sys::is_poisoned(self.handle.id())
    }

    /// Declares the data to be good again.
    pub fn clear_poison(&self) {
        sys::clear_poison(self.handle.id());
    }

    /// The data without locking: `&mut self` proves that nobody else can hold a guard.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let poisoned = sys::poison_held(self.handle.id());
        wrap(self.data.get_mut(), poisoned)
    }
}

impl<'rwlock, T: ?Sized> RwLockWriteGuard<'rwlock, T> {
    fn new(lock: &'rwlock RwLock<T>) -> RwLockWriteGuard<'rwlock, T> {
        RwLockWriteGuard { lock, panicking: thread::panicking() }
    }

    /// Goes from writing to reading without letting another writer in between.
    pub fn downgrade(s: Self) -> RwLockReadGuard<'rwlock, T> {
        let lock = s.lock;
        mem::forget(s);
        sys::downgrade(lock.handle.id());
        RwLockReadGuard { lock, data: PhantomData }
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { &*self.lock.data.get() }
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { &*self.lock.data.get() }
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.lock.data.get() }
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        sys::unlock_read(self.lock.handle.id());
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    /// Unlocks; poisons the lock when the thread began to panic while writing.
    fn drop(&mut self) {
        sys::unlock_write(self.lock.handle.id(), !self.panicking && thread::panicking());
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(t: T) -> RwLock<T> {
        RwLock::new(t)
    }
}

impl<T: Default> Default for RwLock<T> {
    fn default() -> RwLock<T> {
        RwLock::new(Default::default())
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("RwLock");
        match self.try_read() {
            Ok(guard) => {
                d.field("data", &&*guard);
            }
            Err(TryLockError::Poisoned(error)) => {
                d.field("data", &&**error.get_ref());
            }
            Err(TryLockError::WouldBlock) => {
                d.field("data", &format_args!("<locked>"));
            }
        }
        d.field("poisoned", &self.is_poisoned());
        d.finish_non_exhaustive()
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

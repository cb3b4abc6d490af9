// Handles of threads: who am I, what is it called, wake it.

use crate::fmt;
use crate::sync::Shared;

mod sys {
    /// The machine's name of the calling thread.
    #[lockstep::primitive = "thread.current"]
    pub fn current() -> usize;
    /// What `ThreadId` shows: 1 for main, then in the order of starting.
    #[lockstep::primitive = "thread.number"]
    pub fn number(thread: usize) -> u64;
    /// Null where the thread has no name.
    #[lockstep::primitive = "thread.name"]
    pub fn name(thread: usize) -> *const str;
    #[lockstep::primitive = "thread.has_name"]
    pub fn has_name(thread: usize) -> bool;
    #[lockstep::primitive = "thread.unpark"]
    pub fn unpark(thread: usize);
}

/// A handle to a thread: its id, its name, and the way to `unpark` it.
#[lockstep::render = "thread"]
#[lockstep::sample = "thread::current()"]
pub struct Thread {
    thread: usize,
    shared: Counted,
}

/// Real handles of a thread share what is known of it, and count themselves: to drop one is to drop something.
struct Counted;

impl Drop for Counted {
    fn drop(&mut self) {}
}

/// Different for every thread of the program.
#[derive(Eq, PartialEq, Clone, Copy, Hash)]
#[lockstep::sample = "thread::current().id()"]
pub struct ThreadId {
    thread: usize,
}

/// The handle of the calling thread.
#[must_use]
pub fn current() -> Thread {
    Thread::from_raw_id(sys::current())
}

impl Thread {
    pub(super) fn from_raw_id(thread: usize) -> Thread {
        Thread { thread, shared: Counted }
    }

    pub(super) fn raw_id(&self) -> usize {
        self.thread
    }

    /// Leaves a token for the thread: its next or present `park` returns. A second token is no more than one.
    pub fn unpark(&self) {
        sys::unpark(self.thread);
    }

    /// The number of this thread: no other of the program ever gets the same.
    #[must_use]
    pub fn id(&self) -> ThreadId {
        ThreadId { thread: self.thread }
    }

    /// The name given to the builder; `main` for the main thread.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        if sys::has_name(self.thread) { Some(unsafe { &*sys::name(self.thread) }) } else { None }
    }
}

impl Clone for Thread {
    fn clone(&self) -> Thread {
        Thread::from_raw_id(self.thread)
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread").field("id", &self.id()).field("name", &self.name()).finish_non_exhaustive()
    }
}

impl fmt::Debug for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ThreadId").field(&sys::number(self.thread)).finish()
    }
}

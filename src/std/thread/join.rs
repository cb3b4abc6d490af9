// Waiting for a thread's end.

use super::id::Thread;
use super::life::Packet;
use crate::fmt;
use crate::sync::Shared;

mod sys {
    #[lockstep::primitive = "thread.join"]
    pub fn join(thread: usize);
    #[lockstep::primitive = "thread.is_finished"]
    pub fn is_finished(thread: usize) -> bool;
}

/// Waits for a thread. Dropping it detaches the thread, which then runs on until it ends or `main` does.
#[lockstep::render = "joinHandle"]
#[lockstep::handle = "thread"]
#[lockstep::size = "24"]
#[lockstep::sample = "thread::spawn(move || {0})"]
pub struct JoinHandle<T>(pub(super) JoinInner<'static, T>);

/// What both kinds of handle hold.
pub(super) struct JoinInner<'scope, T> {
    pub(super) thread: Thread,
    pub(super) packet: Shared<Packet<'scope, T>, T>,
}

unsafe impl<T> Send for JoinHandle<T> {}
unsafe impl<T> Sync for JoinHandle<T> {}

impl<'scope, T> JoinInner<'scope, T> {
    pub(super) fn join(mut self) -> super::Result<T> {
        sys::join(self.thread.raw_id());
        self.packet.get_mut().unwrap().result.get_mut().take().unwrap()
    }

    pub(super) fn is_finished(&self) -> bool {
        sys::is_finished(self.thread.raw_id())
    }
}

impl<T> JoinHandle<T> {
    /// A handle to the thread itself.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.0.thread
    }

    /// Waits until the thread has ended and gives what it returned. `Err` when it panicked.
    #[lockstep::err = "The thread panicked. The `Err` holds what the panic carried, usually its message."]
    #[lockstep::waits = "until the thread has ended"]
    #[lockstep::effect = "join"]
    pub fn join(self) -> super::Result<T> {
        self.0.join()
    }

    /// Whether the thread has ended. It never waits.
    pub fn is_finished(&self) -> bool {
        self.0.is_finished()
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

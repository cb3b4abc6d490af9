// The channel that its ends point to: a queue of messages, and the machine's object that says when it may be used.
//
// With a bound of 0 a message lies in the sending thread's own frame until a receiver takes it; if the receiver is waiting
// already, it goes through the queue.
//
// Each message lies in a node of its own, made by its sender: nothing of the queue tells in which order others came and went.
//
// The ends hold a plain pointer. The object counts them, and the last end to go frees the channel.

use super::errors::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};
use crate::cell::UnsafeCell;
use crate::collections::LinkedList;
use crate::mem;
use crate::sync::Handle;
use crate::time::Instant;

/// Answers: `SENT`/`TAKEN` 0, `CLOSED` 1, `FULL`/`EMPTY` 2, `LATE` 3, `DIRECT` 4, `QUEUED` 5.
mod sys {
    use crate::time::Instant;
    /// `bound` is -1 for none.
    #[lockstep::primitive = "channel.new"]
    pub fn new(bound: isize) -> usize;
    /// Waits while the buffer is full. `slot` is where a message of a rendezvous waits; then the answer is `QUEUED`.
    #[lockstep::primitive = "channel.send"]
    pub fn send(channel: usize, slot: *mut ()) -> u8;
    /// Until the message in `slot` is taken, or the receiver gone.
    #[lockstep::primitive = "channel.send_queued"]
    pub fn send_queued(channel: usize, slot: *mut ()) -> u8;
    #[lockstep::primitive = "channel.try_send"]
    pub fn try_send(channel: usize) -> u8;
    /// Waits for a message. `DIRECT`: it lies in the slot of a sending thread. `QUEUED`: the receiver now waits to be met.
    #[lockstep::primitive = "channel.recv"]
    pub fn recv(channel: usize) -> u8;
    #[lockstep::primitive = "channel.recv_queued"]
    pub fn recv_queued(channel: usize) -> u8;
    #[lockstep::primitive = "channel.recv_until"]
    pub fn recv_until(channel: usize, deadline: Instant) -> u8;
    #[lockstep::primitive = "channel.recv_queued_until"]
    pub fn recv_queued_until(channel: usize, deadline: Instant) -> u8;
    #[lockstep::primitive = "channel.try_recv"]
    pub fn try_recv(channel: usize) -> u8;
    /// The slot that the last `DIRECT` answer to this thread meant.
    #[lockstep::primitive = "channel.taken_slot"]
    pub fn taken_slot(channel: usize) -> *mut ();
    #[lockstep::primitive = "channel.add_sender"]
    pub fn add_sender(channel: usize);
    /// True when no end is left.
    #[lockstep::primitive = "channel.drop_sender"]
    pub fn drop_sender(channel: usize) -> bool;
    #[lockstep::primitive = "channel.drop_receiver"]
    pub fn drop_receiver(channel: usize) -> bool;
}

const CLOSED: u8 = 1;
const FULL: u8 = 2;
const EMPTY: u8 = 2;
const LATE: u8 = 3;
const DIRECT: u8 = 4;
const QUEUED: u8 = 5;

pub(super) struct Chan<T> {
    state: *mut ChanState<T>,
}

struct ChanState<T> {
    handle: Handle,
    queue: UnsafeCell<LinkedList<T>>,
}

impl<T> Copy for Chan<T> {}
impl<T> Clone for Chan<T> {
    fn clone(&self) -> Chan<T> {
        *self
    }
}

impl<T> Chan<T> {
    pub(super) fn unbounded() -> Chan<T> {
        Chan::with(-1)
    }

    pub(super) fn bounded(bound: usize) -> Chan<T> {
        Chan::with(bound as isize)
    }

    fn with(bound: isize) -> Chan<T> {
        let handle = Handle::new(sys::new(bound));
        let state = ChanState { handle, queue: UnsafeCell::new(LinkedList::new()) };
        Chan { state: Box::into_raw(Box::new(state)) }
    }

    fn id(&self) -> usize {
        unsafe { (*self.state).handle.id() }
    }

    fn push(&self, message: T) {
        unsafe { (*(*self.state).queue.get()).push_back(message) }
    }

    fn pop(&self) -> T {
        unsafe { (*(*self.state).queue.get()).pop_front().unwrap() }
    }

    pub(super) fn send(&self, message: T) -> Result<(), SendError<T>> {
        let mut slot = Some(message);
        let place = &raw mut slot as *mut ();
        let mut answer = sys::send(self.id(), place);
        if answer == QUEUED {
            answer = sys::send_queued(self.id(), place);
            return match slot {
                Some(message) if answer == CLOSED => Err(SendError(message)),
                _ => Ok(()),
            };
        }
        let message = slot.take().unwrap();
        if answer == CLOSED {
            return Err(SendError(message));
        }
        self.push(message);
        Ok(())
    }

    pub(super) fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        match sys::try_send(self.id()) {
            CLOSED => Err(TrySendError::Disconnected(message)),
            FULL => Err(TrySendError::Full(message)),
            _ => {
                self.push(message);
                Ok(())
            }
        }
    }

    pub(super) fn recv(&self) -> Result<T, RecvError> {
        let mut answer = sys::recv(self.id());
        if answer == QUEUED {
            answer = sys::recv_queued(self.id());
        }
        if answer == CLOSED { Err(RecvError) } else { Ok(self.take(answer)) }
    }

    pub(super) fn recv_until(&self, deadline: Instant) -> Result<T, RecvTimeoutError> {
        let mut answer = sys::recv_until(self.id(), deadline);
        if answer == QUEUED {
            answer = sys::recv_queued_until(self.id(), deadline);
        }
        match answer {
            CLOSED => Err(RecvTimeoutError::Disconnected),
            LATE => Err(RecvTimeoutError::Timeout),
            _ => Ok(self.take(answer)),
        }
    }

    pub(super) fn try_recv(&self) -> Result<T, TryRecvError> {
        match sys::try_recv(self.id()) {
            CLOSED => Err(TryRecvError::Disconnected),
            EMPTY => Err(TryRecvError::Empty),
            answer => Ok(self.take(answer)),
        }
    }

    /// The message that an answer stands for.
    fn take(&self, answer: u8) -> T {
        if answer != DIRECT {
            return self.pop();
        }
        let slot = sys::taken_slot(self.id()) as *mut Option<T>;
        unsafe { (*slot).take().unwrap() }
    }

    pub(super) fn add_sender(&self) {
        sys::add_sender(self.id());
    }

    pub(super) fn drop_sender(&self) {
        if sys::drop_sender(self.id()) {
            self.free();
        }
    }

    pub(super) fn drop_receiver(&self) {
        let last = sys::drop_receiver(self.id());
        let left = unsafe { mem::take(&mut *(*self.state).queue.get()) };
        if last {
            self.free();
        }
        drop(left);
    }

    fn free(&self) {
        drop(unsafe { Box::from_raw(self.state) });
    }
}

// Channels: many senders, one receiver, messages in order.
//
// Messages wait in a queue in front of us; who may send, who waits and how many messages there are is the machine's object.
// A message changes hands in the step of the send, so the queue never shows a half-sent one.
//
// The errors are in mpsc/errors.rs, the receiver's iterators in mpsc/iter.rs, the queue in mpsc/chan.rs.
//
// Follows: std::sync::mpsc. Not modelled: `recv_deadline` and `send_timeout` (nightly) are not declared.

#![lockstep::concept = "ch16-02-message-passing"]

mod chan;
mod errors;
mod iter;

pub use self::errors::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};
pub use self::iter::{IntoIter, Iter, TryIter};

use self::chan::Chan;
use crate::fmt;
use crate::panic::{RefUnwindSafe, UnwindSafe};
use crate::time::{Duration, Instant};

/// The sending end. Clones send into the same channel; the channel closes when the last one is dropped.
#[lockstep::object = "channel"]
#[lockstep::end = "sender"]
#[lockstep::render = "sender"]
#[lockstep::qualified]
#[lockstep::size = "16"]
#[lockstep::sample = "mpsc::channel().0"]
pub struct Sender<T> {
    inner: Chan<T>,
}

/// The sending end of a bounded channel: `send` waits while the buffer is full. With a bound of 0 it waits until the receiver
/// takes the message.
#[lockstep::object = "channel"]
#[lockstep::end = "sender"]
#[lockstep::render = "sender"]
#[lockstep::size = "16"]
#[lockstep::sample = "mpsc::sync_channel(1).0"]
pub struct SyncSender<T> {
    inner: Chan<T>,
}

/// The receiving end. There is one, and a message goes to it for good: the sender can no longer use it.
#[lockstep::object = "channel"]
#[lockstep::end = "receiver"]
#[lockstep::render = "receiver"]
#[lockstep::qualified]
#[lockstep::size = "16"]
#[lockstep::sample = "{ let (tx, rx) = mpsc::channel(); tx.send({0}).unwrap(); rx }"]
pub struct Receiver<T> {
    inner: Chan<T>,
}

unsafe impl<T: Send> Send for Sender<T> {}
unsafe impl<T: Send> Sync for Sender<T> {}
unsafe impl<T: Send> Send for SyncSender<T> {}
unsafe impl<T: Send> Sync for SyncSender<T> {}
unsafe impl<T: Send> Send for Receiver<T> {}
#[lockstep::why = "A channel has one receiver at a time: two threads must not take messages through `&Receiver` at once."]
#[lockstep::repair = "a `Mutex` around it makes the threads take turns."]
impl<T> !Sync for Receiver<T> {}
impl<T> UnwindSafe for Sender<T> {}
impl<T> RefUnwindSafe for Sender<T> {}
impl<T> UnwindSafe for SyncSender<T> {}
impl<T> RefUnwindSafe for SyncSender<T> {}
impl<T> UnwindSafe for Receiver<T> {}
impl<T> RefUnwindSafe for Receiver<T> {}

/// A channel with room for any number of messages: `send` never waits.
#[must_use]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let chan = Chan::unbounded();
    (Sender { inner: chan }, Receiver { inner: chan })
}

/// A channel with room for `bound` messages; 0 makes sender and receiver meet.
#[must_use]
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let chan = Chan::bounded(bound);
    (SyncSender { inner: chan }, Receiver { inner: chan })
}

impl<T> Sender<T> {
    /// Puts a message into the channel and never waits. `Err` gives the message back when the receiver is gone.
    #[lockstep::err = "The receiver is gone, so nobody can take the message. `SendError` gives it back in its field `0`."]
    #[lockstep::sends]
    pub fn send(&self, t: T) -> Result<(), SendError<T>> {
        self.inner.send(t)
    }
}

impl<T> SyncSender<T> {
    /// Puts a message into the channel, waiting while it is full.
    #[lockstep::err = "The receiver is gone, so nobody can take the message. `SendError` gives it back in its field `0`."]
    #[lockstep::sends]
    pub fn send(&self, t: T) -> Result<(), SendError<T>> {
        self.inner.send(t)
    }

    /// Puts a message into the channel if there is room now, and never waits.
    #[lockstep::err = "`Full`: there is no room (with a bound of 0: no receiver is waiting). `Disconnected`: the receiver is gone. Both give the message back."]
    #[lockstep::sends]
    pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>> {
        self.inner.try_send(t)
    }
}

impl<T> Receiver<T> {
    /// The next message, waiting for one. `Err` when the channel is empty and every sender is gone.
    #[lockstep::err = "The channel is empty and every sender is gone: no message can come any more."]
    #[lockstep::waits = "until a message comes or every sender is gone"]
    #[lockstep::receives = "one"]
    #[lockstep::effect = "recv"]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.inner.recv()
    }

    /// The next message if there is one now.
    #[lockstep::err = "`Empty`: no message is there now. `Disconnected`: none can come any more."]
    #[lockstep::receives = "now"]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.inner.try_recv()
    }

    /// The next message, waiting no longer than `timeout`.
    #[lockstep::err = "`Timeout`: no message came in time. `Disconnected`: none can come any more."]
    #[lockstep::waits = "until a message comes or the time is up"]
    #[lockstep::receives = "one"]
    #[lockstep::effect = "recv_timeout"]
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        self.inner.recv_until(Instant::after(timeout))
    }

    /// Messages as they come; ends when every sender is gone.
    #[lockstep::receives = "all"]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { rx: self }
    }

    /// The messages that are there now; never waits.
    #[lockstep::receives = "now"]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { rx: self }
    }
}

impl<T> Clone for Sender<T> {
    /// A further sender into the same channel.
    fn clone(&self) -> Sender<T> {
        self.inner.add_sender();
        Sender { inner: self.inner }
    }
}

impl<T> Clone for SyncSender<T> {
    fn clone(&self) -> SyncSender<T> {
        self.inner.add_sender();
        SyncSender { inner: self.inner }
    }
}

impl<T> Drop for Sender<T> {
    /// The last sender to go closes the channel.
    fn drop(&mut self) {
        self.inner.drop_sender();
    }
}

impl<T> Drop for SyncSender<T> {
    fn drop(&mut self) {
        self.inner.drop_sender();
    }
}

impl<T> Drop for Receiver<T> {
    /// Closes the channel and drops the messages that nobody took.
    fn drop(&mut self) {
        self.inner.drop_receiver();
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for SyncSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncSender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}

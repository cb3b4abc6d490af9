// Sharing between threads: locks, conditions, one-time set-up, counted ownership, atomics, channels.
//
// One file per mechanism. What a thread does to a shared object is a primitive of machine/sync; everything that plain Rust
// can say (guards, poisoning, waiting loops, queues of messages) is said here.
//
// Not modelled: nightly items (`nonpoison`, `mpmc`, `oneshot`, `ReentrantLock`, mapped guards) are not declared.

pub mod atomic;
pub mod mpsc;
pub mod poison;

mod arc;
mod barrier;
mod condvar;
mod handle;
mod lazy_lock;
mod mutex;
mod once;
mod once_lock;
mod rwlock;
mod shared;

pub use self::arc::{Arc, Weak};
pub use self::barrier::{Barrier, BarrierWaitResult};
pub use self::condvar::{Condvar, WaitTimeoutResult};
pub use self::lazy_lock::LazyLock;
pub use self::mutex::{Mutex, MutexGuard};
pub use self::once::{ONCE_INIT, Once, OnceState};
pub use self::once_lock::OnceLock;
pub use self::poison::{LockResult, PoisonError, TryLockError, TryLockResult};
pub use self::rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};

pub(crate) use self::handle::Handle;
pub(crate) use self::shared::Shared;

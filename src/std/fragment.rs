// What a snippet without `use` lines may mean by a bare name.

pub use crate::cell::{Cell, LazyCell, OnceCell, RefCell, UnsafeCell};
pub use crate::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
pub use crate::error::Error;
pub use crate::fmt::{Debug, Display};
pub use crate::marker::PhantomData;
pub use crate::ops::{Deref, DerefMut};
pub use crate::rc::Rc;
pub use crate::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicPtr, AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize,
    Ordering,
};
pub use crate::sync::mpsc::{self, Receiver, Sender, SyncSender};
pub use crate::sync::{
    Arc, Barrier, Condvar, LazyLock, Mutex, MutexGuard, Once, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, Weak,
};
pub use crate::thread::{self, JoinHandle};
pub use crate::time::{Duration, Instant};
pub use crate::{cell, cmp, collections, env, fmt, io, iter, mem, process, rc, sync};

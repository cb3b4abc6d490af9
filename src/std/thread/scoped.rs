// Threads that may borrow: the scope does not end before all of them have.
//
// Follows: std::thread::scope: the end of the scope waits for every thread that is left, and panics when one of them did and
// nobody joined it.

use super::builder::Builder;
use super::id::{Thread, current};
use super::join::JoinInner;
use crate::cell::Cell;
use crate::fmt;
use crate::intrinsics;
use crate::marker::PhantomData;
use crate::panic::{RefUnwindSafe, resume_unwind};
use crate::sync::Handle;

mod sys {
    #[lockstep::primitive = "scope.new"]
    pub fn new() -> usize;
    /// Until every thread of the scope has ended.
    #[lockstep::primitive = "scope.wait"]
    pub fn wait(scope: usize);
    #[lockstep::primitive = "scope.running"]
    pub fn running(scope: usize) -> usize;
}

/// Starts threads that may borrow what lives longer than the scope.
#[lockstep::object = "scope"]
#[lockstep::opens = "thread::scope(|s| "]
#[lockstep::sample = "s"]
pub struct Scope<'scope, 'env: 'scope> {
    data: ScopeData,
    main_thread: Thread,
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

/// Waits for a thread of a scope.
#[lockstep::render = "joinHandle"]
#[lockstep::handle = "thread"]
pub struct ScopedJoinHandle<'scope, T> {
    inner: JoinInner<'scope, T>,
}

pub(super) struct ScopeData {
    handle: Handle,
    panicked: Cell<bool>,
}

unsafe impl Sync for ScopeData {}
impl RefUnwindSafe for ScopeData {}

impl ScopeData {
    pub(super) fn object(&self) -> usize {
        self.handle.id()
    }

    /// A thread of the scope panicked and nobody joined it.
    pub(super) fn note_panic(&self) {
        self.panicked.set(true);
    }
}

/// Runs `f`, which may start threads in the scope, and waits for all of them. They can therefore borrow local variables.
#[lockstep::spawns = "scope"]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let scope = Scope {
        data: ScopeData { handle: Handle::new(sys::new()), panicked: Cell::new(false) },
        main_thread: current(),
        scope: PhantomData,
        env: PhantomData,
    };
    let result = intrinsics::try_call(|| f(&scope));
    sys::wait(scope.data.object());
    match result {
        Err(payload) => resume_unwind(payload),
        Ok(_) if scope.data.panicked.get() => panic!("a scoped thread panicked"),
        Ok(value) => value,
    }
}

impl<'scope, 'env> Scope<'scope, 'env> {
    /// Starts a thread that may borrow what outlives the scope. The end of the scope joins it if nobody else does.
    #[lockstep::spawns]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        Builder::new().spawn_scoped(self, f).expect("failed to spawn thread")
    }

    pub(super) fn data(&self) -> &ScopeData {
        &self.data
    }
}

impl<'scope, T> ScopedJoinHandle<'scope, T> {
    pub(super) fn new(inner: JoinInner<'scope, T>) -> ScopedJoinHandle<'scope, T> {
        ScopedJoinHandle { inner }
    }

    /// A handle to the thread itself: its id, its name, `unpark`.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.inner.thread
    }

    /// Waits until the thread has ended and gives what it returned. `Err` when it panicked; the scope then does not.
    #[lockstep::err = "The thread panicked. The `Err` holds what the panic carried, usually its message."]
    #[lockstep::waits = "until the thread has ended"]
    #[lockstep::effect = "join"]
    pub fn join(self) -> super::Result<T> {
        self.inner.join()
    }

    /// Whether the thread has run to its end. It never waits.
    pub fn is_finished(&self) -> bool {
        self.inner.is_finished()
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope")
            .field("num_running_threads", &sys::running(self.data.object()))
            .field("a_thread_panicked", &self.data.panicked.get())
            .field("main_thread", &self.main_thread)
            .finish_non_exhaustive()
    }
}

impl<'scope, T> fmt::Debug for ScopedJoinHandle<'scope, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}

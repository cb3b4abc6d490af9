// How a thread begins and ends: its closure runs with panics caught, the result is left for whoever joins, values of its own
// are destroyed, and then the thread is over (a visible step of the machine).
//
// Not modelled: a panic's payload whose destructor does something that other threads notice; real thread-locals die after the
// result can be seen by `is_finished` and by the end of a scope.

use super::id::Thread;
use super::local;
use super::scoped::ScopeData;
use crate::cell::UnsafeCell;
use crate::intrinsics;
use crate::sync::Shared;

mod sys {
    /// Starts a thread that calls `main`; gives the machine's name of the thread. `scope` is the object of the scope that
    /// waits for it, or 0.
    #[lockstep::primitive = "thread.spawn"]
    pub fn spawn<F: FnOnce()>(main: F, name: *const str, named: bool, scope: usize) -> usize;
    /// The thread is over when it returns from here.
    #[lockstep::primitive = "thread.end"]
    pub fn end(panicked: bool);
}

/// Where a thread leaves its result.
pub(super) struct Packet<'scope, T> {
    pub(super) result: UnsafeCell<Option<super::Result<T>>>,
    pub(super) scope: Option<&'scope ScopeData>,
}

unsafe impl<'scope, T: Send> Sync for Packet<'scope, T> {}

impl<'scope, T> Drop for Packet<'scope, T> {
    /// Nobody took the result. A panic in it makes the scope panic.
    fn drop(&mut self) {
        let unhandled = matches!(self.result.get_mut(), Some(Err(_)));
        *self.result.get_mut() = None;
        if let Some(scope) = self.scope {
            if unhandled {
                scope.note_panic();
            }
        }
    }
}

/// Starts the thread. What `f` borrows must outlive the thread: the callers see to that.
pub(super) unsafe fn start<'scope, F, T>(
    f: F,
    name: Option<&str>,
    scope: Option<&'scope ScopeData>,
) -> (Thread, Shared<Packet<'scope, T>, T>)
where
    F: FnOnce() -> T,
{
    let mine = Shared::new(Packet { result: UnsafeCell::new(None), scope });
    let theirs = mine.clone();
    let main = move || {
        let result = intrinsics::try_call(f);
        let panicked = result.is_err();
        unsafe { *theirs.result.get() = Some(result) };
        drop(theirs);
        local::run_destructors();
        sys::end(panicked);
    };
    let object = match scope {
        Some(data) => data.object(),
        None => 0,
    };
    let thread = sys::spawn(main, name.unwrap_or("") as *const str, name.is_some(), object);
    (Thread::from_raw_id(thread), mine)
}

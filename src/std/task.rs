// What futures are polled with.

use crate::convert::Infallible;
use crate::fmt;
use crate::ops::{ControlFlow, FromResidual, Try};
use crate::sync::Arc;

/// Ready with a value, or not yet.
#[lang = "Poll"]
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Poll<T> {
    #[lang = "Ready"]
    Ready(T),
    #[lang = "Pending"]
    Pending,
}

impl<T> Poll<T> {
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<U> {
        match self {
            Poll::Ready(t) => Poll::Ready(f(t)),
            Poll::Pending => Poll::Pending,
        }
    }

    pub const fn is_ready(&self) -> bool {
        matches!(*self, Poll::Ready(_))
    }

    pub const fn is_pending(&self) -> bool {
        !self.is_ready()
    }
}
impl<T, E> Poll<Result<T, E>> {
    pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Result<U, E>> {
        self.map(|result| result.map(f))
    }

    pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Result<T, U>> {
        self.map(|result| result.map_err(f))
    }
}
impl<T, E> Poll<Option<Result<T, E>>> {
    pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Option<Result<U, E>>> {
        self.map(|item| item.map(|result| result.map(f)))
    }

    pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Option<Result<T, U>>> {
        self.map(|item| item.map(|result| result.map_err(f)))
    }
}
impl<T> From<T> for Poll<T> {
    fn from(t: T) -> Poll<T> {
        Poll::Ready(t)
    }
}

impl<T, E> Try for Poll<Result<T, E>> {
    type Output = Poll<T>;
    type Residual = Result<Infallible, E>;

    fn from_output(output: Poll<T>) -> Self {
        output.map(Ok)
    }

    fn branch(self) -> ControlFlow<Result<Infallible, E>, Poll<T>> {
        match self {
            Poll::Ready(Ok(x)) => ControlFlow::Continue(Poll::Ready(x)),
            Poll::Ready(Err(e)) => ControlFlow::Break(Err(e)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Result<T, F>> {
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        match residual {
            Err(e) => Poll::Ready(Err(From::from(e))),
            Ok(never) => match never {},
        }
    }
}

impl<T, E> Try for Poll<Option<Result<T, E>>> {
    type Output = Poll<Option<T>>;
    type Residual = Result<Infallible, E>;

    fn from_output(output: Poll<Option<T>>) -> Self {
        output.map(|some| some.map(Ok))
    }

    fn branch(self) -> ControlFlow<Result<Infallible, E>, Poll<Option<T>>> {
        match self {
            Poll::Ready(Some(Ok(x))) => ControlFlow::Continue(Poll::Ready(Some(x))),
            Poll::Ready(Some(Err(e))) => ControlFlow::Break(Err(e)),
            Poll::Ready(None) => ControlFlow::Continue(Poll::Ready(None)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Option<Result<T, F>>> {
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        match residual {
            Err(e) => Poll::Ready(Some(Err(From::from(e)))),
            Ok(never) => match never {},
        }
    }
}

/// Tells an executor that a task can go on.
pub trait Wake {
    fn wake(self: Arc<Self>);

    fn wake_by_ref(self: &Arc<Self>) {
        self.clone().wake();
    }
}

/// A handle that wakes one task.
pub struct Waker {
    wake: Option<Arc<dyn WakeByRef + Send + Sync>>,
}

trait WakeByRef {
    fn wake_it(self: Arc<Self>);
}

impl<W: Wake + Send + Sync + 'static> WakeByRef for W {
    fn wake_it(self: Arc<Self>) {
        self.wake()
    }
}

impl Waker {
    pub fn wake(self) {
        self.wake_by_ref()
    }

    pub fn wake_by_ref(&self) {
        if let Some(wake) = &self.wake {
            wake.clone().wake_it();
        }
    }

    /// A waker that does nothing.
    pub const fn noop() -> &'static Waker {
        const NOOP: &Waker = &Waker { wake: None };
        NOOP
    }

    pub fn will_wake(&self, other: &Waker) -> bool {
        match (&self.wake, &other.wake) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        }
    }
}
impl Clone for Waker {
    fn clone(&self) -> Waker {
        Waker { wake: self.wake.clone() }
    }
}
impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for Waker {
    fn from(waker: Arc<W>) -> Waker {
        Waker { wake: Some(waker) }
    }
}
impl fmt::Debug for Waker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Waker { .. }")
    }
}

/// What a poll is told: whom to wake.
#[lang = "Context"]
pub struct Context<'a> {
    waker: &'a Waker,
}

impl<'a> Context<'a> {
    pub const fn from_waker(waker: &'a Waker) -> Self {
        Context { waker }
    }

    pub const fn waker(&self) -> &'a Waker {
        self.waker
    }
}

// `Builder`: starting a thread with a name or a stack size.

use super::join::{JoinHandle, JoinInner};
use super::life;
use super::scoped::{Scope, ScopedJoinHandle};
use crate::io;

/// Settings for a new thread: a name, which panic messages and debuggers show, and a stack size.
#[derive(Debug)]
#[must_use = "must eventually spawn the thread"]
pub struct Builder {
    name: Option<String>,
    stack_size: Option<usize>,
    no_hooks: bool,
}

impl Builder {
    /// The ordinary settings: no name, the usual stack.
    pub fn new() -> Builder {
        Builder { name: None, stack_size: None, no_hooks: false }
    }

    /// Names the thread.
    pub fn name(mut self, name: String) -> Builder {
        self.name = Some(name);
        self
    }

    /// Bytes of stack for the thread.
    pub fn stack_size(mut self, size: usize) -> Builder {
        self.stack_size = Some(size);
        self
    }

    #[lockstep::place = "std/src/thread/thread.rs:24:40"]
    fn check_name(&self) {
        let Some(name) = &self.name else { return };
        if let Some(at) = name.bytes().position(|byte| byte == 0) {
            panic!("thread name may not contain interior null bytes: NulError({at}, {:?})", name.as_bytes());
        }
    }

    /// As `thread::spawn`, with these settings. `Err` when the system refuses to start a thread.
    #[lockstep::spawns]
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        unsafe { self.spawn_unchecked(f) }
    }

    /// The caller promises that the thread ends before anything that `f` borrows.
    #[lockstep::spawns]
    pub unsafe fn spawn_unchecked<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send,
        T: Send,
    {
        self.check_name();
        let (thread, packet) = unsafe { life::start(f, self.name.as_deref(), None) };
        Ok(JoinHandle(JoinInner { thread, packet }))
    }

    /// Starts a thread inside a scope, with these settings.
    #[lockstep::spawns]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let (thread, packet) = unsafe { life::start(f, self.name.as_deref(), Some(scope.data())) };
        Ok(ScopedJoinHandle::new(JoinInner { thread, packet }))
    }
}
